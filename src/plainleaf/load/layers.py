"""templates/page.html → a fault where its layers stand in another order than styles go by."""

import re
from collections.abc import Iterator

from plainleaf.errors import Finding, PlainleafError
from plainleaf.workspace import Workspace

PAGE = "templates/page.html"
LAYER = re.compile(r"@layer\s+([\w-]+(?:\s*,\s*[\w-]+)+)\s*;")
ORDER = ("base", "size", "format", "audience", "brand")
"""Each wins over those before it: a format sets what a size would, for its panels."""


def layer_faults(workspace: Workspace) -> Iterator[Finding]:
    """Report an order in which styles would win over those that are written after them."""
    try:
        text = workspace.read_text(PAGE)
    except PlainleafError:
        return  # composing tells it
    for declared in LAYER.finditer(text):
        names = [name for name in re.split(r"\s*,\s*", declared[1]) if name in ORDER]
        if names != sorted(names, key=ORDER.index):
            line = text.count("\n", 0, declared.start()) + 1
            message = (
                f"sets the layers in the order {', '.join(names)}, for which no style is made."
            )
            hint = f"Write '@layer {', '.join(ORDER)};'."
            yield Finding(PAGE, line, "layer-order", message, hint)
