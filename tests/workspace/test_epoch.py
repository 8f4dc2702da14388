import pytest

from plainleaf.build import due
from plainleaf.build.order import Order
from plainleaf.errors import PlainleafError
from plainleaf.model import Choice
from plainleaf.workspace import Workspace
from plainleaf.workspace.epoch import wanted_date
from plainleaf.workspace.settings import read_settings


@pytest.mark.parametrize(
    ("epoch", "date"),
    [
        ("", ""),
        ("0", "1970-01-01T00:00:00Z"),
        ("86400", "1970-01-02T00:00:00Z"),
        ("253402300799", "9999-12-31T23:59:59Z"),
    ],
)
def test_whole_seconds_are_a_date(epoch: str, date: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert wanted_date() == date


@pytest.mark.parametrize(
    "epoch",
    ["-1", "+1", " 12 ", "12\n", "1e9", "1_000", "1.5", "0x10", "１２", "253402300800", "9" * 5000,
     "99999999999999", "today", " "],
)  # fmt: skip
def test_what_is_no_date_is_told_before_anything_is_looked_at(
    epoch: str, library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    order = Order(library, read_settings(library), [Choice()], library.root / "build", jobs=1)
    with pytest.raises(PlainleafError) as caught:
        due(order)
    assert [str(finding) for finding in caught.value.findings] == [
        f"SOURCE_DATE_EPOCH: error: {epoch[:40]!r} is no date."
        " Give whole seconds since 1970, in digits alone, or unset it. [bad-epoch]"
    ]
