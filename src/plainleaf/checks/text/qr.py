"""Whether the address of a handout's page is short enough to type, and for a coarse QR code."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Finding, Severity
from plainleaf.model import Edition, Library

MOST = 49
"""Characters: a longer address is mistyped, and its code is too fine for old phones."""

HINT = "Use a shorter site, or give the handout a shorter name."


def check_qr(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Warn of pages whose address is too long, for each brand."""
    handouts = sorted({edition.handout for edition in editions})
    for brand in library.brands.values():
        for page in map(brand.page_of, handouts):
            if len(page) > MOST:
                yield Finding(
                    brand.path,
                    None,
                    "qr",
                    f"{page} has {len(page)} characters, more than {MOST}.",
                    HINT,
                    Severity.WARNING,
                    field="defaults.plainleaf.site",
                )
