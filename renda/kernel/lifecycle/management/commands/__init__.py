"""Commands of the lifecycles."""
