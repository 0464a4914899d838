"""Places of publishers that are written in several ways, and publishers at several places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.edits import replace_value
from bibcheck.knowledge.publishers import publisher_of
from bibcheck.patterns import pattern
from bibcheck.rule import Edit, Fact, Finding, Fix, Level, Rule, Scope
from bibcheck.source import Span
from bibcheck.syntax.tree import Entry, Field
from bibcheck.values.addresses import Address, read_address
from bibcheck.values.latex import decode
from bibcheck.values.venues import fold_name, read_venue

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
    same publisher. Reported is every entry outside the form that most have. A house that has one seat (`ACM`) is reported
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
        for field in bib.fields("address", "location"):
            text = decode(field.text).text.strip() if field.is_known else ""
            address = read_address(text) if text and field.entry else None
            if not address or not field.entry:
                continue
            house, is_seat, strays = _judge_house(field.entry, address)
            whole = replace_value(field, "")
            about = (text, field.text.strip(), tuple(whole.span) if whole else None, tuple(address), house, is_seat)
            place = field.span(0, len(field.text))
            yield self.fact(f"place {address.city}", place, about)
            if strays is not None:
                yield self.fact(f"house {house}", place, (*about, strays))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        if facts[0].key.startswith("house "):
            yield from self._judge_seats(facts)
            return
        for group in _part(facts):
            counts = Counter(fact.about[0] for fact in group)
            if len(counts) > 1:
                yield from self._judge_forms(group, counts)

    def _judge_forms(self, facts: list[Fact], counts: Counter[str]) -> Iterator[Finding]:
        regions = {fact.about[0]: bool(fact.about[3][1]) for fact in facts}
        chosen = max(counts, key=lambda text: _rank(text, counts[text], regions[text]))
        elsewhere = [fact for fact in facts if fact.about[0] == chosen]
        for fact in facts:
            if fact.about[0] != chosen:
                message = (
                    f"`{fact.about[0]}` here, and {_times(elsewhere)} `{chosen}`: one place in {len(counts)} forms"
                )
                yield self.finding(fact, message, *_write(fact, elsewhere[0]), related=elsewhere[:1])

    def _judge_seats(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        at_seat = [fact for fact in facts if not fact.about[6]]
        if len(at_seat) < _FEWEST:
            return
        for fact in facts:
            if fact.about[6]:
                message = f"`{fact.about[0]}` here, and {_times(at_seat)} `{at_seat[0].about[0]}`: one publisher at two places"
                yield self.finding(fact, message, *_write(fact, at_seat[0]), related=at_seat[:1])


def _rank(text: str, count: int, has_region: bool) -> tuple[bool, int, int, bool, int]:
    """The form that most have, in a tie the one that says more; one that is wrong in itself only where there is no other."""
    return not _OBJECTIONABLE.fullmatch(text), count, text.count(","), has_region, len(text)


def _times(facts: list[Fact]) -> str:
    return "once" if len(facts) == 1 else f"{len(facts)} times"


def _write(fact: Fact, other: Fact) -> list[Edit]:
    """Write the address of another fact where one stands."""
    whole = fact.about[2]
    return [Edit(Span(*whole), other.about[1])] if whole else []


def _judge_house(entry: Entry, address: Address) -> tuple[str, bool, bool | None]:
    """The publisher of an entry; whether the address is one of its known places, or must be, for a book has no other; and
    whether it is another place than the only one that the publisher is known to have, None where that cannot be told.
    """
    field = entry.field("publisher")
    name = decode(field.text).text.strip() if field and field.is_known else ""
    house = publisher_of(name) if name else None
    is_book = entry.type in _BOOK_TYPES and not _is_of_event(entry.field("booktitle"))
    seats = house.seats if house else ()
    strays = address.city not in seats if is_book and house and house.key in _ONE_SEAT and len(seats) == 1 else None
    return house.key if house else fold_name(name), is_book or address.city in seats, strays


def _is_of_event(field: Field | None) -> bool:
    return field is not None and read_venue(decode(field.text).text).is_event


def _part(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Split the facts of one name of a city where they are of several cities: `Cambridge, MA` and `Cambridge, UK`.

    A name alone is the place that its publisher has elsewhere; what is no publisher's is one more group.
    """
    groups: list[list[Fact]] = []
    for fact in facts:
        address = Address(*fact.about[3])
        if not address.is_bare:
            homes = [group for group in groups if all(address.agrees(Address(*other.about[3])) for other in group)]
            if len(homes) == 1:
                homes[0].append(fact)
            elif not homes:
                groups.append([fact])
    homeless: list[Fact] = []
    for fact in facts:
        _, _, _, address, house, is_seat = fact.about
        if Address(*address).is_bare:
            homes = [
                group for group in groups if house and is_seat and any(_is_seat_of(house, other) for other in group)
            ]
            (homes[0] if len(homes) == 1 else homeless).append(fact)
    return [sorted(group, key=lambda fact: (fact.path, fact.span)) for group in (*groups, homeless)]


def _is_seat_of(house: str, fact: Fact) -> bool:
    return bool(fact.about[4] == house and fact.about[5])
