import os
from pathlib import Path

import pytest

from plainleaf.errors import PlainleafError
from plainleaf.load.brand import contrast_on_white, read_brand
from plainleaf.model import Brand, Contact
from plainleaf.workspace import Workspace
from tests.conftest import put

FOLDER = "styles/brands/tea"
TEXT = """meta:
  name: Tea House
logo:
  images:
    main:
      path: logo.svg
      alt: A leaf
  medium: main
color:
  palette:
    leaf: "#2F5B1F"
  primary: leaf
defaults:
  plainleaf:
    contact:
      en:
        phone: "555"
        lines: [Here]
    disclaimer: Not real.
    site: https://tea.example/h
"""


def faults(text: str, workspace: Workspace) -> list[str]:
    """Return the faults of a brand as `line (field): message`."""
    put(workspace, f"{FOLDER}/logo.svg", "<svg/>")
    put(workspace, f"{FOLDER}/_brand.yml", text)
    with pytest.raises(PlainleafError) as caught:
        read_brand(workspace, "tea")
    assert {finding.path for finding in caught.value.findings} == {f"{FOLDER}/_brand.yml"}
    return [f"{f.line} ({f.field}): {f.message}" for f in caught.value.findings]


def test_brand_is_read_whole(bare: Workspace) -> None:
    put(bare, f"{FOLDER}/logo.svg", "<svg/>")
    put(bare, f"{FOLDER}/_brand.yml", TEXT)
    assert read_brand(bare, "tea") == Brand(
        name="tea",
        title="Tea House",
        path=f"{FOLDER}/_brand.yml",
        logo=f"{FOLDER}/logo.svg",
        logo_alt="A leaf",
        color="#2f5b1f",
        contacts={"en": Contact("555", ("Here",))},
        disclaimer="Not real.",
        site="https://tea.example/h",
    )


def test_name_alone_is_a_brand(bare: Workspace) -> None:
    put(bare, f"{FOLDER}/_brand.yml", "meta:\n  name: Tea House\n")
    path = f"{FOLDER}/_brand.yml"
    assert read_brand(bare, "tea") == Brand("tea", title="Tea House", path=path)


def test_plain_is_no_organization(bare: Workspace) -> None:
    assert read_brand(bare, "plain") == Brand("plain")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("name: Tea House", "name:", "1 (meta.name): is missing."),
        ("Tea House", '"a\\u0000b"', "1 (meta.name): holds the invisible character U+0000."),
        ("Not real.", "[a]", "13 (defaults.plainleaf.disclaimer): is not a text of one line."),
        ("disclaimer:", "disclaimr:", "13 (defaults.plainleaf.disclaimr): is not a field here."),
        ("phone:", "fone:", "13 (defaults.plainleaf.contact.en.fone): is not a field here."),
        ("medium: main", "medium: big", "3 (logo.medium): names no image: 'big'."),
        ("alt: A leaf", "alt:", "3 (logo.images.main.alt): is missing."),
        ("primary: leaf", "primary: red", "9 (color.primary): is not a colour."),
        ("primary: leaf", "primary: '#abc'", "9 (color.primary): is not a colour."),
        (
            "primary: leaf",
            "primary: '#2F5B1F;} @font-face{src:url(//x)}'",
            "9 (color.primary): is not a colour.",
        ),
        (
            "#2F5B1F",
            "</style><img src=x>",
            "9 (color.primary): is not a colour.",
        ),
        (
            "#2F5B1F",
            "#ffff00",
            "9 (color.primary): #ffff00 has a contrast of 1.1:1 on paper.",
        ),
        ("defaults:", "defalts:", "13 (defalts): is not a field here."),
    ],
    ids=["no name", "NUL in the name", "disclaimer a list", "unknown print field",
         "unknown contact field", "no such logo", "logo without words", "colour by a word",
         "short colour", "CSS in a colour", "markup in a colour", "low contrast", "unknown part"],
)  # fmt: skip
def test_wrong_field_is_told(old: str, new: str, expected: str, bare: Workspace) -> None:
    assert faults(TEXT.replace(old, new, 1), bare) == [expected]


