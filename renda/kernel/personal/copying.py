"""The copy that a person may ask for (PIPL 45): a zip with one readable page and one JSON file for
each kind of data."""

import io
import json
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.timezone import localtime
from django.utils.translation import get_language

from renda.kernel.moment import now
from renda.kernel.personal.holding import Holding, Record, Whom, in_order


@dataclass(frozen=True)
class Section:
    """One kind of data as the copy tells it."""

    holding: Holding
    file: str
    records: list[Record]


def sections(whom: Whom, *, for_themself: bool) -> list[Section]:
    """Everything held of this person, kind by kind; what only they may read is left out of a copy
    that somebody else asks for."""
    wanted = [h for h in in_order() if for_themself or not h.is_content]
    made = []
    for n, holding in enumerate(wanted, 1):
        name = f"{n:02d}-{holding.key.replace('.', '-').replace('_', '-')}"
        made.append(Section(holding, name, holding.tells(whom)))
    return [section for section in made if section.records]


def packed(whom: Whom, *, for_themself: bool) -> bytes:
    """The zip: an index, and for each kind a page to read and a file for machines."""
    told = sections(whom, for_themself=for_themself)
    made_at = now()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        frame = {"name": whom.name, "made_at": made_at, "language": get_language() or "zh-hans"}
        index = render_to_string("personal/copy_index.html", {**frame, "sections": told})
        archive.writestr("index.html", index)
        for section in told:
            page = render_to_string("personal/copy_kind.html", {**frame, "section": section})
            archive.writestr(f"{section.file}.html", page)
            archive.writestr(f"{section.file}.json", _as_json(section, made_at))
    return file.getvalue()


def _as_json(section: Section, made_at: datetime) -> str:
    said = {
        "kind": section.holding.key,
        "name": str(section.holding.name),
        "made_at": made_at.isoformat(),
        "records": [
            {"title": record.title, "data": {str(k): _plain(v) for k, v in record.lines}}
            for record in section.records
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return localtime(value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
