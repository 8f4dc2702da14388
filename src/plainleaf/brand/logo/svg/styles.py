"""The style sheets and attributes of an SVG → the properties of each element."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from xml.etree.ElementTree import Element

import cssselect2  # type: ignore[import-untyped]
import tinycss2
from cssselect2 import parser as css

from plainleaf.brand.logo.refusal import FEATURE, PLAIN_SVG, TOO_LARGE, UNSAFE, refuse
from plainleaf.brand.logo.svg.tree import line_of

Properties = Mapping[Element, Mapping[str, str]]
Declared = list[tuple[str, str]]

MOST_SELECTORS = 1_000
MOST_MATCHES = 50_000
"""Elements times selectors without a class or an id, each of which is to be tried on each."""

MOST_STEPS = 3
"""Compounds in a selector, as in "svg g path"; more take too long to match."""

SIMPLE = (
    css.AttributeSelector,
    css.ClassSelector,
    css.IDSelector,
    css.LocalNameSelector,
    css.NamespaceSelector,
    css.PseudoClassSelector,
)
LEFT_OUT = frozenset({"charset", "keyframes", "media", "namespace", "page", "supports"})
"""At-rules that change nothing on white paper, or that no logo needs."""


class _Sheet:
    """All rules of a document."""

    def __init__(self, elements: int) -> None:
        self.elements = elements
        self.normal, self.important = cssselect2.Matcher(), cssselect2.Matcher()
        self.selectors = self.costly = 0

    def read(self, element: Element) -> None:
        """Take in the rules of one <style>."""
        text = (element.text or "").replace("<!--", "").replace("-->", "")
        for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            if rule.type == "at-rule" and rule.lower_at_keyword.lstrip("-") not in LEFT_OUT:
                if not rule.lower_at_keyword.endswith("keyframes"):
                    message = f"has a style sheet with @{rule.lower_at_keyword[:20]}."
                    raise refuse(UNSAFE, message, PLAIN_SVG, line_of(element))
            elif rule.type == "qualified-rule":
                self._add(rule, element)

    def _add(self, rule: tinycss2.ast.QualifiedRule, element: Element) -> None:
        try:
            trees = [selector.parsed_tree for selector in css.parse(rule.prelude)]
            if not all(map(_is_simple, trees)):
                message = "has a style sheet with selectors that are not simple."
                raise refuse(FEATURE, message, PLAIN_SVG, line_of(element))
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError:
            return  # a browser passes over it too
        self.selectors += len(selectors)
        self.costly += sum(map(_is_costly, trees))
        if self.selectors > MOST_SELECTORS or self.costly * self.elements > MOST_MATCHES:
            message = "has too many rules in its style sheets."
            raise refuse(TOO_LARGE, message, PLAIN_SVG, line_of(element))
        normal, important = _declared(tinycss2.serialize(rule.content))
        for selector in selectors:
            if selector.pseudo_element or selector.never_matches:
                continue
            self.normal.add_selector(selector, normal)
            self.important.add_selector(selector, important)

    def of(self, wrapper: cssselect2.ElementWrapper, own: str) -> dict[str, str]:
        """Return what the rules and its own style say of an element."""
        normal, important = _declared(own)
        found: dict[str, str] = {}
        for declared in (
            *_matched(self.normal, wrapper),
            normal,
            *_matched(self.important, wrapper),
            important,
        ):
            found.update(declared)
        return found


def properties_of(root: Element) -> Properties:
    """Return the properties of each element: attributes, then rules, then its own style."""
    sheet = _Sheet(sum(1 for _ in root.iter()))
    for element in root.iter("style"):
        if element.get("type", "text/css") in ("", "text/css"):
            sheet.read(element)
    wrappers = cssselect2.ElementWrapper.from_xml_root(root).iter_subtree()
    return {
        wrapper.etree_element: {
            **wrapper.etree_element.attrib,
            **sheet.of(wrapper, wrapper.etree_element.get("style", "")),
        }
        for wrapper in wrappers
    }


def _matched(
    matcher: cssselect2.Matcher, wrapper: cssselect2.ElementWrapper
) -> Iterable[Declared]:
    return [declared for *_, declared in matcher.match(wrapper)]


@lru_cache(maxsize=1024)
def _declared(content: str) -> tuple[Declared, Declared]:
    """Return the declarations of a block, and its important ones.

    A colour of a wide gamut is passed over, for the one of screens that stands before it.
    """
    normal: Declared = []
    important: Declared = []
    for node in tinycss2.parse_blocks_contents(content):
        if node.type == "declaration" and not node.name.startswith("-"):
            value = tinycss2.serialize(node.value).strip()
            if not value.startswith("color("):
                (important if node.important else normal).append((node.lower_name, value))
    return normal, important


def _is_costly(tree: object) -> bool:
    if isinstance(tree, css.CombinedSelector):
        return True
    parts = tree.simple_selectors if isinstance(tree, css.CompoundSelector) else []
    return not any(isinstance(part, css.ClassSelector | css.IDSelector) for part in parts)


def _is_simple(tree: object) -> bool:
    steps = 1
    while isinstance(tree, css.CombinedSelector):
        if not _is_simple(tree.right):
            return False
        tree, steps = tree.left, steps + 1
    return (
        steps <= MOST_STEPS
        and isinstance(tree, css.CompoundSelector)
        and all(isinstance(part, SIMPLE) for part in tree.simple_selectors)
    )
