"""Pages of the deputies that no register has by itself."""
