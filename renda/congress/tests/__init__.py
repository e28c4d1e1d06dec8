"""Tests of places, congresses, their rules and meetings."""
