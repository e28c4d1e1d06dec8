"""Pages only read, acts only write, and both are one decorator away from a plain function."""
