"""The addresses of accounts and posts: who gets what, and what they are about."""

from datetime import date
from typing import Any

from renda.congress.staffing import give_post, hand_over, stand_in
from renda.deputies.cast import CITY
from renda.kernel.moment import today

SIGNED_IN = "in " + " ".join(["200"] * 9)
KEEPER = "in 403 403 403 403 403 403 403 200 403"
KEEPS_ACCOUNTS = KEEPER.replace("403", "404")
PAGES = {
    "congress:account": KEEPS_ACCOUNTS,
    "congress:accounts": KEEPER,
    "congress:borrowing": KEEPER,
    "congress:candidates": KEEPER,
    "congress:ending": KEEPS_ACCOUNTS,
    "congress:first_steps": KEEPER,
    "congress:handing": KEEPS_ACCOUNTS,
    "congress:handover": "in 404 404 404 200 404 404 404 200 404",
    "congress:handovers": KEEPER,
    "congress:many_accounts": KEEPER,
    "congress:my_posts": SIGNED_IN,
    "congress:new_account": KEEPER,
    "congress:security_log": KEEPER,
    "congress:standing_in": KEEPS_ACCOUNTS,
}
ACTS = {
    "congress:borrow": KEEPER.replace("200", "422"),
    "congress:do_account": KEEPS_ACCOUNTS.replace("200", "302"),
    "congress:end_post": KEEPS_ACCOUNTS.replace("200", "302"),
    "congress:enter_stand_in": KEEPS_ACCOUNTS.replace("200", "422"),
    "congress:give_accounts": KEEPER.replace("200", "422"),
    "congress:hand": KEEPS_ACCOUNTS.replace("200", "422"),
    # Who holds no post here has nothing to let somebody stand in for.
    "congress:let_stand_in": "in 404 404 404 422 422 422 422 422 404",
    "congress:look": KEEPER,
    "congress:make_account": KEEPER,
    "congress:make_accounts": KEEPER.replace("200", "422"),
    "congress:stop_stand_in": "in 404 404 404 302 404 404 404 302 404",
}
SENT = {
    "congress:do_account": {"name": "白玥琦"},
    "congress:end_post": {"until_on": "2030-01-01"},
    "congress:make_account": {"name": "万和平", "from_on": "2026-01-01"},
}
LONG_AGO = date(2025, 3, 3)


def of_accounts(city: Any) -> dict[str, Any]:
    """The clerk's account and post, a stand-in for the clerk, and a handover to the clerk."""
    clerk, admin = city.users["白玥琪"], city.actor("高珺")
    helper = city.users["韩赟"]
    post = clerk.posts.get()
    (stand_in_post,) = stand_in(
        posts=[post],
        user=city.users["单禾"],
        from_on=today(),
        until_on=today(),
        by=admin,
    )
    old = give_post(user=helper, body=post.body, role="committee_staff", from_on=LONG_AGO, by=admin)
    handover = hand_over(
        congress=city.congresses[CITY], posts=[old], new=clerk, from_on=today(), by=admin
    )
    account = ("account", "do_account", "standing_in", "enter_stand_in", "handing", "hand")
    found: dict[str, Any] = {f"congress:{name}": clerk for name in account}
    found |= {"congress:ending": post, "congress:end_post": post}
    return found | {"congress:stop_stand_in": stand_in_post, "congress:handover": handover}
