"""Commas that part people, and commas that part one name wrongly."""

from __future__ import annotations

import re

from bibcheck.knowledge import organisations
from bibcheck.lazy_re import pattern
from bibcheck.names.faults.fault import COMMAS, MALFORMED, NameFault
from bibcheck.names.faults.list_text import ListText
from bibcheck.names.faults.pieces import (
    has_body_word,
    is_body,
    is_certain_run,
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
from bibcheck.names.parse import read_names
from bibcheck.names.words import BARE, INITIAL, JOINED, RUN, is_initials, shape, space_initials

_COMMA = pattern(",")
_LEADING_AND = pattern(r"\A(?:and|\\?&)[ \t\r\n~]+")
_LINE_BROKEN = pattern(r"[A-Z]\w{0,40}+\\[ \t\r\n]++[a-z]\w*+")  # `J\ ha`, which was `J\` at the end of a line
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
    pieces = [_LEADING_AND.sub("", piece) for piece in _cut(raw, names.outside_braces(number))]
    is_open = not pieces[-1]  # the list ends in a comma, as before `and`
    if is_open:
        pieces.pop()
    if not all(pieces) or (len(pieces) == 3 and is_generation(pieces[1])) or _is_of_subjects(names, pieces):
        return None
    people = _people(pieces, is_open or len(names.names) > 1)
    if not people:
        return None
    edit = (name.start, name.end, " and ".join(people))
    return NameFault(COMMAS, name.start, name.end, (number,), str(len(people)), (edit,))


def turn_others(names: ListText, faults: list[NameFault]) -> list[NameFault]:
    """The faults, where a list of people in PubMed's order is mended with all other names in that order turned around."""
    for index, fault in enumerate(faults):
        if fault.kind == COMMAS and names.turned and any(map(is_reversed, names.raw(min(fault.names)).split(","))):
            faulty = {number for other in faults if other.kind != MALFORMED for number in other.names}
            turned = [number for number in sorted(names.turned) if number not in faulty]
            edits = [(names.names[number].start, names.names[number].end, turn(names.raw(number))) for number in turned]
            faults[index] = fault._replace(edits=(*fault.edits, *edits))
            return [other for other in faults if other.kind != MALFORMED or names.turned.isdisjoint(other.names)]
    return faults


def _is_of_subjects(names: ListText, pieces: list[str]) -> bool:
    """Whether the pieces are subjects of a committee: `Senate Employment, Workplace Relations, Small Business`."""
    subjects = sum(not organisations.SUBJECTS.isdisjoint(words_of(piece)) for piece in pieces)
    return subjects > 1 or (subjects > 0 and has_body_word(words_of(names.text.replace(",", " "))))


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
    if any(map(_is_suffix, pieces)):
        return _people_with_suffixes(pieces)
    if all(map(is_full_name, pieces)):
        return pieces if len(pieces) > 2 or all(map(is_named, pieces)) else []
    if all(map(is_reversed, pieces)):
        # `Butler H., Inez M.` is one person, who has her mother's family name as an initial.
        is_medical = all(shape(words_of(piece)[-1]) in (BARE, RUN) for piece in pieces)
        return [turn(piece) for piece in pieces] if len(pieces) > 2 or is_medical or has_company else []
    families, given = pieces[::2], pieces[1::2]
    if (
        len(pieces) == 2
        or len(families) > len(given)
        or not all(map(is_family, families))
        or not all(map(is_given, given))
    ):
        return []
    common = sum(map(is_common_given, given))
    if common < len(given) and (len(given) < 3 or not common):
        return []
    return [f"{family}, {name}" for family, name in zip(families, given, strict=True)]


def _people_with_suffixes(pieces: list[str]) -> list[str]:
    """The people that `Last, Jr, First, Last, Jr, First` names."""
    families, suffixes, given = pieces[::3], pieces[1::3], pieces[2::3]
    if len(pieces) % 3 or not (
        all(map(is_family, families)) and all(map(_is_suffix, suffixes)) and all(map(is_given, given))
    ):
        return []
    return [", ".join(pieces[start : start + 3]) for start in range(0, len(pieces), 3)]


def _is_suffix(piece: str) -> bool:
    """Whether a piece is what BibTeX's jr part is for, and no initial: `V`."""
    return len(piece.strip(".")) > 1 and is_generation(piece)


def turn(piece: str) -> str:
    """`Last I. J.` as `Last, I. J.`."""
    words = words_of(piece)
    families = [word for word in words if not is_initials(word)]
    given = [space_initials(word) if word.replace(".", "").isalpha() else word for word in words[len(families) :]]
    return " ".join(families) + ", " + " ".join(given)


def find_malformed(names: ListText, number: int) -> NameFault | None:
    """A name that BibTeX complains of, or of whose words it makes something else than was meant."""
    name = names.names[number]
    said = _why_malformed(names, number) if name.commas or name.errors else _why_misread(names, number)
    return NameFault(MALFORMED, name.start, name.end, (number,), said) if said else None


def _why_misread(names: ListText, number: int) -> str:
    """Why the last word of a name without commas is no family name."""
    raw = names.raw(number)
    words = words_of(raw)
    if is_body(raw) or not words:
        return ""
    last = words[-1]
    if match := _LINE_BROKEN.search(raw):
        return _describe_break(match)
    if len(words) > 2 and last in SUFFIXES:
        return f"has the family name `{last}`: write {_with_suffix(' '.join(words[:-1]), last)}"
    if number in names.turned and _is_misplaced(names, number, words):
        return f"has the family name `{last}`: write `{turn(raw)}`"
    return ""


def _describe_break(match: re.Match[str]) -> str:
    return f"has a `\\` before a space in one word: write `{''.join(match[0].replace(chr(92), '').split())}`"


def _with_suffix(name: str, suffix: str) -> str:
    """How a name with a suffix is written."""
    (read,) = read_names(name)
    if "{" in name or not read.first:
        return f"`Last, {suffix}, First`"
    return f"`{read.family}, {suffix}, {read.given}`"


def _is_misplaced(names: ListText, number: int, words: list[str]) -> bool:
    """Whether what stands behind a family name are initials.

    Some in India sign with one initial behind the name (`Rishi T.`), and `Weinan E` has a family name of one letter.
    """
    kind = shape(words[-1])
    has_company = len(names.names) > 1
    if kind in (INITIAL, JOINED):
        return len(words) > 2 or kind == JOINED or names.with_comma > 0 or len(names.turned) > 1
    if is_certain_run(words[-1]):
        return has_company or len(words[-1]) == 2
    return len(names.turned) > 2 or names.has_run


def _why_malformed(names: ListText, number: int) -> str:
    name = names.names[number]
    raw = names.raw(number)
    if "unbalanced braces" in name.errors:
        return "has braces that do not match: close or delete one"
    if "too many commas" in name.errors:
        return f"has {name.commas} commas, and a name can have two at most"
    if "comma at the end" in name.errors:
        whole = raw.rstrip(", ~\t\r\n")
        return f"ends in a comma: write `{turn(whole) if ',' not in whole and is_reversed(whole) else whole}`"
    if match := _LINE_BROKEN.search(raw):
        return _describe_break(match)
    pieces = _cut(raw, names.outside_braces(number))
    if not pieces[0]:
        return "has no family name before its comma: delete the comma, or write the name"
    if name.commas == 1:
        return _why_pair_is_wrong(*pieces)
    return "" if is_generation(pieces[1]) else _why_middle_is_wrong(*(" ".join(piece.split()) for piece in pieces))


def _why_pair_is_wrong(family: str, given: str) -> str:
    if given in SUFFIXES:
        return f"has the given name `{given}`: write {_with_suffix(family, given)}"
    words = words_of(given)
    if (
        all(shape(word) in (INITIAL, JOINED) for word in words_of(family))
        and words
        and not any(map(is_initials, words))
    ):
        return f"has the family name `{family}`: write `{given}, {' '.join(map(space_initials, words_of(family)))}`"
    return ""


def _why_middle_is_wrong(family: str, middle: str, end: str) -> str:
    if not middle:
        return "has two commas with nothing between them: delete one"
    if is_generation(end):
        return f"has its suffix at the end: write `{family}, {end}, {middle}`"
    if len(words_of(middle)) > 1 or is_initials(middle):
        return f"has two commas, so that `{middle}` is read as a suffix like `Jr.`: separate people with `and`"
    return ""
