"""The engine with our fonts only, as a fixture."""

import logging
from collections.abc import Callable, Iterator

import pytest

from plainleaf.fonts import fontconfig

Typeset = Callable[..., bytes]


@pytest.fixture(scope="session")
def typeset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Typeset]:
    """Make a tagged PDF of a body and a style, with our fonts only."""
    folder = tmp_path_factory.mktemp("fonts")
    config = folder / "fonts.conf"
    config.write_text(fontconfig((), folder / "cache"), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(config))
        import weasyprint  # reads the variable above when it is imported

        import plainleaf.typeset  # noqa: F401  # mends the engine, whichever test comes first

        def make(body: str, style: str = "", lang: str = "en", **options: object) -> bytes:
            head = f'<title>Tea</title><meta name="author" content="Ward 3"><style>{style}</style>'
            page = f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body>'
            html = weasyprint.HTML(string=page)
            pdf: bytes = html.write_pdf(pdf_variant="pdf/ua-1", **options)
            return pdf

        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
        yield make
