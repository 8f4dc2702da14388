"""Signs of the scripts that are read from the right, as ranges for patterns."""

import re

BLOCKS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
"""All that is in their blocks: digits too, whose order is from the left."""

FROM_RIGHT = (
    "\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010d2f\U00010d3a-\U00010fff\U0001e800-\U0001efff"
)
RTL = re.compile(f"[{FROM_RIGHT}]")
"""What is read from the right: letters, their marks and signs, no digits."""
