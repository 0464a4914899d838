"""Addresses of publishers and conferences: a city with its state and country, however these are written."""

from __future__ import annotations

from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.values.folding import fold_name
from bibcheck.values.places import COUNTRIES, REGIONS

_LONGEST = 80
# The states of the USA as they were written before the postal codes.
_OLD_CODES = (
    "AL Ala|AZ Ariz|AR Ark|CA Calif|CA Cal|CO Colo|CT Conn|DE Del|DC DC|FL Fla|GA Ga|IL Ill|IN Ind|KS Kan|KY Ky|LA La"
    "|MD Md|MA Mass|MI Mich|MN Minn|MS Miss|MO Mo|MT Mont|NE Neb|NE Nebr|NV Nev|ND NDak|OK Okla|OR Ore|PA Penn|SD SDak"
    "|TN Tenn|TX Tex|UT Utah|VT Vt|VA Va|WA Wash|WV WVa|WI Wis|WI Wisc|WY Wyo|QC Québec"
)
_REGIONS = {name: code for code, name in REGIONS.items()} | {code: code for code in REGIONS}
_REGIONS |= {name: code for code, _, name in (pair.partition(" ") for pair in _OLD_CODES.split("|"))}
_CANADIAN = frozenset("AB BC MB NB NL NS ON PE QC SK".split())
_SAME_COUNTRIES = {
    **dict.fromkeys(("US", "USA", "United States", "United States of America"), "USA"),
    **dict.fromkeys(("UK", "United Kingdom", "England", "Scotland", "Wales", "Great Britain"), "UK"),
    **dict.fromkeys(("Netherlands", "The Netherlands"), "Netherlands"),
    **dict.fromkeys(("Germany", "Deutschland", "West Germany", "FRG"), "Germany"),
    **dict.fromkeys(("Korea", "South Korea", "Republic of Korea"), "South Korea"),
    **dict.fromkeys(("China", "PR China"), "China"),
    **dict.fromkeys(("Spain", "España"), "Spain"),
    **dict.fromkeys(("Italy", "Italia"), "Italy"),
    **dict.fromkeys(("Brazil", "Brasil"), "Brazil"),
    **dict.fromkeys(("Switzerland", "Schweiz"), "Switzerland"),
    **dict.fromkeys(("Austria", "Österreich"), "Austria"),
    **dict.fromkeys(("Denmark", "Danmark"), "Denmark"),
    **dict.fromkeys(("Mexico", "México"), "Mexico"),
    **dict.fromkeys(("Czech Republic", "Czechia"), "Czech Republic"),
}
# `CA` is California more often, and Georgia is both.
_BOTH = frozenset(("Georgia",))
_CITY = pattern(r"[^\W\d_][^\W\d_.'’ -]*(?:[ .'’-]{1,2}[^\W\d_]+){0,4}\.?")
_WASHINGTON = pattern(r"(Washington)[, ]{1,2}(D\. ?C\.|DC)(?=,|\Z)")
# More than one city.
_SEVERAL = pattern(r"[/;&]|--|[–—]| - |\b(?:and|und|et|y)\b")


class Address(NamedTuple):
    """One city, or several without their countries (`Berlin / New York`).

    `region` is the postal code of a state or a province, `country` a name; empty where they are not given. A region gives
    the country as well: `country` is USA for `Boston, MA`.
    """

    city: str  # folded
    region: str
    country: str

    @property
    def is_bare(self) -> bool:
        """Whether the city alone is given."""
        return not self.region and not self.country

    def agrees(self, other: Address) -> bool:
        """Whether two addresses may be one place."""
        return (
            self.city == other.city
            and (not self.region or not other.region or self.region == other.region)
            and (not self.country or not other.country or self.country == other.country)
        )


@lru_cache(maxsize=8192)  # of a large file, whose addresses are read once more where they are contested
def read_address(text: str) -> Address | None:
    """The city in an address, which comes without LaTeX; None for streets, institutions and the like."""
    if len(text) > _LONGEST:
        return None
    if _SEVERAL.search(text):
        cities = [city.strip() for city in _SEVERAL.split(text)]
        is_plain = all(map(_CITY.fullmatch, cities))
        return Address(" + ".join(map(fold_name, cities)), "", "") if is_plain else None
    text = _WASHINGTON.sub(r"\1, DC", text.strip())
    city, *rest = [part.strip() for part in text.split(",")]
    if not _CITY.fullmatch(city) or len(city) < 3:
        return None  # no city has so short a name but for a few villages, and codes have: `IN`
    region = country = ""
    for part in rest:
        name = part.replace(". ", ".").replace(".", "")
        if not region and not country and name in _REGIONS and not (name in _BOTH and len(rest) == 1):
            region = _REGIONS[name]
        elif not country and name in COUNTRIES:
            country = _SAME_COUNTRIES.get(name, name)
        else:
            return None
    if region and not country:
        country = "Canada" if region in _CANADIAN else "USA"
    return Address(fold_name(city), region, country)
