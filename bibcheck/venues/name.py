"""Names of journals, conferences and series, apart from their year, ordinal, sponsors, place and the like.

`Proceedings of the Sixteenth ACM Symposium on Operating Systems Principles` and `26th Symposium on Operating Systems
Principles` are one venue. What is one venue under two names is a matter of knowledge, not of grammar.
"""

from __future__ import annotations

from functools import lru_cache

from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.values.folding import fold_name

_LONGEST = 600  # a name is never as long; what is longer is left alone


class VenuePart(NamedTuple):
    """Something that stands in a venue's name beside the name itself.

    `kind` is "presented" (`Presented as part of the`), "in" (a leading `In`), "lead" (`Proceedings of the`), "tail"
    (`Revised Selected Papers`), "ordinal", "frequency" (`Annual`), "year", "edition" (a number that is none of both),
    "acronym" (`(OSDI 16)`, `, CAV 2000`), "sponsors", "volume" (`Part II`), "place" or "date".
    """

    kind: str
    text: str
    span: Span


class Venue(NamedTuple):
    """A venue's name as written, taken apart. Spans are those of the text that was read."""

    name: str  # what is left, in its own letter case
    identity: str  # equal for two forms of one name; see `sponsors`
    parts: tuple[VenuePart, ...]  # in the order of the text
    ordinal: int | None
    year: int | None
    acronym: str  # of parts of that kind, without its edition
    # Every sponsor before the name, in capitals: `("ACM", "SIGOPS")`; not the ACM of `Communications of the ACM`.
    # Venues of equal identity may be two all the same: the data mining conferences of IEEE and of SIAM (sponsors_agree).
    sponsors: tuple[str, ...]
    is_event: bool  # whether the name says that it is a conference, a workshop or the like
    is_inverted: bool  # `Robotics and Automation, 2013 IEEE International Conference on`

    def part(self, kind: str) -> VenuePart | None:
        """The first part of a kind."""
        return next((part for part in self.parts if part.kind == kind), None)


@lru_cache(maxsize=4096)  # the same names come back in every file
def read_venue(text: str) -> Venue:
    """Take a booktitle, journal or series apart. It comes without LaTeX; the name of a journal keeps its sponsor."""
    if len(text) > _LONGEST:
        return Venue(text, fold_name(text), (), None, None, "", (), False, False)
    # Its patterns take 10 ms to compile.
    from bibcheck.venues.reader import VenueReader

    return VenueReader(text).read()


def sponsors_agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two names with these sponsors may be one: they share a sponsor, or one has none."""
    return not first or not second or not set(first).isdisjoint(second)
