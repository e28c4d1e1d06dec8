"""The words' commands."""
