"""What day it is: the one place where the machine's clock decides anything that is written.

SOURCE_DATE_EPOCH is a date for the bytes of a PDF, and no today.
"""

from datetime import date, datetime, timedelta, timezone

FIRST_ZONE = timezone(timedelta(hours=14))
"""Where a day begins first: what is tomorrow there too is in the future."""


def today() -> date:
    """Return the day that this machine's clock and zone say."""
    return datetime.now().astimezone().date()


def newest_day() -> date:
    """Return the last day that has begun anywhere on earth."""
    return datetime.now(FIRST_ZONE).date()


def has_begun(day: str) -> bool:
    """Whether a day, as YYYY-MM-DD, has begun somewhere: only then can a review be of it."""
    return day <= newest_day().isoformat()
