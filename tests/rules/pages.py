"""Templates: each is used, and none carries a style or a script of its own."""

import re
from collections.abc import Iterable

from tests.rules import Sources

_INLINE = {
    "a style attribute": re.compile(r"\sstyle\s*="),
    "a style element": re.compile(r"<style"),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)"),
    "a handler in an attribute": re.compile(r"\s(?:data-)?(?:hx-on[:\w-]*|on[a-z]+)\s*="),
    "a script in an address": re.compile(r"javascript:"),
}
_NAMED = re.compile(r"""["']([\w/.-]+\.(?:html|txt))["']""")


def inline(templates: Sources) -> list[str]:
    """What the browser would refuse under our policy."""
    return [
        f"{name}: {what}"
        for name, text in templates.items()
        for what, pattern in _INLINE.items()
        if pattern.search(text)
    ]


def unused(templates: Sources, python: Sources, vendor: Iterable[str] = ()) -> list[str]:
    """Templates that no view, tag, form or template names. `vendor` are names that an installed
    package asks for and we override."""
    named = set(vendor)
    for name, text in [*python.items(), *templates.items()]:
        named |= {found for found in _NAMED.findall(text) if found != name}
    return sorted(set(templates) - named)


def lost(templates: Sources, python: Sources, vendor: Iterable[str] = ()) -> list[str]:
    """Templates that are named and are not there."""
    named = {
        found
        for text in [*python.values(), *templates.values()]
        for found in _NAMED.findall(text)
        if "/" in found and found.endswith(".html")
    }
    return sorted(named - set(templates) - set(vendor))
