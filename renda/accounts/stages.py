"""What comes between the door and being signed in; the person is nobody yet on these pages."""

from allauth.account.stages import LoginStage
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from renda.accounts import second_factor

ADMISSION = "admission"  # in the pending sign-in: which invitation or code let the person in


class ShowSecondFactor(LoginStage):
    """Whoever has a second factor shows it, also when the office's code stands for the password:
    whoever found the slip must not be able to change the password."""

    key = "second_factor"
    urlname = "second_factor_challenge"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Ask for it, unless there is none."""
        if not second_factor.has_one(self.login.user):
            return None, True
        return HttpResponseRedirect(reverse(self.urlname)), True


class ChoosePassword(LoginStage):
    """Whoever came in by a code of the office chooses a password before anything else."""

    key = "choose_password"
    urlname = "account_choose_password"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Ask for it, unless the person came by their password."""
        if ADMISSION not in self.login.state:
            return None, True
        return HttpResponseRedirect(reverse(self.urlname)), True
