"""A process of its own: sets the stage in a fresh home and prints where everything stands."""

import json
import sys
from typing import Any

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import (  # noqa: E402
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
)
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import transaction  # noqa: E402

from renda.congress.roles import Role  # noqa: E402
from renda.congress.staffing import give_post  # noqa: E402
from renda.deputies.cast import HOUSING  # noqa: E402
from renda.deputies.demo import build  # noqa: E402
from renda.kernel.moment import now, today  # noqa: E402
from renda.kernel.notices.models import Outbox  # noqa: E402
from tests.life import Life  # noqa: E402

PEOPLE = ("白玥琪", "韩赟", "孔堃", "郝雁南", "乌仁托娅", "高珺", "单禾")


def main(heard: int, submitted: int, waiting: int) -> None:
    """So many suggestions ready for a reply, so many to be accepted, so many notices waiting."""
    with transaction.atomic():
        cast = build(password_hash="!", deputies=4)
        center = cast.bodies["hewan", "信息中心"]
        second = {"user": cast.users["单禾"], "role": Role.ADMINISTRATOR, "from_on": today()}
        give_post(body=center, **second)
        told: dict[str, Any] = {
            "cookies": {name: _cookie(cast.users[name]) for name in PEOPLE},
            "housing": cast.organ(HOUSING).pk,
            "police": cast.organ("市公安局").pk,
            "center": center.pk,
            "heard": [],
            "submitted": [],
        }
        for n in range(heard):
            life = Life(cast, title=f"第{n}件").assigned().received().heard()
            told["heard"].append([life.suggestion.pk, life.part().pk])
        for n in range(submitted):
            told["submitted"].append(Life(cast, title=f"新{n}件").submitted().suggestion.pk)
        Outbox.objects.all().delete()
        _fill_outbox(cast.congresses["hewan"].pk, cast.users["乌仁托娅"].pk, waiting)
    json.dump(told, sys.stdout)


def _cookie(user: Any) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def _fill_outbox(congress_id: int, user_id: int, many: int) -> None:
    Outbox.objects.bulk_create(
        Outbox(
            congress_id=congress_id,
            event_id=10**9 + n,
            action="suggestions.accept",
            subject_type="suggestions.suggestion",
            subject_id=1,
            sentence="%(item)s was accepted and has its number.",
            reader_kind="user",
            reader_id=user_id,
            user_id=user_id,
            created_at=now(),
        )
        for n in range(many)
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
