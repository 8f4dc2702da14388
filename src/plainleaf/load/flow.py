"""Headings, paragraphs and lists of a handout, as they follow one another.

A unit's id is its place below the nearest heading.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from plainleaf.errors import Finding
from plainleaf.markdown import MAX_NESTING, Token, inline_faults, inline_text
from plainleaf.model import Block, Section, Unit
from plainleaf.workspace import Workspace, is_name

HEADING_ID = re.compile(r"\{#([^{}\s]+)\}\s*$")
LISTS = {"bullet_list_open": "list", "ordered_list_open": "steps"}
CONTAINER = "container_any_open"

ReadContainer = Callable[["Flow", Token], Block | None]
"""Reads a container from its opening token on; None where it is a section or has a fault."""


class Flow:
    """Walks the tokens once; `at` is the next one."""

    def __init__(
        self, found: list[Token], path: str, workspace: Workspace, container: ReadContainer
    ) -> None:
        self.tokens = [token for token in found if token.type != "front_matter"]
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
            CONTAINER: lambda opening: self.container(self, opening),
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
