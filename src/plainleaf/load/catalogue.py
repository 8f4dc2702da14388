"""A gettext catalogue → Catalogue, or every fault in it.

Babel parses it, after `po` has looked the text over: it accepts what gettext refuses. It
forgets header fields of our own, so we read those.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import StringIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from plainleaf.errors import Fault, Finding, PlainleafError
from plainleaf.load.header import bad_header, of_another
from plainleaf.load.po import entries, fields, is_blank, po_faults, without_previous
from plainleaf.load.translated import added_signs, left_out
from plainleaf.model import Catalogue, Translation
from plainleaf.text.locales import find_locale
from plainleaf.text.localize import STRINGS
from plainleaf.text.markdown import inline_faults, inline_text
from plainleaf.text.markup.comments import without_comments
from plainleaf.workspace import ADD, Workspace

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{[^{}]*\}")

PERCENT = re.compile(r"%%|%\(\w+\)s")
BLOCK = re.compile(r"(?:#{1,6}|[>*+-]|[0-9]{1,9}[.)])(?=\s)|---+|\||:::+")
NUMBER = re.compile(r"[0-9]+")
SIGN = re.compile(r"[*_`\[\]]|~(?!\s?\d)")
"""What marks words in Markdown; '~' before a number is a range or an estimate."""

WORD_SIGN = re.compile(r"[*_\[]")
"""The same in the fixed words, which hold no Markdown."""


def read_catalogue(workspace: Workspace, path: str, code: str, absent: str = ADD) -> Catalogue:
    """Read a catalogue; raise PlainleafError with all its faults, or with what to do for none."""
    text = workspace.read_text(path, absent=absent)
    listed = entries(text)
    header = fields(listed)
    if faults := [
        *po_faults(text, listed, path),
        *bad_header(header, path, code),
        *of_another(header, workspace, path),
    ]:
        raise PlainleafError(*faults)
    try:
        catalog = parsed(text, code)
    except (PoFileError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0) + 1
        message = f"is not a catalogue: {str(error)[:120]}."
        raise PlainleafError(Finding(path, line, "bad-po", message, "Mend the line.")) from None
    found = _catalogue(catalog, path, code, {row.name: row.value for row in header})
    texts = ((str(m.string or ""), m.lineno or 1) for m in catalog if m.id)
    findings = [*left_out(texts, path)]
    findings += [finding for t in found.messages.values() for finding in _bad_text(t, path)]
    if any(finding.is_error for finding in findings):
        raise PlainleafError(*findings)
    return replace(found, remarks=tuple(findings))


def parsed(text: str, code: str) -> Catalog:
    """Parse a catalogue that `read_catalogue` takes; a translation that shows nothing is empty."""
    catalog = read_po(
        StringIO(without_previous(text)), locale=find_locale(code), abort_invalid=True
    )
    for message in (*catalog, *catalog.obsolete.values()):
        if message.id and is_blank(str(message.string or "")):
            message.string = ""
    return catalog


def _catalogue(catalog: Catalog, path: str, code: str, header: Mapping[str, str]) -> Catalogue:
    return Catalogue(
        language=code,
        path=path,
        messages={str(m.context or m.id): _translation(m) for m in catalog if m.id},
        method=header.get("x-method", ""),
        checker=header.get("x-checker", ""),
        review_date=header.get("x-review-date", ""),
        project=header.get("project-id-version", ""),
    )


def _translation(message: Message) -> Translation:
    return Translation(
        source=without_comments(str(message.id))[0],
        text=without_comments(str(message.string or ""))[0].strip(),
        fuzzy=message.fuzzy,
        line=message.lineno or 1,
        excused=any(note.lower() == "figures are right" for note in message.user_comments),
    )


def _bad_text(translation: Translation, path: str) -> Iterator[Finding]:
    if not translation.text or translation.fuzzy:
        return
    checks = (_unprintable, _stray_signs, _placeholders)
    faults = [fault for check in checks for fault in check(translation, path)]
    is_markdown = not path.startswith(STRINGS)
    subject = f"the translation of {translation.source[:60]!r}"
    for fault in faults or added_signs(translation, is_markdown=is_markdown):
        yield fault.of(subject).at(path, line=translation.line)


def _unprintable(translation: Translation, path: str) -> Iterator[Fault]:
    for fault in inline_faults(translation.text):
        hint = "Use words, **bold** and links, as in the source."
        yield Fault("not-printable", f"holds {fault}.", hint)
    if "<" in translation.text and "<" not in translation.source:
        yield Fault("markup", "holds markup.", "Use words and **bold** only.")


def _stray_signs(translation: Translation, path: str) -> Iterator[Fault]:
    """Report Markdown that the source has not and that would print as it stands."""
    text = translation.text
    block = BLOCK.match(text)
    if block and not _is_said(block[0], translation.source):
        hint = "Begin with a word; a backslash before its mark prints a number as it is: '1\\.'."
        message = f"begins with {block[0]!r}, which makes no list or heading."
        yield Fault("not-printable", message, hint)
        text = text[block.end() :]
    if left := _signs(text, path) - _signs(translation.source, path):
        signs = ", ".join(map(repr, left))
        hint = "Delete it; or close it, and leave no space or mark between it and the word."
        message = f"holds {signs}, which marks nothing and prints as it stands."
        yield Fault("not-printable", message, hint)


def _is_said(mark: str, source: str) -> bool:
    """Whether a source begins with such a mark too, or holds the number of '24. Dezember'."""
    if mark[:-1] in NUMBER.findall(source):
        return True
    found = BLOCK.match(source.lstrip())
    return found is not None and NUMBER.sub("1", found[0]) == NUMBER.sub("1", mark)


def _signs(text: str, path: str) -> Counter[str]:
    """Return the signs of Markdown that are left in print."""
    words = PLACEHOLDER.sub("x", text)
    if path.startswith(STRINGS):
        return Counter(WORD_SIGN.findall(words))
    return Counter(SIGN.findall(inline_text(words) if SIGN.search(words) else words))


def _placeholders(translation: Translation, path: str) -> Iterator[Fault]:
    wanted = Counter(PLACEHOLDER.findall(translation.source))
    given = Counter(PLACEHOLDER.findall(translation.text))
    hint = "Keep each placeholder of the source as it is."
    if lost := ", ".join((wanted - given).elements()):
        yield Fault("placeholders", f"lacks {lost}.", hint)
    if added := ", ".join((given - wanted).elements()):
        yield Fault("placeholders", f"has {added[:200]}, which the source has not.", hint)
    if wanted == given and path.startswith(STRINGS) and "%" in PERCENT.sub("", translation.text):
        message = "holds a '%' that opens no placeholder."
        yield Fault("placeholders", message, "Write '%%' to print one.")
