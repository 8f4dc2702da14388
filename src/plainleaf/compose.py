"""Sheet → HTML. The only import of Jinja; templates run sandboxed, inside the fence."""

import traceback
from collections.abc import Callable
from datetime import date
from functools import cache

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from plainleaf.errors import Finding, PlainleafError
from plainleaf.isolate import isolate_html, isolate_name, isolate_whole
from plainleaf.languages import long_date
from plainleaf.model import Sheet, Unit, Voice
from plainleaf.qr import qr_svg
from plainleaf.workspace import Workspace

FOLDER = "templates/"
PAGE = "page.html"
FOREIGN = Markup('<span class="foreign" lang="{}" dir="{}">{}</span>')
"""Words of a voice in another language than its own, as a block: it has its own direction."""

TOLD = Markup('<span lang="{}" dir="ltr">{}</span>')


def compose(sheet: Sheet, workspace: Workspace) -> str:
    """Return a sheet's HTML; raise PlainleafError for a fault in a template."""
    environment = _environment(workspace)
    try:
        return environment.get_template(PAGE).render(sheet=sheet)
    except (PlainleafError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  # a template's own sums and formats fail in any way
        path, line = _place(error)
        cause = (str(error) or type(error).__name__).rstrip(".")
        message = f"the template fails: {cause}."
        raise PlainleafError(Finding(path, line, "template", message, "Mend it.")) from None


def _place(error: Exception) -> tuple[str, int | None]:
    """Return the template and line that an error comes from."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{FOLDER}{error.name}", error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.startswith(FOLDER)]
    return (inside[-1].filename, inside[-1].lineno) if inside else (FOLDER + PAGE, None)


@cache  # a worker composes many sheets of one workspace: templates are compiled once
def _environment(workspace: Workspace) -> jinja2.Environment:
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(lambda name: _source(workspace, FOLDER + name)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"_": _fixed, "phrase": _phrase, "qr": _qr, "told": _told}
    return environment


def _source(workspace: Workspace, path: str) -> tuple[str, str, Callable[[], bool]]:
    return workspace.read_text(path), path, lambda: True


def _fixed(words: str, voice: Voice, **values: object) -> Markup:
    """Return fixed words as a voice says them, with values in their places."""
    shown = {name: _value(value, voice) for name, value in values.items()}
    # Fixed words are ours; what is put into them is escaped.
    said = Markup(voice.words.get(words, words)) % shown  # noqa: S704
    if words in voice.words or voice.language.code == "en":
        return _in_order(said, voice)
    return TOLD.format("en", isolate_whole(said))


def _value(value: object, voice: Voice) -> object:
    """Return what is put into fixed words; a name keeps its own order, as in "Ward 7"."""
    if isinstance(value, date):
        return long_date(value, voice.language.code)
    if isinstance(value, str) and not isinstance(value, Markup):
        return isolate_name(value) if voice.language.direction == "rtl" else value
    return value


def _phrase(unit: Unit, voice: Voice) -> Markup:
    """Return a unit as a voice says it; words in another language are marked."""
    said = voice.phrases[unit.id]
    words = Markup(said.html)  # noqa: S704  # escaped by the Markdown renderer
    if said.language == voice.language.code:
        return words
    return FOREIGN.format(said.language, said.direction, words)


def _told(text: str, code: str, voice: Voice) -> Markup:
    """Return an organization's own words, which may be in another language than the voice's."""
    if code == voice.language.code:
        return _in_order(escape(text), voice)
    return TOLD.format(code, isolate_whole(text))


def _qr(url: str, title: str) -> Markup:
    return Markup(qr_svg(url, title))  # noqa: S704  # drawn by us, the title is escaped there


def _in_order(words: Markup, voice: Voice) -> Markup:
    """Keep phones, dates and Latin words in their order within right-to-left text."""
    if voice.language.direction == "ltr":
        return words
    return Markup(isolate_html(words))  # noqa: S704  # adds invisible characters only
