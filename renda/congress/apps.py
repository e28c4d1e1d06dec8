"""The congress's app: it tells the kernel where posts are held and what a congress is called."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CongressConfig(AppConfig):
    """Registers posts as a source of roles, and congresses by their address."""

    name = "renda.congress"
    label = "congress"

    def ready(self) -> None:
        """Hand the kernel what it must not import."""
        from renda.accounts import office
        from renda.congress import posts, queries, registers, tables
        from renda.kernel.clock import places
        from renda.kernel.exchange import congresses
        from renda.kernel.notices.hearing import register_principal
        from renda.kernel.options.declaring import group
        from renda.kernel.permits import actor
        from renda.kernel.trail import naming

        naming.register("body", queries.body_names)
        actor.source(posts.held_by)
        places.register(queries.congress_id_named, queries.listed)
        register_principal("body", posts.handlers_of_body)
        office.register(queries.telephones)
        group("congress", _("The congress"))
        registers.declare()
        congresses.register(queries.named)
        tables.declare()
