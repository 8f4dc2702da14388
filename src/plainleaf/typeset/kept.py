"""Pieces × what the sheet says → whether a style lets each text and each slot stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from plainleaf.errors import Fault
from plainleaf.model import ADDRESS, CODE, LOGO, MILLIMETRE, Sheet
from plainleaf.typeset.pieces import Piece, bare, shortened, words_of

FOR_A_PEN = frozenset({"record", "own-questions"})
"""Classes that a style may leave out: nobody fills in a brochure before handing it out."""

NO_TEXT = ("svg", "style", "script")
"""How the names of elements end that are no text: the words of a picture belong to it."""

PAGE, PAGES = "footer__page", "footer__pages"
"""Classes of what a style fills with the page's number, and with how many there are."""

SHORT_BACK, STAFF = "short-back", "edition"
"""Class of a sheet whose last page has no foot, and of the line there that says the same."""

LEAST_PICTURE = 5 * MILLIMETRE
"""CSS pixels: nobody recognizes a logo that is smaller either way, or a picture both ways."""

SEE_THROUGH = 0.5
"""The opacity below which a picture is as good as hidden."""

STAND_IN = "figure__alt"
"""Class of a picture that only carries words for a screen reader."""

RESTORE = "Take out of the styles what hides or changes it."

Wanted = tuple[str, str]
"""A slot's name, and the language of its voice."""

Shown = Mapping[Any, Mapping[int, str]]
"""By element and page: the text that is drawn of it."""


def wanted_slots(sheet: Sheet) -> tuple[Wanted, ...]:
    """Return the slots that an edition must have open, whatever its templates and styles say."""
    if not sheet.shape.organization:
        return ()
    return tuple(dict.fromkeys(each for side in sheet.sides for each in _wanted(side)))


def _wanted(side: Sheet) -> Iterator[Wanted]:
    leading = side.voices[0].language.code
    yield LOGO, leading
    calls = any(section.kind == "when-to-call" for section in side.handout.sections)
    for voice in side.voices:
        yield "contact", voice.language.code
        if side.shape.phone and (calls or side.fold):
            yield "phone", voice.language.code
    if side.shape.disclaimer:
        yield "disclaimer", leading
    if side.shape.site:
        yield CODE, leading
        yield ADDRESS, leading


def check_slots(
    root: Any, pieces: Sequence[Piece], wanted: Sequence[Wanted], least: float = LEAST_PICTURE
) -> Iterator[Fault]:
    """Report each slot that must be there and is not shown, a logo `least` wide and high."""
    asked = [
        _slot(image) for image in root.iter("img") if image.get("src", "").startswith("slot/")
    ]
    shown = Counter(piece.slot for piece in pieces if _is_shown_slot(piece, least))
    for name, language in dict.fromkeys((*wanted, *asked)):
        if not asked.count((name, language)):
            what, hint = "no template opens", f"Write 'slot(\"{name}\", …)' where it shall stand."
        elif shown[name, language] < asked.count((name, language)):
            what, hint = "a style hides", RESTORE
        else:
            continue
        message = f"{what} the slot {name!r} ({language}), which what a brand says needs."
        yield Fault("no-slot", message, hint)


def _slot(image: Any) -> Wanted:
    _, name, language = image.get("src").split("/")
    return name, language


def _is_shown_slot(piece: Piece, least: float) -> bool:
    if piece.slot is None or piece.is_gone or piece.in_margin:
        return False
    return piece.slot[0] != LOGO or bool(min(_size(piece)) >= least)


def _size(piece: Piece) -> tuple[float, float]:
    return piece.box.width, piece.box.height


def check_pictures(root: Any, pieces: Sequence[Piece]) -> Iterator[Fault]:
    """Report each picture of the text that is not drawn."""
    shown = {
        piece.element
        for piece in pieces
        if piece.is_picture
        and not piece.is_gone
        and piece.opacity > SEE_THROUGH
        and (STAND_IN in _classes(piece.element) or max(_size(piece)) >= LEAST_PICTURE)
    }
    for picture in root.iter():
        if _is_picture(picture) and picture not in shown:
            words = shortened(picture.get("alt") or "".join(picture.itertext()))
            message = f"a style hides the picture {words!r}."
            yield Fault("hidden-text", message, RESTORE)


def _is_picture(element: Any) -> bool:
    if element.tag == "img":
        return not element.get("src", "").startswith("slot/")
    return isinstance(element.tag, str) and element.tag.endswith("svg")


def _classes(element: Any) -> list[str]:
    classes: list[str] = element.get("class", "").split()
    return classes


def check_texts(root: Any, pieces: Sequence[Piece], pages: int) -> Iterator[Fault]:
    """Report each text that is not drawn, or is drawn with other letters."""
    shown = _shown(pieces, pages)
    body = next((child for child in root if child.tag == "body"), root)
    yield from _changed(body, shown)
    lines = [line for line in body.iter() if line.get("aria-hidden") == "true"]
    if SHORT_BACK in _classes(root):
        lines += [line for line in body.iter() if STAFF in _classes(line)]
    for page in range(1, pages + 1):
        if lines and not any(_stands(line, shown, page, pages) for line in lines):
            words = _said(lines[0])
            message = f"a style hides or changes the line at the page's foot, {words!r}."
            yield Fault("hidden-text", message, RESTORE, page=page)


def _shown(pieces: Iterable[Piece], pages: int) -> Shown:
    shown: dict[Any, dict[int, str]] = defaultdict(lambda: defaultdict(str))
    for piece in pieces:
        counts = _counts(piece.element, piece.page, pages) is not None
        if piece.element is not None and not piece.is_gone and counts == piece.is_generated:
            shown[piece.element][piece.page] += piece.text
    return shown


def _counts(element: Any, page: int, pages: int) -> str | None:
    """Return the number that an element shows; None for any other element."""
    classes = _classes(element) if element is not None else ()
    return str(page) if PAGE in classes else str(pages) if PAGES in classes else None


def _stands(line: Any, shown: Shown, page: int, pages: int) -> bool:
    return all(
        bare(shown.get(each, {}).get(page, ""))
        == bare(_counts(each, page, pages) or "".join(words_of(each)))
        for each in line.iter()
    )


def _changed(element: Any, shown: Shown) -> Iterator[Fault]:
    """Report the texts of an element, and of those within; what is hidden as a whole, once."""
    if not _is_read(element):
        return
    if not any(each in shown for each in element.iter()) and bare("".join(_texts(element))):
        message = f"a style hides {_said(element)!r}."
        yield Fault("hidden-text", message, RESTORE)
        return
    text, drawn = bare("".join(words_of(element))), bare("".join(shown.get(element, {}).values()))
    if text and drawn != text * max(1, len(drawn) // len(text)):
        words = shortened("".join(words_of(element)))
        message = f"a style prints {shortened(drawn)!r} where the text says {words!r}."
        yield Fault("hidden-text", message, RESTORE)
    for child in element:
        yield from _changed(child, shown)


def _is_read(element: Any) -> bool:
    """Whether an element is part of the text."""
    is_left_out = FOR_A_PEN & set(_classes(element))
    is_other = not isinstance(element.tag, str) or element.tag.endswith(NO_TEXT)
    return not (is_left_out or is_other or element.get("aria-hidden") == "true")


def _texts(element: Any) -> Iterator[str]:
    """Yield all text within an element."""
    yield from words_of(element)
    for child in element:
        if _is_read(child):
            yield from _texts(child)


def _said(element: Any) -> str:
    return shortened(" ".join(_texts(element)))
