"""Pictures of a text from file to paper: what `check` says, and what a build prints."""

import io
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from plainleaf.author import review
from plainleaf.author.review import review_handouts
from plainleaf.build.manifest import Result
from plainleaf.errors import Finding
from plainleaf.model import Choice
from plainleaf.workers.fence import Fence
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from tests.conftest import change, put
from tests.workspaces import HANDOUT, SETTINGS, place_of, results

TEA = "handouts/tea/handout.md"
MILLIMETRE = 72 / 25.4
FIGURE = """
## See the cup {{#cup}}

Fill it to the mark.

::: figure

![A cup with a mark.]({})

Three quarters are enough.

:::
"""


def saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def arrow(width: int = 800, height: int = 600, mode: str = "RGB") -> Image.Image:
    """Return a picture with a red upper edge and a blue lower one."""
    image = Image.new("RGB", (width, height), (200, 200, 200))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, height // 5), (220, 0, 0))
    draw.rectangle((0, height - height // 5, width, height), (0, 0, 220))
    return image.convert(mode)


def with_pictures(workspace: Workspace, pictures: Mapping[str, bytes]) -> Workspace:
    """Put a handout into a workspace that shows these pictures, by their names."""
    put(workspace, "plainleaf.toml", SETTINGS)
    figures = (FIGURE.format(f"images/{name}") for name in pictures)
    sections = "".join(text.replace("#cup", f"#cup-{place}") for place, text in enumerate(figures))
    put(workspace, TEA, HANDOUT + sections)
    for name, data in pictures.items():
        put(workspace, f"handouts/tea/images/{name}", data)
    return workspace


def checked(workspace: Workspace) -> list[Finding]:
    return list(review_handouts(workspace, read_settings(workspace), ["tea"]))


def built(workspace: Workspace, **axes: tuple[str, ...]) -> tuple[Result, ...]:
    return results(workspace, Choice(handouts=("tea",), **axes))


def pdf_of(workspace: Workspace, result: Result) -> pypdfium2.PdfDocument:
    assert [str(finding) for finding in result.findings if finding.is_error] == []
    return pypdfium2.PdfDocument((workspace.root / "build" / result.imprint).read_bytes())


def images(document: pypdfium2.PdfDocument) -> Iterator[tuple[int, float, float]]:
    """Yield page, width and height in millimetres of each picture."""
    for number, page in enumerate(document):
        for thing in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
            left, bottom, right, top = thing.get_bounds()
            yield number, (right - left) / MILLIMETRE, (top - bottom) / MILLIMETRE


def page_with(document: pypdfium2.PdfDocument, words: str) -> int:
    (found,) = [
        number
        for number, page in enumerate(document)
        if words in page.get_textpage().get_text_bounded()
    ]
    return found


CLEAR = Image.new("RGBA", (700, 500))
PALE = CLEAR.copy()
PALE.paste((255, 250, 200, 255), (90, 90, 600, 400))
WRONG = {
    "cut.jpg": (saved(arrow(), "JPEG")[:3000], "error", "picture-damaged", "is a damaged image:"),
    "page.png": (b"<!doctype html><p>404", "error", "picture-kind", "is a page of HTML."),
    "white.png": (
        saved(Image.new("RGBA", (700, 500), (255, 255, 255, 128))),
        "error",
        "picture-blank",
        "shows nothing on white paper.",
    ),
    "moving.png": (
        saved(arrow(), save_all=True, append_images=[CLEAR.convert("RGB").resize((800, 600))]),
        "error",
        "picture-kind",
        "holds more than one picture.",
    ),
    "huge.png": (
        saved(Image.new("1", (8000, 8000))),
        "error",
        "picture-too-large",
        "has 8000 × 8000 pixels; a picture may have 50 megapixels.",
    ),
    "coarse.jpg": (
        saved(arrow(120, 90), "JPEG"),
        "warning",
        "picture-coarse",
        "has 120 pixels across for 157 mm on a sheet: 19 an inch, fewer than 90.",
    ),
    "pale.png": (saved(PALE), "warning", "picture-faint", "is made for a dark ground:"),
    "press.jpg": (
        saved(arrow(mode="CMYK"), "JPEG"),
        "warning",
        "picture-changed",
        "is not as it was: its colours were turned from those of a printing press",
    ),
    "broken.svg": (b"<svg>\n<path", "error", "picture-damaged", "is not whole XML"),
    "words.svg": (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="a.png"/></svg>',
        "error",
        "picture-unsafe",
        "",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_check_names_the_picture_and_its_fault_at_its_line(name: str, library: Workspace) -> None:
    data, weight, code, message = WRONG[name]
    with_pictures(library, {"sound.jpg": saved(arrow(), "JPEG"), name: data})
    (finding,) = checked(library)
    rows = (library.root / TEA).read_text(encoding="utf-8").splitlines()
    line = rows.index(f"![A cup with a mark.](images/{name})")
    assert (finding.path, finding.line) == (TEA, line + 1)
    assert (finding.severity, finding.code) == (weight, code)
    assert finding.message.startswith(f"images/{name}")
    assert message in finding.message


@pytest.mark.parametrize(("count", "lines"), [(1, "2"), (5, "2, 3, 4 and 2 more")])
def test_one_fault_in_many_places_is_told_once(count: int, lines: str, library: Workspace) -> None:
    words = '<text y="9">Liver</text>\n' * count
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n{words}</svg>'
    with_pictures(library, {"cup.svg": svg.encode()})
    (finding,) = checked(library)
    assert finding.message == f"images/cup.svg, line {lines}, has text: <text>."


SOUND = {
    "grey.png": saved(arrow(mode="L").convert("I;16")),
    "palette.png": saved(arrow().quantize(8), transparency=0),
    "progressive.jpg": saved(arrow(), "JPEG", progressive=True),
    "photo.JPG": saved(arrow(), "JPEG", quality=60),
    "clear.png": saved(arrow(mode="RGBA")),
    "wide.png": saved(arrow(1400, 200)),
    "tall.png": saved(arrow(200, 1400)),
    "png-by-content.jpg": saved(arrow()),
}


@pytest.mark.slow
def test_sound_pictures_are_printed_without_a_word(library: Workspace) -> None:
    with_pictures(library, SOUND)
    assert checked(library) == []
    (result,) = built(library)
    found = list(images(pdf_of(library, result)))
    shapes = [height / width for _, width, height in found]
    assert shapes == pytest.approx([3 / 4] * 5 + [1 / 7, 7, 3 / 4], rel=0.01)


def test_check_starts_no_worker_where_there_is_no_picture(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(library, TEA, HANDOUT)
    monkeypatch.delattr(review, "Fence")
    assert checked(library) == []


@pytest.mark.slow
def test_photograph_of_a_camera_stands_upright(library: Workspace) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    lying = arrow(600, 800).transpose(Image.Transpose.ROTATE_90)
    with_pictures(library, {"photo.jpg": saved(lying, "JPEG", exif=exif)})
    (result,) = built(library)
    document = pdf_of(library, result)
    ((page, width, height),) = images(document)
    drawn = document[page].render(scale=1).to_pil().convert("RGB")
    reds = [y for y in range(drawn.height) if _has(drawn, y, (220, 0, 0))]
    blues = [y for y in range(drawn.height) if _has(drawn, y, (0, 0, 220))]
    assert (round(height / width, 2), max(reds) < min(blues)) == (1.33, True)


def _has(image: Image.Image, row: int, color: tuple[int, int, int]) -> bool:
    """Whether a row of pixels has a colour, as a JPEG may change it."""
    pixels: Any = image.crop((0, row, image.width, row + 1)).getcolors(image.width) or []
    return any(
        max(abs(one - other) for one, other in zip(pixel, color, strict=True)) < 20
        for _, pixel in pixels
    )


@pytest.mark.slow
@pytest.mark.parametrize("shape", [(900, 1200), (200, 1400)], ids=["portrait", "1 to 7"])
@pytest.mark.parametrize(
    ("axes", "room"),
    [
        ({"sizes": ("standard",)}, 241),
        ({"sizes": ("large",)}, 219),
        ({"sizes": ("giant",)}, 211),
        ({"formats": ("booklet",)}, 178),
        ({"formats": ("trifold",)}, 185),
        ({"formats": ("poster",)}, 390),
        ({"papers": ("a4",)}, 259),
    ],
    ids=["standard", "large", "giant", "booklet", "trifold", "poster", "a4"],
)
def test_picture_shares_a_page_with_its_heading_and_text(
    axes: Mapping[str, tuple[str, ...]],
    room: int,
    shape: tuple[int, int],
    library: Workspace,
) -> None:
    """`room` is the height that a page has for text, in millimetres."""
    with_pictures(library, {"cup.png": saved(arrow(*shape))})
    (result,) = built(library, **axes)
    document = pdf_of(library, result)
    ((page, width, height),) = images(document)
    words = ("See the cup", "Fill it to the mark", "Three quarters are enough")
    assert {page_with(document, each) for each in words} == {page}
    assert height <= 0.5 * room + 1
    assert height / width == pytest.approx(shape[1] / shape[0], rel=0.01)
    assert height > 0.37 * room or width > 50


@pytest.mark.slow
def test_picture_of_two_languages_stands_once_and_says_itself_in_both(library: Workspace) -> None:
    put(library, "handouts/wash-hands/images/cup.jpg", saved(arrow(), "JPEG"))
    change(library, "handouts/wash-hands/handout.md", "images/drops.svg", "images/cup.jpg")
    for layout, count in (("columns", 1), ("stacked", 1), ("duplex", 2)):
        choice = Choice(handouts=("wash-hands",), languages=("en+es",), layouts=(layout,))
        (result,) = results(library, choice, allow_stale=True)
        assert len(list(images(pdf_of(library, result)))) == count
        with pikepdf.open(place_of(library, result)) as pdf:
            said = [
                (str(each.Alt), str(each.get("/Lang", "")))
                for each in pdf.objects
                if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
            ]
        assert {words for words, _ in said} >= {"Two drops of water.", "Dos gotas de agua."}


@pytest.mark.slow
def test_tall_picture_stands_on_both_sides_of_a_leaf(library: Workspace) -> None:
    """Both texts are measured on an endless page, of which no half is meant."""
    put(library, "handouts/wash-hands/images/cup.png", saved(arrow(200, 1400)))
    change(library, "handouts/wash-hands/handout.md", "images/drops.svg", "images/cup.png")
    choice = Choice(handouts=("wash-hands",), languages=("en+es",), layouts=("duplex",))
    (result,) = results(library, choice, allow_stale=True)
    (front, _, tall), (back, _, same) = images(pdf_of(library, result))
    assert (front % 2, back - front, round(tall), round(same)) == (0, 1, 119, 119)


NAMES = (
    "IMG_1.JPG",
    "my photo.jpg",
    "a(1).png",
    "a%20b.png",
    "100%.png",
    "why?#1&2.png",
    unicodedata.normalize("NFC", "niño.jpg"),
    unicodedata.normalize("NFD", "señora.jpg"),
    "照片.jpeg",
)


@pytest.mark.slow
def test_any_name_of_a_file_is_printed(library: Workspace) -> None:
    pictures = {
        name: saved(arrow(800, 500 + place), "PNG" if name.endswith("png") else "JPEG")
        for place, name in enumerate(NAMES)
    }
    with_pictures(library, pictures)
    assert checked(library) == []
    (result,) = built(library)
    assert len(list(images(pdf_of(library, result)))) == len(NAMES)


@pytest.mark.slow
def test_picture_is_looked_at_once_until_it_changes(
    library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    ask = Fence.ask

    def counted(fence: Fence, task: str, job: Any, where: str, times: int = 1) -> Any:
        asked.append(task)
        return ask(fence, task, job, where, times)

    monkeypatch.setattr(Fence, "ask", counted)
    with_pictures(library, {"cup.jpg": saved(arrow(), "JPEG")})
    built(library, sizes=("standard", "large"))
    built(library, sizes=("giant",))
    assert asked.count("picture") == 1
    put(library, "handouts/tea/images/cup.jpg", saved(arrow(), "JPEG")[:3000])
    (result,) = built(library)
    codes = [each.code for each in result.findings]
    assert (asked.count("picture"), result.state, codes) == (2, "failed", ["picture-damaged"])


@pytest.mark.slow
def test_few_pixels_are_told_for_the_width_that_they_are_printed_in(library: Workspace) -> None:
    with_pictures(library, {"cup.jpg": saved(arrow(400, 300), "JPEG")})
    told = {
        result.imprint.split("_")[4]: [finding.message for finding in result.findings]
        for result in built(library, formats=("sheet", "booklet"))
    }
    assert told == {
        "sheet": ["images/cup.jpg has 400 pixels across for 157 mm: 65 an inch, fewer than 90."],
        "booklet": [],
    }
