"""Hands a message to a gateway over HTTP: a provider of text messages, an office's own system."""

import hashlib
import hmac
import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from renda.kernel.notices.channels import Message, NotSent

TIMEOUT = 10.0  # seconds
TRY_AGAIN = (408, 425, 429)  # of the 4xx answers; the others mean that it will never be taken


class HttpAdapter:
    """POST of the message as JSON. `url`; `token` is sent as bearer, `secret` signs the body
    (X-Renda-Signature: HMAC-SHA256), and Idempotency-Key names the message."""

    def __init__(self, channel: str, said: Mapping[str, Any]) -> None:
        self.url = str(said.get("url", ""))
        if not self.url.startswith(("http://", "https://")):
            raise ValueError(f"[channels.{channel}] needs the url of its gateway")
        self.token, self.secret = str(said.get("token", "")), str(said.get("secret", ""))
        self.timeout = float(said.get("timeout", TIMEOUT))

    def send(self, message: Message) -> None:
        """Raises NotSent, finally for an address that the gateway refuses."""
        body = json.dumps(asdict(message), ensure_ascii=False).encode()
        asked = urllib.request.Request(self.url, data=body, method="POST")  # noqa: S310 checked
        asked.add_header("Content-Type", "application/json; charset=utf-8")
        asked.add_header("Idempotency-Key", message.key)
        if self.token:
            asked.add_header("Authorization", f"Bearer {self.token}")
        if self.secret:
            signed = hmac.new(self.secret.encode(), body, hashlib.sha256).hexdigest()
            asked.add_header("X-Renda-Signature", signed)
        try:
            with urllib.request.urlopen(asked, timeout=self.timeout) as answer:  # noqa: S310
                answer.read(1)
        except urllib.error.HTTPError as fault:
            is_final = 400 <= fault.code < 500 and fault.code not in TRY_AGAIN
            raise NotSent(f"HTTP {fault.code}", is_final=is_final) from fault
        except (OSError, http.client.HTTPException, ValueError) as fault:
            raise NotSent(f"{type(fault).__name__}: {fault}") from fault
