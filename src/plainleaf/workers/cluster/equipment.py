"""What besides a workspace shapes the bytes, here and on each worker → how they differ."""

import platform
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version

from plainleaf.errors import Finding
from plainleaf.workspace.engine import ENGINE, code_digest, shared_libraries
from plainleaf.workspace.fonts import font_files

MOST_TOLD = 3


@cache
def equipment() -> Mapping[str, str]:
    """Return the code, libraries and fonts that are here, by name."""
    return {
        "Python": ".".join(platform.python_version_tuple()[:2]),
        "plainleaf": f"{version('plainleaf')} ({code_digest()[:8]})",
        **{name: version(name) for name in ENGINE},
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **dict.fromkeys(shared_libraries(), "there"),
        **{file.name: f"{file.stat().st_size} bytes" for file in font_files()},
    }


def differences(
    ours: Mapping[str, str], theirs: Mapping[str, Mapping[str, str] | Exception], path: str
) -> Iterator[Finding]:
    """Yield what differs by worker, once for all that differ in the same way."""
    alike: dict[str, list[str]] = {}
    for address, rows in theirs.items():
        if text := _difference(ours, rows):
            alike.setdefault(text, []).append(address)
    for text, addresses in alike.items():
        message = f"{_first(sorted(addresses), ', ')}: {text}."
        hint = "Give it the plainleaf, libraries and fonts that are here, or take it away."
        yield Finding(path, None, "cluster-differs", message, hint)


def _difference(ours: Mapping[str, str], theirs: Mapping[str, str] | Exception) -> str:
    if isinstance(theirs, Exception):
        return f"cannot say what it has, {theirs!r:.120}"
    names = [name for name in {**ours, **theirs} if ours.get(name) != theirs.get(name)]
    return _first([f"{n} is {_what(theirs, n)}, here {_what(ours, n)}" for n in names], "; ")


def _what(rows: Mapping[str, str], name: str) -> str:
    return rows.get(name, "missing")


def _first(texts: list[str], between: str) -> str:
    more = len(texts) - MOST_TOLD
    return between.join(texts[:MOST_TOLD]) + (f" and {more} more" if more > 0 else "")
