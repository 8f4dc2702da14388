"""Write templates/strings/en.po: every fixed word of templates, slots and styles, once."""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import escape
from jinja2.ext import babel_extract

from plainleaf.brand.fill import FIXED
from plainleaf.model import audience_words

ROOT = Path(__file__).parents[1]
HEADER = """# The fixed words of the templates in English, the list of all keys: see `make words`.
msgid ""
msgstr ""
"Project-Id-Version: plainleaf\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def words() -> Iterator[str]:
    for template in sorted((ROOT / "templates").rglob("*.html")):
        with template.open("rb") as file:
            for _, _, message, _ in babel_extract(file, ("_",), [], {"trim_blocks": "true"}):
                word = message[0] if isinstance(message, tuple) else message  # with placeholders
                if word:
                    yield word
    yield from FIXED
    # An audience is named by its style.
    for style in sorted((ROOT / "styles/audiences").glob("*.css")):
        yield audience_words(style.stem)


def catalogue() -> str:
    quoted = map(escape, dict.fromkeys(words()))
    entries = (f"\nmsgid {word}\nmsgstr {word}\n" for word in quoted)
    return HEADER + "".join(entries)


if __name__ == "__main__":
    (ROOT / "templates/strings/en.po").write_text(catalogue(), encoding="utf-8")
