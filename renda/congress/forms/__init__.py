"""What the registers of a congress ask."""
