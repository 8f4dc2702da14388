"""build/manifest.json: what became of each imprint, and what it was made of."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from plainleaf.errors import Finding, finding_from
from plainleaf.model import Imprint
from plainleaf.write import put_in_place

NAME = "manifest.json"

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Result:
    """What became of one imprint; `pages` and `sha256` are those of its file, not the press's."""

    imprint: str
    press: str | None
    pages: int
    sha256: str | None
    press_sha256: str | None
    state: str  # "built", "fresh" or "failed"
    seconds: float
    findings: tuple[Finding, ...]


def row_of(result: Result) -> dict[str, Any]:
    """Return the JSON object of a result."""
    return {**asdict(result), "findings": [asdict(finding) for finding in result.findings]}


def read_manifest(folder: Path) -> dict[str, Row]:
    """Return the rows of earlier runs by imprint; none where they cannot be read."""
    try:
        rows = json.loads((folder / NAME).read_text(encoding="utf-8"))["imprints"]
        return {str(row["imprint"]): row for row in rows}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}  # a lost manifest costs a rebuild, nothing else


def fresh_result(
    folder: Path, rows: Mapping[str, Row], imprint: Imprint, inputs: Mapping[str, str]
) -> Result | None:
    """Return the earlier result where its inputs and its file are unchanged."""
    row = rows.get(imprint.path, {})
    if row.get("inputs") != inputs or not row.get("sha256"):
        return None
    try:
        places = {imprint.path: row["sha256"], imprint.press: row["press_sha256"]}
        if any(not kept or _digest(folder / p) != kept for p, kept in places.items() if p):
            return None
        found = tuple(finding_from(finding) for finding in row["findings"])
        kept = (imprint.path, imprint.press, row["pages"], row["sha256"], row["press_sha256"])
        return Result(*kept, "fresh", 0.0, found)
    except (KeyError, TypeError, ValueError):
        return None


def remember(
    folder: Path,
    made: Mapping[Imprint, Result],
    inputs: Mapping[Imprint, Mapping[str, str]],
) -> None:
    """Write the manifest with what was built; a failed imprint keeps its earlier row."""
    built = {imprint: result for imprint, result in made.items() if result.state == "built"}
    if not built:
        return
    new = {i.path: {**row_of(r), "inputs": inputs[i]} for i, r in built.items()}
    all_rows = {**read_manifest(folder), **new}  # read again: another run may have written it
    kept = [all_rows[path] for path in sorted(all_rows) if (folder / path).is_file()]
    text = json.dumps({"imprints": kept}, indent=1)
    put_in_place(folder / NAME, text.encode() + b"\n")


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
