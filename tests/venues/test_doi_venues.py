"""Where a DOI belongs, and where the venue of its entry says otherwise."""

from __future__ import annotations

import pytest

from bibcheck.venues.doi_venues import conference_in, tell_conflict
from bibcheck.venues.index import KnownVenue, own_venue
from bibcheck.venues.recognise import Venues
from tests.venues.entries import WORLD, entry_with

NAMED = [
    ("10.1109/CVPR.2016.90", "cvpr", "CVPR", 2016),
    ("10.1109/cvpr.2016.90", "cvpr", "CVPR", 2016),
    ("10.1109/CVPR52729.2023.00035", "cvpr", "CVPR", 2023),
    ("10.1109/LICS.1989.39155", "lics", "LICS", 1989),
    # Volume 34 is of 2020.
    ("10.1609/aaai.v34i07.6999", "aaai", "AAAI", 2020),
    ("10.1609/aaai.v37i8.26149", "aaai", "AAAI", 2023),
]


@pytest.mark.parametrize(("doi", "id", "acronym", "year"), NAMED)
def test_the_conference_in_a_doi(doi: str, id: str, acronym: str, year: int) -> None:
    found = conference_in(WORLD, doi)
    assert found
    assert (found.venue.id, found.acronym, found.year) == (id, acronym, year)


@pytest.mark.parametrize(
    "doi",
    [
        "10.1145/3132747.3132748",
        "10.1109/5.771073",
        "10.1109/MM.2014.10",  # of a journal, IEEE Micro
        "10.1109/TSE.2010.90",
        "10.1109/NOSUCHCONF.2016.90",
        "10.1109/CVPR.1816.90",
        "10.1109/ICML.2010.90",  # of a conference that is not IEEE's
        "10.1609/icwsm.v12i1.15000",
        "",
    ],
)
def test_a_doi_that_names_no_known_conference(doi: str) -> None:
    assert conference_in(WORLD, doi) is None


CONFLICTS = [
    ("booktitle = {IEEE International Conference on Computer Vision}, year = 2016", "10.1109/CVPR.2016.90",
     "booktitle", "DOI `10.1109/CVPR.2016.90` is of CVPR 2016, and not of `ICCV`"),
    # Not known, in full, and no word in common.
    ("booktitle = {Workshop on Tree Rings}, year = 2016", "10.1109/CVPR.2016.90",
     "booktitle", "DOI `10.1109/CVPR.2016.90` is of CVPR 2016, and not of `Workshop on Tree Rings`"),
    ("booktitle = {Trees on Mars}", "10.1109/CVPR.2016.90",
     "booktitle", "DOI `10.1109/CVPR.2016.90` is of CVPR 2016, and not of `Trees on Mars`"),
    ("journal = {Journal of Machine Learning Research}, year = 2010", "10.1109/CVPR.2010.90",
     "journal", "DOI `10.1109/CVPR.2010.90` is of CVPR 2010, and not of `JMLR`"),
    ("booktitle = {Proc. 26th SOSP}, year = 2017", "10.1016/j.cell.2015.01.001",
     "booktitle", "DOI `10.1016/j.cell.2015.01.001` is Elsevier's, and the papers of SOSP have DOIs with 10.1145"),
    ("booktitle = {ICLR}, year = 2019", "10.1145/1188913",
     "booktitle", "DOI `10.1145/1188913` is ACM's, and the papers of ICLR have no DOIs"),
    ("booktitle = {SOSP}, year = 2017", "10.48550/arXiv.2002.11296",
     "booktitle", "DOI `10.48550/arXiv.2002.11296` is of a preprint, and the papers of SOSP have DOIs of their own"),
    # The booktitle comes before the journal, and what is empty or a macro without a definition says nothing.
    ("journal = {Trees}, booktitle = {ICLR}, year = 2019", "10.1145/1188913",
     "booktitle", "DOI `10.1145/1188913` is ACM's, and the papers of ICLR have no DOIs"),
    ("booktitle = {}, journal = {ICLR}, year = 2019", "10.1145/1188913",
     "journal", "DOI `10.1145/1188913` is ACM's, and the papers of ICLR have no DOIs"),
    ("booktitle = iclr, journaltitle = {ICLR}, year = 2019", "10.1145/1188913",
     "journaltitle", "DOI `10.1145/1188913` is ACM's, and the papers of ICLR have no DOIs"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "doi", "field", "reason"), CONFLICTS)
def test_a_doi_that_cannot_be_of_the_venue(fields: str, doi: str, field: str, reason: str) -> None:
    found = tell_conflict(WORLD, entry_with(fields), doi)
    assert found
    assert (found[0].name, found[1]) == (field, reason)


