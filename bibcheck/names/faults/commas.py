"""Commas that part people, and commas that part one name wrongly."""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.names.faults.fault import COMMAS, MALFORMED, NameFault
from bibcheck.names.faults.list_text import ListText
from bibcheck.names.faults.pieces import (
    is_body,
    is_common_given,
    is_family,
    is_full_name,
    is_generation,
    is_given,
    is_named,
    is_reversed,
    words_of,
)
from bibcheck.names.faults.triggers import SUFFIXES
from bibcheck.names.words import BARE, JOINED, RUN, is_initials, shape, space_initials

_COMMA = pattern(",")
_LEADING_AND = pattern(r"(?:and|\\?&)[ \t\r\n~]+")
_MOST_PIECES = 400


def find_people_between_commas(names: ListText, number: int) -> NameFault | None:
    """A name that is a list of people parted by commas.

    Where one comma is all there is, it parts people only if the other names of the list have none.
    """
    name, raw = names.names[number], names.raw(number)
    if not name.commas or name.commas > _MOST_PIECES or is_body(raw):
        return None
    if name.commas == 1 and any(other.commas for other in names.names if other is not name):
        return None
    pieces = [_LEADING_AND.sub("", piece, count=1) for piece in _cut(raw, names.outside_braces(number))]
    is_open = not pieces[-1]  # the list ends in a comma, as before `and`
    if is_open:
        pieces.pop()
    if not all(pieces) or (len(pieces) == 3 and is_generation(pieces[1])):
        return None
    people = _people(pieces, is_open or len(names.names) > 1)
    if not people:
        return None
    edits = [(name.start, name.end, " and ".join(people))]
    if is_reversed(pieces[0]):
        edits += _turn_others(names, number)
    return NameFault(COMMAS, name.start, name.end, (number,), str(len(people)), tuple(edits))


def _cut(raw: str, masked: str) -> list[str]:
    ends = [*(match.start() for match in _COMMA.finditer(masked)), len(raw)]
    starts = [0, *(end + 1 for end in ends)]
    return [raw[start:end].strip(" ~\t\r\n") for start, end in zip(starts, ends, strict=False)]


def _people(pieces: list[str], has_company: bool) -> list[str]:
    """The people that pieces name, each as BibTeX wants it; none if it is not certain that they are people.

    `has_company` is whether other names stand beside the pieces.
    """
    if len(pieces) < 2:
        return []
    if all(map(is_full_name, pieces)):
        return pieces if len(pieces) > 2 or all(map(is_named, pieces)) else []
    if all(map(is_reversed, pieces)):
        # `Butler H., Inez M.` is one person, who has her mother's family name as an initial.
        is_medical = all(shape(words_of(piece)[-1]) in (BARE, RUN) for piece in pieces)
        return [_turn(piece) for piece in pieces] if len(pieces) > 2 or is_medical or has_company else []
    families, given = pieces[::2], pieces[1::2]
    if (
        len(pieces) < 4
        or len(families) > len(given)
        or not all(map(is_family, families))
        or not all(map(is_given, given))
    ):
        return []
    common = sum(map(is_common_given, given))
    if common < len(given) and (len(pieces) < 6 or not common):
        return []
    return [f"{family}, {name}" for family, name in zip(families, given, strict=True)]


def _turn(piece: str) -> str:
    """`Last I. J.` as `Last, I. J.`."""
    words = words_of(piece)
    families = [word for word in words if not is_initials(word)]
    given = [space_initials(word) if word.replace(".", "").isalpha() else word for word in words[len(families) :]]
    return " ".join(families) + ", " + " ".join(given)


def _turn_others(names: ListText, number: int) -> list[tuple[int, int, str]]:
    return [
        (other.start, other.end, _turn(names.raw(index)))
        for index, other in enumerate(names.names)
        if index != number and not other.commas and is_reversed(names.raw(index))
    ]


def find_malformed(names: ListText, number: int) -> NameFault | None:
    """A name that BibTeX complains of, or of whose words it makes something else than was meant."""
    name = names.names[number]
    said = _why_malformed(names, number) if name.commas or name.errors else _why_misread(names, number)
    return NameFault(MALFORMED, name.start, name.end, (number,), said) if said else None


def _why_misread(names: ListText, number: int) -> str:
    """Why the last word of a name without commas is no family name."""
    raw = names.raw(number)
    words = words_of(raw)
    if is_body(raw):
        return ""
    if len(words) > 2 and words[-1] in SUFFIXES:
        return f"has `{words[-1]}` for its family name: a suffix stands between two commas, `Last, {words[-1]}, First`"
    if len(words) > 1 and words[-1].endswith(".") and is_reversed(raw) and _is_misplaced(names, number, words):
        return f"has `{words[-1]}` for its family name: initials stand first, or after a comma"
    return ""


def _is_misplaced(names: ListText, number: int, words: list[str]) -> bool:
    """Whether the initial at the end is one of a given name. Some in India sign so, with one initial: `Rishi T.`"""
    others = [other for index, other in enumerate(names.names) if index != number]
    return (
        len(words) > 2
        or shape(words[-1]) == JOINED
        or any(other.commas or is_reversed(names.text[other.start : other.end]) for other in others)
    )


def _why_malformed(names: ListText, number: int) -> str:
    name = names.names[number]
    if "unbalanced braces" in name.errors:
        return "has braces that do not match"
    if "too many commas" in name.errors:
        return f"has {name.commas} commas, and two are the most that a name can have"
    if "comma at the end" in name.errors:
        return "ends in a comma"
    pieces = _cut(names.raw(number), names.outside_braces(number))
    if not pieces[0]:
        return "has no family name before its comma"
    if name.commas == 1 and pieces[1] in SUFFIXES:
        return f"has `{pieces[1]}` for its given name: a suffix stands between two commas"
    if name.commas < 2 or is_generation(pieces[1]):
        return ""
    middle, end = (" ".join(piece.split()) for piece in pieces[1:3])
    if not middle:
        return "has two commas with nothing between them"
    if is_generation(end):
        return f"has its suffix at the end: `{middle}` is taken for the suffix, and `{end}` for the given name"
    if len(words_of(middle)) > 1 or is_initials(middle):
        return f"has two commas, so that `{middle}` is taken for a suffix like `Jr.`"
    return ""
