"""What is heard of the engine, and what is left of the hearing."""

from contextlib import suppress

from plainleaf.typeset.complaints import LOGGER, complaints


def test_the_engines_log_is_as_before_even_after_a_fault() -> None:
    before = [*LOGGER.handlers], LOGGER.propagate, LOGGER.level
    LOGGER.setLevel(0)  # other tests want no word of it
    with suppress(ValueError), complaints() as heard:
        LOGGER.warning("a picture is lost")
        raise ValueError
    LOGGER.setLevel(before[2])
    assert (heard, ([*LOGGER.handlers], LOGGER.propagate, LOGGER.level)) == (
        ["a picture is lost"],
        before,
    )
