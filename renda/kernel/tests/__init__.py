"""Tests of what lies under the whole kernel."""
