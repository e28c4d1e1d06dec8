"""How commands and the calculator find a congress by its address; the congress app registers it."""

from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist

Find = Callable[[str], int | None]
Listed = Callable[[], list[tuple[str, str]]]
_found: list[tuple[Find, Listed]] = []


class UnknownPlace(LookupError):
    """No congress has this address."""


def register(find: Find, listed: Listed = list) -> None:
    """Say how a congress's id is found by its slug (None or an error when unknown), and which
    slugs and names the public may choose from."""
    _found[:] = [(find, listed)]


def congress_named(slug: str) -> int:
    """The id of the congress with this slug. Raises UnknownPlace."""
    for find, _listed in _found:
        try:
            found = find(slug)
        except (LookupError, ObjectDoesNotExist):
            found = None
        if found is not None:
            return found
    raise UnknownPlace(slug)


def places() -> list[tuple[str, str]]:
    """Slug and name of each congress the public may choose."""
    return [place for _find, listed in _found for place in listed()]
