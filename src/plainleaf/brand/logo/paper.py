"""A picture of a text → a refusal, if white paper shows nothing of it."""

from PIL import Image

from plainleaf.brand.logo.refusal import BLANK, refuse

PAPER = 250
"""Of 255: what is lighter everywhere leaves nothing on paper."""

HINT = "Give it lines that are darker than paper, or a dark ground of its own."


def check_shows(picture: Image.Image) -> None:
    """Raise RefusalError for a picture that is as white as paper."""
    if picture.mode == "RGBA":
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture)
    darkest = picture.convert("RGB").convert("L").histogram()
    if not any(darkest[:PAPER]):
        raise refuse(BLANK, "shows nothing on white paper.", HINT)
