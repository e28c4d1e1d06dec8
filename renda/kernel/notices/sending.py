"""Sending what is due: claimed first, sent without a lock, marked after; at least once.

A worker killed between sending and marking sends once more with the same key, which gateways use
to leave the second one out. Waiting notices of one person for one channel go as one message.
"""

import logging
from collections.abc import Iterable
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from renda.kernel.moment import now
from renda.kernel.notices.channels import Message, NotSent, adapter_for, address_of
from renda.kernel.notices.hours import next_moment
from renda.kernel.notices.models import Delivery
from renda.kernel.notices.queries import shortened

CLAIM_LASTS = timedelta(minutes=10)  # after that the claimer was killed
# Minutes after which it is tried again; then it has failed for good.
BACKOFF = (1, 5, 15, 60, 240, 720)
MOST = 25  # so that all of them, each waiting for a silent gateway, end before the claim does
_log = logging.getLogger(__name__)


def send_due() -> int:
    """Send what may leave now; returns how many messages were tried."""
    claimed = _claim()
    tried = 0
    for _message_key, group in groupby(sorted(claimed, key=_together), key=_together):
        _send(list(group))
        tried += 1
    return tried


def _together(row: Delivery) -> tuple[Any, ...]:
    """What goes as one message: of one person by one channel. What was tried or claimed before goes
    with the same others again, and nothing newer: else the key would be another one. Only where
    more fall due at one moment than are claimed at once may a message be cut otherwise."""
    tried_for = row.due_at.isoformat() if row.tries else ""
    claimed = row.claimed_at.isoformat() if row.claimed_at else ""
    whom = (row.channel, row.reader_kind, row.reader_id, row.congress_id)
    return (*whom, row.tries, tried_for, claimed)


@transaction.atomic
def _claim() -> list[Delivery]:
    """Rows as they were before this claim, so that an older one can still be seen."""
    moment = now()
    skip = connection.features.has_select_for_update_skip_locked
    free = Q(claimed_at=None) | Q(claimed_at__lt=moment - CLAIM_LASTS)
    due = Delivery.objects.filter(free, sent_at=None, failed_at=None, due_at__lte=moment)
    rows = list(due.select_for_update(skip_locked=skip).order_by("due_at", "id")[:MOST])
    Delivery.objects.filter(pk__in=[row.pk for row in rows]).update(claimed_at=moment)
    return rows


def _send(rows: list[Delivery]) -> None:
    first = rows[0]
    to = first.address or address_of(first.channel, first.reader_kind, first.reader_id)
    try:
        if not to:
            raise NotSent("no address", is_final=True)
        adapter_for(first.channel).send(_message(rows, to))
    except NotSent as fault:
        _not_sent(rows, fault)
        return
    except Exception as fault:
        # A broken adapter, or one set up wrongly, must not stop the worker for all the others.
        _log.exception("the adapter of %s", first.channel)
        _not_sent(rows, NotSent(f"{type(fault).__name__}: {fault}"))
        return
    _mark(rows, sent_at=now(), claimed_at=None, fault="")


def _message(rows: list[Delivery], to: str) -> Message:
    """Two or three polite sentences, without personal data, and where to read on."""
    with translation.override(settings.LANGUAGE_CODE):
        said = [line for row in rows[:3] for line in shortened([row])]
        more = len(rows) - 3
        if more > 0:
            said.append(ngettext("%(n)d more.", "%(n)d more.", more) % {"n": more})
        said.append(_("Please sign in to read on."))
        subject = ngettext("%(n)d notice", "%(n)d notices", len(rows)) % {"n": len(rows)}
    key = f"renda-{rows[0].pk}-{rows[-1].pk}-{rows[0].channel}"
    return Message(key=key, to=to, subject=subject, text="".join(said))


def _not_sent(rows: list[Delivery], fault: NotSent) -> None:
    tries = rows[0].tries
    told = {"fault": str(fault)[:200], "claimed_at": None, "tries": tries + 1}
    if fault.is_final or tries >= len(BACKOFF):
        _mark(rows, failed_at=now(), **told)
        return
    later = now() + timedelta(minutes=BACKOFF[tries])
    _mark(rows, due_at=next_moment(rows[0].congress_id, later), **told)


def _mark(rows: Iterable[Delivery], **values: object) -> None:
    Delivery.objects.filter(pk__in=[row.pk for row in rows]).update(**values)


def failing_channels() -> list[str]:
    """Channels whose last messages all failed: the health page names them."""
    since = now() - timedelta(days=1)
    lately = Delivery.objects.filter(Q(failed_at__gte=since) | Q(sent_at__gte=since))
    failed = set(lately.exclude(failed_at=None).values_list("channel", flat=True).distinct())
    went = set(lately.exclude(sent_at=None).values_list("channel", flat=True).distinct())
    return sorted(failed - went)
