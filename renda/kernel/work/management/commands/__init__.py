"""Commands of the work that runs by itself."""
