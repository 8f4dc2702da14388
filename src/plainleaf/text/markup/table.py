"""What looks like markup and is not ours: one entry a kind, the most telling first.

An error is what a reader would surely take for rubbish, a warning what may be meant.
"""

from plainleaf.text.markup.foreign import FOREIGN
from plainleaf.text.markup.pattern import Pattern, sign_of
from plainleaf.text.markup.places import PLACES
from plainleaf.text.markup.signs import SIGNS

PATTERNS: tuple[Pattern, ...] = (*FOREIGN, *PLACES, *SIGNS)

CLUE = sign_of(
    r"[<>{}\[\]*_^=|\\`«~âÃÂï@]|&[A-Za-z#]|\$[A-Za-z\\{$]|#(?!\d)|%[(A-Z]|\+\+|!!!|^:|:[a-z]"
    r"|^\.\.|\.{6}|…{3}|\?{3}|[xX]{2}|0{3}|[Ll]orem|LOREM|[Dd]olor|[mdMD]{2}[/.-]|^\([ \u00a0]"
    r"|TB[DA]|FIXME|TODO|Error!"
)
"""What a text must hold for any entry to find something: most texts hold nothing of it."""
