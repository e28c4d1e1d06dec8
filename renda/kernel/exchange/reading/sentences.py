"""What to do about a file that cannot be read, in words a clerk can act on."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

SENTENCES = {
    "empty": gettext_noop("“%(name)s” is empty. Please choose the file again."),
    "encrypted": gettext_noop(
        "“%(name)s” is protected by a password. Open it in WPS or Excel, take the password off, "
        "save it and choose it again."
    ),
    "broken": gettext_noop(
        "“%(name)s” is damaged or was not saved to its end. Open it in WPS or Excel, save it as "
        "xlsx and choose that file."
    ),
    "bomb": gettext_noop(
        "“%(name)s” unpacks to more than a table can need, so it was not opened. Copy the table "
        "into a new workbook, save it as xlsx and choose that file."
    ),
    "no_table_file": gettext_noop(
        "“%(name)s” is no table by its content (a document, a picture or an archive). Save the "
        "table as xlsx in WPS or Excel and choose that file."
    ),
    "no_text": gettext_noop(
        "“%(name)s” cannot be read as text. Open it in WPS or Excel, save it as xlsx and choose "
        "that file."
    ),
    "no_table": gettext_noop(
        "There is no table in “%(name)s”. Open it in WPS or Excel, save it as xlsx and choose "
        "that file."
    ),
    "xml_sheet": gettext_noop(
        "“%(name)s” is in an old exchange format (XML). Open it in WPS or Excel, save it as xlsx "
        "and choose that file."
    ),
    "open_quote": gettext_noop(
        "A quotation mark in row %(row)s of “%(name)s” is never closed, and swallows the rows after"
        " it. Close it or take it out."
    ),
    "too_many_rows": gettext_noop(
        "“%(name)s” has more than %(most)s rows. Split it into several files."
    ),
    "too_many_columns": gettext_noop(
        "Row %(row)s of “%(name)s” reaches beyond %(most)s columns. Delete the columns to the "
        "right of the table and save it again."
    ),
    "too_many_cells": gettext_noop(
        "“%(name)s” has more than %(most)s filled cells. Split it into several files."
    ),
    "too_many_sheets": gettext_noop(
        "“%(name)s” has more than %(most)s sheets. Keep the ones that are needed and save it again."
    ),
    "too_many_merges": gettext_noop(
        "“%(name)s” has more than %(most)s merged cells. Split them and save it again."
    ),
    "too_large": gettext_noop(
        "The sheet in “%(name)s” reaches so far down or to the right that it cannot be read. "
        "Delete the empty rows and columns beyond the table, or copy the table into a new "
        "workbook, and save it as xlsx."
    ),
}


def sentence(code: str, name: str, said: dict[str, Any]) -> str:
    """Why it cannot be read, and what to do."""
    return _(SENTENCES[code]) % {"name": name, **said}
