"""The bytes of a PDF with a logo → a Drawing: its page as pixels, drawn by pdfium."""

import re
from collections.abc import Iterator

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from PIL import Image

from plainleaf.brand.logo.allowed import LOGO, Allowed
from plainleaf.brand.logo.printed import drawing_of
from plainleaf.brand.logo.raster import MOST_RATIO
from plainleaf.brand.logo.refusal import (
    BLANK,
    DAMAGED,
    EXPORT_AGAIN,
    FEATURE,
    SIZE,
    TOO_LARGE,
    UNSAFE,
    refuse,
)
from plainleaf.model import Drawing
from plainleaf.workers.qpdf import LONGEST_SIDE, cause_of, open_pdf

Sides = tuple[float, float, float, float]

ACROSS = 1417
"""Pixels: 600 dots an inch on 60 mm."""

MOST_ACROSS = 1_600
MOST_OBJECTS = 5_000
MOST_STREAM = 12 * 2**20
MOST_UNPACKED = 16 * 2**20
DEEPEST = 12
"""Forms within forms."""

OBJECT = re.compile(rb"\d\s+\d+\s+(?:obj|R)\b")
LOOK = 200  # pixels of the first, small picture, which tells where the ink is
CLEAR = (255, 255, 255, 0)
FILTERS = frozenset({"/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode",
                     "/ASCIIHexDecode", "/DCTDecode"})  # fmt: skip
ACTIVE = ("/OpenAction", "/AA", "/AcroForm", "/AF", "/Collection")
ACTIONS = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE"})
NAMES = ("/JavaScript", "/EmbeddedFiles")
NOTE = "It was drawn from a PDF at 600 dots an inch for 60 mm."
FLAT = "Export it again as a plain PDF of one page, or as SVG."
"""What to do about a PDF that holds more than a drawing."""


def examine_pdf(data: bytes, allowed: Allowed = LOGO) -> Drawing:
    """Return the logo as pixels; raise RefusalError with what is wrong with it."""
    if len(OBJECT.findall(data)) > MOST_OBJECTS:  # opening them takes kilobytes each
        message = f"has more than {MOST_OBJECTS:,} objects and references; a logo has one page."
        raise refuse(TOO_LARGE, message, FLAT)
    try:
        with open_pdf(data, MOST_STREAM) as document:
            _check(document)
    except pikepdf.PasswordError:
        raise refuse(DAMAGED, "is encrypted.", "Save it without a password.") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise refuse(DAMAGED, f"is damaged ({cause_of(error)[:80]}).", EXPORT_AGAIN) from None
    return drawing_of(_picture_of(data), notes=[NOTE], is_stamped=True)


def _check(document: Pdf) -> None:
    if document.is_encrypted:
        raise refuse(DAMAGED, "is encrypted.", "Save it without a password.")
    if (count := int(document.Root.Pages.Count)) != 1 or len(document.pages) != 1:
        raise refuse(SIZE, f"has {count} pages; a logo has one page.", FLAT)
    if len(document.objects) > MOST_OBJECTS:
        raise refuse(TOO_LARGE, f"has more than {MOST_OBJECTS:,} objects.", FLAT)
    _check_active(document)
    _check_box(document.pages[0])
    unpacked = 0
    for thing in document.objects:
        if isinstance(thing, Dictionary | Stream) and str(thing.get("/S", "")) in ACTIONS:
            raise refuse(UNSAFE, f"holds an action: {thing.S}.", FLAT)
        unpacked += _unpacked(thing) if isinstance(thing, Stream) else 0
        if unpacked > MOST_UNPACKED:
            raise refuse(TOO_LARGE, "unpacks to too much data.", FLAT)
    _check_forms(document.pages[0].obj.get("/Resources"), ())
    if warnings := document.get_warnings():
        raise refuse(DAMAGED, f"is damaged ({cause_of(warnings[0])[:80]}).", EXPORT_AGAIN)


def _check_active(document: Pdf) -> None:
    root, page = document.Root, document.pages[0].obj
    for holder in (root, page):
        for key in ACTIVE:
            if key in holder:
                raise refuse(UNSAFE, f"holds an action, a form or an attachment ({key}).", FLAT)
    names = root.get("/Names", Dictionary())
    for key in NAMES:
        if key in names:
            raise refuse(UNSAFE, f"holds a script or an attachment ({key}).", FLAT)
    for note in page.get("/Annots", Array()):
        if str(note.get("/Subtype", "")) != "/Link":
            raise refuse(UNSAFE, f"holds a note or form field ({note.get('/Subtype')}).", FLAT)


