"""Names that a template, an anonymous submission or a program put where names should be."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.names.faults.fault import PLACEHOLDER, NameFault
from bibcheck.names.faults.list_text import ListText
from bibcheck.names.faults.triggers import AUTHORS, NAME_FIELDS, NOTES, NUMBERS
from bibcheck.names.words import fold

_WHICH = frozenset(
    "one two three four five first second third fourth fifth last corresponding another some name main anonymous your my "
    "test sample example unknown no firstname lastname surname".split()
)
_STAND_INS = frozenset(
    ("john doe", "jane doe", "jane roe", "richard roe", "max mustermann", "erika mustermann", "foo bar", "lorem ipsum")
)
_COUNT = pattern(
    r"\[?\{?(?:\d+|" + "|".join(NUMBERS) + r") (?:(?:more|other|additional) )?(?:co-?)?(?:authors?|others)\}?\]?",
    re.IGNORECASE,
)
_SUFFIX = pattern(r"(?<!\d)\d++\Z")


def find_stand_ins(names: ListText) -> NameFault | None:
    """A list in which all are called Doe, Roe or the like: a whole list, for there are people of these names."""
    people = [name for name in names.names if not name.is_others]
    spoken = [fold(f"{name.given} {name.family}") for name in people]
    if not spoken or not _STAND_INS.issuperset(spoken):
        return None
    if len(spoken) == 1 and not spoken[0].endswith(("mustermann", "bar", "ipsum")):
        return None
    numbers = tuple(range(len(names.names)))
    return NameFault(PLACEHOLDER, people[0].start, people[-1].end, numbers)


def find_placeholder(names: ListText, number: int) -> NameFault | None:
    """A name that says what should be there: `Firstname Lastname`, `Author One`, `[43 authors]`, `TODO` beside others."""
    name, raw = names.names[number], " ".join(names.raw(number).split())
    if not (
        (raw in NOTES and len(names.names) > 1) or _COUNT.fullmatch(raw) or _is_description(name.given, name.family)
    ):
        return None
    return NameFault(PLACEHOLDER, name.start, name.end, (number,))


def _is_description(given: str, family: str) -> bool:
    words = [_SUFFIX.sub("", word) for word in fold(f"{given} {family}".replace("(s)", "s")).split()]
    has_number = bool(_SUFFIX.search(given + family))
    known = set(words)
    if known and NAME_FIELDS.issuperset(known):
        return len(words) > 1 or has_number or bool(known & {"firstname", "lastname"})
    described = known - AUTHORS
    if described == known:
        return False
    if not described:
        return has_number or len(words) > 1
    return all(word in _WHICH or (len(word) == 1 and word.isascii()) or not word for word in described)
