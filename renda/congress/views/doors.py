"""What an administrator can do to one account that this congress keeps: the table of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from renda.accounts.actions import (
    change_phone,
    correct_name,
    give_one_time_code,
    invite,
    open_account,
    rename_user,
    reset_second_factor,
)
from renda.congress.forms.accounts import NameForm, PhoneForm, ReasonForm, UserNameForm
from renda.congress.roll import Row
from renda.congress.staffing.administrators import close_kept_account
from renda.kernel.pages.request import Request


@dataclass(frozen=True)
class Doing:
    """One thing to do: what the button says, what is asked, when it is there.

    `prints` answers with a slip that is shown once; `not_own` is nothing for one's own account: a
    borrowed session must not take it over.
    """

    name: str
    label: Any
    about: Any
    does: Callable[..., Any]
    is_there: Callable[[Row], bool]
    form: type[forms.Form] = forms.Form
    done: Any = ""
    prints: bool = False
    not_own: bool = False


@dataclass(frozen=True)
class Offered:
    """A doing as the page shows it, with the form as it was sent if it was refused."""

    doing: Doing
    form: forms.Form
    url: str
    is_open: bool


DOINGS = {
    doing.name: doing
    for doing in (
        Doing(
            "invite",
            _("Make an invitation and print the slip"),
            _("For the first sign-in. An earlier slip holds no longer."),
            invite,
            lambda row: row.user.is_active and not row.user.has_usable_password(),
            prints=True,
            not_own=True,
        ),
        Doing(
            "code",
            _("Print a one-time code"),
            _("For somebody who forgot the password. It is handed over in person."),
            give_one_time_code,
            lambda row: row.user.is_active and row.user.has_usable_password(),
            prints=True,
            not_own=True,
        ),
        Doing(
            "reset",
            _("Take the second factor away"),
            _("For somebody who lost it. They are signed out everywhere and set up a new one."),
            reset_second_factor,
            lambda row: row.has_factor,
            form=ReasonForm,
            done=_("The second factor was taken away."),
            not_own=True,
        ),
        Doing(
            "name",
            _("Correct the name"),
            "",
            correct_name,
            lambda row: True,
            form=NameForm,
            done=_("The name was corrected."),
        ),
        Doing(
            "username",
            _("Change the user name"),
            "",
            rename_user,
            lambda row: True,
            form=UserNameForm,
            done=_("The user name was changed. Tell the person."),
        ),
        Doing(
            "phone",
            _("Change the mobile number"),
            "",
            change_phone,
            lambda row: True,
            form=PhoneForm,
            done=_("The mobile number was changed."),
        ),
        Doing(
            "close",
            _("Close the account"),
            _("Nobody signs in with it any more. What the person did stays as it is."),
            close_kept_account,
            lambda row: row.user.is_active,
            form=ReasonForm,
            done=_("The account is closed."),
            not_own=True,
        ),
        Doing(
            "open",
            _("Open the account again"),
            _("The person signs in again with the password and second factor of before."),
            open_account,
            lambda row: not row.user.is_active,
            form=ReasonForm,
            done=_("The account is open again."),
        ),
    )
}


def offered(request: Request, row: Row) -> list[Offered]:
    """What can be done to this account by this person now."""
    problem = request.problem
    is_own = row.user.pk == request.actor.user_id
    here = [request.congress.slug, row.user.pk]
    shown = []
    for doing in DOINGS.values():
        if not doing.is_there(row) or (doing.not_own and is_own):
            continue
        is_meant = problem is not None and problem.step == doing.name
        sent = problem.form if problem is not None and is_meant else None
        form = sent if sent is not None else doing.form(initial=_present(row), auto_id=_id(doing))
        url = reverse("congress:do_account", args=[*here, doing.name])
        shown.append(Offered(doing, form, url, is_meant))
    return shown


def sent(request: Request, doing: Doing) -> forms.Form:
    """The form of a doing as it was sent."""
    return doing.form(request.POST, auto_id=_id(doing))


def _id(doing: Doing) -> str:
    """Several forms on one page: each field an id of its own."""
    return f"{doing.name}_%s"


def _present(row: Row) -> dict[str, str]:
    return {"name": row.user.name, "username": row.user.username}
