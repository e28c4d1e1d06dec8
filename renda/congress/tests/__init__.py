"""Tests of congresses, their places, rules and meetings, bodies and organs."""
