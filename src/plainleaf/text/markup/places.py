"""Places that were to be filled in, and were not."""

from functools import partial

from plainleaf.errors import Severity
from plainleaf.text.markup.pattern import Pattern, sign_of

WARNING = Severity.WARNING
CODE = "placeholder"
WRITE = "Write what is to stand there."
UNKNOWN = "a place that is still to be filled in"

FIELDS = (
    "(?:names?|nombres?|dates?|fechas?|phones?|telephones?|tel(?:é|e)fonos?|numbers?|n(?:ú|u)meros?"
    "|address|direcci(?:ó|o)n|e-?mail|website|url|logo|dos(?:e|is)|time|hora|clinic|cl(?:í|i)nica"
    "|hospital|doctor|m(?:é|e)dico|patient|paciente|provider|drug|medicine|medication"
    "|medicamento|organi[sz]ation|city|hours|horario|amount|xx+|tbd|todo)(?:['’]s)?"
)
BESIDE = "your|our|of|the|su|de|del|la|el|first|last|full|health|care|office|here|aquí|this|or|and"
ASKED = (
    "insert|enter|fill in|type|add|write|put|include|replace|choose|select|delete|edit"
    "|insertar|inserte|escriba|escribir|poner|ponga|añadir|rellenar|complete con"
)
UNITS = "mg|mcg|µg|g|kg|ml|mL|l|L|units?|tablets?|pills?|days?|weeks?|hours?|times?|%|°"

_place = partial(Pattern, code=CODE)

PLACES: tuple[Pattern, ...] = (
    _place(
        "template",
        sign_of(
            r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|\$\{[^{}\n]*\}|%\(\w+\)[sd]|<%.{0,200}?%>|<<[^<>\n]{1,60}>>"
            r"|«\w{1,40}?_\w{1,40}»|%[A-Z][A-Z_]{2,}%|@@\w+@@"
        ),
        "which a program would fill in",
        WRITE,
    ),
    _place("braces", sign_of(r"\{[^{}\n]{1,60}\}"), UNKNOWN, WRITE),
    _place(
        "place in brackets",
        sign_of(
            rf"\[\s*(?:(?:{ASKED})\b[^\[\]\n]{{0,80}}"
            rf"|(?:(?:{BESIDE})[ _/-])*(?:{FIELDS})(?:[ _/-](?:{FIELDS}|{BESIDE}))*)\s*\]"
            rf"|<\s(?:{ASKED})\b[^<>\n]{{0,80}}>",
            any_case=True,
        ),
        UNKNOWN,
        WRITE,
    ),
    _place(
        "capitals in brackets",
        sign_of(
            r"\[[A-ZÁÉÍÓÚÑ]{2,}(?:[ _/-][A-ZÁÉÍÓÚÑ]{2,}){1,2}\]|\[[A-Z]+(?:_[A-Z]+)+\]"
            r"|\[(?!UN)(?=[A-Z]*[AEIOU][A-Z]*[AEIOU])[A-Z]{5,}\]"
        ),
        "which looks like a place to be filled in",
        WRITE,
        weight=WARNING,
    ),
    _place(
        "dummy text",
        sign_of(r"lorem ipsum|dolor sit amet", any_case=True),
        "which stands for a text",
        WRITE,
    ),
    _place(
        "dummy figure",
        sign_of(
            rf"\b[xX]{{2,4}}(?=[ \u00a0](?:{UNITS})(?!\w)|mg|mcg|m[lL]\b|%|°)"
            r"|\(?\b(?:X{2,4}|x{2,4})\)?(?:[ /.-]+\(?(?:X{2,4}|x{2,4})\)?)+(?!\w)"
            r"|(?<=\S )\[[XN#]\](?![(\[])"
            r"|\(?\b0{3}\)?[-. ]{1,2}0{3}[-. ]0{4}\b|(?<!\w)#{1,3}(?:[-/]#{1,4})+"
        ),
        "which stands for a figure",
        WRITE,
    ),
    _place(
        "open question",
        sign_of(r"\b(?:TBD|TBA|FIXME|XXX)\b|\bTODO:|\?{3,}"),
        "which says that something is still open",
        WRITE,
        weight=WARNING,
    ),
    _place(
        "form of a date",
        sign_of(r"\b(?:mm|dd)[/.-](?:dd|mm)[/.-]yy(?:yy)?\b", any_case=True),
        "which stands for a date",
        "Write the date, or say in words what to write.",
        weight=WARNING,
    ),
    _place(
        "blank",
        sign_of(r"_{3,}|\.{6,}|…{3,}"),
        "a blank to be filled in",
        "Write what is to stand there; '::: questions' prints lines to write on.",
        weight=WARNING,
    ),
)
