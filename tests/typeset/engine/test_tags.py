"""What the typesetter adds to the engine's structure, asked of the PDF."""

from pathlib import Path

from plainleaf.checks.facts import read_facts
from plainleaf.model import Facts
from tests.hostile.test_pages import sheet
from tests.workspaces import Build

PDF = "w/build/plain/tea_en_patient_standard_sheet_letter.pdf"


def facts_of(body: str, build_with: Build, folder: Path) -> Facts:
    (result,) = build_with({"templates/page.html": sheet(body)})
    assert result.findings == ()
    return read_facts((folder / PDF).read_bytes())


def test_each_change_of_language_is_marked_once(build_with: Build, tmp_path: Path) -> None:
    body = """<div lang="es"><p>Hola <b lang="en">hello</b></p>
        <p><a lang="de" href="https://tee.example/">Tee</a></p>
        <ul><li lang="fr">Thé</li></ul></div>"""
    elements = facts_of(body, build_with, tmp_path).elements
    marked = [(e.tag, e.around, e.language, e.text) for e in elements if e.language != e.around]
    assert marked == [
        ("Div", "en", "es", "Hola helloTee• Thé"),
        ("NonStruct", "es", "en", "hello"),
        ("Link", "es", "de", "Tee"),
        ("LI", "es", "fr", "• Thé"),
    ]


def test_a_links_description_is_its_text(build_with: Build, tmp_path: Path) -> None:
    body = '<p><a href="https://tea.example/why">why <b>tea</b>\n helps</a></p>'
    links = facts_of(body, build_with, tmp_path).links
    found = [(link.target, link.contents, link.text) for link in links]
    assert found == [("https://tea.example/why", "why tea helps", "why tea helps")]


def test_a_link_over_two_lines_is_described_whole_on_both(
    build_with: Build, tmp_path: Path
) -> None:
    words = "a very long name " * 8
    body = f'<p><a href="https://tea.example/">{words}</a></p>'
    links = facts_of(body, build_with, tmp_path).links
    assert [link.contents for link in links] == [" ".join(words.split())] * 2


def test_the_body_holds_no_margin_box(build_with: Build, tmp_path: Path) -> None:
    foot = "content: '-' counter(page) '-'; font: 12pt 'Noto Sans'"
    body = f"<style>@page {{ @bottom-left {{ {foot} }} }}</style>"
    facts = facts_of(body, build_with, tmp_path)
    shown = "".join(run.text for run in facts.runs)
    assert ("-1-" in facts.body, "-1-" in shown.replace(" ", "")) == (False, True)
