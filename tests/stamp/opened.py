"""A body with open slots → a master, typeset here; `typeset` has set our fonts before."""

from pathlib import Path

from plainleaf.model import Master
from plainleaf.typeset.engine.fetch import WorkspaceFetcher
from plainleaf.workspace import Workspace

PAGE = """<!doctype html><html lang="en"><head><title>Tea</title>
<meta name="author" content="Ward 3"><style>
:root { --floor: 12pt }
@page { size: 400px 300px; margin: 40px }
html { font: 16px/1.5 "Noto Sans" }
body, h1, p { margin: 0 }
h1 { font-size: 16px; color: #12ab34 }
a { color: inherit; text-decoration: none }
img { display: block; width: 200px; height: 40px }
p img { overflow: visible }
</style></head><body>%s</body></html>"""

BODY = """<h1>Tea</h1><img src="slot/logo/en" alt="logo">
<p><img src="slot/phone/en" alt="phone"></p>
<p lang="ar" dir="rtl"><a href="https://slot.invalid/"><img src="slot/address/ar" alt="a"></a></p>
"""
"""A heading in the brand's colour, then a logo, words, and a link in another language."""


def open_master(folder: Path, body: str = BODY) -> Master:
    """Typeset a body."""
    from plainleaf.typeset.master import typeset  # after our fonts are set

    fetcher = WorkspaceFetcher(Workspace(folder, folder), "tea")
    return typeset(PAGE % body, fetcher, 20, "ab" * 16)
