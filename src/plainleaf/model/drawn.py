"""What a drawing comes to: objects of a PDF, and pixels."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Thing:
    """A PDF object of a block: its source, and its data if it is a stream.

    `@2@` in a source refers to the block's third object.
    """

    source: bytes
    data: bytes | None = None


@dataclass(frozen=True)
class Pixels:
    """A small picture: what something must look like where it is printed."""

    width: int
    height: int
    data: bytes  # red, green, blue and opacity of each pixel, row by row from the upper left one


NO_PIXELS = Pixels(0, 0, b"")
