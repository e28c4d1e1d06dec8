"""The congress's part of the demo story: bodies, organs and who stands beside them."""
