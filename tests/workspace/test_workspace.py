import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plainleaf.errors import Finding, PlainleafError
from plainleaf.workspace import Workspace, is_name
from tests.conftest import put


def fault(workspace: Workspace, path: str) -> str:
    """Return the one fault of a text file as `path:line code: message`."""
    with pytest.raises(PlainleafError) as caught:
        workspace.read_text(path)
    (finding,) = caught.value.findings
    return f"{finding.path}:{finding.line} {finding.code}: {finding.message}"


def test_folder_without_settings_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(PlainleafError) as caught:
        Workspace.at(tmp_path)
    assert caught.value.findings == (
        Finding(
            tmp_path.as_posix(),
            None,
            "no-workspace",
            "is no workspace: it holds no plainleaf.toml.",
            "Make one with 'plainleaf init DIR', or name one with -w DIR.",
        ),
    )


def test_windows_file_reads_as_any_other(bare: Workspace) -> None:
    put(bare, "handouts/a.md", b"\xef\xbb\xbfa\r\nb\r\n")
    assert bare.read_text("handouts/a.md") == "a\nb\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a\nb\nc \xff d\n", "handouts/a.md:3 not-utf-8: is not UTF-8."),
        ("a\nbä\n".encode("utf-16"), "handouts/a.md:1 not-utf-8: is not UTF-8."),
        (b"a\nb\0\n", "handouts/a.md:2 control-character: holds the invisible character U+0000."),
        (b"a\rb", "handouts/a.md:1 control-character: holds the invisible character U+000D."),
        (
            "a\n\n\u202eb".encode(),
            "handouts/a.md:3 control-character: holds the invisible character U+202E.",
        ),
        (
            "a\u2028b".encode(),
            "handouts/a.md:1 control-character: holds the invisible character U+2028.",
        ),
        (
            "a\ufeffb".encode(),
            "handouts/a.md:1 control-character: holds the invisible character U+FEFF.",
        ),
        (
            "a\U000e0041b".encode(),
            "handouts/a.md:1 control-character: holds the invisible character U+E0041.",
        ),
        (
            "a\ufffdb".encode(),
            "handouts/a.md:1 control-character: holds the invisible character U+FFFD.",
        ),
        (b"", "handouts/a.md:None empty-file: is empty."),
        (b" \n\t\n", "handouts/a.md:None empty-file: is empty."),
        (
            b"a" * (2 * 2**20 + 1),
            "handouts/a.md:None too-large: is larger than 2,097,152 bytes.",
        ),
    ],
    ids=["latin", "UTF-16", "NUL", "return", "override", "separator", "mark", "tag",
         "lost character", "nothing", "white space", "large"],
)  # fmt: skip
def test_unclean_text_is_told_with_its_line(data: bytes, expected: str, bare: Workspace) -> None:
    put(bare, "handouts/a.md", data)
    assert fault(bare, "handouts/a.md") == expected


