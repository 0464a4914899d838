"""Places of publishers that are written in several ways, and publishers at several places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.publishers import publisher_of
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule, Scope, Vote, dominant, times
from bibcheck.syntax.edits import has_bare_quote, replace_value
from bibcheck.syntax.tree import Entry, Field
from bibcheck.text.latex import decode
from bibcheck.values.addresses import Address, read_address
from bibcheck.values.folding import fold_name, loses_accents
from bibcheck.venues.name import read_venue

# Where the address can be nothing but the publisher's.
_BOOK_TYPES = frozenset("book inbook incollection collection mvbook mvcollection reference inreference manual".split())
# Houses with one seat, whatever the title page of a book has after it: `Cambridge, Massachusetts; London, England`.
_ONE_SEAT = frozenset(
    (
        "association for computing machinery",
        "usenix association",
        "society for industrial and applied mathematics",
        "american mathematical society",
        "mit press",
    )
)
_OBJECTIONABLE = pattern(r"[^a-z]*+|.*\b(?:[A-Z]{2}|[a-zA-Z]{6,})\.")  # PRINCETON; Reading, MA.
_FEWEST = 3  # books of one place against which another place stands out


class InconsistentAddress(Rule):
    """Write a place in one way throughout a bibliography, and give a publisher one place.

    `New York, NY, USA` and `New York, NY` are one place in two forms, and so are `Norman` and `Norman, Oklahoma` beside the
    same publisher. Reported is every entry outside the form that most have, in a tie outside the one that says more. A full
    stop at the end (`Reading, MA.`) is the form of none, and no fix takes accents away. A house that has one seat (`ACM`) is
    reported where a book names another. The city of a conference is its own, and what publishers with offices in several cities
    print (`Routledge`, in London and New York) is true of each book.

    Bad:

        @inproceedings{a, publisher = {ACM}, address = {New York, NY, USA}}
        @inproceedings{b, publisher = {ACM}, address = {New York, NY, USA}}
        @inproceedings{c, publisher = {ACM}, address = {New York}}
                                                        ^^^^^^^^

    Good:

        @inproceedings{a, publisher = {ACM}, address = {New York, NY, USA}}
        @inproceedings{b, publisher = {ACM}, address = {New York, NY, USA}}
        @inproceedings{c, publisher = {ACM}, address = {New York, NY, USA}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    scope = Scope.PROJECT

    def votes(self, bib: Bibliography) -> Iterator[Vote]:
        found: dict[tuple[str, _Written], list[Field]] = {}
        for field, written, seated in bib.once(_read_addresses):
            found.setdefault((f"place {written.address.city}", written), []).append(field)
            if seated:
                found.setdefault((f"house {written.house}", written._replace(is_seat=seated.is_seat)), []).append(field)
        for (key, written), fields in found.items():
            span = fields[0].span(0, len(fields[0].text))
            yield self.vote(key, f"{written.text}\n{written.is_seat}", len(fields), span, written)

    def decide(self, votes: Sequence[Vote]) -> list[_Decision] | None:
        if votes[0].key.startswith("house "):
            return _decide_seat(votes)
        *places, unplaced = _part(votes)
        decisions = []
        for group in (*places, unplaced):
            counts = _count(group)
            # Where the name alone is the most frequent, and nobody can tell of which place, there is no form to keep to.
            if len(counts) > 1 and (group is unplaced or _total(unplaced) < max(counts.values())):
                decisions.append(_decide_form(group, counts))
        return decisions or None

    def speak(self, bib: Bibliography, decisions: Mapping[str, list[_Decision]]) -> Iterator[Finding]:
        for field, written, seated in bib.once(_read_addresses):
            for decision in decisions.get(f"place {written.address.city}", ()):
                if written in decision.outvoted:
                    yield self._report(field, written, decision)
            for decision in decisions.get(f"house {written.house}", ()) if seated else ():
                if seated and written._replace(is_seat=seated.is_seat) in decision.outvoted:
                    yield self._report(field, written, decision)

    def _report(self, field: Field, written: _Written, decision: _Decision) -> Finding:
        message = f"`{written.text}` {times(decision.counts[written.text])}, and {decision.there}"
        source = decision.example.about.source
        # Not what could end the value there: `M\\"unchen` between quotes; nor is a place to lose its accents.
        is_unfit = has_bare_quote(source) or loses_accents(written.text, decision.example.about.text)
        edit = None if is_unfit else replace_value(field, source)
        span = field.span(0, len(field.text))
        return self.finding(span, message, *([edit] if edit else []), related=[decision.example])


class _Written(NamedTuple):
    """An address as it is written."""

    text: str  # without LaTeX
    source: str
    address: Address
    house: str  # the publisher; empty where there is none
    is_seat: bool  # whether it is one of its known places, or must be, for a book has no other


class _Seated(NamedTuple):
    """Of the address of a book of a house that has one seat: whether it is that."""

    is_seat: bool


class _Decision(NamedTuple):
    """The form that an address is to have."""

    outvoted: frozenset[_Written]
    counts: dict[str, int]
    there: str  # what stands elsewhere, for messages
    example: Vote


def _read_addresses(bib: Bibliography) -> list[tuple[Field, _Written, _Seated | None]]:
    read: dict[tuple[str, str, bool], tuple[_Written, _Seated | None] | None] = {}
    found = []
    for field in bib.fields("address", "location"):
        # Beside an address the ACM's location is the city of the conference, and BibLaTeX prints one of the two.
        if not field.entry or not field.is_known or (field.name == "location" and field.entry.field("address")):
            continue
        publisher = field.entry.field("publisher")
        name = publisher.text if publisher and publisher.is_known else ""
        written_so = (field.text, name, _is_book(field.entry))
        if written_so not in read:
            read[written_so] = _read_address(*written_so)
        if one := read[written_so]:
            found.append((field, *one))
    return found


def _read_address(source: str, publisher: str, is_of_book: bool) -> tuple[_Written, _Seated | None] | None:
    text = decode(source).text.strip()
    address = read_address(text) if text else None
    if not address:
        return None
    house, seats = _read_house(publisher)
    written = _Written(text, source.strip(), address, house, address.city in seats or is_of_book)
    return written, _Seated(address.city in seats) if house in _ONE_SEAT and is_of_book else None


def _count(votes: Sequence[Vote]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for vote in votes:
        counts[vote.about.text] = counts.get(vote.about.text, 0) + vote.times
    return counts


def _total(votes: Sequence[Vote]) -> int:
    return sum(vote.times for vote in votes)


def _decide_form(votes: list[Vote], counts: dict[str, int]) -> _Decision:
    regions = {vote.about.text: bool(vote.about.address.region) for vote in votes}
    chosen = dominant(counts) or max(counts, key=lambda text: _rank(text, counts[text], regions[text]))
    example = next(vote for vote in votes if vote.about.text == chosen)
    there = f"`{chosen}` {times(counts[chosen])}: one place in {len(counts)} forms"
    return _Decision(frozenset(vote.about for vote in votes if vote.about.text != chosen), counts, there, example)


def _decide_seat(votes: Sequence[Vote]) -> list[_Decision] | None:
    at_seat = [vote for vote in votes if vote.about.is_seat]
    if _total(at_seat) < _FEWEST:
        return None
    there = f"`{at_seat[0].about.text}` {times(_total(at_seat))}: one publisher at two places"
    outvoted = frozenset(vote.about for vote in votes if not vote.about.is_seat)
    return [_Decision(outvoted, _count(votes), there, at_seat[0])]


def _rank(text: str, count: int, has_region: bool) -> tuple[bool, int, int, bool, int]:
    """The form that most have, in a tie the one that says more; one that is wrong in itself only where there is no other."""
    return not _OBJECTIONABLE.fullmatch(text), count, text.count(","), has_region, len(text)


def _read_house(name: str) -> tuple[str, tuple[str, ...]]:
    """What is equal for two names of a publisher, and its known cities."""
    plain = decode(name).text.strip()
    house = publisher_of(plain) if plain else None
    return (house.key, house.seats) if house else (fold_name(plain), ())


def _is_book(entry: Entry) -> bool:
    """Whether the address of an entry can be nothing but the publisher's."""
    if entry.type not in _BOOK_TYPES:
        return False
    booktitle = entry.field("booktitle")
    return booktitle is None or not read_venue(decode(booktitle.text).text).is_event


class _Place(NamedTuple):
    """The votes of one city, as far as they can be told to be of one."""

    addresses: set[Address]
    houses: set[str]  # publishers that have a seat there
    votes: list[Vote]

    def take(self, vote: Vote) -> None:
        """Count a vote in."""
        self.votes.append(vote)
        self.addresses.add(vote.about.address)
        if vote.about.is_seat and vote.about.house:
            self.houses.add(vote.about.house)


def _part(votes: Sequence[Vote]) -> list[list[Vote]]:
    """Split the votes of one name of a city where they are of several cities: `Cambridge, MA` and `Cambridge, UK`.

    A name alone is the place that its publisher has elsewhere; what is no publisher's is one more group, the last.
    """
    places: list[_Place] = []
    unplaced = _Place(set(), set(), [])
    for vote in votes:
        address = vote.about.address
        if not address.is_bare:
            found = [place for place in places if all(address.agrees(other) for other in place.addresses)]
            if not found:
                places.append(_Place(set(), set(), []))
            if len(found) < 2:
                (found or places)[-1].take(vote)
    for vote in votes:
        if vote.about.address.is_bare:
            found = [place for place in places if vote.about.is_seat and vote.about.house in place.houses]
            (found[0] if len(found) == 1 else unplaced).votes.append(vote)
    return [sorted(place.votes, key=lambda vote: (vote.path, vote.span)) for place in (*places, unplaced)]
