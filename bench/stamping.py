"""A course → the seconds of one imprint more, and of a plain copy of the same file.

Neither is synced to the disk, and both write new files beside each other.
"""

import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bench.engines import Course
from plainleaf.build.master import MasterResult
from plainleaf.build.store import Store
from plainleaf.model import BrandBlock, Filling, Master, Slot, SlotText
from plainleaf.stamp import run
from plainleaf.stamp.digest import digest_of_block
from plainleaf.stamp.form import form_block
from plainleaf.workers.codec import decoded
from plainleaf.workers.jobs import Print, StampJob

COUNT = 200
"""Files of which the mean is taken."""

OWNER = "clinic"

LOGO = b"0 0 0 rg 0 0 300 100 re f\n" * 300
"""As long as a usual one."""


def one_more(course: Course) -> float:
    """Return the seconds of one imprint more, its master and its blocks in hand."""
    master, slots, color, block = _in_hand(course)
    fillings = tuple(_filling(slot, block) for slot in slots)
    folder = course.folder / "copies"
    prints = tuple(
        Print(f"{OWNER}/{n}.pdf", fillings, "#0b5563", f"{n:032x}") for n in range(COUNT)
    )
    run(StampJob(master, slots, color, prints[:1], folder))
    shutil.copyfile(folder / OWNER / "0.pdf", _model(course))
    started = time.perf_counter()
    run(StampJob(master, slots, color, prints, folder))
    seconds = time.perf_counter() - started
    shutil.rmtree(folder)
    return seconds / COUNT


def plain_copy(course: Course) -> float | None:
    """Return the seconds of a copy of what `one_more` wrote."""
    model = _model(course)
    return _mean(course, lambda place: shutil.copyfile(model, place)) if model.exists() else None


def _in_hand(course: Course) -> tuple[bytes, tuple[Slot, ...], int, BrandBlock]:
    """Return a master and a block of words that a run of the network has kept."""
    master = block = None
    with Store(course.output) as store:
        for value in store.values():
            with suppress(ValueError):
                master = master or _with_slots(decoded(value, MasterResult).master)
            with suppress(ValueError):
                block = block or _with_font(decoded(value, BrandBlock))
    if master is None or block is None:
        raise SystemExit("bench: the network kept no master, or no block")
    return master.pdf, master.slots, master.color, block


def _with_slots(master: Master | None) -> Master | None:
    return master if master and master.slots else None


def _with_font(block: BrandBlock) -> BrandBlock | None:
    return block if block.things else None


def _filling(slot: Slot, block: BrandBlock) -> Filling:
    if slot.name == "logo":
        drawn = form_block(LOGO, 300, 100)
        said = SlotText("Clinic logo", "en", "ltr", is_drawn=True)
        return Filling(drawn, said, scale=0.3, owner=OWNER, digest=digest_of_block(drawn))
    said = SlotText("Phone: (555) 010-0199", slot.language, slot.direction)
    return Filling(block, said, owner=OWNER, digest=digest_of_block(block))


def _model(course: Course) -> Path:
    return course.folder / "model.pdf"


def _mean(course: Course, write: Callable[[Path], object]) -> float:
    folder = course.folder / "copies"
    folder.mkdir()
    places = [folder / f"{number}.pdf" for number in range(COUNT)]
    started = time.perf_counter()
    for place in places:
        write(place)
    seconds = time.perf_counter() - started
    shutil.rmtree(folder)
    return seconds / COUNT
