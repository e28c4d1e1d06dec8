"""What the registers and the cases of deputies ask."""
