"""What a congress holds of a person beside the deputies: posts, and entries as a contact person.

An entry is somebody's only when both the number and the name are theirs: several people may be
reached at one number. What the address book learnt from use has no number: it is theirs when the
name is, and they held a post at that body.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renda.congress.models import AddressEntry, Contact, Post, Succession
from renda.kernel.exchange import telling
from renda.kernel.moment import today
from renda.kernel.personal.holding import (
    Erasing,
    Holding,
    Record,
    Stays,
    Whom,
    bars,
    holds,
    lives,
)
from renda.kernel.registers.erasing import erase

ADDRESS_FIELDS = ("name", "phone", "wechat", "mobile_sealed", "mobile_hash")
MOBILE = ("mobile_sealed", "mobile_hash")


def _posts(whom: Whom) -> QuerySet[Post]:
    rows = Post.objects.filter(user_id=whom.user_id or 0)
    return rows.select_related("body__congress")


def _tell_posts(whom: Whom) -> list[Record]:
    return [
        Record(
            f"{post.body.congress.short_name} {post.body.name}",
            [
                (_("role"), post.get_role_display()),
                (_("how it is held"), post.get_basis_display()),
                (_("from"), post.from_on),
                (_("until"), post.until_on),
            ],
        )
        for post in _posts(whom)
    ]


def _stay_posts(whom: Whom) -> list[Stays]:
    many = _posts(whom).count()
    what = _("Posts held: %(n)d") % {"n": many}
    why = _("Who held which office when is part of the congress's archive.")
    return [Stays(what, why, _("Archives Law"))] if many else []


def _in_office(whom: Whom) -> str:
    """Somebody who still holds a post works with these data."""
    lasts = Q(until_on=None) | Q(until_on__gte=today())  # those to come, too
    if not _posts(whom).filter(lasts).exists():
        return ""
    return _("There is still a post to be held. It must end before the data can be erased.")


def _homes(whom: Whom) -> Iterable[int]:
    return _posts(whom).values_list("body__congress_id", flat=True)


def _entries(model: Any, whom: Whom) -> list[Any]:
    """Rows with this number and this name, void ones too."""
    mine = Q(mobile_hash__in=list(whom.mobiles))
    if model is AddressEntry:
        mine |= Q(mobile_hash="", body__in=_worked_at(whom))
    rows = model.ever().filter(mine).order_by("pk")
    return [row for row in rows if "".join(row.name.split()) == "".join(whom.name.split())]


def _worked_at(whom: Whom) -> set[int]:
    """The bodies of their posts, those above their sections, and whoever took over from any."""
    found = _posts(whom).values_list("body_id", "body__parent_id")
    ids = {pk for pair in found for pk in pair if pk is not None}
    return ids | Succession.heirs_of(*ids)


def _tell_entries(whom: Whom) -> list[Record]:
    told = [
        Record(
            str(row.body),
            [
                (_("as"), row.get_duty_display()),
                (_("mobile number"), row.mobile),
                (_("office telephone"), row.phone),
                (_("from"), row.from_on),
                (_("until"), row.until_on),
            ],
        )
        for row in _entries(Contact, whom)
    ]
    told += [
        Record(
            str(row.body or row.unit),
            [
                (_("mobile number"), row.mobile),
                (_("office telephone"), row.phone),
                (_("WeChat"), row.wechat),
                (_("last contact"), row.used_on),
            ],
        )
        for row in _entries(AddressEntry, whom)
    ]
    return told


def _go_entries(whom: Whom) -> list[str]:
    held = []
    if many := len(_entries(Contact, whom)):
        held.append(_("Mobile number as contact person: %(n)d") % {"n": many})
    if many := len(_entries(AddressEntry, whom)):
        held.append(_("Entries of the address book: %(n)d") % {"n": many})
    return held


def _stay_entries(whom: Whom) -> list[Stays]:
    many = len(_entries(Contact, whom))
    what = _("The name as contact person of an organ: %(n)d") % {"n": many}
    why = _("Who answered for the organ then is part of the archive.")
    return [Stays(what, why, _("Archives Law"))] if many else []


def _erase_entries(whom: Whom, erasing: Erasing) -> None:
    for row in _entries(Contact, whom):
        here = row.body.congress_id
        erase(row, "congress.erase_contact", fields=MOBILE, by=erasing.by, congress_id=here)
        telling.erase(row._meta.label_lower, [row.pk])
    for row in _entries(AddressEntry, whom):
        here = row.congress_id
        erase(row, "congress.erase_address", fields=ADDRESS_FIELDS, by=erasing.by, congress_id=here)
        telling.erase(row._meta.label_lower, [row.pk])
        # A row without a name says nothing: it leaves the list as well.
        AddressEntry.ever().filter(pk=row.pk).update(is_void=True)


def declare() -> None:
    """Tell the registry of them."""
    bars(_in_office)
    lives(_homes)
    holds(
        Holding(
            key="posts",
            name=gettext_lazy("Posts"),
            place=20,
            tells=_tell_posts,
            stays=_stay_posts,
        )
    )
    holds(
        Holding(
            key="contacts",
            name=gettext_lazy("Contact person and address book"),
            place=25,
            tells=_tell_entries,
            goes=_go_entries,
            stays=_stay_entries,
            erases=_erase_entries,
        )
    )
