"""What a night clears away: answers to forms of last week, drafts of last year, old sessions."""

from datetime import timedelta

from django.contrib.sessions.models import Session

from renda.kernel.moment import now
from renda.kernel.pages.models import Answer, Draft

ANSWERS_KEPT = timedelta(days=7)
DRAFTS_KEPT = timedelta(days=180)


def tidy() -> int:
    """Clear them; returns how many rows went."""
    moment = now()
    gone = Answer.objects.filter(given_at__lt=moment - ANSWERS_KEPT).delete()[0]
    gone += Draft.objects.filter(saved_at__lt=moment - DRAFTS_KEPT).delete()[0]
    gone += Session.objects.filter(expire_date__lt=moment).delete()[0]
    return gone
