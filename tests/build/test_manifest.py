import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from plainleaf.build.manifest import (
    Result,
    fresh_result,
    read_manifest,
    remember,
    sealed,
    see_folder,
)
from plainleaf.errors import Finding, PlainleafError, Severity
from plainleaf.model import Edition, Imprint
from plainleaf.workspace.write import stat_of
from tests.conftest import special

TEA = Imprint("plain", Edition("tea", ("en",), "patient", "large", "sheet", "a4"))
FOLDED = Imprint("plain", Edition("tea", ("en",), "patient", "large", "booklet", "a4"))
PRESS = "plain/tea_en_patient_large_booklet_a4.print.pdf"
ORDERED = replace(FOLDED, for_press=True, with_ticket=True)
TICKET = "plain/tea_en_patient_large_booklet_a4.ticket.pdf"
SOAP = Imprint("plain", Edition("soap", ("en",), "patient", "large", "sheet", "a4"))
INPUTS = "1"
LATER = 10**18  # nanoseconds
WARNING = Finding("es.po", 1, "reviewed", "not reviewed.", "Review it.", Severity.WARNING)


def built(imprint: Imprint, folder: Path, data: bytes = b"PDF") -> Result:
    """Put its files in place; return what a build says of them."""
    digests: dict[str, str] = {}
    made = {imprint.path: data, imprint.press: b"press", imprint.ticket: b"ticket"}
    for name, content in made.items():
        if name:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            digests[name] = hashlib.sha256(content).hexdigest()
    press_digest = digests[imprint.press] if imprint.press else None
    kept = (imprint.path, imprint.press, 2, digests[imprint.path], press_digest)
    places = (imprint.path, imprint.press, imprint.ticket)
    stats = tuple(stat_of(f"{folder}/{place}") for place in places)
    ticket = (imprint.ticket, digests.get(imprint.ticket or ""))
    return Result(*kept, "built", 0.5, (WARNING,), stats, *ticket)


def fresh(folder: Path, inputs: str = INPUTS, imprint: Imprint = TEA) -> Result | None:
    return fresh_result(folder, read_manifest(folder), imprint, inputs)


@pytest.mark.parametrize("imprint", [TEA, FOLDED, ORDERED], ids=["sheet", "booklet", "ticket"])
def test_result_is_fresh_while_inputs_and_files_are_the_same(
    imprint: Imprint, tmp_path: Path
) -> None:
    result = built(imprint, tmp_path)
    remember(tmp_path, {imprint: result}, {imprint: INPUTS})
    kept = replace(result, state="fresh", seconds=0.0, stats=(None, None, None))
    assert fresh(tmp_path, imprint=imprint) == kept


@pytest.mark.parametrize("inputs", ["", "2", "11"], ids=["none", "changed", "more"])
def test_other_inputs_mean_a_rebuild(inputs: str, tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    assert fresh(tmp_path, inputs) is None


def spoil(path: Path, data: bytes | None) -> None:
    """Change a file, some time after it was written, or remove it."""
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)
        os.utime(path, ns=(LATER, LATER))


@pytest.mark.parametrize("data", [b"PDf", b"PDF\n", b"", None],
                         ids=["one byte", "longer", "empty", "gone"])  # fmt: skip
