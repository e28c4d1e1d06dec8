"""The deputies' app: mandates are a source of roles."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeputiesConfig(AppConfig):
    """Registers mandates with the permits and the notices."""

    name = "renda.deputies"
    label = "deputies"

    def ready(self) -> None:
        """Hand the kernel what it must not import."""
        from renda.congress import belonging, candidates, first_steps
        from renda.deputies import joining, queries
        from renda.kernel.notices.hearing import register_principal
        from renda.kernel.permits import actor
        from renda.kernel.trail import naming

        naming.register("mandate", queries.mandate_names)
        actor.source(queries.held_by)
        register_principal("mandate", lambda pk: queries.readers([pk]))
        belonging.register(belonging.Source(queries.users_of, queries.holdings))
        candidates.register("deputies", joining.ROSTER)
        first_steps.register(
            first_steps.FirstStep(
                "deputies",
                _("The deputies"),
                _("With or without an account: the office enters what comes on paper."),
                lambda congress: queries.deputies_of(congress.pk).exists(),
                register="deputies",
                order=70,
            )
        )
