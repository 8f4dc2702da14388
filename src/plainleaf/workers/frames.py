"""Messages over a pipe: eight bytes of length, then the message."""

from typing import IO

WIDTH = 8
MAX_FRAME = 2**30


def write_frame(pipe: IO[bytes], data: bytes) -> None:
    """Write one message."""
    pipe.write(len(data).to_bytes(WIDTH, "big") + data)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> bytes:
    """Read one message; raise EOFError where the pipe ends first."""
    size = int.from_bytes(_exactly(pipe, WIDTH), "big")
    if size > MAX_FRAME:
        raise EOFError
    return _exactly(pipe, size)


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data
