"""Which works have DOIs, by the names of their venues."""

from __future__ import annotations

import pytest

from bibcheck.venues.dois import entry_policy, venue_policy
from bibcheck.venues.index import KnownVenue
from bibcheck.venues.recognise import Venues
from tests.venues.entries import WORLD, entry_with

JOURNALS = {
    "SIGOPS Oper. Syst. Rev.",
    "Communications of the ACM",
    "Commun. ACM",
    "IEEE Journal on Selected Areas in Communications",
    "Nature",
    "Astron. Astrophys.",
    "Astronomy & Astrophysics",
    "IBM Systems Journal",
    "Journal of Machine Learning Research",
    "Proceedings of Machine Learning Research",
    "CEUR Workshop Proceedings",
}


def kind_of(name: str) -> str:
    return "journal" if name in JOURNALS else "booktitle"


@pytest.mark.parametrize(
    ("name", "year", "reason"),
    [
        ("9th RoEduNet IEEE International Conference", 2010, "IEEE registers DOIs for its conferences"),
        ("Proceedings of the 7th ACM Workshop on Nothing Much", 2012, "ACM registers DOIs for its conferences"),
        (
            "Proceedings of the Sixteenth ACM Symposium on Operating Systems Principles",
            1997,
            "the papers of SOSP have DOIs",
        ),
        (
            "Proceedings of the 2Nd ACM SIGOPS/EuroSys European Conference on Computer Systems 2007",
            2007,
            "the papers of EuroSys have DOIs",
        ),
        ("CAV 2010", 2010, "the papers of CAV have DOIs"),
        (
            "Proceedings of the 20th International Conference on Computer Aided Verification (CAV 2008)",
            2008,
            "the papers of CAV have DOIs",
        ),
        ("SIAM International Conference on Data Mining", 2010, "the papers of SDM have DOIs"),
        ("IEEE International Conference on Data Mining", 2010, "the papers of ICDM have DOIs"),
        ("International Conference on Machine Learning", 2006, "the papers of ICML have DOIs"),
        ("AAAI Conference on Artificial Intelligence", 2021, "the papers of AAAI have DOIs"),
        ("Workshop on Hot Topics in Operating Systems", 2019, "the papers of HotOS have DOIs"),
        ("SIGOPS Oper. Syst. Rev.", 2007, "the articles of ACM SIGOPS Operating Systems Review have DOIs"),
        ("Communications of the ACM", 1978, "the articles of Communications of the ACM have DOIs"),
        ("Commun. ACM", 1978, "the articles of Communications of the ACM have DOIs"),
        (
            "IEEE Journal on Selected Areas in Communications",
            1996,
            "the articles of IEEE Journal on Selected Areas in Communications have DOIs",
        ),
        ("Nature", 1990, "the articles of Nature have DOIs"),
        # The first year of IEEE's proceedings that have them.
        ("IEEE Conference on Early Things", 1988, "IEEE registers DOIs for its conferences"),
        ("Astron. Astrophys.", 2005, "the articles of Astronomy & Astrophysics have DOIs"),
    ],
)
def test_there_is_a_doi(name: str, year: int, reason: str) -> None:
    policy = venue_policy(Venues(), name, kind_of(name), year)
    assert policy
    assert (policy.registers_dois, policy.reason) == ("yes", reason)


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("12th USENIX Symposium on Operating Systems Design and Implementation (OSDI 16)", 2016),
        ("Presented as part of the 21st USENIX Security Symposium (USENIX Security 12)", 2012),
        ("Proceedings of the 2014 USENIX Conference on USENIX Annual Technical Conference", 2014),
        ("Proceedings of the 11th USENIX Conference on Networked Systems Design and Implementation", 2014),
        ("USENIX Workshop on Unheard-of Things", 2014),
        ("Advances in Neural Information Processing Systems 30", 2017),
        ("Thirty-fourth Conference on Neural Information Processing Systems (NeurIPS 2020)", 2020),
        ("Proc. ICML", 2018),
        ("International Conference on Learning Representations", 2019),
        ("A Symposium of Another Name (ICLR 2013)", 2013),
        ("Journal of Machine Learning Research", 2003),
        ("Proceedings of Machine Learning Research", 2018),
        ("CEUR Workshop Proceedings", 2018),
    ],
)
def test_there_is_none(name: str, year: int) -> None:
    policy = venue_policy(Venues(), name, kind_of(name), year)
    assert policy
    assert policy.registers_dois == "no"
    assert " no DOIs" in policy.reason


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Proc. AAAI 2015", 2015),
        ("IEEE Conference on Early Things", 1980),
        ("IEEE Conference on Early Things", 1987),
        ("RAID 2019", 2019),
        ("Workshop on Hot Topics in Operating Systems", 2013),
        ("Workshop on Hot Topics in Operating Systems", None),
        ("Astronomy & Astrophysics", 1994),
        ("IBM Systems Journal", 1990),
    ],
)
def test_nobody_can_tell(name: str, year: int | None) -> None:
    policy = venue_policy(Venues(), name, kind_of(name), year)
    assert policy
    assert policy.registers_dois == "partly"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Redhat Consulting Whitepaper",
        "Models",
        "Formal Methods",
        "Group",
        "ICLR 2019 Workshop on Debugging",
        "Workshop at ACM SIGMOD",
        "Proceedings of the 3rd Workshop on Nothing",
        "The Dravidian Languages",
        "Second Symposium on Cloud Topics",
        "ISMB Posters",
    ],
)
def test_nothing_is_known(name: str) -> None:
    assert venue_policy(Venues(), name, kind_of(name), 2015) is None


