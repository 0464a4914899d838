r"""Spaces that print too wide, or are missing: before commas, after commas, inside brackets, `~` and `\,`.

What is looked at is a value's `prose`, in which formulas, commands and addresses are hidden.
"""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.text.latex import brace_groups
from bibcheck.text.prose import HIDDEN

# The Russian standard for references puts spaces before `:` and `;`.
CYRILLIC = frozenset(map(chr, range(0x400, 0x500)))

_WHITE = " \t\r\n"
_SPACE_BEFORE = pattern(r"[ \t\r\n](?:[,.;:?!)\]](?:[\s}~]|\Z)|(?<=[(\[] ))")
_LETTER_AFTER_COMMA = pattern(r",\{?[^\W\d_]")
# Not `...`, and not `?` or `!` behind another of them.
_BEFORE_SIGN = pattern(r"(?<=[^\s{(\[,.;:~?!])[ \t\r\n]++(?P<sign>[,.;:?!])(?=[\s}~]|\Z)(?!\s{0,9}+\.)")
_IN_BRACKETS = pattern(r"(?<=[(\[])[ \t]++(?=[^\s)\]])|(?<=[^\s(\[])[ \t]++(?=[)\]])")
_AFTER_COMMA = pattern(r"(?<![^\W\d_])(?P<before>[^\W\d_]++)\}?(?P<comma>,)\{?(?P<after>[^\W\d_]++)(?P<next>.?)", 16)
_MAY_LACK = pattern(r"[a-z]:[A-Z0-9][a-z0-9]")
# `Special Issue:15th`, `Learning:A Review` is left, as a letter may be a number; two things may stand in a ratio.
_AFTER_COLON = pattern(
    r"(?<![\w/.:@\\-])[A-Za-z][a-z]{2,30}+(?P<colon>:)(?=[A-Z][a-z]{2}|[0-9]{1,2}(?:st|nd|rd|th)(?![a-z]))"
)
_RATIO = pattern(r"\b(?:ratios?|proportions?|stoichiometr|mapping|namespace|prefix)", 2)
_IN_CALL = pattern(r"[\w}]\([^\s()]*\Z")
_TIE_AT_SPACE = pattern(r"(?:(?<![ \t\r\n])[ \t\r\n]++~|~[ \t\r\n])[~ \t\r\n]*+")
_TIE_AT_END = pattern(r"(?<!~)~++(?=[}]*+\Z)|\A[{]*+(?P<first>~++)")
# A tie between whole words, one of them in lower case. Numbers, names and short words are tied on purpose.
_TIE_IN_TITLE = pattern(r"(?<![\w~{}])(?:[a-z]{4,}+~[A-Za-z][a-z]{3,}+|[A-Za-z][a-z]{3,}+~[a-z]{4,}+)(?![\w~])")
_TIED_NAME = pattern(r"[^\W\d_]\.[^\s,]*~[^\s,]*\Z")
_AND = pattern(r"(?<![ \t\r\n])[ \t\r\n]++and(?=[ \t\r\n])")
_FRENCH = pattern(
    r"(?<![\w'’])(?:(?:les?|la|des|du|une?|et|dans|pour|sur|aux?|par|avec|chez|sous|vers|entre|ou"
    r"|deux|trois|quelques|[ée]tudes?|grammaire|langues?|histoire|essais?|esquisse)(?![\w'’])"
    r"|(?:[dlnsqcj]|qu)['’](?=[\\{]*+\w))",
    2,
)


class Irregularity(NamedTuple):
    """A space that is too much or missing; `text` is what to write, None where something else may be meant."""

    start: int
    end: int
    reason: str
    text: str | None


def may_be_irregular(text: str) -> bool:
    """A quick test that most values do not pass."""
    return (
        "~" in text
        or "\\," in text
        or ("," in text and _LETTER_AFTER_COMMA.search(text) is not None)
        or (":" in text and _MAY_LACK.search(text) is not None)
        or _SPACE_BEFORE.search(text) is not None
    )


def find_in_text(text: str, prose: str, *, is_foreign: bool = False) -> list[Irregularity]:
    """The irregular spaces of a title, of the name of a venue and the like. Two spaces in a row print as one.

    `is_foreign` is for languages that may want a space before `:`, `;`, `?` and `!`, as French does.
    """
    found = _find_before_signs(prose, is_foreign or _FRENCH.search(text) is not None)
    found += _find_after_commas(prose)
    if ":" in prose and not _RATIO.search(prose):
        found += [
            Irregularity(*match.span("colon"), "no space after `:`", ": ") for match in _AFTER_COLON.finditer(prose)
        ]
    found += [Irregularity(*match.span(), "a space inside brackets", "") for match in _IN_BRACKETS.finditer(prose)]
    if "~" in prose:
        found += _find_ties(text, prose)
        found += [
            Irregularity(place, place + 1, "`~` between two words", " ")
            for match in _TIE_IN_TITLE.finditer(prose)
            if (place := prose.index("~", match.start()))
        ]
    return _without_overlaps(found)


