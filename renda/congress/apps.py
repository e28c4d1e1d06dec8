"""The congress's app: it tells the kernel where posts are held and what a congress is called."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CongressConfig(AppConfig):
    """Registers posts as a source of roles, and congresses by their address."""

    name = "renda.congress"
    label = "congress"

    def ready(self) -> None:
        """Hand the kernel what it must not import."""
        from renda.accounts import office, second_factor
        from renda.congress import first_steps, personal, posts, queries, registers, tables
        from renda.congress import second_factors as rule
        from renda.kernel.clock import places
        from renda.kernel.exchange import congresses
        from renda.kernel.options.declaring import group
        from renda.kernel.permits import actor
        from renda.kernel.trail import naming

        naming.register("body", queries.body_names)
        actor.source(posts.held_by)
        places.register(queries.congress_id_named, queries.listed)
        office.register(queries.telephones)
        group("congress", _("The congress"))
        second_factor.register(rule.demanded_of)
        _hear()
        _belong()
        first_steps.declare()
        registers.declare()
        congresses.register(queries.named)
        tables.declare()
        personal.declare()


def _hear() -> None:
    from renda.congress import notices, posts
    from renda.kernel.notices import hearing

    hearing.register_principal("body", posts.handlers_of_body)
    hearing.register("congress", notices.HEARS)
    hearing.register_titles(
        "congress.post", notices.post_titles, outside=_("see inside the platform")
    )
    hearing.register_titles(
        "congress.handover", notices.handover_titles, outside=_("see inside the platform")
    )


def _belong() -> None:
    from renda.congress import belonging, closing, posts

    belonging.register(belonging.Source(posts.users_of, posts.holdings))
    closing.closes_with_its_term("congress.term", lambda term: [term.pk])
    closing.closes_with_its_term("congress.session", lambda session: [session.term_id])
    closing.closes_with_its_term("congress.sitting", lambda sitting: [sitting.term_id])
