"""The addresses of the deputies in the table of `test_addresses.py`, and what they are about."""

from typing import Any

from tests.qualifying import Qualification, proposed

ALL = " ".join(["200"] * 10)
OFFICE = "in 403 403 403 200 403 403 403 403 403"
READS = "in 403 403 403 200 200 403 403 200 403"
OWN_OR_OFFICE = "in 200 404 404 200 404 404 404 404 404"
PAGES = {
    "deputies:above": READS,
    "deputies:assistant": OWN_OR_OFFICE,
    "deputies:card": ALL,
    "deputies:case": "in 404 404 404 200 200 404 404 404 404",
    "deputies:cases": "in 403 403 403 200 200 403 403 403 403",
    "deputies:certificate_sheet": READS,
    "deputies:issue": OFFICE,
    "deputies:mine": "in 200 200 403 403 200 403 403 403 403",
    "deputies:photo": OWN_OR_OFFICE,
    "deputies:proposals": OFFICE,
    "deputies:public": ALL,
    "deputies:report": OFFICE,
}
ACTS = {
    # A proposal is answered by the other congress: here it can only be taken back.
    "deputies:accept_change": "in 404 404 404 409 404 404 404 404 404",
    "deputies:announce_many": OFFICE.replace("200", "422"),
    "deputies:ask_assistant": OWN_OR_OFFICE.replace("200", "409"),
    "deputies:begin_case": OFFICE.replace("200", "422"),
    "deputies:decline_change": "in 404 404 404 409 404 404 404 404 404",
    "deputies:drop_photo": OWN_OR_OFFICE.replace("200", "409"),
    "deputies:end_assistant": OWN_OR_OFFICE.replace("200", "302"),
    "deputies:issue_all": OFFICE.replace("200", "422"),
    "deputies:keep_photo": OWN_OR_OFFICE.replace("200", "422"),
    "deputies:name_assistant": OWN_OR_OFFICE.replace("200", "422"),
    "deputies:save_card": "in 302 302 403 403 409 403 403 403 403",
    "deputies:take_back_change": "in 404 404 404 302 404 404 404 404 404",
    "deputies:take_case": "in 404 404 404 302 409 404 404 404 404",
}
SENT = {"deputies:take_case": {"reason": "未迁出。"}}
STEP = {"deputies:take_case": "drop"}


class Stage:
    """A case of one deputy, a proposal about another, the seat of a third."""

    def __init__(self, city: Any) -> None:
        self.case = Qualification(city, deputy="秦二柱").fresh()
        self.change = proposed(city)
        self.seat = city.mandates["hewan", "乌仁托娅"]

    def subject(self, name: str) -> Any:
        """What this address is about."""
        if "case" in name:
            return self.case
        return self.change if name.endswith("_change") else self.seat
