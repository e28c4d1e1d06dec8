"""Registers: what an office keeps about people, bodies and places, and keeps true for years.

A row is entered, changed, ended or withdrawn, always with an event that says what it was before, so
that its history can be read and a change undone. Nothing is deleted: a row entered by mistake is
void and leaves every list. A domain declares each of its registers once (`Register`), and gets
list, search, page, form, history and undo.
"""
