"""defaults.plainleaf.press.spot of a _brand.yml → the ink that prints its colour."""

import re
from typing import Any

from plainleaf.model import PROCESS, RGB_SPACE, Spot
from plainleaf.workspace.fields import Fields

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._+-]{0,58}[A-Za-z0-9]")
TAKEN = {each.casefold() for each in (*PROCESS, RGB_SPACE, "All", "None", "Brand", "CMYK")}
"""Names that mean something else to a press."""

NAME_HINT = 'Write the name that the print shop knows, such as "PANTONE 286 C".'
CMYK_HINT = "Write what stands in for it: [100, 66, 0, 2], each in percent."
CMYK_COUNT, MOST = 4, 100


def read_spot(extra: Fields, *, has_color: bool) -> Spot | None:
    """Read the spot; a fault in it goes to the fields' findings."""
    press = extra.within("press")
    press.drop_blanks()
    value = press.value("spot")
    spot = _spot(press.within("spot")) if value is not None else None
    if spot and not has_color:
        hint = "Give color.primary: what it looks like on a screen."
        press.fault("spot", "is an ink for no colour.", hint, "missing-field")
    press.close()
    return spot


def _spot(fields: Fields) -> Spot | None:
    before = len(fields.findings)
    name = fields.text("name")
    if name and (not NAME.fullmatch(name) or name.casefold() in TAKEN):
        fields.fault("name", "is no name of an ink.", NAME_HINT)
    given = fields.value("cmyk")
    fields.close()
    if not (isinstance(given, list) and len(given) == CMYK_COUNT and all(map(_is_percent, given))):
        code = "missing-field" if given is None else "bad-field"
        fields.fault("cmyk", "is not a list of four numbers from 0 to 100.", CMYK_HINT, code)
    if len(fields.findings) > before:
        return None
    cyan, magenta, yellow, black = map(float, given)
    return Spot(name, (cyan, magenta, yellow, black))


def _is_percent(value: Any) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and 0 <= value <= MOST
