"""The pages' own tests."""
