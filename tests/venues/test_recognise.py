"""Which venue a field names, by its kind and the year of its entry; conferences and journals have files of their own."""

from __future__ import annotations

import time

import pytest

from bibcheck.venues.index import own_venue
from bibcheck.venues.recognise import Venues, former_acronym, is_plain, name_of, text_of, year_of
from tests.venues.entries import WORLD, field_with

recognise, recognise_field = WORLD.recognise, WORLD.recognise_field

UNKNOWN = [
    "",
    "x",
    "   ",
    "(",
    "2019",
    "Journal of Nothing Much",
    "Proceedings of",
    "Workshop on Nothing",
    "?",
    "É",
    "\ud800",
]
PLAIN = [
    # (text, kind, whether it is the name and nothing else, the name of its time)
    ("SOSP '97", "booktitle", True, "sosp operating systems principles False"),
    ("26th Symposium on Operating Systems Principles", "booktitle", True, "sosp operating systems principles False"),
    ("Proc. CAV 2021, Part II", "booktitle", False, "cav computer aided verification False"),
    ("NIPS 2016", "booktitle", True, "neurips neural information processing systems False"),
    ("NeurIPS 2019", "booktitle", True, "neurips neural information processing systems False"),
    ("Advances in Neural Information Processing Systems", "booktitle", True,
     "neurips neural information processing systems False"),
    # Names that it has had one after the other.
    ("International Conference on World Wide Web", "booktitle", True, "www international conference on world wide web "),
    ("The Web Conference", "booktitle", True, "www web False"),
    # Two books of one conference.
    ("Computer Vision -- ECCV 2014", "booktitle", False, "eccv computer vision False"),
    ("European Conference on Computer Vision", "booktitle", True, "eccv european computer vision False"),
    ("International Workshop on Cryptographic Hardware and Embedded Systems", "booktitle", True,
     "ches cryptographic hardware embedded systems True"),
    ("Journal of the ACM (JACM)", "journal", True, "j:journal of acm  False"),
    ("Journal of the ACM (Trees)", "journal", False, "j:journal of acm  False"),
    ("Commun. ACM, vol. 3", "journal", False, "j:communications of acm  False"),
    ("Communications of the ACM (CA)", "journal", True, "j:communications of acm  False"),
    ("Communications of the ACM (COA)", "journal", True, "j:communications of acm  False"),
    ("Commun. ACM", "journal", True, "j:communications of acm  False"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "plain", "name"), PLAIN)
def test_names_of_one_time(text: str, kind: str, plain: bool, name: str) -> None:
    found = recognise(text, kind)
    assert found
    assert (is_plain(found, text), name_of(found)) == (plain, name)


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("NIPS 2016", "NIPS"),
        ("NeurIPS 2019", ""),
        ("Neural Information Processing Systems (NIPS)", ""),
        ("International Conference on World Wide Web", ""),
        ("SOSP '97", ""),
    ],
)
def test_an_acronym_that_a_conference_had(text: str, acronym: str) -> None:
    found = recognise(text, "booktitle")
    assert found and former_acronym(found) == acronym


@pytest.mark.parametrize("kind", ["journal", "booktitle"])
@pytest.mark.parametrize("text", UNKNOWN)
def test_what_is_unknown(text: str, kind: str) -> None:
    assert recognise(text, kind) is None


def test_a_venue_is_not_older_than_it_is() -> None:
    name = "International Conference on Learning Representations"
    # The first was held in 2013. What is of the year before may be so by a slip, or by a preprint.
    for year, is_sure in ((2019, True), (2013, True), (2012, True), (2011, False), (1998, False), (None, True)):
        found = recognise(name, "booktitle", year)
        assert found and found.is_sure is is_sure
    assert recognise("Nature", "journal", 1700)


def test_the_parts_that_were_taken_off() -> None:
    found = recognise("Proceedings of the Sixteenth ACM Symposium on Operating Systems Principles", "booktitle")
    assert found
    assert (found.parts.ordinal, found.parts.sponsors) == (16, ("ACM",))


