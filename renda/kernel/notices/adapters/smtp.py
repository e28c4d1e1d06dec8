"""Sends mail through the office's own server."""

import smtplib
from collections.abc import Mapping
from email.message import EmailMessage
from typing import Any

from renda.kernel.notices.channels import Message, NotSent

TIMEOUT = 20.0  # seconds


class SmtpAdapter:
    """`host`, `port`, `sender`; `user` and `password` if the server asks, `tls` unless false."""

    def __init__(self, channel: str, said: Mapping[str, Any]) -> None:
        self.said = said
        if not said.get("host") or not said.get("sender"):
            raise ValueError(f"[channels.{channel}] needs host and sender")

    def send(self, message: Message) -> None:
        """Raises NotSent, finally for an address that the server refuses for good."""
        mail = EmailMessage()
        mail["From"], mail["To"] = self.said["sender"], message.to
        mail["Subject"] = message.subject
        mail["Message-ID"] = f"<{message.key}@renda>"
        mail.set_content(message.text)
        try:
            with smtplib.SMTP(
                self.said["host"], int(self.said.get("port", 25)), timeout=TIMEOUT
            ) as server:
                if self.said.get("tls", True):
                    server.starttls()
                if self.said.get("user"):
                    server.login(self.said["user"], self.said.get("password", ""))
                server.send_message(mail)
        except smtplib.SMTPRecipientsRefused as fault:
            codes = [code for code, _said in fault.recipients.values()]
            is_final = all(500 <= code < 600 for code in codes)
            raise NotSent(str(codes), is_final=is_final) from fault
        except (smtplib.SMTPException, OSError) as fault:
            raise NotSent(str(fault)) from fault
