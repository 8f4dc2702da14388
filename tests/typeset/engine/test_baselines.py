"""The marks of items beside lines of their own."""

import weasyprint

from plainleaf.typeset.engine.boxes import LineBox, TextBox, page_box
from tests.typesetting import Typeset


def test_a_mark_stands_beside_the_first_line_of_a_block_in_its_line(typeset: Typeset) -> None:
    """As of a text in another language, which is a block with lines of its own."""
    block = f'<span style="display: inline-block">{"Ask for tea " * 6}</span>'
    style = "<style>@page { size: 400pt } * { font: 20px/1.3 'Noto Sans' }</style>"
    (page,) = weasyprint.HTML(string=f"{style}<ul><li>{block}</li></ul>").render().pages
    lines = (b for b in page_box(page).descendants(placeholders=True) if isinstance(b, LineBox))
    texts = [box for line in lines for box in line.descendants() if isinstance(box, TextBox)]
    stands = {text.text[:3]: round(text.position_y + text.baseline, 3) for text in texts[:2]}
    assert (list(stands), len(set(stands.values()))) == (["• ", "Ask"], 1)
