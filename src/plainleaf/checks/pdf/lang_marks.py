"""Whether a screen reader is told where another language begins."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from plainleaf.checks.pdf.compare import first_words, folded, holds
from plainleaf.errors import Fault
from plainleaf.model import Element, Facts, Promise


def check_lang_marks(facts: Facts, promise: Promise | None) -> Iterator[Fault]:
    """Report each text in another language that no element of that language holds."""
    marked = _foreign_texts(facts.elements)
    for text, language in promise.foreign if promise else ():
        if not holds(marked.get(language.casefold(), ""), text):
            message = f"{first_words(text)!r} is not marked as {language!r}."
            hint = f'Put it in an element with lang="{language}", outside of margin boxes.'
            yield Fault("pdf-lang-marks", message, hint)


def _foreign_texts(elements: tuple[Element, ...]) -> Mapping[str, str]:
    """Return the folded text of the elements that change the language, by language.

    To them come the words of all pictures, which no text holds.

    A text that runs over two pages stands in two elements, hence they are joined.
    """
    texts: dict[str, str] = defaultdict(str)
    for element in elements:
        if element.language != element.around:
            texts[element.language.casefold()] += folded(element.text)
        texts[element.language.casefold()] += folded(element.alt)
    return texts
