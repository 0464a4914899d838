"""What recognition makes of a name."""

from __future__ import annotations

from bibcheck.records import NamedTuple
from bibcheck.venues.index import KnownVenue
from bibcheck.venues.name import Venue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["journal", "booktitle"]
    Form = Literal["full", "abbreviated", "acronym", "former"]


class Recognised(NamedTuple):
    """A venue that is known, and how it is written here. Below sure, no rule may speak of its identity."""

    venue: KnownVenue
    parts: Venue  # what was taken off the name: year, ordinal, sponsors and so on
    form: Form  # "former" is a name that the venue had once
    is_sure: bool
