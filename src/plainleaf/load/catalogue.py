"""A gettext catalogue → Catalogue, or every fault in it.

Babel parses it, after `po` has looked the text over: it accepts what gettext refuses. It
forgets header fields of our own, so we read those.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from plainleaf.errors import Finding, PlainleafError
from plainleaf.load.po import HEADER, Field, entries, fields, is_blank, po_faults, without_previous
from plainleaf.load.remarks import remarks
from plainleaf.load.translated import added_signs, left_out
from plainleaf.model import REVIEWED_METHODS, Catalogue, Translation
from plainleaf.text.locales import find_locale
from plainleaf.text.localize import STRINGS
from plainleaf.text.markdown import inline_faults, inline_text
from plainleaf.text.markup.comments import without_comments
from plainleaf.workspace import Workspace
from plainleaf.workspace.clock import has_begun

__all__ = ["HEADER", "parsed", "read_catalogue"]

PLURALS = re.compile(r"nplurals=[1-6];\s*plural=[n\d\s()%<>=!&|?:]{1,200};?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
METHODS = (*REVIEWED_METHODS, "machine")
NOBODY = frozenset({"", "todo", "tbd", "tba", "xxx", "name", "full name", "your name", "checker",
                    "reviewer", "none", "n/a", "unknown", "full name email@address"})  # fmt: skip
"""What stands for a name that is not known yet, in small letters, without marks around it."""

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{[^{}]*\}")

PROJECT = re.compile(r"([a-z0-9-]+) \S+")
"""A handout and its version, as `plainleaf translate` writes them."""

PERCENT = re.compile(r"%%|%\(\w+\)s")
BLOCK = re.compile(r"(?:#{1,6}|[>*+-]|[0-9]{1,9}[.)])(?=\s)|---+|\||:::+")
NUMBER = re.compile(r"[0-9]+")
SIGN = re.compile(r"[*_`\[\]]|~(?!\s?\d)")
"""What marks words in Markdown; '~' before a number is a range or an estimate."""

WORD_SIGN = re.compile(r"[*_\[]")
"""The same in the fixed words, which hold no Markdown."""

Problem = tuple[str, str, str]
"""Code, what is wrong with a translation, and what to do."""


class Rule(NamedTuple):
    """What a field of the header must keep, given its value and the language."""

    is_kept: Callable[[str, str], bool]
    code: str
    message: str
    hint: str


def _is_plural(value: str, code: str) -> bool:
    return PLURALS.fullmatch(value) is not None


def _is_day(value: str, code: str) -> bool:
    """Whether `value` is nothing, or a day that has begun."""
    try:
        day = date.fromisoformat(value) if DAY.fullmatch(value) else None
    except ValueError:
        return False
    return not value or (day is not None and has_begun(value))


RULES: Mapping[str, Rule] = {
    "plural-forms": Rule(
        _is_plural, "bad-po", "Plural-Forms is not one we can read.", "Take it from msginit."
    ),
    "content-type": Rule(
        lambda value, code: value.lower().endswith("charset=utf-8"),
        "bad-po",
        "the charset is not UTF-8.",
        "Save it as UTF-8 and say so here.",
    ),
    "language": Rule(
        lambda value, code: value.replace("_", "-") in ("", code),
        "bad-po",
        "the language is {value!r}, not {code!r} as in the file's name.",
        "Mend one of both.",
    ),
    "x-method": Rule(
        lambda value, code: value in ("", *METHODS),
        "bad-header",
        "X-Method is {value!r}.",
        f"Write one of {', '.join(METHODS)}, or leave it empty.",
    ),
    "x-checker": Rule(
        lambda value, code: not value or value.strip(" .?!<>()[]{}*-_").lower() not in NOBODY,
        "bad-header",
        "X-Checker is {value!r}, which names nobody.",
        "Write the name of the person who checked it, or leave it empty until then.",
    ),
    "x-review-date": Rule(
        _is_day,
        "bad-header",
        "X-Review-Date is {value!r}, which is no day up to today.",
        "Write the day of the review as YYYY-MM-DD, or leave it empty until then.",
    ),
}


def read_catalogue(workspace: Workspace, path: str, code: str) -> Catalogue:
    """Read a catalogue; raise PlainleafError with all its faults."""
    text = workspace.read_text(path)
    listed = entries(text)
    header = fields(listed)
    if faults := [
        *po_faults(text, listed, path),
        *_bad_header(header, path, code),
        *_of_another(header, workspace, path),
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
    return replace(found, remarks=remarks(findings))


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


def _bad_header(header: Sequence[Field], path: str, code: str) -> Iterator[Finding]:
    for name, value, line in header:
        rule = RULES.get(name)
        if rule and not rule.is_kept(value, code):
            message = rule.message.format(value=value[:40], code=code)
            yield Finding(path, line, rule.code, message, rule.hint)


def _of_another(header: Sequence[Field], workspace: Workspace, path: str) -> Iterator[Finding]:
    """Report a handout's catalogue that says it is of another one of the workspace."""
    folder = path.split("/")[-2]
    for name, value, line in header if path.startswith("handouts/") else ():
        named = PROJECT.fullmatch(value) if name == "project-id-version" else None
        if named and named[1] != folder and (workspace.root / "handouts" / named[1]).is_dir():
            message = f"is a translation of {named[1]!r}, not of {folder!r}."
            hint = "Move it to that handout, or mend Project-Id-Version."
            yield Finding(path, line, "another-handout", message, hint)


