"""What the supervisor hands to a worker, by task."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plainleaf.model import (
    Drawing,
    Edition,
    Filling,
    Inks,
    Promise,
    Setting,
    Sheet,
    Slot,
)
from plainleaf.workspace import Workspace


@dataclass(frozen=True)
class TypesetJob:
    """One sheet to compose and typeset; a trial only tells whether it fits at its tightest."""

    sheet: Sheet
    workspace: Workspace
    most_pages: int
    pictures: Mapping[str, Drawing] = field(default_factory=dict)  # by what the text calls them
    is_trial: bool = False


@dataclass(frozen=True)
class InspectJob:
    """One PDF to inspect; without a promise it is a file from elsewhere."""

    pdf: bytes
    path: str
    promise: Promise | None
    traces: tuple[str, ...] = ()  # what would tell on the supervisor's machine
    press: bytes = b""  # its press sheets, which must say the same


@dataclass(frozen=True)
class ImposeJob:
    """An edition's pages to lay out on sheets for a printer."""

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
class LogoJob:
    """One file with a logo that comes from anywhere."""

    data: bytes
    path: str


@dataclass(frozen=True)
class PictureJob:
    """One file with a picture of a text, that comes from anywhere."""

    data: bytes
    path: str


@dataclass(frozen=True)
class BlocksJob:
    """Words to set for the slots of many brands."""

    settings: tuple[Setting, ...]


@dataclass(frozen=True)
class Print:
    """One imprint to stamp: where it goes below the folder, and what fills each slot in turn."""

    path: str
    fillings: tuple[Filling, ...]
    paint: str | None  # "#rrggbb"; None for black
    identifier: str  # hexadecimal


@dataclass(frozen=True)
class StampJob:
    """Imprints of one master; without a folder their bytes are the answer."""

    master: bytes
    slots: tuple[Slot, ...]
    color: int
    prints: tuple[Print, ...]
    folder: Path | None
