"""[Edition] × shapes → masters: those that are kept, and new ones."""

import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from plainleaf.build.context import Context
from plainleaf.build.master import MasterResult, Spec, proof_key
from plainleaf.build.store import PACE
from plainleaf.model import Edition, Shape


def ready_masters(
    context: Context, wanted: Iterable[Spec], hear: Callable[[int, int], None]
) -> dict[Spec, MasterResult]:
    """Return each master that is wanted; `hear` is told how many are ready, and of how many."""
    keys = {each: _key(context, *each) for each in dict.fromkeys(wanted)}
    kept = context.store.load(keys.values(), MasterResult)
    proven = context.store.get_all(map(proof_key, kept))
    ready = {
        each: replace(kept[key], is_new=proof_key(key) not in proven)
        for each, key in keys.items()
        if key in kept
    }
    missing = [each for each in keys if each not in ready]
    hear(len(ready), len(keys))
    started = time.monotonic()
    if missing:
        # Here, so that a run with new brands alone loads no reader and no check of text.
        from plainleaf.build.typesetting import new_masters

        context.workers.warm({"typeset": len(missing), "inspect": len(missing)})
        made_now = new_masters(context, missing, keys)
    for each, made in made_now if missing else ():
        ready[each] = made
        if made.master or made.is_misfit:  # what else stops one deserves another try
            context.store.save({keys[each]: made})
        hear(len(ready), len(keys))
    _keep_pace(context, sum(ready[each].master is not None for each in missing), started)
    return ready


def _keep_pace(context: Context, count: int, started: float) -> None:
    """Keep how long a master takes, for what the next run says of itself."""
    if count:
        seconds = (time.monotonic() - started) * context.workers.width / count
        context.store.put(PACE, f"{seconds:.3f}".encode())


def _key(context: Context, edition: Edition, shape: Shape) -> str:
    stale = str(context.order.allow_stale)
    most = str(context.order.settings.limits.pages)
    text = "\n".join((edition.name, shape.name, context.survey.text_key(edition), stale, most))
    return hashlib.sha256(text.encode()).hexdigest()
