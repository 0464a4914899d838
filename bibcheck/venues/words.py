"""Names of venues word by word, and which of them stands for which."""

from __future__ import annotations

from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.values.folding import fold_name
from bibcheck.venues.index import KnownVenue
from bibcheck.venues.keys import content_words
from bibcheck.venues.name import read_venue

_APART = pattern(r"[\s/–—-]+")
_USUAL = {"j": "journal", "intl": "international", "natl": "national", "proc": "proceedings", "trans": "transactions"}


@lru_cache(maxsize=4096)
def folded_names(venue: KnownVenue) -> frozenset[str]:
    """Every form of a venue, folded."""
    return frozenset(map(fold_name, venue.names))


@lru_cache(maxsize=4096)
def identities(venue: KnownVenue) -> frozenset[str]:
    """What is left of every form of a conference once sponsors and the like are taken off."""
    return frozenset(read_venue(name).identity for name in venue.names)


def words_of(written: str) -> list[tuple[str, bool]]:
    """The words of a name that abbreviations keep, folded, each with whether a full stop says that it is cut."""
    words: list[tuple[str, bool]] = []
    for piece in _APART.split(written.replace(".", ". ")):
        folded = fold_name(piece).split()
        words += [(word, piece.rstrip(",;:").endswith(".")) for word in folded]
    if words and any(is_cut for _, is_cut in words):
        words[-1] = (words[-1][0], True)  # the last full stop may have gone with what was taken off
    kept = content_words(" ".join(word for word, _ in words))
    return [word for word in words if word[0] in kept]


def is_abbreviated(written: str, name: str) -> bool:
    """Whether each word of what is written stands for that of a name."""
    words, theirs = words_of(written), content_words(fold_name(name))
    return len(words) == len(theirs) and all(map(stands_for, words, theirs))


def stands_for(word: tuple[str, bool], other: str) -> bool:
    """Whether a word is another, or its abbreviation: `Softw.`, `Engrg.`, `Int'l`, `J`."""
    written, is_cut = word
    if written == other or (written in _USUAL and other.startswith(_USUAL[written])):
        return True
    if not is_cut or written[0] != other[0]:
        return False
    letters = iter(other)
    return other.startswith(written) or (len(written) > 2 and all(letter in letters for letter in written))
