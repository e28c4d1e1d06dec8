"""Bringing the catalogue to what the code says now, and taking a translator's file into it."""

from babel.messages.catalog import Catalog

from renda.kernel.words.po import LOCALE, is_translated, messages


def merged(old: Catalog, found: Catalog) -> Catalog:
    """The sentences found, each with the Chinese and the notes it had. What is no longer said is
    dropped; nothing is guessed from a similar sentence."""
    new = Catalog(locale=LOCALE, fuzzy=False)
    for message in messages(found):
        before = old.get(message.id, message.context)
        new.add(
            message.id,
            before.string if before else "",
            context=message.context,
            user_comments=before.user_comments if before else (),
            flags={"fuzzy"} if before and before.fuzzy else (),
        )
    return new


def untranslated(catalogue: Catalog) -> Catalog:
    """Only what still lacks its Chinese: a small file for a translator."""
    lacking = Catalog(locale=LOCALE, fuzzy=False)
    for message in messages(catalogue):
        if not is_translated(message) or message.fuzzy:
            lacking.add(message.id, "", context=message.context)
    return lacking


def taken_over(catalogue: Catalog, filled: Catalog) -> int:
    """Take the Chinese of a filled file into the catalogue; returns how many sentences changed.
    What the catalogue does not know is left out."""
    changed = 0
    for message in messages(filled):
        known = catalogue.get(message.id, message.context)
        if known is None or not is_translated(message) or known.string == message.string:
            continue
        known.string = message.string
        known.flags.discard("fuzzy")
        changed += 1
    return changed
