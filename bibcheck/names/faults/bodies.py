"""Organisations that BibTeX would split as people, and people that braces make one name."""

from __future__ import annotations

from bibcheck.knowledge import organisations
from bibcheck.names.faults.fault import BODY, BRACED_LIST, NameFault
from bibcheck.names.faults.list_text import ListText
from bibcheck.names.faults.pieces import is_body, is_person, words_of
from bibcheck.names.parse import read_names

_LARGE = frozenset("National International European American Federal Royal Central World U.S. UK US".split())
_PREPOSITIONS = frozenset("of for on für de".split())


def find_list_in_braces(names: ListText, number: int) -> NameFault | None:
    """People with `and` between them in one pair of braces."""
    name, raw = names.names[number], names.raw(number)
    if "and" not in raw or not name.is_braced:
        return None
    inner = raw[1:-1]
    people = [inner[one.start : one.end] for one in read_names(inner)]
    if len(people) < 2 or not all(is_person(piece) or piece == "others" for piece in people):
        return None
    edits = ((name.start, name.start + 1, ""), (name.end - 1, name.end, ""))
    return NameFault(BRACED_LIST, name.start, name.end, (number,), str(len(people)), edits)


def find_body(names: ListText, number: int) -> NameFault | None:
    """An organisation without braces around it."""
    name, raw = names.names[number], names.raw(number)
    if name.is_braced or not is_body(raw):
        return None
    family, comma, given = (piece.strip() for piece in raw.partition(","))
    edits = ((name.start, name.end, f"{{{_in_order(family, given) if comma else raw}}}"),)
    # What stands beside it may be the rest of its name: `Bolt Beranek and Newman`.
    beside = [names.raw(index) for index in (number - 1, number + 1) if 0 <= index < len(names.names)]
    is_part = _is_general(raw) or any(len(words_of(other)) == 1 and other != "others" for other in beside)
    is_sure = not comma and not any(map(is_body, beside))
    return NameFault(BODY, name.start, name.end, (number,), "", () if is_part else edits, is_sure)


def _in_order(family: str, given: str) -> str:
    """The name of an organisation that was put as `Last, First`, unless the comma is its own."""
    is_own = len(words_of(family)) > 1 and not organisations.WORDS.isdisjoint(words_of(family))
    return f"{family}, {given}" if is_own or given in organisations.COMPANY_ENDINGS else f"{given} {family}"


def _is_general(raw: str) -> bool:
    """Whether a name says only what is done, not by whom: `Information Administration`."""
    return organisations.SUBJECTS.issuperset(words_of(raw))


def find_body_with_and(names: ListText) -> NameFault | None:
    """An organisation whose own `and` is all that parts the list."""
    if len(names.names) < 2:
        return None
    start, end = names.names[0].start, names.names[-1].end
    raw = names.text[start:end]
    folded = " ".join(raw.split())
    if (
        folded not in organisations.KNOWN
        and folded.removeprefix("The ") not in organisations.KNOWN
        and not _is_one(names)
    ):
        return None
    return NameFault(BODY, start, end, tuple(range(len(names.names))), "", ((start, end, f"{{{raw}}}"),))


def _is_one(names: ListText) -> bool:
    """Whether two names are one: `Department of Health` and `Human Services`."""
    if len(names.names) != 2 or "{" in names.text or organisations.WORDS.isdisjoint(names.text.split()):
        return False
    first, second = names.raw(0).split(), names.raw(1).split()
    subjects = {word.rstrip(",") for word in second if word[0].isupper()}
    return (
        bool(subjects)
        and organisations.SUBJECTS.issuperset(subjects)
        and not (_PREPOSITIONS.isdisjoint(first) and _LARGE.isdisjoint(first) and organisations.WORDS.isdisjoint(first))
    )
