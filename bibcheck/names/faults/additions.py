"""What stands in a name but is not part of it: titles, degrees, roles, addresses, numbers, footnote marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from bibcheck.knowledge.person_words import DEGREES, DEGREES_OR_INITIALS, PRONOUNS, ROLES, TITLE_PARTS, TITLES
from bibcheck.lazy_re import pattern
from bibcheck.names.faults.fault import ADDITION, ROLE, NameFault
from bibcheck.names.faults.list_text import ListText
from bibcheck.names.faults.pieces import is_body, is_named, words_of

_SPACE = " ~\t\r\n"
_TITLE_WORDS = TITLES | TITLE_PARTS
_DEGREES_AFTER_NAMES = DEGREES | DEGREES_OR_INITIALS
_WORD = pattern(r"[^ \t\r\n~]+")
_MAIL = pattern(r"(?<![<(\[{])[<(\[{]*+(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++[>)\]}]*+")
_ORCID = pattern(
    r"[<(\[]?(?:https?://)?(?:www\.)?(?:(?:orcid\.org/|ORCID:?[ ]?))?(?<!\d)\d{4}-\d{4}-\d{4}-\d{3}[\dXx](?!\d)[>)\]]?"
)
_GRADE = pattern(
    r"(?:(?:Graduate|Student|Senior|Life|Associate)[ ]){0,3}+(?:Member|Fellow),?[ ]*+(?:IEEE|ACM|IEE|IET|OSA|SIAM|AAAI)"
    r"(?:[ ]Computer[ ]Society)?"
)
_IN_PARENTHESES = pattern(r"\(([^()]{1,25})\)")
_LAST_PIECE = pattern(r",[ \t\r\n~]*+([^,]+)\Z")
_ROLES_THAT_ARE_NAMES = frozenset("ed comp org hg trans red".split())  # without a full stop they may be a name
_HOMONYM = pattern(r"(?<=[\w}.])[ \t\r\n~]+(0\d{3})(?=,|\Z)")
_MARKS = pattern(
    r"(?:[*†‡§¶²³¹]++|\{?\\(?:thanks|footnote|footnotemark|textsuperscript|inst)\{[^{}]*+\}\}?|\{?\\(?:text)?d?dagger\}?"
    r"|\$\^?\{?[0-9*,]++\}?\$|(?<=[a-zà-ÿ]{3})[0-9](?:,*+[0-9])*+)++"
)
_ZERO = pattern(r"(?<![\w.])0\.(?![0-9])")


def find_addition(names: ListText, number: int) -> NameFault | None:
    """The first thing in a name that is not part of it, and the edit that takes it out."""
    name, raw = names.names[number], names.raw(number)
    if name.is_braced or len(words_of(raw.replace(",", " "))) < 2 or is_body(raw) or name.commas > 2:
        return None  # BibTeX complains of a third comma, whatever stands behind it
    for start, end, said in _find_all(raw):
        edit = _take_out(raw, start, end)
        edits = ((name.start + edit[0], name.start + edit[1], edit[2]),) if edit else ()
        kind = ROLE if said == ROLE else ADDITION
        return NameFault(kind, name.start + start, name.start + end, (number,), said, edits)
    if match := _ZERO.search(raw):
        start, end = name.start + match.start(), name.start + match.end()
        return NameFault(ADDITION, start, end, (number,), "a zero in the place of `O.`", ((start, end, "O."),))
    return None


def _find_all(raw: str) -> Iterator[tuple[int, int, str]]:
    """Spans of additions, and what they are."""
    for form, said in (
        (_MAIL, "an e-mail address"),
        (_ORCID, "an ORCID"),
        (_GRADE, "a grade of membership"),
    ):
        if match := form.search(raw):
            yield *match.span(), said
    yield from _find_titles(raw)
    yield from _find_degrees(raw)
    for match in _IN_PARENTHESES.finditer(raw):
        inner = match[1].strip().lower()
        if inner in ROLES:
            yield *match.span(), ROLE
        elif inner in PRONOUNS:
            yield *match.span(), "not part of a name"
    if "," in raw and (match := _LAST_PIECE.search(raw)):
        role = match[1].strip(_SPACE)
        if role.lower() in ROLES and role not in _ROLES_THAT_ARE_NAMES and (role[0].islower() or role[-1] in ".s"):
            yield *match.span(1), ROLE
    if match := _HOMONYM.search(raw):
        yield *match.span(1), "the number that DBLP gives people who share a name"
    for match in _MARKS.finditer(raw):
        if raw[match.end() : match.end() + 1] in ("", ","):
            yield *match.span(), "a footnote mark"


def _find_titles(raw: str) -> Iterator[tuple[int, int, str]]:
    """Titles at the beginning of the name or of what follows its comma, with the words that go with them."""
    place = 0
    for piece in raw.split(","):
        words = list(_WORD.finditer(piece))
        titles = _begin_with(words, _TITLE_WORDS)
        is_torn = place == 0 and len(titles) == len(words) and "," in raw  # `Dr, Sorin` was `Dr\u0103ghici, Sorin`
        if any(word[0] in TITLES for word in titles) and not is_torn:
            yield place + titles[0].start(), place + titles[-1].end(), "a title"
        place += len(piece) + 1


def _find_degrees(raw: str) -> Iterator[tuple[int, int, str]]:
    """Degrees at the end of the name, or before its comma; those that look like initials only after a whole name."""
    place = 0
    pieces = raw.split(",")
    for number, piece in enumerate(pieces):
        words = list(_WORD.finditer(piece))
        is_after_name = number > 1 or (number == 1 and "." not in piece and is_named(pieces[0]))
        degrees = _begin_with(reversed(words), _DEGREES_AFTER_NAMES if is_after_name else DEGREES)
        if degrees and (len(degrees) < len(words) or number):
            yield place + degrees[-1].start(), place + degrees[0].end(), "a degree"
        place += len(piece) + 1


def _begin_with(words: Iterable[re.Match[str]], known: frozenset[str]) -> list[re.Match[str]]:
    """The words up to the first that is not known."""
    return list(takewhile(lambda word: word[0] in known, words))


def _take_out(raw: str, start: int, end: int) -> tuple[int, int, str] | None:
    """An edit that takes out a part of a name with the space or the comma before it; none if that leaves no whole name."""
    if raw.count("{", start, end) != raw.count("}", start, end):
        return None
    before, after = raw[:start].rstrip(_SPACE), raw[end:].lstrip(_SPACE)
    if not before:
        after = after.lstrip(_SPACE + ",")
        return (0, len(raw) - len(after), "") if after else None
    if not after:
        return len(before.rstrip(_SPACE + ",")), len(raw), ""
    return len(before), len(raw) - len(after), "" if after.startswith(",") else " "
