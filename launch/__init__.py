"""What ./run does: environment, homes, processes. Standard library only."""
