"""The registry of checks. A check: one file in text/ or pdf/, one line in a table below."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from plainleaf.checks.pdf.active import check_active
from plainleaf.checks.pdf.author import check_author
from plainleaf.checks.pdf.bookmarks import check_bookmarks
from plainleaf.checks.pdf.brand import check_brand
from plainleaf.checks.pdf.font_family import check_font_family
from plainleaf.checks.pdf.fonts_embedded import check_fonts_embedded
from plainleaf.checks.pdf.lang_marks import check_lang_marks
from plainleaf.checks.pdf.language import check_language
from plainleaf.checks.pdf.link_contents import check_link_contents
from plainleaf.checks.pdf.notdef import check_notdef
from plainleaf.checks.pdf.photocopy import check_photocopy
from plainleaf.checks.pdf.press_words import check_press_words
from plainleaf.checks.pdf.private import check_private
from plainleaf.checks.pdf.safe_area import check_safe_area
from plainleaf.checks.pdf.seen import check_seen
from plainleaf.checks.pdf.size_floor import check_size_floor
from plainleaf.checks.pdf.text_lost import check_text_lost
from plainleaf.checks.pdf.title import check_title
from plainleaf.checks.pdf.ua import check_ua
from plainleaf.checks.text.audiences import check_audiences
from plainleaf.checks.text.brief import check_brief
from plainleaf.checks.text.letters import check_letters
from plainleaf.checks.text.parity import check_parity
from plainleaf.checks.text.qr import check_qr
from plainleaf.checks.text.quotes import check_quotes
from plainleaf.checks.text.reviewed import check_reviewed
from plainleaf.checks.text.translations import check_translations
from plainleaf.checks.text.unchecked import check_unchecked
from plainleaf.checks.text.words import check_words
from plainleaf.errors import Fault, Finding
from plainleaf.model import Edition, Facts, Library, Promise

TextCheck = Callable[[Library, Sequence[Edition]], Iterator[Finding]]
"""Reports faults of the text that the editions are made of."""

TEXT_CHECKS: Mapping[str, TextCheck] = {
    "audiences": check_audiences,
    "brief": check_brief,
    "letters": check_letters,
    "parity": check_parity,
    "qr": check_qr,
    "quotes": check_quotes,
    "reviewed": check_reviewed,
    "translations": check_translations,
    "unchecked": check_unchecked,
    "words": check_words,
}
"""By the code of the findings."""

PdfCheck = Callable[[Facts, Promise | None], Iterator[Fault]]
"""Reports faults of a PDF; without a promise only what needs none."""

PDF_CHECKS: Mapping[str, PdfCheck] = {
    "pdf-ua": check_ua,
    "pdf-title": check_title,
    "pdf-author": check_author,
    "pdf-language": check_language,
    "pdf-bookmarks": check_bookmarks,
    "pdf-lang-marks": check_lang_marks,
    "pdf-fonts-embedded": check_fonts_embedded,
    "pdf-font-family": check_font_family,
    "pdf-notdef": check_notdef,
    "pdf-size-floor": check_size_floor,
    "pdf-seen": check_seen,
    "photocopy": check_photocopy,
    "pdf-link-contents": check_link_contents,
    "pdf-safe-area": check_safe_area,
    "pdf-text-lost": check_text_lost,
    "pdf-brand": check_brand,
    "pdf-active": check_active,
    "pdf-private": check_private,
    "press-words": check_press_words,
}
"""By the code of the findings."""


def check_pdf(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Run every check of a PDF."""
    return (fault for check in PDF_CHECKS.values() for fault in check(facts, promise))


def check_texts(library: Library, editions: Sequence[Edition]) -> tuple[Finding, ...]:
    """Run every check of text."""
    return tuple(f for check in TEXT_CHECKS.values() for f in check(library, editions))
