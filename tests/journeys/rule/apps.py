"""Registers the rule that the journeys switch on."""

from django.apps import AppConfig


class RuleConfig(AppConfig):
    """Stands for the roles, which accounts do not know."""

    name = "tests.journeys.rule"

    def ready(self) -> None:
        """Ask the file each time: a rule may be switched on while people work."""
        from django.conf import settings

        from renda.accounts import second_factor

        named = settings.HOME.path / "demanded.txt"

        def policy(user: object) -> bool:
            asked = named.read_text("utf-8").split() if named.exists() else []
            return user.get_username() in asked  # type: ignore[attr-defined]

        second_factor.register(policy)
