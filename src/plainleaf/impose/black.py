"""Pages of a copy → the same in plain colours of a press, in all that they draw with.

Black and grey become black ink alone: a printer makes RGB's black of all four, and text of four
inks blurs. What masks other things is no ink, and keeps the space that says how much shows.
"""

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, unparse_content_stream

from plainleaf.impose.content import SPOT, Turning
from plainleaf.impose.gradient import turn_gradient
from plainleaf.impose.picture import turn_picture
from plainleaf.impose.space import refused
from plainleaf.model import Inks


class Press:
    """Turns the colours of one document, each drawing once."""

    def __init__(self, pdf: Pdf, inks: Inks) -> None:
        self._pdf = pdf
        self._inks = inks
        self._spot = _separation(pdf, inks)
        self._done: set[tuple[int, int]] = set()
        self._seen: list[tuple[Object, bool]] = []  # resources, and whether the spot is used

    def turn(self, content: Object, resources: Object) -> bytes:
        """Return content in plain colours; what it draws with is turned in place."""
        return self._turn(content, resources, self._inks)

    def close(self) -> None:
        """Take away the colour spaces that no content names any more."""
        for resources, _ in self._seen:
            if "/ColorSpace" in resources:
                del resources.ColorSpace
        for resources, is_used in self._seen:
            if is_used:
                resources.ColorSpace = Dictionary({str(SPOT): self._spot})

    def _turn(self, content: Object, resources: Object, inks: Inks | None) -> bytes:
        turning = Turning(resources.get("/ColorSpace", Dictionary()), inks)
        turned = unparse_content_stream(list(turning.run(content)))
        self._seen.append((resources, turning.uses_spot))
        for state in resources.get("/ExtGState", {}).values():
            if isinstance(mask := state.get("/SMask"), Dictionary):
                self._turn_form(mask.G, resources, None)
        for drawing in (*_of(resources, "/XObject"), *_of(resources, "/Pattern")):
            self._turn_drawing(drawing, resources, inks)
        for gradient in _of(resources, "/Shading"):
            if inks and self._is_new(gradient):
                turn_gradient(self._pdf, gradient, inks)
        return turned or b"n"  # an empty stream is taken for a broken one

    def _turn_drawing(self, drawing: Object, around: Object, inks: Inks | None) -> None:
        """Turn a form, an image or a pattern."""
        if drawing.get("/Subtype") == Name.Form or drawing.get("/PatternType") == 1:
            self._turn_form(drawing, around, inks)
        elif inks and self._is_new(drawing):
            if "/PatternType" in drawing:
                turn_gradient(self._pdf, drawing.Shading, inks)
            elif isinstance(drawing, Stream):
                turn_picture(drawing, inks)

    def _turn_form(self, form: Object, around: Object, inks: Inks | None) -> None:
        if form.get("/PaintType") == 2:
            raise refused("a pattern without colours")
        if not self._is_new(form):
            return
        form.write(self._turn(form, form.get("/Resources", around), inks))
        if inks and "/Group" in form and "/CS" in form.Group:
            del form.Group.CS  # in an RGB group, grey would turn to RGB again

    def _is_new(self, thing: Object) -> bool:
        """Whether a thing is met for the first time; one without a number always is."""
        is_new = thing.objgen not in self._done
        if thing.is_indirect:
            self._done.add(thing.objgen)
        return is_new


def _of(resources: Object, kind: str) -> tuple[Object, ...]:
    return tuple(resources.get(kind, Dictionary()).values())


def _separation(pdf: Pdf, inks: Inks) -> Array | None:
    """Return the space of the brand's ink, with what stands in for it on a screen."""
    if not inks.spot or inks.cmyk:
        return None
    full = [round(percent / 100, 4) for percent in inks.spot.cmyk]
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=full, N=1)
    named = [Name.Separation, Name(f"/{inks.spot.name}"), Name.DeviceCMYK, tint]
    return pdf.make_indirect(Array(named))
