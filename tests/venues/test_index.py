"""What is known of journals and conferences."""

from __future__ import annotations

from pathlib import Path

import pytest

import bibcheck.knowledge
from bibcheck.values.folding import fold_name
from bibcheck.venues.index import KnownVenue, VenueIndex, Volumes, write_line
from tools.build_venues import read_sources

INDEX = VenueIndex()
FOLDER = Path(next(iter(bibcheck.knowledge.__path__)))


def venues_named(folded: str) -> tuple[KnownVenue, ...]:
    """Of the venues that a folded name may stand for, those with a name, a form or an acronym that is equal to it."""
    found = (*INDEX.journals_like(folded), *INDEX.conferences_like(folded))
    return tuple(dict.fromkeys(venue for venue in found if any(fold_name(name) == folded for name in venue.names)))


def known(name: str) -> KnownVenue:
    (venue,) = venues_named(fold_name(name))
    return venue


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Communications of the ACM", "j:communications of acm"),
        ("Commun. ACM", "j:communications of acm"),
        ("CACM", "j:communications of acm"),
        ("IEEE J. Sel. Areas Commun.", "j:ieee journal on selected areas in communications"),
        ("ACM SIGOPS Operating Systems Review", "j:acm sigops operating systems review"),
        ("Operating Systems Review", "j:acm sigops operating systems review"),
        ("OSDI", "osdi"),
        ("NSDI", "nsdi"),
        ("NIPS", "neurips"),
        ("NeurIPS", "neurips"),
        ("Conference on Neural Information Processing Systems", "neurips"),
    ],
)
def test_a_name_a_form_or_an_acronym_finds_the_venue(name: str, id: str) -> None:
    assert known(name).id == id


@pytest.mark.parametrize(
    "name", ["", "x", "An Unheard-of Journal of Things", "Symposium on Nothing", "\ud800", "a" * 10_000]
)
def test_other_names_find_nothing(name: str) -> None:
    assert venues_named(fold_name(name)) == ()


def test_one_abbreviation_may_be_that_of_several() -> None:
    journals = venues_named(fold_name("Front. Phys."))
    assert {journal.name for journal in journals} == {"Frontiers in Physics", "Frontiers of Physics"}
    assert all(journal.is_ambiguous for journal in journals)
    assert not known("Commun. ACM").is_ambiguous


def test_former_names_have_their_last_year() -> None:
    assert known("NIPS").former_names == (("NIPS", 2017),)


@pytest.mark.parametrize(
    ("name", "year", "edition"),
    [
        ("SOSP", 2017, 26),
        ("SOSP", 2018, None),
        ("SOSP", 1997, 16),
        ("OSDI", 2014, 11),
        ("OSDI", 2020, 14),
        ("OSDI", 2021, 15),
        ("NeurIPS", 2018, 32),
        ("ICML", 1900, None),
        ("SIGCOMM", 2009, None),
    ],
)
def test_the_edition_of_a_year(name: str, year: int, edition: int | None) -> None:
    assert known(name).edition_in(year) == edition
    if edition:
        assert known(name).years_of_edition(edition) == (year,)


@pytest.mark.parametrize(
    ("editions", "year", "edition"),
    [
        ("A1992@2002-2020", 2001, None),
        ("A1992@2002-2020", 2002, 10),
        ("A1992@2002-2020", 2020, 28),
        ("A1992@2002-2020", 2021, None),
        ("A1992@2002-", 2090, 98),
        ("B1992@2002-", 2001, None),  # every second year
        ("B1992@2002-", 2002, 5),
        ("A1992", 1992, None),
        ("A1992", 1993, 1),
        ("B1980@1990-1998,A1989@2000-", 1998, 9),
        ("B1980@1990-1998,A1989@2000-", 1999, None),
        ("B1980@1990-1998,A1989@2000-", 2000, 11),
        ("", 2000, None),
    ],
)
def test_the_code_of_editions(editions: str, year: int, edition: int | None) -> None:
    venue = KnownVenue("own:trees", "conference", "Symposium on Trees", editions=editions)
    assert venue.edition_in(year) == edition
    if edition:
        assert venue.years_of_edition(edition) == (year,)


@pytest.mark.parametrize(("edition", "years"), [(9, ()), (10, (2002,)), (28, (2020,)), (29, ())])
def test_the_years_of_an_edition(edition: int, years: tuple[int, ...]) -> None:
    venue = KnownVenue("own:trees", "conference", "Symposium on Trees", editions="A1992@2002-2020")
    assert venue.years_of_edition(edition) == years
    assert venue._replace(editions="A1992").years_of_edition(0) == ()


