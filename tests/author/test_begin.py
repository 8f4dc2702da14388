from pathlib import Path

import pytest

from plainleaf.author.begin import Begun, begin_handout, begin_workspace
from plainleaf.errors import Finding, PlainleafError
from plainleaf.workspace import Workspace
from tests.conftest import put

LINK = Finding(
    "handouts/tea/handout.md",
    None,
    "link",
    "is or goes through a link.",
    "Put a folder in the link's place.",
)


def test_next_step_of_a_workspace_can_be_pasted(tmp_path: Path) -> None:
    folder = tmp_path / "my clinic's"
    quoted = f"'{tmp_path}/my clinic'\"'\"'s'"
    assert begin_workspace(folder) == Begun(str(folder), f"plainleaf build -w {quoted}")


@pytest.mark.parametrize(
    ("named", "where"), [(None, ""), (Path("my clinic"), " -w 'my clinic'")], ids=["no", "yes"]
)
def test_next_step_of_a_handout_names_the_workspace_if_it_was_named(
    named: Path | None, where: str, library: Workspace
) -> None:
    assert begin_handout(library, "tea", named) == Begun(
        "handouts/tea/handout.md", f"write it, then plainleaf build tea{where}"
    )


def test_dollars_of_a_pattern_are_kept(library: Workspace) -> None:
    put(library, "templates/handout.md", "$title costs $5, $x and ${y")
    begin_handout(library, "green-tea")
    made = library.root / "handouts/green-tea/handout.md"
    assert made.read_text() == "Green tea costs $5, $x and ${y"


@pytest.mark.parametrize("place", ["handouts", "handouts/tea"])
def test_nothing_is_written_through_a_link(place: str, bare: Workspace, tmp_path: Path) -> None:
    put(bare, "templates/handout.md", "$title")
    outside = tmp_path / "outside"
    if place == "handouts":
        outside.mkdir()
    else:
        (bare.root / "handouts").mkdir()
    (bare.root / place).symlink_to(outside)
    with pytest.raises(PlainleafError) as caught:
        begin_handout(bare, "tea")
    assert caught.value.findings == (LINK,)
    assert not outside.exists() or not list(outside.iterdir())
