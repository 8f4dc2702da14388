"""SOURCE_DATE_EPOCH → the date that it asks for."""

import os
import re
from datetime import UTC, datetime

from plainleaf.errors import Finding, PlainleafError

NAME = "SOURCE_DATE_EPOCH"
SECONDS = re.compile("[0-9]{1,12}")
LAST = 253_402_300_799  # the end of the year 9999; a PDF's year has four digits


def wanted_date() -> str:
    """Return a date as ISO 8601, or none: then the handout's own; raise PlainleafError."""
    epoch = os.environ.get(NAME, "")
    if not epoch:
        return ""
    if not SECONDS.fullmatch(epoch) or int(epoch) > LAST:
        message = f"{epoch[:40]!r} is no date."
        hint = "Give whole seconds since 1970, in digits alone, or unset it."
        raise PlainleafError(Finding(NAME, None, "bad-epoch", message, hint))
    return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
