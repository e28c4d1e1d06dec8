"""Management of the lifecycles."""
