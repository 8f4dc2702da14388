"""Whether the sheet shows what its own brand gives: logo, code and colour, on the page itself."""

from collections.abc import Iterator

from plainleaf.errors import Fault
from plainleaf.model import MOST_APART, Facts, Promise

HINT = (
    "Take from the styles what covers it or lies beneath it. If nothing does, remove build/.cache,"
    " build it again, and report it."
)


def check_brand(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report each sight that is not what was promised, and a colour that is another one."""
    if promise is None:
        return
    for sight, distance in zip(promise.sights, facts.apart, strict=True):
        if distance > MOST_APART:
            message = f"the {sight.name} does not look there as the brand gives it."
            yield Fault("pdf-brand", message, HINT, page=sight.page)
    if promise.color != facts.color:
        message = f"its colour is {facts.color or 'none'}, not {promise.color or 'none'}."
        yield Fault("pdf-brand", message, HINT)
