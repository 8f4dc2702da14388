"""Names of brands → who they are, with their logos drawn anew; kept from run to run."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from plainleaf.brand.names import same_names
from plainleaf.brand.read import read_brand
from plainleaf.build.context import Context
from plainleaf.build.drawings import LOGO, drawn_anew
from plainleaf.errors import Finding, PlainleafError, Severity
from plainleaf.model import PLAIN, Brand, Drawing, Imprint
from plainleaf.workspace import BRANDS


@dataclass(frozen=True)
class Branding:
    """A brand with its logos drawn anew, or what stops it."""

    brand: Brand
    drawings: Mapping[str, Drawing] = field(default_factory=dict)  # by path of the picture
    findings: tuple[Finding, ...] = ()
    key: str = ""  # of all its files


def brandings(context: Context, imprints: Sequence[Imprint]) -> dict[str, Branding]:
    """Return each brand that imprints carry, with what is wrong with it."""
    names = dict.fromkeys(imprint.brand for imprint in imprints)
    wanted = [name for name in names if name != PLAIN]
    engine = context.survey.engine
    keys = {name: f"brand {name} {context.survey.brand_keys[name]} {engine}" for name in wanted}
    kept = context.store.load(keys.values(), Branding)
    brands = {name: kept[key] for name, key in keys.items() if key in kept}
    read = [_read(context, name) for name in wanted if name not in brands]
    found = {each.brand.name: each for each in read}
    good = (each for each in read if not any(finding.is_error for finding in each.findings))
    context.store.save({keys[each.brand.name]: each for each in good})
    drawn = _with_drawings(context, {**brands, **found})
    sound = {n: each.brand for n, each in drawn.items() if not context.order.stops(each.findings)}
    by_path = {brand.path: name for name, brand in sound.items()}
    for warning in same_names(sound.values()):
        name = by_path[warning.path]
        drawn[name] = replace(drawn[name], findings=(*drawn[name].findings, warning))
    return {PLAIN: Branding(Brand(PLAIN)), **{name: drawn[name] for name in wanted}}


def _read(context: Context, name: str) -> Branding:
    try:
        brand, warnings = read_brand(context.order.workspace, name)
    except PlainleafError as error:
        return Branding(Brand(name), findings=error.findings)
    return Branding(brand, findings=tuple(context.survey.changed_brand(name)) or warnings)


def _with_drawings(context: Context, brands: Mapping[str, Branding]) -> dict[str, Branding]:
    """Have every picture drawn anew by the gate, each file once."""
    pictures = dict.fromkeys(
        picture.path for each in brands.values() for picture in each.brand.pictures.values()
    )
    changed = context.survey.changed_brand
    passed = drawn_anew(context, LOGO, pictures, lambda path: changed(_owner(path)))
    drawings = {path: made for path, made in passed.items() if isinstance(made, Drawing)}
    faults = {path: made for path, made in passed.items() if not isinstance(made, Drawing)}
    return {name: _branding(context, each, drawings, faults) for name, each in brands.items()}


def _branding(
    context: Context,
    each: Branding,
    drawings: Mapping[str, Drawing],
    faults: Mapping[str, tuple[Finding, ...]],
) -> Branding:
    paths = list(dict.fromkeys(picture.path for picture in each.brand.pictures.values()))
    notes = (note for path in paths if path in drawings for note in _notes(path, drawings[path]))
    refused = (fault for path in paths for fault in faults.get(path, ()))
    return Branding(
        brand=each.brand,
        drawings={path: drawings[path] for path in paths if path in drawings},
        findings=(*each.findings, *refused, *notes),
        key=context.survey.brand_keys[each.brand.name],
    )


def _notes(path: str, drawing: Drawing) -> Iterator[Finding]:
    """Tell what the gate has converted."""
    for note in drawing.notes:
        hint = "See that it looks right: plainleaf proof BRAND."
        yield Finding(path, None, "logo-changed", note, hint, Severity.WARNING)


def _owner(path: str) -> str:
    """Return the brand that a file belongs to."""
    return path.removeprefix(BRANDS).partition("/")[0]
