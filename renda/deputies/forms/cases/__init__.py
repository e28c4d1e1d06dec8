"""What the office reports of a mandate, and what each step of a qualification case asks."""

from renda.deputies.forms.cases.announcing import AnnounceManyForm
from renda.deputies.forms.cases.asks import ASKS
from renda.deputies.forms.cases.reporting import ReportForm

__all__ = ["ASKS", "AnnounceManyForm", "ReportForm"]