@pytest.mark.parametrize(
    "text",
    ["a\tb", "नमस्\u200dते", "\u0627\u200f\u200c", "e\u0301", "😀"],
    ids=["tab", "joiner", "direction marks", "combining", "emoji"],
)
def test_what_languages_need_is_clean(text: str, bare: Workspace) -> None:
    put(bare, "handouts/a.md", text)
    assert bare.read_text("handouts/a.md") == text


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("handouts/none.md", "missing-file: is not there."),
        ("handouts/a\0.md", "missing-file: is not there."),
        ("handouts/" + "a" * 300, "missing-file: is not there."),
        ("handouts/folder", "no-file: is not a regular file."),
        ("handouts/pipe", "no-file: is not a regular file."),
        ("handouts/loop", "no-file: is a broken link."),
        ("handouts/dangling", "no-file: is a broken link."),
        ("handouts/out", "link: is or goes through a link."),
        ("handouts/out-folder/secret", "link: is or goes through a link."),
        ("../outside/secret", "link: is or goes through a link."),
    ],
    ids=["missing", "NUL", "long", "folder", "fifo", "link to itself", "link to nothing",
         "link out", "through a folder", "above"],
)  # fmt: skip
def test_only_plain_files_inside_are_opened(
    path: str, expected: str, bare: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret").write_text("secret")
    folder = bare.root / "handouts"
    (folder / "folder").mkdir(parents=True)
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to("loop")
    (folder / "dangling").symlink_to("none")
    (folder / "out").symlink_to(tmp_path / "outside/secret")
    (folder / "out-folder").symlink_to(tmp_path / "outside")
    assert fault(bare, path) == f"{path}:None {expected}"


def test_link_inside_is_refused_too(bare: Workspace) -> None:
    """A survey does not look behind links: what is there would be taken for fresh."""
    put(bare, "handouts/a.md", "a")
    (bare.root / "handouts/b.md").symlink_to("a.md")
    assert fault(bare, "handouts/b.md") == "handouts/b.md:None link: is or goes through a link."
    assert [path for path, _ in bare.walk()] == ["handouts/a.md"]


def test_styles_and_templates_come_from_the_package_where_the_workspace_has_none(
    tmp_path: Path,
) -> None:
    workspace = Workspace(tmp_path / "mine", tmp_path / "package")
    package = Workspace(tmp_path / "package", tmp_path / "package")
    for path in ("styles/a.css", "styles/b.css", "templates/c.html", "handouts/d.md"):
        put(package, path, "package")
    put(workspace, "styles/a.css", "mine")
    put(workspace, "handouts/e.md", "mine")
    assert [(path, place.read_text()) for path, place in workspace.walk()] == [
        ("handouts/e.md", "mine"),
        ("styles/a.css", "mine"),
        ("styles/b.css", "package"),
        ("templates/c.html", "package"),
    ]
    assert workspace.read_text("styles/b.css") == "package"
    assert fault(workspace, "handouts/d.md") == "handouts/d.md:None missing-file: is not there."


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("tea", True),
        ("tea-2", True),
        ("a" * 64, True),
        ("a" * 65, False),
        ("", False),
        ("Tea", False),
        ("té", False),
        ("tea_2", False),
        ("-tea", False),
        ("tea--2", False),
        ("tea\n", False),
        ("..", False),
        ("con", False),
        ("com1", False),
        ("content", True),
    ],
)
def test_name_fits_every_system(name: str, fits: bool) -> None:
    assert is_name(name) is fits


@pytest.fixture
def endless(bare: Workspace) -> Iterator[Callable[[str], None]]:
    """Make a folder in a folder, 1,500 times; Python itself could not remove them."""

    def make(top: str) -> None:
        here = os.open(bare.root, os.O_RDONLY)
        for name in (top, "base", *["a"] * 1500):
            os.mkdir(name, dir_fd=here)
            here, above = os.open(name, os.O_RDONLY, dir_fd=here), here
            os.close(above)
        os.close(here)

    yield make
    subprocess.run(["rm", "-rf", bare.root], check=True)


@pytest.mark.parametrize("top", ["handouts", "styles", "templates"])
def test_folders_without_end_are_told(
    top: str, endless: Callable[[str], None], bare: Workspace
) -> None:
    """The one place is named, not a path of 1,500 names."""
    endless(top)
    with pytest.raises(PlainleafError) as caught:
        list(bare.walk())
    assert caught.value.findings == (
        Finding(
            f"{top}/base",
            None,
            "deep-folders",
            "holds folders more than 32 deep.",
            "Move what is needed up, and remove the rest.",
        ),
    )


def test_folders_as_deep_as_may_be_are_read(bare: Workspace) -> None:
    put(bare, f"styles/{'a/' * 32}b.css", "b")
    assert len(list(bare.walk())) == 1


@pytest.mark.parametrize("below", ["", "handouts", "handouts/tea/images"])
def test_workspace_is_found_from_within(below: str, bare: Workspace) -> None:
    put(bare, "handouts/tea/images/a.svg", "a")
    assert Workspace.around(bare.root / below).root == bare.root


def test_nearest_workspace_is_taken(bare: Workspace) -> None:
    put(bare, "inner/plainleaf.toml", "")
    put(bare, "inner/handouts/tea/handout.md", "")
    assert Workspace.around(bare.root / "inner/handouts/tea").root == bare.root / "inner"


def test_folder_named_with_w_is_taken_exactly(bare: Workspace) -> None:
    put(bare, "handouts/tea/handout.md", "")
    with pytest.raises(PlainleafError, match="holds no plainleaf"):
        Workspace.at(bare.root / "handouts")


def test_outside_of_any_workspace_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PlainleafError) as caught:
        Workspace.around(Path())
    assert caught.value.findings == (
        Finding(
            ".",
            None,
            "no-workspace",
            "is no workspace, nor in one:"
            " it holds no plainleaf.toml, nor does any folder above it.",
            "Make one with 'plainleaf init DIR', or name one with -w DIR.",
        ),
    )
