"""Places of publishers that are written in several ways, and publishers at several places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.publishers import publisher_of
from bibcheck.lazy_re import pattern
from bibcheck.rule import Fact, Finding, Fix, Level, Rule, Scope, times
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import has_bare_quote, replace_value
from bibcheck.syntax.tree import Entry
from bibcheck.text.latex import decode
from bibcheck.values.addresses import Address, read_address
from bibcheck.values.folding import fold_name
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
    same publisher. Reported is every entry outside the form that most have, in a tie outside the one that says more. A
    full stop at the end (`Reading, MA.`) is the form of none. A house that has one seat (`ACM`) is reported
    where a book names another. The city of a conference is its own, and what publishers with offices in several cities
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

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        houses: dict[str, tuple[str, tuple[str, ...]]] = {}
        for field in bib.fields("address", "location"):
            text = decode(field.text).text.strip() if field.is_known else ""
            address = read_address(text) if text and field.entry else None
            if not address or not field.entry:
                continue
            publisher = field.entry.field("publisher")
            name = publisher.text if publisher and publisher.is_known else ""
            if name not in houses:
                houses[name] = _read_house(name)
            house, seats = houses[name]
            is_seat = address.city in seats or _is_book(field.entry)
            whole = replace_value(field, "")
            about = _Written(text, field.text.strip(), tuple(whole.span) if whole else None, address, house, is_seat)
            place = field.span(0, len(field.text))
            yield self.fact(f"place {address.city}", place, about)
            if house in _ONE_SEAT and _is_book(field.entry):
                yield self.fact(f"house {house}", place, about._replace(is_seat=address.city in seats))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        if facts[0].key.startswith("house "):
            yield from self._judge_seats(facts)
            return
        *places, homeless = _part(facts)
        for group in (*places, homeless):
            counts = Counter(fact.about.text for fact in group)
            # Where the name alone is the most frequent, and nobody can tell of which place, there is no form to keep to.
            if len(counts) > 1 and (group is homeless or len(homeless) < max(counts.values())):
                yield from self._judge_forms(group, counts)

    def _judge_forms(self, facts: list[Fact], counts: Counter[str]) -> Iterator[Finding]:
        regions = {fact.about.text: bool(fact.about.address.region) for fact in facts}
        chosen = max(counts, key=lambda text: _rank(text, counts[text], regions[text]))
        elsewhere = [fact for fact in facts if fact.about.text == chosen]
        there = f"`{chosen}` {times(len(elsewhere))}: one place in {len(counts)} forms"
        for fact in facts:
            if fact.about.text != chosen:
                message = f"`{fact.about.text}` {times(counts[fact.about.text])}, and {there}"
                yield self.finding(fact, message, *_write(fact, elsewhere[0]), related=elsewhere[:1])

    def _judge_seats(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        at_seat = [fact for fact in facts if fact.about.is_seat]
        if len(at_seat) < _FEWEST:
            return
        counts = Counter(fact.about.text for fact in facts)
        there = f"`{at_seat[0].about.text}` {times(len(at_seat))}: one publisher at two places"
        for fact in facts:
            if not fact.about.is_seat:
                message = f"`{fact.about.text}` {times(counts[fact.about.text])}, and {there}"
                yield self.finding(fact, message, *_write(fact, at_seat[0]), related=at_seat[:1])


class _Written(NamedTuple):
    """An address in a file."""

    text: str  # without LaTeX
    source: str
    whole: tuple[int, ...] | None  # the span of the value, where it stands in the file
    address: Address
    house: str  # the publisher; empty where there is none
    is_seat: bool  # whether it is one of its known places, or must be, for a book has no other


def _rank(text: str, count: int, has_region: bool) -> tuple[bool, int, int, bool, int]:
    """The form that most have, in a tie the one that says more; one that is wrong in itself only where there is no other."""
    return not _OBJECTIONABLE.fullmatch(text), count, text.count(","), has_region, len(text)


def _write(fact: Fact, other: Fact) -> list[Edit]:
    """Write the address of another fact where one stands; not what could end the value there: `M\\"unchen` between quotes."""
    whole, source = fact.about.whole, other.about.source
    return [Edit(Span(*whole), source)] if whole and not has_bare_quote(source) else []


def _read_house(name: str) -> tuple[str, tuple[str, ...]]:
    """What is equal for two names of a publisher, and its known cities."""
    plain = decode(name).text.strip()
    house = publisher_of(plain) if plain else None
    return (house.key, house.seats) if house else (fold_name(plain), ())


def _is_book(entry: Entry) -> bool:
    """Whether the address of an entry can be nothing but the publisher's."""
    booktitle = entry.field("booktitle")
    is_of_event = booktitle is not None and read_venue(decode(booktitle.text).text).is_event
    return entry.type in _BOOK_TYPES and not is_of_event


class _Place(NamedTuple):
    """The facts of one city, as far as they can be told to be of one."""

    addresses: set[Address]
    houses: set[str]  # publishers that have a seat there
    facts: list[Fact]

    def take(self, fact: Fact) -> None:
        """Count a fact in."""
        self.facts.append(fact)
        self.addresses.add(fact.about.address)
        if fact.about.is_seat and fact.about.house:
            self.houses.add(fact.about.house)


def _part(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Split the facts of one name of a city where they are of several cities: `Cambridge, MA` and `Cambridge, UK`.

    A name alone is the place that its publisher has elsewhere; what is no publisher's is one more group, the last.
    """
    places: list[_Place] = []
    homeless = _Place(set(), set(), [])
    for fact in facts:
        address = fact.about.address
        if not address.is_bare:
            homes = [place for place in places if all(address.agrees(other) for other in place.addresses)]
            if not homes:
                places.append(_Place(set(), set(), []))
            if len(homes) < 2:
                (homes or places)[-1].take(fact)
    for fact in facts:
        if fact.about.address.is_bare:
            homes = [place for place in places if fact.about.is_seat and fact.about.house in place.houses]
            (homes[0] if len(homes) == 1 else homeless).facts.append(fact)
    return [sorted(place.facts, key=lambda fact: (fact.path, fact.span)) for place in (*places, homeless)]
