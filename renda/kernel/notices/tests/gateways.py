"""Small servers on this machine that take messages, or do not."""

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


class Gateway:
    """What came in, and what is answered: an HTTP code, or a line of SMTP to a recipient."""

    def __init__(self, answer: int = 200) -> None:
        self.answer, self.port = answer, 0
        self.taken: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []


@contextmanager
def http_gateway(answer: int = 200) -> Iterator[Gateway]:
    """A provider of text messages."""
    gateway = Gateway(answer)

    class Counter(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            gateway.taken.append(json.loads(body))
            gateway.headers.append(dict(self.headers))
            self.send_response(gateway.answer)
            self.end_headers()

        def log_message(self, *_said: Any) -> None:
            """Quietly."""

    with _served(HTTPServer(("127.0.0.1", 0), Counter), gateway) as found:
        yield found


@contextmanager
def smtp_gateway(answer: int = 250) -> Iterator[Gateway]:
    """A mail server that speaks just enough."""
    gateway = Gateway(answer)

    class Counter(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 here\r\n")
            while line := self.rfile.readline().decode().strip():
                verb = line[:4].upper()
                if verb == "DATA":
                    self.wfile.write(b"354 go on\r\n")
                    text = []
                    while (part := self.rfile.readline()) != b".\r\n":
                        text.append(part)
                    gateway.taken.append({"text": b"".join(text)})
                code = gateway.answer if verb == "RCPT" else 221 if verb == "QUIT" else 250
                self.wfile.write(f"{code} said\r\n".encode())
                if verb == "QUIT":
                    return

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Counter)
    server.daemon_threads = True
    with _served(server, gateway) as found:
        yield found


@contextmanager
def _served(server: Any, gateway: Gateway) -> Iterator[Gateway]:
    gateway.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield gateway
    finally:
        server.shutdown()
        server.server_close()
