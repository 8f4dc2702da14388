"""Quotes that a text editor made curly: YAML takes them for part of a text, and they print."""

import re

CURLY = "“”„‟«»‹›‘’‚‛「」『』"
QUOTES = f"\"'{CURLY}"
"""What stands around a text, straight or curly."""

QUOTED = re.compile("[“”„‟«»‹›「『][^“”„‟«»‹›「」『』]*[“”«»‹›」』]|‘[^‘’]*’")
PRINTED = "stands in curly quotes, which are printed."
STRAIGHT = 'Write straight quotes, "…", around a text for YAML; leave them if they are meant.'


def is_quoted(text: str) -> bool:
    """Whether a text stands in curly quotes as a whole."""
    return QUOTED.fullmatch(text) is not None


def unquoted(text: str) -> str:
    """Return a text without the quotes around it."""
    return text.strip(QUOTES).strip()


def in_quotes(text: str) -> str:
    """Return a text in the quotes that YAML takes for marks of its own."""
    shown = " ".join(text.split())
    if '"' in shown or "\\" in shown:
        return "'" + shown.replace("'", "''") + "'"
    return f'"{shown}"'
