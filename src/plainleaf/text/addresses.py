"""What an address looks like, by what it is looked for: no two of these uses want the same."""

import re

WEB = r"(?:https?://|www\.)"

HONEST = re.compile(rf"{WEB}[^\s<>]+|(?<![\w.+-])[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w+")
"""One of the web or of mail, or a name on a network: its signs are no markup."""

ORDERED = re.compile(
    rf"(?:{WEB}[!-~]+|(?:[A-Za-z0-9_][A-Za-z0-9_.%+'-]{{0,63}})?@[A-Za-z0-9_][A-Za-z0-9_.-]*"
    r"|(?<![A-Za-z0-9@._-])(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?:/[!-~]*)"
    r"|#[A-Za-z_][A-Za-z0-9_]*)(?<![.,:;!?'\")\]}>-])"
)
"""The same, or the name behind a #, without the signs behind it: it is read from the left."""

SOFTENED = re.compile(r"(?:://|www\.)[^\s\u00ad]{0,80}(\u00ad)")
"""One with a soft hyphen in it."""

AHEAD, BEHIND, REACH = re.compile(r"\S*\Z"), re.compile(r"\S*"), 80
"""What no space parts from a word on either side, and how much of it is looked at."""

PART = re.compile(r"\w[.@]\w|://")


def is_of_address(text: str, start: int, end: int) -> bool:
    """Whether a part of a text belongs to an address, where a hyphen would be typed too."""
    ahead = AHEAD.search(text, max(start - REACH, 0), start)
    behind = BEHIND.match(text, end, end + REACH)
    first, last = ahead.start() if ahead else start, behind.end() if behind else end
    return PART.search(text, first, last) is not None
