"""Sheet → HTML. The only import of Jinja; templates run sandboxed, inside the fence."""

import traceback
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from plainleaf.errors import Finding, PlainleafError
from plainleaf.model import ADDRESS, CODE, LOGO, NOWHERE, Language, Proof, Sheet, Unit, Voice
from plainleaf.text.foreign import mark_html
from plainleaf.text.isolate import isolate_name, isolate_whole
from plainleaf.text.korean import keep_words_in_html
from plainleaf.text.languages import name_in
from plainleaf.text.locales import long_date
from plainleaf.text.printed import printed_html
from plainleaf.text.whole import in_one_line
from plainleaf.workspace import Workspace

FOLDER = "templates/"
PAGES: Mapping[type, str] = {Sheet: "page.html", Proof: "proof.html"}
"""The template of each kind of sheet."""

FOREIGN = Markup('<span class="foreign" lang="{}" dir="{}">{}</span>')
"""Words of a voice in another language than its own, as a block: it has its own direction."""

ENGLISH = Language("en", "English", "English", "ltr")
"""What fixed words are said in until they are translated."""

OPEN = Markup('<img class="slot__form" src="slot/{}/{}" alt="{}">')
"""What an open slot holds: the engine draws a form there that a stamp replaces."""

SLOT = Markup('<div class="slot slot--{}" lang="{}" dir="{}">{}</div>')
WORDS = Markup('<p class="slot__words" lang="{}" dir="{}">{}</p>')
LINK = Markup('<a href="{}">{}</a>')
TOLD = Markup('<span{} lang="{}" dir="ltr">{}</span>')
BLOCK = Markup(' class="foreign"')
"""Among right-to-left words a sentence is a block, or its lines would be torn from each other."""


Filler = Callable[[str, Sheet, Voice], Markup]
"""A slot's name, the sheet and the voice around it → what stands in it."""


class FixedWords(str):
    """Fixed words that are put into others."""


def open_slot(name: str, sheet: Sheet, voice: Voice) -> Markup:
    """Leave a slot open for a stamp."""
    language = voice.language
    form = OPEN.format(name, language.code, name)
    if name in (LOGO, CODE):
        return form
    form = LINK.format(NOWHERE, form) if name == ADDRESS else form
    return WORDS.format(language.code, language.direction, form)


def compose(sheet: Sheet | Proof, workspace: Workspace, slot: Filler = open_slot) -> str:
    """Return a sheet's HTML; raise PlainleafError for a fault in a template."""
    environment, page = _environment(workspace, slot), PAGES[type(sheet)]
    try:
        return environment.get_template(page).render(sheet=sheet)
    except (PlainleafError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  # a template's own sums and formats fail in any way
        path, line = _place(error, page)
        cause = (str(error) or type(error).__name__).rstrip(".")
        message = f"the template fails: {cause}."
        raise PlainleafError(Finding(path, line, "template", message, "Mend it.")) from None


def _place(error: Exception, page: str) -> tuple[str, int | None]:
    """Return the template and line that an error comes from."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{FOLDER}{error.name}", error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.startswith(FOLDER)]
    return (inside[-1].filename, inside[-1].lineno) if inside else (FOLDER + page, None)


@cache  # a worker composes many sheets of one workspace: templates are compiled once
def _environment(workspace: Workspace, slot: Filler) -> jinja2.Environment:
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FunctionLoader(lambda name: _source(workspace, FOLDER + name)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "_": _fixed,
        "fixed": FixedWords,
        "phrase": _phrase,
        "printed": _printed,
        "slot": partial(_slot, slot),
    }
    return environment


def _source(workspace: Workspace, path: str) -> tuple[str, str, Callable[[], bool]]:
    return workspace.read_text(path), path, lambda: True


def _fixed(words: str, voice: Voice, **values: object) -> Markup:
    """Return fixed words as a voice says them, with values in their places."""
    is_own = words in voice.words or voice.language.code == "en"
    spoken = voice.language if is_own else ENGLISH
    shown = {name: _value(value, voice, spoken) for name, value in values.items()}
    # Fixed words are ours; what is put into them is escaped.
    said = Markup(voice.words.get(words, words)) % shown  # noqa: S704
    if is_own:
        return _in_order(said, voice)
    is_sentence = voice.language.direction == "rtl" and not isinstance(words, FixedWords)
    block = BLOCK if is_sentence else ""
    return TOLD.format(block, "en", Markup(isolate_whole(said)))  # noqa: S704  # as above


def _value(value: object, voice: Voice, spoken: Language) -> object:
    """Return what is put into fixed words, in the language that they are said in.

    A name keeps its own order, as in "Ward 7".
    """
    if isinstance(value, date):
        return in_one_line(long_date(value, spoken.code))
    if isinstance(value, FixedWords) and spoken is voice.language:
        return _fixed(value, voice)
    if isinstance(value, Language):
        is_english = spoken.code == "en"
        value = value.english_name if is_english else name_in(value.code, spoken.code)
    if isinstance(value, str) and not isinstance(value, Markup):
        is_rtl = spoken.direction == "rtl"
        return _marked(isolate_name(value) if is_rtl else value, spoken)
    return value


def _marked(text: str, language: Language) -> Markup:
    """Return plain text with its words of other scripts marked."""
    return Markup(mark_html(str(escape(text)), language))  # noqa: S704  # escaped here


def _printed(text: str, language: Language) -> Markup:
    """Return plain text as it is printed: its figures in order and whole, as in a unit."""
    words = printed_html(_marked(text, language), language.direction, language.code)
    return Markup(keep_words_in_html(words))  # noqa: S704  # escaped by `_marked`


def _phrase(unit: Unit, voice: Voice) -> Markup:
    """Return a unit as a voice says it; words in another language are marked."""
    said = voice.phrases[unit.id]
    words = Markup(said.html)  # noqa: S704  # escaped by the Markdown renderer
    if said.language == voice.language.code:
        return words
    return FOREIGN.format(said.language, said.direction, words)


def _slot(fill: Filler, name: str, sheet: Sheet, voice: Voice) -> Markup:
    language = voice.language
    return SLOT.format(name, language.code, language.direction, fill(name, sheet, voice))


def _in_order(words: Markup, voice: Voice) -> Markup:
    """Keep phones, dates and Latin words in their order within right-to-left text."""
    if voice.language.direction == "ltr":
        return Markup(keep_words_in_html(words))  # noqa: S704  # adds invisible characters only
    return Markup(printed_html(words, "rtl"))  # noqa: S704  # adds invisible characters only
