"""What a browser calls itself, in two words a person knows."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

# The first that is found counts: every browser also claims to be others.
_KINDS = (
    (("iPad", "Tablet"), _("tablet")),
    (("Mobile", "Android", "iPhone", "HarmonyOS"), _("phone")),
    (("Windows", "Macintosh", "Linux", "X11"), _("computer")),
)
_BROWSERS = (
    (("MicroMessenger",), _("the WeChat browser")),
    (("DingTalk",), _("the DingTalk browser")),
    (("QQBrowser",), _("the QQ browser")),
    (("HuaweiBrowser",), _("the Huawei browser")),
    (("MiuiBrowser",), _("the Xiaomi browser")),
    (("UCBrowser",), _("the UC browser")),
    (("Edg",), _("the Edge browser")),
    (("Firefox",), _("the Firefox browser")),
    (("Chrome", "CriOS"), _("the Chrome browser")),
    (("Safari",), _("the Safari browser")),
)


@dataclass(frozen=True)
class Device:
    """A kind of machine and a browser."""

    kind: Any
    browser: Any


def device_of(agent: str) -> Device:
    """Read the agent line; what is unknown is said to be so."""
    return Device(
        kind=_first(_KINDS, agent) or _("unknown device"),
        browser=_first(_BROWSERS, agent) or _("another browser"),
    )


def _first(known: Any, agent: str) -> Any:
    return next((word for marks, word in known if any(m in agent for m in marks)), None)
