"""Tests of the deputies: who sits where, and who is in which group."""
