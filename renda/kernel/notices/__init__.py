"""Notices: who hears of what. A row in the step's own transaction, delivered once by the worker.

People without an account are readers too: the office prints a list and tells them (office.md E13).
"""
