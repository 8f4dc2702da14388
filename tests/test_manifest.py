import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from plainleaf.errors import Finding, Severity
from plainleaf.manifest import Result, fresh_result, read_manifest, remember
from plainleaf.model import Edition, Imprint

TEA = Imprint("plain", Edition("tea", ("en",), "patient", "large", "sheet", "a4"))
FOLDED = Imprint("plain", Edition("tea", ("en",), "patient", "large", "booklet", "a4"))
PRESS = "plain/tea_en_patient_large_booklet_a4.print.pdf"
SOAP = Imprint("plain", Edition("soap", ("en",), "patient", "large", "sheet", "a4"))
INPUTS = {"handouts/tea/handout.md": "1"}
WARNING = Finding("es.po", 1, "reviewed", "not reviewed.", "Review it.", Severity.WARNING)


def built(imprint: Imprint, folder: Path, data: bytes = b"PDF") -> Result:
    """Put its files in place; return what a build says of them."""
    digests: dict[str, str] = {}
    for name, content in ((imprint.path, data), (imprint.press, b"press")):
        if name:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            digests[name] = hashlib.sha256(content).hexdigest()
    press_digest = digests[imprint.press] if imprint.press else None
    kept = (imprint.path, imprint.press, 2, digests[imprint.path], press_digest)
    return Result(*kept, "built", 0.5, (WARNING,))


def fresh(folder: Path, inputs: dict[str, str] = INPUTS, imprint: Imprint = TEA) -> Result | None:
    return fresh_result(folder, read_manifest(folder), imprint, inputs)


@pytest.mark.parametrize("imprint", [TEA, FOLDED], ids=["sheet", "booklet"])
def test_result_is_fresh_while_inputs_and_files_are_the_same(
    imprint: Imprint, tmp_path: Path
) -> None:
    result = built(imprint, tmp_path)
    remember(tmp_path, {imprint: result}, {imprint: INPUTS})
    assert fresh(tmp_path, imprint=imprint) == replace(result, state="fresh", seconds=0.0)


@pytest.mark.parametrize(
    "inputs",
    [{}, {"handouts/tea/handout.md": "2"}, {**INPUTS, "handouts/tea/es.po": "1"}],
    ids=["fewer", "changed", "more"],
)
def test_other_inputs_mean_a_rebuild(inputs: dict[str, str], tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    assert fresh(tmp_path, inputs) is None


@pytest.mark.parametrize("data", [b"PDf", b"PDF\n", b"", None],
                         ids=["one byte", "longer", "empty", "gone"])  # fmt: skip
def test_changed_file_means_a_rebuild(data: bytes | None, tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    if data is None:
        (tmp_path / TEA.path).unlink()
    else:
        (tmp_path / TEA.path).write_bytes(data)
    assert fresh(tmp_path) is None


@pytest.mark.parametrize("name", [FOLDED.path, PRESS], ids=["reading copy", "press sheets"])
@pytest.mark.parametrize("data", [b"presS", b"", None], ids=["one byte", "empty", "gone"])
def test_either_file_of_a_fold_changed_means_a_rebuild(
    data: bytes | None, name: str, tmp_path: Path
) -> None:
    remember(tmp_path, {FOLDED: built(FOLDED, tmp_path)}, {FOLDED: INPUTS})
    if data is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(data)
    assert fresh(tmp_path, imprint=FOLDED) is None


def test_press_sheets_that_no_row_knows_mean_a_rebuild(tmp_path: Path) -> None:
    result = replace(built(FOLDED, tmp_path), press_sha256=None)
    (tmp_path / PRESS).unlink()
    remember(tmp_path, {FOLDED: result}, {FOLDED: INPUTS})
    assert fresh(tmp_path, imprint=FOLDED) is None


def test_row_holds_both_files_of_a_fold(tmp_path: Path) -> None:
    remember(tmp_path, {FOLDED: built(FOLDED, tmp_path)}, {FOLDED: INPUTS})
    row = read_manifest(tmp_path)[FOLDED.path]
    assert [row[key] for key in ("imprint", "sha256", "press", "press_sha256")] == [
        "plain/tea_en_patient_large_booklet_a4.pdf",
        hashlib.sha256(b"PDF").hexdigest(),
        "plain/tea_en_patient_large_booklet_a4.print.pdf",
        hashlib.sha256(b"press").hexdigest(),
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


@pytest.mark.parametrize("gap", ["inputs", "sha256", "press_sha256", "pages", "findings"])
@pytest.mark.parametrize("imprint", [TEA, FOLDED], ids=["sheet", "booklet"])
def test_row_with_a_gap_means_a_rebuild(imprint: Imprint, gap: str, tmp_path: Path) -> None:
    remember(tmp_path, {imprint: built(imprint, tmp_path)}, {imprint: INPUTS})
    row = {**read_manifest(tmp_path)[imprint.path]}
    del row[gap]
    (tmp_path / "manifest.json").write_text(json.dumps({"imprints": [row]}))
    assert fresh(tmp_path, imprint=imprint) is None


def test_failed_imprint_keeps_its_row(tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    before = read_manifest(tmp_path)[TEA.path]
    failed = Result(TEA.path, None, 0, None, None, "failed", 0.1, (WARNING,))
    made = {TEA: failed, SOAP: built(SOAP, tmp_path)}
    remember(tmp_path, made, {TEA: {"x": "2"}, SOAP: INPUTS})
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
