"""Survey + choice → [Imprint]: which editions, carrying which brands."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from plainleaf.errors import Finding, PlainleafError, Severity, nearest
from plainleaf.model import LAYOUTS, Choice, Edition, Imprint, layouts_of, sizes_of
from plainleaf.workspace.settings import AXES, Settings
from plainleaf.workspace.survey import Survey

PAIR = 2
"""Languages that one sheet carries at most."""

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


def without_effect(choices: Sequence[Choice], imprints: Sequence[Imprint]) -> Iterable[Finding]:
    """Return a warning for what is asked for and changes nothing."""
    alone = {
        imprint.edition.languages[0]: None
        for imprint in imprints
        if len(imprint.edition.languages) < PAIR
    }
    if alone and any(choice.layouts for choice in choices):
        message = f"--layout has no effect on {', '.join(alone)}: a layout sets two languages."
        hint = "Name a pair, as in -l en+es, or leave it out."
        yield Finding("choice", None, "no-effect", message, hint, Severity.WARNING)


def kit(settings: Settings, name: str) -> tuple[Choice, ...]:
    """Return the choices of a kit; raise PlainleafError for one that is not there."""
    if name in settings.kits:
        return settings.kits[name]
    hint = nearest(name, settings.kits)
    raise PlainleafError(
        Finding("plainleaf.toml", None, "unknown-kit", f"no kit is named {name!r}.", hint)
    )


def _with_defaults(choice: Choice, defaults: Choice, survey: Survey) -> Choice:
    both = Choice(**{axis: getattr(choice, axis) or getattr(defaults, axis) for axis in AXES})
    brands = survey.brands if ALL in both.brands else both.brands
    return replace(both, handouts=both.handouts or survey.handouts, brands=brands)


def _unknown(choice: Choice, survey: Survey) -> Iterable[Finding]:
    axes = {
        "handout": (choice.handouts, survey.handouts),
        "audience": (choice.audiences, survey.audiences),
        "size": (choice.sizes, survey.sizes),
        "format": (choice.formats, survey.formats),
        "paper": (choice.papers, survey.papers),
        "brand": (choice.brands, survey.brands),
        "layout": (choice.layouts, LAYOUTS),
    }
    for axis, (names, known) in axes.items():
        for name in names:
            if name not in known:
                yield _no_such(axis, name, known)
    for handout, languages in product(choice.handouts, choice.languages):
        known = survey.languages.get(handout, ())
        codes = languages.split("+")
        is_set = "" not in codes and len(codes) == len(set(codes)) <= PAIR
        for code in codes if known and is_set else ():
            if code not in known:
                finding = _no_such("language", code, known, f"handouts/{handout}")
                yield replace(finding, hint=_meant(code, known) or finding.hint)
        if not is_set:
            message = f"{languages!r} is no pair: a sheet carries one language, or two of them."
            hint = "Name two, the leading one first: -l en+es."
            yield Finding(f"handouts/{handout}", None, "language-pair", message, hint)
    yield from _refused_layouts(choice, survey)
    yield from _refused_sizes(choice, survey)


def _refused_layouts(choice: Choice, survey: Survey) -> Iterable[Finding]:
    if not any("+" in languages for languages in choice.languages):
        return
    for page_format, size, layout in product(choice.formats, choice.sizes, choice.layouts):
        allowed = layouts_of(page_format, size)
        is_known = page_format in survey.formats and size in survey.sizes and layout in LAYOUTS
        if is_known and layout not in allowed:
            message = f"a {page_format} at size {size!r} has no room for the layout {layout!r}."
            hint = f"Use {' or '.join(map(repr, allowed))}."
            yield Finding("choice", None, "layout", message, hint)


def _refused_sizes(choice: Choice, survey: Survey) -> Iterable[Finding]:
    for page_format, size in product(choice.formats, choice.sizes):
        allowed = sizes_of(page_format, survey.sizes)
        if size in survey.sizes and size not in allowed:
            message = f"a {page_format} is too narrow for size {size!r}: its lines hold few words."
            hint = (
                f"Use -s {' or '.join(allowed)}, or a booklet, which takes any size: -f booklet."
            )
            yield Finding("choice", None, "narrow", message, hint)


def _no_such(axis: str, name: str, known: Iterable[str], path: str = "choice") -> Finding:
    shown = name if len(name) <= 80 else f"{name[:77]}..."
    message = f"no {axis} is named {shown!r}."
    return Finding(path, None, f"unknown-{axis}", message, nearest(name, known))


def _meant(name: str, known: Iterable[str]) -> str:
    """Return a hint with the code of a language that is named in words, or in other letters."""
    from plainleaf.text.meant import meant  # loads Babel: only when a name is wrong

    code = meant(name, known)
    return f"Did you mean {code!r}?" if code else ""


def _combinations(choice: Choice) -> Iterable[Imprint]:
    axes = (choice.handouts, choice.languages, choice.audiences, choice.sizes, choice.formats)
    for brand, paper in product(choice.brands, choice.papers):
        for handout, languages, audience, size, page_format in product(*axes):
            codes = tuple(languages.split("+"))
            usual = layouts_of(page_format, size)[:1]
            layouts = (choice.layouts or usual) if len(codes) == PAIR else ("",)
            for layout in layouts:
                yield Imprint(
                    brand, Edition(handout, codes, audience, size, page_format, paper, layout)
                )
