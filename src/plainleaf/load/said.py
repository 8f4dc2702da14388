"""What a brand says on a sheet, which holds no Markdown → stray signs in it."""

from collections.abc import Iterator

from plainleaf.fields import Fields
from plainleaf.markup.find import strays
from plainleaf.model import Brand
from plainleaf.quotes import PRINTED, STRAIGHT, is_quoted


def see_texts(fields: Fields, brand: Brand) -> None:
    """Tell signs of a markup, and texts in quotes that an editor may have made curly."""
    for field, item, text in _texts(brand):
        if is_quoted(text):
            fields.warn(field, PRINTED, STRAIGHT, "quotes")
        fields.tell(field, strays(text, is_markdown=False), item)


def _texts(brand: Brand) -> Iterator[tuple[str, int | None, str]]:
    """Yield each text of a brand with its field, and its place in a list."""
    extra = "defaults.plainleaf"
    yield "meta.name", None, brand.title
    yield f"{extra}.disclaimer", None, brand.disclaimer
    for number, partner in enumerate(brand.partners):
        yield f"{extra}.partners", number, partner
    for language, contact in brand.contacts.items():
        for number, line in enumerate(contact.lines):
            yield f"{extra}.contact.{language}.lines", number, line
