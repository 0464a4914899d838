"""Which journal or conference is meant, however its name is written.

A name that only resembles what is known is not recognised; one that may be that of two venues is not sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bibcheck.knowledge.journal_macros import journal_of_macro
from bibcheck.knowledge.venues import (
    KnownVenue,
    conferences_like,
    content_words,
    event_noun,
    is_topic,
    journals_like,
    topic_of,
    use_own,
)
from bibcheck.patterns import pattern
from bibcheck.values.latex import decode
from bibcheck.values.venues import Venue, fold_name, read_venue

if TYPE_CHECKING:
    from typing import Literal

    from bibcheck.syntax.tree import Field

    Kind = Literal["journal", "booktitle", "series"]
    Form = Literal["full", "abbreviated", "acronym", "former"]

_LONGEST = 400
# What is held beside a conference, or printed beside its proceedings, is not the conference.
_BESIDE = pattern(
    r"\b(?:companion|adjunct|workshops|work-?in-?progress|co-?located|satellite|conjunction|posters?|demos?|demonstrations?"
    r"|doctoral|tutorials?|abstracts?|late[- ]breaking|students?|findings|supplement(?:ary|al)?|special|session"
    r"|industr(?:y|ial)|practice|track|keynotes?|new ideas|NIER|SEIP|SEET|SEIS|challenge|shared task)\b",
    re.IGNORECASE,
)
_PROCEEDINGS = pattern(r"(?:proc(?:\.|eedings)?|of|the)", re.IGNORECASE)
_MACRO = pattern(r"\\([a-z]{2,8})")
_LAST_REMARK = pattern(r"\s*\([^()]*\)\s*\Z")
_LATER = pattern(r"(?:,|\s\()\s*(?:vol|no|issue|pp|part|pages)\b.*\Z", re.IGNORECASE | re.DOTALL)
# `, Part II`, `(Volume 1: Long Papers)`
_VOLUME = pattern(
    r"(?:,?\s(?:Part|Vol(?:ume|s?\.)?)\s(?:[0-9]{1,3}|[IVX]{1,5})(?:\s\([^()]*\))?|\s\((?:Part|Vol(?:ume|\.))\s[^()]*\))\s*\Z",
    re.IGNORECASE,
)
# `Image Processing, IEEE Transactions on`
_INVERTED = pattern(
    r"(?P<topic>[^,]{4,}(?:,[^,]*)*),\s*(?P<kind>[^,]*\b(?:Transactions|Journal|Letters) (?:on|of))\s*\Z", re.IGNORECASE
)
_APART = pattern(r"[\s/–—-]+")
_FEWEST_WORDS = 3  # of a name that is no acronym: `Formal Methods` may be the title of any book
_FEWEST_WORDS_OF_NO_EVENT = 4
_MOST_WORDS_IN_NEED = 4  # `ACM Symposium on Cloud Computing` without its sponsor may be anybody's
_SHORTEST_ACRONYM = 3
_SHORTEST_ACRONYM_OF_JOURNAL = 4
_SHORT_ACRONYMS = frozenset("ApJ PRA PRB PRC PRD PRE PRL PRX RMP".split())  # of physics: nothing else is called so


class Recognised(NamedTuple):
    """A venue that is known, and how it is written here. Below sure, no rule may speak of its identity."""

    venue: KnownVenue
    parts: Venue  # what was taken off the name: year, ordinal, sponsors and so on
    form: Form  # "former" is a name that the venue had once
    is_sure: bool


def recognise(text: str, kind: Kind, year: int | None = None) -> Recognised | None:
    """The venue that a text without LaTeX names, which stands in a field of that kind; None where none is known.

    A venue that began years after `year` is not sure. Remembered by text: the same names come back in every file.
    """
    found = _recognise(text, kind)
    if found and year and found.venue.first_year and year < found.venue.first_year - 1:
        return found._replace(is_sure=False)
    return found


def is_plain(found: Recognised, text: str) -> bool:
    """Whether a text is a name of the venue and nothing else but what was taken off: no part of its proceedings."""
    if found.venue.kind == "journal":
        return _is_plain_journal(found.venue, text)
    if "(" in found.parts.name or _VOLUME.search(text):
        return False
    return found.form in ("acronym", "abbreviated") or found.parts.identity in _identities(found.venue)


def _is_plain_journal(venue: KnownVenue, text: str) -> bool:
    """Whether there is nothing in parentheses but the acronym of the journal."""
    remark = _LAST_REMARK.search(text)
    if not remark or fold_name(text) in _folded_names(venue):
        return not _LATER.search(text)
    name, acronym = fold_name(text[: remark.start()]), fold_name(remark[0])
    initials = ["".join(word[0] for word in words) for words in (name.split(), content_words(name))]
    return acronym in _folded_names(venue) or any(letters.endswith(acronym) for letters in initials)


def name_of(found: Recognised) -> str:
    """The venue under the name of its time, for comparison: names that it has had one after the other are all right."""
    venue, identity = found.venue, found.parts.identity
    acronym = fold_name(found.parts.acronym)
    if found.form == "former" or acronym in {fold_name(name) for name, _ in venue.former_names}:
        return f"{venue.id} {identity} {acronym}"
    if venue.kind == "journal" or found.form != "full":
        identity = fold_name(venue.name)
    is_workshop = event_noun(identity) == "workshop"
    return f"{venue.id} {topic_of(identity) if venue.kind == 'conference' else ''} {is_workshop}"


def recognise_field(field: Field) -> Recognised | None:
    """The same for a field of an entry, whatever LaTeX there is in it, by the year of the entry."""
    if not field.is_known or not field.value:
        return None
    kind: Kind = "series" if field.name == "series" else "booktitle" if "title" in field.name[:9] else "journal"
    if field.name == "journaltitle":
        kind = "journal"
    return recognise(text_of(field), kind, year_of(field))


def text_of(field: Field) -> str:
    """The text of a field without LaTeX; the journal that a macro of astronomers stands for: `\\apj`."""
    macro = _MACRO.fullmatch(field.text.strip("{} \t\r\n")) if "\\" in field.text else None
    return journal_of_macro(macro[1]) if macro else decode(field.text).text


def year_of(field: Field) -> int | None:
    """The year of the entry in which a field stands, if that is plain."""
    for name in ("year", "date"):
        other = field.entry.field(name) if field.entry else None
        if other and other.value[:4].isdecimal() and other.value.isascii():
            return int(other.value[:4])
    return None


def use_own_venues(venues: tuple[KnownVenue, ...]) -> None:
    """Recognise these too, which are a project's own, and no longer those of another."""
    if venues != _own[0]:
        _own[0] = venues
        use_own(venues)
        _recognise.cache_clear()


