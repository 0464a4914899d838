"""Where a DOI belongs: to a house by its prefix, to a conference if its suffix says so (`10.1109/CVPR.2016.90`)."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.values.folding import fold_name
from bibcheck.venues.recognise import text_of, year_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.syntax.tree import Entry, Field
    from bibcheck.venues.index import KnownVenue
    from bibcheck.venues.recognise import Venues

_IEEE = pattern(r"10\.1109/(?P<acronym>[A-Z]{3,12})[0-9]{0,6}\.(?P<year>(?:19|20)[0-9]{2})\.[0-9]+", re.IGNORECASE)
_AAAI = pattern(r"10\.1609/(?P<acronym>aaai)\.v(?P<volume>[0-9]{2})i[0-9]{1,2}\.[0-9]+", re.IGNORECASE)
# Houses that have not passed their prefixes on, nor taken others' over in great number.
HOUSES = {
    "10.1145": "ACM",
    "10.1109": "IEEE",
    "10.1007": "Springer",
    "10.1016": "Elsevier",
    "10.1093": "Oxford University Press",
    "10.1017": "Cambridge University Press",
    "10.1103": "the American Physical Society",
    "10.1609": "the AAAI",
    "10.18653": "the ACL",
    "10.48550": "arXiv",
}
PARTNERS = frozenset({"10.1145", "10.1109"})  # ACM and IEEE publish conferences together
_ARXIV = "10.48550"
# Springer has published the early proceedings of many a conference, and anything may stand on arXiv.
_NEVER_BEFORE = HOUSES.keys() - {"10.1007", _ARXIV}
# Whoever puts something into a repository gets a DOI there; 10.5555 is what fake-doi reports; proceedings have been sold by
# Curran (10.52202) and the MIT Press (10.7551).
_REPOSITORIES = frozenset(
    "10.3929 10.5167 10.5281 10.5445 10.5555 10.6084 10.7551 10.17605 10.17863 10.18154 10.31219 10.31234 10.36227 10.52202"
    " 10.57967 10.60692".split()
)
_VENUES = ("booktitle", "journal", "journaltitle")
_FEWEST_SPACES = 2  # in a name in full
_STEM = 4  # letters by which a word is known, abbreviated or not
_ANY_EVENT = frozenset("conf annu inte proc symp work ieee meet lear adva".split())
_BEFORE_FIRST_VOLUME = 1986  # volume 34 of AAAI's proceedings is of 2020


class DoiVenue(NamedTuple):
    """A conference and the year of its edition."""

    venue: KnownVenue
    acronym: str
    year: int


def conference_in(venues: Venues, doi: str) -> DoiVenue | None:
    """The conference whose paper a DOI stands for; None where the DOI does not say, or what it says is not known."""
    match = _IEEE.fullmatch(doi) or _AAAI.fullmatch(doi)
    if not match:
        return None
    groups = match.groupdict()
    acronym = groups["acronym"].upper()
    year = int(groups["year"]) if "year" in groups else int(groups["volume"]) + _BEFORE_FIRST_VOLUME
    found = venues.recognise(acronym, "booktitle", year)
    if not found or not found.is_sure or found.venue.kind != "conference":
        return None
    # `10.1109/MM.2014.10` is IEEE Micro's, not that of ACM Multimedia.
    is_theirs = doi.partition("/")[0] in found.venue.doi_prefixes or "IEEE" in found.venue.publishers
    return DoiVenue(found.venue, acronym, year) if is_theirs else None


def tell_conflict(venues: Venues, entry: Entry, doi: str, *, any_prefix: bool = False) -> tuple[Field, str] | None:
    """The field with the venue that a DOI cannot belong to, and the reason in words.

    Judged are the DOIs of known houses; with `any_prefix`, all but those of repositories.
    """
    field = next((one for name in _VENUES if (one := entry.field(name)) and one.is_known and one.value), None)
    if field is None:
        return None
    found = venues.recognise_field(field)
    venue = found.venue if found and found.is_sure else None
    reason = _by_conference(conference_in(venues, doi), venue, text_of(field))
    if not reason and venue:
        reason = _by_house(venue, year_of(field), doi.partition("/")[0], any_prefix=any_prefix)
    return (field, f"DOI `{doi}` {reason}") if reason else None


def _by_conference(named: DoiVenue | None, venue: KnownVenue | None, text: str) -> str:
    """What is wrong where a DOI names one conference and its entry another; empty where nothing is."""
    if named is None or named.acronym.lower() in text.lower() or _are_kin(named, venue, text):
        return ""
    if venue is None and (text.count(" ") < _FEWEST_SPACES or _share_a_word(named.venue, text)):
        return ""
    return f"is of {named.acronym} {named.year}, and not of `{venue.acronym or venue.name if venue else text}`"


def _are_kin(named: DoiVenue, venue: KnownVenue | None, text: str) -> bool:
    """Whether a venue is the named one, its workshops (`CVPRW`) or its later self (`VRAIS`, `VR '93`)."""
    if any(named.acronym.startswith(word) for word in text.split() if word.isupper()):
        return True
    if venue is None:
        return False
    acronym = venue.acronym.upper()
    is_part = bool(acronym) and (named.acronym.startswith(acronym) or acronym.startswith(named.acronym))
    return venue.id == named.venue.id or is_part


def _share_a_word(venue: KnownVenue, text: str) -> bool:
    """Whether a name has a word of the venue's names, abbreviated or not."""
    own = {word[:_STEM] for name in venue.names for word in fold_name(name).split() if len(word) >= _STEM}
    return any(word[:_STEM] in own - _ANY_EVENT for word in fold_name(text).split())


def _by_house(venue: KnownVenue, year: int | None, prefix: str, *, any_prefix: bool) -> str:
    """What is wrong where the papers of a venue have other DOIs, or none; empty where nothing is."""
    registers, called = venue.registers_in(year), venue.acronym or venue.name
    if (
        any_prefix
        and prefix != _ARXIV
        and registers == "partly"
        and year is not None
        and venue.doi_years.startswith("~")
    ):
        registers = "yes"  # a paper has no DOI, or one of the venue's own
    if prefix in venue.doi_prefixes or registers not in ("yes", "no"):
        return ""
    if prefix == _ARXIV:
        return f"is of a preprint, and the papers of {called} have DOIs of their own" if registers == "yes" else ""
    is_judged = prefix in _NEVER_BEFORE or (any_prefix and prefix not in _REPOSITORIES)
    if not is_judged or not (registers == "no" or (venue.kind == "conference" and venue.doi_prefixes)):
        return ""
    if prefix in PARTNERS and not PARTNERS.isdisjoint(venue.doi_prefixes):
        return ""
    whose = f"is {HOUSES[prefix]}'s" if prefix in HOUSES else f"begins with {prefix}"
    theirs = " or ".join(venue.doi_prefixes)
    return f"{whose}, and the papers of {called} have {f'DOIs with {theirs}' if registers == 'yes' else 'no DOIs'}"
