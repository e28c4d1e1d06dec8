"""Ways to reach a person outside: what is sent, by which adapter, and to which address.

A browser never asks another host; the server only through an adapter that the administrator has
switched on in the home's settings.toml ([channels.sms] and the like). Without one, what would be
sent is written to a file of the home.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from django.conf import settings
from django.utils.translation import gettext_lazy as _

SMS, MAIL = "sms", "mail"
LABELS = {
    SMS: _("Text message"),
    MAIL: _("E-mail"),
}


@dataclass(frozen=True)
class Message:
    """What goes out. `key` is the same for the same message sent again, so that whoever takes it
    can leave the second one out."""

    key: str
    to: str
    subject: str
    text: str


class NotSent(Exception):
    """It was not taken. A final one is not tried again: the address is wrong."""

    def __init__(self, why: str, *, is_final: bool = False) -> None:
        super().__init__(why)
        self.is_final = is_final


class Adapter(Protocol):
    """An outside service."""

    def send(self, message: Message) -> None:
        """Hand it over; raises NotSent."""


Make = Callable[[str, Mapping[str, Any]], Adapter]
Addresses = Callable[[int], str]
_addresses: dict[tuple[str, str], Addresses] = {}


def adapter_for(channel: str) -> Adapter:
    """The adapter that is switched on for a channel."""
    return _made(channel, settings.RENDA_CHANNELS.get(channel, {}).get("adapter", "file"))


@cache
def _made(channel: str, name: str) -> Adapter:
    from renda.kernel.notices.adapters import MAKERS

    if name not in MAKERS:
        raise ValueError(f"[channels.{channel}] names {name}, which is no adapter")
    return MAKERS[name](channel, settings.RENDA_CHANNELS.get(channel, {}))


def forget_adapters() -> None:
    """Make them anew from the settings, as a test does that changes these."""
    _made.cache_clear()


def is_switched_on(channel: str) -> bool:
    """Whether people can be reached by it: the file adapter reaches nobody outside the demo."""
    return channel in settings.RENDA_CHANNELS or not settings.HOME.is_live


def register_address(channel: str, reader_kind: str, of: Addresses) -> None:
    """How readers of a kind are reached by a channel; the accounts know telephone numbers."""
    _addresses[channel, reader_kind] = of


def address_of(channel: str, reader_kind: str, reader_id: int) -> str:
    """The address, or "" when there is none."""
    found = _addresses.get((channel, reader_kind))
    return found(reader_id) if found else ""
