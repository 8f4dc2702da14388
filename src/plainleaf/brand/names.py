"""[Brand] → a warning for each that cannot be told from another."""

from collections.abc import Iterable, Iterator

from plainleaf.errors import Finding, Severity
from plainleaf.model import Brand


def same_names(brands: Iterable[Brand]) -> Iterator[Finding]:
    """Warn of organizations that a reader could not tell apart."""
    first: dict[str, Brand] = {}
    for brand in brands:
        other = first.setdefault(" ".join(brand.title.casefold().split()), brand)
        if other is not brand:
            message = f"is the name in {other.path} too."
            hint = "Write what tells both apart, such as the town."
            weight, where = Severity.WARNING, "meta.name"
            yield Finding(brand.path, None, "same-name", message, hint, weight, where)
