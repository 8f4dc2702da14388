"""Brands of every kind in one run: each imprint is its own brand's, and the same as made alone."""

import hashlib
import io
import random
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import pypdfium2
import pytest

from plainleaf.build.order import Order
from plainleaf.build.produce import produce
from plainleaf.checks.facts.structure import read_structure
from plainleaf.model import BrandBlock, Drawing, Edition, Imprint, Limits
from plainleaf.stamp.form import block_of
from plainleaf.workers.fence import Fence
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from plainleaf.workspace.survey import take_survey
from tests.build.office import logo_color_of, open_office

FORMATS = ("sheet", "trifold", "halffold", "booklet", "poster")
LANGUAGES = (("en",), ("ar",), ("es",))
COUNT = 50
NEAR = 14  # of 255: a JPEG does not keep colours to the letter


def imprint(brand: int, languages: Sequence[str], page_format: str = "sheet") -> Imprint:
    edition = Edition(
        "drink-water", tuple(languages), "patient", "standard", page_format, "letter"
    )
    if len(languages) > 1:
        edition = replace(edition, layout="stacked")
    return Imprint(f"b{brand}", edition)


class Press:
    """Builds parts of an office's work into folders, by workers that stay."""

    def __init__(self, workspace: Workspace, fence: Fence) -> None:
        settings = read_settings(workspace)
        self.order = Order(workspace, settings, [], workspace.root / "build", jobs=2)
        self.survey = take_survey(workspace, settings)
        self.fence = fence

    def build(self, folder: Path, imprints: Sequence[Imprint], verify: str = "sample") -> None:
        """Build imprints in this order; nothing may be wrong with any."""
        order = replace(self.order, folder=folder, verify=verify)
        made = produce(order, self.survey, self.fence, imprints, lambda ready, total: None)
        faults = [str(each) for _, result in made for each in result.findings if each.is_error]
        assert faults == []


def office(root: Path, count: int) -> Iterator[Press]:
    workspace = open_office(root / "office", count)
    tasks = {"typeset": 2, "inspect": 2, "logo": 1, "impose": 1, "stamp": 1}
    with Fence(tasks, Limits(), (), lazy=True) as fence:
        yield Press(workspace, fence)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Press]:
    yield from office(tmp_path_factory.mktemp("small"), 6)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Press]:
    yield from office(tmp_path_factory.mktemp("large"), COUNT)


def digests(folder: Path) -> Mapping[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.pdf")
    }


SMALL = tuple(imprint(*each) for each in product(range(6), (("en",), ("ar",), ("en", "es"))))


@pytest.fixture(scope="module")
def expected(small: Press, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """What one run makes of all."""
    folder = tmp_path_factory.mktemp("at once")
    small.build(folder, SMALL)
    assert len(digests(folder)) == len(SMALL)
    return digests(folder)


ORDERS: Mapping[str, list[tuple[Imprint, ...]]] = {
    "turned round": [SMALL[::-1]],
    "brand by brand": [tuple(i for i in SMALL if i.brand == f"b{n}") for n in range(6)],
}


@pytest.mark.parametrize("order", ORDERS)
def test_order_does_not_change_a_byte(
    order: str, small: Press, expected: Mapping[str, str], tmp_path: Path
) -> None:
    for part in ORDERS[order]:
        small.build(tmp_path, part)
    assert digests(tmp_path) == expected


PARTITIONS = 60


@pytest.mark.slow
@pytest.mark.parametrize("number", range(PARTITIONS))
def test_partition_does_not_change_a_byte(
    number: int, small: Press, expected: Mapping[str, str], tmp_path: Path
) -> None:
    """Parts of any size in any order; the store is kept, or lost between them."""
    chance = random.Random(number)  # the same parts each time
    rest = chance.sample(SMALL, len(SMALL))
    while rest:
        size = chance.choice((1, 2, 5, len(rest)))
        small.build(tmp_path, rest[:size])
        rest = rest[size:]
        if chance.random() < 0.3:
            shutil.rmtree(tmp_path / ".cache")
    assert digests(tmp_path) == expected


LARGE = tuple(imprint(*each) for each in product(range(COUNT), LANGUAGES, FORMATS))


@pytest.fixture(scope="module")
def printed(large: Press, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every brand in each format and language, in one run."""
    folder = tmp_path_factory.mktemp("printed")
    large.build(folder, LARGE)
    return folder


@pytest.mark.slow
def test_imprints_say_their_own_brand_and_no_other(printed: Path) -> None:
    said = {}
    for each in LARGE:
        body = read_structure((printed / each.path).read_bytes()).body
        phones = set(re.findall(r"0[123]0-0(\d{3})", body))
        said[each] = {f"b{int(phone)}" for phone in phones}
    assert said == {each: {each.brand} for each in LARGE}


@pytest.mark.slow
def test_imprints_show_their_own_logo(printed: Path) -> None:
    shown = {each: logo_is_seen(printed / each.path, each) for each in LARGE}
    assert [each.path for each, is_seen in shown.items() if not is_seen] == []


def logo_is_seen(path: Path, each: Imprint) -> bool:
    """Whether the colour of a brand's logo is on the first page."""
    color = logo_color_of(int(each.brand[1:]))
    wanted = [int(color[place : place + 2], 16) for place in (1, 3, 5)]
    with pypdfium2.PdfDocument(io.BytesIO(path.read_bytes())) as document:
        picture = document[0].render(scale=0.8).to_pil().convert("RGB")
    return any(
        max(abs(a - b) for a, b in zip(found, wanted, strict=True)) <= NEAR
        for _, found in picture.getcolors(2**24) or []
    )


ALONE = [
    imprint(number, LANGUAGES[(number + place) % 3], page_format)
    for number, (place, page_format) in product(range(COUNT), enumerate(FORMATS))
]
"""Each brand in each format; the languages in turn."""


@pytest.mark.slow
@pytest.mark.parametrize("each", ALONE, ids=lambda each: each.path.removesuffix(".pdf"))
def test_imprint_among_fifty_is_the_one_made_alone(
    each: Imprint, large: Press, printed: Path, tmp_path: Path
) -> None:
    large.build(tmp_path, [each], verify="all")
    alone = digests(tmp_path)
    assert alone == {path: digests_of(printed / path) for path in alone}


def digests_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def faults(press: Press, folder: Path) -> set[str]:
    """Return what is found where every imprint is looked at."""
    order = replace(press.order, folder=folder, verify="all")
    wanted = [imprint(number, ("en",)) for number in (2, 3, 4)]
    made = produce(order, press.survey, press.fence, wanted, lambda ready, total: None)
    return {
        f"{result.imprint.partition('/')[0]} {finding.code}"
        for _, result in made
        for finding in result.findings
        if finding.is_error
    }


def first_for_all(drawing: Drawing, of: str, seen: list[BrandBlock]) -> BrandBlock:
    block = block_of(drawing)
    seen.append(block)
    return replace(seen[0], of=of or seen[0].of)


def test_block_of_another_drawing_is_refused(
    small: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[BrandBlock] = []
    target = "plainleaf.build.fillings.block_of"
    monkeypatch.setattr(target, lambda drawing: first_for_all(drawing, "", seen))
    assert faults(small, tmp_path) == {"b3 slot", "b4 slot"}


def test_another_drawing_that_says_it_is_right_is_seen(
    small: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when all logos of a run had one address."""
    seen: list[BrandBlock] = []
    target = "plainleaf.build.fillings.block_of"
    monkeypatch.setattr(target, lambda each: first_for_all(each, each.digest, seen))
    assert faults(small, tmp_path) == {"b3 pdf-brand", "b4 pdf-brand"}
