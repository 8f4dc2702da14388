"""A catalogue is made, and brought up to date without losing what a translator wrote."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

from plainleaf.author.translate import translate_handout, translate_words
from plainleaf.errors import PlainleafError
from plainleaf.workspace import Workspace
from plainleaf.workspace.settings import read_settings
from tests.conftest import change, put

REVIEW = "; its review was of the texts before and is removed"

HANDOUT = "handouts/wash-hands/handout.md"
SPANISH = "handouts/wash-hands/es.po"


def update(library: Workspace, code: str = "es", name: str = "wash-hands") -> str:
    settings = read_settings(library)
    return str(translate_handout(library, settings, ["wash-hands", "drink-water"], name, code))


def entry(library: Workspace, words: str, path: str = SPANISH) -> str:
    """Return the entry that holds some words."""
    text = (library.root / path).read_text("utf-8")
    return next(each for each in text.split("\n\n") if words in each)


def test_new_catalogue_is_empty(library: Workspace) -> None:
    assert update(library, "fr") == (
        "handouts/wash-hands/fr.po: 14 new, 0 changed, 0 gone; 14 to translate"
    )
    assert entry(library, '"why/p1"', "handouts/wash-hands/fr.po") == (
        '#. paragraph, section 1\nmsgctxt "why/p1"\nmsgid "Germs are too small to see."\nmsgstr ""'
    )


def test_changed_text_is_fuzzy_with_the_text_before(library: Workspace) -> None:
    update(library)
    change(library, HANDOUT, "Germs are too small", "Germs are very small")
    assert update(library) == f"{SPANISH}: 0 new, 1 changed, 0 gone; 1 to translate{REVIEW}"
    assert entry(library, '"why/p1"') == (
        "#. paragraph, section 1\n"
        "#, fuzzy\n"
        '#| msgid "Germs are too small to see."\n'
        'msgctxt "why/p1"\n'
        'msgid "Germs are very small to see."\n'
        'msgstr "Los gérmenes son demasiado pequeños para verlos."'
    )


def test_a_line_break_is_a_line_end_and_outlives_a_change(library: Workspace) -> None:
    french = "handouts/wash-hands/fr.po"
    said = '""\n"Ward 3\\n"\n"1 Hill Road\\n"\n"Teaville"'
    change(library, HANDOUT, "Germs are too small to see.", "Ward 3\\\n1 Hill Road  \nTeaville")
    update(library, "fr")
    assert entry(library, '"why/p1"', french).endswith(f'msgid {said}\nmsgstr ""')
    change(library, french, f'{said}\nmsgstr ""', f"{said}\nmsgstr {said}")
    before = entry(library, '"why/p1"', french)
    update(library, "fr")
    assert entry(library, '"why/p1"', french) == before
    change(library, HANDOUT, "1 Hill Road", "2 Hill Road")
    update(library, "fr")
    previous = said.replace("\n", "\n#| ")
    before = entry(library, '"why/p1"', french)
    assert f"#| msgid {previous}\n" in before
    update(library, "fr")
    assert entry(library, '"why/p1"', french) == before


def test_text_that_comes_back_keeps_its_translation_in_doubt(library: Workspace) -> None:
    """What was written meanwhile may be of the other text."""
    change(library, HANDOUT, "Germs are too small", "Germs are very small")
    update(library)
    change(library, HANDOUT, "Germs are very small", "Germs are too small")
    assert update(library) == f"{SPANISH}: 0 new, 1 changed, 0 gone; 1 to translate"
    assert entry(library, '"why/p1"') == (
        "#. paragraph, section 1\n"
        "#, fuzzy\n"
        'msgctxt "why/p1"\n'
        'msgid "Germs are too small to see."\n'
        'msgstr "Los gérmenes son demasiado pequeños para verlos."'
    )


def test_doubt_outlives_a_text_that_was_gone(library: Workspace) -> None:
    line = "Germs are too small to see.\n"
    change(library, HANDOUT, "Germs are too small", "Germs are very small")
    update(library)
    change(library, HANDOUT, line.replace("too", "very"), "")
    update(library)
    change(
        library,
        HANDOUT,
        "## Clean hands stop germs {#why}\n",
        f"## Why clean hands help {{#why}}\n\n{line}",
    )
    update(library)
    assert "#, fuzzy\n" in entry(library, '"why/p1"')


def test_a_new_text_leaves_those_behind_it_as_they_were(library: Workspace) -> None:
    update(library)
    change(library, HANDOUT, "Germs are too small", "A new text.\n\nGerms are too small")
    assert update(library) == f"{SPANISH}: 1 new, 0 changed, 0 gone; 1 to translate{REVIEW}"
    assert entry(library, '"Germs are') == (
        '#. paragraph, section 1\nmsgctxt "why/p2"\nmsgid "Germs are too small to see."\n'
        'msgstr "Los gérmenes son demasiado pequeños para verlos."'
    )


def test_a_review_of_other_texts_is_removed(library: Workspace) -> None:
    change(library, HANDOUT, "Germs are too small", "Germs are very small")
    told = update(library)
    header = (library.root / SPANISH).read_text("utf-8").split("\n\n")[0].splitlines()
    assert (told.split("; ")[-1], header[-2:]) == (
        "its review was of the texts before and is removed",
        [r'"X-Checker: \n"', r'"X-Review-Date: \n"'],
    )


def test_a_previous_text_that_gettext_wrote_is_kept(library: Workspace) -> None:
    change(
        library,
        SPANISH,
        'msgctxt "why/p1"\n',
        '#, fuzzy\n#| msgctxt "why/p1"\n#| msgid "Germs are small."\nmsgctxt "why/p1"\n',
    )
    update(library)
    assert '#| msgid "Germs are small."\n' in entry(library, '"why/p1"')


def test_gone_text_is_kept_as_obsolete(library: Workspace) -> None:
    update(library)
    change(library, HANDOUT, "- Use soap.", "- Use soap.\n- Dry them.")
    update(library)
    text = (library.root / SPANISH).read_text("utf-8")
    put(
        library, SPANISH, text.replace('"Dry them."\nmsgstr ""', '"Dry them."\nmsgstr "Séquelas."')
    )
    change(library, HANDOUT, "\n- Dry them.", "")
    assert update(library) == f"{SPANISH}: 0 new, 0 changed, 1 gone; 0 to translate"
    assert entry(library, "Dry them") == (
        '#~ msgctxt "lead/key-points1/p2"\n#~ msgid "Dry them."\n#~ msgstr "Séquelas."\n'
    )


def test_running_it_twice_changes_nothing(library: Workspace) -> None:
    change(library, HANDOUT, "Germs are too small", "Germs are very small")
    runs = []
    for _ in range(2):
        update(library)
        runs.append((library.root / SPANISH).read_bytes())
    assert runs[0] == runs[1]


def test_header_and_a_translators_comment_are_kept(library: Workspace) -> None:
    text = (library.root / SPANISH).read_text("utf-8")
    put(library, SPANISH, text.replace('msgctxt "why/p1"', '# Microbios?\nmsgctxt "why/p1"'))
    header = text.split("\n\n")[0]
    update(library)
    kept = (library.root / SPANISH).read_text("utf-8").split("\n\n")[0]
    assert (kept.split("\n")[4:], entry(library, '"why/p1"').split("\n")[0]) == (
        header.split("\n")[4:],
        "# Microbios?",
    )


def test_fixed_words_go_the_same_way(library: Workspace) -> None:
    found = str(translate_words(library, read_settings(library), ("patient",), "fr"))
    assert found == "templates/strings/fr.po: 27 new, 0 changed, 0 gone; 27 to translate"


def test_fixed_words_begin_with_those_of_the_package(library: Workspace) -> None:
    """A catalogue of the workspace hides the package's, so it holds no less."""
    (library.root / "templates/strings/ar.po").unlink(missing_ok=True)
    found = str(translate_words(library, read_settings(library), ("patient", "nurse"), "ar"))
    assert found == "templates/strings/ar.po: 1 new, 0 changed, 0 gone; 1 to translate"
    text = (library.root / "templates/strings/ar.po").read_text("utf-8")
    assert 'msgid "Key points"\nmsgstr "النقاط الأساسية"\n' in text


