"""The bytes of an SVG → its tree of elements, within limits and without what never shows."""

from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from plainleaf.brand.logo.allowed import Allowed
from plainleaf.brand.logo.refusal import DAMAGED, PLAIN_SVG, TOO_LARGE, UNSAFE, refuse
from plainleaf.brand.logo.svg.names import ATTRIBUTE_SPACES, HTML, NEVER_SHOWN, SPACES

DEEPEST = 64
MOST_LETTERS = 2_000_000  # of all attributes, after entities are put in
MOST_DECLARED = 60  # entities and attributes in a DOCTYPE
LONGEST_DECLARED = 120
LINE = "\0line"
"""The attribute that holds the line of an element; no file can have one of this name."""

SIMPLER = "Simplify the drawing, or give a PNG of 1500 pixels across."


class _Parser(DefusedXMLParser):
    """Takes the short entities by which Illustrator names namespaces, and no other ones."""

    def __init__(self, target: "_Builder") -> None:
        super().__init__(target=target)
        self.declared = 0
        self.parser.AttlistDeclHandler = self._attribute_decl
        target.parser = self.parser

    def defused_entity_decl(
        self,
        name: str,
        is_parameter_entity: bool,
        value: str | None,
        base: str | None,
        sysid: str | None,
        pubid: str | None,
        notation_name: str | None,
    ) -> None:
        """Refuse an entity that is more than one short address."""
        if is_parameter_entity or value is None or not self._is_short(value):
            line = self.parser.CurrentLineNumber
            raise refuse(UNSAFE, f"declares the entity {name[:40]!r}.", PLAIN_SVG, line)

    def _attribute_decl(
        self, element: str, name: str, kind: str, default: str | None, required: bool
    ) -> None:
        """Refuse a default that is more than one short address."""
        if not self._is_short(default or ""):
            line = self.parser.CurrentLineNumber
            raise refuse(UNSAFE, f"declares the attribute {name[:40]!r}.", PLAIN_SVG, line)

    def _is_short(self, value: str) -> bool:
        self.declared += 1
        few = self.declared <= MOST_DECLARED
        return few and len(value) <= LONGEST_DECLARED and not {*value} & {*"<&%"}


class _Builder:
    """Takes the parser's events and keeps what may be drawn."""

    parser: Any  # expat's, which counts the lines

    def __init__(self, most_elements: int) -> None:
        self.most_elements = most_elements
        self.tree = TreeBuilder()
        self.depth = 0
        self.elements = 0
        self.letters = 0
        self.skipped_at = 0  # the depth of the element whose inside is left out; 0 for none

    def line(self) -> int:
        """Return the line that is being read."""
        return int(self.parser.CurrentLineNumber)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Keep an element, unless it or what holds it never shows."""
        self.depth += 1
        self.elements += 1
        self.letters += sum(map(len, attributes.values()))
        self._check_limits()
        if self.skipped_at:
            return
        space, _, name = tag.rpartition("}")
        if space == HTML:
            raise refuse(UNSAFE, f"holds HTML: <{name[:40]}>.", PLAIN_SVG, self.line())
        if space not in SPACES or name in NEVER_SHOWN or _is_for_a_program(name, attributes):
            self.skipped_at = self.depth
            return
        self.tree.start(name, _plain(attributes) | {LINE: str(self.line())})

    def end(self, tag: str) -> None:
        """Close an element."""
        self.depth -= 1
        if not self.skipped_at:
            self.tree.end(tag.rpartition("}")[2])
        elif self.depth < self.skipped_at:
            self.skipped_at = 0

    def data(self, text: str) -> None:
        """Keep a text: of a style sheet, or of words that are to be refused."""
        self.letters += len(text)
        if not self.skipped_at and self.depth:
            self.tree.data(text)

    def close(self) -> Element:
        """Return the root."""
        return self.tree.close()

    def _check_limits(self) -> None:
        for count, most, what in (
            (self.depth, DEEPEST, "levels of elements"),
            (self.elements, self.most_elements, "elements"),
            (self.letters, MOST_LETTERS, "characters"),
        ):
            if count > most:
                raise refuse(TOO_LARGE, f"has more than {most:,} {what}.", SIMPLER, self.line())


def read_tree(data: bytes, allowed: Allowed) -> Element:
    """Return the root; raise RefusalError for what is not XML, or too much of it."""
    if len(data) > (most := allowed.most_svg_bytes):
        message = f"has {len(data) // 1000} kB; an SVG {allowed.what} may have {most // 1000}."
        raise refuse(TOO_LARGE, message, SIMPLER)
    parser = _Parser(_Builder(allowed.most_elements))
    try:
        parser.feed(data)
        root = parser.close()
    except ParseError as error:
        line, _ = error.position
        cause = str(error).partition(":")[0]
        raise refuse(DAMAGED, f"is not whole XML ({cause}).", PLAIN_SVG, line) from None
    except DefusedXmlException:
        raise refuse(UNSAFE, "names a file outside of itself.", PLAIN_SVG) from None
    except (ValueError, LookupError):  # an encoding that nobody knows
        raise refuse(DAMAGED, "has an unknown encoding.", PLAIN_SVG) from None
    if not isinstance(root, Element) or root.tag != "svg":
        raise refuse(DAMAGED, "does not begin with <svg>.", PLAIN_SVG)
    return root


def line_of(element: Element) -> int | None:
    """Return the line that an element begins on; None for one that we made."""
    return int(element.get(LINE, "0")) or None


def _is_for_a_program(name: str, attributes: dict[str, str]) -> bool:
    """Tell what Illustrator keeps for itself: no browser shows an extension that it lacks."""
    return name == "foreignObject" and bool(attributes.get("requiredExtensions"))


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    """Return the attributes of SVG itself; its own href comes before that of XLink."""
    parts = {tuple(name.rpartition("}")[::2]): value for name, value in attributes.items()}
    kept: dict[str, str] = {}
    for space, prefix in ATTRIBUTE_SPACES.items():
        kept |= {prefix + name: value for (at, name), value in parts.items() if at == space}
    return kept
