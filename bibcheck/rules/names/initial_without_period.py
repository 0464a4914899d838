"""Initials that are written without their full stop."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import NameList, name_lists
from bibcheck.lazy_re import pattern
from bibcheck.names.parse import Name, Word
from bibcheck.names.words import BARE, FULL, RUN, shape, space_initials
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace

# Initials of two letters, as Russian names have them (`Yu V`): without a full stop too, but not to be told from a name.
_SYLLABLE = pattern(r"Yu|Ya|Zh|Kh|Ch|Sh|Ts|Yo")
# Degrees, and syllables and short names that stand in capitals now and then. As initials they count beside others only.
_NAMES = frozenset(
    "MD PHD AI AN BO CY DO DU ED EL FU GE GU HE HO HU JI JO KO LE LI LU MA MI NA NG NI OZ PU QI SU TY UN VI VO VU WU XI XU YA "
    "YE YI YU ADA ALI AMY ANN BAO BEN BIN BOB CAI DAN DAO DIN EVA FAN FEI GUO GUY HAI HAN HAO HUA HUI HUY IAN IDA JAN JIA JIE "
    "JIM JIN JOE JON JUN KAI KAY KEN KIM LAN LEE LEI LEO LIN LIZ LUC MAI MAX MEI MIN NAM PAN PAT PIA RAY RON ROY RUI SAM SUE "
    "SUN TAN TAO TIM TOM UTE UWE VAN WEI XIN YAN YIN YUE YUN ZHU".split()
)
# Who writes himself without full stops: in the reference that SciPy asks for, among others who have them.
_SIGNATURES = frozenset([("C J", "Carey")])


class InitialWithoutPeriod(Rule):
    """End an initial in a full stop, and part initials by spaces.

    BibTeX prints given names as they stand and puts full stops only where a style abbreviates, so that `Sandra K` stands
    beside `Andrew S.` in one bibliography; and initials without spaces are one name to it, of which an abbreviating style
    keeps the first letter. Short names (`Jo`, `Al`) stay, and so do capitals that may be one (`YU`).

    Bad:

        @book{johnson05, author = {Johnson, Sandra K and Smith, JA}}
                                                   ^            ^^

    Good:

        @book{johnson05, author = {Johnson, Sandra K. and Smith, J. A.}}

    Good:

        @book{short, author = {Nesb{\\o}, Jo and Gore, Al and Weinan E and Li, YU}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names in name_lists(bib):
            found = [(name, words) for name in names.people if (words := _bare_initials(name))]
            for name, words in found:
                if len(found) > 1 or _is_certain(name, words):
                    yield self._report(names, words, name.first)

    def _report(self, names: NameList, words: list[Word], given: tuple[Word, ...]) -> Finding:
        start, end = words[0].start, words[-1].end
        is_fixable = not any(_SYLLABLE.fullmatch(word.text) for word in given)
        edits = [replace(names.field, word.start, word.end, space_initials(word.text)) for word in words if is_fixable]
        has_run = any(shape(word.text) == RUN for word in words)
        said = "initials without full stops and spaces" if has_run else "an initial without its full stop"
        if not has_run and len(words) > 1:
            said = "initials without full stops"
        return self.finding(names.field.span(start, end), f"{names.quote(start, end)}: {said}", *edits)


def _bare_initials(name: Name) -> list[Word]:
    """The given names that are initials without a full stop; single letters only where the family name is no help."""
    words = [
        word
        for word in name.first
        if len(word.text) <= 3 and word.text.isupper() and word.text.isalpha() and shape(word.text) in (BARE, RUN)
    ]
    if (" ".join(word.text for word in words), name.last[-1].text if name.last else "") in _SIGNATURES:
        return []
    if words and name.last and (name.last[-1].text.isupper() or name.last[-1].text[0].islower()):
        return [word for word in words if shape(word.text) == BARE]
    return words


def _is_certain(name: Name, words: list[Word]) -> bool:
    """Whether capitals are initials whatever stands beside them: `Schaa, RW` is, `Volker RW Schaa` may want it so."""
    if any(shape(word.text) == BARE for word in words):
        return True
    is_signature = not name.commas and any(shape(word.text) == FULL for word in name.first)
    return not is_signature and not _NAMES.issuperset(word.text for word in words)
