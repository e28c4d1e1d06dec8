"""Tests of bodies and organs."""
