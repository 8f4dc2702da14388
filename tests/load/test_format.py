import re

import pytest

from plainleaf.errors import PlainleafError
from plainleaf.load.format import read_format, smaller_sizes
from plainleaf.model import Format
from plainleaf.workspace import Workspace
from tests.conftest import put


def read(css: str, workspace: Workspace, name: str = "leaflet") -> Format:
    put(workspace, f"styles/formats/{name}.css", css)
    return read_format(workspace, name)


def faults(css: str, workspace: Workspace) -> list[str]:
    """Return the faults of a style as `path:line code: message hint`."""
    with pytest.raises(PlainleafError) as caught:
        read(css, workspace)
    return [f"{f.path}:{f.line} {f.code}: {f.message} {f.hint}" for f in caught.value.findings]


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (":root { --carries: brief }", Format("leaflet", is_brief=True)),
        (":root { --carries: all }", Format("leaflet")),
        (":root { --pages: 1 }", Format("leaflet", pages=1)),
        (":root { --pages: 0 }", Format("leaflet", pages=None)),
        (":root { --steps: 3 }", Format("leaflet", steps=3)),
        (":root { --pages: 500 }", Format("leaflet", pages=500)),
        (":root{--carries:brief;--pages:2;--steps:1}", Format("leaflet", True, 2, 1)),
        (":root { --carries: brief !important; --pages: 2 }", Format("leaflet", True, 2)),
        (
            ":root /* a */ { --carries: /* b */ brief; --pages: 2 /* c */ }",
            Format("leaflet", True, 2),
        ),
        (
            ":root { --carries: brief }\n:root { --pages: 2 }\n:root { --pages: 3 }",
            Format("leaflet", True, 3),
        ),
    ],
    ids=["brief", "all", "pages", "any pages", "steps", "most", "tight", "important", "comments",
         "last wins"],
)  # fmt: skip
def test_root_says_what_a_format_holds(css: str, expected: Format, bare: Workspace) -> None:
    assert read(css, bare) == expected


@pytest.mark.parametrize(
    "css",
    [
        "/* leaflet */",
        ":root { --margin: 8mm; color: red; pages: 1 }",
        ":root { /* --pages: 1; */ --margin: 8mm; /* --steps: 2 */ }",
        "/* :root { --pages: 1 } */ p { color: red }",
        "html { --pages: 1 }",
        ":root.tight-1 { --pages: 1; --carries: brief }",
        ":root, p { --pages: 1 }",
        "@media print { :root { --pages: 1 } }",
        "@page { --pages: 1; size: a4 }",
        "@import url(booklet.css) layer(booklet);",
        ":root { --PAGES: 1 }",
        ":root { --pages }",
    ],
    ids=["comment", "other properties", "comments within", "rule in a comment", "html", "class",
         "list", "media", "page", "import", "capitals", "no value"],
)  # fmt: skip
def test_what_another_rule_says_is_about_looks(css: str, bare: Workspace) -> None:
    """A format that says nothing of itself carries all, on as many pages as it needs."""
    assert read(css, bare) == Format("leaflet")


@pytest.mark.parametrize(
    ("said", "message", "hint"),
    [
        ("--carries: short", "--carries is 'short'.", "Write '--carries: all or brief'."),
        ("--carries: Brief", "--carries is 'Brief'.", "Write '--carries: all or brief'."),
        ("--carries: ", "--carries is ''.", "Write '--carries: all or brief'."),
        (
            f"--carries: {'x' * 50}",
            f"--carries is '{'x' * 40}'.",
            "Write '--carries: all or brief'.",
        ),
        *(
            (
                f"{key}: {value}",
                f"{key} is {value!r}.",
                f"Write a whole number up to 500, as in '{key}: 1'.",
            )
            for key in ("--pages", "--steps")
            for value in (
                "one",
                "-1",
                "1.5",
                "501",
                "1e2",
                "2 2",
                "",
                "²",
                "٣",
                "9" * 40,
                "0" * 12 + "501",
            )
        ),
    ],
)
def test_wrong_value_is_told_with_its_line(
    said: str, message: str, hint: str, bare: Workspace
) -> None:
    css = f"/* leaflet */\n@page {{ size: a4 }}\n:root {{\n  --margin: 8mm;\n  {said};\n}}\n"
    assert faults(css, bare) == [f"styles/formats/leaflet.css:5 bad-format: {message} {hint}"]


def test_all_faults_are_told(bare: Workspace) -> None:
    css = ":root { --steps: few }\n:root { --pages: many;\n--carries: some }"
    assert faults(css, bare) == [
        "styles/formats/leaflet.css:3 bad-format: --carries is 'some'."
        " Write '--carries: all or brief'.",
        "styles/formats/leaflet.css:2 bad-format: --pages is 'many'."
        " Write a whole number up to 500, as in '--pages: 1'.",
        "styles/formats/leaflet.css:1 bad-format: --steps is 'few'."
        " Write a whole number up to 500, as in '--steps: 1'.",
    ]


@pytest.mark.parametrize(("name", "pages"), [("trifold", 6), ("halffold", 4), ("booklet", None)])
def test_pages_of_a_fold_are_those_that_it_has(
    name: str, pages: int | None, bare: Workspace
) -> None:
    assert read(":root { --pages: 9; --steps: 1 }", bare, name) == Format(name, False, pages, 1)


@pytest.mark.parametrize(
    ("name", "is_brief", "pages"),
    [
        ("sheet", False, None),
        ("booklet", False, None),
        ("halffold", True, 4),
        ("trifold", True, 6),
        ("poster", True, 1),
    ],
)
def test_formats_that_come_along(
    name: str, is_brief: bool, pages: int | None, library: Workspace
) -> None:
    """Their style has a class for each step of tightness that it tells of."""
    css = library.read_text(f"styles/formats/{name}.css")
    steps = max(map(int, re.findall(r"\.tight-(\d+)", css)), default=0)
    assert read_format(library, name) == Format(name, is_brief, pages, steps)


@pytest.mark.parametrize(
    ("size", "smaller"),
    [
        ("giant", ("large", "middling", "standard")),
        ("middling", ("standard",)),
        ("standard", ()),
        ("unsaid", ()),
        ("gone", ()),
    ],
)
def test_sizes_that_are_smaller_are_told_by_their_text(
    size: str, smaller: tuple[str, ...], bare: Workspace
) -> None:
    bodies = {"giant": "24pt", "large": "18pt", "middling": "15.5pt", "standard": "14pt"}
    for name, points in bodies.items():
        put(bare, f"styles/sizes/{name}.css", f":root {{ --body: {points} }}")
    put(bare, "styles/sizes/unsaid.css", ":root { --body: calc(1em) }")
    assert smaller_sizes(bare, (*bodies, "unsaid"), size) == smaller
