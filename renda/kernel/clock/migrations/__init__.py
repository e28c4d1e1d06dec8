"""The clock's tables, step by step."""
