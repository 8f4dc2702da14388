"""build/manifest.json: what became of each imprint, and what it was made of.

It bears this machine's seal: what came with a workspace from elsewhere may say anything.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from plainleaf.build.seal import LENGTH, is_sealed, seal
from plainleaf.errors import Finding, PlainleafError, Severity
from plainleaf.model import Imprint
from plainleaf.workspace.write import Stat, put_in_place, read_plain, stat_of

NAME = "manifest.json"
HEAD = b'{"plainleaf": 1, "imprints": ['
"""What the file begins with: it says whose it is. The number is that of this form of it."""

SEAL_AT = slice(-2 * LENGTH - len('"}\n'), -len('"}\n'))
"""Where the seal of all before it stands, in hexadecimal digits."""

EARLIER = b'{"imprints": [\n{"imprint": "'
"""What it began with before it said so."""

ROW = frozenset({"imprint", "inputs", "press", "sha256", "state"})
"""Keys by which a row is known."""

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Result:
    """What became of one imprint; `pages` and `sha256` are those of the file that is read."""

    imprint: str
    press: str | None
    pages: int
    sha256: str | None
    press_sha256: str | None
    state: str  # "built", "fresh" or "failed"
    seconds: float
    findings: tuple[Finding, ...]
    stats: tuple[Stat | None, ...] = (None, None, None)  # of all files, as they were written
    ticket: str | None = None
    ticket_sha256: str | None = None


def row_of(result: Result) -> dict[str, Any]:
    """Return the JSON object of a result."""
    row = {name: value for name, value in vars(result).items() if name != "stats"}
    return {**row, "findings": [asdict(finding) for finding in result.findings]}


def read_manifest(folder: Path) -> dict[str, Row]:
    """Return the rows of earlier runs by imprint; none where they cannot be read or believed."""
    try:
        data = read_plain(folder / NAME)
        if not is_sealed(bytes.fromhex(data[SEAL_AT].decode()), data[: SEAL_AT.start]):
            return {}
        rows = json.loads(data)["imprints"]
        return {str(row["imprint"]): row for row in rows}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}  # a lost manifest costs a rebuild, nothing else


def see_folder(folder: Path) -> None:
    """Raise PlainleafError where a folder, or the manifest in it, is not ours to write.

    One of ours that is cut or damaged is: what it lists is made again.
    """
    path = str(folder / NAME)
    if os.path.lexists(folder) and not folder.is_dir():
        raise _refused(str(folder), "not-written", "is no folder.", "Choose another one with -o.")
    try:
        data = read_plain(folder / NAME)
    except FileNotFoundError:
        return
    except NotADirectoryError:
        message = "is no folder, nor can it be made."
        raise _refused(
            str(folder), "not-written", message, "Choose another one with -o."
        ) from None
    except OSError as error:
        message = f"cannot be read: {error.strerror}."
        raise _refused(path, "manifest", message, "Remove it, or choose another -o.") from None
    if not (data.startswith((HEAD, EARLIER)) or HEAD.startswith(data) or _is_ours(data)):
        message = "is another program's, and plainleaf would write its own there."
        hint = "Choose another folder with -o, or move that file."
        raise _refused(path, "manifest", message, hint)


def _is_ours(data: bytes) -> bool:
    """Whether a whole file, set in whatever way, holds our key, or rows such as ours."""
    try:
        table = json.loads(data)
        rows = [set(row) for row in table["imprints"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    return "plainleaf" in table or (bool(rows) and all(row >= ROW for row in rows))


def _refused(path: str, code: str, message: str, hint: str) -> PlainleafError:
    return PlainleafError(Finding(path, None, code, message, hint))


def fresh_result(
    folder: Path, rows: Mapping[str, Row], imprint: Imprint, inputs: str, *, whole: bool = False
) -> Result | None:
    """Return the earlier result where its inputs and its files are unchanged.

    `whole` asks for one that was inspected as a whole.
    """
    row = rows.get(imprint.path)
    if not row or row.get("inputs") != inputs or not row.get("sha256"):
        return None
    if whole and not row.get("whole"):
        return None
    try:
        places = (imprint.path, imprint.press, imprint.ticket)
        digests = (row["sha256"], row["press_sha256"], row["ticket_sha256"])
        stats = row.get("stats") or (None, None, None)
        for place, digest, stat in zip(places, digests, stats, strict=True):
            if place and not _is_unchanged(folder / place, digest, stat):
                return None
        found = tuple(_finding(each) for each in row["findings"])
        kept = (imprint.path, imprint.press, row["pages"], *digests[:2])
        ticket = {"ticket": imprint.ticket, "ticket_sha256": digests[2]}
        return Result(*kept, "fresh", 0.0, found, **ticket)
    except (KeyError, TypeError, ValueError):
        return None


def _finding(row: Row) -> Finding:
    return Finding(**{**row, "severity": Severity(row["severity"])})


def remember(
    folder: Path,
    made: Mapping[Imprint, Result],
    inputs: Mapping[Imprint, str],
    *,
    whole: bool = False,
) -> None:
    """Write the manifest with what was built; a failed imprint keeps its earlier row."""
    built = {imprint: result for imprint, result in made.items() if result.state == "built"}
    if not built:
        return
    new = {
        i.path: {**row_of(r), "stats": r.stats, "inputs": inputs[i], "whole": whole}
        for i, r in built.items()
    }
    all_rows = {**read_manifest(folder), **new}  # read again: another run may have written it
    kept = [
        all_rows[path] for path in sorted(all_rows) if path in new or (folder / path).is_file()
    ]
    lines = ",\n".join(json.dumps(row) for row in kept)
    put_in_place(folder / NAME, sealed(lines))


def sealed(lines: str) -> bytes:
    """Return the file that holds these rows."""
    said = HEAD + f'\n{lines}\n], "seal": "'.encode()
    return said + seal(said).hex().encode() + b'"}\n'


def _is_unchanged(path: Path, digest: str | None, stat: Sequence[int] | None) -> bool:
    """Whether a file is the one that was written: by size and time, else by its bytes."""
    found = stat_of(str(path))
    if found is None or not digest:
        return False
    return (stat is not None and found == tuple(stat)) or _digest(path) == digest


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(read_plain(path)).hexdigest()
    except OSError:
        return None
