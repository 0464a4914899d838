"""In plain words: what a program expected and found where it could not read on."""

from __future__ import annotations

import re

from bibcheck.defects import Defect, error_of
from bibcheck.defects.outline import NAME, SPACE
from bibcheck.defects.repairs import end_of_read, last_read
from bibcheck.lazy_re import pattern
from bibcheck.source import Source
from bibcheck.syntax import tree as t

_TOKEN = pattern(r"@?+[\w:.-]++|\\[A-Za-z]++|.", re.DOTALL)
_PENDING = pattern(rf"{SPACE}(,){SPACE}(?:({NAME}){SPACE}(?:(=){SPACE}([{{\"])?+)?+)?+")
_CLOSED = pattern(rf"[^,{{}}\"=\r\n]*+[}}\"]{SPACE},")
_FIELD_LINE = pattern(rf"[\r\n][ \t]*+{NAME}[ \t]*+=[ \t]*+[\"{{]")


def explain(source: Source, defect: Defect) -> str:
    """What was expected, what was found, and on what line and column."""
    text, command = source.text, defect.command
    place = "on line {0.line}, column {0.column}".format(source.place(defect.at))
    fault = error_of(command)
    token = None if fault and fault.code == t.END_OF_FILE else _TOKEN.match(text, defect.at)
    found = f"found {_shown(token[0]) if token else 'the end of the file'} {place}"
    if isinstance(command, t.Broken):
        return f"{_trouble_at_head(text, defect)}, {found}"
    if isinstance(command, t.Entry):
        return f"{_trouble_in_entry(source, command, defect.at, token[0] if token else '')}, {found}"
    return f"{_trouble_in_command(command)}, {found}"


def _shown(token: str) -> str:
    return f"`{token}`" if token.isprintable() else f"the character U+{ord(token):04X}"


def _trouble_at_head(text: str, defect: Defect) -> str:
    word = text[defect.span.start : defect.span.end]
    if word == "@":
        return "expected an entry type after `@`"
    opening = text[defect.span.end : defect.at].strip()
    return f"expected a name or a value after `{word}{opening}`" if opening else f"expected `{{` after `{word}`"


def _trouble_in_command(command: t.String | t.Preamble) -> str:
    fault = error_of(command)
    if isinstance(command, t.String) and not command.name:
        return "expected the name of a macro"
    if fault and fault.code == t.EXPECTED_EQUALS:
        return "expected `=` after the name of the macro"
    if fault and fault.code == t.UNBALANCED_BRACES:
        return "the value has more closing braces than opening ones, or is never closed"
    return f"expected `{command.closing}` after the value" if command.field else "expected a value"


def _trouble_in_entry(source: Source, entry: t.Entry, at: int, token: str) -> str:
    text = source.text
    field = last_read(entry, at)
    end = end_of_read(entry, at)
    if field and text[end:at].lstrip().startswith("#"):
        return f"expected another part of the value of `{field.name}` after `#`"
    pending = _PENDING.match(text, end)
    if pending and pending.end(1) <= at:
        return _trouble_in_field(source, entry, pending)
    if field and _FIELD_LINE.search(text, field.value_start, field.value_end):
        return f"the value of `{field.name}` is not closed and takes in the fields below it"
    if not token or token[0] == "@":
        return f"the entry is not closed: expected `{entry.closing}`"
    if token in "})":
        return f"the entry is not closed by the `{entry.closing}` that belongs to how it is opened"
    if field and text[field.value_start] not in '{"' and _CLOSED.match(text, at):
        return f"the value of `{field.name}` is closed but not opened"
    after = f"the value of `{field.name}`" if field else f"the key `{entry.key}`"
    if field and text[end - 1] == '"':
        return f"{after} ends at the second quotation mark: expected `,` or `{entry.closing}`"
    return f"expected `,` or `{entry.closing}` after {after}"


def _trouble_in_field(source: Source, entry: t.Entry, pending: re.Match[str]) -> str:
    name, equals, opening = pending.group(2, 3, 4)
    fault = error_of(entry)
    if not name:
        return f"expected the name of a field or `{entry.closing}` after the comma"
    if not equals:
        return f"expected `=` after the field name `{name}`"
    if not opening:
        return f"expected the value of `{name}`"
    if fault and fault.code == t.UNBALANCED_BRACES:
        return f"the value of `{name}` has more closing braces than opening ones, or lacks its closing quotation mark"
    if fault and fault.code != t.END_OF_FILE:
        return f"expected another part of the value of `{name}` after `#`"
    value = source.text[pending.start(4) :]
    if _FIELD_LINE.search(value):
        return f"the value of `{name}` is not closed and takes in the fields below it"
    if value.count("{") <= value.count("}") and value.count('"') != 1:
        return f"the entry is not closed: expected `{entry.closing}`"
    return f"the value of `{name}`, which begins on line {source.place(pending.start(4)).line}, is never closed"
