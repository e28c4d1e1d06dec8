"""A signed-in person with a browser of their own, reduced to posting forms."""

import http.client
import secrets
from dataclasses import dataclass
from threading import Barrier, Thread
from typing import Any
from urllib.parse import urlencode

from tests.crash.house import House

TOKEN = "c" * 32  # both halves of the double-submit token are the browser's own


@dataclass(frozen=True)
class Said:
    """An answer, or none (`code` 0) when the connection broke."""

    code: int
    goes_to: str = ""
    body: str = ""


def new_key() -> str:
    """A form's one-time key."""
    return secrets.token_urlsafe(18)


def post(house: House, who: str, path: str, **fields: Any) -> Said:
    """Send a form as this person; a key is made unless one is given."""
    fields = {"key": new_key(), "csrfmiddlewaretoken": TOKEN, **fields}
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"csrftoken={TOKEN}; sessionid={house.told['cookies'][who]}",
        "Connection": "close",
    }
    line = http.client.HTTPConnection("127.0.0.1", house.port, timeout=40)
    try:
        line.request("POST", path, urlencode(fields, doseq=True), headers)
        answer = line.getresponse()
        body = answer.read().decode(errors="replace")
        return Said(answer.status, answer.headers.get("Location", ""), body)
    except (OSError, http.client.HTTPException):
        return Said(0)
    finally:
        line.close()


def together(*acts: Any) -> list[Any]:
    """Run these at the same moment; returns their answers in order."""
    answers: list[Any] = [None] * len(acts)
    start = Barrier(len(acts))

    def run(n: int) -> None:
        start.wait()
        answers[n] = acts[n]()

    threads = [Thread(target=run, args=(n,)) for n in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def reply(house: House, who: str, ids: list[int], **fields: Any) -> Said:
    """An organ's reply."""
    suggestion, part = ids
    path = f"/hewan/suggestions/{suggestion}/handlings/{part}/reply/"
    said = {"text": f"{who}的答复", "result": "A", "version": version(house, "handling", part)}
    return post(house, who, path, **{**said, **fields})


def accept(house: House, who: str, pk: int) -> Said:
    """The office accepts a suggestion."""
    seen = version(house, "suggestion", pk)
    return post(house, who, f"/hewan/suggestions/{pk}/accept/", version=seen)


def assign(house: House, who: str, pk: int) -> Said:
    """The office assigns it to two organs."""
    parts = [house.told["housing"], house.told["police"]]
    seen = version(house, "suggestion", pk)
    path = f"/hewan/suggestions/{pk}/assign/"
    return post(house, who, path, version=seen, separate=parts)


def version(house: House, kind: str, pk: int) -> int:
    """The version that this person's page would carry."""
    return int(house.one(f"SELECT version FROM suggestions_{kind} WHERE id = {pk}"))
