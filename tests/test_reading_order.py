# ruff: noqa: E501  # a row holds a whole paragraph
"""What a screen reader says of a sheet in two languages, in its order, as poppler tells it."""

import re
import subprocess
from pathlib import Path
from shutil import which

import pytest

from plainleaf.model import Choice
from plainleaf.workspace import Workspace
from tests.workspaces import place_of, results

BLOCK = re.compile(r"^ *(\w+) \(block\)$")
WORDS = re.compile(r'^ *"(.*)"$')
ENGLISH = """
P English
P For: patient
H1 Drink water
P When to drink and when to call.
H2 1 Drink often
P Drink before you are thirsty.
H2 2 When to call
P Phone:
P Call us if you cannot drink.
H2 3 Questions to ask
LBody How much is enough?
P My own questions:
P Name:
P Date:
P Phone:
H2 About this handout
P Written by plainleaf tests. Version 1.0. Checked against its sources: January 1, 2026. Next check: January 1, 2028.
P Sources: A made-up source. This is general information. Your care team knows what is right for you. Was it clear? Tell the person who gave it to you.
""".strip().splitlines()

SPANISH = """
P Español / Spanish
P Para: paciente
H1 Beba agua
P Cuándo beber y cuándo llamar.
H2 1 Beba a menudo
P Beba antes de tener sed.
H2 2 Cuándo llamar
P Teléfono:
P Llámenos si no puede beber.
H2 3 Preguntas que puede hacer
LBody ¿Cuánto es suficiente?
P Mis propias preguntas:
P Nombre:
P Fecha:
P Teléfono:
H2 Acerca de este folleto
P Escrito por plainleaf tests. Versión 1.0. Verificado con sus fuentes: 1 de enero de 2026. Próxima verificación: 1 de enero de 2028.
P Fuentes: Una fuente inventada. Es información general. Su equipo médico sabe qué le conviene a usted. ¿Fue claro? Dígaselo a quien se lo dio.
""".strip().splitlines()

EDITION = "P Drink water · English + Spanish / Español · 1.0 · 2026-01-01"


def in_pairs() -> list[str]:
    """Return each text with its partner: two paragraphs or bodies, or both within one heading."""
    rows = [*ENGLISH[:2], *SPANISH[:2]]
    for english, spanish in zip(ENGLISH[2:], SPANISH[2:], strict=True):
        of_one = not english.startswith(("P ", "LBody ")) or english.endswith(
            ("Phone:", "Name:", "Date:")
        )
        rows += [f"{english} {spanish.split(' ', 1)[1]}"] if of_one else [english, spanish]
    return rows


ORDER = {
    "columns": [*in_pairs(), EDITION],
    "stacked": [*in_pairs(), EDITION],
    "duplex": [*ENGLISH, EDITION, *SPANISH],
}


def spoken(pdf: Path) -> list[str]:
    """Return each block's tag and words."""
    command = ["pdfinfo", "-struct-text", str(pdf)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rows: list[list[str]] = []
    for line in done.stdout.splitlines():
        if found := BLOCK.match(line):
            rows.append([found[1]])
        elif found := WORDS.match(line):
            rows[-1].append(found[1].strip())
    return [" ".join(filter(None, row)) for row in rows if len(row) > 1]


def made(library: Workspace, layout: str) -> Path:
    choice = Choice(("drink-water",), ("en+es",), layouts=(layout,))
    (result,) = results(library, choice)
    return place_of(library, result)


@pytest.mark.skipif(not which("pdfinfo"), reason="poppler's pdfinfo is not installed")
@pytest.mark.parametrize("layout", ORDER)
def test_order(layout: str, library: Workspace) -> None:
    assert spoken(made(library, layout)) == ORDER[layout]
