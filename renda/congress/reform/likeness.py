"""What stands at an organ that ends, begun anew at the successor."""

from datetime import date
from typing import Any

from renda.congress.models import Body, Contact, Counterpart, Post


def likeness(row: Any, heir: Body, on: date) -> Any:
    """The same at the successor from that day; None if it has it there already."""
    if isinstance(row, Post):
        return _post_likeness(row, heir, on)
    if isinstance(row, Contact):
        there = Contact.objects.filter(body=heir, duty=row.duty, name=row.name, until_on=None)
        copied = ("duty", "name", "office", "phone", "mobile_sealed", "mobile_hash")
        named = {name: getattr(row, name) for name in copied}
    else:
        return _field_likeness(row, heir, on)
    if there.exists():
        return None
    return Contact(body=heir, from_on=max(on, row.from_on or on), until_on=row.until_on, **named)


def _post_likeness(row: Post, heir: Body, on: date) -> Post | None:
    """None also for a closed account, and when nobody is there to stand in for."""
    first = max(on, row.from_on)
    posts = Post.objects.held_on(first).filter(body=heir, role=row.role)
    if not row.user.is_active or posts.filter(user=row.user_id, basis=row.basis).exists():
        return None
    away = None
    if row.stands_in_for is not None:
        away = posts.filter(user=row.stands_in_for.user_id).exclude(basis=row.basis).first()
        if away is None:
            return None
    return Post(
        body=heir,
        user_id=row.user_id,
        role=row.role,
        basis=row.basis,
        stands_in_for=away,
        session_id=row.session_id,
        from_on=first,
        until_on=row.until_on,
    )


def _field_likeness(row: Counterpart, heir: Body, on: date) -> Counterpart | None:
    there = Counterpart.objects.filter(committee=row.committee_id, organ=heir, until_on=None)
    if there.exists():
        return None
    return Counterpart(
        congress_id=heir.congress_id,
        committee_id=row.committee_id,
        organ=heir,
        from_on=on,
        until_on=row.until_on,
    )
