"""What draws a logo in print must look like it."""

from dataclasses import replace

import pytest

from plainleaf.brand.logo import examine, run
from plainleaf.brand.logo.prove import is_alike
from plainleaf.errors import PlainleafError
from plainleaf.model import BrandBlock, Drawing
from plainleaf.stamp.form import block_of
from plainleaf.workers.jobs import LogoJob

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">
<path fill="%s" d="M5 5h50v30h-50z"/></svg>"""
NAVY, WHITE = SVG % b"#0b3d63", SVG % b"#fff"


@pytest.mark.parametrize("data", [NAVY, WHITE], ids=["navy", "white"])
def test_logo_looks_like_what_draws_it(data: bytes) -> None:
    drawing = examine(data)
    assert is_alike(drawing, block_of(drawing))


@pytest.mark.parametrize("data", [NAVY, WHITE], ids=["navy", "white"])
def test_nothing_is_not_alike(data: bytes) -> None:
    """A white one shows on black only."""
    drawing = examine(data)
    assert not is_alike(drawing, replace(block_of(drawing), content=b""))


def test_logo_that_would_be_drawn_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def turned(drawing: Drawing) -> BrandBlock:
        return block_of(replace(drawing, operators=drawing.operators.replace("55", "20")))

    monkeypatch.setattr("plainleaf.brand.logo.block_of", turned)
    with pytest.raises(PlainleafError) as caught:
        run(LogoJob(NAVY))
    (finding,) = caught.value.faults
    assert (finding.code, finding.message) == (
        "logo-damaged",
        "would not look in print as it looks on a screen.",
    )
