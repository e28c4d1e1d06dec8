"""The congress on a day, as one sheet: who sat where, how many there were, what was vacant."""

from renda.deputies.sheets.day import day_sheet
from renda.deputies.sheets.sections import by_office, section
from renda.deputies.sheets.shapes import DaySheet
from renda.deputies.sheets.terms import warned

__all__ = ["DaySheet", "by_office", "day_sheet", "section", "warned"]
