"""[Handout] → the pictures of their figures, drawn anew, and what is wrong with them there.

A picture is a file of a handout; the gate reads it in a fenced process, as it reads logos.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plainleaf.errors import Fault, Finding, Severity
from plainleaf.model import INCH, ON_BLACK, Block, Drawing, Handout

LEAST_PPI = 90
"""Pixels an inch below which an eye at reading distance sees them: a screen has 96 and more."""

MOST_LINES = 3  # of a picture's file, that a finding names
LINE, HALF_PAGE = 157.0, 120.0
"""Millimetres that a picture may take on a standard sheet of letter or A4."""


@dataclass(frozen=True)
class Place:
    """Where a text shows a picture: a line of a handout's file."""

    file: str
    line: int
    name: str  # of the picture, below the handout's folder


Passed = Mapping[str, Drawing | tuple[Finding, ...]]
"""By a picture's path: what the gate made of it, or why it was refused."""


def places_of(handouts: Iterable[Handout]) -> Mapping[str, tuple[Place, ...]]:
    """Return where each picture is shown, by its path."""
    places: dict[str, tuple[Place, ...]] = {}
    for handout in handouts:
        folder = handout.path.rpartition("/")[0]
        for figure in handout.figures:
            path = path_of(figure)
            place = Place(handout.path, figure.children[0].line, path.removeprefix(f"{folder}/"))
            places[path] = (*places.get(path, ()), place)
    return places


def path_of(figure: Block) -> str:
    """Return the workspace path of a figure's picture."""
    return str(figure.options["source"])


def about_pictures(places: Mapping[str, tuple[Place, ...]], passed: Passed) -> Iterator[Finding]:
    """Yield what is wrong with pictures, at each line that shows one."""
    for path, shown in places.items():
        found = passed[path]
        about = _about(found) if isinstance(found, Drawing) else (each.fault for each in found)
        lines: dict[Fault, list[int]] = {}
        for fault in about:
            lines.setdefault(replace(fault, line=None), []).append(fault.line or 0)
        for place in shown:
            yield from (_at(place, fault, lines[fault]) for fault in lines)


def too_coarse(place: Place, drawing: Drawing, width: float, where: str) -> Iterator[Finding]:
    """Warn of pixels that are seen as such, where a picture is printed this wide, in mm."""
    ppi = drawing.width / (width / INCH)
    if drawing.kind == "svg" or round(ppi) >= LEAST_PPI:
        return
    message = (
        f"has {drawing.width:.0f} pixels across for {width:.0f} mm{where}: {ppi:.0f} an inch, "
        f"fewer than {LEAST_PPI}."
    )
    hint = f"Give it {round(width / INCH * LEAST_PPI)} pixels across or more, or as an SVG."
    yield _at(place, Fault("picture-coarse", message, hint, severity=Severity.WARNING))


def width_on_a_sheet(drawing: Drawing) -> float:
    """Return the millimetres that a picture takes on a sheet, before anything is laid out."""
    return min(LINE, HALF_PAGE * drawing.width / drawing.height)


def _about(drawing: Drawing) -> Iterator[Fault]:
    """Yield what is to be seen to in a picture that is printed."""
    for note in drawing.notes:
        hint = "See that it looks right in print, or save it in the colours of a screen (sRGB)."
        message = f"is not as it was: {note[0].lower()}{note[1:]}"
        yield Fault("picture-changed", message, hint, severity=Severity.WARNING)
    if drawing.on == ON_BLACK:
        message = "is made for a dark ground: on white paper most of it cannot be seen."
        hint = "Give it lines that are darker than paper, or a dark ground of its own."
        yield Fault("picture-faint", message, hint, severity=Severity.WARNING)


def _at(place: Place, fault: Fault, lines: Sequence[int] = ()) -> Finding:
    """Return a fault of a picture, told at the line that shows it; once for all its lines."""
    named = [str(line) for line in lines if line]
    more = f" and {len(named) - MOST_LINES} more" if len(named) > MOST_LINES else ""
    within = f", line {', '.join(named[:MOST_LINES])}{more}," if named else ""
    return fault.of(f"{place.name}{within}").at(place.file, line=place.line)
