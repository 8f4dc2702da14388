"""The pixels of a logo or of a picture of a text → a Drawing with nothing else in it."""

from collections.abc import Iterable

from PIL import Image

from plainleaf.brand.logo.look import look_of
from plainleaf.brand.logo.pixels import pixels_of, saved, things_of
from plainleaf.brand.logo.refusal import BLANK, refuse
from plainleaf.model import Drawing

PAPER = 250
"""Of 255: what is lighter everywhere leaves nothing on paper."""

HINT = "Give it lines that are darker than paper, or a dark ground of its own."


def check_shows(picture: Image.Image) -> None:
    """Raise RefusalError for a picture of a text that is as white as paper."""
    if picture.mode == "RGBA":
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture)
    darkest = picture.convert("RGB").convert("L").histogram()
    if not any(darkest[:PAPER]):
        raise refuse(BLANK, "shows nothing on white paper.", HINT)


def picture_of(image: Image.Image, jpeg: bytes = b"", notes: Iterable[str] = ()) -> Drawing:
    """Return what the engine prints of a text's picture; refuse a blank one."""
    check_shows(image)
    return drawing_of(image, jpeg, notes)


def drawing_of(
    image: Image.Image, jpeg: bytes = b"", notes: Iterable[str] = (), *, is_stamped: bool = False
) -> Drawing:
    """Return the Drawing of an image; `jpeg` are its bytes as one, if it was one."""
    return Drawing(
        kind="jpeg" if jpeg else "png",
        data=jpeg or saved(image, "PNG", compress_level=1),  # who embeds it packs it anew
        width=float(image.width),
        height=float(image.height),
        notes=tuple(notes),
        image=things_of(image, jpeg) if is_stamped else (),
        pixels=pixels_of(image),
        **vars(look_of(image)),
    )
