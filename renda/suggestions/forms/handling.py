"""What an organ enters: its receipt, contacts, opinion and reply."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renda.kernel.lifecycle.forms import StepForm
from renda.kernel.moment import today
from renda.suggestions.entries import ResultClass, Way

REPLY_LONGEST = 20_000


class ReceiveForm(StepForm):
    """A receipt asks nothing; on paper, who signed it."""

    def asked(self) -> dict[str, Any]:
        """The name on the paper receipt."""
        return {"signed_by": self.cleaned_data.get("signed_name", "")}


class ContactForm(StepForm):
    """A talk with the deputy."""

    held_on = forms.DateField(
        label=_("Day of the contact"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    way = forms.ChoiceField(label=_("Way"), choices=Way.choices)
    summary = forms.CharField(
        label=_("What was said"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["held_on"].widget.attrs["max"] = today().isoformat()
        self.fields["held_on"].initial = today()


class OpinionForm(StepForm):
    """An assisting organ's opinion."""

    text = forms.CharField(
        label=_("Opinion for the lead organ"),
        max_length=REPLY_LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class ReplyForm(StepForm):
    """The written reply."""

    result = forms.ChoiceField(
        label=_("Class"), choices=[("", _("Please choose")), *ResultClass.choices]
    )
    document_number = forms.CharField(
        label=_("Document number"), max_length=60, required=False, help_text=_("If it has one yet.")
    )
    text = forms.CharField(
        label=_("Reply"),
        max_length=REPLY_LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Answer each request by its number: what, by whom, until when."),
    )


class CorrectReplyForm(StepForm):
    """更正 of a reply: both wordings stay visible."""

    text = forms.CharField(
        label=_("Reply"), max_length=REPLY_LONGEST, widget=forms.Textarea(attrs={"rows": 8})
    )
    document_number = forms.CharField(label=_("Document number"), max_length=60, required=False)
    why = forms.CharField(label=_("Why it is corrected"), max_length=300)

    def __init__(self, *args: Any, subject: Any, **kwargs: Any) -> None:
        reply = subject.last_reply
        if reply is not None:
            stands = {"text": reply.text, "document_number": reply.document_number}
            kwargs["initial"] = {**stands, **(kwargs.get("initial") or {})}
        super().__init__(*args, subject=subject, **kwargs)

    def asked(self) -> dict[str, Any]:
        """The texts and the reason."""
        said = self.cleaned_data
        texts = {"text": said["text"], "document_number": said["document_number"]}
        return {"texts": texts, "why": said["why"]}
