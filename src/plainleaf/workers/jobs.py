"""What the supervisor hands to a worker, by task, and what it is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

from plainleaf.errors import Fault, Finding
from plainleaf.model import (
    BrandBlock,
    Drawing,
    Edition,
    Filling,
    Inks,
    Master,
    Promise,
    Proof,
    Setting,
    Sheet,
    Slot,
    Thing,
)
from plainleaf.workspace import Workspace

Reply = TypeVar("Reply")


class Job(Generic[Reply]):
    """What a worker is asked, and the kind of its answer.

    It is not told what its files are called: who asks knows, and makes findings of faults.
    """

    reply: type[Reply]


@dataclass(frozen=True)
class Wrong:
    """What stopped a job: in a place that is known, or for whoever asked to say where."""

    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Typeset:
    """A master; or what does not fit, and how long its parts are; or nothing, after a trial."""

    master: Master | None = None
    misfits: tuple[Fault, ...] = ()
    stretches: tuple[Mapping[str, float], ...] = ()
    pages: int = 0
    height: float = 0.0


@dataclass(frozen=True)
class TypesetJob(Job[Typeset]):
    """One sheet to compose and typeset; a trial only tells whether it fits at its tightest."""

    reply = Typeset
    sheet: Sheet
    workspace: Workspace
    most_pages: int
    pictures: Mapping[str, Drawing] = field(default_factory=dict)  # by what the text calls them
    is_trial: bool = False


@dataclass(frozen=True)
class ProofJob(Job[Master]):
    """A brand's proof to compose and typeset."""

    reply = Master
    sheet: Proof
    workspace: Workspace
    most_pages: int
    identifier: str  # of the inputs
    pictures: Mapping[str, Drawing]  # by address


@dataclass(frozen=True)
class Inspected:
    """What is wrong with a PDF."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class InspectJob(Job[Inspected]):
    """One PDF to inspect; without a promise it is a file from elsewhere."""

    reply = Inspected
    pdf: bytes
    promise: Promise | None
    traces: tuple[str, ...] = ()  # what would tell on the supervisor's machine
    press: bytes = b""  # its press sheets, which must say the same


@dataclass(frozen=True)
class Imposed:
    """Press sheets, and the ticket that goes with them."""

    press: bytes
    ticket: bytes  # empty where none is wanted


@dataclass(frozen=True)
class ImposeJob(Job[Imposed]):
    """An edition's pages to lay out on sheets for a printer."""

    reply = Imposed
    pdf: bytes
    edition: Edition
    direction: str  # "ltr" or "rtl", of the leading language
    version: str  # of the handout
    date: str  # of its last check, ISO 8601
    organization: str  # empty for none
    phone: str  # of the organization; empty for none
    inks: Inks
    bleed: bool  # for a print shop: room around the trimmed sheet, with marks
    ticket: bool  # a file of its own that tells how to print and fold them
    fonts: tuple[str, ...] = ()  # further folders


@dataclass(frozen=True)
class LogoJob(Job[Drawing]):
    """One file with a logo that comes from anywhere."""

    reply = Drawing
    data: bytes


@dataclass(frozen=True)
class PictureJob(Job[Drawing]):
    """One file with a picture of a text, that comes from anywhere."""

    reply = Drawing
    data: bytes


@dataclass(frozen=True)
class Blocks:
    """Blocks as they were set; the objects that some share cross the pipe once."""

    groups: tuple[tuple[Thing, ...], ...]
    apart: tuple[tuple[BrandBlock, int], ...]  # without their objects, of the group of a number
    faults: Mapping[int, str]  # by the place of a block that is empty for it

    @classmethod
    def of(cls, blocks: Sequence[BrandBlock], faults: Mapping[int, str]) -> "Blocks":
        """Take the shared objects apart."""
        groups = {each: n for n, each in enumerate(dict.fromkeys(b.things for b in blocks))}
        apart = ((replace(block, things=()), groups[block.things]) for block in blocks)
        return cls(tuple(groups), tuple(apart), faults)

    @property
    def blocks(self) -> list[BrandBlock]:
        """The blocks as they were, with the very same objects where they shared them."""
        return [replace(block, things=self.groups[number]) for block, number in self.apart]


@dataclass(frozen=True)
class BlocksJob(Job[Blocks]):
    """Words to set for the slots of many brands."""

    reply = Blocks
    settings: tuple[Setting, ...]


@dataclass(frozen=True)
class Print:
    """One imprint to stamp: where it goes below the folder, and what fills each slot in turn."""

    path: str
    fillings: tuple[Filling, ...]
    paint: str | None  # "#rrggbb"; None for black
    identifier: str  # hexadecimal


@dataclass(frozen=True)
class Stamped:
    """What became of an imprint: a file, or what its master lacks of it."""

    sha256: str
    update: bytes = b""
    stat: tuple[int, int, int] | None = None  # of the file
    fault: str = ""  # why there is none


@dataclass(frozen=True)
class Stamps:
    """What became of each imprint of a job."""

    prints: tuple[Stamped, ...]


@dataclass(frozen=True)
class StampJob(Job[Stamps]):
    """Imprints of one master; without a folder their bytes are the answer."""

    reply = Stamps
    master: bytes
    slots: tuple[Slot, ...]
    color: int
    prints: tuple[Print, ...]
    folder: Path | None
