import pytest

from plainleaf.brand.logo.svg.path import read_path, write_path
from plainleaf.brand.logo.svg.values import BadValueError

SAME = {
    "M1 2L3 4": "M1 2L3 4",
    "m1,2 3,4": "M1 2L4 6",
    "M0 0h5v5H1V1z": "M0 0L5 0L5 5L1 5L1 1Z",
    "M0 0C1 1 2 2 3 3s2 2 3 3": "M0 0C1 1 2 2 3 3C4 4 5 5 6 6",
    "M0 0s2 2 3 3": "M0 0C0 0 2 2 3 3",
    "M0 0q3 3 6 0t6 0": "M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0",
    "M0 0t3 3": "M0 0C0 0 1 1 3 3",
    "M0 0h9zm1 1h1": "M0 0L9 0ZM1 1L2 1",
    "M0 0h9zh1": "M0 0L9 0ZM0 0L1 0",
    "M.5.5-1-1": "M0.5 0.5L-1 -1",
    "M1e1 2": "M10 2",
    "M0 0a0 5 0 0 1 4 4": "M0 0L4 4",
    "M0 0a1 1 0 012 0": "M0 0C0 -0.5522847 0.4477153 -1 1 -1C1.552285 -1 2 -0.5522847 2 0",
    "": "",
}
WRONG = {
    "M0 0h9z1": "has '1' after z",
    "L1 1": "does not begin with M",
    "M0 0L1": "has 1 numbers after L",
    "M0 0 L1 1x": "has a wrong number after L",
    "M0 0Lnan 1": "has a wrong number after L",
    "M0 0L1e999 1": "goes beyond 1,000,000",
    "M0 0a1 1 0 2 0 1 1": "has an arc that is not whole",
    "x": "has 'x' where a command should be",
}


@pytest.mark.parametrize(("given", "drawn"), SAME.items())
def test_a_path_becomes_moves_lines_curves_and_ends(given: str, drawn: str) -> None:
    assert write_path(read_path(given)) == drawn


@pytest.mark.parametrize(("given", "cause"), WRONG.items())
def test_a_wrong_path_is_refused_with_its_cause(given: str, cause: str) -> None:
    with pytest.raises(BadValueError) as caught:
        read_path(given)
    assert str(caught.value) == cause
