"""Tests of the deputies: who sits where, who is in which group, and the change of term."""
