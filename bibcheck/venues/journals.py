"""Journals."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.values.folding import fold_name
from bibcheck.venues.index import KnownVenue, VenueIndex
from bibcheck.venues.keys import content_words
from bibcheck.venues.name import Venue
from bibcheck.venues.recognised import Recognised
from bibcheck.venues.words import folded_names, is_abbreviated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.venues.recognised import Form, Kind

_LAST_REMARK = pattern(r"\s*\([^()]*\)\s*\Z")
_LATER = pattern(r"(?:,|\s\()\s*(?:vol|no|issue|pp|part|pages)\b.*\Z", re.IGNORECASE | re.DOTALL)
# `Image Processing, IEEE Transactions on`
_INVERTED = pattern(
    r"(?P<topic>[^,]{4,}(?:,[^,]*)*),\s*(?P<kind>[^,]*\b(?:Transactions|Journal|Letters) (?:on|of))\s*\Z", re.IGNORECASE
)
_FEWEST_WORDS = 3
_SHORTEST_ACRONYM = 4
_SHORT_ACRONYMS = frozenset("ApJ PRA PRB PRC PRD PRE PRL PRX RMP".split())  # of physics: nothing else is called so


def recognise_journal(index: VenueIndex, text: str, parts: Venue, kind: Kind) -> Recognised | None:
    """The journal that a text names, in full or abbreviated; `parts` is what read_venue made of it."""
    bare = _LAST_REMARK.sub("", _LATER.sub("", text))
    inverted = _INVERTED.match(bare)
    straight = f"{inverted['kind']} {inverted['topic']}" if inverted else bare
    for written in dict.fromkeys((text, straight, parts.name)):
        folded = fold_name(written)
        candidates = index.journals_like(folded) if folded else []
        if exact := [venue for venue in candidates if folded in folded_names(venue)]:
            return _choose_journal(exact, written, parts, kind)
        if like := [venue for venue in candidates if is_abbreviated(written, venue.name)]:
            return Recognised(like[0], parts, "abbreviated", len(like) == 1 and _is_telling(folded, *like))
    return None


def is_plain_journal(venue: KnownVenue, text: str) -> bool:
    """Whether there is nothing in parentheses but the acronym of the journal."""
    remark = _LAST_REMARK.search(text)
    if not remark or fold_name(text) in folded_names(venue):
        return not _LATER.search(text)
    name, acronym = fold_name(text[: remark.start()]), fold_name(remark[0])
    initials = ["".join(word[0] for word in words) for words in (name.split(), content_words(name))]
    return acronym in folded_names(venue) or any(letters.endswith(acronym) for letters in initials)


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
            is_long = len(folded) >= _SHORTEST_ACRONYM or acronym in _SHORT_ACRONYMS
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
