"""The deputies' app: mandates are a source of roles, and its registers stand in the hub."""

from django.apps import AppConfig


class DeputiesConfig(AppConfig):
    """Registers mandates with the permits and the notices."""

    name = "renda.deputies"
    label = "deputies"

    def ready(self) -> None:
        """Hand the kernel what it must not import."""
        from renda.congress import counting
        from renda.deputies import queries, registers
        from renda.kernel.notices.hearing import register_principal
        from renda.kernel.permits import actor
        from renda.kernel.trail import naming

        naming.register("mandate", queries.mandate_names)
        actor.source(queries.held_by)
        counting.count_in_congress("deputies", queries.deputies_in_office)
        counting.count_in_congress("committee", queries.committee_members)
        register_principal("mandate", lambda pk: queries.readers([pk]))
        registers.declare()
