"""Letters that cannot be printed are told with their place and a way out."""

from dataclasses import replace

import pytest

from plainleaf.checks.text.letters import WRITE, check_letters
from plainleaf.errors import Finding
from plainleaf.model import Brand, Catalogue, Contact, Edition, Library, Translation, Unit
from plainleaf.workspace.coverage import lacking
from tests.checks.text.test_text import EDITIONS
from tests.values import library_of, tea

HANDOUT = "handouts/tea/handout.md"
PEDESTRIAN = "'🚶' (PEDESTRIAN, U+1F6B6) cannot be printed: no font here has it."
IN_WORDS = "Say it in words."


def found(library: Library, editions: tuple[Edition, ...] = EDITIONS) -> list[Finding]:
    return list(check_letters(replace(library, lacking=frozenset("🚶✅\uf0b7🏽ꦗ")), editions))


def library(**changes: object) -> Library:
    return library_of(tea(**changes))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("Walk 🚶🚶", PEDESTRIAN, IN_WORDS),
        ("A ✅", "'✅' (WHITE HEAVY CHECK MARK, U+2705)", "Write ✓ or words."),
        ("\uf0b7 A", "'\\uf0b7' (no name, U+F0B7)", "Type it anew: it is of one program's own"),
        ("ꦗ", "'ꦗ' (JAVANESE LETTER JA, U+A997)", "Write it otherwise, unless Debian's"),
        (
            "🚶 ✅",
            "'🚶' (PEDESTRIAN, U+1F6B6), '✅' (WHITE HEAVY CHECK MARK, U+2705) cannot be printed:"
            " no font here has them.",
            "'🚶': say it in words. '✅': write ✓ or words.",
        ),
    ],
)
def test_each_text_tells_its_letters_and_what_to_write(text: str, message: str, hint: str) -> None:
    (finding,) = found(library(title=Unit("title", text, 7)))
    assert (finding.path, finding.line, finding.code) == (HANDOUT, 7, "letters")
    assert finding.message.startswith(message)
    assert finding.hint.startswith(hint)
    assert finding.is_error


def test_every_place_that_is_printed_is_looked_at() -> None:
    """Handout, its publisher and translation, fixed words and an organization."""
    said = Translation("Tea", "Té 🚶", fuzzy=False, line=5)
    page = Translation("Page", "🚶", fuzzy=False, line=9)
    brand = Brand("b", "🚶", "styles/brands/b/_brand.yml", contacts={"en": Contact("", ("🚶",))})
    whole = replace(
        library(publisher="🚶", sources=(Unit("source-1", "🚶", 8),)),
        catalogues={("tea", "es"): Catalogue("es", "handouts/tea/es.po", {"title": said})},
        words={"es": Catalogue("es", "templates/strings/es.po", {"Page": page})},
        brands={"b": brand},
    )
    assert [(f.path, f.line, f.field) for f in found(whole)] == [
        (HANDOUT, None, "publisher"),
        (HANDOUT, 8, None),
        ("handouts/tea/es.po", 5, None),
        ("templates/strings/es.po", 9, None),
        ("styles/brands/b/_brand.yml", None, "meta.name"),
        ("styles/brands/b/_brand.yml", None, "defaults.plainleaf.contact.en.lines"),
    ]


def test_what_is_not_printed_may_hold_any_letter() -> None:
    """The words for a picture, the address of a link, a translation of an older text."""
    old = Translation("Older", "🚶", fuzzy=False, line=5)
    texts = {
        "sources": (Unit("f/alt", "🚶", 8), Unit("source-1", "[a](https://tea.example/🚶)", 9)),
    }
    whole = replace(
        library(**texts),
        catalogues={("tea", "es"): Catalogue("es", "handouts/tea/es.po", {"title": old})},
    )
    assert found(whole) == []


def test_what_is_offered_can_be_printed_and_is_needed() -> None:
    assert (lacking(WRITE.values()), lacking(WRITE)) == (frozenset(), frozenset(WRITE))
