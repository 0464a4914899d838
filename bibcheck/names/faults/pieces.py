"""What a piece of a list of names looks like: one person's name, part of one, or an organisation."""

from __future__ import annotations

from itertools import pairwise

from bibcheck.knowledge import organisations
from bibcheck.knowledge.given_names import GIVEN_NAMES
from bibcheck.knowledge.person_words import ACRONYMS, GENERATIONS, NAMES_LIKE_INITIALS, PARTICLES
from bibcheck.lazy_re import pattern
from bibcheck.names.words import BARE, INITIAL, RUN, fold, is_initials, shape

_EXTENDED = pattern(r"\b(?:family|given|prefix|suffix)(?:-i)?[ \t\r\n]*=|\A[a-z]+=")
_BETWEEN_WORDS = pattern(r"(?:[ \t\r\n]|(?<!\\)~)+")
_ODD = pattern(r"[()\[\]:/;&,0-9]")
COLLABORATION_WITH = pattern(r"\bin (?:collaboration|cooperation) with\b")


def words_of(piece: str) -> list[str]:
    """The words of a piece, ties taken for spaces."""
    return [word for word in _BETWEEN_WORDS.split(piece) if word]


def is_extended(name: str) -> bool:
    """Whether a name is written as `family=Knuth, given=Donald`, or is an option for the list, as BibLaTeX has them."""
    return "=" in name and _EXTENDED.search(name) is not None


def is_body(name: str) -> bool:
    """Whether a name of several words is that of an organisation, by a word that no person bears or as a whole."""
    words = words_of(name.replace(",", " "))
    if len(words) < 2 or words[0] == "Anonymous" or _begins_as_person(words):
        return False
    family, comma, given = (" ".join(part.split()) for part in name.partition(","))
    if comma and given.endswith(".") and all(map(is_initials, words_of(given))):  # `School, J.`
        return False
    if has_body_word(words) or _has_preposition(words):
        return not COLLABORATION_WITH.search(name)
    whole = f"{given} {family}" if comma else family
    is_kabushiki_kaisha = not comma and words[-2:] == ["K.", "K."]
    return whole in organisations.KNOWN or words[-1] in organisations.COMPANY_ENDINGS or is_kabushiki_kaisha


def has_body_word(words: list[str]) -> bool:
    """Whether one of the words, which may be in capitals, stands in no person's name."""
    return not organisations.WORDS.isdisjoint(words) or any(
        word.isupper() and word.capitalize() in organisations.WORDS for word in words
    )


def _has_preposition(words: list[str]) -> bool:
    """Whether the words have a `for`, or an `of` behind one of them that no person is called: `Bank of England`."""
    if "for" in words[1:-1]:
        return True
    return any(word == "of" and before in organisations.BEFORE_OF for before, word in pairwise(words))


def _begins_as_person(words: list[str]) -> bool:
    """Whether a first word is an initial, and no name of an organisation follows: `R Core Team`, `J. Paul Getty Museum`."""
    if shape(words[0]) not in (INITIAL, BARE):
        return False
    return len(words) < 3 or is_initials(words[1]) or not has_body_word(words[-1:])


def is_name_word(word: str) -> bool:
    """Whether a word begins with a capital, with a letter that has no case, or with a command."""
    letter = next((c for c in word if c.isalpha() or c == "\\"), "")
    return letter == "\\" or (letter != "" and not letter.islower())


def is_full_name(piece: str) -> bool:
    """Whether a piece may be `First Last`: two to five words, the last of them no initial."""
    words = words_of(piece)
    return (
        2 <= len(words) <= 5
        and all(is_name_word(word) or word in PARTICLES for word in words)
        and words[0] not in PARTICLES
        and not is_initials(words[-1])
        and not _ODD.search(piece)
        and not is_body(piece)
    )


def is_named(piece: str) -> bool:
    """Whether a piece is `First Last` beyond doubt: it begins with initials or a common given name, and ends in neither."""
    words = words_of(piece)
    return is_full_name(piece) and (
        is_initials(words[0]) or (fold(words[0]) in GIVEN_NAMES and fold(words[-1]) not in GIVEN_NAMES)
    )


def is_reversed(piece: str) -> bool:
    """Whether a piece is `Last I` or `Last I. J.`, as PubMed writes names."""
    words = words_of(piece)
    families = [word for word in words if not is_initials(word)]
    return len(families) < len(words) <= 4 and words[: len(families)] == families and is_family(" ".join(families))


def is_certain_run(word: str) -> bool:
    """Whether a word is initials without full stops and spaces, and no short name or acronym: `SH`, not `MA` or `AG`."""
    return shape(word) == RUN and word not in NAMES_LIKE_INITIALS and word not in ACRONYMS


def is_family(piece: str) -> bool:
    """Whether a piece may be a family name, its particle included."""
    words = words_of(piece)
    return (
        len(words) <= 3
        and all(is_name_word(word) or word in PARTICLES for word in words)
        and any(map(is_name_word, words))
        and not any(map(is_initials, words))
        and not is_body(piece)
    )


def is_given(piece: str) -> bool:
    """Whether a piece may be given names or initials."""
    words = words_of(piece)
    return 0 < len(words) <= 3 and all(map(is_name_word, words))


def is_common_given(piece: str) -> bool:
    """Whether a piece is initials, or begins with a common given name."""
    words = words_of(piece)
    return all(map(is_initials, words)) or fold(words[0]) in GIVEN_NAMES


def is_person(piece: str) -> bool:
    """Whether a piece is one person's name beyond doubt, in any order of its parts."""
    family, comma, given = piece.partition(",")
    if comma:
        return is_family(family) and is_given(given) and not is_body(piece)
    return is_named(piece) or is_reversed(piece)


def is_generation(piece: str) -> bool:
    """Whether a piece is what BibTeX's jr part is for."""
    return fold(piece).replace(" ", "") in GENERATIONS
