import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from plainleaf.errors import Finding, Severity
from plainleaf.manifest import Result, fresh_result, read_manifest, remember
from plainleaf.model import Edition, Imprint

TEA = Imprint("plain", Edition("tea", ("en",), "patient", "large", "sheet", "a4"))
SOAP = Imprint("plain", Edition("soap", ("en",), "patient", "large", "sheet", "a4"))
INPUTS = {"handouts/tea/handout.md": "1"}
WARNING = Finding("es.po", 1, "reviewed", "not reviewed.", "Review it.", Severity.WARNING)


def built(imprint: Imprint, folder: Path, data: bytes = b"PDF") -> Result:
    """Put a file in place; return what a build says of it."""
    path = folder / imprint.path
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    return Result(imprint.path, None, 2, digest, "built", 0.5, (WARNING,))


def fresh(folder: Path, inputs: dict[str, str] = INPUTS) -> Result | None:
    return fresh_result(folder, read_manifest(folder), TEA, inputs)


def test_result_is_fresh_while_inputs_and_file_are_the_same(tmp_path: Path) -> None:
    result = built(TEA, tmp_path)
    remember(tmp_path, {TEA: result}, {TEA: INPUTS})
    assert fresh(tmp_path) == replace(result, state="fresh", seconds=0.0)


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


def test_row_with_gaps_means_a_rebuild(tmp_path: Path) -> None:
    digest = built(TEA, tmp_path).sha256
    row = {"imprint": TEA.path, "inputs": INPUTS, "sha256": digest}
    (tmp_path / "manifest.json").write_text(json.dumps({"imprints": [row]}))
    assert fresh(tmp_path) is None


def test_failed_imprint_keeps_its_row(tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    before = read_manifest(tmp_path)[TEA.path]
    failed = Result(TEA.path, None, 0, None, "failed", 0.1, (WARNING,))
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
    failed = Result(TEA.path, None, 0, None, "failed", 0.1, ())
    remember(tmp_path, {TEA: failed}, {TEA: INPUTS})
    assert list(tmp_path.iterdir()) == []


def test_rows_of_another_run_are_kept(tmp_path: Path) -> None:
    remember(tmp_path, {TEA: built(TEA, tmp_path)}, {TEA: INPUTS})
    remember(tmp_path, {SOAP: built(SOAP, tmp_path)}, {SOAP: INPUTS})
    assert sorted(read_manifest(tmp_path)) == sorted([TEA.path, SOAP.path])
