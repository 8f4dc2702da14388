"""Names of pictures: whatever a file system takes, in whichever way a person writes it."""

import unicodedata

import pytest

from plainleaf.errors import PlainleafError
from plainleaf.load.blocks import read_body
from plainleaf.load.images import find_image
from plainleaf.model import Block
from plainleaf.text.markdown import tokens
from plainleaf.workspace import Workspace
from tests.conftest import put

FOLDER = "handouts/tea"
COMPOSED, APART = (unicodedata.normalize(form, "niño.jpg") for form in ("NFC", "NFD"))

TAKEN = (
    ("images/IMG_1.JPG", "IMG_1.JPG"),
    ("images/photo.jpeg", "photo.jpeg"),
    ("./images/photo.jpeg", "photo.jpeg"),
    ("images/my photo.jpg", "my photo.jpg"),
    ("<images/my photo.jpg>", "my photo.jpg"),
    ("images/my%20photo.jpg", "my photo.jpg"),
    ("images/a%20b.png", "a%20b.png"),
    ("images/a(1).png", "a(1).png"),
    (r"images/a\(1\).png", "a(1).png"),
    ("<images/a(1.png>", "a(1.png"),
    ("images/steps/1.png", "steps/1.png"),
    ("images/100%.png", "100%.png"),
    ("images/why?#1&2.png", "why?#1&2.png"),
    ('images/it\'s "it".png', 'it\'s "it".png'),
    ("images/-x.png", "-x.png"),
    ("images/照片.png", "照片.png"),
    (f"images/{COMPOSED}", COMPOSED),
    (f"images/{APART}", APART),
    (f"images/{APART}", COMPOSED),
    (f"images/{COMPOSED}", APART),
    ("images/ni%C3%B1o.jpg", APART),
)


def figure(workspace: Workspace, written: str) -> tuple[list[Block], list[str]]:
    """Return the blocks of a figure that names a picture in this way, and its faults."""
    text = f"## Tea {{#tea}}\n\n::: figure\n\n![A cup.]({written})\n\n:::\n"
    body = read_body(tokens(text), f"{FOLDER}/handout.md", workspace)
    faults = [f"{each.line} {each.code}: {each.message} {each.hint}" for each in body.findings]
    return list(body.sections[0].blocks), faults


@pytest.mark.parametrize(("written", "name"), TAKEN)
def test_name_of_a_file_is_taken(written: str, name: str, bare: Workspace) -> None:
    put(bare, f"{FOLDER}/images/{name}", "")
    (block,), faults = figure(bare, written)
    assert (block.options, faults) == ({"source": f"{FOLDER}/images/{name}"}, [])


def test_name_as_it_is_written_goes_before_what_it_may_mean(bare: Workspace) -> None:
    for name in ("a%20b.png", "a b.png"):
        put(bare, f"{FOLDER}/images/{name}", "")
    assert find_image(bare, FOLDER, "images/a%20b.png") == f"{FOLDER}/images/a%20b.png"


WRONG = (
    (
        "images/photo.jpg",
        "bad-image: handouts/tea/images/photo.jpg is not there, but 'photo.JPG' is. "
        "Write images/photo.JPG: to some systems small and capital letters are two names.",
    ),
    (
        "Images/photo.JPG",
        "bad-image: 'Images/photo.JPG' is no image of the handout. "
        "Name a file images/… that ends in .svg, .png, .jpg, .jpeg.",
    ),
    (
        "images/STEPS/1.PNG",
        "bad-image: handouts/tea/images/STEPS/1.PNG is not there, but '1.png' is. "
        "Write images/steps/1.png: to some systems small and capital letters are two names.",
    ),
    (
        r"images\photo.JPG",
        r"bad-image: 'images\\photo.JPG' is no image of the handout. Write images/photo.JPG.",
    ),
    (
        "images/foto.JPG",
        "missing-file: handouts/tea/images/foto.JPG is not there. "
        "Did you mean 'images/photo.JPG'?",
    ),
    (
        "images/%2e%2e/handout.png",
        "missing-file: handouts/tea/images/%2e%2e/handout.png is not there. "
        "Known: images/photo.JPG, images/steps.",
    ),
)


@pytest.mark.parametrize(("written", "fault"), WRONG)
def test_wrong_name_is_told_with_the_right_one(written: str, fault: str, bare: Workspace) -> None:
    for name in ("photo.JPG", "steps/1.png"):
        put(bare, f"{FOLDER}/images/{name}", "")
    put(bare, f"{FOLDER}/handout.png", "")
    assert figure(bare, written)[1] == [f"5 {fault}"]


def test_names_behind_a_link_are_not_told(bare: Workspace) -> None:
    put(bare, "elsewhere/secret.png", "")
    (bare.root / FOLDER).mkdir(parents=True)
    (bare.root / FOLDER / "images").symlink_to(bare.root / "elsewhere")
    with pytest.raises(PlainleafError) as caught:
        find_image(bare, FOLDER, "images/secrets.png")
    assert "secret.png" not in caught.value.faults[0].hint


@pytest.mark.parametrize(
    "written", ["a.png) and ![b](images/b.png", "images/a(1.png", "images/a.png\n"]
)
def test_two_images_or_a_torn_name_are_no_image(written: str, bare: Workspace) -> None:
    """A bracket alone needs <…> around the name, as Markdown has it."""
    _, (fault,) = figure(bare, written)
    assert fault.startswith("3 bad-figure")
