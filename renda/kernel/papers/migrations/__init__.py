"""The papers' tables, step by step."""
