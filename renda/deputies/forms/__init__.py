"""What is asked when people are seated, moved and grouped."""
