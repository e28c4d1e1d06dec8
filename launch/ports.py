"""Ports: whether ours is free, and whether the web server has begun to answer."""

import http.client
import socket

from launch.refusal import Refused


def must_be_free(host: str, port: int, *, command: str) -> None:
    """Raise Refused when nobody can listen here.

    The web server itself would not notice: its workers share a port, even with a stranger's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # closed ones may linger
        try:
            trial.bind((host, port))
        except PermissionError as fault:
            raise Refused(
                f"Port {port} is reserved for the system; take one above 1023."
            ) from fault
        except OSError as fault:
            raise Refused(
                f"Port {port} on {host} cannot be used ({fault.strerror}): another program, "
                f"perhaps an earlier ./run, may be listening there. "
                f"Stop it, or choose another port: ./run {command} --port {port + 1}"
            ) from fault


def is_answering(host: str, port: int) -> bool:
    """Whether the web server answers a request, well or not.

    Not /healthz: that one complains, rightly, until the worker gives its first sign of life.
    """
    asked = http.client.HTTPConnection(host, port, timeout=5)
    try:
        asked.request("GET", "/due/", headers={"Host": "localhost"})
        asked.getresponse().read()
        return True
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()
