"""What is laid out: a source, which the engine reads once, and its fonts."""

from typing import Any

from weasyprint.text.fonts import FontConfiguration

FONTS = FontConfiguration()  # shared: a fresh one a rendering costs memory that stays


def read_again(source: Any) -> None:
    """Let the engine see what was changed in a source's tree, and forget the classes it saw."""
    wrapper = type(source.wrapper_element)
    source.wrapper_element = wrapper.from_html_root(source.etree_element, content_language=None)