def _check_box(page: pikepdf.Page) -> None:
    left, bottom, right, top = (float(side) for side in page.mediabox.as_list())
    width, height = abs(right - left), abs(top - bottom)
    if not 0 < max(width, height) <= min(MOST_RATIO * min(width, height), LONGEST_SIDE):
        raise refuse(SIZE, "has a page of an impossible size.", EXPORT_AGAIN)


def _unpacked(stream: Stream) -> int:
    """Return the bytes of a stream, or of the pixels that it becomes."""
    filters = stream.get("/Filter", Array())
    names = {str(name) for name in ([filters] if isinstance(filters, Name) else filters)}
    if not names <= FILTERS:
        found = ", ".join(sorted(name.lstrip("/") for name in names - FILTERS))
        raise refuse(FEATURE, f"holds data packed as {found[:40]}.", FLAT)
    pixels = int(stream.get("/Width", 0)) * int(stream.get("/Height", 0))
    if pixels > LOGO.most_pixels:
        message = f"holds an image above {LOGO.most_pixels / 1e6:.0f} megapixels."
        raise refuse(TOO_LARGE, message, FLAT)
    if "/DCTDecode" in names:
        return len(stream.read_raw_bytes()) + 3 * pixels
    try:
        return len(stream.read_bytes())
    except pikepdf.PdfError as error:
        message = f"holds data that cannot be unpacked ({cause_of(error)[:80]})."
        raise refuse(DAMAGED, message, EXPORT_AGAIN) from None


def _check_forms(resources: Object | None, holders: tuple[tuple[int, int], ...]) -> None:
    """Refuse forms and patterns that draw themselves, or go deep."""
    for inner in _inner(resources):
        key = inner.objgen
        if key in holders or len(holders) >= DEEPEST:
            raise refuse(UNSAFE, "holds a drawing that draws itself.", FLAT)
        _check_forms(inner.get("/Resources"), (*holders, key))


def _inner(resources: Object | None) -> Iterator[Object]:
    for kind in ("/XObject", "/Pattern"):
        yield from (
            thing
            for thing in (resources or Dictionary()).get(kind, Dictionary()).values()
            if isinstance(thing, Stream) and "/Resources" in thing
        )


def _picture_of(data: bytes) -> Image.Image:
    """Return the page's ink, cut at its edges."""
    try:
        document = pypdfium2.PdfDocument(data)
        page = document[0]
        return _cut(page, _ink(page))
    except pypdfium2.PdfiumError as error:
        raise refuse(DAMAGED, f"cannot be drawn ({error}).", EXPORT_AGAIN) from None


def _ink(page: pypdfium2.PdfPage) -> Sides:
    """Return how much room there is around the ink: left, bottom, right, top, in points."""
    scale = LOOK / max(page.get_size())
    small = _drawn(page, scale)
    box = small.getchannel("A").getbbox()
    if box is None:
        raise refuse(BLANK, "draws nothing on its page.", EXPORT_AGAIN)
    left, top, right, bottom = box
    pixels = (left - 1, small.height - bottom - 1, small.width - right - 1, top - 1)
    room_left, room_below, room_right, room_above = (max(0, side) / scale for side in pixels)
    return room_left, room_below, room_right, room_above


def _cut(page: pypdfium2.PdfPage, room: Sides) -> Image.Image:
    left, bottom, right, top = room
    page_width, page_height = page.get_size()
    width, height = page_width - left - right, page_height - bottom - top
    scale = min(ACROSS / width, MOST_ACROSS / height)
    picture = _drawn(page, scale, room)
    box = picture.getchannel("A").getbbox() or (0, 0, *picture.size)
    return picture.crop(box)


def _drawn(page: pypdfium2.PdfPage, scale: float, crop: Sides = (0, 0, 0, 0)) -> Image.Image:
    bitmap = page.render(
        scale=scale, crop=crop, fill_color=CLEAR, may_draw_forms=False, rev_byteorder=True
    )
    picture: Image.Image = bitmap.to_pil()
    return picture.convert("RGBA")
