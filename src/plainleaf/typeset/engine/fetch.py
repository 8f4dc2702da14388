"""URL → bytes of a workspace file: nothing else is opened, and each refusal is kept."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from plainleaf.errors import PlainleafError
from plainleaf.model import Drawing
from plainleaf.workspace import BRANDS, Workspace

BASE = "https://assets.invalid/"
"""A virtual address: the folder of the workspace must not reach the PDF."""

TYPES = {
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
"""What may be fetched, by the end of its name."""

SHARED = "styles/"
SPEAKS = re.compile(rb"<([\w.-]+:)?(text|tspan|textPath|foreignObject)\b|<!(ENTITY|DOCTYPE)")
"""What makes an SVG picture show words, or may hide that it does."""


class WorkspaceFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Opens styles and images of one sheet; `refusals` says what it would not open.

    What a sheet shows of `pictures`, by their addresses below ours, has passed the gate.
    """

    def __init__(
        self, workspace: Workspace, handout: str, pictures: Mapping[str, Drawing] | None = None
    ) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self.workspace = workspace
        self.own = f"handouts/{handout}/"
        self.pictures = pictures or {}
        self.refusals: list[str] = []

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Return the file behind a virtual address; raise ValueError for all else."""
        path = url.removeprefix(BASE).partition("?")[0].partition("#")[0]
        drawing = self.pictures.get(unquote(path)) if url.startswith(BASE) else None
        if drawing:
            kind = TYPES[f".{drawing.kind}"]
            return URLFetcherResponse(url, drawing.data, {"Content-Type": kind})
        suffix = path[path.rfind(".") :].lower() if "." in path else ""
        if not url.startswith(BASE) or not self._may_open(path) or suffix not in TYPES:
            return self._refuse(f"{url[:120]} is no style or image of this handout")
        try:
            if suffix == ".css":
                data = self.workspace.read_text(path).encode()
            else:
                data = self.workspace.read_bytes(path)
        except PlainleafError as error:
            return self._refuse(f"{path} {error.findings[0].message.rstrip('.')}")
        if (
            suffix == ".svg"
            and path.startswith(SHARED)
            and SPEAKS.search(data.replace(b"\0", b""))
        ):
            return self._refuse(f"{path} shows words, which no text says")
        return URLFetcherResponse(url, data, {"Content-Type": TYPES[suffix]})

    def _may_open(self, path: str) -> bool:
        """Whether a path is plain and among what the survey counts as the sheet's inputs."""
        parts = path.split("/")
        odd = "%" in path or "\\" in path or ".." in parts or "" in parts
        shared = path.startswith(SHARED) and not path.startswith(BRANDS)
        return not odd and (shared or path.startswith(self.own))

    def _refuse(self, message: str) -> URLFetcherResponse:
        self.refusals.append(message)
        raise ValueError(message)
