"""The launcher: environment, homes, supervisor, commands."""
