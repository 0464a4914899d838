"""Parts of other entries that a value takes over: `xdata=KEY-FIELD`, with the place in a list behind it (`-1`).

Biber manual, section 3.13, "Granular XDATA": what leads nowhere is printed as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import FIELD_ALIASES
from bibcheck.lazy_re import pattern
from bibcheck.names.parse import read_names
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.syntax.parser import lower_ascii
from bibcheck.syntax.tree import Entry, Field

_MARK = "xdata="
_PART = pattern(
    r"(?<!\S)xdata=(?P<target>[^\s,{}-]++)(?:-(?P<name>[A-Za-z]++)(?:-(?P<position>[0-9]{1,4}))?)?(?=[\s,]|\Z)"
)
_NAMES = {alias: name for name, alias in FIELD_ALIASES.items()}


class Part(NamedTuple):
    """A part that a value asks for. `fault` says why there is none; it is empty where the entry is not in this file."""

    target: str
    span: Span
    written: str
    fault: str


def find_parts(bib: Bibliography) -> Iterator[Part]:
    """The parts of other entries that values ask for."""
    fields = bib.fields_holding(_MARK) if bib.dialect == "biblatex" else ()
    entries = {lower_ascii(entry.key): entry for entry in bib.entries} if fields else {}
    for field in fields:
        for match in _PART.finditer(field.text) if field.entry and field.name != "xdata" else ():
            entry = entries.get(lower_ascii(match["target"]))
            fault = _judge(entry, match["name"] or "", int(match["position"] or 0)) if entry else ""
            yield Part(match["target"], field.span(*match.span()), match[0], fault)


def _judge(entry: Entry, name: str, position: int) -> str:
    if not name:
        return "it names no field, as in `xdata=key-title`"
    name = lower_ascii(name)
    field = next((found for one in _same(name) if (found := entry.field(one))), None)
    if field is None:
        return f"`{entry.key}` has no `{name}`"
    count = _count(field)
    return f"`{name}` of `{entry.key}` lists {count}" if position > count else ""


def _same(name: str) -> tuple[str, ...]:
    return name, FIELD_ALIASES.get(name, name), _NAMES.get(name, name)


def _count(field: Field) -> int:
    return len(read_names(field.text)) or 1
