"""Markdown tokens → lead and numbered sections, with the line of every fault.

Only what a handout can print is let in; a unit's id is its place below the nearest heading.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from plainleaf.errors import Finding, PlainleafError, nearest
from plainleaf.markdown import MAX_NESTING, Token, inline_faults, inline_text
from plainleaf.model import Block, Section, Unit
from plainleaf.workspace import Workspace, is_name

HEADING_ID = re.compile(r"\{#([^{}\s]+)\}\s*$")
IMAGE = re.compile(r"!\[([^\[\]]+)\]\(([^()\s]+)\)")
LISTS = {"bullet_list_open": "list", "ordered_list_open": "steps"}
CONTAINER = "container_any_open"
IMAGE_SUFFIXES = (".svg", ".png", ".jpg", ".jpeg")


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


@dataclass(frozen=True)
class Body:
    """What stands below the front matter."""

    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]


def read_body(found: list[Token], path: str, workspace: Workspace) -> Body:
    """Read all blocks of a handout."""
    reader = _Reader(found, path, workspace)
    reader.read()
    sections = tuple(
        replace(section, number=number, blocks=tuple(blocks))
        for number, (section, blocks) in enumerate(reader.sections, start=1)
    )
    if not sections and not reader.findings:
        reader.fault(1, "no-section", "has no section.", "Add a heading: '## What it is {#what}'.")
    return Body(tuple(reader.lead), sections, tuple(reader.findings))


class _Reader:
    """Walks the tokens once; `at` is the next one."""

    def __init__(self, found: list[Token], path: str, workspace: Workspace) -> None:
        self.tokens = [token for token in found if token.type != "front_matter"]
        self.path = path
        self.workspace = workspace
        self.at = 0
        self.lead: list[Block] = []
        self.sections: list[tuple[Section, list[Block]]] = []
        self.findings: list[Finding] = []
        self.prefix = "lead"
        self.counts: Counter[str] = Counter()
        self.only: str | None = None

    def fault(self, line: int, code: str, message: str, hint: str) -> None:
        self.findings.append(Finding(self.path, line, code, message, hint))

    def read(self) -> None:
        if any(token.level >= MAX_NESTING - 4 for token in self.tokens):
            deep = next(t for t in self.tokens if t.level >= MAX_NESTING - 4)
            line = deep.map[0] + 1 if deep.map else 1
            self.fault(line, "too-deep", "is nested too deep to print.", "Use one level of lists.")
            return
        self.blocks_until(None)

    # -- the flow of blocks ---------------------------------------------------------------

    def blocks_until(self, end: str | None) -> list[Block]:
        """Read blocks up to the closing token; at the top level they go to their section."""
        blocks: list[Block] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.type == end:
                self.at += 1
                break
            block = self.block(token)
            if block is None:
                continue
            if end is None:
                self.place(block)
            else:
                blocks.append(block)
        return blocks

    def place(self, block: Block) -> None:
        if not self.sections:
            self.lead.append(block)
            return
        section, blocks = self.sections[-1]
        if section.kind != "section" or section.only not in (None, block.only):
            message = f"stands behind the section {section.id!r} without a heading."
            self.fault(block.line, "stray-text", message, "Put a heading above it.")
        blocks.append(block)

    def block(self, token: Token) -> Block | None:
        readers: Mapping[str, Callable[[Token], Block | None]] = {
            "heading_open": self.heading,
            "paragraph_open": self.paragraph,
            "bullet_list_open": self.items,
            "ordered_list_open": self.items,
            CONTAINER: self.container,
        }
        return readers.get(token.type, self.refuse)(token)

    def refuse(self, token: Token) -> None:
        name = token.type.removesuffix("_open").replace("_", " ")
        hint = "Use paragraphs, lists, headings and containers."
        self.fault(self.line(token), "not-printable", f"a {name} cannot be printed.", hint)
        self.skip(token)

    def skip(self, token: Token) -> None:
        """Pass over a token and all that it holds."""
        level, self.at = token.level, self.at + 1
        if token.nesting == 1:
            while self.tokens[self.at].level != level or self.tokens[self.at].nesting != -1:
                self.at += 1
            self.at += 1

    def line(self, token: Token) -> int:
        return token.map[0] + 1 if token.map else 1

    # -- text -----------------------------------------------------------------------------

    def heading(self, token: Token) -> Block | None:
        """Read a heading: level 2 opens a section, level 3 stays in it."""
        line, text = self.line(token), self.tokens[self.at + 1].content
        self.at += 3
        found = HEADING_ID.search(text)
        name, title = (found[1], text[: found.start()]) if found else ("", text)
        in_flow = token.level == (1 if self.only else 0)
        if not inline_text(title).strip():
            self.fault(line, "empty-heading", "a heading has no text.", "Write what it says.")
        elif not is_name(name):
            hint = (
                f"End it with an id: '{'#' * int(token.tag[1])} {title[:40].strip()} {{#my-id}}'."
            )
            self.fault(line, "no-id", "a heading has no id of small letters.", hint)
        elif not in_flow:
            hint = "Move it out of the container or list that holds it."
            self.fault(line, "bad-place", f"the heading {name!r} opens a section.", hint)
        elif token.tag == "h2":
            self.open(Section(name, 0, line, title=self.unit(name, title, line), only=self.only))
        elif token.tag == "h3" and self.sections:
            self.prefix, self.counts = name, Counter()
            return Block("subheading", line, self.unit(name, title, line), only=self.only)
        else:
            hint = "Use '##' for a section and '###' below one; the title stands in the fields."
            self.fault(line, "heading-level", f"'{token.markup}' has no place here.", hint)
        return None

    def open(self, section: Section) -> None:
        self.sections.append((section, []))
        self.prefix, self.counts = section.id, Counter()

    def paragraph(self, token: Token) -> Block | None:
        line, text = self.line(token), self.tokens[self.at + 1].content
        self.at += 3
        if any(row.lstrip().startswith(":::") for row in text.splitlines()):
            hint = "Name it on its opening line, close it with as many colons, nest with more."
            self.fault(line, "broken-container", "':::' opens or closes no container.", hint)
            return None
        return Block("paragraph", line, self.unit(self.next_id("p"), text, line), only=self.only)

    def items(self, token: Token) -> Block:
        """Read a list of one level, one paragraph an item."""
        line, kind = self.line(token), LISTS[token.type]
        end = token.type.replace("_open", "_close")
        items: list[Block] = []
        self.at += 1
        while self.tokens[self.at].type != end:
            self.at += 1  # list_item_open
            parts = self.blocks_until("list_item_close")
            if len(parts) == 1 and parts[0].kind == "paragraph":
                items.append(replace(parts[0], kind="item"))
            else:
                where = parts[0].line if parts else line
                hint = "Write one text an item and no list within a list."
                self.fault(where, "bad-item", "a list item is not one text.", hint)
        self.at += 1
        return Block(kind, line, children=tuple(items), only=self.only)

    def next_id(self, letter: str) -> str:
        self.counts[letter] += 1
        return f"{self.prefix}/{letter}{self.counts[letter]}"

    def unit(self, name: str, text: str, line: int) -> Unit:
        for fault in inline_faults(text):
            self.fault(line, "not-printable", f"holds {fault}.", "Use words, **bold** and links.")
        return Unit(name, " ".join(text.split()), line)

    # -- containers -----------------------------------------------------------------------

    def container(self, token: Token) -> Block | None:
        line = self.line(token)
        name, *words = token.info.split()
        if name not in CONTAINERS:
            hint = nearest(name, CONTAINERS)
            self.fault(line, "unknown-container", f"no container is named {name!r}.", hint)
            self.skip(token)
            return None
        if not self.is_closed(token):
            message = f"'{token.markup} {name}' is never closed."
            hint = f"Close it with '{token.markup}' on a line of its own."
            self.fault(line, "broken-container", message, hint)
        if name == "only":
            return self.only_for(token, words)
        options = self.options(CONTAINERS[name], name, words, line)
        if CONTAINERS[name].is_section:
            self.section_container(token, name, options)
            return None
        return self.plain_container(token, name, options)

    def is_closed(self, token: Token) -> bool:
        """Whether the container's own closing line was met: its token then holds the colons."""
        for other in self.tokens[self.at + 1 :]:
            if other.level == token.level and other.type == "container_any_close":
                return set(other.markup) == {":"} and len(other.markup) >= len(token.markup)
        return False

    def only_for(self, token: Token, words: list[str]) -> Block | None:
        """Read a passage for one audience; each of its blocks carries the name."""
        line = self.line(token)
        if len(words) != 1 or not is_name(words[0]) or self.only:
            hint = "Write '::: only caregiver', and none within another."
            self.fault(line, "bad-only", "'only' needs one audience.", hint)
            self.skip(token)
            return None
        self.only = words[0]
        self.at += 1
        if self.tokens[self.at].type == "container_any_close":
            self.fault(line, "empty-container", "'only' holds nothing.", "Write its text.")
        nested = token.level > 0
        blocks = self.blocks_until("container_any_close") if nested else self.flow()
        self.only = None
        return Block("group", line, children=tuple(blocks), only=words[0]) if blocks else None

    def flow(self) -> list[Block]:
        """Read a top-level passage whose headings may open sections."""
        while self.tokens[self.at].type != "container_any_close":
            block = self.block(self.tokens[self.at])
            if block is not None:
                self.place(block)
        self.at += 1
        return []

    def section_container(self, token: Token, name: str, options: Mapping[str, int]) -> None:
        line = self.line(token)
        if token.level:
            hint = "Move it out of the container that holds it."
            self.fault(line, "bad-place", f"{name!r} is a section of its own.", hint)
        self.open(Section(name, 0, line, kind=name, only=self.only))
        self.at += 1
        blocks = tuple(self.blocks_until("container_any_close"))
        self.filled(blocks, name, line)
        self.sections[-1][1].append(
            Block(name, line, children=blocks, only=self.only, options=options)
        )

    def plain_container(self, token: Token, name: str, options: Mapping[str, int]) -> Block | None:
        line, outer = self.line(token), (self.prefix, self.counts)
        self.prefix, self.counts = f"{self.next_id(name)}", Counter()
        if name == "figure":
            block = self.figure(token)
        else:
            self.at += 1
            blocks = tuple(self.blocks_until("container_any_close"))
            self.filled(blocks, name, line)
            block = Block(name, line, children=blocks, only=self.only, options=options)
        self.prefix, self.counts = outer
        return block

    def filled(self, blocks: tuple[Block, ...], name: str, line: int) -> None:
        if not blocks:
            self.fault(line, "empty-container", f"{name!r} holds nothing.", "Write its text.")

    def options(self, kind: Kind, name: str, words: list[str], line: int) -> Mapping[str, int]:
        options = dict(kind.defaults)
        for word in words:
            key, _, value = word.partition("=")
            if key not in kind.options or not value.isascii() or not value.isdecimal():
                known = ", ".join(f"{key}=NUMBER" for key in kind.options) or "no options"
                self.fault(
                    line, "bad-option", f"{name!r} takes no {word!r}.", f"It takes {known}."
                )
            elif not 0 < int(value[:6]) <= kind.options[key]:
                hint = f"Give 1 to {kind.options[key]}."
                self.fault(line, "bad-option", f"{word!r} is out of range.", hint)
            else:
                options[key] = int(value)
        for key in kind.options.keys() - options.keys():
            self.fault(line, "bad-option", f"{name!r} needs {key}=NUMBER.", "Add it.")
        if options.get("n", 0) > options.get("of", 100):
            self.fault(line, "bad-option", "n is more than of.", "Give n of 100.")
        return options

    # -- figures --------------------------------------------------------------------------

    def figure(self, token: Token) -> Block | None:
        """Read an image with its alternative text, and its caption."""
        line = self.line(token)
        image = self.tokens[self.at + 2].content.strip() if self.at + 2 < len(self.tokens) else ""
        found = IMAGE.fullmatch(image)
        if not found:
            hint = "Begin it with '![what it shows](images/name.svg)'."
            self.fault(line, "bad-figure", "a figure has no image with words.", hint)
            self.skip(token)
            return None
        self.at += 4
        source = self.image(found[2], line)
        alt = Block("alt", line + 1, self.unit(self.next_id("alt"), found[1], line + 1))
        caption = self.blocks_until("container_any_close")
        return Block(
            "figure", line, children=(alt, *caption), only=self.only, options={"source": source}
        )

    def image(self, name: str, line: int) -> str:
        """Return the workspace path of an image below the handout's images/."""
        folder = self.path.rpartition("/")[0]
        path = f"{folder}/{name}"
        parts = name.split("/")
        if parts[0] != "images" or ".." in parts or not name.endswith(IMAGE_SUFFIXES):
            hint = f"Name a file images/… that ends in {', '.join(IMAGE_SUFFIXES)}."
            self.fault(line + 1, "bad-image", f"{name[:80]!r} is no image of the handout.", hint)
            return path
        try:
            self.workspace.read_bytes(path)
        except PlainleafError as error:
            fault = error.findings[0]
            self.fault(line + 1, fault.code, f"{path} {fault.message}", fault.hint)
        return path
