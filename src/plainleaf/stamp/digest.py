"""What is drawn, with all that it refers to → a digest that tells it from all else.

It is the same whatever numbers the objects have: references are told by the order in which
they are met.
"""

import hashlib
import re
from collections.abc import Callable

from plainleaf.model import BrandBlock, Thing
from plainleaf.stamp.form import REFERENCE

Look = Callable[[int], Thing]
"""Number of an object → the object."""


def digest_of_block(block: BrandBlock) -> str:
    """Return a block's digest."""
    return digest_of(block.content, block.resources, REFERENCE, block.things.__getitem__)


def digest_of(content: bytes, resources: bytes, reference: re.Pattern[bytes], look: Look) -> str:
    """Return the digest of operators and what they name; LookupError for what is not there."""
    places: dict[int, int] = {}

    def placed(found: re.Match[bytes]) -> bytes:
        return b"@%d@" % places.setdefault(int(found[1]), len(places))

    parts = [content, reference.sub(placed, resources)]
    done = 0
    while done < len(places):  # an object may name further ones
        thing = look(list(places)[done])
        parts += [reference.sub(placed, thing.source), thing.data or b""]
        done += 1
    total = hashlib.sha256()
    for part in parts:
        total.update(b"%d " % len(part) + part)
    return total.hexdigest()
