"""Address of a scheduler → its client. The only import of Dask, which is an extra."""

import asyncio
import logging
from typing import Any

import dask
import distributed

LOGGERS = ("distributed", "distributed.client")
LARGE = "distributed.admin.large-graph-warning-threshold"

_library: Any = distributed  # leaves most of its functions untyped


def connect(address: str, seconds: float) -> Any:
    """Return a client; raise OSError, ValueError or TypeError where there is no scheduler."""
    dask.config.set({LARGE: "1GB"})  # a job holds whole PDFs, and that is meant
    for name in LOGGERS:  # what they log is told as findings
        logging.getLogger(name).setLevel(logging.CRITICAL)
    asyncio.run(_knock(address, seconds))
    return _library.Client(address, timeout=seconds, set_as_default=False, name="plainleaf")


async def _knock(address: str, seconds: float) -> None:
    """Connect once: a client that cannot leaves a thread behind that holds up the end."""
    arguments = _library.Security().get_connection_args("client")
    connection = await _library.connect(address, timeout=seconds, **arguments)
    await connection.close()
