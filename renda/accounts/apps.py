"""The accounts' app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Registers the security log with the kernel."""

    name = "renda.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Refused pages and exports go into the security log; old entries leave it by night."""
        from renda.accounts import lockout, personal, queries, security
        from renda.accounts.actions import admissions
        from renda.kernel.notices.channels import SMS, register_address
        from renda.kernel.options.declaring import group
        from renda.kernel.pages import watch
        from renda.kernel.trail import naming
        from renda.kernel.work import jobs

        register_address(SMS, "user", queries.mobile_of)
        naming.register("user", queries.names_of)
        watch.register(security.refused)
        watch.register_export(security.exported)
        personal.declare()
        group("accounts", _("Accounts"))
        jobs.nightly("security log", security.purge)
        jobs.nightly("wrong passwords", lockout.forget)
        jobs.nightly("invitations", admissions.forget)
