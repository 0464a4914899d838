"""Names without a word, and lists that are cut short in other words than BibTeX's `and others`."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.names.faults.fault import EMPTY, ET_AL, NameFault
from bibcheck.names.faults.list_text import ListText
from bibcheck.names.faults.pieces import is_person
from bibcheck.names.faults.triggers import OTHERS

_BEGINNING_AND = pattern(r"and[ \t\r\n]+", re.IGNORECASE)
_ENDING_AND = pattern(r"(?<![ \t\r\n])[ \t\r\n]++(and)\Z", re.IGNORECASE)
_ET_AL = pattern(
    r"(?<![ \t\r\n~,])(?P<before>[ \t\r\n~,]*+)(?P<words>\{?(?:\\(?:emph|textit|textsl)[ ]*\{)?\{?"
    r"(?:et[ \t\r\n~.]*+al(?:ii|ia)?|u\.[ ~]?a|y[ ~]otros|e[ ~]outros|und[ ~]andere|et[ ~]autres|и[ ~]+др|и[ ~]+другие)"
    r"\.?\}*+\.?\}*+,?)\Z"
)
_ET_AL_FIRST = pattern(r"(?P<words>et\.?[ ~]al\.?),[ \t\r\n~]*+(?P<name>[^,()]+)\Z")
_ET_AL_WITHIN = pattern(r"(?<![\w.])et[ ~.]+al\b\.?")


def find_empty(names: ListText, number: int) -> NameFault | None:
    """A name that is nothing, or that an `and` begins or ends because no name is on its other side."""
    name = names.names[number]
    masked = names.outside_braces(number)
    if not (name.first or name.von or name.last or name.jr):
        return _find_gap(names, number)
    if not number and (match := _BEGINNING_AND.match(masked)):
        edit = (name.start, name.start + match.end(), "")
        return NameFault(EMPTY, name.start, name.start + 3, (number,), "the list begins with `and`", (edit,))
    if names.is_last(number) and (match := _ENDING_AND.search(masked)):
        edit = (name.start + match.start(), name.end, "")
        return NameFault(EMPTY, name.start + match.start(1), name.end, (number,), "the list ends in `and`", (edit,))
    return None


def _find_gap(names: ListText, number: int) -> NameFault:
    """A name without a word: taken out with the `and` before it, the first one with the `and` after it."""
    text, name = names.text, names.names[number]
    after = len(text) if names.is_last(number) else names.names[number + 1].start
    if not number:
        edits = () if names.is_last(number) else ((name.start, after, ""),)
        return NameFault(EMPTY, name.start, after, (number,), "the list begins with a name that has no word", edits)
    before = names.names[number - 1].end
    gap = text[before:after]
    start, end = before + len(gap) - len(gap.lstrip()), before + len(gap.rstrip())
    return NameFault(EMPTY, start, end, (number,), "no name stands between two `and`s", ((before, name.end, ""),))


def find_et_al(names: ListText, number: int) -> NameFault | None:
    """What should be `and others`. In the middle of a list only `et al.` is it beyond doubt, and nothing mends it."""
    name, raw = names.names[number], names.raw(number)
    if names.is_last(number):
        if number and raw in OTHERS and not (names.dialect == "biblatex" and raw.lower() == "others"):
            # Biber/Input/file/bibtex.pm compares in lower case; the styles of BibTeX letter by letter.
            return NameFault(ET_AL, name.start, name.end, (number,), "", ((name.start, name.end, "others"),))
        if match := _ET_AL.search(raw):
            return _cut_short(names, number, match)
        if match := _ET_AL_FIRST.match(raw):
            edit = (name.start, name.end, f"{match['name']} and others")
            return NameFault(ET_AL, name.start, name.start + match.end("words"), (number,), "", (edit,))
    within = _ET_AL_WITHIN.search(names.masked, name.start, name.end)
    return NameFault(ET_AL, *within.span(), (number,)) if within else None


def _cut_short(names: ListText, number: int, match: re.Match[str]) -> NameFault:
    name, raw = names.names[number], names.raw(number)
    start = name.start + match.start("words")
    end = name.end
    edits: tuple[tuple[int, int, str], ...] = ()
    if name.is_braced and match.start("words"):
        end -= len(match[0]) - len(match[0].rstrip("}"))
        before = raw[1 : match.start()]
        is_whole = is_person(before) and before.count("{") == before.count("}")
        edits = ((name.start, name.end, f"{before} and others"),) if is_whole else ()
    elif match.start("words"):
        edits = ((name.start + match.start(), name.end, " and others"),)
    elif number:
        edits = ((name.start, name.end, "others"),)
    return NameFault(ET_AL, start, end, (number,), "", edits)
