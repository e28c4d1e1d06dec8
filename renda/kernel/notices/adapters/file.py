"""Writes down what would be sent: outgoing/<channel>.jsonl in the home."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.conf import settings

from renda.kernel.moment import now
from renda.kernel.notices.channels import Message, NotSent


class FileAdapter:
    """The usual one: a county without a contract for text messages loses nothing."""

    def __init__(self, channel: str, _said: Mapping[str, Any]) -> None:
        self.path = settings.HOME.path / "outgoing" / f"{channel}.jsonl"

    def send(self, message: Message) -> None:
        """Add one line, whole or not at all; raises NotSent when the disk takes none."""
        line = json.dumps({**asdict(message), "at": now().isoformat()}, ensure_ascii=False)
        try:
            self.path.parent.mkdir(exist_ok=True)
            # One write in append mode: two workers never mix their lines.
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(handle, f"{line}\n".encode())
            finally:
                os.close(handle)
        except OSError as fault:
            raise NotSent(str(fault)) from fault
