"""The suggestions' part of the demo story, told with the same steps as the pages."""
