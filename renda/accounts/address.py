"""Where a request comes from."""

import ipaddress

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str | None:
    """The address of the browser; behind the proxy of docs/deploy.md, the one the proxy saw."""
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:
        return None


def network_of(request: HttpRequest) -> str:
    """What wrong passwords are counted by: an IPv4 address, or the /64 of one line in IPv6."""
    address = address_of(request)
    if address is None:
        return ""
    if (found := ipaddress.ip_address(address)).version == 4:
        return address
    return str(ipaddress.ip_network(f"{found}/64", strict=False))
