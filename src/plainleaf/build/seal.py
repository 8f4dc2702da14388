"""Bytes → a seal that only this machine's user could have set: what was kept is not believed.

The key lies outside of any workspace. A store, or a list of what was built, that came with a
workspace from elsewhere has no seal of ours, and what is in it is made anew.
"""

import hashlib
import os
import secrets
from contextlib import suppress
from functools import cache
from hmac import compare_digest
from pathlib import Path

from platformdirs import user_state_path

NAME = "seal.key"
LENGTH = 32
"""Bytes of the key, and of a seal."""


def seal(*parts: bytes) -> bytes:
    """Return the seal of parts in this order, each as it is."""
    found = hashlib.blake2b(key=_key(), digest_size=LENGTH)
    for part in parts:
        found.update(b"%d " % len(part))
        found.update(part)
    return found.digest()


def is_sealed(found: bytes, *parts: bytes) -> bool:
    """Whether a seal was set on these parts, here."""
    return compare_digest(found, seal(*parts))


@cache
def _key() -> bytes:
    """Return this user's key; where there is no place for one, one that ends with the process."""
    try:
        place = user_state_path("plainleaf", appauthor=False) / NAME
        return _read(place) or _made(place)
    except (OSError, RuntimeError):  # a user without a home, as in a container
        return secrets.token_bytes(LENGTH)


def _read(place: Path) -> bytes:
    """Return the key; nothing where there is none that is whole."""
    try:
        key = place.read_bytes()
    except FileNotFoundError:
        return b""
    return key if len(key) == LENGTH else b""


def _made(place: Path) -> bytes:
    """Put a new key in place, unless another process was quicker."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if place.is_file() and not _read(place):
        place.unlink(missing_ok=True)  # one that was cut
    part = place.with_name(f".{NAME}.{os.getpid()}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, secrets.token_bytes(LENGTH))
        os.close(handle)
        with suppress(FileExistsError):
            place.hardlink_to(part)  # never over another one
    finally:
        part.unlink(missing_ok=True)
    return _read(place)
