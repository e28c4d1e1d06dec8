"""What runs by itself: the worker that delivers, and the scheduler that keeps the nightly hours."""
