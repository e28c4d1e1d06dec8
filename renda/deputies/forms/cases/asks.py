"""Which form a step of a case asks with."""

from renda.deputies.forms.cases.announcing import AnnounceForm
from renda.deputies.forms.cases.examining import ExamineForm
from renda.kernel.lifecycle.forms import ReasonForm, StepForm

ASKS: dict[str, type[StepForm]] = {
    "examine": ExamineForm,
    "announce": AnnounceForm,
    "drop": ReasonForm,
}
