"""The papers, tested."""
