"""Renda: the open platform on which a local people's congress does its work."""