def test_no_handout_begins_with_that_of_the_package(library: Workspace) -> None:
    text = (library.root / "handouts/drink-water/handout.md").read_bytes()
    put(library, "handouts/metastatic-cancer/handout.md", text)
    settings, known = read_settings(library), ["metastatic-cancer"]
    found = str(translate_handout(library, settings, known, known[0], "es"))
    assert " 0 changed, 0 gone" in found


@pytest.mark.parametrize(
    ("code", "plural"),
    [
        ("hmn", "nplurals=2; plural=(n != 1);"),
        ("ku-Arab", "nplurals=2; plural=(n != 1);"),
        ("ja", "nplurals=1; plural=0;"),
    ],
)
def test_language_without_a_locale_has_a_catalogue(
    code: str, plural: str, library: Workspace
) -> None:
    update(library, code)
    text = (library.root / f"handouts/wash-hands/{code}.po").read_text("utf-8")
    assert f'"Plural-Forms: {plural}\\n"' in text
    assert update(library, code).endswith("0 new, 0 changed, 0 gone; 14 to translate")


def test_language_of_the_workspace_has_a_catalogue(library: Workspace) -> None:
    with pytest.raises(PlainleafError, match="nobody here knows"):
        update(library, "hni")
    names = '[languages.hni]\nown-name = "Haqniqdoq"\nenglish-name = "Hani"\n'
    put(library, "plainleaf.toml", names)
    update(library, "hni")
    text = (library.root / "handouts/wash-hands/hni.po").read_text("utf-8")
    assert text.startswith("# Hani.\n")


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("wash-hand", "fr", "Did you mean 'wash-hands'?"),
        ("wash-hands", "frensh", "Did you mean 'fr'?"),
        ("wash-hands", "en", "'en' is the source language."),
    ],
)
def test_wrong_name_is_told(name: str, code: str, message: str, library: Workspace) -> None:
    with pytest.raises(PlainleafError, match="error") as caught:
        update(library, code, name)
    assert message in str(caught.value)


def test_broken_catalogue_is_left_as_it_is(library: Workspace) -> None:
    put(library, SPANISH, 'msgid "x\n')
    with pytest.raises(PlainleafError, match="is not a line of a catalogue"):
        update(library)
    assert (library.root / SPANISH).read_text() == 'msgid "x\n'


@pytest.mark.skipif(not which("msgfmt"), reason="gettext's msgfmt is not installed")
def test_gettext_takes_it(library: Workspace) -> None:
    change(library, HANDOUT, "Germs are too small", "Germs are very small")
    update(library)
    update(library, "ar")
    files: list[Path] = sorted((library.root / "handouts/wash-hands").glob("*.po"))
    done = [subprocess.run(["msgfmt", "-c", "-o", "/dev/null", f], check=False) for f in files]
    assert [each.returncode for each in done] == [0, 0]
