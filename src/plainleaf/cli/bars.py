"""What a run says of itself while it goes on, and before: bars with rates, counts, an estimate."""

import json
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

from plainleaf.cli.places import near
from plainleaf.cli.streams import mention, say

if TYPE_CHECKING:
    from plainleaf.build import Due
    from plainleaf.build.manifest import Result
    from plainleaf.build.order import Order

SECONDS = {"start": 2.0, "master": 0.7, "brand": 0.05, "imprint": 0.002}
"""What each takes on one core of a slow machine, until a run has told better of masters."""


class Bars:
    """Two bars on a terminal, masters and then imprints; a line an imprint elsewhere."""

    def __init__(self, folder: Path, as_json: bool) -> None:
        self.folder = Path(near(folder))  # once: there may be thousands of paths
        self.as_json = as_json
        self.is_shown = sys.stderr is not None and sys.stderr.isatty()
        self._bar: Any = None
        self._label = ""
        self._started = 0.0
        self._done = self._before = self._made = self._total = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _: object, error: BaseException | None, trace: object) -> None:
        self._close()
        if isinstance(error, KeyboardInterrupt | SystemExit):
            if self.is_shown:
                mention("")  # the terminal has shown ^C on the line of the bar
            made = f"{self._made:,} of {self._total:,} made"
            mention(f"{made}; the rest is made by the same command.", matters=True)

    def begin(self, total: int) -> None:
        """Hear how many imprints there will be."""
        self._total = total

    def masters(self, ready: int, total: int) -> None:
        """Hear how many masters are ready."""
        if total > 1:
            self._show("Masters", ready, total)

    def result(self, result: "Result", total: int) -> None:
        """Hear what became of an imprint."""
        from plainleaf.build.manifest import row_of

        self._done += 1
        self._made += result.state != "failed"
        self._show("Imprints", self._done, total)
        if self.as_json:
            say(json.dumps(row_of(result), ensure_ascii=False), anyway=True)
        elif result.state != "fresh" and not self.is_shown:
            say(f"{result.state}  {self.folder / result.imprint}", anyway=True)

    def _show(self, label: str, done: int, total: int) -> None:
        try:
            self._draw(label, done, total)
        except OSError:  # the terminal is gone; the work goes on
            self._bar, self.is_shown = None, False

    def _draw(self, label: str, done: int, total: int) -> None:
        if self._label != label:
            self._close()
            self._label, self._started, self._before = label, time.monotonic(), done
            if self.is_shown:
                self._bar = click.progressbar(
                    length=total, label=label, file=sys.stderr, item_show_func=lambda rate: rate
                )
                self._bar.__enter__()
        if self._bar:
            rate = (done - self._before) / max(time.monotonic() - self._started, 0.001)
            self._bar.length = total
            self._bar.update(done - self._bar.pos, f"{rate:.{int(rate < 10)}f} a second")

    def _close(self) -> None:
        if self._bar:
            with suppress(OSError):
                self._bar.__exit__(None, None, None)
        self._bar, self._label = None, ""


def show_due(due: "Due", order: "Order", as_json: bool) -> None:
    """Print what a run would make; how much that is, and about how long it takes, to stderr."""
    folder = Path(near(order.folder))
    for imprint in due.stale:
        say(json.dumps({"imprint": imprint.path}) if as_json else str(folder / imprint.path))
    counts = {
        "imprint": len(due.stale),
        "master": len({imprint.edition for imprint in due.stale}),
        "brand": len({imprint.brand for imprint in due.stale}),
    }
    said = ", ".join(f"{count:,} {name}{'s' * (count != 1)}" for name, count in counts.items())
    pace = {**SECONDS, **_last_pace(order)}
    seconds = sum(pace[name] * count for name, count in counts.items()) / order.jobs
    seconds += SECONDS["start"] if due.stale else 0
    fresh = f"; {len(due.fresh):,} fresh" if due.fresh else ""
    mention(f"Would make {said}: about {_time(seconds)}{fresh}.")


def _last_pace(order: "Order") -> dict[str, float]:
    from plainleaf.build.store import (  # loads SQLite, which a fresh run does not need
        NAME,
        PACE,
        Store,
    )

    if not (order.folder / NAME).is_file():
        return {}
    with Store(order.folder) as store:
        kept = store.get(PACE)
    return {"master": float(kept)} if kept else {}


def _time(seconds: float) -> str:
    return f"{seconds:.0f} seconds" if seconds < 100 else f"{seconds / 60:.0f} minutes"
