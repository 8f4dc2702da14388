"""Tokens of a handout → each line that Markdown takes for a list, or counts, and its reader not.

A step is printed with the number that was written, so that 'repeat step 2' leads there: what
Markdown would count otherwise is a fault, and so is a text that only happens to begin with a
number or a mark.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plainleaf.errors import Fault, Severity
from plainleaf.text.markdown import Token

MOST_STEPS = 99
"""Nobody counts further: 911 is a telephone number, 1986 a year."""

MOST_SHOWN = 40
NEAR = 3
"""How far behind the last step a lone number may be meant for the next one."""

FIRST = (0, 1)


@dataclass(frozen=True)
class Item:
    """An item of a list as it is written."""

    line: int
    mark: str  # as it stands before the text
    text: str  # its first line

    @property
    def number(self) -> int:
        """Its number; only the items of numbered lists have one."""
        return int(self.mark[:-1])

    @property
    def plain(self) -> str:
        """Its mark as a text that Markdown takes for none."""
        return f"{self.mark[:-1]}\\{self.mark[-1]}"

    @property
    def begins_with_figure(self) -> bool:
        """Whether its mark may be a sign or a dash before a number."""
        return self.text[:1].isdigit()


@dataclass(frozen=True)
class Listed:
    """A list as it is written, and the line of text right above it, if there is one."""

    items: tuple[Item, ...]
    is_numbered: bool
    depth: int  # of lists around it
    above: str | None  # with no blank line between
    opens_item: bool  # nothing stands before it in the item around it

    @property
    def is_lone(self) -> bool:
        """Whether it has one item only."""
        return len(self.items) == 1

    @property
    def is_joined(self) -> bool:
        """Whether it follows a text that announces nothing, as the rest of a sentence does."""
        return self.above is not None and not self.above.rstrip().endswith(":")


def numbering_faults(found: Sequence[Token]) -> Iterator[Fault]:
    """Report what would be printed as a list, or with a number, that nobody has written."""
    last: dict[int, int] = defaultdict(int)
    lone: dict[int, Item] = {}  # first steps that have no second one yet, by depth
    for each in _lists(found):
        if not each.is_numbered:
            yield from _bullet_faults(each)
            continue
        steps = _steps(each, last[each.depth])
        numbers = {item.line for item in steps}
        others = (item for item in each.items if item.line not in numbers)
        yield from (_misread(each, item, last[each.depth]) for item in others)
        if not steps:
            continue
        if any(one.number + 1 != other.number for one, other in pairwise(steps)):
            yield _miscounted(steps)
        last[each.depth] = steps[-1].number
        first = lone.pop(each.depth, None)
        if first and first.number + 1 != steps[0].number:
            yield _alone(first)
        if len(steps) == 1 and steps[0].number in FIRST:
            lone[each.depth] = steps[0]
    yield from map(_alone, lone.values())


def _steps(each: Listed, last: int) -> list[Item]:
    """Return the items that a reader takes for steps too, given the number of the last one."""
    counted = [item for item in each.items if item.number <= MOST_STEPS]
    if each.opens_item:
        return []
    if len(counted) != 1 or (last and counted[0].number == last + 1):
        return counted
    is_first = counted[0].number in FIRST and not each.is_joined
    return counted if is_first else []


def _bullet_faults(each: Listed) -> Iterator[Fault]:
    """Report a mark that stands for minus, plus or 'to', or that a wrapped line begins with."""
    first = each.items[0]
    ends_in_figure = each.is_joined and (each.above or "").rstrip()[-1:].isdigit()
    is_sum = first.mark == "+" and each.is_lone and first.begins_with_figure
    is_rest = each.is_lone and each.is_joined and (not each.depth or first.begins_with_figure)
    if is_sum or is_rest or (ends_in_figure and first.begins_with_figure):
        yield _misread(each, first)


def _misread(each: Listed, item: Item, last: int = 0) -> Fault:
    kind = f"step {item.mark[:-1]}" if item.mark[:-1] else "an item of a list"
    words = _shortened(item.text)
    message = f"the line '{item.mark} {words}' is read as {kind}."
    hint = f"To print it as it stands write '{item.plain} {words}'"
    if each.is_joined:
        hint += "; to make it a list leave a blank line above it"
    elif last and last < item.number <= last + NEAR:
        hint += f"; to go on behind step {last} number it {last + 1}"
    return Fault("misread-list", message, f"{hint}.", item.line)


def _alone(item: Item) -> Fault:
    """Warn of a first step without a second one: it may be a day, as in '1. Mai'."""
    words = _shortened(item.text)
    message = f"the line '{item.mark} {words}' is a list of one step."
    hint = f"Write '{item.plain} {words}' if it is none, and '- ' for a single point."
    return Fault("misread-list", message, hint, item.line, Severity.WARNING)


def _miscounted(steps: Sequence[Item]) -> Fault:
    written = ", ".join(str(item.number) for item in steps)
    first = steps[0].number
    counted = ", ".join(str(number) for number in range(first, first + len(steps)))
    place = next(b for a, b in pairwise(steps) if a.number + 1 != b.number)
    message = f"the steps are numbered {written} and would be printed as {counted}."
    hint = (
        f"Number them {counted}; where a text begins with a number, write it as '{place.plain}'."
    )
    if place.number == first:
        hint = f"Number them {counted}, or put a text between two lists."
    return Fault("step-numbers", message, hint, place.line)


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1].rstrip() + "…"


MARKS: Mapping[str, bool] = {"bullet_list_open": False, "ordered_list_open": True}


def _lists(found: Sequence[Token]) -> Iterator[Listed]:
    depth = 0
    for place, token in enumerate(found):
        if token.type in MARKS:
            before = found[place - 1] if place else None
            yield Listed(
                items=tuple(_items(found, place)),
                is_numbered=MARKS[token.type],
                depth=depth,
                above=_above(found, place),
                opens_item=before is not None and before.type == "list_item_open",
            )
            depth += 1
        depth -= token.type.endswith("_list_close")


def _items(found: Sequence[Token], place: int) -> Iterator[Item]:
    level = found[place].level
    for at in range(place + 1, len(found)):
        token = found[at]
        if token.level == level:
            return
        if token.type == "list_item_open" and token.level == level + 1:
            has_text = found[at + 1].type == "paragraph_open"
            words = found[at + 2].content.split("\n")[0] if has_text else ""
            yield Item((token.map or [0])[0] + 1, token.info + token.markup, words)


def _above(found: Sequence[Token], place: int) -> str | None:
    """Return the line that a list follows without a blank line."""
    start = (found[place].map or [0])[0]
    for at in range(place - 1, -1, -1):
        token = found[at]
        if token.nesting == 1:  # it opens what holds the list
            return None
        if token.type == "inline":
            return token.content.split("\n")[-1] if token.map and token.map[1] == start else None
    return None
