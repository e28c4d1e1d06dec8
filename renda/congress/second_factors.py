"""Which posts must show a second factor when they sign in: a local rule of each congress.

It holds for the person: whoever holds such a post in any congress shows one everywhere. By itself
the rule names those who keep accounts, who see everything, and who answer for an organ.
"""

from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from renda.congress.models import Post
from renda.congress.roles import Role
from renda.kernel.moment import today
from renda.kernel.options.declaring import Option
from renda.kernel.options.models import LocalOption

DEMANDED = Option(
    "congress.second_factor",
    usual=(
        Role.ADMINISTRATOR.value,
        Role.DEPUTIES_OFFICE.value,
        Role.MEETINGS_OFFICE.value,
        Role.PRESIDIUM_CHAIR.value,
        Role.CHAIR.value,
        Role.VICE_CHAIR.value,
        Role.SECRETARY_GENERAL.value,
        Role.HANDLER_HEAD.value,
    ),
    choices=tuple((role.value, role.label) for role in Role),
    says=_("Which posts must show a second factor at sign-in"),
)


def demanded_of(user: Any) -> bool:
    """Whether a post that this person holds today asks for one, in any congress: one query."""
    own = LocalOption.objects.filter(
        key=DEMANDED.key, congress_id=OuterRef("body__congress_id")
    ).values("value")[:1]
    held = Post.objects.held_on(today()).filter(user_id=user.pk)
    rows = held.values_list("role", Subquery(own))
    return any(role in (DEMANDED.usual if said is None else said) for role, said in rows)
