"""Words, lines and pictures in millimetres from the upper left corner → marks on a canvas."""

import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, cast

from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from plainleaf.author.proof.sheet import DPI
from plainleaf.impose.canvas import BOLD, REGULAR, Canvas, fitting, mm

INCH = 25.4
HAIR, THIN, THICK = 0.4, 0.6, 1.2
"""Points: edges of pictures, other lines, the line above a section."""

DASHES = (1.6, 1.6)
ELLIPSIS = "…"

LATIN_ENDS = 0x530
BEYOND_LATIN = ((0x1E00, 0x2010), (0x2010, 0x2028), (0x2030, 0x2060), (0x20A0, 0x2200))
"""Up to Cyrillic, then more Latin and Greek, punctuation, signs: one glyph a letter."""


class Style(NamedTuple):
    """How words look: their font, size in points, leading in millimetres, and grey."""

    font: str
    size: float
    leading: float
    grey: float = 0


TITLE = Style(BOLD, 22, 9)
LONG_TITLE = Style(BOLD, 15, 6.6)
NAME = Style(BOLD, 13, 6)
HEADING = Style(BOLD, 9.5, 5)
STRONG = Style(BOLD, 8.5, 4.2)
TEXT = Style(REGULAR, 8.5, 4.2)
SMALL = Style(REGULAR, 7.5, 3.6, 0.3)


def is_plain(words: str) -> bool:
    """Return whether our one font draws a text as it is: without shaping, left to right."""
    known = cast(TTFont, pdfmetrics.getFont(REGULAR)).face.charToGlyph
    return all(ord(letter) in known and _is_simple(letter) for letter in words)


def _is_simple(letter: str) -> bool:
    if unicodedata.combining(letter):
        return False
    code = ord(letter)
    return code < LATIN_ENDS or any(first <= code < end for first, end in BEYOND_LATIN)


def drawable(words: str) -> str:
    """Return a text with a question mark for each letter that is not drawn here."""
    return "".join(letter if is_plain(letter) else "?" for letter in words)


def broken(words: str, style: Style, width: float, most: int = 99) -> list[str]:
    """Return a text as lines of a width in millimetres; what is left out leaves an ellipsis."""
    pieces = (piece for word in words.split() for piece in _pieces(word, style, width))
    lines: list[str] = simpleSplit(" ".join(pieces), style.font, style.size, width * mm)
    if len(lines) > most:
        lines[most - 1 :] = [lines[most - 1].rstrip(" .,;") + ELLIPSIS]
    return lines


def _pieces(word: str, style: Style, width: float) -> list[str]:
    """Cut a word, such as an address, that is wider than its line."""
    end = len(word)
    while end > 1 and pdfmetrics.stringWidth(word[:end], style.font, style.size) > width * mm:
        end -= 1
    return [word[:end], *(_pieces(word[end:], style, width) if word[end:] else ())]


def size_of(picture: bytes) -> tuple[float, float]:
    """Return width and height of a text's picture in millimetres."""
    width, height = ImageReader(io.BytesIO(picture)).getSize()
    return width / DPI * INCH, height / DPI * INCH


@dataclass(frozen=True)
class Pen:
    """Draws on a canvas whose paper has a height in millimetres."""

    canvas: Canvas
    height: float
    text_pictures: Mapping[str, bytes]

    def text(self, x: float, y: float, words: str, style: Style, room: float = 999) -> float:
        """Draw a line on its baseline, smaller if it needs more room; return its width."""
        size = fitting(words, style.font, style.size, room * mm)
        self.canvas.setFillGray(style.grey)
        self.canvas.setFont(style.font, size)
        self.canvas.drawString(x * mm, (self.height - y) * mm, words)
        return float(pdfmetrics.stringWidth(words, style.font, size)) / mm

    def line(self, x: float, y: float, width: float, weight: float = THIN) -> None:
        """Draw a level line."""
        self.canvas.setStrokeGray(0)
        self.canvas.setLineWidth(weight)
        level = (self.height - y) * mm
        self.canvas.line(x * mm, level, (x + width) * mm, level)

    def tick(self, x: float, y: float, length: float) -> None:
        """Draw an upright line upwards."""
        self.canvas.setLineWidth(HAIR)
        bottom = (self.height - y) * mm
        self.canvas.line(x * mm, bottom, x * mm, bottom + length * mm)

    def frame(
        self, x: float, y: float, width: float, height: float, *, grey: float = 0, dash: bool
    ) -> None:
        """Draw the edges of a box whose upper left corner is given."""
        self.canvas.saveState()
        self.canvas.setStrokeGray(grey)
        self.canvas.setLineWidth(HAIR)
        if dash:
            self.canvas.setDash(*DASHES)
        self.canvas.rect(x * mm, (self.height - y - height) * mm, width * mm, height * mm)
        self.canvas.restoreState()

    def fill(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """Fill a box with "#rrggbb"."""
        red, green, blue = bytes.fromhex(color[1:])
        self.canvas.setFillColorRGB(red / 255, green / 255, blue / 255)
        bottom = (self.height - y - height) * mm
        self.canvas.rect(x * mm, bottom, width * mm, height * mm, stroke=0, fill=1)

    def picture(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Draw a PNG or JPEG into a box."""
        image = ImageReader(io.BytesIO(data))
        bottom = (self.height - y - height) * mm
        self.canvas.drawImage(image, x * mm, bottom, width * mm, height * mm, mask="auto")
