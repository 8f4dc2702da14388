"""A catalogue as it was → its header now: a new one, or the old with what is still true."""

import re

from babel.messages.plurals import get_plural

from plainleaf.load.po import HEADER
from plainleaf.model import Language
from plainleaf.text.locales import find_locale
from plainleaf.workspace.clock import today

REVIEW_ROW = re.compile(r'^\s*"(X-Checker|X-Review-Date): *[^\s\\].*\n', re.MULTILINE)
PROJECT_ROW = re.compile(r'^\s*"Project-Id-Version:.*\n', re.MULTILINE)
EMPTY_ROW = re.compile(r'^msgstr\s+""[^\S\n]*\n', re.MULTILINE)

PLURAL = "nplurals=2; plural=(n != 1);"
"""For a language whose plurals the CLDR does not know; no text here has any."""

NEW_HEADER = """# {name}.
msgid ""
msgstr ""
"Project-Id-Version: {project}\\n"
"Language: {code}\\n"
"PO-Revision-Date: {today} 00:00+0000\\n"
"Last-Translator: \\n"
"Language-Team: {name}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"
"X-Method: \\n"
"X-Checker: \\n"
"X-Review-Date: \\n"
"""


def is_reviewed(text: str) -> bool:
    """Whether a catalogue says that somebody reviewed it."""
    return REVIEW_ROW.search(text) is not None


def header_of(
    text: str, language: Language, project: str, *, was_reviewed: bool, is_whole: bool
) -> str:
    """Return the header as it was, but for what is no longer true.

    A review was of the texts before; a catalogue that is whole is of the present version.
    """
    found = HEADER.search(text + "\n")
    if not found:
        locale = find_locale(language.code)
        return NEW_HEADER.format(
            name=language.english_name,
            project=project,
            code=language.code,
            plural=get_plural(locale).plural_forms if locale else PLURAL,
            today=today().isoformat(),
        )
    header = text[: found.end()].rstrip("\n") + "\n"
    if was_reviewed:
        header = REVIEW_ROW.sub(r'"\1: \\n"\n', header)
    if not is_whole:
        return header
    named = f'"Project-Id-Version: {project}\\n"\n'
    if not PROJECT_ROW.search(header):
        return EMPTY_ROW.sub(lambda row: row[0] + named, header, count=1)
    return PROJECT_ROW.sub(lambda row: named, header)
