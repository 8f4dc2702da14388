"""A page made to do harm fails its own edition, with the cause, and leaves nothing behind."""

import os
import socket
from pathlib import Path

import pytest

from tests.workspaces import HANDOUT, IMPATIENT, Build

SHEET = """<!doctype html><html lang="en"><head><title>Tea</title>
<meta name="author" content="Ward 3">
<style>:root {{ --floor: 12pt }} @page {{ margin: 20mm }}
html {{ font: 14pt "Noto Sans" }} {style}</style></head>
<body><h1>Tea</h1><p>How to make tea.</p><h2>Boil water</h2><p>Fill the kettle.</p>
<p>A kettle.</p>{body}</body></html>"""

FIGURE = HANDOUT + "\n::: figure\n\n![A kettle](images/kettle.svg)\n\n:::\n"
LOOP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9z1"/></svg>'


def sheet(body: str = "", style: str = "") -> str:
    return "{% raw %}" + SHEET.format(body=body, style=style) + "{% endraw %}"


PAGES = {
    "nested blocks": (sheet("<div>" * 3000), "typeset-failed"),
    "a huge font": (sheet(style="p { font-size: 1e9px }"), "typeset-failed"),
    "nested calc": (
        sheet(style="p { width: " + "calc(" * 2000 + "1px" + ")" * 2000 + " }"),
        "typeset-failed",
    ),
    "too many pages": (sheet('<p style="break-before: page">x</p>' * 30), "excess"),
    "an attached file": (
        sheet('<a rel="attachment" href="handouts/tea/handout.md">x</a>'),
        "excess",
    ),
    "a file from outside": (sheet('<img src="file:///etc/hosts" alt="x">'), "refused"),
    "a path that climbs": (sheet('<img src="styles/../../x.png" alt="x">'), "refused"),
    "an encoded path": (sheet('<img src="styles/%2e%2e/x.png" alt="x">'), "refused"),
    "another handout's picture": (sheet('<img src="handouts/x/i.svg" alt="x">'), "refused"),
    "another brand's logo": (sheet('<img src="styles/brands/x/i.svg" alt="x">'), "refused"),
    "a data address": (sheet('<img src="data:image/svg+xml,<svg/>" alt="x">'), "refused"),
    "another base": (
        sheet('<img src="x.png" alt="x">').replace(
            "<head>", '<head><base href="http://a.invalid/">'
        ),
        "refused",
    ),
    "a font from elsewhere": (
        sheet(style="@font-face { font-family: q; src: url(styles/q.ttf) } p { font-family: q }"),
        "refused",
    ),
    "an unknown property": (sheet(style="p { colour: red }"), "engine-warning"),
    "a picture without words": (
        sheet('<img src="handouts/tea/images/dot.svg">'),
        "engine-warning",
    ),
    "a character without a glyph": (sheet("<p>\ue123</p>"), "engine-warning"),
    "letters of another family": (sheet("<p>\u6c34</p>"), "pdf-font-family"),
    "small print": (sheet('<p style="font-size: 11pt">x</p>'), "pdf-size-floor"),
    "ink at the edge": (sheet(style="body { margin-left: -18mm }"), "pdf-safe-area"),
    "hidden text": (sheet(style="h2 + p { display: none }"), "hidden-text"),
    "lost text": (sheet().replace("<p>Fill the kettle.</p>", ""), "pdf-text-lost"),
    "another title": (sheet().replace("<title>Tea", "<title>Coffee"), "pdf-title"),
    "another author": (sheet().replace("Ward 3", "Ward 4"), "pdf-author"),
    "another language": (sheet().replace('lang="en"', 'lang="fr"'), "pdf-language"),
    "a heading that is none": (sheet().replace("h2", "div"), "pdf-bookmarks"),
    "a walk over attributes": ('{{ "".__class__ }}', "template"),
    "an undefined value": ("Take {{ dose }} mg.", "template"),
    "a syntax error": ("{% if %}", "template"),
    "a formatted gigabyte": ('{{ "%1000000000d" % 1 }}', "typeset-failed"),
    "a macro that calls itself": (
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "template",
    ),
    "bidirectional controls": (sheet("<p>\u202ex</p>"), "control-character"),
}
"""The page, and the code of the first finding."""

DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def test_a_good_page_is_built(build_with: Build) -> None:
    assert [result.state for result in build_with({"templates/page.html": sheet()})] == ["built"]


@pytest.mark.parametrize("name", PAGES)
def test_a_bad_page_fails_with_its_cause(name: str, build_with: Build, temporary: Path) -> None:
    page, code = PAGES[name]
    files = {"templates/page.html": page, "handouts/tea/images/dot.svg": DOT}
    (result,) = build_with(files)
    left = list(temporary.iterdir())
    assert (result.state, result.findings[0].code, left) == ("failed", code, [])


def test_a_page_without_an_end_is_ended(build_with: Build, temporary: Path) -> None:
    (result,) = build_with({"plainleaf.toml": IMPATIENT, "templates/page.html": sheet(LOOP)})
    left = list(temporary.iterdir())
    assert (result.state, result.findings[0].code, left) == ("failed", "typeset-lost", [])


def test_no_connection_is_made(build_with: Build) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.png"
        style = f"@import url({address}); p {{ background: url({address}) }}"
        (result,) = build_with(
            {"templates/page.html": sheet(f'<img src="{address}" alt="x">', style)}
        )
        with pytest.raises(TimeoutError):
            server.accept()
    assert {finding.code for finding in result.findings} == {"refused"}


@pytest.mark.parametrize("make", [os.mkfifo, lambda place: place.symlink_to("/etc/hosts")])
def test_only_regular_files_inside_are_opened(
    make: object, build_with: Build, tmp_path: Path
) -> None:
    place = tmp_path / "w/handouts/tea/images/x.svg"
    place.parent.mkdir(parents=True)
    assert callable(make)
    make(place)
    page = sheet('<img src="handouts/tea/images/x.svg" alt="x">')
    (result,) = build_with({"templates/page.html": page})
    assert [finding.code for finding in result.findings] == ["refused"]


def test_a_hostile_picture_fails_its_own_handout_only(build_with: Build, tmp_path: Path) -> None:
    old = tmp_path / "w/build/plain/bad_en_patient_standard_sheet_letter.pdf"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    files = {
        "plainleaf.toml": IMPATIENT,
        "handouts/bad/handout.md": FIGURE,
        "handouts/bad/images/kettle.svg": LOOP,
    }
    results = build_with(files, handouts=("bad", "tea"))
    states = [(result.state, [f.code for f in result.findings]) for result in results]
    assert (states, old.read_bytes()) == ([("failed", ["picture-value"]), ("built", [])], b"old")
