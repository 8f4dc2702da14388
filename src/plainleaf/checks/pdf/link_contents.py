"""Whether each link is announced by its words, and each promised link is there."""

from collections.abc import Iterator
from operator import attrgetter

from plainleaf.checks.pdf.compare import first_words, in_one_line, same
from plainleaf.errors import Fault
from plainleaf.model import Facts, Link, Promise

CODE = "pdf-link-contents"


def check_link_contents(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report links that say something else than they show, then links that are lost."""
    there = [(_shown(parts), parts) for parts in _links(facts.links)]
    for text, parts in there:
        if not all(_says(link, text) for link in parts):
            yield _says_other(parts[0], text)
    for target, text in dict.fromkeys(promise.links if promise else ()):
        if not any(parts[0].target == target and same(shown, text) for shown, parts in there):
            message = f"the link {first_words(text)!r} to {target} is not in the PDF."
            hint = "Keep the link in the page's text, outside of margin boxes."
            yield Fault(CODE, message, hint)


def _links(links: tuple[Link, ...]) -> Iterator[list[Link]]:
    """Return the annotations of each link: one a line that it runs over."""
    said = attrgetter("target", "contents")
    parts: list[Link] = []
    for link in links:
        if parts and (said(parts[-1]) != said(link) or same(_shown(parts), link.contents)):
            yield parts
            parts = []
        parts.append(link)
    if parts:
        yield parts


def _says(link: Link, text: str) -> bool:
    """Return whether a link is announced by all of its words, or by those on its line."""
    said = link.contents.strip()
    return bool(said) and (same(text, said) or same(link.text, said))


def _shown(parts: list[Link]) -> str:
    return in_one_line(" ".join(part.text for part in parts))


def _says_other(link: Link, text: str) -> Fault:
    message = f"the link {first_words(text)!r} is announced as {first_words(link.contents)!r}."
    hint = "Give the link's annotation the link's words as its contents."
    return Fault(CODE, message, hint, page=link.page)
