"""The clock, tested."""
