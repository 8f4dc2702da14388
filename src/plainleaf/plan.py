"""Survey + choice → [Imprint]: which editions, carrying which brands."""

from collections.abc import Iterable, Sequence
from itertools import product

from plainleaf.errors import Finding, PlainleafError, nearest
from plainleaf.model import Choice, Edition, Imprint
from plainleaf.settings import Settings
from plainleaf.survey import Survey

ALL = "all"
"""As a brand: every brand there is."""


def plan(survey: Survey, settings: Settings, choices: Sequence[Choice]) -> tuple[Imprint, ...]:
    """Return the imprints that the choices name, each once, in a stable order.

    Raises PlainleafError with every name that is not known.
    """
    findings: list[Finding] = []
    imprints: dict[Imprint, None] = {}
    for choice in choices:
        chosen = _with_defaults(choice, settings.defaults, survey)
        findings += _unknown(chosen, survey)
        for imprint in _combinations(chosen):
            imprints[imprint] = None
    if not findings and not imprints:
        hint = "Begin a handout: plainleaf new handout NAME."
        findings.append(Finding("choice", None, "nothing", "there is nothing to build.", hint))
    if findings:
        raise PlainleafError(*dict.fromkeys(findings))
    return tuple(imprints)


def kit(settings: Settings, name: str) -> tuple[Choice, ...]:
    """Return the choices of a kit; raise PlainleafError for one that is not there."""
    if name in settings.kits:
        return settings.kits[name]
    hint = nearest(name, settings.kits)
    raise PlainleafError(
        Finding("plainleaf.toml", None, "unknown-kit", f"no kit is named {name!r}.", hint)
    )


def _with_defaults(choice: Choice, defaults: Choice, survey: Survey) -> Choice:
    brands = choice.brands or defaults.brands
    return Choice(
        handouts=choice.handouts or defaults.handouts or survey.handouts,
        languages=choice.languages or defaults.languages,
        audiences=choice.audiences or defaults.audiences,
        sizes=choice.sizes or defaults.sizes,
        formats=choice.formats or defaults.formats,
        papers=choice.papers or defaults.papers,
        brands=survey.brands if ALL in brands else brands,
    )


def _unknown(choice: Choice, survey: Survey) -> Iterable[Finding]:
    axes = {
        "handout": (choice.handouts, survey.handouts),
        "audience": (choice.audiences, survey.audiences),
        "size": (choice.sizes, survey.sizes),
        "format": (choice.formats, survey.formats),
        "paper": (choice.papers, survey.papers),
        "brand": (choice.brands, survey.brands),
    }
    for axis, (names, known) in axes.items():
        for name in names:
            if name not in known:
                yield _no_such(axis, name, known)
    for handout, language in product(choice.handouts, choice.languages):
        known = survey.languages.get(handout, ())
        if known and "+" in language:
            message = f"two languages on one sheet ({language!r}) are not built yet."
            hint = "Build each language by itself."
            yield Finding(f"handouts/{handout}", None, "language-pair", message, hint)
        elif known and language not in known:
            yield _no_such("language", language, known, f"handouts/{handout}")


def _no_such(axis: str, name: str, known: Iterable[str], path: str = "choice") -> Finding:
    shown = name if len(name) <= 80 else f"{name[:77]}..."
    message = f"no {axis} is named {shown!r}."
    return Finding(path, None, f"unknown-{axis}", message, nearest(name, known))


def _combinations(choice: Choice) -> Iterable[Imprint]:
    axes = (choice.handouts, choice.languages, choice.audiences, choice.sizes, choice.formats)
    for brand, paper in product(choice.brands, choice.papers):
        for handout, language, audience, size, page_format in product(*axes):
            languages = tuple(language.split("+"))
            yield Imprint(brand, Edition(handout, languages, audience, size, page_format, paper))
