"""The deputies' app: mandates are a source of roles, registers stand in the hub, terms change by
night."""

from django.apps import AppConfig


class DeputiesConfig(AppConfig):
    """Registers mandates with the permits and the notices."""

    name = "renda.deputies"
    label = "deputies"

    def ready(self) -> None:
        """Hand the kernel what it must not import."""
        from renda.congress import counting
        from renda.congress.closing import closes_with_its_term
        from renda.deputies import actions, lifecycle, notices, personal, queries, registers
        from renda.deputies.carrying import posts, seats
        from renda.deputies.turnover import closing, parts
        from renda.kernel.notices import hearing
        from renda.kernel.notices.hearing import register_principal
        from renda.kernel.permits import actor
        from renda.kernel.trail import naming
        from renda.kernel.work import jobs

        assert lifecycle.life
        naming.register("mandate", queries.mandate_names)
        actor.source(queries.held_by)
        counting.count_in_congress("deputies", queries.deputies_in_office)
        counting.count_in_congress("committee", queries.committee_members)
        register_principal("mandate", lambda pk: queries.readers([pk]))
        hearing.register("turnovers", notices.HEARS)
        hearing.register_titles("deputies.termchange", notices.titles)
        for model, terms in closing.TERMS_OF.items():
            closes_with_its_term(model, terms)
        for part in (seats.SEATS, posts.POSTS):
            parts.add(part)
        jobs.nightly("change of term", actions.carry_out_changes_of_term)
        registers.declare()
        personal.declare()
