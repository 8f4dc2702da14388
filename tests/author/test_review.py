from pathlib import Path

import pikepdf
import pytest

from plainleaf.author import review
from plainleaf.author.review import review_pdfs
from plainleaf.workspace.settings import Settings


def test_file_that_names_this_machine_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "traces", lambda: ("teapot-7",))
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.docinfo["/Subject"] = "Made on teapot-7"
    pdf.save(tmp_path / "tea.pdf")
    findings = review_pdfs(Settings(), [tmp_path / "tea.pdf"])
    assert "pdf-private" in [finding.code for finding in findings]