@pytest.mark.parametrize("site", ["https://tea.example/h", "https://tea.example:8443/h/"])
def test_each_handout_has_a_page_below_the_site(site: str) -> None:
    pages = [Brand("tea", site=site).page_of("green-tea"), Brand("tea").page_of("green-tea")]
    assert pages == [f"{site.rstrip('/')}/green-tea", ""]


@pytest.mark.parametrize(
    "site",
    [
        "HTTPS://tea.example/h",
        "http://tea.example/h",
        "tea.example/h",
        "//tea.example/h",
        "javascript:alert(1)",
        "https:///h",
        "https://:8443/h",
        "https://tea.example:port/h",
        "https://tea.example:99999/h",
        "https://[::1/h",
        "https://ben@tea.example/h",
        "https://ben:pass@tea.example/h",
        "https://tea.example/h?",
        "https://tea.example/h?page=1",
        "https://tea.example/h#top",
        "https://tea.example/a b",
        r"https://tea.example/a\tb",
        "https://tée.example/h",
        r"https://tea.example\\h",
        "https://tea.example/<b>",
        "https://tea.example/" + "h" * 181,
    ],
    ids=["capital letters", "http", "no scheme", "no scheme but slashes", "script", "no host",
         "port alone",
         "port of letters", "port too large", "broken IPv6", "user", "password", "empty query",
         "query", "fragment", "space", "tab", "accent", "backslash", "markup", "long"],
)  # fmt: skip
def test_site_is_a_plain_https_address(site: str, bare: Workspace) -> None:
    message = "is not a plain https address of 200 characters or less."
    assert faults(TEXT.replace("https://tea.example/h", f'"{site}"'), bare)[-1] == (
        f"13 (defaults.plainleaf.site): {message}"
    )


@pytest.mark.parametrize(
    "name",
    [
        "../logo.svg",
        "sub/logo.svg",
        "/etc/logo.svg",
        "file:///etc/logo.svg",
        "https://example.org/logo.svg",
        r"\\\\host\\share\\logo.svg",
        "//host/logo.svg",
        r"C:\\logo.svg",
        "CON.svg",
        "nul.svg",
        "aux.x.png",
        "com1.png",
        "logo.svg:stream",
        "logo.svg:stream.svg",
        r"logo\0.svg",
        r"lo\u202egvs.svg",
        "logo.svg.exe",
        ".svg",
        ".",
        "%2e%2e%2flogo.svg",
        "l" * 300 + ".svg",
    ],
    ids=["above", "below", "absolute", "file", "web", "UNC", "network", "drive", "device",
         "small device", "device with endings", "port", "stream", "stream as ending", "NUL",
         "bidi", "program", "ending alone", "folder", "encoded", "long"],
)  # fmt: skip
def test_logo_is_a_file_beside_the_brand(name: str, bare: Workspace) -> None:
    messages = faults(TEXT.replace("path: logo.svg", f'path: "{name}"'), bare)
    assert messages[-1] == "3 (logo.images.main.path): is no file of this folder."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("none.svg", "none.svg is not there."),
        ("out.svg", "out.svg is or goes through a link."),
        ("loop.svg", "loop.svg is a broken link."),
        ("pipe.svg", "pipe.svg is not a regular file."),
        ("big.svg", "big.svg is larger than 2,097,152 bytes."),
    ],
    ids=["missing", "link out", "link to itself", "fifo", "large"],
)
def test_logo_that_cannot_be_read_is_told(
    name: str, expected: str, bare: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "secret.svg").write_text("<svg/>")
    folder = put(bare, f"{FOLDER}/big.svg", b" " * (2 * 2**20 + 1)).parent
    (folder / "out.svg").symlink_to(tmp_path / "secret.svg")
    (folder / "loop.svg").symlink_to("loop.svg")
    os.mkfifo(folder / "pipe.svg")
    assert faults(TEXT.replace("logo.svg", name), bare) == [
        f"3 (logo.images.main.path): {expected}"
    ]


@pytest.mark.parametrize(
    ("color", "contrast"),
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#ff0000", 4.0)],
    ids=["black", "white", "the grey of WCAG", "red"],
)
def test_contrast_is_that_of_wcag(color: str, contrast: float) -> None:
    assert contrast_on_white(color) == pytest.approx(contrast, abs=0.005)
