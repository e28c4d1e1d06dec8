"""复制到微信: what a clerk pastes into a group: a few polite sentences and where to read on."""

from collections.abc import Iterable

from django.utils.translation import gettext as _


def chat_text(sender: str, sentences: Iterable[str], url: str) -> str:
    """“河湾市人大：会023 已交办。查看：https://…”. No name or number of a person stands
    in it, for a group forwards what it gets. `url` is whole, with its host."""
    said = "".join(sentence.strip() for sentence in sentences if sentence.strip())
    return _("%(sender)s: %(said)s Read on: %(url)s") % {
        "sender": sender,
        "said": said,
        "url": url,
    }
