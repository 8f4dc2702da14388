import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

from plainleaf.brand.logo import examine
from plainleaf.brand.logo.pdf import NOTE
from plainleaf.errors import PlainleafError

RED = b"1 0 0 rg 50 20 100 50 re f"


def pdf(content: bytes = RED, change: Callable[[Pdf], object] = lambda document: None) -> bytes:
    document = Pdf.new()
    page = document.add_blank_page(page_size=(200, 100))
    page.Contents = document.make_stream(content)
    change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def script(document: Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="x")


def buried(document: Pdf) -> None:
    link = Dictionary(Subtype=Name.Link, A=document.make_indirect(Dictionary(S=Name.Launch)))
    document.pages[0].Annots = Array([document.make_indirect(link)])


def note(document: Pdf) -> None:
    document.pages[0].Annots = Array([Dictionary(Subtype=Name.FileAttachment)])


def attachment(document: Pdf) -> None:
    document.attachments["x"] = b"x"
    del document.Root.AF


def itself(document: Pdf) -> None:
    form = document.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form)
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    document.pages[0].Resources = Dictionary(XObject=Dictionary(X=form))


def packed(document: Pdf) -> None:
    document.pages[0].Contents = document.make_stream(bytes(13 * 2**20))


def image(document: Pdf) -> None:
    document.Root.X = document.make_stream(b"", Width=3000, Height=3000)


def fax(document: Pdf) -> None:
    document.Root.X = document.make_stream(b"", Filter=Name.JBIG2Decode)


def twice(document: Pdf) -> None:
    document.add_blank_page()


REFUSED = {
    "script": (pdf(change=script), "logo-unsafe", "/OpenAction"),
    "launch": (pdf(change=buried), "logo-unsafe", "holds an action: /Launch."),
    "note": (pdf(change=note), "logo-unsafe", "/FileAttachment"),
    "attachment": (pdf(change=attachment), "logo-unsafe", "/EmbeddedFiles"),
    "drawing of itself": (pdf(change=itself), "logo-unsafe", "a drawing that draws itself."),
    "much in little": (pdf(change=packed), "logo-damaged", "holds data that cannot be unpacked"),
    "large image": (pdf(change=image), "logo-too-large", "an image above 6 megapixels."),
    "other packing": (pdf(change=fax), "logo-feature", "holds data packed as JBIG2Decode."),
    "two pages": (pdf(change=twice), "logo-size", "has 2 pages; a logo has one page."),
    "references": (
        pdf() + b"3 0 R " * 5000,
        "logo-too-large",
        "has more than 5,000 objects and references; a logo has one page.",
    ),
    "cut": (pdf()[:-60], "logo-damaged", "is damaged"),
    "impossible page": (
        pdf().replace(b"[ 0 0 200 100 ]", b"[ 0 0 2e9 1e9 ]"),
        "logo-damaged",
        "is damaged",
    ),
    "strip": (
        pdf().replace(b"[ 0 0 200 100 ]", b"[ 0 0 900 001 ]"),
        "logo-size",
        "has a page of an impossible size.",
    ),
    "blank": (pdf(b""), "logo-blank", "draws nothing on its page."),
}


@pytest.mark.parametrize(("data", "code", "message"), REFUSED.values(), ids=REFUSED)
def test_a_pdf_is_refused(data: bytes, code: str, message: str) -> None:
    with pytest.raises(PlainleafError) as caught:
        examine(data)
    assert [finding.code for finding in caught.value.faults] == [code]
    assert message in caught.value.faults[0].message


def test_a_password_is_refused() -> None:
    file = io.BytesIO()
    pikepdf.open(io.BytesIO(pdf())).save(file, encryption=pikepdf.Encryption(owner="x", user="x"))
    with pytest.raises(PlainleafError, match="is encrypted"):
        examine(file.getvalue())


def test_the_ink_of_a_page_is_drawn_at_600_dots_an_inch() -> None:
    drawing = examine(pdf())
    with Image.open(io.BytesIO(drawing.data)) as image:
        corners = [image.getpixel((x, 5)) for x in (5, image.width - 5)]
    assert (drawing.kind, drawing.notes, drawing.colors) == ("png", (NOTE,), ("#ff0000",))
    assert drawing.width == pytest.approx(1417, rel=0.03)
    assert drawing.width / drawing.height == pytest.approx(2, rel=0.01)
    assert corners == [(255, 0, 0, 255)] * 2
