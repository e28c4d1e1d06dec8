"""The deputies' app: mandates and assistants are a source of roles, terms change by night."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeputiesConfig(AppConfig):
    """Registers mandates with the permits, the notices, the papers and the registers."""

    name = "renda.deputies"
    label = "deputies"

    def ready(self) -> None:
        """Hand the kernel what it must not import."""
        from renda.congress import counting
        from renda.deputies import actions, lifecycle, personal, queries, registers, tables
        from renda.kernel.options.declaring import group
        from renda.kernel.papers.reading import may_read
        from renda.kernel.permits import actor
        from renda.kernel.trail import naming

        group("deputies", _("Deputies"))
        lifecycle.when_ended(actions.fall_with_announcement)
        naming.register("mandate", queries.mandate_names)
        actor.source(queries.held_by)
        counting.count_in_congress("deputies", queries.deputies_in_office)
        counting.count_in_congress("committee", queries.committee_members)
        may_read("deputies.mandate", queries.may_see_photo)
        may_read("deputies.qualificationcase", queries.may_read_case_papers)
        _hear()
        _change_terms()
        registers.declare()
        tables.declare()
        personal.declare()
        _lay_in_the_rail()
        _have_accounts()


def _hear() -> None:
    from renda.deputies import notices, queries
    from renda.kernel.notices import hearing

    hearing.register_principal("mandate", lambda pk: queries.readers([pk]))
    hearing.register("qualifications", notices.HEARS)
    hearing.register("deputies", notices.ASKED)
    hearing.register("turnovers", notices.TURNOVERS)
    hearing.register_titles(
        "deputies.qualificationcase", queries.case_titles, outside=_("a qualification case")
    )
    hearing.register_titles("deputies.mandate", notices.deputy_titles, outside=_("a deputy"))
    hearing.register_titles("deputies.personchange", notices.change_titles, outside=_("a deputy"))
    hearing.register_titles("deputies.termchange", notices.turnover_titles)


def _change_terms() -> None:
    from renda.congress.closing import closes_with_its_term
    from renda.deputies import actions, changing_terms
    from renda.deputies.carrying import posts, seats
    from renda.deputies.turnover import closing, parts
    from renda.kernel.work import jobs

    assert changing_terms.life
    for model, terms in closing.TERMS_OF.items():
        closes_with_its_term(model, terms)
    for part in (seats.SEATS, posts.POSTS):
        parts.add(part)
    jobs.nightly("change of term", actions.carry_out_changes_of_term)


def _lay_in_the_rail() -> None:
    from renda.deputies.permits import deputy
    from renda.kernel.pages import rail

    card = rail.Entry(
        label=_("My card"), icon="person", url_name="deputies:mine", to=deputy, order=40
    )
    rail.add(card)


def _have_accounts() -> None:
    from renda.congress import belonging, candidates, first_steps, handing_over
    from renda.congress.roles import Power
    from renda.deputies import joining, queries, waiting

    belonging.register(belonging.Source(queries.users_of, queries.holdings))
    candidates.register("deputies", joining.ROSTER)
    handing_over.register("cases", _("Qualification cases"), waiting.open_cases)
    first_steps.register(
        first_steps.FirstStep(
            "deputies",
            _("The deputies"),
            _("With or without an account: the office enters what comes on paper."),
            lambda congress: queries.deputies_of(congress.pk).exists(),
            register="deputies",
            order=70,
            needs=Power.SESSIONS,
        )
    )
