"""What a line of a list says more or otherwise than the register, field by field."""

import re
from copy import copy
from datetime import date, timedelta
from typing import Any

from renda.accounts import phones
from renda.congress.models import Body, BodyPast, Contact
from renda.congress.roles import Duty
from renda.congress.tables.likeness import normal
from renda.congress.tables.lines import Line
from renda.kernel.exchange.table import Entry
from renda.kernel.moment import today

DAY = timedelta(days=1)
WORDS = ("short_name", "code", "organ_kind", "duties", "phone")
PEOPLE = {"head": Duty.HEAD, "leader": Duty.LEADER, "contact": Duty.CONTACT}


def differences(line: Line, body: Body) -> dict[str, list[Any]]:
    """The fields that the line says otherwise; an empty cell says nothing."""
    found: dict[str, list[Any]] = {}
    for name in WORDS:
        said, held = line.said(name), getattr(body, name)
        if name == "code":
            said = line.code
        if said and _plain(name, said) != _plain(name, held):
            found[name] = [held, said]
    order = line.record.values.get("order")
    if isinstance(order, int) and order >= 0 and order != body.order:
        found["order"] = [body.order, order]
    if line.does and normal(line.name) != normal(body.name):
        found["name"] = [body.name, line.name]
    return found


def is_as_it_was(line: Line, body: Body, contacts: list[Contact]) -> bool:
    """Whether the line says nothing new about this organ of the register."""
    return not differences(line, body) and not people(line, body, [*map(copy, contacts)])


def entries(line: Line, body: Body, contacts: list[Contact], parent: Body | None) -> list[Entry]:
    """What becomes of the line: the old name, the people, and last the organ itself."""
    if body.pk is None:
        return [*people(line, body, []), Entry(body, is_new=True)]
    changed = differences(line, body)
    made = people(line, body, contacts)
    if "name" in changed and line.does == "renamed":
        past = BodyPast(body=body, name=body.name, until_on=today() - DAY)
        made.insert(0, Entry(past, is_new=True))
    for name, (_before, after) in changed.items():
        setattr(body, name, after)
    if parent is not None and parent.pk != body.parent_id:
        changed["parent"] = [body.parent_id, parent.pk or parent.name]
        body.parent = parent
    return [*made, Entry(body, is_new=False, changed=changed)]


def people(line: Line, body: Body, contacts: list[Contact]) -> list[Entry]:
    """Heads, leaders and contact persons: who is not named any more ended yesterday, who is new
    begins today; the same person gets the number that the line says."""
    made: list[Entry] = []
    for column, duty in PEOPLE.items():
        named = line.people(column)
        held = {normal(c.name): c for c in contacts if c.duty == duty}
        mobile = line.said("mobile") if duty == Duty.CONTACT else ""
        if not named:
            continue
        wanted = {normal(name): name for name in named}
        gone = [contact for name, contact in held.items() if name not in wanted]
        made += [_lasts(c, _last_day(c)) for c in gone if c.until_on != _last_day(c)]
        for n, (key, name) in enumerate(wanted.items()):
            made += _person(held.get(key), body, duty, name, mobile if n == 0 else "")
    return made


def _person(held: Contact | None, body: Body, duty: str, name: str, mobile: str) -> list[Entry]:
    found_by = phones.fingerprint(mobile) if mobile else ""
    if held is None:
        new = Contact(body=body, duty=duty, name=name, from_on=today())
        new.mobile = mobile
        return [Entry(new, is_new=True)]
    made = [_lasts(held, None)] if held.until_on and held.until_on == held.from_on else []
    if not found_by or held.mobile_hash == found_by:
        return made
    had = bool(held.mobile_hash)
    held.mobile_sealed, held.mobile_hash = phones.seal(mobile), found_by
    return [*made, Entry(held, is_new=False, changed={f: [had, True] for f in Contact.SEALED})]


def _last_day(contact: Contact) -> date:
    return max(today() - DAY, contact.from_on or today() - DAY)


def _lasts(contact: Contact, until_on: date | None) -> Entry:
    """It ends so, or goes on: who came and went on one day went by a list that was mended since."""
    said = [day.isoformat() if day else None for day in (contact.until_on, until_on)]
    contact.until_on = until_on
    return Entry(contact, is_new=False, changed={"until_on": said})


def _plain(name: str, said: str) -> str:
    """A value without what is only a matter of writing."""
    if name == "phone":
        return re.sub(r"[^\d+]", "", said) or said
    return "".join(said.split()) if name == "duties" else normal(said)
