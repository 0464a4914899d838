"""Organisations that BibTeX would split as people, and people that braces make one name."""

from __future__ import annotations

from bibcheck.knowledge import organisations
from bibcheck.names.faults.fault import BODY, BRACED_LIST, NameFault
from bibcheck.names.faults.list_text import ListText
from bibcheck.names.faults.pieces import has_body_word, is_body, is_full_name, is_person, words_of
from bibcheck.names.parse import read_names

_LARGE = frozenset("National International European American Federal Royal Central World U.S. UK US".split())
_PREPOSITIONS = frozenset("of for on für de".split())


def find_list_in_braces(names: ListText, number: int) -> NameFault | None:
    """People with `and` between them in one pair of braces."""
    name, raw = names.names[number], names.raw(number)
    if "and" not in raw or not name.is_braced:
        return None
    inner = raw[1:-1]
    pieces = [inner[one.start : one.end] for one in read_names(inner)]
    people = [piece for piece in pieces if piece != "others"]
    are_persons = [is_person(piece) for piece in people]
    if len(pieces) < 2 or not any(are_persons) or not (all(are_persons) or all(map(is_full_name, people))):
        return None
    edits = ((name.start, name.start + 1, ""), (name.end - 1, name.end, ""))
    return NameFault(BRACED_LIST, name.start, name.end, (number,), str(len(pieces)), edits, all(are_persons))


def find_body(names: ListText, number: int) -> NameFault | None:
    """An organisation without braces around it."""
    name, raw = names.names[number], names.raw(number)
    if name.is_braced or not is_body(raw):
        return None
    family, comma, given = (piece.strip() for piece in raw.partition(","))
    written = _in_order(family, given) if comma else raw
    # What stands beside it may be the rest of its name: `Bolt Beranek and Newman`.
    beside = [names.raw(index) for index in (number - 1, number + 1) if 0 <= index < len(names.names)]
    is_part = any(len(words_of(other)) == 1 and other != "others" for other in beside)
    said = ""
    if _follows_people(names, number) and not organisations.AFFILIATIONS.isdisjoint(words_of(raw.replace(",", " "))):
        said = "delete it if it is an affiliation, or put braces around it"
    elif not written or is_part or _is_general(raw):
        said = "put braces around the whole name of an organization, and delete an affiliation"
    edits = () if said else ((name.start, name.end, f"{{{written}}}"),)
    is_sure = not comma and not any(map(is_body, beside)) and not raw.isupper() and "\\" not in raw
    return NameFault(BODY, name.start, name.end, (number,), said, edits, is_sure)


def _follows_people(names: ListText, number: int) -> bool:
    """Whether the name before is a person's, or an affiliation too."""
    if not number or names.names[number - 1].is_braced:
        return False
    before = names.raw(number - 1)
    return not is_body(before) or not organisations.AFFILIATIONS.isdisjoint(words_of(before.replace(",", " ")))


def _in_order(family: str, given: str) -> str:
    """The name of an organisation that was written as `Last, First`; empty if its order is in doubt."""
    last, first = words_of(family), words_of(given)
    if family == given:
        return family
    if given in organisations.COMPANY_ENDINGS:
        return f"{family}, {given}"
    if first and first[-1] in _PREPOSITIONS:  # `Standardization, International Organization for`
        return f"{given} {family}"
    if len(last) > 1 and has_body_word(last):
        if "," in given or (last[-1] in organisations.WORDS and not has_body_word(first)):
            return ""  # `Language Center, Prolingua`
        return f"{family}, {given}"  # the comma is its own: `University of Washington, Graduate School`
    if organisations.WORDS.issuperset(first) and not has_body_word(last):  # `Gemma, Team`
        return f"{family} {given}"
    is_turned = has_body_word(last) or family in organisations.COMPANY_ENDINGS
    if is_turned or f"{given} {family}" in organisations.KNOWN:
        return f"{given} {family}"
    return ""  # `Amazon, Brown University` are two


def _is_general(raw: str) -> bool:
    """Whether a name says only what is done, not by whom: `Information Administration`, `Biology, Systems`."""
    words = words_of(raw.replace(",", " "))
    return organisations.SUBJECTS.issuperset(words) or (
        "," in raw and (organisations.SUBJECTS | organisations.WORDS).issuperset(words)
    )


def find_body_with_and(names: ListText) -> NameFault | None:
    """An organisation whose own `and` is all that parts the list."""
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