@pytest.mark.parametrize(("name", "edition"), [("OSDI", 0), ("OSDI", -3), ("SIGCOMM", 3), ("ICML", -90)])
def test_an_edition_that_never_was(name: str, edition: int) -> None:
    assert known(name).years_of_edition(edition) == ()


@pytest.mark.parametrize(
    ("name", "volume", "years"),
    [
        ("IEEE Journal on Selected Areas in Communications", 14, range(1996, 1997)),
        ("Communications of the ACM", 21, range(1978, 1979)),
        ("Operating Systems Review", 0, None),
        ("OSDI", 3, None),
    ],
)
def test_the_years_of_a_volume(name: str, volume: int, years: range | None) -> None:
    assert known(name).years_of_volume(volume) == years


@pytest.mark.parametrize(
    ("volume", "years"),
    [
        (0, None),
        (1, range(1979, 1982)),
        (21, range(1999, 2002)),
        (22, None),
        (31, range(2010, 2011)),
        (90, range(2069, 2070)),
        (8020, range(9999, 10000)),
        (8021, None),
    ],
)
def test_the_bounds_of_volumes(volume: int, years: range | None) -> None:
    volumes = (Volumes(1979, 1980, 2000, 1), Volumes(1979, 2005, None, 0))
    venue = KnownVenue("own:trees", "journal", "Journal of Trees", volumes=volumes)
    assert venue.years_of_volume(volume) == years


@pytest.mark.parametrize(
    ("doi_years", "registers", "year", "expected"),
    [
        ("", "yes", 1990, "yes"),
        ("", "", 1990, ""),
        ("-2018,2021-", "no", 2018, "yes"),
        ("-2018,2021-", "no", 2019, "no"),
        ("-2018,2021-", "no", 2020, "no"),
        ("-2018,2021-", "no", 2021, "yes"),
        ("-2018,2021-", "no", None, "partly"),
        ("2000-", "no", 9999, "yes"),
        ("2000-", "no", 10000, "no"),
        ("2000-2005", "no", 1999, "no"),
        ("2000-2005", "no", 2000, "yes"),
        ("2000-2005", "yes", 1999, "partly"),
        ("~2000-", "no", 1999, "no"),
        ("~2000-", "no", 2000, "partly"),
    ],
)
def test_the_years_with_dois(doi_years: str, registers: str, year: int | None, expected: str) -> None:
    venue = KnownVenue("own:trees", "conference", "Symposium on Trees", registers_dois=registers, doi_years=doi_years)
    assert venue.registers_in(year) == expected


@pytest.mark.parametrize(
    ("name", "year", "registers"),
    [
        ("OSDI", 2016, "no"),
        ("SOSP", 1997, "yes"),
        ("ICML", 2006, "yes"),
        ("ICML", 2018, "no"),
        ("ICML", None, "partly"),
        ("AAAI", 2021, "yes"),
        ("AAAI", 1999, "partly"),
        ("Journal of Machine Learning Research", 2010, "no"),
        ("Commun. ACM", 1978, "yes"),
        ("Te Reo", 1978, ""),
    ],
)
def test_whether_the_works_of_a_year_have_dois(name: str, year: int | None, registers: str) -> None:
    assert known(name).registers_in(year) == registers


def test_every_journal_is_found_by_its_name_and_its_abbreviation() -> None:
    """Both ways over all that ships: `abbreviation` of what the name finds, `name` of what the abbreviation finds."""
    journals = [venue for venue in read_sources() if venue.kind == "journal"]
    assert len(journals) > 35_000
    for journal in journals:
        same_name = [found for found in venues_named(fold_name(journal.name)) if found.id == journal.id]
        assert [found.abbreviation for found in same_name] == [journal.abbreviation]
        if journal.abbreviation and not journal.is_ambiguous:
            assert [found.name for found in venues_named(fold_name(journal.abbreviation))] == [journal.name]


def test_ids_are_unique() -> None:
    ids = [venue.id for venue in read_sources()]
    assert len(ids) == len(set(ids))


def test_what_ships_is_small() -> None:
    assert (FOLDER / "venues.dat").stat().st_size < 3_000_000


def test_a_venue_as_a_line() -> None:
    journal = KnownVenue(
        "j:trees", "journal", "Trees", "Tr.", True, forms=("T", "U"), former_names=(("Shrubs", 1979),), first_year=1980,
        volumes=(Volumes(1979, 1980, None, 0),),
    )  # fmt: skip
    assert write_line(journal) == "\t\tTrees\tTr.\tyes\t\t\tT|U\tShrubs@1979\t\t\t\t\t\t\t1980\t\t\t1979@1980@@0"
    assert write_line(KnownVenue("osdi", "conference", "Operating Systems", acronym="OSDI")) == (
        "osdi\tconference\tOperating Systems\t\t\tOSDI"
    )
