"""Tests of the process, step by step."""
