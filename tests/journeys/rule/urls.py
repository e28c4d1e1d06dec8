"""The real addresses, and a sheet of slips to look at."""

from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.views import View

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as ours
from renda.accounts import slips
from renda.accounts.actions import Issued
from renda.accounts.codes import new_code, new_token
from renda.accounts.models import User
from renda.kernel.moment import now

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


class Sheet(View):
    """Slips that let nobody in."""

    def get(self, request: Any) -> HttpResponse:
        """One for each of the cast; every third a one-time code."""
        issued = [
            Issued(user, new_code(), new_token() if n % 3 else "", now())
            for n, user in enumerate(User.objects.all(), 1)
        ]
        return slips.sheet(request, issued, back="/")


urlpatterns = [path("<slug:congress>/try/slips/", Sheet.as_view()), *ours]
