import pytest

from plainleaf.brand.read import read_brand
from plainleaf.errors import PlainleafError
from plainleaf.model import Spot
from plainleaf.workspace import Workspace
from tests.conftest import change

BRAND = "styles/brands/harbor/_brand.yml"


def spotted(library: Workspace, press: str) -> Workspace:
    change(library, BRAND, "    contact:\n", f"    press: {press}\n    contact:\n")
    return library


def test_spot_has_a_name_and_what_stands_in_for_it(library: Workspace) -> None:
    spotted(library, '{spot: {name: "PANTONE 286 C", cmyk: [100, 66, 0, 2]}}')
    brand, warnings = read_brand(library, "harbor")
    assert (brand.spot, warnings) == (Spot("PANTONE 286 C", (100, 66, 0, 2)), ())


@pytest.mark.parametrize(
    "press", ["{}", "{spot: null}"], ids=["nothing in it", "nothing behind it"]
)
def test_spot_may_be_left_out(press: str, library: Workspace) -> None:
    assert read_brand(spotted(library, press), "harbor")[0].spot is None


NAME = "press.spot.name is no name of an ink. [bad-field]"
CMYK = "press.spot.cmyk is not a list of four numbers from 0 to 100. [bad-field]"
FAULTS = {
    "{name: Black, cmyk: [0, 0, 0, 100]}": [NAME],
    "{name: all, cmyk: [0, 0, 0, 100]}": [NAME],
    '{name: "Blau (7)", cmyk: [0, 0, 0, 100]}': [NAME],
    "{name: Brand, cmyk: [0, 0, 0, 100]}": [NAME],
    "{name: Indigo, cmyk: [0, 0, 0]}": [CMYK],
    "{name: Indigo, cmyk: [0, 0, 0, 101]}": [CMYK],
    "{name: Indigo, cmyk: [0, 0, 0, true]}": [CMYK],
    "{name: Indigo, cmyk: 100}": [CMYK],
    "{name: Indigo}": [CMYK.replace("bad-field", "missing-field")],
    "{cmyk: [0, 0, 0, 9]}": ["press.spot.name is missing. [missing-field]"],
    "{name: Indigo, cmyk: [0, 0, 0, 9], ink: 1}": [
        "press.spot.ink is not a field here. [unknown-field]"
    ],
}


@pytest.mark.parametrize("spot", FAULTS)
def test_fault_of_a_spot_is_told(spot: str, library: Workspace) -> None:
    assert faults(spotted(library, f"{{spot: {spot}}}")) == FAULTS[spot]


def test_spot_needs_a_colour_that_it_prints(library: Workspace) -> None:
    spotted(library, "{spot: {name: Indigo, cmyk: [0, 0, 0, 9]}}")
    change(library, BRAND, "  primary: sea\n", "")
    assert faults(library) == ["press.spot is an ink for no colour. [missing-field]"]


def faults(library: Workspace) -> list[str]:
    with pytest.raises(PlainleafError) as caught:
        read_brand(library, "harbor")
    return [
        f"{(each.field or '').removeprefix('defaults.plainleaf.')} {each.message} [{each.code}]"
        for each in caught.value.findings
    ]
