"""What a brand says on a sheet, which holds no Markdown → stray signs in it."""

from plainleaf.model import Brand
from plainleaf.text.markup.find import strays
from plainleaf.text.quotes import PRINTED, STRAIGHT, is_quoted
from plainleaf.workspace.fields import Fields


def see_texts(fields: Fields, brand: Brand) -> None:
    """Tell signs of a markup, and texts in quotes that an editor may have made curly."""
    for field, item, text in brand.texts:
        if is_quoted(text):
            fields.warn(field, PRINTED, STRAIGHT, "quotes")
        fields.tell(field, strays(text, is_markdown=False), item)
