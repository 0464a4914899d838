"""Initials without their full stops, and initials without a space between them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.knowledge.person_words import ACRONYMS, NAMES_LIKE_INITIALS
from bibcheck.lazy_re import pattern
from bibcheck.names.faults.fault import BARE, JOINED, NameFault
from bibcheck.names.parse import Name, Word
from bibcheck.names.words import BARE as BARE_WORD
from bibcheck.names.words import FULL, RUN, shape, space_initials
from bibcheck.names.words import JOINED as JOINED_WORD

# Initials of two letters, as Russian names have them (`Yu V`): without a full stop too, but not to be told from a name.
_SYLLABLE = pattern(r"Yu|Ya|Zh|Kh|Ch|Sh|Ts|Yo")
# Who writes himself without full stops: in the reference that SciPy asks for, among others who have them.
_SIGNATURES = frozenset([("C J", "Carey")])
_WITH_FAMILY = pattern(r"[A-Z]\.(?:-?[A-Z]\.){0,3}(?=[A-Z][a-z'’])")
_STATES = ("U.S.", "U.K.", "U.N.", "E.U.")  # before the name of an office
_MAY_BE_JOINED = pattern(r"\.[^\W\d_]|[^\W\d_a-z]{2}\.|\}\.\{?\\")
# `G .E.`, `BK- Luxembourg`: what belongs to these letters is out of place.
_STRAY_AFTER = pattern(r"[ ~]++[.-]|-(?![^\W\d_{\\])")
_POINT_WITHIN = pattern(r"\.(?![-.]|\Z)")


def find_bare_initials(text: str, names: tuple[Name, ...], people: list[Name]) -> Iterator[NameFault]:
    """Initials without a full stop; those that may be a short name count beside others only."""
    found = [(name, words) for name in people if (words := _bare_initials(text, name))]
    is_alone = len(names) == 1
    for name, words in found:
        if len(found) > 1 or _is_certain(name, words, is_alone):
            is_fixable = not any(_SYLLABLE.fullmatch(word.text) for word in name.first)
            edits = [(word.start, word.end, space_initials(word.text)) for word in words if is_fixable]
            yield NameFault(BARE, words[0].start, words[-1].end, (), "", tuple(edits))


def _bare_initials(text: str, name: Name) -> list[Word]:
    """The given names that are initials without a full stop; single letters only where the family name is no help."""
    words = [
        word
        for word in name.first
        if len(word.text) <= 3 and word.text.isalpha() and shape(word.text) in (BARE_WORD, RUN)
    ]
    if any(_STRAY_AFTER.match(text, word.end) for word in words):
        return []
    if not words or (" ".join([word.text for word in words]), name.last[-1].text) in _SIGNATURES:
        return []
    if name.last[-1].text.isupper() or name.last[-1].text[0].islower():
        return [word for word in words if shape(word.text) == BARE_WORD]
    return words


def _is_certain(name: Name, words: list[Word], is_alone: bool) -> bool:
    """Whether capitals are initials whatever stands beside them: `Schaa, RW` is, `Volker RW Schaa` may want it so.

    Before a lone name without a comma they may be an acronym: `UN Women`, `UCI Repository`.
    """
    if any(shape(word.text) == BARE_WORD for word in words):
        return True
    texts = [word.text for word in words]
    if is_alone and not name.commas and (len(texts[0]) > 2 or texts[0] in ACRONYMS):
        return False
    is_signature = not name.commas and any(shape(word.text) == FULL for word in name.first)
    return not is_signature and not NAMES_LIKE_INITIALS.issuperset(texts)


def find_joined_initials(
    text: str, names: tuple[Name, ...], people: list[Name], has_faults: bool
) -> Iterator[NameFault]:
    """Initials with nothing between them; to a family name only in lists that have no other fault."""
    if not _MAY_BE_JOINED.search(text):
        return
    for name in people:
        words = [word for word in name.first if "." in word.text and _are_joined(word.text)]
        if words and (name.commas or words[0].text not in _STATES):
            edits = [(word.start, word.end, _part(word.text)) for word in words]
            yield NameFault(JOINED, words[0].start, words[-1].end, (), _shortened(words[0].text), tuple(edits))
    for name in () if has_faults else names:
        if not name.commas and name.last and (match := _WITH_FAMILY.match(name.last[-1].text)):
            word = name.last[-1]
            edit = (word.start, word.end, f"{space_initials(match[0])} {word.text[match.end() :]}")
            yield NameFault(JOINED, word.start, word.end, (), _shortened(word.text), (edit,))


def _are_joined(word: str) -> bool:
    """Whether a word is joined initials; braces around all of it say that it is meant so."""
    return shape(word) == JOINED_WORD and not (word[0] == "{" and word[-1] == "}")


def _part(word: str) -> str:
    if "\\" not in word and "{" not in word:
        return space_initials(word)
    return _POINT_WITHIN.sub(". ", word) + ("" if word.endswith(".") else ".")


def _shortened(word: str) -> str:
    """What a style that abbreviates makes of initials in one word."""
    return word[: word.index(".") + 1] if "." in word[:-1] else word[0] + "."
