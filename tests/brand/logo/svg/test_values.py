from collections.abc import Callable

import pytest

from plainleaf.brand.logo.svg import values

READ: list[tuple[Callable[..., object], tuple[object, ...], object]] = [
    (values.length, ("10mm", 0), 10 * 96 / 25.4),
    (values.length, ("50%", 80), 40),
    (values.length, ("1em", 0), 16),
    (values.share, ("150%",), 1),
    (values.numbers, ("1,2 -3-4.5",), [1, 2, -3, -4.5]),
    (values.color, ("RED",), "#ff0000"),
    (values.color, ("rgb(0 0 0 / 50%)",), "rgba(0,0,0,0.5)"),
    (values.color, ("#123 icc-color(x, 1)",), "#112233"),
    (values.color, ("currentColor", "#abcdef"), "#abcdef"),
    (values.reference, ("url('#a') none",), ("a", "none")),
    (values.reference, ("none",), ("", "none")),
    (values.matrix, ("translate(1,2) scale(2)",), (2, 0, 0, 2, 1, 2)),
    (values.matrix, ("matrix(1 0 0 1 5 6)",), (1, 0, 0, 1, 5, 6)),
    (values.write, (0.00001,), "0.00001"),
    (values.write, (-0.0,), "0"),
]
WRONG: list[tuple[Callable[..., object], tuple[object, ...], str]] = [
    (values.number, ("nan",), "is not a number"),
    (values.number, ("1e7",), "is beyond 1,000,000"),
    (values.length, ("1furlong", 0), "is not a length"),
    (values.color, ("url(x)",), "is not a colour"),
    (values.reference, ('url(#a"])',), "is not the name of an element"),
    (values.reference, ("url(http://a.invalid/#a)",), "is not the name of an element"),
    (values.matrix, ("turn(1)",), "is not a transformation"),
    (values.matrix, ("scale(1,2,3)",), "has 3 numbers in scale()"),
    (values.points, ("1 2 3",), "has an odd count of numbers"),
]


@pytest.mark.parametrize(("read", "given", "value"), READ)
def test_a_value_is_read(
    read: Callable[..., object], given: tuple[object, ...], value: object
) -> None:
    assert read(*given) == value


@pytest.mark.parametrize(("read", "given", "cause"), WRONG)
def test_a_wrong_value_is_refused_with_its_cause(
    read: Callable[..., object], given: tuple[object, ...], cause: str
) -> None:
    with pytest.raises(values.BadValueError) as caught:
        read(*given)
    assert str(caught.value) == cause