def find_in_names(text: str, dialect: str) -> list[Irregularity]:
    r"""What a program reads otherwise than it is meant in a list of names: `\,`, and to biber some ties.

    Spaces around commas, two in a row and ties between words mean nothing to BibTeX. What stands in braces is no name that
    a program reads.
    """
    if "~" not in text and "\\," not in text:
        return []
    outside = _outside_braces(text)
    found = _find_thin_spaces(outside)
    if dialect == "biblatex":
        found += _find_ties_of_biber(outside)
    return _without_overlaps(found)


def _find_before_signs(prose: str, skips_colons: bool) -> list[Irregularity]:
    found = []
    for match in _BEFORE_SIGN.finditer(prose):
        sign = match["sign"]
        if sign in ":;?!" and skips_colons:
            continue
        start, end = match.start(), match.start("sign")
        rest = prose[end + 1 : end + 5].lstrip(_WHITE)
        # `2 . 4 GHz`: the number has to be put together.
        text = None if prose[start - 1].isdigit() and rest[:1].isdigit() else ""
        found.append(Irregularity(start, end, f"a space before `{sign}`", text))
    return found


def _find_after_commas(prose: str) -> list[Irregularity]:
    found = []
    for match in _AFTER_COMMA.finditer(prose):
        before, after = match["before"], match["after"]
        # `x,y`, and what chemists write: `trans,trans-2,4-`.
        if (len(before) == 1 and len(after) == 1) or match["next"] == "-" or after == "and":
            continue
        start, end = match.span("comma")
        if not _IN_CALL.search(prose, max(start - 40, 0), start):
            found.append(
                Irregularity(start, end, f"no space after the comma in `{match[0].rstrip(match['next'])}`", ", ")
            )
    return found


def _find_ties(text: str, prose: str) -> list[Irregularity]:
    """Ties beside a space, or at an end."""
    found = []
    for match in _TIE_AT_SPACE.finditer(prose):
        start, end = match.span()
        before, after = prose[start - 1 : start], prose[end : end + 1]
        if before == HIDDEN or text[start - 1 : start] == "/":
            continue  # a command takes the space after it; an address that was cut
        # `up to ~250`, `a ~ b`: a sign for "about" is meant, which TeX does not print.
        is_about = match[0].startswith(" ") and (match[0].endswith(" ") or after.isdigit())
        mended = None if is_about else "" if not before or not after or after in "},.;:" else " "
        found.append(Irregularity(start, end, "`~` beside a space: TeX prints both", mended))
    for match in _TIE_AT_END.finditer(prose):
        start, end = match.span("first") if match["first"] else match.span()
        found.append(Irregularity(start, end, "`~` at the end of a value is printed as a space", ""))
    return _without_overlaps(found)


def _find_thin_spaces(outside: str) -> list[Irregularity]:
    found = []
    place = outside.find("\\,")
    while place >= 0:
        found.append(Irregularity(place, place + 2, r"`\,` in a name, which its comma splits there", " "))
        place = outside.find("\\,", place + 2)
    return found


def _find_ties_of_biber(outside: str) -> list[Irregularity]:
    """Ties that biber takes for part of a name: `M.~Lattanzi` is one family name, `Smith,~John` has an empty part."""
    found = []
    start = 0
    for end in [*(match.start() for match in _AND.finditer(outside)), len(outside)]:
        name = outside[start:end].removeprefix("and") if start else outside[:end]
        offset = end - len(name)
        if "~" in name and _TIED_NAME.match(name.strip(_WHITE)):
            place = offset + name.index("~")
            found.append(
                Irregularity(place, place + 1, "`~` in a name: biber takes all of it for the family name", " ")
            )
        place = name.find(",~")
        if place >= 0:
            found.append(Irregularity(offset + place + 1, offset + place + 2, "`~` begins a part of a name", " "))
        start = end + 1 if end < len(outside) else end
    return found


def _outside_braces(text: str) -> str:
    """The text with what stands in braces hidden."""
    if "{" not in text:
        return text
    pieces = []
    done = 0
    for start, end in brace_groups(text):
        pieces += [text[done:start], HIDDEN * (end - start)]
        done = end
    return "".join(pieces) + text[done:]


def _without_overlaps(found: list[Irregularity]) -> list[Irregularity]:
    kept: list[Irregularity] = []
    for irregularity in sorted(found, key=lambda irregularity: irregularity[:2]):
        if not kept or irregularity.start >= kept[-1].end:
            kept.append(irregularity)
    return kept


def start_of_blank(text: str, end: int) -> int:
    """Where the white space before a place begins, less the character that belongs to a backslash."""
    start = len(text[:end].rstrip())
    return min(start + 1, end) if text[:start].endswith("\\") else start
