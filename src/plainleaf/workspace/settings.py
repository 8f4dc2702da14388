"""plainleaf.toml → Settings: the workspace's defaults, kits and limits."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from dataclasses import fields as fields_of

from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import LANGUAGE_CODE, PLAIN, Choice, Limits, Names
from plainleaf.text.quotes import CURLY
from plainleaf.workspace import Workspace
from plainleaf.workspace.fields import Fields

PATH = "plainleaf.toml"
AXES = tuple(axis.name for axis in fields_of(Choice))
FREE = ("handouts", "layouts")
"""Axes that may name nothing: all handouts are meant, or what suits the size."""

LONGEST_NAME = 60  # of a language

FALLBACK = Choice(
    languages=("en",),
    audiences=("patient",),
    sizes=("standard",),
    formats=("sheet",),
    papers=("letter",),
    brands=(PLAIN,),
)


@dataclass(frozen=True)
class Settings:
    """What plainleaf.toml says."""

    source_language: str = "en"
    defaults: Choice = FALLBACK
    kits: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    fonts: tuple[str, ...] = ()  # further folders
    languages: Mapping[str, Names] = field(default_factory=dict)  # what the CLDR does not name


def read_settings(workspace: Workspace) -> Settings:
    """Read plainleaf.toml; raise PlainleafError with every fault found."""
    findings: list[Finding] = []
    fields = Fields(PATH, _parse(workspace.read_text(PATH, may_be_empty=True)), findings)
    kits = fields.within("kits")
    settings = Settings(
        source_language=fields.text("source-language", "en"),
        defaults=_defaults(fields.within("defaults")),
        kits={name: tuple(_choice(t, Choice()) for t in kits.tables(name)) for name in kits.table},
        limits=_limits(fields.within("limits")),
        fonts=tuple(str(workspace.root / folder) for folder in fields.texts("fonts", ())),
        languages=_languages(fields.within("languages")),
    )
    fields.close()
    if findings:
        raise PlainleafError(*findings)
    return settings


def _parse(text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        cause = "nested too deep" if isinstance(error, RecursionError) else str(error)
        hint = "Mend that line."
        if any(quote in text for quote in CURLY):
            hint += ' Quotes must be straight: "…".'
        finding = Finding(PATH, None, "bad-toml", f"is not TOML: {cause}.", hint)
        raise PlainleafError(finding) from None


def _defaults(fields: Fields) -> Choice:
    choice = _choice(fields, FALLBACK)
    for axis in AXES:
        if axis not in FREE and not getattr(choice, axis):
            fields.fault(axis, "names nothing.", "Name at least one.")
    return choice


def _choice(fields: Fields, default: Choice) -> Choice:
    choice = Choice(**{axis: fields.texts(axis, getattr(default, axis)) for axis in AXES})
    fields.close()
    return choice


def _languages(fields: Fields) -> Mapping[str, Names]:
    """Read what languages are called, by code."""
    found = {}
    for code in fields.table:
        names = fields.within(code)
        if not LANGUAGE_CODE.fullmatch(code):
            hint = "Write a BCP 47 code such as hmn or rhg-Latn."
            fields.fault(code, "is no language code.", hint)
        found[code] = Names(
            own=names.text("own-name", most=LONGEST_NAME),
            english=names.text("english-name", "", most=LONGEST_NAME),
        )
        names.close()
    return found


def _limits(fields: Fields) -> Limits:
    default = Limits()
    limits = Limits(
        seconds=fields.number("seconds", default.seconds),
        memory_mib=fields.number("memory-mib", default.memory_mib),
        pages=fields.number("pages", default.pages),
    )
    fields.close()
    return limits
