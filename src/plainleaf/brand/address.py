"""Texts → whether they are addresses on the web."""

import re
from urllib.parse import urlsplit

NO_HOST = re.compile(r"[\s\x00-\x1f\x7f%<>\\^|]")
"""What no name of a host holds."""

SITE = re.compile(r"https://[A-Za-z0-9._~%!$&'()*+,;=:@/-]{1,192}")
"""An address that has no query and no fragment; longer ones fit no QR code."""


def is_address(text: str) -> bool:
    """Whether a text is a whole address, with http or https."""
    try:
        address = urlsplit(text.strip())
        _ = address.port  # is read here, so that a wrong one is told
    except ValueError:
        return False
    host = address.hostname
    return address.scheme in ("http", "https") and bool(host) and not NO_HOST.search(host or "")


def is_site(text: str) -> bool:
    """Whether pages may stand below an address: it is plain, and names no user."""
    is_plain = SITE.fullmatch(text) and "@" not in text.split("/")[2]
    return bool(is_plain) and is_address(text)
