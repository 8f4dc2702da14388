"""The names of SVG, by what the gate does with them."""

SVG = "http://www.w3.org/2000/svg"
HTML = "{http://www.w3.org/1999/xhtml"
SPACES = ("", "{" + SVG)
"""Of elements that may be drawn; hand-made files often name no namespace."""

ATTRIBUTE_SPACES = {"": "", "{" + SVG: "", "{http://www.w3.org/1999/xlink": "xlink:"}
"""What an attribute is known by here, by its namespace."""

NEVER_SHOWN = frozenset(
    {
        "animate",
        "animateColor",
        "animateMotion",
        "animateTransform",
        "cursor",
        "desc",
        "metadata",
        "namedview",
        "set",
        "title",
        "view",
    }
)
"""Elements that leave no mark on paper, left out with all that is in them."""

NOT_DRAWN_IN_PLACE = frozenset(
    {
        "clipPath",
        "color-profile",
        "defs",
        "filter",
        "font",
        "font-face",
        "linearGradient",
        "marker",
        "mask",
        "pattern",
        "radialGradient",
        "style",
        "symbol",
    }
)
"""Elements that show only where another one names them."""

TEXTS = frozenset({"flowPara", "flowRoot", "text", "textArea", "textPath", "tref", "tspan"})
