"""What each step asks. A step that asks for nothing more has no form here."""

from renda.kernel.lifecycle.forms import StepForm
from renda.suggestions.forms.assigning import AssignForm
from renda.suggestions.forms.handling import (
    ContactForm,
    CorrectReplyForm,
    OpinionForm,
    ReceiveForm,
    ReplyForm,
)
from renda.suggestions.forms.judging import JudgeForm, NameJudgeForm
from renda.suggestions.forms.reviewing import CorrectForm, ReturnForm, SubmitForm

ASKS: dict[str, type[StepForm]] = {
    "submit": SubmitForm,
    "return_for_revision": ReturnForm,
    "assign": AssignForm,
    "judge": JudgeForm,
    "name_judge": NameJudgeForm,
    "correct": CorrectForm,
}
HANDLING_ASKS: dict[str, type[StepForm]] = {
    "receive": ReceiveForm,
    "log_contact": ContactForm,
    "give_opinion": OpinionForm,
    "reply": ReplyForm,
    "correct": CorrectReplyForm,
}
