"""How a number is written, whatever its script or grouping → its value."""

import re
import unicodedata
from fractions import Fraction

CJK = "\u3040-\u9fff"  # where a dot ends no word

# A whole number (grouped as in India, as elsewhere, or not), then the part below one.
GROUPED = (
    r"(?:[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}"
    r"|[1-9][0-9]{0,2}(?P<mark>[ .,'٬])[0-9]{3}(?:(?P=mark)[0-9]{3}){0,6})(?![0-9])"
)
FRACTION = r"(?:[0-9]{1,3} ?)?[½¼¾⅓⅔⅛]|(?:[0-9]{1,3} )?(?<![0-9/])[1-9]/[2-9](?![0-9/])"
IN_NAME = "(?<![A-Za-zÀ-ɏḀ-ỿͰ-ϿЀ-ӿ0-9])"
"""The 12 of B12 is no number, and the 19 of COVID-19 is."""

NUMBER = re.compile(
    rf"{IN_NAME}(?:(?P<fraction>{FRACTION})"
    rf"|(?P<whole>{GROUPED}|[0-9]{{1,30}})(?:[.,٫](?P<part>[0-9]{{1,30}}))?"
    rf"|(?<![^\W{CJK}])(?<![.,:)\]])[.٫](?P<below>[0-9]{{1,30}}))"  # .5
)

IN_ASCII = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u3000", " "),
        **dict.fromkeys("\u2010\u2011\uff0d", "-"),
        **dict.fromkeys("٪％", "%"),
        **dict(zip("：（）．，＋／μ", ":().,+/µ", strict=True)),
    }
)


def value_of(match: re.Match[str], decimal: str) -> Fraction:
    """Return a number without grouping; `decimal` tells what the sign before three digits is."""
    if match["fraction"]:
        found = re.sub("[½-⅞]", lambda one: f" {unicodedata.normalize('NFKC', one[0])}", match[0])
        parts = re.findall("[0-9]+(?:/[0-9]+)?", found.replace("⁄", "/"))
        return sum(map(Fraction, parts), Fraction())
    whole, part = match["whole"] or "0", match["part"] or match["below"]
    if not part and match["mark"] == decimal and whole.count(decimal) == 1:  # 1.200.000 is grouped
        whole, _, part = whole.partition(decimal)
    return Fraction(f"{re.sub('[^0-9]', '', whole)}.{part or 0}")


def in_ascii(text: str) -> str:
    """Return a text with each digit and mark in ASCII, one for one, so that places keep."""
    signs = text.translate(IN_ASCII)
    return "".join(c if c.isascii() else str(unicodedata.decimal(c, c)) for c in signs)