_own: list[tuple[KnownVenue, ...]] = [()]


@lru_cache(maxsize=16384)
def _recognise(text: str, kind: Kind) -> Recognised | None:
    if not 1 < len(text) <= _LONGEST:
        return None
    volume = _VOLUME.search(text)
    parts = read_venue(text[: volume.start()] if volume else text)
    ways = (_recognise_journal, _recognise_conference)
    found = [way(text, parts, kind) for way in (ways if kind == "journal" else reversed(ways))]
    return next((one for one in found if one and one.is_sure), None) or next(filter(None, found), None)


def _recognise_journal(text: str, parts: Venue, kind: Kind) -> Recognised | None:
    bare = _LAST_REMARK.sub("", _LATER.sub("", text))
    inverted = _INVERTED.match(bare)
    straight = f"{inverted['kind']} {inverted['topic']}" if inverted else bare
    for written in dict.fromkeys((text, straight, parts.name)):
        folded = fold_name(written)
        candidates = journals_like(folded) if folded else []
        if exact := [venue for venue in candidates if folded in _folded_names(venue)]:
            return _choose_journal(exact, written, parts, kind)
        if like := [venue for venue in candidates if _is_abbreviated(written, venue.name)]:
            return Recognised(like[0], parts, "abbreviated", len(like) == 1 and _is_telling(folded, like[0]))
    return None


def _is_telling(folded: str, venue: KnownVenue) -> bool:
    """Whether an abbreviation that nobody has listed is long enough to be that of one journal only."""
    words = content_words(folded)
    whole = [word for word in words if len(word) > len("jour") and word in content_words(fold_name(venue.name))]
    return len(words) >= _FEWEST_WORDS or (len(words) > 1 and bool(whole))


def _choose_journal(exact: list[KnownVenue], written: str, parts: Venue, kind: Kind) -> Recognised:
    """The journal that has this very name; not sure where there are two, and where a word may be any word.

    Of several that are abbreviated so, that one of which more is known: the others are rare, or slips in lists.
    """
    folded = fold_name(written)
    named = [venue for venue in exact if fold_name(venue.name) == folded]
    noted = [venue for venue in exact if venue.publishers or venue.issn]
    meant = named or noted or exact
    venue = meant[0]
    form = _form_of(venue, folded)
    if " " not in folded:
        is_telling = bool(named) if kind == "journal" else False
        if form == "acronym":
            acronym = written.strip(" .")
            is_long = len(folded) >= _SHORTEST_ACRONYM_OF_JOURNAL or acronym in _SHORT_ACRONYMS
            is_telling = is_long and acronym in venue.names
    else:
        is_named = bool(named) and folded.startswith("proceedings of")
        is_telling = kind == "journal" or is_named or len(content_words(folded)) >= _FEWEST_WORDS
    return Recognised(venue, parts, form, is_telling and len(meant) == 1)


def _form_of(venue: KnownVenue, folded: str) -> Form:
    if folded == fold_name(venue.name):
        return "full"
    if folded == fold_name(venue.abbreviation):
        return "abbreviated"
    if any(folded == fold_name(name) for name, _ in venue.former_names):
        return "former"
    written = next((name for name in (venue.acronym, *venue.forms) if fold_name(name) == folded), "")
    if " " not in written and sum(letter.isupper() for letter in written) > 1:
        return "acronym"
    return "abbreviated" if "." in written else "full"


