"""Sheet → HTML. The only import of Jinja; templates run sandboxed, inside the fence."""

import traceback
from collections.abc import Callable
from functools import cache
from typing import Any

import jinja2
from jinja2.ext import InternationalizationExtension
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import Phrase, Sheet
from plainleaf.workspace import Workspace

FOLDER = "templates/"
PAGE = "page.html"


def compose(sheet: Sheet, workspace: Workspace) -> str:
    """Return a sheet's HTML; raise PlainleafError for a fault in a template."""
    environment = _environment(workspace)
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # of the i18n extension
        lambda words: sheet.words.get(words, words),
        lambda one, many, n: sheet.words.get(one if n == 1 else many, one if n == 1 else many),
        newstyle=True,
    )
    environment.globals["sheet"] = sheet
    try:
        return environment.get_template(PAGE).render()
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
        extensions=[InternationalizationExtension],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["html"] = _html
    return environment


def _source(workspace: Workspace, path: str) -> tuple[str, str, Callable[[], bool]]:
    return workspace.read_text(path), path, lambda: True


def _html(phrase: Phrase, around: str) -> Any:
    """Return a phrase's words; their language is marked where it differs from around them."""
    words = Markup(phrase.html)  # noqa: S704  # escaped by the Markdown renderer
    if phrase.language == around:
        return words
    return Markup('<span lang="{}">{}</span>').format(phrase.language, words)
