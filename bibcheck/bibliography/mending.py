"""Fixes of a value, which mend it whole or are not offered, and the faults of one value as one finding."""

from __future__ import annotations

from collections.abc import Iterable

from bibcheck.records import NamedTuple
from bibcheck.source import Edit
from bibcheck.syntax.edits import replace, replace_value
from bibcheck.syntax.tree import Field


def mend(field: Field, *changes: tuple[int, int, str], name: str = "") -> tuple[Edit | None, ...]:
    """The edits that put texts in the place of spans of `field.text`; none where the value is not well formed then.

    `name` is for a value that the same fix moves to another field: whose reader is asked.
    """
    if not changes:
        return ()
    pieces = []
    position = 0
    for start, end, text in sorted(changes):
        pieces += [field.text[position:start], text]
        position = end
    value = "".join([*pieces, field.text[position:]])
    if not is_mended(name or field.name, value):
        return ()
    return tuple(replace(field, *change) for change in changes)


def mend_value(field: Field, text: str, name: str = "") -> tuple[Edit | None, ...]:
    """The edit that puts a text in the place of the whole value, as `mend` does."""
    return (replace_value(field, text),) if is_mended(name or field.name, text) else ()


def is_mended(name: str, value: str) -> bool:
    """Whether a value that a fix comes to is well formed."""
    from bibcheck.values.well_formed import is_well_formed  # the readers of all values, which only a fix costs

    return is_well_formed(name, value)


class Fault(NamedTuple):
    """What is wrong at one place of a field's text, and what to write; no changes where that cannot be told."""

    start: int
    end: int
    message: str
    changes: tuple[tuple[int, int, str], ...] = ()


def gather(faults: Iterable[Fault]) -> list[Fault]:
    """The faults of one value as two at most: those that can be mended, with all their changes, and those that cannot."""
    ordered = sorted(faults)
    groups = [fault for fault in ordered if fault.changes], [fault for fault in ordered if not fault.changes]
    gathered = []
    for group in filter(None, groups):
        first = group[0]
        more = f", and {len(group) - 1} more here" if len(group) > 1 else ""
        changes = tuple(change for fault in group for change in fault.changes)
        gathered.append(first._replace(message=first.message + more, changes=changes))
    return sorted(gathered)
