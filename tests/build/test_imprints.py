"""Each imprint is written by itself."""

from pathlib import Path

from tests.workspaces import HANDOUT, Build


def test_a_place_that_cannot_be_written_fails_its_imprint_only(
    build_with: Build, tmp_path: Path
) -> None:
    name = "coffee_en_patient_standard_sheet_letter.pdf"
    (tmp_path / "w/build/plain" / name / "x").mkdir(parents=True)
    results = build_with({"handouts/coffee/handout.md": HANDOUT}, ("coffee", "tea"))
    found = [(result.state, [str(finding) for finding in result.findings]) for result in results]
    assert found == [
        (
            "failed",
            [
                f"plain/{name}: error: cannot be written: Is a directory. Look at the folder's"
                " rights and room, or choose another with -o. [not-written]"
            ],
        ),
        ("built", []),
    ]


def test_a_place_that_cannot_be_written_is_told_of_what_is_only_stamped_too(
    build_with: Build, tmp_path: Path
) -> None:
    """Its master is kept from the run before."""
    build_with({})
    place = tmp_path / "w/build/plain/tea_en_patient_standard_sheet_letter.pdf"
    place.unlink()
    (place / "x").mkdir(parents=True)
    (result,) = build_with({})
    assert (result.state, [str(finding) for finding in result.findings]) == (
        "failed",
        [
            f"plain/{place.name}: error: cannot be written: Is a directory. Look at the folder's"
            " rights and room, or choose another with -o. [not-written]"
        ],
    )
