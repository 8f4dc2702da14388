"""Containers of a handout: which there are, their options, and what they hold."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from plainleaf.errors import PlainleafError, nearest
from plainleaf.load.flow import Flow
from plainleaf.load.images import IMAGE, find_image
from plainleaf.load.slips import figure_slip
from plainleaf.model import Block, Section
from plainleaf.text.markdown import Token
from plainleaf.workspace import is_name


@dataclass(frozen=True)
class Kind:
    """What a container takes: whether it is a section of its own, and its options."""

    is_section: bool = False
    options: Mapping[str, int] = field(default_factory=dict)  # with the most each may be
    defaults: Mapping[str, int] = field(default_factory=dict)


CONTAINERS: Mapping[str, Kind] = {
    "key-points": Kind(),
    "when-to-call": Kind(is_section=True),
    "questions": Kind(is_section=True, options={"lines": 12}, defaults={"lines": 4}),
    "only": Kind(),
    "figure": Kind(),
    "icon-array": Kind(options={"n": 100, "of": 100}, defaults={"of": 100}),
}


def read_container(flow: Flow, token: Token) -> Block | None:
    """Read a container of any kind."""
    line = flow.line(token)
    name, *words = token.info.split()
    if name not in CONTAINERS:
        hint = nearest(name, CONTAINERS)
        flow.fault(line, "unknown-container", f"no container is named {name!r}.", hint)
        flow.skip(token)
        return None
    if not _is_closed(flow, token):
        message = f"'{token.markup} {name}' is never closed."
        hint = f"Close it with '{token.markup}' on a line of its own."
        flow.fault(line, "broken-container", message, hint)
    if name == "only":
        return _only_for(flow, token, words)
    options = _options(flow, CONTAINERS[name], name, words, line)
    if CONTAINERS[name].is_section:
        _section(flow, token, name, options)
        return None
    return _plain(flow, token, name, options)


def _is_closed(flow: Flow, token: Token) -> bool:
    """Whether the container's own closing line was met: its token then holds the colons."""
    for other in flow.tokens[flow.at + 1 :]:
        if other.level == token.level and other.type == "container_any_close":
            return set(other.markup) == {":"} and len(other.markup) >= len(token.markup)
    return False


def _only_for(flow: Flow, token: Token, words: list[str]) -> Block | None:
    """Read a passage for one audience; each of its blocks carries the name."""
    line = flow.line(token)
    if fault := _bad_audience(words, flow.only):
        flow.fault(line, "bad-only", *fault)
        flow.skip(token)
        return None
    flow.only = words[0]
    flow.at += 1
    if flow.tokens[flow.at].type == "container_any_close":
        flow.fault(line, "empty-container", "'only' holds nothing.", "Write its text.")
    nested = token.level > 0
    blocks = flow.blocks_until("container_any_close") if nested else _passage(flow)
    flow.only = None
    return Block("group", line, children=tuple(blocks), only=words[0]) if blocks else None


def _bad_audience(words: list[str], around: str | None) -> tuple[str, str] | None:
    """Return what is wrong with the words behind 'only', and what to do; None where nothing is."""
    if len(words) != 1:
        message = "'only' names two audiences." if words else "'only' names no audience."
        return message, "Name one, as in '::: only caregiver'; repeat the passage for another."
    if not is_name(words[0]):
        message = f"{words[0][:80]!r} is no name of an audience."
        return message, "Write it in small letters a-z, digits and single hyphens: 'caregiver'."
    if around:
        message = f"'only {words[0]}' stands within 'only {around}'."
        return message, f"Close 'only {around}' above it."
    return None


def _passage(flow: Flow) -> list[Block]:
    """Read a top-level passage whose headings may open sections."""
    while flow.tokens[flow.at].type != "container_any_close":
        block = flow.block(flow.tokens[flow.at])
        if block is not None:
            flow.place(block)
    flow.at += 1
    return []


def _section(flow: Flow, token: Token, name: str, options: Mapping[str, int]) -> None:
    line = flow.line(token)
    if token.level:
        hint = "Move it out of the container that holds it."
        flow.fault(line, "bad-place", f"{name!r} is a section of its own.", hint)
    flow.open(Section(name, 0, line, kind=name, only=flow.only))
    flow.at += 1
    blocks = tuple(flow.blocks_until("container_any_close"))
    _filled(flow, blocks, name, line)
    flow.sections[-1][1].append(
        Block(name, line, children=blocks, only=flow.only, options=options)
    )


def _plain(flow: Flow, token: Token, name: str, options: Mapping[str, int]) -> Block | None:
    line, outer = flow.line(token), (flow.prefix, flow.counts)
    flow.prefix, flow.counts = flow.next_id(name), Counter()
    if name == "figure":
        block = _figure(flow, token)
    else:
        flow.at += 1
        blocks = tuple(flow.blocks_until("container_any_close"))
        _filled(flow, blocks, name, line)
        block = Block(name, line, children=blocks, only=flow.only, options=options)
    flow.prefix, flow.counts = outer
    return block


def _filled(flow: Flow, blocks: tuple[Block, ...], name: str, line: int) -> None:
    if not blocks:
        flow.fault(line, "empty-container", f"{name!r} holds nothing.", "Write its text.")


def _options(flow: Flow, kind: Kind, name: str, words: list[str], line: int) -> Mapping[str, int]:
    options = dict(kind.defaults)
    for word in words:
        key, _, value = word.partition("=")
        if key not in kind.options or not value.isascii() or not value.isdecimal():
            known = ", ".join(f"{key}=NUMBER" for key in kind.options) or "no options"
            flow.fault(line, "bad-option", f"{name!r} takes no {word!r}.", f"It takes {known}.")
        elif not 0 < int(value[:6]) <= kind.options[key]:
            hint = f"Give 1 to {kind.options[key]}."
            flow.fault(line, "bad-option", f"{word!r} is out of range.", hint)
        else:
            options[key] = int(value)
    for key in kind.options.keys() - options.keys():
        flow.fault(line, "bad-option", f"{name!r} needs {key}=NUMBER.", "Add it.")
    if options.get("n", 0) > options.get("of", 100):
        flow.fault(line, "bad-option", "n is more than of.", "Give n of 100.")
    return options


def _figure(flow: Flow, token: Token) -> Block | None:
    """Read an image with its alternative text, and its caption."""
    line = flow.line(token)
    image = flow.tokens[flow.at + 2].content.strip() if flow.at + 2 < len(flow.tokens) else ""
    found = IMAGE.fullmatch(image)
    if not found:
        flow.fault(line, "bad-figure", *figure_slip(flow.tokens, flow.at))
        flow.skip(token)
        return None
    at = flow.line(flow.tokens[flow.at + 1])
    flow.at += 4
    source = _image(flow, found[2], at)
    alt = Block("alt", at, flow.unit(flow.next_id("alt"), found[1], at))
    caption = flow.blocks_until("container_any_close")
    return Block(
        "figure", line, children=(alt, *caption), only=flow.only, options={"source": source}
    )


def _image(flow: Flow, name: str, line: int) -> str:
    """Return the workspace path of an image below the handout's images/."""
    folder = flow.path.rpartition("/")[0]
    try:
        return find_image(flow.workspace, folder, name)
    except PlainleafError as error:
        flow.findings += (fault.at(flow.path, line=line) for fault in error.faults)
    return f"{folder}/{name}"
