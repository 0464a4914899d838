"""Conferences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.values.folding import fold_name
from bibcheck.venues.index import KnownVenue, VenueIndex
from bibcheck.venues.keys import event_noun, is_topic, topic_of
from bibcheck.venues.name import Venue, read_venue
from bibcheck.venues.recognised import Recognised
from bibcheck.venues.words import identities, stands_for, words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.venues.recognised import Form

# What is held beside a conference, or printed beside its proceedings, is not the conference.
_BESIDE = pattern(
    r"\b(?:companion|adjunct|workshops|work-?in-?progress|co-?located|satellite|conjunction|posters?|demos?|demonstrations?"
    r"|doctoral|tutorials?|abstracts?|late[- ]breaking|students?|findings|supplement(?:ary|al)?|special|session"
    r"|industr(?:y|ial)|practice|track|keynotes?|new ideas|NIER|SEIP|SEET|SEIS|forum|challenge|shared task)\b",
    re.IGNORECASE,
)
_PROCEEDINGS = pattern(r"(?:proc(?:\.|eedings)?|of|the)", re.IGNORECASE)
_FEWEST_WORDS = 3  # of a name that is no acronym: `Formal Methods` may be the title of any book
_FEWEST_WORDS_OF_NO_EVENT = 4
_MOST_WORDS_IN_NEED = 4  # `ACM Symposium on Cloud Computing` without its sponsor may be anybody's
_SHORTEST_ACRONYM = 3


def recognise_conference(index: VenueIndex, text: str, parts: Venue) -> Recognised | None:
    """The conference that a text names, by its name or its acronym; `parts` is what read_venue made of it."""
    if not parts.identity:
        return None
    acronym = _acronym_in(parts)
    bare = _without_year(parts)
    found = None
    for venue in _candidates(index, bare, acronym):
        one = _judge_conference(venue, text, bare, acronym)
        if one is None or (found and found.is_sure and not one.is_sure):
            continue
        if found and found.is_sure and one.is_sure:
            return _settle(found, one)._replace(parts=parts)
        found = one if one.is_sure or not found else found
    return found and found._replace(parts=parts)


def _without_year(parts: Venue) -> Venue:
    """`Proc. SIGMOD 2010`, which is nothing but a sponsor to read_venue, as the name of a conference."""
    if parts.is_event or not parts.sponsors:
        return parts
    words = [word for word in parts.name.split() if not _PROCEEDINGS.fullmatch(word) and word.strip("'’,.()").isalpha()]
    name = " ".join(words).strip("'’,.() ")
    return parts._replace(name=name, identity=fold_name(name)) if len(words) == 1 else parts


def _settle(first: Recognised, second: Recognised) -> Recognised:
    """Of two venues that are both meant by all appearances, the one whose very name this is; else none for sure."""
    exact = [one for one in (first, second) if one.parts.identity in identities(one.venue)]
    return exact[0] if len(exact) == 1 else first._replace(is_sure=False)


def _candidates(index: VenueIndex, parts: Venue, acronym: str) -> Iterable[KnownVenue]:
    found = [*index.conferences_like(parts.identity), *(index.conferences_like(fold_name(acronym)) if acronym else ())]
    return dict.fromkeys(venue for venue in found if venue.kind == "conference")


def _acronym_in(parts: Venue) -> str:
    """The acronym that stands beside a name, if there is one."""
    if parts.acronym:
        return parts.acronym
    return next((part.text.strip("() ") for part in parts.parts if part.kind == "acronym"), "")


def _judge_conference(venue: KnownVenue, text: str, parts: Venue, acronym: str) -> Recognised | None:
    """Whether a name is that of a conference: None where something in it says that it is not."""
    if _is_another(venue, text, parts, acronym):
        return None
    bears = bool(acronym) and fold_name(acronym) in _acronyms(venue)
    if " " not in parts.identity or parts.identity == fold_name(venue.acronym):
        return _judge_acronym(venue, parts)
    is_exact = parts.identity in identities(venue)
    form = _form_of_conference(venue, parts)
    if bears:
        return Recognised(venue, parts, form, is_exact or _shares_words(venue, parts))
    if not is_exact and not _has_words_of(venue, parts):
        return None
    is_sure = _tells(venue, parts) and (not acronym or len(parts.identity.split()) > _MOST_WORDS_IN_NEED)
    return Recognised(venue, parts, form, is_sure)


def _is_another(venue: KnownVenue, text: str, parts: Venue, acronym: str) -> bool:
    """Whether a name says that it is a workshop beside the conference, a companion volume, or somebody else's."""
    if _BESIDE.search(text) and not _BESIDE.search(" ".join(venue.names)):
        return True
    noun = event_noun(parts.identity)
    if noun.startswith("workshop") and noun not in {event_noun(fold_name(name)) for name in venue.names}:
        return True
    if parts.sponsors and venue.sponsors and set(parts.sponsors).isdisjoint(_sponsors(venue)):
        return True
    # `FooBar` and `ICSE-SEIP` are not `Foo` and `ICSE`.
    own, other = fold_name(venue.acronym), fold_name(acronym)
    return bool(own) and other.startswith(own) and other not in _acronyms(venue)


