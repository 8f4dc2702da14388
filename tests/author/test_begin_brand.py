import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from plainleaf.author.begin_brand import NewBrand, begin_brand
from plainleaf.brand.read import read_brand
from plainleaf.cli import cli
from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import LIGHT, ONE_COLOR, Brand, Contact, Paint, Picture
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import Settings
from tests.conftest import put

PATH = "styles/brands/tea-house/_brand.yml"
LOGO = Picture("styles/brands/tea-house/logo.svg", "Tea House logo")


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    place = tmp_path / "My Logo.SVG"
    place.write_text("<svg/>")
    return place


@contextmanager
def looks(*colors: str) -> Iterator[None]:
    """Stand in for the gate, which finds these colours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plainleaf.author.begin_brand.look_at", lambda *arguments: colors)
        yield


def begun(library: Workspace, wanted: NewBrand, *colors: str) -> Brand:
    """Begin a brand and read it; nothing is to be said of it."""
    with looks(*colors):
        begin_brand(library, Settings(), wanted)
    brand, warnings = read_brand(library, wanted.name)
    assert warnings == ()
    return brand


def fault(library: Workspace, wanted: NewBrand) -> list[str]:
    """Return why a brand is not begun; nothing is to be left of it."""
    before = sorted(library.root.rglob("*"))
    with looks(), pytest.raises(PlainleafError) as caught:
        begin_brand(library, Settings(), wanted)
    assert sorted(library.root.rglob("*")) == before
    return [f"{f.path} ({f.field}): {f.message}" for f in caught.value.findings]


def test_logo_and_name_are_enough(library: Workspace, logo: Path) -> None:
    assert begun(library, NewBrand("tea-house", logo), "#0b5563", "#ffcc00") == Brand(
        "tea-house",
        title="Tea House",
        path=PATH,
        pictures={("medium", LIGHT): LOGO},
        paints=(Paint("primary", "#0b5563", "#0b5563"),),
        palette={"color-1": "#0b5563", "color-2": "#ffcc00"},
    )


def test_all_that_is_said_is_written(library: Workspace, logo: Path) -> None:
    title = 'The "Tea" House: 7 * 7 $title #1 & <3'
    wanted = NewBrand("tea-house", logo, title, "Navy", "(555) 010-0123")
    assert begun(library, wanted, "#ffcc00", "#000080") == Brand(
        "tea-house",
        title=title,
        path=PATH,
        pictures={("medium", LIGHT): Picture(LOGO.path, f"{title} logo")},
        paints=(Paint("primary", "#000080", "#000080"),),
        palette={"color-1": "#000080", "color-2": "#ffcc00"},
        contacts={"en": Contact("(555) 010-0123")},
    )


def test_light_colour_is_written_dark_beside_it(library: Workspace, logo: Path) -> None:
    brand = begun(library, NewBrand("tea-house", logo), "#ffcc00")
    assert (brand.color, brand.palette) == (
        "#917300",
        {"color-1": "#ffcc00", "color-1-dark": "#917300"},
    )


def test_black_logo_makes_a_black_brand(library: Workspace, logo: Path) -> None:
    assert begun(library, NewBrand("tea-house", logo)).paints == ()


def test_what_can_be_filled_in_can_be_read(library: Workspace, logo: Path) -> None:
    """Each field that is a comment is right once the '#' is gone."""
    wanted = NewBrand("tea-house", logo, phone="555")
    with looks("#0b5563"):
        begin_brand(library, Settings(), wanted)
    text = (library.root / PATH).read_text("utf-8")
    put(library, PATH, re.sub(r"^( +)# ([a-z-]+: )", r"\1\2", text, flags=re.MULTILINE))
    put(library, "styles/brands/tea-house/logo-black.svg", "<svg/>")
    brand, warnings = read_brand(library, "tea-house")
    assert warnings == ()
    assert brand == Brand(
        "tea-house",
        title="Tea House",
        path=PATH,
        pictures={
            ("medium", LIGHT): LOGO,
            ("medium", ONE_COLOR): Picture("styles/brands/tea-house/logo-black.svg", "Tea House"),
        },
        paints=(Paint("primary", "#0b5563", "#0b5563"),),
        palette={"color-1": "#0b5563"},
        contacts={"en": Contact("555", ("12 Hill Road, Hillside",))},
        disclaimer="Ask your own doctor before you change anything.",
        partners=("County Health Department",),
        site="https://example.org/handouts",
        clear_space=0.25,
        minimum_width=25.0,
        logo_on="white",
    )


@pytest.mark.parametrize(
    "name",
    ["../x", "a/b", r"a\b", "/etc", "Tea", "a b", "a\0b", "a\u202eb", "", ".", "con", "a" * 300],
    ids=["above", "slash", "backslash", "absolute", "capital", "space", "NUL", "bidi", "empty",
         "dot", "device", "long"],
)  # fmt: skip
def test_name_is_one_of_a_folder(name: str, library: Workspace, logo: Path) -> None:
    assert fault(library, NewBrand(name, logo)) == [
        f"NAME (None): {name[:80]!r} is no name for a folder."
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("harbor", "styles/brands/harbor/_brand.yml (None): is already there."),
        ("plain", "NAME (None): 'plain' stands for no organization."),
        ("all", "NAME (None): 'all' stands for each organization."),
    ],
)
def test_name_is_free(name: str, expected: str, library: Workspace, logo: Path) -> None:
    assert fault(library, NewBrand(name, logo)) == [expected]


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("title", "t" * 300, "is longer than 120 characters."),
        ("title", "a\u202eb", "holds the invisible character U+202E."),
        ("title", "a\x00b", "holds the invisible character U+0000."),
        ("title", "a\udcffb", "holds the invisible character U+DCFF."),
        ("title", "a\nb", "is not a text of one line."),
        ("title", "Tea {{ name }}", "holds '{{ name }}', which a program would fill in."),
        ("title", "<b>Tea</b>", "holds '<b>', '</b>', a tag of HTML."),
        ("phone", "5" * 41, "is longer than 40 characters."),
        ("phone", "\u202e555", "holds the invisible character U+202E."),
        ("color", "leafy", "is not a colour."),
        ("color", "red;} x{a:b", "is not a colour."),
    ],
    ids=["long title", "bidi", "NUL", "half a character", "two lines", "template",
         "tag", "long phone", "bidi phone", "no colour", "CSS"],
)  # fmt: skip
def test_wrong_option_is_told(
    option: str, value: str, expected: str, library: Workspace, logo: Path
) -> None:
    wanted = NewBrand("tea-house", logo, **{option: value})
    assert fault(library, wanted) == [f"new brand (--{option}): {expected}"]


def test_wrong_options_are_told_together(library: Workspace, logo: Path) -> None:
    wanted = NewBrand("tea-house", logo, "a\0", "leafy", "5" * 99)
    assert [line.partition(":")[0] for line in fault(library, wanted)] == [
        "new brand (--title)",
        "new brand (--phone)",
        "new brand (--color)",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("logo.gif", "ends in '.gif'."),
        ("logo", "ends in ''."),
        ("pipe.svg", "is not a regular file."),
        ("none.svg", "is not a regular file."),
        ("big.svg", "is larger than 4,000,000 bytes."),
    ],
)
def test_wrong_logo_is_told(name: str, expected: str, library: Workspace, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.svg")
    (tmp_path / "big.svg").write_bytes(b" " * 4_000_001)
    place = tmp_path / name
    assert fault(library, NewBrand("tea-house", place)) == [f"{place} (--logo): {expected}"]


def test_refused_logo_leaves_nothing(
    library: Workspace, logo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(library.root.rglob("*"))

    def refuse(settings: Settings, data: bytes, path: str) -> tuple[str, ...]:
        raise PlainleafError(Finding(path, 1, "svg", "is no SVG.", "Export it anew."))

    monkeypatch.setattr("plainleaf.author.begin_brand.look_at", refuse)
    with pytest.raises(PlainleafError):
        begin_brand(library, Settings(), NewBrand("tea-house", logo))
    assert sorted(library.root.rglob("*")) == before


def test_folder_is_whole_or_not_there(
    library: Workspace, logo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(library.root.rglob("*"))

    def fail(part: Path, target: Path) -> None:
        assert sorted(file.name for file in part.iterdir()) == ["_brand.yml", "logo.svg"]
        raise OSError("no room")

    monkeypatch.setattr(Path, "rename", fail)
    with looks(), pytest.raises(OSError, match="no room"):
        begin_brand(library, Settings(), NewBrand("tea-house", logo))
    assert sorted(library.root.rglob("*")) == before


def test_nothing_is_written_through_a_link(library: Workspace, logo: Path, tmp_path: Path) -> None:
    (library.root / "styles/brands/tea-house").symlink_to(tmp_path / "outside")
    with looks(), pytest.raises(PlainleafError, match="is or goes through a link"):
        begin_brand(library, Settings(), NewBrand("tea-house", logo))
    assert not (tmp_path / "outside").exists()


def test_logo_is_looked_at_behind_the_fence(library: Workspace) -> None:
    logo = library.root / "styles/brands/harbor/logo.svg"
    arguments = ["new", "brand", "tea-house", "--logo", str(logo), "-w", str(library.root)]
    run = CliRunner().invoke(cli, arguments)
    assert (run.output, run.exit_code) == (
        f"{library.root}/{PATH} is ready. Next: fill in the rest,"
        " then plainleaf build -b tea-house"
        f" -w {library.root}\n",
        0,
    )
    assert read_brand(library, "tea-house")[0].color == "#0b3d63"
