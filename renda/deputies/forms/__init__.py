"""What the registers of deputies and the change of term ask."""
