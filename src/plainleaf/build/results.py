"""What became of an imprint → Result, with what is wrong with it."""

from collections.abc import Mapping, Sequence

from plainleaf.build.manifest import Result
from plainleaf.build.stamping import Stamping
from plainleaf.errors import Finding
from plainleaf.model import Imprint
from plainleaf.workspace.write import Stat


def built(
    each: Stamping,
    digests: Mapping[str, str],
    stats: Mapping[str, Stat],
    seconds: float,
    about: tuple[Finding, ...],
) -> Result:
    """Return the result of an imprint whose files are written, by the path of each."""
    path, press, ticket = each.imprint.path, each.imprint.press, each.imprint.ticket
    return Result(
        imprint=path,
        press=press,
        pages=each.master.pages,
        sha256=digests[path],
        press_sha256=digests[press] if press else None,
        state="built",
        seconds=seconds,
        findings=tuple(dict.fromkeys(about)),
        stats=(stats[path], *(stats[each] if each else None for each in (press, ticket))),
        ticket=ticket,
        ticket_sha256=digests[ticket] if ticket else None,
    )


def failed(imprint: Imprint, about: Sequence[Finding], seconds: float = 0.0) -> Result:
    """Return the result of an imprint that could not be made."""
    return Result(imprint.path, None, 0, None, None, "failed", seconds, tuple(about))


def not_written(imprint: Imprint, fault: str) -> Finding:
    """Return why an imprint's files are not in their places."""
    message = f"cannot be written: {fault}."
    hint = "Look at the folder's rights and room, or choose another with -o."
    return Finding(imprint.path, None, "not-written", message, hint)
