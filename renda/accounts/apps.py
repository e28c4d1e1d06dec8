"""The accounts' app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Registers the security log with the kernel."""

    name = "renda.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Refused pages go into the security log; old entries leave it by night."""
        from renda.accounts import lockout, personal, queries, security
        from renda.kernel.pages import watch
        from renda.kernel.personal import watching
        from renda.kernel.trail import naming
        from renda.kernel.work import jobs

        naming.register("user", queries.names_of)
        watch.register(security.refused)
        watching.register(security.copied)
        personal.declare()
        jobs.nightly("security log", security.purge)
        jobs.nightly("wrong passwords", lockout.forget)
