"""Tests of the permits."""
