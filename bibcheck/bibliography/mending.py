"""Fixes of a value, which mend it whole or are not offered."""

from __future__ import annotations

from bibcheck.source import Edit
from bibcheck.syntax.edits import replace, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.values.well_formed import is_well_formed


def mend(field: Field, *changes: tuple[int, int, str], name: str = "") -> tuple[Edit | None, ...]:
    """The edits that put texts in the place of spans of `field.text`; none where the value is not well formed then.

    `name` is for a value that the same fix moves to another field: whose reader is asked.
    """
    pieces = []
    position = 0
    for start, end, text in sorted(changes):
        pieces += [field.text[position:start], text]
        position = end
    value = "".join([*pieces, field.text[position:]])
    if not changes or not is_well_formed(name or field.name, value):
        return ()
    return tuple(replace(field, *change) for change in changes)


def mend_value(field: Field, text: str, name: str = "") -> tuple[Edit | None, ...]:
    """The edit that puts a text in the place of the whole value, as `mend` does."""
    return (replace_value(field, text),) if is_well_formed(name or field.name, text) else ()
