"""The engine, with the fonts that tests/conftest.py sets, as a fixture."""

import logging
from collections.abc import Callable

import pytest

from plainleaf.workers.jobs import Typeset as Made

Typeset = Callable[..., bytes]


def pdf_of(made: Made) -> bytes:
    """Return what a worker has typeset."""
    assert made.master, made.misfits
    return made.master.pdf


@pytest.fixture(scope="session")
def typeset() -> Typeset:
    """Make a tagged PDF of a body and a style."""
    import weasyprint  # reads its fonts when it is imported: not before they are set

    from plainleaf.typeset.engine import mend

    mend()

    def make(body: str, style: str = "", lang: str = "en", **options: object) -> bytes:
        head = f'<title>Tea</title><meta name="author" content="Ward 3"><style>{style}</style>'
        page = f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body>'
        html = weasyprint.HTML(string=page)
        pdf: bytes = html.write_pdf(pdf_variant="pdf/ua-1", **options)
        return pdf

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    return make
