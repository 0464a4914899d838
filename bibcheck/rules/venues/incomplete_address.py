"""Addresses that are no more than the code of a state or a country."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Level, Rule
from bibcheck.values.places import REGIONS

_STATES = dict.fromkeys(
    (
        *REGIONS,
        # ISO 3166-2:AU, and the states of the USA as they were written before the postal codes
        *"NSW QLD TAS VIC Ala. Ariz. Ark. Calif. Cal. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich.".split(),
        *"Minn. Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Penn. R.I. S.C. S.D. Tenn. Tex.".split(),
        *"Vt. Va. Wash. W.Va. Wis. Wyo.".split(),
    ),
    "a state",
)
_COUNTRIES = dict.fromkeys(
    # ISO 3166-1 without city states, and abbreviations in use
    (
        "US USA U.S. U.S.A. UK U.K. GB GBR AT AUT AU AUS BE BEL BR BRA CAN CH CHE CN CHN CZ CZE DEU DK DNK ES ESP FI FIN FR"
        " FRA GR GRC HU HUN IE IRL IND IT ITA JP JPN KR KOR NLD NO NOR NZ NZL PL POL PT PRT RU RUS SE SWE TW TWN ZA ZAF"
    ).split(),
    "a country",
)
# California and Canada, Delaware and Germany…
_BOTH = dict.fromkeys("AR CA CO DE IL IN NL PA SC".split(), "a state or a country")
_CODES = _STATES | _COUNTRIES | _BOTH
_LONGEST = max(map(len, _CODES))
# What these take place in is a country: a patent holds there, a law is in force there.
_NATIONAL_TYPES = frozenset(("patent", "jurisdiction", "legislation", "legal", "standard"))
# Fields whose value says where the publisher of a report or a thesis is: `University of Manchester`.
_NAMED_BY = ("institution", "school")


class IncompleteAddress(Rule):
    """Name the city: the code of a state or of a country says next to nothing about where.

    The old export of USENIX gives the state alone, and so it is printed. The name of a country, a state or a city
    (`Germany`, `Singapore`) is left alone, and so is where a patent holds or a law is in force.

    Bad:

        @inproceedings{schatzberg16, publisher = {USENIX Association}, address = {GA}}
                                                                                  ^^

    Good:

        @inproceedings{schatzberg16, publisher = {USENIX Association}, address = {Savannah, GA}}
    """

    level = Level.WARNING

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("address", "location"):
            if len(field.text) > 2 * _LONGEST or not field.entry or field.entry.type in _NATIONAL_TYPES:
                continue
            if any(map(field.entry.field, _NAMED_BY)):
                continue
            code = field.text.strip(" \t\r\n{}")
            kind = _CODES.get(code.replace(". ", ".").replace("{", "").replace("}", ""))
            if kind:
                start = field.text.index(code)
                message = f"`{code}` is the code of {kind}, with no city: add it"
                yield self.finding(field.span(start, start + len(code)), message)
