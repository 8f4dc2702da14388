"""A CMap's source → a table from codes to what they stand for."""

import re
from collections.abc import Iterator

SECTION = re.compile(rb"begin(bf|cid)(char|range)(.*?)end\1\2", re.DOTALL)
HEX = rb"<([0-9A-Fa-f\s]*+)>\s*+"
ENTRY = {
    b"char": re.compile(HEX + rb"()(?:" + HEX + rb"|(\d++)|\[(.*?)\])", re.DOTALL),
    b"range": re.compile(HEX + HEX + rb"(?:" + HEX + rb"|(\d++)|\[(.*?)\])", re.DOTALL),
}
MOST_CODES = 0x10000
"""Codes that a range may hold."""


def read_characters(source: bytes) -> dict[int, str]:
    """Return the text of each code in a ToUnicode CMap."""
    return {
        code + step: _text(target, step)
        for code, count, target, _, targets in _entries(source, b"bf")
        for step, target in enumerate(targets or [target] * count)
    }


def read_notdef(source: bytes) -> frozenset[int]:
    """Return the codes that an encoding CMap sends to glyph 0."""
    entries = _entries(source, b"cid")
    return frozenset(code for code, _, _, glyph, _ in entries if glyph and not int(glyph))


def _entries(source: bytes, kind: bytes) -> Iterator[tuple[int, int, bytes, bytes, list[bytes]]]:
    """Return first code, number of codes, hex target, number target and list of targets."""
    for found, shape, body in SECTION.findall(source):
        if found != kind:
            continue
        for first, last, target, glyph, targets in ENTRY[shape].findall(body):
            start = int(first, 16)
            count = int(last or first, 16) - start + 1
            yield start, min(count, MOST_CODES), target, glyph, re.findall(HEX, targets)


def _text(digits: bytes, step: int) -> str:
    """Return a target's text; within a range its last character counts up."""
    text = bytes.fromhex(b"".join(digits.split()).decode()).decode("utf-16-be", "replace")
    return text[:-1] + chr(ord(text[-1]) + step) if step and text else text
