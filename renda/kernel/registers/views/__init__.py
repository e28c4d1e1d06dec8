"""The pages of all registers: the hub, a list, a row with its history, a form; and their acts."""

from renda.kernel.registers.views.asking import edit, new
from renda.kernel.registers.views.pages import all_registers, row, rows
from renda.kernel.registers.views.taking_back import undo, withdraw
from renda.kernel.registers.views.writing import change, enter

__all__ = ["all_registers", "change", "edit", "enter", "new", "row", "rows", "undo", "withdraw"]
