"""Names in capitals, and names that begin in lower case."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.knowledge.given_names import GIVEN_NAMES
from bibcheck.knowledge.person_words import DESCRIPTIONS, PARTICLES, ROLES, SMALL_BY_CHOICE
from bibcheck.lazy_re import pattern
from bibcheck.names.faults.fault import CAPITALS, LOWERCASE, NameFault
from bibcheck.names.parse import Name, Word
from bibcheck.names.words import FULL, RUN, fold, shape

_LEAST = 4  # letters of a family name that is reported: YU and NG may be initials, CERN and IBM stand for something
# A command is left alone unless it is a letter itself: `\O`. `{\"U}` has its letter outside the command.
_LETTERS = pattern(r"\\(?:[A-Za-z]++|.)|[^\W\d_]", 0)
_LETTER_COMMANDS = frozenset(rf"\{letter}" for letter in "AA AE DH DJ L NG O OE TH".split())
_VOWEL = pattern(r"[AEIOUY]")
_COMMAND_BEFORE = pattern(r"\\[A-Za-z]*+\Z")


def find_capitals(people: list[Name]) -> Iterator[NameFault]:
    """Names whose family name is all in capitals. The edits set the whole name in upper and lower case."""
    for name in people:
        if name.last[-1].text.isupper() and all(map(_is_in_capitals, name.last)) and _has_given_name(name):
            words = _words_to_set(name)
            edits = [(word.start, word.end, _set_case(word.text)) for word in words]
            yield NameFault(CAPITALS, name.last[0].start, name.last[-1].end, (), "", tuple(edits))


def _has_given_name(name: Name) -> bool:
    letters = sum(len(_LETTERS.findall(word.text)) for word in name.last)
    return letters >= _LEAST and any(shape(word.text) != RUN for word in name.first)


def _is_in_capitals(word: Word) -> bool:
    """Whether a word is a name in capitals: neither initials nor in braces."""
    text = word.text
    return text.isupper() and "{" not in text.replace("{\\", "") and shape(text) == FULL


def _words_to_set(name: Name) -> list[Word]:
    """The words that are names in capitals; none if it is in doubt of some what they are."""
    given = [word for word in name.first if _is_in_capitals(word)]
    for word in name.first:
        text = word.text
        if word in given:
            continue
        if given and shape(text) == RUN:
            if len(text) == 3 and _VOWEL.search(text):  # `CLARA IKA SARI`
                given.append(word)
            elif _VOWEL.search(text):
                return []
        elif shape(text) == FULL and sum(letter.isupper() for letter in text) * 2 > len(text):
            return []
    return [*name.last, *given]


def _set_case(word: str) -> str:
    """A word in lower case, but for the first letter of each of its parts and the one after `Mc`."""
    done: list[str] = []
    position = 0
    is_first = True
    for match in _LETTERS.finditer(word):
        done.append(word[position : match.start()])
        letter = match[0]
        if letter[0] != "\\" or letter in _LETTER_COMMANDS:
            is_begin = is_first or done[-1].endswith(("'", "’", "-"))
            letter = letter if is_begin else letter.lower()
            is_first = False
        done.append(letter)
        position = match.end()
    text = "".join(done) + word[position:]
    return "Mc" + text[2:].capitalize() if text.startswith("Mc") and len(text) > 4 else text


def find_lowercase(text: str, people: list[Name]) -> Iterator[NameFault]:
    """Names whose family name or first given name begins with a small letter and is no particle."""
    for name in people:
        if name.last[-1].text[0].islower() or (name.first and name.first[0].text[0].islower()):
            words = _small_words(name, text)
            if words and not _is_by_choice(name) and (len(people) > 1 or _is_known_given(name)):
                edits = [(word.start, word.end, word.text[0].upper() + word.text[1:]) for word in words]
                start, end = min(word.start for word in words), max(word.end for word in words)
                yield NameFault(LOWERCASE, start, end, (), "", tuple(edits))


def _small_words(name: Name, text: str) -> list[Word]:
    """The words that should begin with a capital: the family name or the first given name is among them."""
    words = [word for word in (*name.von, *name.last, *name.first) if _is_small(word, text)]
    return words if name.last[-1] in words or (name.first and name.first[0] in words) else []


def _is_small(word: Word, text: str) -> bool:
    r"""Whether a word is in lower case and no particle, nor joined to another: `al-Khwarizmi`, `Rom\~ao`, `\c ebska`."""
    small = word.text
    before = text[max(0, word.start - 20) : word.start]
    is_joined = word.before == "-" or before[-1:] == "~" or _COMMAND_BEFORE.search(before.rstrip())
    return small.isalpha() and small.islower() and len(small) > 1 and small not in PARTICLES and not is_joined


def _is_by_choice(name: Name) -> bool:
    given = name.first or name.von
    family = fold(name.last[-1].text)
    return (
        family in ROLES
        or family in DESCRIPTIONS
        or (bool(given) and f"{family} {given[0].text[0].lower()}" in SMALL_BY_CHOICE)
    )


def _is_known_given(name: Name) -> bool:
    """Whether a word of a name is a common given name: a lone `scikit learn` may be anything."""
    return any(fold(word.text) in GIVEN_NAMES for word in (*name.first, *name.von, *name.last))
