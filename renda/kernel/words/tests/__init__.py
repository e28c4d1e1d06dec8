"""The words, tested."""
