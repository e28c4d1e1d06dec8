"""Tests of the deputies."""
