"""[Setting] → blocks, and what is wrong: those of one kin at once, others by themselves."""

from collections.abc import Sequence
from typing import Any

from plainleaf.model import BrandBlock, Setting
from plainleaf.typeset.blocks import kin_of, set_words
from plainleaf.typeset.complaints import complaints


def gather(settings: Sequence[Setting], fonts: Any) -> tuple[list[BrandBlock], dict[int, str]]:
    """Return a block for each setting, an empty one where the engine grumbles.

    Returns what is wrong too, by the place of the setting.
    """
    faults: dict[int, str] = {}
    made: dict[int, BrandBlock] = {}
    kins: dict[object, list[int]] = {}
    for place, setting in enumerate(settings):
        kins.setdefault(kin_of(setting), []).append(place)
    kins.pop(None, None)
    for places in kins.values():
        blocks, fault = _made([settings[place] for place in places], fonts)
        made |= {} if fault else dict(zip(places, blocks, strict=True))
    for place in range(len(settings)):
        if place not in made:
            blocks, fault = _made([settings[place]], fonts)
            made[place] = BrandBlock(b"", 0, 0) if fault else blocks[0]
            faults |= {place: fault} if fault else {}
    return [made[place] for place in range(len(settings))], faults


def _made(settings: Sequence[Setting], fonts: Any) -> tuple[list[BrandBlock], str]:
    """Return blocks, or what is wrong with them."""
    with complaints() as heard:
        try:
            blocks = set_words(settings, fonts)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001  # the engine raises anything on bad input
            return [], str(error) or type(error).__name__
    return blocks, heard[0] if heard else ""
