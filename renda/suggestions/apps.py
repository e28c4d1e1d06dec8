"""The suggestions' app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SuggestionsConfig(AppConfig):
    """Registers the process with the kernel."""

    name = "renda.suggestions"
    label = "suggestions"

    def ready(self) -> None:
        """Hand the kernel what it must not import."""
        from renda.congress import handing_over, inheriting
        from renda.deputies import cards
        from renda.kernel.notices import hearing
        from renda.kernel.notices.permits import passing_on
        from renda.kernel.options.declaring import group
        from renda.kernel.papers.reading import may_read
        from renda.kernel.trail.verify import also
        from renda.suggestions import (
            canonical,
            lifecycle,
            notices,
            personal,
            queries,
            reform,
            waiting,
        )
        from renda.suggestions.permits import deputies_office

        assert lifecycle.life
        hearing.register("suggestions", notices.HEARS)
        hearing.register("handlings", notices.HANDLING_HEARS)
        hearing.register_titles("suggestions.suggestion", queries.titles)
        hearing.register_titles("suggestions.handling", queries.handling_titles)
        _over_terms()
        passing_on(deputies_office)
        may_read("suggestions.suggestion", queries.may_read_papers)
        may_read("suggestions.suggestion", queries.may_read_judgements, is_confidential=True)
        may_read("suggestions.handling", queries.may_read_handling_papers)
        also(canonical.receipt_faults)
        personal.declare()
        group("suggestions", _("Suggestions"))
        work = (reform.open_at, reform.readable, reform.hold, reform.pass_on)
        inheriting.register(inheriting.Work("suggestions", _("Suggestions"), *work))
        judged = (reform.judged_at, reform.readable_ones)
        inheriting.register(inheriting.Work("judgements", _("Suggestions to be judged"), *judged))
        cards.performs(queries.performed)
        handing_over.register("suggestions", _("Suggestions"), waiting.open_items)
        _lay_in_the_rail()


def _lay_in_the_rail() -> None:
    from renda.kernel.pages import rail
    from renda.suggestions.permits import works_here, writes_here

    rail.add(
        rail.Entry(
            label=_("Suggestions"),
            icon="page",
            url_name="suggestions:list",
            to=works_here,
            order=20,
        )
    )
    rail.add(
        rail.Entry(
            label=_("Write a suggestion"),
            icon="pen",
            url_name="suggestions:write",
            to=writes_here,
            order=30,
        )
    )


def _over_terms() -> None:
    """Open suggestions are a part of every change of term."""
    from renda.deputies.turnover import parts
    from renda.kernel.lifecycle import timeline
    from renda.suggestions import carrying

    parts.add(carrying.OPEN_WORK)
    timeline.called({"suggestions.carry_over": _("Carried over into the new term")})
