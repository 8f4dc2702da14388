"""An object's PDF source → its text strings, and the names of what acts."""

import re
from collections.abc import Iterator

# Atomic groups: before Python 3.11.5 a possessive group, (…)*+, fails where its content varies.
PLAIN = rb"\\(?s:.)|[^\\()]"
INNER = rb"\((?>(?:" + PLAIN + rb")*)\)"
LITERAL = rb"\((?>(?:" + PLAIN + rb"|\((?>(?:" + PLAIN + rb"|" + INNER + rb")*)\))*)\)"
STRING = re.compile(rb"(?<!<)<([0-9A-Fa-f\s]++)>|(" + LITERAL + rb")")
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\r\n])|(.))", re.DOTALL)
CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

ACTIVE = (
    "JavaScript",
    "JS",
    "Launch",
    "AA",
    "EmbeddedFile",
    "EmbeddedFiles",
    "FileAttachment",
    "AF",
    "GoToR",
    "GoToE",
    "SubmitForm",
    "ImportData",
    "RichMedia",
    "Movie",
    "Sound",
    "Rendition",
    "Screen",
    "3D",
    "XFA",
)
"""Names of PDF objects and actions that do something, or carry a file."""

ACTIVE_NAME = re.compile(rb"/(" + "|".join(ACTIVE).encode() + rb")(?![^\s/<>\[\]()])")


def text_strings(source: bytes) -> Iterator[str]:
    """Return the strings of an object."""
    for match in STRING.finditer(source):
        yield text_string(match[0])


def active_names(source: bytes) -> set[str]:
    """Return the names in an object that stand for something active."""
    if not ACTIVE_NAME.search(source):
        return set()
    return {"/" + name.decode() for name in ACTIVE_NAME.findall(STRING.sub(b"()", source))}


def text_string(source: bytes) -> str:
    """Return what a PDF text string says."""
    string = unescape(source)
    if string.startswith(b"\xfe\xff"):
        return string[2:].decode("utf-16-be", "replace")
    if string.startswith(b"\xff\xfe"):
        return string[2:].decode("utf-16-le", "replace")
    if string.startswith(b"\xef\xbb\xbf"):
        return string[3:].decode("utf-8", "replace")
    return string.decode("latin-1")


def unescape(source: bytes) -> bytes:
    """Return the bytes of a string written as <…> or (…)."""
    if source.startswith(b"<"):
        digits = b"".join(source[1:-1].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    inner = source[1:-1]
    return ESCAPE.sub(_unescaped, inner) if b"\\" in inner else inner


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal, line_end, letter = match.groups()
    if octal:
        return bytes([int(octal, 8) & 255])
    return b"" if line_end else CONTROLS.get(letter, letter)
