"""The tree of an SVG → a refusal that names each thing in it that could do harm."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from plainleaf.brand.logo.refusal import PLAIN_SVG, UNSAFE, RefusalError
from plainleaf.brand.logo.svg.tree import LINE, line_of
from plainleaf.errors import Fault

MOST_FAULTS = 10
LINKS = ("href", "xlink:href")
FORBIDDEN = {
    "script": "holds a <script>.",
    "foreignObject": "holds a <foreignObject>.",
    "handler": "holds a <handler>.",
    "iframe": "holds an <iframe>.",
}
_ADDRESS = re.compile(r"""url\(\s*["']?\s*([^)]*)""", re.IGNORECASE)
_ESCAPE = re.compile(r"\\[0-9a-fA-F]|\\$|\\[^\w]")
_ACTIVE = re.compile(r"[\s\x00-\x1f]*(?:java|vb|live)script\s*:", re.IGNORECASE)
_WEB = re.compile(r"\s*(?:https?:|mailto:|#)", re.IGNORECASE)

PICTURE = "Draw it as shapes, or give the picture alone as PNG."


def check_safety(root: Element) -> None:
    """Raise RefusalError with what could do harm, shown or not."""
    faults: list[Fault] = []
    for element in root.iter():
        for message, hint in _of_element(element):
            fault = Fault(UNSAFE, message, hint, line_of(element))
            faults += [fault] if fault not in faults else []
        if len(faults) >= MOST_FAULTS:
            break
    if faults:
        raise RefusalError(*faults)


def _of_element(element: Element) -> Iterator[tuple[str, str]]:
    tag = element.tag
    if tag in FORBIDDEN:
        yield FORBIDDEN[tag], PLAIN_SVG
    if tag == "style" and _names_elsewhere(element.text or ""):
        yield "has a style sheet that names another file.", PLAIN_SVG
    for name, value in element.attrib.items():
        if name == LINE:
            continue
        if name.lower().startswith("on"):
            yield f"runs a script: {name[:30]} of <{tag[:30]}>.", PLAIN_SVG
        elif name in LINKS:
            yield from _of_link(tag, value)
        elif _names_elsewhere(value):
            yield f"names another file in {name[:30]} of <{tag[:30]}>.", PLAIN_SVG


def _of_link(tag: str, value: str) -> Iterator[tuple[str, str]]:
    address = value.strip()
    if _ACTIVE.match(address):
        yield f"runs a script: the link of <{tag[:30]}>.", PLAIN_SVG
    elif tag == "image":
        kind = "a picture within it" if address.startswith("data:") else "another file"
        yield f"shows {kind} with <image>.", PICTURE
    elif not (_WEB.match(address) if tag == "a" else not address or address.startswith("#")):
        yield f"names another file in the link of <{tag[:30]}>: {address[:60]!r}.", PLAIN_SVG


def _names_elsewhere(text: str) -> bool:
    """Tell whether a style or value has an address that does not begin with #."""
    if "@import" in text.lower():
        return True
    if "url" not in text.lower() and "\\" not in text:
        return False
    addresses = [address.strip() for address in _ADDRESS.findall(text)]
    return any(address and not address.startswith("#") for address in addresses) or bool(
        _ESCAPE.search(text)
    )
