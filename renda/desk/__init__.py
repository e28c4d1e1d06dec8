"""The desk: the home page of each role, with what waits for this person today."""
