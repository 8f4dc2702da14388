"""Headings, paragraphs and lists of a handout, as they follow one another.

A unit's id is its place below the nearest heading.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from plainleaf.errors import Finding, Severity
from plainleaf.load.heading_ids import BRACES, HEADING_ID, id_for, ids_of
from plainleaf.load.refused import instead
from plainleaf.model import Block, Section, Unit
from plainleaf.text.markdown import MAX_NESTING, Token, inline_faults, inline_text, unit_text
from plainleaf.text.markup.find import strays
from plainleaf.workspace import Workspace, is_name

LONGEST_SHOWN = 60
LISTS = {"bullet_list_open": "list", "ordered_list_open": "steps"}
CONTAINER = "container_any_open"
UNDERLINES = ("-", "=")

MOST_LISTS = 2
"""Lists within each other: more levels are hard to tell apart, the more so in large print."""

PARTS = frozenset({"paragraph", *LISTS.values()})
"""What may follow the text of an item."""

ReadContainer = Callable[["Flow", Token], Block | None]
"""Reads a container from its opening token on; None where it is a section or has a fault."""


class Flow:
    """Walks the tokens once; `at` is the next one."""

    def __init__(
        self, found: list[Token], path: str, workspace: Workspace, container: ReadContainer
    ) -> None:
        self.tokens = [token for token in found if token.type != "front_matter"]
        self.ids = set(ids_of(self.tokens))
        self.path = path
        self.workspace = workspace
        self.container = container
        self.at = 0
        self.lead: list[Block] = []
        self.sections: list[tuple[Section, list[Block]]] = []
        self.findings: list[Finding] = []
        self.prefix = "lead"
        self.counts: Counter[str] = Counter()
        self.only: str | None = None
        self.depth = 0  # of lists

    def fault(
        self, line: int, code: str, message: str, hint: str, weight: Severity = Severity.ERROR
    ) -> None:
        self.findings.append(Finding(self.path, line, code, message, hint, weight))

    def read(self) -> None:
        if deep := next((t for t in self.tokens if t.level >= MAX_NESTING - 4), None):
            message = "is nested too deep to print."
            self.fault(self.line(deep), "too-deep", message, "Use one list within a list.")
        else:
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
            CONTAINER: lambda opening: self.container(self, opening),
        }
        return readers.get(token.type, self.refuse)(token)

    def refuse(self, token: Token) -> None:
        name, hint = instead(self.tokens, self.at)
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
        if token.markup in UNDERLINES:
            message = f"the line '{token.markup * 3}' below a text makes a heading of it."
            hint = f"Leave a blank line between them, or write '## {title[:40].strip()}'."
            self.fault(line, "heading-level", message, hint)
            return None
        in_flow = token.level == (1 if self.only else 0)
        if not inline_text(title).strip():
            self.fault(line, "empty-heading", "a heading has no text.", "Write what it says.")
        elif token.tag != "h2" and not (token.tag == "h3" and (self.sections or not in_flow)):
            hint = "Use '##' for a section and '###' below one; the title stands in the fields."
            self.fault(line, "heading-level", f"'{token.markup}' has no place here.", hint)
        elif not in_flow:
            hint = "Move it out of the container or list that holds it."
            self.fault(line, "bad-place", f"the heading {name or title!r} opens a section.", hint)
        else:
            if not is_name(name):
                name, title = self.missing_id(token, name, title), BRACES.sub("", title)
            unit = self.unit(name, title, line)
            if token.tag == "h3":
                self.prefix, self.counts = name, Counter()
                return Block("subheading", line, unit, only=self.only)
            self.open(Section(name, 0, line, title=unit, only=self.only))
        return None

    def missing_id(self, token: Token, name: str, title: str) -> str:
        """Tell of a heading without a good id; return one of its own words, which is offered."""
        said = f"the id {name!r} is not of" if name else "a heading has no id of"
        title = BRACES.sub("", title).strip()
        offered = id_for(title, self.ids)
        self.ids.add(offered)
        shown = title if len(title) <= LONGEST_SHOWN else f"{title[:LONGEST_SHOWN].rstrip()} …"
        hint = f"End it with an id: '{token.markup} {shown} {{#{offered}}}'."
        message = f"{said} small letters a-z, digits and single hyphens."
        self.fault(self.line(token), "no-id", message, hint)
        return offered

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

    def items(self, token: Token) -> Block | None:
        """Read a list; an item of it may hold lists, but theirs hold none."""
        if self.depth == MOST_LISTS:
            hint = "Use one list within a list, and none within that."
            message = "a list stands within a list within a list."
            self.fault(self.line(token), "too-deep", message, hint)
            self.skip(token)
            return None
        line, kind = self.line(token), LISTS[token.type]
        end = token.type.replace("_open", "_close")
        items: list[Block] = []
        self.at += 1
        self.depth += 1
        while self.tokens[self.at].type != end:
            items += self.item(self.tokens[self.at])
        self.depth -= 1
        self.at += 1
        start = int(token.attrs.get("start", 1))
        options = {"start": start} if start != 1 else {}
        return Block(kind, line, children=tuple(items), only=self.only, options=options)

    def item(self, token: Token) -> Iterator[Block]:
        """Read an item: a text, and what belongs to it, which has ids below that of the text."""
        line = self.line(token)
        self.at += 1
        opening = self.tokens[self.at]
        text = self.block(opening) if opening.type == "paragraph_open" else None
        outer = self.prefix, self.counts
        if text and text.unit:
            self.prefix, self.counts = text.unit.id, Counter()
        parts = self.blocks_until("list_item_close")
        self.prefix, self.counts = outer
        for part in parts:
            if part.kind not in PARTS:
                what = f"the container {part.kind!r}" if part.kind != "group" else "'only'"
                message = f"an item of a list holds {what}."
                hint = "Use texts and lists within; put it below the list."
                self.fault(part.line, "bad-item", message, hint)
        if text:
            yield replace(text, kind="item", children=tuple(parts))
        elif opening.type not in ("paragraph_open", "ordered_list_open"):  # told for themselves
            self.fault(line, "bad-item", "an item of a list has no text.", "Begin it with words.")

    def next_id(self, letter: str) -> str:
        self.counts[letter] += 1
        return f"{self.prefix}/{letter}{self.counts[letter]}"

    def unit(self, name: str, text: str, line: int) -> Unit:
        for fault in inline_faults(text):
            self.fault(line, "not-printable", f"holds {fault}.", "Use words, **bold** and links.")
        self.findings += (
            each.at(self.path, line=line + (each.line or 1) - 1) for each in strays(text)
        )
        return Unit(name, unit_text(text), line)
