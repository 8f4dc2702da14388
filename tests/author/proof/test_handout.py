"""The handout that a proof shows is one of the workspace's, in its defaults."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest

from plainleaf.author.proof import handout as module
from plainleaf.author.proof.handout import Pages, pages_of
from plainleaf.build.context import Context
from plainleaf.build.manifest import Result
from plainleaf.build.order import Order
from plainleaf.build.store import Store
from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import Edition, Imprint, Limits
from plainleaf.workers.fence import Fence
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from plainleaf.workspace.survey import take_survey
from tests.conftest import put

Made = Iterator[tuple[Imprint, Result]]


class Press:
    """Makes three empty pages of what is asked for, or fails."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        self.asked: list[Imprint] = []

    def __call__(
        self,
        order: Order,
        survey: object,
        workers: object,
        some: Sequence[Imprint],
        hear: object,
    ) -> Made:
        self.asked += some
        (imprint,) = some
        place = order.folder / imprint.path
        document = pypdfium2.PdfDocument.new()
        for _ in range(3):
            document.new_page(612, 792)
        place.parent.mkdir()
        document.save(place)
        state = "failed" if self.findings else "built"
        yield imprint, Result(imprint.path, None, 3, "", None, state, 0.1, self.findings)


def pages(workspace: Workspace, folder: Path, press: Press, patch: pytest.MonkeyPatch) -> Pages:
    patch.setattr(module, "produce", press)
    settings = read_settings(workspace)
    survey = take_survey(workspace, settings)
    with Fence({"typeset": 1}, Limits(), (), lazy=True) as fence, Store(folder) as store:
        order = Order(workspace, settings, (), folder, jobs=1)
        return pages_of(Context(order, fence, store, survey, (), True, ""), "harbor", "a4")


def test_pages_are_the_first_two_of_one_handout_in_the_defaults(
    library: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(library, "plainleaf.toml", "[defaults]\nlanguages = ['es', 'en']\nsizes = ['large']\n")
    press = Press()
    found = pages(library, tmp_path, press, monkeypatch)
    sizes = [(each.width, each.height) for each in found.drawings.values()]
    edition = Edition("drink-water", ("es",), "patient", "large", "sheet", "a4")
    assert (press.asked, found.name, found.count, sizes) == (
        [Imprint("harbor", edition)],
        "drink-water, es, patient, large, sheet, a4",
        3,
        [(901, 1165)] * 2,
    )


@pytest.mark.parametrize(
    ("languages", "edition"),
    [
        (
            "['en+es']",
            Edition("drink-water", ("en", "es"), "patient", "standard", "sheet", "a4", "stacked"),
        ),
        ("['es']", Edition("drink-water", ("es",), "patient", "standard", "sheet", "a4")),
    ],
    ids=["pair", "one"],
)
def test_first_of_many_layouts_is_taken_where_there_is_a_pair(
    languages: str,
    edition: Edition,
    library: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    layouts = "layouts = ['stacked', 'columns']"
    put(library, "plainleaf.toml", f"[defaults]\nlanguages = {languages}\n{layouts}\n")
    press = Press()
    pages(library, tmp_path, press, monkeypatch)
    assert press.asked == [Imprint("harbor", edition)]


def test_handout_that_fails_is_told(
    library: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = Finding("handouts/drink-water/handout.md", 3, "fit", "is too long.", "Cut it.")
    with pytest.raises(PlainleafError) as caught:
        pages(library, tmp_path, Press(fault), monkeypatch)
    assert caught.value.findings == (fault,)


def test_workspace_without_a_handout_has_no_pages(
    bare: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(bare, "plainleaf.toml", "[defaults]\n")
    assert pages(bare, tmp_path, Press(), monkeypatch) == Pages()