@pytest.mark.parametrize(
    ("field", "id"),
    [
        ("booktitle = {{SOSP} '97}", "sosp"),
        ("journal = {\\apj}", "j:astrophysical journal"),
        ("journal = {\\emph{Nature}}", "j:nature"),
        ('journal = {Zeitschrift f{\\"u}r Physik}', "j:zeitschrift fur physik"),
        ("series = {SOSP '97}", "sosp"),
        ("series = {LNCS}", "j:lecture notes in computer science"),
        ("journaltitle = {J. ACM}", "j:journal of acm"),
    ],
)
def test_fields_with_latex(field: str, id: str) -> None:
    found = recognise_field(field_with(f"{field}, year = 1997"))
    assert found and found.is_sure
    assert found.venue.id == id


@pytest.mark.parametrize(
    ("fields", "text", "year"),
    [
        ("journal = {\\apj}, year = 1997", "Astrophysical Journal", 1997),
        ("journal = {{\\apj}}, year = {1997a}", "Astrophysical Journal", 1997),
        ("journal = {\\emph{Nature}}, date = {1997-05}", "Nature", 1997),
        ("journal = {apj}, year = {in press}", "apj", None),
        ("journal = {Nature}, year = {in press}, date = {1997}", "Nature", 1997),
        ("journal = {Nature}, year = {\u0661\u0669\u0669\u0667}", "Nature", None),
        ("journal = {Nature}, year = {199x}", "Nature", None),
        ("journal = {Nature}", "Nature", None),
    ],
)
def test_the_text_and_the_year_of_a_field(fields: str, text: str, year: int | None) -> None:
    field = field_with(fields)
    assert (text_of(field), year_of(field)) == (text, year)


@pytest.mark.parametrize(
    ("field", "id"),
    [("booktitle", "j:nature"), ("series", "j:nature"), ("journal", "j:nature"), ("journaltitle", "j:nature")],
)
def test_the_kind_of_a_field(field: str, id: str) -> None:
    found = recognise_field(field_with(f"{field} = {{Nature}}"))
    assert found and found.venue.id == id
    assert found.is_sure is field.startswith("journal")


def test_an_empty_field_names_nothing() -> None:
    assert recognise_field(field_with("journal = {}")) is None


@pytest.mark.parametrize("value", ["sosp", "sosp # {SOSP '97}"])
def test_a_macro_that_nobody_defined_is_no_name(value: str) -> None:
    assert recognise_field(field_with(f"booktitle = {value}")) is None


@pytest.mark.parametrize(("kind", "id"), [("journal", "j:computer supported cooperative work"), ("booktitle", "cscw")])
def test_a_name_that_a_journal_and_a_conference_have(kind: str, id: str) -> None:
    found = recognise("Computer Supported Cooperative Work", kind)
    assert found and found.is_sure
    assert found.venue.id == id


def test_the_venues_of_a_project_join_and_leave() -> None:
    assert recognise("MyConf Symposium", "booktitle") is None
    venues = Venues((own_venue("MyConf", "My Conference on Things", ("MyConf Symposium",), False),))
    for text in ("MyConf 2020", "3rd My Conference on Things", "Proceedings of the MyConf Symposium"):
        found = venues.recognise(text, "booktitle")
        assert found and found.venue.name == "My Conference on Things"
        assert found.venue.registers_in(2020) == "no"
    assert recognise("3rd My Conference on Things", "booktitle") is None


def test_a_venue_of_a_project_takes_the_place_of_one_of_its_name() -> None:
    venues = Venues((own_venue("SOSP", "Symposium on Software Products", (), True),))
    found = venues.recognise("SOSP 2019", "booktitle")
    assert found and found.is_sure and found.venue.name == "Symposium on Software Products"


def test_a_name_is_looked_up_once() -> None:
    names = [f"Proceedings of the {number}th International Conference on Machine Learning" for number in range(20, 30)]
    first = [recognise(name, "booktitle") for name in names]
    again = [recognise(name, "booktitle") for name in names]
    assert all(one is other for one, other in zip(first, again, strict=True))


@pytest.mark.parametrize(
    "text", ["A, " * 120, "(" * 300, "J. " * 130, "on " * 130 + "x", "1" * 390, "a" * 100_000, "., " * 5_000]
)
def test_long_names_take_no_time(text: str) -> None:
    started = time.process_time()
    for kind in ("journal", "booktitle"):
        recognise(text, kind)
    assert time.process_time() - started < 0.5
