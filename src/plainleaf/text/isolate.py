"""Right-to-left text → where its figures and Latin words are isolated to keep their order."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from plainleaf.text.addresses import ORDERED
from plainleaf.text.bidi import RTL
from plainleaf.text.controls import FSI, LRI, LRM, PDI, RLI
from plainleaf.text.joined import COUNTED, SMALL, Stretch, is_alone, joined, merged, together
from plainleaf.text.marked import Marked, figures_in
from plainleaf.text.numbers import in_ascii

MASK = "\0"
LEFT_ISOLATE = re.compile(f"{LRI}[^{LRI}{RLI}{FSI}{PDI}]*{PDI}")
NAME_ISOLATE = re.compile(f"{FSI}([^{LRI}{RLI}{FSI}{PDI}]*){PDI}")
TURNED = re.compile(f"([{RLI}{FSI}])([^{LRI}{RLI}{FSI}{PDI}]*){PDI}")
ISOLATES = re.compile(f"[{LRI}{RLI}{FSI}{PDI}]")

ARABIC_DIGIT = re.compile("[\u0660-\u0669]")
APART = re.compile(f"[^\u0660-\u0669\u066b\u066c{LRI}{PDI}]+")
"""What stands between Arabic-Indic digits: there it is read from the right, even in an isolate."""

LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
SIGN = rf"[{LATIN}{SMALL}0-9]"
CHARGED = rf"(?:[A-Z]{SIGN}{{1,3}}|(?<={RTL.pattern}[ \u00a0])[ABO])[-−](?=[\s.,;:!?)،؛؟»]|$)"
"""What ends with a minus of its own, as Rh- and Cl-; a letter at the beginning is a label."""

WORD = rf"(?:(?:[{LATIN}]\.){{2,8}}|{CHARGED}|{SIGN}+(?:[.'’&/+-]{SIGN}+)*[+®™]{{0,2}})"
WORDS = re.compile(
    rf"(?<!{SIGN})(?=[0-9'’&/+-]{{0,20}}[{LATIN}]){WORD}"
    rf"(?:[.,]? (?:[0-9]+ )?(?=[0-9-]{{0,20}}[{LATIN}]){WORD}| \({WORD}(?: {WORD})*\))*"
)
"""Latin words: they begin and end with a word that holds a letter, or with a bracket of theirs."""

LETTER = re.compile(f"[{LATIN}]")
NAMED = re.compile(f"[{LATIN})][+®™]{{0,2}}$")
PRODUCT = re.compile("[0-9]+([xX])[0-9]+")
BESIDE = re.compile(rf"\d\s?[{LATIN}]|[{LATIN}]\s?\d")
"""A number beside a letter."""

EQUAL = re.compile(r"\s=\s\d")
SHORT = re.compile(f"(?<![{LATIN}])[{LATIN}]{{1,4}}$")
"""What a full stop may shorten, as in Tel. or No., before a figure."""

NUMBERED = re.compile(rf"(?<!{SIGN})(?:Apt|Ext|Fax|Fig|No|Nos|Nr|Rm|Ste|Tel|Vol)$", re.IGNORECASE)
"""What is shortened before its number: no word behind counts that."""

SPACES = (" ", "\u00a0")
EQUALS = (" = ", "\u00a0=\u00a0")
BRACKET = ("(", " (", "\u00a0(")

HALF = re.compile("[1-9]/[2-9]")
"""A fraction, which may count what is behind it as a number does."""

COUNTS = re.compile(rf"{RTL.pattern}\s$")


def ordered(text: str, found: Marked) -> list[Stretch]:
    """Return what is isolated of a right-to-left text whose figures were found.

    All of a text without a letter of its script is.
    """
    if not RTL.search(text) and not ISOLATES.search(text):
        words = text.strip()
        start = text.find(words)
        needs_it = any(map(str.isalnum, words)) and not is_alone(words)
        return [Stretch(start, start + len(words))] if needs_it else []
    plain = in_ascii(_masked(text))
    seen = (each for each in sum(found, ()) if MASK not in plain[slice(*each)])
    addresses = (Stretch(*found.span()) for found in ORDERED.finditer(plain))
    stretches = merged([*joined(plain, seen), *_words(plain), *addresses])
    end_of = partial(_end_together, plain)  # of a name and its dose, or a bracket
    return [
        each
        for each in together(together(stretches, end_of), end_of)
        if not is_alone(text[slice(*each)])
    ]


def turned(text: str) -> Iterator[Stretch]:
    """Yield what is to be isolated within parts of a text that are read from the right."""
    for part in TURNED.finditer(text):
        letter = next(filter(str.isalpha, part[2]), "")
        if RTL.match(letter) or part[1] == RLI:
            for start, end in ordered(part[2], figures_in(part[2])):
                yield Stretch(part.start(2) + start, part.start(2) + end)


def has_right_to_left(text: str) -> bool:
    """Whether a text holds letters that are read from the right."""
    return RTL.search(text) is not None


def isolate_whole(text: str) -> str:
    """Return a left-to-right text that keeps its order within any other."""
    return LRI + with_marks(text) + PDI


def isolate_name(text: str) -> str:
    """Return a text that keeps its order within any other; its first letter says which."""
    return FSI + text + PDI


def with_marks(text: str) -> str:
    """Return a left-to-right text whose Arabic-Indic digits and signs keep their order.

    The signs between such digits would be read from the right, and turn them round.
    """
    places = Counter(marks(text))
    return "".join(LRM * places[n] + sign for n, sign in enumerate(text)) if places else text


def marks(text: str) -> tuple[int, ...]:
    """Return the places in a left-to-right text that a mark stands before."""
    if not ARABIC_DIGIT.search(text):
        return ()
    inner = (found.span() for found in APART.finditer(text))
    return tuple(place for span in inner for place in span if 0 < place < len(text))


def marks_within(text: str) -> Iterator[int]:
    """Yield the same places within what a text isolates itself."""
    for part in LEFT_ISOLATE.finditer(text):
        yield from (part.start() + place for place in marks(part[0]))


def _masked(text: str) -> str:
    """Return a text without what is isolated in it, of the same length; names are looked into."""
    text = LEFT_ISOLATE.sub(lambda found: MASK * len(found[0]), text)
    return NAME_ISOLATE.sub(
        lambda found: found[0] if RTL.search(found[1]) else MASK * len(found[0]), text
    )


def _words(text: str) -> Iterator[Stretch]:
    """Yield Latin words; a letter alone needs nothing, unless a number is beside it."""
    for words in WORDS.finditer(text):
        start, end = words.span()
        if (product := PRODUCT.fullmatch(words[0])) and COUNTED.match(text, end):
            yield Stretch(start + product.start(1), start + product.end(1))
        elif (
            end - start > 1
            or BESIDE.search(text, max(start - 2, 0), end + 2)
            or EQUAL.match(text, end)
        ):
            yield Stretch(start, end)


def _end_together(text: str, left: Stretch, right: Stretch) -> int:
    """Return where two stretches end that belong together, or 0.

    A number that a right-to-left word is beside may be that word's: it stays on its side.
    """
    gap = text[left.end : right.start]
    if _counts(text, left) and COUNTS.search(text, max(left.start - 2, 0), left.start):
        return 0
    if gap in BRACKET and text[right.end : right.end + 1] == ")":
        return right.end + 1
    if _is_equal(text, left, gap, right) or _is_numbered(text, left, gap):
        return right.end
    is_free = not (_counts(text, right) and COUNTED.match(text, right.end))
    is_named = LETTER.search(text, *right) or NAMED.search(text, *left)
    is_short = gap == ". " and SHORT.search(text, *left)
    is_listed = gap == ", " and LETTER.search(text, *left) and LETTER.search(text, *right)
    is_near = gap in SPACES or is_short or is_listed
    return right.end if is_near and is_free and is_named else 0


def _is_equal(text: str, left: Stretch, gap: str, right: Stretch) -> bool:
    """Whether two stretches are those of an equation, at least one of them with a letter."""
    return gap in EQUALS and any(LETTER.search(text, *each) for each in (left, right))


def _is_numbered(text: str, left: Stretch, gap: str) -> bool:
    """Whether a stretch ends with what is before its number, as in No. 5."""
    return gap in (" ", ". ", "\u00a0", ".\u00a0") and bool(NUMBERED.search(text, *left))


def _counts(text: str, stretch: Stretch) -> bool:
    """Whether a stretch is a number that may count what is beside it."""
    figure = in_ascii(text[slice(*stretch)])
    return is_alone(figure) or HALF.fullmatch(figure) is not None