@pytest.mark.parametrize(
    ("name", "year", "registers"),
    [
        ("Advances in Neural Information Processing Systems", 2015, "no"),
        ("Advances in Neural Information Processing Systems", 2023, "partly"),
        ("Proceedings of the Fifth Annual Workshop on Computational Learning Theory", 1992, "yes"),
        ("Conference on Learning Theory", 2015, "no"),
        # a journal of that name that ended in 1927 has none
        ("Quarterly Journal of Mathematics", 1914, "partly"),
        ("Quarterly Journal of Mathematics", 1950, "yes"),
    ],
)
def test_what_changed_over_the_years(name: str, year: int, registers: str) -> None:
    policy = venue_policy(Venues(), name, "booktitle", year)
    assert policy and policy.registers_dois == registers


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("journal = {Nature}, year = 1990", "the articles of Nature have DOIs"),
        ("journaltitle = {Nature}, year = 1990", "the articles of Nature have DOIs"),
        ("journal = {Nature}, booktitle = {SOSP}, year = 1997", "the papers of SOSP have DOIs"),
        ("journal = {Nature}, booktitle = {}, year = 1990", "the articles of Nature have DOIs"),
        ("journal = {Nature}, booktitle = sosp, year = 1990", "the articles of Nature have DOIs"),
        ("booktitle = {Nature}, year = 1990", None),  # a book may be called so
        ("journal = {Journal of Nothing}, booktitle = {Trees}", None),
        ("title = {Nature}", None),
    ],
)
def test_the_venue_of_an_entry(fields: str, reason: str | None) -> None:
    policy = entry_policy(WORLD, entry_with(fields))
    assert (policy and policy.reason) == reason


def test_the_subject_of_a_journal_is_its_first_publisher() -> None:
    journal = KnownVenue("own:trees", "journal", "Trees", publishers=("ACM", "Elsevier"), registers_dois="yes")
    policy = venue_policy(Venues((journal,)), "Trees", "journal")
    assert policy and policy.subject == "ACM"
    unknown = venue_policy(Venues((journal._replace(publishers=()),)), "Trees", "journal")
    assert unknown and unknown.subject == "Trees"
