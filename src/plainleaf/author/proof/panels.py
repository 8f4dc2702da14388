"""What a brand says of itself → blocks: colours, words, contacts, findings."""

from collections.abc import Iterator, Sequence

from plainleaf.author.proof.block import BASELINE, Block, beside, picture, stack, within, words
from plainleaf.author.proof.grid import GUTTER
from plainleaf.author.proof.pen import SMALL, STRONG, TEXT, Pen, drawable, is_plain
from plainleaf.author.proof.sheet import ProofSheet
from plainleaf.brand.darken import contrast_on_white
from plainleaf.errors import Finding
from plainleaf.model import Brand, Contact

SWATCH = (13.0, 8.0)
"""Millimetres: width and height."""

AFTER_SWATCH = 16.0
ROW_GAP, LABEL_GAP, CARD_GAP, NOTE_GAP = 1.8, 2.4, 2.6, 1.2
MOST = 58.0
"""Millimetres of colours, or of words, in height."""

ACROSS = 2
"""Contacts in a row."""


def colors(pen: Pen, sheet: ProofSheet, width: float) -> Block:
    """Return a row a role, then a row a colour of the palette that no role names."""
    brand = sheet.brand
    named = {color: name for name, color in brand.palette.items()}
    rows = []
    for paint in brand.paints:
        name = ", ".join(filter(None, (paint.role, named.pop(paint.given, ""))))
        rows.append(_color(pen, name, paint.given, paint.used, width))
    rows += [_color(pen, name, color, color, width) for color, name in named.items()]
    if not rows:
        return words(pen, "None is given: everything is printed black.", TEXT, width)
    return within(pen, rows, MOST, ROW_GAP)


def _color(pen: Pen, name: str, given: str, used: str, width: float) -> Block:
    """Return a swatch of a colour as given and as used, with what it is."""
    is_same = given == used
    lines = [(f"{drawable(name)}  {used}", STRONG), (f"{_on_white(used)} on white", SMALL)]
    if not is_same:
        lines.append((f"darkened from {given}, {_on_white(given)}", SMALL))
    said = stack([words(pen, text, style, width - AFTER_SWATCH, 1) for text, style in lines])
    wide, high = SWATCH[0], max(SWATCH[1], said.height)

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.fill(x, y, wide, high, used)
        pen.fill(x, y, wide if is_same else wide / 2, high, given)
        pen.frame(x, y, wide, high, grey=0.6, dash=False)
        said.draw(pen, x + AFTER_SWATCH, y + (high - said.height) / 2)

    return Block(high, draw)


def _on_white(color: str) -> str:
    return f"{contrast_on_white(color):.1f} : 1"


def texts(pen: Pen, sheet: ProofSheet, width: float) -> Block:
    """Return the words that go with a brand, each below its label."""
    told = dict(_told(sheet.brand))
    rows = [
        stack([words(pen, text, TEXT if number else SMALL, width) for number, text in lines])
        for lines in (enumerate((label, *said)) for label, said in told.items() if said)
    ]
    if missing := ", ".join(label.lower() for label, said in told.items() if not said):
        rows.append(words(pen, f"Not given: {missing}", SMALL, width))
    return within(pen, rows, MOST, LABEL_GAP)


def _told(brand: Brand) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield labels with paragraphs; what is in another script is a paragraph of its own."""
    if brand.pictures:
        alts = (picture.alt for picture in brand.pictures.values())
        yield "A screen reader says", tuple(dict.fromkeys(alts))
    yield "Web address", tuple(filter(None, [brand.site]))
    yield "Disclaimer", tuple(filter(None, [brand.disclaimer]))
    names = brand.partners
    yield "Partners", (", ".join(names),) if names and all(map(is_plain, names)) else names


def contacts(pen: Pen, sheet: ProofSheet, width: float, room: float) -> Block:
    """Return a card a language, as many as there is room for."""
    if not sheet.brand.contacts:
        text = "None is given: sheets have a line to write a number on."
        return words(pen, text, TEXT, ACROSS * width)
    cards = [_card(pen, sheet, code, width) for code in sheet.brand.contacts]
    for count in range(len(cards), 0, -1):
        block = _cards(pen, cards[:count], len(cards) - count, width)
        if block.height <= room:
            break
    return block


def _cards(pen: Pen, cards: Sequence[Block], left: int, width: float) -> Block:
    rows = [beside(cards[first : first + ACROSS], width) for first in range(0, len(cards), ACROSS)]
    more = (
        [words(pen, f"and {left} more language{'s' * (left > 1)}", SMALL, width)] if left else []
    )
    return stack([*rows, *more], CARD_GAP)


def _card(pen: Pen, sheet: ProofSheet, code: str, width: float) -> Block:
    language = sheet.languages.get(code)
    name = language.english_name if language else code
    label = words(pen, f"{drawable(name)} ({code})", SMALL, width, 1)
    if code in sheet.contact_pictures:
        right = language is not None and language.direction == "rtl"
        return stack([label, picture(sheet.contact_pictures[code], width, right=right)], 0.8)
    return stack([label, *_lines(pen, sheet.brand.contacts[code], width)])


def _lines(pen: Pen, contact: Contact, width: float) -> Iterator[Block]:
    if contact.phone:
        yield words(pen, contact.phone, STRONG, width, 1)
    yield from (words(pen, line, TEXT, width, 2) for line in contact.lines)


def notes(pen: Pen, sheet: ProofSheet, width: float, room: float) -> Block:
    """Return what was found, a paragraph each."""
    if not sheet.findings:
        return words(pen, "Nothing to mend.", TEXT, width)
    rows = [_note(pen, finding, width) for finding in sheet.findings]
    return within(pen, rows, room, NOTE_GAP)


def _note(pen: Pen, finding: Finding, width: float) -> Block:
    place = finding.field or finding.path.rpartition("/")[2]
    text = drawable(f"{place}: {finding.message} {finding.hint}")
    said = words(pen, text, TEXT, width - GUTTER, 6)

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.text(x, y + TEXT.leading * BASELINE, "•", STRONG)
        said.draw(pen, x + GUTTER, y)

    return Block(said.height, draw)
