"""Signs of HTML and of other kinds of Markdown."""

from html.entities import html5

from plainleaf.errors import Severity
from plainleaf.text.markup.pattern import MASK, Pattern, sign_of

NAMED = "|".join(sorted(name for name in html5 if not name.endswith(";")))
"""Signs whose HTML names some readers of HTML take without a semicolon."""

LINK = "Write [words](https://…): no blank behind ']', no curly quotes in the brackets."

FOREIGN: tuple[Pattern, ...] = (
    Pattern(
        "comment",
        sign_of(r"<!--[\s\S]*?(?:-->|\Z)"),
        "a comment that would be printed",
        "Delete it; in the text of a handout close it with '-->'.",
    ),
    Pattern(
        "attributes",
        sign_of(r"(?<!\{)\{\s?:?\s?[.#][\w#.: =-]*\}(?!\})"),
        "a class or an id, which only a heading may have",
        "Delete it.",
    ),
    Pattern(
        "formula",
        sign_of(
            r"\$\$[^$\n]*\$\$|\$[^$\n]{0,80}[\\^][^$\n]{0,80}\$"
            r"|(?<![\w$])\$(?:\s?\{|(?=[A-Za-z\\]))[^$\n]{0,80}?[^\s$]\s?\$(?!\w)"
        ),
        "a formula",
        "Write it in words.",
    ),
    Pattern(
        "line break",
        sign_of(r"<br\s?/?>", any_case=True),
        "a tag of HTML",
        "End the line with a backslash and begin a new one.",
    ),
    Pattern(
        "break at the end",
        sign_of(r"\\\Z"),
        "which breaks no line at the end of a text",
        "Delete the backslash there.",
    ),
    Pattern(
        "raised or lowered",
        sign_of(r"</?su[bp]>", any_case=True),
        "a tag of HTML",
        "Write the small signs themselves: CO₂, 10⁹.",
    ),
    Pattern(
        "bold tag",
        sign_of(r"</?(?:b|strong|i|em|u)>", any_case=True),
        "a tag of HTML",
        "Write **bold** instead.",
    ),
    Pattern(
        "tag",
        sign_of(r"(?<!<)</?[A-Za-z][\w.:-]*(?:\s[^<>\n]{0,200}?[^<>\s])?\s?/?>(?!>)"),
        "a tag of HTML or a place to be filled in",
        "Delete it, or write what is to stand there.",
    ),
    Pattern(
        "address in angles",
        sign_of(rf"<{MASK}+>?"),
        "an address in signs that are printed",
        "Write [words](https://…), or <https://…> in full.",
        weight=Severity.WARNING,
    ),
    Pattern(
        "entity",
        sign_of(
            r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});"
            rf"|&(?:apos|[mn]dash|hellip|[lr]s?d?quo|bull|trade|{NAMED})\b"
        ),
        "the HTML name of a sign, which is printed as it stands",
        "Write the sign itself.",
    ),
    Pattern(
        "footnote",
        sign_of(r"\[\^[^\]\n]{1,40}\]:?|\^\[[^\]\n]*\]"),
        "a footnote",
        "Put the note into the text, and its source into the field 'sources'.",
    ),
    Pattern(
        "box",
        sign_of(r"(?<!\])\[[ \u00a0x✓✔]?\](?![(\[])|^\[X\](?![(\[])|^\([ \u00a0]{1,3}\)(?=\s)"),
        "a box to tick",
        "Leave it out: '::: questions' prints boxes before its items by itself.",
    ),
    Pattern(
        "note box",
        sign_of(r"\[!\w+\]|^!{3}\s?\w+|^\.\. \w+::"),
        "which frames a text elsewhere",
        "Write '::: key-points', the text and ':::', each with a blank line between.",
    ),
    Pattern(
        "link's target",
        sign_of(rf"^\[[^\]\n]+\]:\s*[<{MASK}#/]\S*"),
        "where a link leads, apart from it",
        "Write it at its words: [words](https://…).",
    ),
    Pattern(
        "wiki link",
        sign_of(r"\[\[[^\[\]\n]+\]\]"),
        "a link of another kind",
        LINK,
    ),
    Pattern(
        "link by name",
        sign_of(r"\[(?![\d\s,–-]*\])[^\[\]\n]{1,200}\]\[[^\[\]\n]{0,200}\]"),
        "a link whose target stands elsewhere",
        "Write it at its words: [words](https://…).",
    ),
    Pattern(
        "broken link",
        sign_of(rf"(?:\[[^\[\]\n]{{0,200}})?\](?:\(|\s\((?=[{MASK}#]))[^()\n]{{0,200}}\)?"),
        "a link that is none",
        LINK,
    ),
    Pattern(
        "forum tag",
        sign_of(r"\[/?(?:b|i|u|s|url|img|center|quote)(?:=[^\]\n]*)?\]", any_case=True),
        "a tag of a forum",
        "Write **bold** instead, or delete it.",
    ),
    Pattern(
        "struck or marked",
        sign_of(r"~~[^~\n]*~~|~~|==[^=\n]+==|\|\|[^|\n]+\|\||\+\+[^+\n]+\+\+"),
        "signs around words that are printed as they stand",
        "Take them away, and the words too where they are struck out; **bold** marks words.",
    ),
    Pattern(
        "raised or lowered signs",
        sign_of(r"\^[^\s^]{1,20}\^|(?<=[\w)])~[^\s~]{1,10}~(?![\d~])"),
        "signs around words that are printed as they stand",
        "Write the small signs themselves: CO₂, 10⁹.",
    ),
)
