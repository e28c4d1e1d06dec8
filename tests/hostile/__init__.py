"""What a hostile hand types, and where."""
