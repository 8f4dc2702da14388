"""What is wrong is told once, and gets its place from whoever knows it."""

import ast
from pathlib import Path

from plainleaf.errors import Fault, Finding, PlainleafError, Severity

SOURCE = Path(__file__).parents[1] / "src"
FAULT = Fault("fit", "is too long.", "Shorten it.", 3, Severity.WARNING, 2)
FOUND = Finding("a.md", None, "too-deep", "is too deep.", "Use one list.")


def test_fault_is_told_where_it_is_found() -> None:
    assert str(FAULT.at("b.pdf", "title")) == (
        "b.pdf:3 (title) page 2: warning: is too long. Shorten it. [fit]"
    )
    assert str(FAULT.of("the text").at("b.pdf", line=7)) == (
        "b.pdf:7 page 2: warning: the text is too long. Shorten it. [fit]"
    )
    assert FAULT.at("b.pdf").fault == FAULT


def test_error_places_what_has_no_place() -> None:
    error = PlainleafError(FAULT, FOUND)
    assert (error.faults, error.findings) == ((FAULT,), (FOUND,))
    assert error.at("b.pdf") == error.place("b.pdf").findings == (FAULT.at("b.pdf"), FOUND)


def test_no_finding_is_born_without_a_place() -> None:
    """What lacks one is a fault; so nobody has to see to it later."""
    born = [
        f"{file.relative_to(SOURCE)}:{node.lineno}"
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Finding"
        and isinstance(place := (*node.args, *(k.value for k in node.keywords))[0], ast.Constant)
        and not place.value
    ]
    assert born == []