def _recognise_conference(text: str, parts: Venue, kind: Kind) -> Recognised | None:
    if not parts.identity:
        return None
    acronym = _acronym_in(text, parts)
    bare = _without_year(parts)
    found = None
    for venue in _candidates(bare, acronym):
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
    exact = [one for one in (first, second) if one.parts.identity in _identities(one.venue)]
    return exact[0] if len(exact) == 1 else first._replace(is_sure=False)


def _candidates(parts: Venue, acronym: str) -> Iterable[KnownVenue]:
    found = [*conferences_like(parts.identity), *(conferences_like(fold_name(acronym)) if acronym else ())]
    return dict.fromkeys(venue for venue in found if venue.kind == "conference")


def _acronym_in(text: str, parts: Venue) -> str:
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
    is_exact = parts.identity in _identities(venue)
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
    return bool(own) and other != own and other.startswith(own) and other not in _acronyms(venue)


def _judge_acronym(venue: KnownVenue, parts: Venue) -> Recognised | None:
    """A name that is but an acronym, written as the conference writes it."""
    written = parts.name.strip(" .")
    if parts.identity not in _acronyms(venue) and parts.identity not in _identities(venue):
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
    topic = [word for word in _words(parts.name) if is_topic(word[0])]
    return any(
        not read.sponsors and all(map(_stands_for, topic, topic_of(read.identity).split()))
        for read in map(read_venue, venue.names)
    )


def _has_words_of(venue: KnownVenue, parts: Venue) -> bool:
    """Whether a name has the words of one of the conference's, abbreviated or not, and is of the same kind of event."""
    words = [word for word in _words(parts.name) if is_topic(word[0])]
    noun = event_noun(parts.identity)
    agree = bool(parts.sponsors) and not set(parts.sponsors).isdisjoint(_sponsors(venue))
    for name in venue.names:
        theirs = topic_of(fold_name(name)).split()
        is_same = agree or noun == event_noun(fold_name(name))
        if len(theirs) > 1 and is_same and len(words) == len(theirs) and all(map(_stands_for, words, theirs)):
            return True
    return False


def _shares_words(venue: KnownVenue, parts: Venue) -> bool:
    """Whether what a name is about is what a conference is about: said of one that bears its acronym."""
    words = [word for word in _words(parts.name) if is_topic(word[0])]
    for name in venue.names:
        theirs = topic_of(fold_name(name)).split()
        common = sum(any(_stands_for(word, other) for other in theirs) for word in words)
        if common and common == min(len(words), len(theirs)) and (common > 1 or len(theirs) == 1):
            return True
    return False


@lru_cache(maxsize=4096)
def _identities(venue: KnownVenue) -> frozenset[str]:
    return frozenset(read_venue(name).identity for name in venue.names)


@lru_cache(maxsize=4096)
def _acronyms(venue: KnownVenue) -> frozenset[str]:
    names = (fold_name(name) for name in venue.names if any(letter.isupper() for letter in name[1:]))
    return frozenset({fold_name(venue.acronym), *(name for name in names if " " not in name)} - {""})


@lru_cache(maxsize=4096)
def _sponsors(venue: KnownVenue) -> frozenset[str]:
    return frozenset(venue.sponsors).union(*(read_venue(name).sponsors for name in venue.names))


@lru_cache(maxsize=4096)
def _folded_names(venue: KnownVenue) -> frozenset[str]:
    return frozenset(map(fold_name, venue.names))


def _words(written: str) -> list[tuple[str, bool]]:
    """The words of a name that abbreviations keep, folded, each with whether a full stop says that it is cut."""
    words: list[tuple[str, bool]] = []
    for piece in _APART.split(written.replace(".", ". ")):
        folded = fold_name(piece).split()
        words += [(word, piece.rstrip(",;:").endswith(".")) for word in folded]
    if words and any(is_cut for _, is_cut in words):
        words[-1] = (words[-1][0], True)  # the last full stop may have gone with what was taken off
    kept = content_words(" ".join(word for word, _ in words))
    return [word for word in words if word[0] in kept]


def _is_abbreviated(written: str, name: str) -> bool:
    """Whether each word of what is written stands for that of a name."""
    words, theirs = _words(written), content_words(fold_name(name))
    return len(words) == len(theirs) and all(map(_stands_for, words, theirs))


def _stands_for(word: tuple[str, bool], other: str) -> bool:
    """Whether a word is another, or its abbreviation: `Softw.`, `Engrg.`, `Int'l`, `J`."""
    written, is_cut = word
    if written == other or (written in _USUAL and other.startswith(_USUAL[written])):
        return True
    if not is_cut or written[0] != other[0] or len(written) >= len(other):
        return False
    letters = iter(other)
    return other.startswith(written) or (len(written) > 2 and all(letter in letters for letter in written))


_USUAL = {"j": "journal", "intl": "international", "natl": "national", "proc": "proceedings", "trans": "transactions"}
