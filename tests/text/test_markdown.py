import pytest

from plainleaf.text.markdown import inline_faults, inline_html, inline_text, unit_text, unlink


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ("a **b** *c*", "a <strong>b</strong> <em>c</em>", "a b c"),
        (
            "[us](https://example.org/?a=1&b)",
            '<a href="https://example.org/?a=1&amp;b">us</a>',
            "us",
        ),
        ("[call](tel:555)", '<a href="tel:555">call</a>', "call"),
        ("<b> & \"q\"", "&lt;b&gt; &amp; &quot;q&quot;", '<b> & "q"'),
        ("&lt;b&gt;", "&lt;b&gt;", "<b>"),
        (r"5 \* 5", "5 * 5", "5 * 5"),
        ("{{ 7*7 }} {% x %}", "{{ 7*7 }} {% x %}", "{{ 7*7 }} {% x %}"),
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))", "[a](javascript:alert(1))"),
        ("a [b] c", "a [b] c", "a [b] c"),
    ],
    ids=["marks", "link", "telephone", "markup", "entity", "escape", "template", "script",
         "brackets"],
)  # fmt: skip
def test_unit_becomes_html_and_words(text: str, html: str, plain: str) -> None:
    assert (inline_html(text), inline_text(text), inline_faults(text)) == (html, plain, [])


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("`a`", ["code inline in a text"]),
        ("![a](b.svg)", ["image in a text"]),
        ("[a](b.md)", ["a link to 'b.md'"]),
        ("[a](//example.org)", ["a link to '//example.org'"]),
        ("[a](ftp://example.org)", ["a link to 'ftp://example.org'"]),
        ("a&#x202e;b", ["the invisible character U+202E"]),
        ("`a` ![b](c)", ["code inline in a text", "image in a text"]),
    ],
    ids=["code", "image", "file", "no scheme", "scheme", "bidi", "two"],
)
def test_what_a_unit_may_not_hold(text: str, faults: list[str]) -> None:
    assert inline_faults(text) == faults


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("See [the end](#end).", "See the end."),
        ("[a](#end) [b](#top) [c](#end)", 'a <a href="#top">b</a> c'),
        ("[**a** *b*](#end)", "<strong>a</strong> <em>b</em>"),
        ("**[a](#end)** [b](#end/p1)", '<strong>a</strong> <a href="#end/p1">b</a>'),
        ("[two\nlines](#end)", "two<br />\nlines"),
        ("[a](https://example.org/#end)", '<a href="https://example.org/#end">a</a>'),
        ("[a](#end-of-all) [b](#END)", '<a href="#end-of-all">a</a> <a href="#END">b</a>'),
        ("[<b>](#end) & [c](tel:555)", '&lt;b&gt; &amp; <a href="tel:555">c</a>'),
        ("<a href='#end'>a</a>", "&lt;a href='#end'&gt;a&lt;/a&gt;"),
        ("[](#end)", ""),
        ('[a](#end "The > end") [b](#top "Top")', 'a <a href="#top" title="Top">b</a>'),
    ],
    ids=["one", "three", "marks within", "marks around", "two lines", "elsewhere", "like it",
         "markup", "tag", "no words", "title"],
)  # fmt: skip
def test_link_to_a_place_that_is_gone_becomes_its_words(text: str, html: str) -> None:
    assert unlink(inline_html(text), {"end"}) == html


@pytest.mark.parametrize(
    ("text", "unit", "html"),
    [
        ("a\nb", "a b", "a b"),
        ("a\\\nb", "a\nb", "a<br />\nb"),
        ("a  \n  b", "a\nb", "a<br />\nb"),
        ("a \nb", "a b", "a b"),
        ("a\\\\\nb", "a\\\\ b", "a\\ b"),
        ("a\\\\\\\nb", "a\\\\\nb", "a\\<br />\nb"),
        ("**a\\\nb**", "**a\nb**", "<strong>a<br />\nb</strong>"),
    ],
    ids=["line end", "backslash", "two blanks", "one blank", "escaped", "escaped and not", "bold"],
)
def test_only_forced_breaks_stay(text: str, unit: str, html: str) -> None:
    assert (unit_text(text), inline_html(unit_text(text))) == (unit, html)


@pytest.mark.parametrize("text", ["a\nb", "a\\\nb", "a  \nb"])
def test_a_translation_may_break_lines_in_each_way(text: str) -> None:
    assert (inline_html(text), inline_text(text)) == ("a<br />\nb", "a\nb")


def test_link_stays_where_nothing_is_gone() -> None:
    html = inline_html("[a](#end) [b](tel:555)")
    assert unlink(html, ()) == html
