"""Signs that mark nothing where they stand, and what programs leave."""

from plainleaf.errors import Severity
from plainleaf.text.markup.pattern import Pattern, sign_of

STRAY, WARNING = "stray-sign", Severity.WARNING
DELETE = "Delete it; to print the sign itself, put a backslash before it."
CLOSE = "Delete it; or close it, and leave no space or mark between it and the word."

STAR = Pattern(
    "star between figures",
    sign_of(r"[0-9]+\*{1,3}[0-9]+"),
    "a star between figures, which may mark words and vanish",
    "Write × instead, or put a backslash before it.",
    code=STRAY,
)
"""Looked for in the text as it is written: two such stars are not printed, and 2*500 is 2500."""

SIGNS: tuple[Pattern, ...] = (
    Pattern(
        "power",
        sign_of(r"[^\W_]{1,20}\s?\^\s?[-+(]?\d+"),
        "a power that is printed as it stands",
        "Write the small signs themselves: 10⁹.",
        weight=WARNING,
    ),
    Pattern(
        "shortcode",
        sign_of(r"(?<![\w:/]):[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:/])"),
        "the name of a little picture",
        "Delete it.",
    ),
    Pattern(
        "backslash",
        sign_of(r"\\[A-Za-z]+(?:\{[^{}\n]*\})?"),
        "a backslash that is printed as it stands",
        "Delete it.",
        code=STRAY,
    ),
    Pattern(
        "program's fault",
        sign_of(
            r"#(?:REF!|NAME\?|VALUE!|N/A\b|DIV/0!|NULL!|NUM!)"
            r"|Error! (?:Reference|Bookmark|Hyperlink)[^.\n]*\.?|\[object Object\]"
        ),
        "which a program wrote where it failed",
        "Write what is to stand there.",
        code=STRAY,
    ),
    Pattern(
        "wrong encoding",
        sign_of(r"â€[™œ\u009d“”˜¦¢]|Ã[©¡³±­º¶¼¤§¨ª]|Â[°±·¿¡]|ï»¿"),
        "letters that were read in a wrong encoding",
        "Write the letter that was meant, and save the file as UTF-8.",
        code=STRAY,
    ),
    Pattern(
        "heading",
        sign_of(r"#{2,}"),
        "which makes no heading here",
        "Write '## ' with a blank behind it at the beginning of a line, or delete it.",
    ),
    Pattern(
        "heading of one sign",
        sign_of(r"^#(?=[^\W\d_])"),
        "which makes no heading",
        "Write '## ' with a blank behind it, or delete it.",
        weight=WARNING,
    ),
    Pattern(
        "row of a table",
        sign_of(r"^\|.*\|[^\S\n]*$"),
        "a row of a table",
        "Write a list, an item a row: '- **Metformin:** 1 pill in the morning'.",
    ),
    Pattern(
        "definition",
        sign_of(r"^:[^\S\n]+(?=\S)"),
        "which makes no list of words with what they mean",
        "Write '- **word:** what it means'.",
    ),
    Pattern(
        "open mark",
        sign_of(r"\*{2,}|(?<!_)__(?!_)|(?<![\w_])_(?=[^\W_])|(?<=[^\W_])_(?![\w_])"),
        "which marks nothing and is printed as it stands",
        CLOSE,
        code=STRAY,
    ),
    Pattern(
        "open star",
        sign_of(r"(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|`"),
        "which marks nothing and is printed as it stands",
        CLOSE,
        code=STRAY,
        weight=WARNING,
    ),
    Pattern(
        "open brace",
        sign_of(r"[{}]"),
        "which is printed as it stands",
        DELETE,
        code=STRAY,
        weight=WARNING,
    ),
)
