"""A small picture of a logo → what of it white paper takes away, and whether it needs black.

A black box is a great change to somebody's logo, so it must be needed, and must cost nothing.
"""

from functools import cached_property

from PIL import Image, ImageChops, ImageOps

from plainleaf.model import ON_BLACK, ON_WHITE
from plainleaf.model.color import GLARE, SHARES, light_of

SOLID = 128  # of 255: a picture whose every pixel is more opaque brings a ground of its own
DRAWN = 32  # of 255: fine dark lines are seldom more opaque than this in a small picture
PALE = 1.5
"""Contrast on white below which paper takes a colour away: it gives back two thirds of the light
and more, as white, cream and yellow do. Gold, silver, lime and sky blue have more contrast; they
are faint, but on white their owners print them."""

BLANK = 1.15  # the same for what is as good as white: on a clear ground it is meant for a dark one
SHOWS = 3.0  # the contrast that WCAG 2 asks of a drawing (1.4.11)
NEARLY_ALL = 0.9  # of what is drawn: else what shows on white says whose logo it is
MOST = 0.5  # of what is drawn: so much white is the name itself, beside a faint sign
MOST_LOST = 0.001
"""Of what is drawn, that black may take away: a stray dot; a line of small words is more."""


class Shades:
    """Where a picture with its transparency is drawn, and in which light."""

    def __init__(self, small: Image.Image) -> None:
        alpha = small.getchannel("A")
        self.is_clear = has_clear_ground(alpha)
        self.drawn = _from(alpha, max(1, min(DRAWN, shades_of(alpha)[-1] // 2)))
        self.light = _light(small)

    @property
    def ground(self) -> str:
        """What the picture is to be printed on."""
        total = area_of(self.drawn)
        is_faint = area_of(self._light_from(SHOWS)) >= NEARLY_ALL * total
        is_safe = area_of(self._dark) <= MOST_LOST * total
        if not is_faint or not is_safe:
            return ON_WHITE
        blank = self._at_paper(self._light_from(BLANK))
        is_taken = area_of(self.lost) >= NEARLY_ALL * total or area_of(blank) >= MOST * total
        return ON_BLACK if is_taken else ON_WHITE

    @cached_property
    def lost(self) -> Image.Image:
        """What white paper takes away."""
        return self._at_paper(self._light_from(PALE))

    @cached_property
    def lost_on_black(self) -> Image.Image:
        """What black takes away."""
        return self._at_paper(self._dark)

    def _light_from(self, contrast: float) -> Image.Image:
        """Return what is drawn with no more than a contrast on white."""
        light = _from(self.light, _level((1 + GLARE) / contrast))
        return ImageChops.darker(self.drawn, light)

    @cached_property
    def _dark(self) -> Image.Image:
        return ImageChops.subtract(self.drawn, _from(self.light, _level(SHOWS * GLARE)))

    def _at_paper(self, part: Image.Image) -> Image.Image:
        """Return a part up to the bare paper: what is within another colour shows against that."""
        if not self.is_clear or not area_of(part):
            return Image.new("L", part.size)
        others = ImageChops.subtract(self.drawn, part)
        room, paper = (_bits(ImageChops.invert(mask), 255) for mask in (others, self.drawn))
        size = part.width + 2, part.height + 2
        reached = _grown(paper, room, _bytes_of_row(part) * 8) & _bits(part)
        data = reached.to_bytes(_bytes_of_row(part) * size[1])
        return Image.frombytes("1", size, data).crop((1, 1, size[0] - 1, size[1] - 1)).convert("L")


def _grown(seed: int, room: int, row: int) -> int:
    """Return all pixels of a room that can be reached from some of them, step by step."""
    while seed != (more := room & (seed | seed << 1 | seed >> 1 | seed << row | seed >> row)):
        seed = more
    return seed


def _bits(mask: Image.Image, edge: int = 0) -> int:
    """Return a mask as one number, a bit a pixel, with an edge around it."""
    return int.from_bytes(ImageOps.expand(mask, 1, edge).convert("1").tobytes())


def _bytes_of_row(mask: Image.Image) -> int:
    return (mask.width + 2 + 7) // 8


def has_clear_ground(alpha: Image.Image) -> bool:
    """Whether paper shows somewhere; else a picture looks the same on any ground."""
    return shades_of(alpha)[0] < SOLID


def shades_of(alpha: Image.Image) -> list[int]:
    """Return the values that there are, the least first."""
    return [level for level, count in enumerate(alpha.histogram()) if count]


def _light(small: Image.Image) -> Image.Image:
    """Return how much of white's light each colour gives back, 0 to 255."""
    red, green, blue = (
        channel.point([round(255 * share * light_of(value)) for value in range(256)])
        for channel, share in zip(small.convert("RGB").split(), SHARES, strict=True)
    )
    return ImageChops.add(ImageChops.add(red, green), blue)


def _level(light: float) -> int:
    """Return the value of a share of white's light that is given with glare."""
    return round(255 * (light - GLARE))


def _from(picture: Image.Image, least: int) -> Image.Image:
    """Return where a picture has this value or more."""
    return picture.point(lambda value: 255 if value >= least else 0)


def area_of(mask: Image.Image) -> int:
    """Return how many pixels a mask has."""
    return mask.histogram()[255]