def _judge_acronym(venue: KnownVenue, parts: Venue) -> Recognised | None:
    """A name that is but an acronym, written as the conference writes it."""
    written = parts.name.strip(" .")
    if parts.identity not in identities(venue):
        return None
    own = next((name for name in venue.names if fold_name(name) == parts.identity), "")
    is_own = written in (own, own.upper()) and sum(letter.isupper() for letter in written) > 1
    is_sure = is_own and not venue.acronym_is_shared and len(written) >= _SHORTEST_ACRONYM
    is_former = any(fold_name(name) == parts.identity for name, _ in venue.former_names)
    return Recognised(venue, parts, "former" if is_former else "acronym", is_sure)


def _form_of_conference(venue: KnownVenue, parts: Venue) -> Form:
    if any(read_venue(name).identity == parts.identity for name, _ in venue.former_names):
        return "former"
    return "abbreviated" if "." in parts.name else "full"


def _tells(venue: KnownVenue, parts: Venue) -> bool:
    """Whether a name by itself is enough to tell the conference."""
    words = parts.identity.split()
    if parts.is_event and not _sponsors(venue).isdisjoint(parts.sponsors):
        return True
    if len(words) < (_FEWEST_WORDS if parts.is_event else _FEWEST_WORDS_OF_NO_EVENT):
        return False
    if parts.sponsors or len(words) > _MOST_WORDS_IN_NEED:
        return True
    topic = [word for word in words_of(parts.name) if is_topic(word[0])]
    return any(
        not read.sponsors and all(map(stands_for, topic, topic_of(read.identity).split()))
        for read in map(read_venue, venue.names)
    )


def _has_words_of(venue: KnownVenue, parts: Venue) -> bool:
    """Whether a name has the words of one of the conference's, abbreviated or not, and is of the same kind of event."""
    words = [word for word in words_of(parts.name) if is_topic(word[0])]
    noun = event_noun(parts.identity)
    agree = not _sponsors(venue).isdisjoint(parts.sponsors)
    for name in venue.names:
        theirs = topic_of(fold_name(name)).split()
        is_same = agree or noun == event_noun(fold_name(name))
        if len(theirs) > 1 and is_same and len(words) == len(theirs) and all(map(stands_for, words, theirs)):
            return True
    return False


def _shares_words(venue: KnownVenue, parts: Venue) -> bool:
    """Whether what a name is about is what a conference is about: said of one that bears its acronym."""
    words = [word for word in words_of(parts.name) if is_topic(word[0])]
    for name in venue.names:
        theirs = topic_of(fold_name(name)).split()
        common = sum(any(stands_for(word, other) for other in theirs) for word in words)
        if common and common == min(len(words), len(theirs)) and (common > 1 or len(theirs) == 1):
            return True
    return False


@lru_cache(maxsize=4096)
def _acronyms(venue: KnownVenue) -> frozenset[str]:
    names = (fold_name(name) for name in venue.names if any(letter.isupper() for letter in name[1:]))
    return frozenset({fold_name(venue.acronym), *(name for name in names if " " not in name)} - {""})


@lru_cache(maxsize=4096)
def _sponsors(venue: KnownVenue) -> frozenset[str]:
    return frozenset(venue.sponsors).union(*(read_venue(name).sponsors for name in venue.names))
