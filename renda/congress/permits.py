"""Who is who in a congress, by the posts held there today."""

from django.utils.translation import gettext_lazy as _

from renda.congress.roles import Role
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import who

LEADERS = (Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY_GENERAL)
HANDLERS = (Role.HANDLER, Role.HANDLER_HEAD)


@who(_("the administrator"))
def administrator(actor: Actor, _subject: object) -> bool:
    """系统管理员: keeps accounts, posts and registers, and sees no content."""
    return actor.holds(Role.ADMINISTRATOR)


@who(_("the deputies' affairs office"))
def deputies_office(actor: Actor, _subject: object) -> bool:
    """代表工委 (in a township, the chairperson of the presidium): 代表法51.1, 组织法42."""
    return actor.holds(Role.DEPUTIES_OFFICE) or actor.holds(Role.PRESIDIUM_CHAIR)


@who(_("the meetings office"))
def meetings_office(actor: Actor, _subject: object) -> bool:
    """办公室秘书科; in a township the chairperson of the presidium does it."""
    return actor.holds(Role.MEETINGS_OFFICE) or actor.holds(Role.PRESIDIUM_CHAIR)


@who(_("the chairpersons"))
def leaders(actor: Actor, _subject: object) -> bool:
    """主任, 副主任, 秘书长: they read, the office acts."""
    return any(actor.holds(role) for role in LEADERS)


changes_terms = administrator | deputies_office
keeps_bodies = administrator | meetings_office | deputies_office
reads_bodies = keeps_bodies | leaders

# Guidance holds findings about people and work: the administrator sees no content.
writes_guidance = meetings_office | deputies_office
guides = writes_guidance | leaders
keeps_sittings = administrator | meetings_office


@who(_("the administrator of a higher congress"))
def higher_administrator(actor: Actor, _subject: object) -> bool:
    """A township has no administrator of its own: the district's or the city's keeps accounts."""
    return actor.holds_above(Role.ADMINISTRATOR)


keeps_accounts = administrator | higher_administrator