def test_changed_file_means_a_rebuild(data: bytes | None, tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    spoil(tmp_path / TEA.path, data)
    assert fresh(tmp_path) is None


@pytest.mark.parametrize("imprint", [TEA, FOLDED, ORDERED], ids=["sheet", "booklet", "ticket"])
def test_copied_files_are_fresh_by_their_bytes(imprint: Imprint, tmp_path: Path) -> None:
    """They have another time; so has build/ that is unpacked elsewhere."""
    remember(tmp_path, {imprint: built(imprint, tmp_path)}, {imprint: INPUTS})
    for path in tmp_path.rglob("*.pdf"):
        os.utime(path, ns=(LATER, LATER))
    assert fresh(tmp_path, imprint=imprint) is not None


@pytest.mark.parametrize("stats", [None, [None, None, None]], ids=["no field", "nothing in it"])
def test_files_without_a_stat_are_fresh_by_their_bytes(
    stats: list[None] | None, tmp_path: Path
) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    row = {**read_manifest(tmp_path)[TEA.path], "stats": stats}
    (tmp_path / "manifest.json").write_bytes(sealed(json.dumps(row)))
    assert fresh(tmp_path) is not None


def test_manifest_of_another_machine_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("plainleaf.build.seal._key", lambda: b"another machine")
        remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
        assert fresh(tmp_path) is not None
    assert fresh(tmp_path) is None


def test_changed_manifest_is_not_believed(tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    place = tmp_path / "manifest.json"
    text = place.read_text()
    before = fresh(tmp_path)
    place.write_text(text.replace('"pages": ', '"pages": 1'))
    assert (before is not None, fresh(tmp_path)) == (True, None)


def test_file_of_the_same_size_and_time_is_looked_into(tmp_path: Path) -> None:
    """Both can be given to any file; what else the system notes of it cannot."""
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    place = tmp_path / TEA.path
    data, times = place.read_bytes(), place.stat()
    place.write_bytes(data[::-1])
    os.utime(place, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert (data != data[::-1], fresh(tmp_path)) == (True, None)


def test_files_of_the_same_size_and_time_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a run with nothing to make takes as long for thousands of them."""
    remember(tmp_path, {FOLDED: built(FOLDED, tmp_path)}, {FOLDED: INPUTS})
    monkeypatch.setattr("plainleaf.build.manifest._digest", lambda path: "none")
    assert fresh(tmp_path, imprint=FOLDED) is not None


@pytest.mark.parametrize(
    "name", [FOLDED.path, PRESS, TICKET], ids=["reading copy", "press sheets", "ticket"]
)
@pytest.mark.parametrize("data", [b"presS", b"", None], ids=["one byte", "empty", "gone"])
def test_any_file_of_a_fold_changed_means_a_rebuild(
    data: bytes | None, name: str, tmp_path: Path
) -> None:
    remember(tmp_path, {ORDERED: built(ORDERED, tmp_path)}, {ORDERED: INPUTS})
    spoil(tmp_path / name, data)
    assert fresh(tmp_path, imprint=ORDERED) is None


def test_press_sheets_that_no_row_knows_mean_a_rebuild(tmp_path: Path) -> None:
    result = replace(built(FOLDED, tmp_path), press_sha256=None)
    (tmp_path / PRESS).unlink()
    remember(tmp_path, {FOLDED: result}, {FOLDED: INPUTS})
    assert fresh(tmp_path, imprint=FOLDED) is None


def test_row_holds_all_files_of_a_fold(tmp_path: Path) -> None:
    remember(tmp_path, {ORDERED: built(ORDERED, tmp_path)}, {ORDERED: INPUTS})
    row = read_manifest(tmp_path)[ORDERED.path]
    keys = ("imprint", "sha256", "press", "press_sha256", "ticket", "ticket_sha256", "stats")
    assert [row[key] for key in keys] == [
        "plain/tea_en_patient_large_booklet_a4.pdf",
        hashlib.sha256(b"PDF").hexdigest(),
        "plain/tea_en_patient_large_booklet_a4.print.pdf",
        hashlib.sha256(b"press").hexdigest(),
        "plain/tea_en_patient_large_booklet_a4.ticket.pdf",
        hashlib.sha256(b"ticket").hexdigest(),
        [list(stat_of(f"{tmp_path}/{name}") or ()) for name in (ORDERED.path, PRESS, TICKET)],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"imprints": 1}',
        '{"imprints": [1]}',
        '{"imprints": [{}]}',
        '{"imprints": ' + "[" * 20_000,
        "\udcff",
    ],
    ids=["empty", "cut", "list", "nothing", "number", "numbers", "no names", "deep", "not UTF-8"],
)
def test_broken_manifest_means_a_rebuild(text: str, tmp_path: Path) -> None:
    built(TEA, tmp_path)
    (tmp_path / "manifest.json").write_bytes(text.encode(errors="surrogateescape"))
    assert (read_manifest(tmp_path), fresh(tmp_path)) == ({}, None)


@pytest.mark.parametrize(
    "gap", ["inputs", "sha256", "press_sha256", "ticket_sha256", "pages", "findings"]
)
@pytest.mark.parametrize("imprint", [TEA, FOLDED, ORDERED], ids=["sheet", "booklet", "ticket"])
def test_row_with_a_gap_means_a_rebuild(imprint: Imprint, gap: str, tmp_path: Path) -> None:
    remember(tmp_path, {imprint: built(imprint, tmp_path)}, {imprint: INPUTS})
    row = {**read_manifest(tmp_path)[imprint.path]}
    del row[gap]
    (tmp_path / "manifest.json").write_bytes(sealed(json.dumps(row)))
    assert fresh(tmp_path, imprint=imprint) is None


def test_failed_imprint_keeps_its_row(tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    before = read_manifest(tmp_path)[TEA.path]
    failed = Result(TEA.path, None, 0, None, None, "failed", 0.1, (WARNING,))
    made = {TEA: failed, SOAP: built(SOAP, tmp_path)}
    remember(tmp_path, made, {TEA: "2", SOAP: INPUTS})
    after = read_manifest(tmp_path)
    assert (after[TEA.path], sorted(after)) == (before, [SOAP.path, TEA.path])


def test_row_without_a_file_is_forgotten(tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    (tmp_path / TEA.path).unlink()
    made = {SOAP: built(SOAP, tmp_path)}
    remember(tmp_path, made, {SOAP: INPUTS})
    assert list(read_manifest(tmp_path)) == [SOAP.path]


def test_nothing_built_writes_nothing(tmp_path: Path) -> None:
    failed = Result(TEA.path, None, 0, None, None, "failed", 0.1, ())
    remember(tmp_path, {TEA: failed}, {TEA: INPUTS})
    assert list(tmp_path.iterdir()) == []


def test_rows_of_another_run_are_kept(tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    remember(tmp_path, {SOAP: built(SOAP, tmp_path)}, {SOAP: INPUTS})
    assert sorted(read_manifest(tmp_path)) == sorted([TEA.path, SOAP.path])


def rows_of(folder: Path) -> bytes:
    remember(folder, {TEA: built(TEA, folder)}, {TEA: INPUTS})
    return (folder / "manifest.json").read_bytes()


def test_manifest_says_whose_it_is(tmp_path: Path) -> None:
    assert rows_of(tmp_path).startswith(b'{"plainleaf": 1, "imprints": [')


def earlier(data: bytes) -> bytes:
    """Return a manifest as it was written before it said whose it is."""
    return data.replace(b'"plainleaf": 1, ', b"")


OURS: Mapping[str, Callable[[bytes], bytes]] = {
    "as it is": lambda data: data,
    "cut in a row": lambda data: data[:90],
    "cut in its head": lambda data: data[:9],
    "empty": lambda data: b"",
    "a byte lost": lambda data: data[:60] + data[61:],
    "of before": earlier,
    "of before, cut": lambda data: earlier(data)[:60],
    "set anew": lambda data: json.dumps(json.loads(data), indent=2).encode(),
    "of before, set anew": lambda data: json.dumps(json.loads(earlier(data)), indent=2).encode(),
    "with no rows": lambda data: b'{"plainleaf": 1, "imprints": []}',
}


@pytest.mark.parametrize("way", OURS)
def test_manifest_of_ours_may_be_written(way: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(OURS[way](rows_of(tmp_path)))
    see_folder(tmp_path)
    remember(tmp_path, {SOAP: built(SOAP, tmp_path)}, {SOAP: INPUTS})
    assert SOAP.path in read_manifest(tmp_path)


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        b"[]",
        b"null",
        b'{"name": "An extension", "manifest_version": 3}',
        b'{"imprints": []}',
        b'{"imprints": [{"imprint": "Penguin"}]}',
        b'{"imprints": {"plainleaf": 1}}',
        b'{"imprints": 1}',
        b"\x89PNG",
        b"\xff",
        b" ",
        b"[" * 20_000,
    ],
    ids=["object", "list", "null", "extension", "no rows", "other rows", "table", "number",
         "picture", "no text", "space", "deep"],
)  # fmt: skip
def test_manifest_of_another_program_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(data)
    assert refusal(tmp_path) == (
        f"{tmp_path}/manifest.json: error: is another program's, and plainleaf would write its"
        " own there. Choose another folder with -o, or move that file. [manifest]"
    )


@pytest.mark.parametrize("kind", ["pipe", "socket", "folder", "device", "loop"])
def test_manifest_that_is_no_file_is_refused(kind: str, tmp_path: Path) -> None:
    with special(kind, tmp_path / "manifest.json"):
        assert refusal(tmp_path).startswith(f"{tmp_path}/manifest.json: error: cannot be read: ")
        assert read_manifest(tmp_path) == {}


@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "loop"])
def test_folder_that_is_none_is_refused(kind: str, tmp_path: Path) -> None:
    with special(kind, tmp_path / "build"):
        assert refusal(tmp_path / "build") == (
            f"{tmp_path}/build: error: is no folder. Choose another one with -o. [not-written]"
        )


@pytest.mark.parametrize("kind", ["pipe", "socket", "folder", "device", "loop"])
def test_imprint_that_is_no_file_is_not_fresh(kind: str, tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    (tmp_path / TEA.path).unlink()
    with special(kind, tmp_path / TEA.path):
        assert fresh(tmp_path) is None


def refusal(folder: Path) -> str:
    with pytest.raises(PlainleafError) as caught:
        see_folder(folder)
    (finding,) = caught.value.findings
    return str(finding)
