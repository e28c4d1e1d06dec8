"""Tests of the congress."""
