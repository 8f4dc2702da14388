"""A gettext catalogue → Catalogue, or every fault in it.

Babel accepts unterminated strings, duplicates and endless plural forms, so the text is
looked over before it is parsed. It forgets header fields of our own, so we read those.
"""

import re
from collections.abc import Iterator, Mapping
from io import StringIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from plainleaf.errors import Finding, PlainleafError
from plainleaf.languages import find_locale
from plainleaf.markdown import inline_faults, inline_text
from plainleaf.model import Catalogue, Translation
from plainleaf.workspace import Workspace

LINE = re.compile(
    r'\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*"\s*)?'
)
PLURALS = re.compile(r"nplurals=[1-6];\s*plural=[n\d\s()%<>=!&|?:]{1,200};?")
HEADER = re.compile(r'^msgid\s+""\s*\nmsgstr\s+((?:"[^\n]*"[^\S\n]*\n)+)', re.MULTILINE)
ENTRY = re.compile(r'^(?:msgctxt ("[^\n]*")\n)?msgid ("[^\n]*"(?:\n"[^\n]*")*)', re.MULTILINE)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{[^{}]*\}")
FORMATTED = "templates/strings/"
"""Where texts are formatted by the templates, so that a bare '%' would fail there."""

PROJECT = re.compile(r"([a-z0-9-]+) \S+")
"""A handout and its version, as `plainleaf translate` writes them."""

PERCENT = re.compile(r"%%|%\(\w+\)s")


def read_catalogue(workspace: Workspace, path: str, code: str) -> Catalogue:
    """Read a catalogue; raise PlainleafError with all its faults."""
    text = workspace.read_text(path)
    if faults := [
        *_broken_lines(text, path),
        *_bad_header(text, path, code),
        *_repeated(text, path),
        *_of_another(text, path),
    ]:
        raise PlainleafError(*faults)
    try:
        catalog = read_po(StringIO(text), locale=find_locale(code), abort_invalid=True)
    except (PoFileError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0) + 1
        message = f"is not a catalogue: {str(error)[:120]}."
        raise PlainleafError(Finding(path, line, "bad-po", message, "Mend the line.")) from None
    found = _catalogue(catalog, path, code, _header(text))
    if faults := [fault for t in found.messages.values() for fault in _bad_text(t, path)]:
        raise PlainleafError(*faults)
    return found


def _catalogue(catalog: Catalog, path: str, code: str, header: Mapping[str, str]) -> Catalogue:
    return Catalogue(
        language=code,
        path=path,
        messages={_key(message): _translation(message) for message in catalog if message.id},
        method=header.get("x-method", ""),
        checker=header.get("x-checker", ""),
        review_date=header.get("x-review-date", ""),
        project=header.get("project-id-version", ""),
    )


def _key(message: Message) -> str:
    return str(message.context or message.id)


def _translation(message: Message) -> Translation:
    return Translation(
        source=str(message.id),
        text=str(message.string or "").strip(),
        fuzzy=message.fuzzy,
        line=message.lineno or 1,
    )


def _broken_lines(text: str, path: str) -> Iterator[Finding]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not LINE.fullmatch(line):
            message = "is not a line of a catalogue."
            hint = 'Begin it with msgid, msgstr or #, and close its quotes: "…".'
            yield Finding(path, number, "bad-po", message, hint)


def _header(text: str) -> Mapping[str, str]:
    """Return the fields of the header by their names in small letters."""
    found = HEADER.search(text + "\n")
    rows = "".join(re.findall('"(.*)"', found[1])).split("\\n") if found else ()
    fields = (row.partition(":") for row in rows)
    return {name.strip().lower(): value.strip() for name, _, value in fields}


def _bad_header(text: str, path: str, code: str) -> Iterator[Finding]:
    header = _header(text)
    if not PLURALS.fullmatch(header.get("plural-forms", "nplurals=1; plural=0")):
        message, hint = "Plural-Forms is not one we can read.", "Take it from msginit."
        yield Finding(path, _line_of(text, "plural-forms"), "bad-po", message, hint)
    if not header.get("content-type", "charset=utf-8").lower().endswith("charset=utf-8"):
        message, hint = "the charset is not UTF-8.", "Save it as UTF-8 and say so here."
        yield Finding(path, _line_of(text, "content-type"), "bad-po", message, hint)
    if (named := header.get("language", "").replace("_", "-")) not in ("", code):
        message = f"the language is {named[:20]!r}, not {code!r} as in the file's name."
        yield Finding(path, _line_of(text, '"language:'), "bad-po", message, "Mend one of both.")


def _of_another(text: str, path: str) -> Iterator[Finding]:
    """Report a handout's catalogue that says it is of another one."""
    named = PROJECT.fullmatch(_header(text).get("project-id-version", ""))
    folder = path.split("/")[-2]
    if path.startswith("handouts/") and named and named[1] not in (folder, "plainleaf"):
        message = f"is a translation of {named[1]!r}, not of {folder!r}."
        hint = "Move it to that handout, or mend Project-Id-Version."
        yield Finding(path, _line_of(text, "project-id-version"), "another-handout", message, hint)


def _line_of(text: str, field: str) -> int:
    return text.count("\n", 0, max(text.lower().find(field), 0)) + 1


def _repeated(text: str, path: str) -> Iterator[Finding]:
    first: dict[tuple[str, str], int] = {}
    for found in ENTRY.finditer(text):
        key = (found[1] or "", "".join(found[2].split('"\n"')))
        line = text.count("\n", 0, found.start()) + 1
        if key in first:
            message = f"the message is already in line {first[key]}."
            yield Finding(path, line, "equal-messages", message, "Delete one of both.")
        first.setdefault(key, line)


def _bad_text(translation: Translation, path: str) -> Iterator[Finding]:
    shown = translation.source[:60]
    if not translation.text or translation.fuzzy:
        return
    for fault in inline_faults(translation.text):
        message = f"the translation of {shown!r} holds {fault}."
        hint = "Use words, **bold** and links, as in the source."
        yield Finding(path, translation.line, "not-printable", message, hint)
    if "**" in inline_text(translation.text) and "**" not in inline_text(translation.source):
        message = f"the translation of {shown!r} holds '**' that makes nothing bold."
        hint = "Close it, and leave no space or mark between it and the word."
        yield Finding(path, translation.line, "not-printable", message, hint)
    wanted = sorted(PLACEHOLDER.findall(translation.source))
    given = sorted(PLACEHOLDER.findall(translation.text))
    if wanted != given:
        message = f"the translation of {shown!r} has placeholders {given}, not {wanted}."
        hint = "Keep each placeholder of the source as it is."
        yield Finding(path, translation.line, "placeholders", message, hint)
    elif path.startswith(FORMATTED) and "%" in PERCENT.sub("", translation.text):
        message = f"the translation of {shown!r} holds a '%' that opens no placeholder."
        yield Finding(path, translation.line, "placeholders", message, "Write '%%' to print one.")
    if "<" in translation.text and "<" not in translation.source:
        message = f"the translation of {shown!r} holds markup."
        yield Finding(path, translation.line, "markup", message, "Use words and **bold** only.")
