"""Every unit of an edition is translated, from the text as it stands now."""

from collections.abc import Iterator, Sequence

from plainleaf.errors import Finding
from plainleaf.model import Catalogue, Edition, Library, Unit

UPDATE = (
    "Run 'plainleaf translate {} {}', then translate it from the text as it stands in handout.md."
)
ADD = "Run 'plainleaf translate {} {}', which adds it, and translate it."
FILL = "Write the translation in its msgstr."
AGREE = "Compare it with the text, mend it, and take 'fuzzy' out of the line above it."


def check_translations(library: Library, editions: Sequence[Edition]) -> Iterator[Finding]:
    """Report units that a catalogue lacks, marks as fuzzy, or has from an older text."""
    for handout, catalogue in library.translated(editions):
        name, code = handout.name, catalogue.language
        if not any(unit.id in catalogue.messages for unit in handout.units):
            message = f"translates nothing of the handout {name!r}."
            hint = f"Run 'plainleaf translate {name} {code}', or take the right file."
            yield Finding(catalogue.path, 1, "another-handout", message, hint)
        else:
            for unit in handout.units:
                if fault := _fault(unit, catalogue):
                    found = catalogue.messages.get(unit.id)
                    line, (message, hint) = found.line if found else None, fault
                    hint = hint.format(name, code)
                    yield Finding(catalogue.path, line, "translations", message, hint)


def _fault(unit: Unit, catalogue: Catalogue) -> tuple[str, str] | None:
    """Return what is wrong with a translation, and what to do; None where nothing is."""
    found = catalogue.messages.get(unit.id)
    shown = f"{unit.id!r} ({unit.text[:40]!r}…)"
    if found is None:
        return f"{shown} is not translated.", ADD
    if found.source != unit.text:
        return f"the translation of {shown} is of an older text.", UPDATE
    if not found.text:
        return f"{shown} is not translated.", FILL
    if found.fuzzy:
        return f"the translation of {shown} is marked fuzzy.", AGREE
    return None
