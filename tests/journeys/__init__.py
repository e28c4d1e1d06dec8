"""Journeys: people's ways through the pages in a real browser."""
