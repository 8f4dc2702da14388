"""What is told of a run: once an edition, with the count of imprints."""

from collections.abc import Iterator
from dataclasses import replace

from plainleaf.build.manifest import Result
from plainleaf.build.summary import summarized
from plainleaf.errors import Finding, Severity

TEA, COFFEE = "tea_en_patient_standard_trifold_a4.pdf", "coffee_en_patient_standard_trifold_a4.pdf"
FIT = Finding("", None, "fit", "3 mm are too much.", "Shorten it.")
BACK = replace(FIT, code="fit-back", message="9 mm of the back are too much.")
BLANK = Finding("", None, "blank", "leaves 1 panel blank.", "Say more.", Severity.WARNING)
PO = Finding("handouts/tea/es.po", 1, "reviewed", "is a draft.", "Review it.", Severity.WARNING)


def results(edition: str, *brands: str, found: tuple[Finding, ...]) -> Iterator[Result]:
    for brand in brands:
        path = f"{brand}/{edition}"
        named = tuple(replace(each, path=each.path or path) for each in found)
        yield Result(path, None, 0, None, None, "failed", 0.0, named)


def lines(*rows: Result) -> list[str]:
    return [str(finding) for finding in summarized(rows)]


def test_what_stops_an_edition_is_told_once_with_the_count_of_its_imprints() -> None:
    found = lines(
        *results(TEA, "bay", "harbor", "quay", found=(PO, FIT, BACK)),
        *results(COFFEE, "bay", "harbor", found=(FIT,)),
    )
    assert found == [
        str(PO),
        f"bay/{TEA}: error: 3 mm are too much. It stops 3 imprints. Shorten it. [fit]",
        f"bay/{TEA}: error: 9 mm of the back are too much. It stops 3 imprints. Shorten it."
        " [fit-back]",
        f"bay/{COFFEE}: error: 3 mm are too much. It stops 2 imprints. Shorten it. [fit]",
    ]


def test_millimetres_that_differ_from_brand_to_brand_are_told_of_the_first() -> None:
    other = replace(FIT, message="7 mm are too much.")
    found = lines(*results(TEA, "bay", found=(FIT,)), *results(TEA, "quay", found=(other,)))
    assert found == [
        f"bay/{TEA}: error: 3 mm are too much. It stops 2 imprints. Shorten it. [fit]"
    ]


def test_what_is_wrong_with_one_imprint_is_told_as_it_is() -> None:
    other = replace(FIT, code="not-written", message="cannot be written.")
    found = lines(*results(TEA, "bay", found=(FIT,)), *results(TEA, "quay", found=(other,)))
    assert found == [
        f"bay/{TEA}: error: 3 mm are too much. Shorten it. [fit]",
        f"quay/{TEA}: error: cannot be written. Shorten it. [not-written]",
    ]


def test_a_warning_says_in_how_many_imprints_it_is_so() -> None:
    assert lines(*results(TEA, "bay", "quay", found=(BLANK,))) == [
        f"bay/{TEA}: warning: leaves 1 panel blank. It is so in 2 imprints. Say more. [blank]"
    ]
