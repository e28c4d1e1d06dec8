"""The deputies' app: mandates and assistants are a source of roles, registers stand in the hub."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeputiesConfig(AppConfig):
    """Registers mandates with the permits, the notices, the papers and the registers."""

    name = "renda.deputies"
    label = "deputies"

    def ready(self) -> None:
        """Hand the kernel what it must not import."""
        from renda.congress import counting
        from renda.deputies import lifecycle, notices, queries, registers, tables
        from renda.deputies.permits import deputy
        from renda.kernel.notices import hearing
        from renda.kernel.pages import rail
        from renda.kernel.papers.reading import may_read
        from renda.kernel.permits import actor
        from renda.kernel.trail import naming

        assert lifecycle.life
        naming.register("mandate", queries.mandate_names)
        actor.source(queries.held_by)
        counting.count_in_congress("deputies", queries.deputies_in_office)
        counting.count_in_congress("committee", queries.committee_members)
        hearing.register_principal("mandate", lambda pk: queries.readers([pk]))
        hearing.register("qualifications", notices.HEARS)
        hearing.register("deputies", notices.ASKED)
        hearing.register_titles("deputies.qualificationcase", queries.case_titles)
        hearing.register_titles("deputies.mandate", notices.deputy_titles)
        hearing.register_titles("deputies.personchange", notices.change_titles)
        may_read("deputies.mandate", queries.may_see_photo)
        may_read("deputies.qualificationcase", queries.may_read_case_papers)
        registers.declare()
        tables.declare()
        rail.add(
            rail.Entry(
                label=_("My card"),
                icon="person",
                url_name="deputies:mine",
                to=deputy,
                order=40,
            )
        )
