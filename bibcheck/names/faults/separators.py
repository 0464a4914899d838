"""What stands between names, or should."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.names.faults.fault import GLUED, SEPARATOR, NameFault
from bibcheck.names.faults.list_text import ListText
from bibcheck.names.faults.pieces import is_body, is_full_name, is_name_word, is_named, is_person, words_of
from bibcheck.names.faults.triggers import FAMILY_JOINERS, FOREIGN, SLIPS
from bibcheck.names.words import is_initials

_SPACE = " ~\t\r\n"
_AND_BEFORE_CAPITAL = pattern(r"(?:(?<=[ \t\r\n])|\A)and(?=[A-Z])")
_AND_AFTER_POINT = pattern(r"(?<=[.,}])and(?=[ \t\r\n~])|(?<=~)and(?=[ \t\r\n~])|(?<=[ \t\r\n])and(?=~)")
_AND_AFTER_WORD = pattern(r"(?<=[a-z])and(?=[ \t\r\n]+[A-Z{\\])")
# What stands before `and` in names: Roland, Hildebrand, Bertrand, Armand, Marchand, Durand, Ferdinand.
_BEFORE_AND = ("l", "br", "gr", "tr", "rm", "ch", "dur", "din", "ig", "eg", "ri", "sh")
_LEAST_STEM = 4  # letters before a glued `and`: `Sand`, `Hand` and `Rand` are names
_ENTITY = pattern(r"&(?:#\w+|[A-Za-z]+);")
_SEMICOLON = pattern(r"(?<![ \t\r\n~])[ \t\r\n~]*+;[ \t\r\n]*+")
_AMPERSAND = pattern(r"(?<=[ \t\r\n~,])(?:\\?&|\\and\b)(?=[ \t\r\n~])")
_WITH = pattern(r"(?<=[ \t\r\n,])(?:in[ ](?:collaboration|cooperation)[ ])?with(?=[ \t\r\n])")
_SLIP = pattern(r"(?<=[ \t\r\n])(?:" + "|".join(sorted(SLIPS)) + r")(?=[ \t\r\n])")
_FOREIGN_AND = pattern(r"(?<=[ \t\r\n])(?:" + "|".join(sorted(FOREIGN)) + r")(?=[ \t\r\n])")
_LONGEST = 2000  # characters of a name that is looked at piece by piece


def find_glued_and(names: ListText, number: int) -> NameFault | None:
    """An `and` that is part of a word because a space is missing, or a tie stands for it."""
    masked = names.outside_braces(number)
    if "and" not in masked:
        return None
    for form in (_AND_BEFORE_CAPITAL, _AND_AFTER_POINT):
        match = form.search(masked)
        if match and masked[: match.start()].strip(_SPACE):
            return _glued(names, number, match.start(), match.end())
    match = _AND_AFTER_WORD.search(masked)
    if match and _parts_two(names.raw(number), match.start(), match.end()):
        return _glued(names, number, match.start(), match.end())
    return None


def _glued(names: ListText, number: int, start: int, end: int) -> NameFault:
    """The fault, with the words around that it is glued to as its place."""
    raw = names.raw(number)
    before, after = raw[:start], raw[end:]
    place = names.names[number].start
    first = max(before.rfind(space) for space in " \t\r\n") + 1
    last = end + len(after) - len(after.lstrip("~"))
    last += len(raw[last:].split()[0].rstrip(",")) if raw[last : last + 1] not in _SPACE else 0
    edit = (place + len(before.rstrip(_SPACE + ",")), place + end + len(after) - len(after.lstrip(_SPACE)), " and ")
    return NameFault(GLUED, place + first, place + last, (number,), "", (edit,))


def _parts_two(raw: str, start: int, end: int) -> bool:
    """Whether `Smithand` is `Smith and`: what is before and after it are people, and BibTeX makes nonsense of them."""
    before, after = raw[:start], raw[end:].strip()
    if "," in before and "," in after:
        return True
    if "," in raw or before.lower().endswith(_BEFORE_AND) or len(before.split()[-1]) < _LEAST_STEM:
        return False
    return is_full_name(before) and is_full_name(after) and (is_named(before) or is_named(after))


def find_separator(names: ListText, number: int) -> NameFault | None:
    """Another sign or word than `and` between people, or only a line break."""
    masked = names.outside_braces(number)
    if len(masked) > _LONGEST:
        return None
    if ";" in masked and (fault := _find_semicolons(names, number)):
        return fault
    if is_body(names.raw(number)):
        return None
    if ("&" in masked or "\\and" in masked) and (fault := _find_between_people(names, number, _AMPERSAND)):
        return fault
    words = masked.split()
    if "with" in words and (fault := _find_between_words(names, number, _WITH)):
        return fault
    if not SLIPS.isdisjoint(words) and (fault := _find_between_words(names, number, _SLIP)):
        return fault
    if not FOREIGN.isdisjoint(words) and (fault := _find_between_people(names, number, _FOREIGN_AND)):
        return fault
    return _find_line_break(names, number) if "\n" in masked else None


def _find_semicolons(names: ListText, number: int) -> NameFault | None:
    name = names.names[number]
    masked = _ENTITY.sub(lambda match: "x" * len(match[0]), names.outside_braces(number))
    if ";" not in masked:
        return None
    edits = []
    for match in _SEMICOLON.finditer(masked):
        is_at_end = not match.start() or match.end() == len(masked)
        edits.append((name.start + match.start(), name.start + match.end(), "" if is_at_end else " and "))
    first = name.start + masked.index(";")
    # `M.;~Gonzalez~Clotet` was put together by a program from what it took for one name.
    are_names = all(map(_is_whole_name, masked.strip("; ").split(";")))
    return NameFault(SEPARATOR, first, first + 1, (number,), ";", tuple(edits) if are_names else (), places=len(edits))


def _is_whole_name(piece: str) -> bool:
    """Whether a piece between semicolons may be a name: `D.` in `Gray, Russell; D.` is none."""
    return piece[:1] != "~" and not all(map(is_initials, words_of(piece)))


def _find_between_people(names: ListText, number: int, word: re.Pattern[str]) -> NameFault | None:
    """A word of a pattern wherever it is, if all that it parts are people."""
    raw, masked = names.raw(number), names.outside_braces(number)
    matches = list(word.finditer(masked))
    starts = [0, *(match.end() for match in matches)]
    ends = [*(match.start() for match in matches), len(raw)]
    pieces = [raw[start:end].strip(_SPACE + ",") for start, end in zip(starts, ends, strict=True)]
    are_people = [is_person(piece) for piece in pieces]
    if not matches or not any(are_people):
        return None
    joins_families = any(match[0] in FAMILY_JOINERS for match in matches)
    if not all(are_people) and (joins_families or not all(map(is_full_name, pieces))):
        return None
    return _separated(names, number, matches)


def _find_between_words(names: ListText, number: int, word: re.Pattern[str]) -> NameFault | None:
    """A word of a pattern that is in no name, if a name is on either side."""
    raw, masked = names.raw(number), names.outside_braces(number)
    matches = [
        match
        for match in word.finditer(masked)
        if "(" not in raw[: match.start()] and is_name_word(raw[match.end() :].split()[0])
    ]
    return _separated(names, number, matches) if matches else None


def _separated(names: ListText, number: int, matches: list[re.Match[str]]) -> NameFault:
    name, raw = names.names[number], names.raw(number)
    edits = []
    for match in matches:
        start = len(raw[: match.start()].rstrip(_SPACE + ","))
        end = len(raw) - len(raw[match.end() :].lstrip(_SPACE))
        edits.append((name.start + start, name.start + end, " and "))
    start, end = matches[0].span()
    return NameFault(
        SEPARATOR, name.start + start, name.start + end, (number,), matches[0][0], tuple(edits), places=len(edits)
    )


def _find_line_break(names: ListText, number: int) -> NameFault | None:
    name, raw = names.names[number], names.raw(number)
    lines = raw.split("\n")
    has_commas = all(line.count(",") == 1 for line in lines)
    if not (has_commas or "," not in raw) or not all(is_person(line.strip()) for line in lines):
        return None
    edits = []
    place = name.start
    for line in lines[:-1]:
        end = place + len(line.rstrip())
        edits.append((end, end, " and"))
        place += len(line) + 1
    return NameFault(SEPARATOR, name.start, name.end, (number,), "\n", tuple(edits))
