"""Who gets what at which address: the tables of tests/test_addresses.py."""

from tests import address_deputies as deputies
from tests import listed_turnover, offices

# Vendor views; sign-in is theirs, outside @page and @act. Static files have no address of ours.
VENDOR = {
    "account_login": "allauth's, with our form, lockout and log",
    "account_logout": "allauth's",
    "account_change_password": "allauth's, with our form and log",
    "account_reauthenticate": "allauth's, with our form",
}
# Ours, where something is guessed at: a refused act would take the count of guesses back.
GUESSED = {
    "account_choose_password": "a step of signing in",
    "account_code": "the office's code instead of a password",
    "account_invitation": "the link of an invitation",
    "second_factor_challenge": "a step of signing in",
    "second_factor_show": "the second factor in a session that has not shown it",
}
# Ours, and made by neither: with the reason.
STREAMS = {"papers:paper": "bytes go out as a stream after the read-only transaction has ended"}
# `exchange:export` is a page within: what goes out is noted in the security log when its read-only
# transaction has ended, and before the file leaves.

# The people, in the order of the columns below: a citizen, the deputy whose item it is, another
# deputy, a deputy of another congress only, the office, the chairperson, the organ it was assigned
# to, another organ, the administrator, the office of a lower congress.
PEOPLE = ("citizen", "own", "other", "away", "clerk", "chair", "organ", "police", "admin", "lower")
ALL = " ".join(["200"] * 10)
READS_REGISTER = "in 404 404 404 200 200 404 404 200 404"
KEEPS_REGISTER = "in 404 404 404 200 404 404 404 200 404"
KEEPS_BODIES = "in 403 403 403 200 403 403 403 200 403"
SIGNED_IN = "in " + " ".join(["200"] * 9)
READERS = "in 200 404 404 200 200 200 404 404 404"
PASSWORD_FIRST = "in " + " ".join(["302"] * 9)  # what matters asks for the password once more
ADMINISTRATOR_ALONE = "in 404 404 404 404 404 404 404 200 404"
READS_BODIES = READS_REGISTER.replace("404", "403")
KEEPS_BODIES = KEEPS_REGISTER.replace("404", "403")
PAGES = {
    "account_mine": SIGNED_IN,
    "clock:calculator": ALL,
    "congress:becomes": ADMINISTRATOR_ALONE,
    "congress:rule": READS_REGISTER.replace("404", "403"),
    "congress:rules": READS_REGISTER.replace("404", "403"),
    "deputies:body": READS_REGISTER,
    "deputies:delegations": READS_BODIES,
    "deputies:groups": READS_BODIES,
    "deputies:end_of_group": KEEPS_REGISTER,
    "deputies:leave": KEEPS_REGISTER,
    "deputies:move": KEEPS_REGISTER,
    "deputies:office": KEEPS_REGISTER,
    "deputies:on_a_day": READS_BODIES,
    "deputies:order": KEEPS_REGISTER,
    "deputies:propose": KEEPS_BODIES,
    "deputies:seat": KEEPS_REGISTER,
    "desk:home": SIGNED_IN,
    "exchange:export": READS_REGISTER,
    "exchange:faults": KEEPS_REGISTER,
    "exchange:run": KEEPS_REGISTER,
    "exchange:table": KEEPS_REGISTER,
    "exchange:tables": KEEPS_REGISTER.replace("404", "403"),
    "exchange:template": KEEPS_REGISTER,
    "notices:inbox": SIGNED_IN,
    "notices:choices": SIGNED_IN,
    "notices:printed": "in 403 403 403 200 403 403 403 403 403",
    "papers:paper": "404 200 404 404 200 200 200 404 404 404",
    "portal:home": ALL,
    # Who works in one congress lands on the desk; the other deputy works in two.
    "portal:index": "200 302 200 302 302 302 302 302 302 302",
    "portal:published": ALL,
    "portal:robots": ALL,
    "portal:suggestion": ALL,
    "portal:trail": ALL,
    "congress:end": KEEPS_REGISTER,
    "congress:field": KEEPS_REGISTER,
    "congress:reform": KEEPS_BODIES,
    "congress:rename": KEEPS_REGISTER,
    # What each register answers to whom: tests/test_registers.py.
    "registers:edit": KEEPS_REGISTER,
    "registers:hub": READS_REGISTER.replace("404", "403"),
    "registers:list": READS_REGISTER,
    "registers:new": KEEPS_REGISTER,
    "registers:row": READS_REGISTER,
    "recovery_codes": PASSWORD_FIRST,
    "second_factor_app": PASSWORD_FIRST,
    "second_factor_passkey": PASSWORD_FIRST,
    "second_factor_remove": "in 404 404 404 404 404 404 404 404 404",  # nobody has one
    "second_factors": SIGNED_IN,
    "suggestions:detail": READERS,
    "suggestions:edit": "in 200 404 404 404 404 404 404 404 404",
    "suggestions:list": "in 200 200 403 200 200 200 200 403 403",
    "suggestions:print": READERS,
    "suggestions:register": "in 403 403 403 200 403 403 403 403 403",
    "suggestions:write": "in 200 200 403 403 200 403 403 403 403",  # the chair is a deputy too
    "usersessions_list": SIGNED_IN,
    "work:health": " ".join(["503"] * 10),  # no worker runs beside the tests
}
PAGES |= offices.PAGES
EVERYONE_GOES = " ".join(["302"] * 10)
SIGNED_IN_GOES = "in " + " ".join(["302"] * 9)
ACTS = {
    "notices:choose": SIGNED_IN_GOES,
    # It holds the usual value already.
    "congress:back_to_usual": "in 403 403 403 403 403 403 403 409 403",
    "congress:set_rule": "in 403 403 403 403 403 403 403 302 403",
    "congress:take_region": ADMINISTRATOR_ALONE.replace("200", "302"),
    # Everybody has a delegation and a group already: there is nobody to be put there.
    "deputies:confirm": KEEPS_BODIES.replace("200", "409"),
    "deputies:end_group": KEEPS_REGISTER.replace("200", "302"),
    "deputies:leave_seat": KEEPS_REGISTER.replace("200", "302"),
    "deputies:move_here": KEEPS_REGISTER.replace("200", "302"),
    "deputies:place_free": KEEPS_BODIES.replace("200", "409"),
    "deputies:seat_people": KEEPS_REGISTER.replace("200", "302"),
    "deputies:set_order": KEEPS_REGISTER.replace("200", "422"),
    "deputies:take_office": KEEPS_REGISTER.replace("200", "302"),
    "congress:carry_out": KEEPS_BODIES.replace("200", "422"),
    "congress:ended": KEEPS_REGISTER.replace("200", "302"),
    "congress:keep_field": KEEPS_REGISTER.replace("200", "302"),
    "congress:move": KEEPS_REGISTER.replace("200", "302"),
    "congress:number": READS_REGISTER,
    "congress:renamed": KEEPS_REGISTER.replace("200", "302"),
    "exchange:answer": KEEPS_REGISTER.replace("200", "302"),
    "exchange:choose": KEEPS_REGISTER.replace("200", "302"),
    "exchange:take_in": KEEPS_REGISTER.replace("200", "409"),
    "exchange:undo": KEEPS_REGISTER.replace("200", "409"),
    "exchange:upload": KEEPS_REGISTER.replace("200", "422"),
    "notices:printed_done": "in 403 403 403 302 403 403 403 403 403",
    "notices:read": SIGNED_IN_GOES,
    "notices:seen": "in " + " ".join(["204"] * 9),
    "pages:draft": SIGNED_IN,
    "pages:preferences": EVERYONE_GOES,
    "registers:change": KEEPS_REGISTER.replace("200", "302"),
    "registers:enter": KEEPS_REGISTER.replace("200", "302"),
    "registers:undo": KEEPS_REGISTER.replace("200", "409"),
    "registers:withdraw": KEEPS_REGISTER.replace("200", "409"),
    "recovery_codes_renew": PASSWORD_FIRST,
    "second_factor_app_set": PASSWORD_FIRST,
    "second_factor_passkey_add": PASSWORD_FIRST,
    "second_factor_removed": "in 404 404 404 404 404 404 404 404 404",
    "suggestions:begin": "in 302 302 403 403 302 403 403 403 403",
    "suggestions:register_paper": "in 403 403 403 422 403 403 403 403 403",
    "suggestions:save": "in 302 404 404 404 404 404 404 404 404",
    "suggestions:take": "in 409 404 404 302 409 409 404 404 404",
    "suggestions:take_handling": "in 409 404 404 422 409 302 404 404 404",
    "usersessions_end": SIGNED_IN_GOES,
}
SENT = {
    "congress:back_to_usual": {"seen": "3wd"},
    "congress:set_rule": {"value": "4", "seen": "3wd"},
    "congress:take_region": {"name": "新名", "on": "2025-07-01"},
    "congress:ended": {"on": "2026-11-26"},
    "congress:keep_field": {},
    "congress:move": {"to": "up"},
    "congress:renamed": {"name": "城乡建设委员会", "on": "2026-11-02"},
    "suggestions:take": {"title": "关于路灯的建议", "problem": "不亮。", "why": "错字"},
    "suggestions:begin": {"title": "关于路灯的建议"},
    "suggestions:save": {"title": "关于路灯的建议"},
    "usersessions_end": {"session": "others"},
    "exchange:choose": {"header_row": "1", "header_lines": "1", "column_0": "term"},
    "registers:enter": {"number": "9", "from_on": "2032-01-05"},
    "registers:change": {"number": "5", "from_on": "2021-12-21"},
    "deputies:seat_people": {"office": "member", "from_on": "2026-01-19", "names": "乌仁托娅"},
    "deputies:end_group": {"until_on": "2026-01-19", "reason": "合并"},
    "deputies:leave_seat": {"until_on": "2026-01-19", "reason": "辞职"},
    "deputies:take_office": {"office": "vice_chair", "from_on": "2026-01-19"},
    "deputies:move_here": {"names": "秦二柱"},
}
PAGES |= listed_turnover.PAGES
ACTS |= listed_turnover.ACTS
SENT |= listed_turnover.SENT
STEPS = {"suggestions:take_handling": "receive", **listed_turnover.STEPS, **deputies.STEP}
ON_A_BODY = ("body", "order", "seat", "seat_people", "set_order")
ON_A_SEAT = ("leave", "leave_seat", "office", "take_office")
for table, own in ((PAGES, deputies.PAGES), (ACTS, deputies.ACTS), (SENT, deputies.SENT)):
    table |= own
ACTS |= offices.ACTS
SENT |= offices.SENT