def _bad_text(translation: Translation, path: str) -> Iterator[Finding]:
    if not translation.text or translation.fuzzy:
        return
    checks = (_unprintable, _stray_signs, _placeholders)
    problems = [problem for check in checks for problem in check(translation, path)]
    for code, problem, hint in problems:
        message = f"the translation of {translation.source[:60]!r} {problem}."
        yield Finding(path, translation.line, code, message, hint)
    if not problems:
        yield from added_signs(translation, path, is_markdown=not path.startswith(STRINGS))


def _unprintable(translation: Translation, path: str) -> Iterator[Problem]:
    for fault in inline_faults(translation.text):
        hint = "Use words, **bold** and links, as in the source."
        yield "not-printable", f"holds {fault}", hint
    if "<" in translation.text and "<" not in translation.source:
        yield "markup", "holds markup", "Use words and **bold** only."


def _stray_signs(translation: Translation, path: str) -> Iterator[Problem]:
    """Report Markdown that the source has not and that would print as it stands."""
    text = translation.text
    block = BLOCK.match(text)
    if block and not _is_said(block[0], translation.source):
        hint = "Begin with a word; a backslash before its mark prints a number as it is: '1\\.'."
        yield "not-printable", f"begins with {block[0]!r}, which makes no list or heading", hint
        text = text[block.end() :]
    if left := _signs(text, path) - _signs(translation.source, path):
        signs = ", ".join(map(repr, left))
        hint = "Delete it; or close it, and leave no space or mark between it and the word."
        yield "not-printable", f"holds {signs}, which marks nothing and prints as it stands", hint


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


def _placeholders(translation: Translation, path: str) -> Iterator[Problem]:
    wanted = Counter(PLACEHOLDER.findall(translation.source))
    given = Counter(PLACEHOLDER.findall(translation.text))
    hint = "Keep each placeholder of the source as it is."
    if lost := ", ".join((wanted - given).elements()):
        yield "placeholders", f"lacks {lost}", hint
    if added := ", ".join((given - wanted).elements()):
        yield "placeholders", f"has {added[:200]}, which the source has not", hint
    if wanted == given and path.startswith(STRINGS) and "%" in PERCENT.sub("", translation.text):
        yield "placeholders", "holds a '%' that opens no placeholder", "Write '%%' to print one."