AGREEMENTS = [
    ("booktitle = {IEEE Conference on Computer Vision and Pattern Recognition}, year = 2016", "10.1109/CVPR.2016.90"),
    ("booktitle = {CVPR}, year = 2016", "10.1109/CVPR.2016.90"),
    # Its workshops, and what is held beside it.
    ("booktitle = {Workshop on Trees at CVPR}, year = 2016", "10.1109/CVPR.2016.90"),
    ("booktitle = {Conference on Computer Vision and Pattern Recognition}, year = 2017", "10.1109/CVPRW.2017.12"),
    # Its former name.
    ("booktitle = {Proc. VR '93}, year = 1993", "10.1109/VRAIS.1993.380805"),
    ("booktitle = {Proc. VR of Trees}, year = 1993", "10.1109/VRAIS.1993.380805"),
    # Not known: too short to tell, or with a word of the conference's name, abbreviated or not.
    ("booktitle = {Trees}, year = 2016", "10.1109/CVPR.2016.90"),
    ("booktitle = {Tree Rings}, year = 2016", "10.1109/CVPR.2016.90"),
    ("booktitle = {Proc. Comput. Vis. Rings}, year = 2016", "10.1109/CVPR.2016.90"),
    ("booktitle = {Recognition of Tree Rings}, year = 2016", "10.1109/CVPR.2016.90"),
    ("booktitle = {Workshop on Tree Data}, year = 2005", "10.1109/ICDM.2005.90"),
    # Houses that publish together, or whose DOIs anybody gets.
    ("booktitle = {International Conference on Software Engineering}, year = 2006", "10.1145/1188913"),
    ("booktitle = {Proc. 26th SOSP}, year = 2017", "10.1145/3132747"),
    ("booktitle = {Proc. 26th SOSP}, year = 2017", "10.1007/978-3-540-77584-3"),
    ("booktitle = {Proc. 26th SOSP}, year = 2017", "10.9999/foo.bar"),
    ("booktitle = {ICLR}, year = 2019", "10.48550/arXiv.2002.11296"),
    ("booktitle = {EMNLP}, year = 2014", "10.1145/1188913"),
    ("title = {ICLR}, year = 2019", "10.1145/1188913"),
    ("booktitle = {}, year = 2019", "10.1145/1188913"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "doi"), AGREEMENTS)
def test_a_doi_that_may_be_of_the_venue(fields: str, doi: str) -> None:
    assert tell_conflict(WORLD, entry_with(fields), doi) is None


ANY_PREFIX = [
    ("booktitle = {Proc. 26th SOSP}, year = 2017", "10.9999/foo.bar",
     "DOI `10.9999/foo.bar` begins with 10.9999, and the papers of SOSP have DOIs with 10.1145"),
    ("booktitle = {ICLR}, year = 2019", "10.9999/foo.bar",
     "DOI `10.9999/foo.bar` begins with 10.9999, and the papers of ICLR have no DOIs"),
    ("booktitle = {Proc. 26th SOSP}, year = 2017", "10.1007/978-3-540-77584-3",
     "DOI `10.1007/978-3-540-77584-3` is Springer's, and the papers of SOSP have DOIs with 10.1145"),
    # Repositories give a DOI to everybody, and of a paper without a year nothing is said.
    ("booktitle = {ICLR}, year = 2019", "10.5281/zenodo.1", None),
    ("booktitle = {EMNLP}", "10.1145/1188913", None),
    ("journal = {Nature}, year = 2019", "10.9999/foo.bar", None),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "doi", "reason"), ANY_PREFIX)
def test_every_prefix_is_judged_on_demand(fields: str, doi: str, reason: str | None) -> None:
    found = tell_conflict(WORLD, entry_with(fields), doi, any_prefix=True)
    assert (found and found[1]) == reason


def test_a_venue_of_a_project_has_its_name_in_the_message() -> None:
    venues = Venues((own_venue("", "Grand Meeting of Foresters", (), True),))
    found = tell_conflict(
        venues, entry_with("booktitle = {Grand Meeting of Foresters}, year = 2016"), "10.1109/CVPR.2016.90"
    )
    assert found and found[1] == "DOI `10.1109/CVPR.2016.90` is of CVPR 2016, and not of `Grand Meeting of Foresters`"


TIMBER = KnownVenue(
    "own:timber", "conference", "Conference on Wooden Things", acronym="TIMBER", publishers=("IEEE",),
    former_names=(("PLANKS", 1999),), registers_dois="yes",
)  # fmt: skip
OTHER = KnownVenue("own:timb", "conference", "Symposium on Living Trees", acronym="TIMB", publishers=("IEEE",))


@pytest.mark.parametrize(
    ("booktitle", "doi"),
    [
        # One acronym is the beginning of the other.
        ("Conference on Wooden Things", "10.1109/TIMB.2016.90"),
        ("Symposium on Living Trees", "10.1109/TIMBER.2016.90"),
        ("Conference on Wooden Things", "10.1109/PLANKS.1998.90"),
        # It has DOIs, nobody knows which.
        ("Conference on Wooden Things", "10.1145/1188913"),
    ],
)
def test_venues_that_are_kin(booktitle: str, doi: str) -> None:
    venues = Venues((TIMBER, OTHER))
    assert tell_conflict(venues, entry_with(f"booktitle = {{{booktitle}}}, year = 1998"), doi) is None


def test_a_conference_that_ieee_publishes() -> None:
    found = conference_in(Venues((TIMBER,)), "10.1109/TIMBER.2016.90")
    assert found
    assert (found.venue.id, found.year) == ("own:timber", 2016)
