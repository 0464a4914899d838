"""How a journal is called in a field, and how else it can be called."""

from __future__ import annotations

import pytest

from bibcheck.venues.index import KnownVenue, Volumes
from bibcheck.venues.journal_names import (
    JournalName,
    is_journal_macro,
    looks_abbreviated,
    read_journal_name,
    write_name,
)
from bibcheck.venues.recognise import Venues
from tests.venues.entries import WORLD, field_with

NAMES = [
    ("Communications of the ACM", "full", "Communications of the ACM", "Commun. ACM"),
    ("Commun. ACM", "abbreviated", "Communications of the ACM", "Commun. ACM"),
    ("CACM", "acronym", "Communications of the ACM", "Commun. ACM"),
    ("Nat Commun", "abbreviated", "Nature Communications", "Nat. Commun."),
    ("Nature Communications", "full", "Nature Communications", "Nat. Commun."),
    ("IEEE Trans Med Imag", "abbreviated", "IEEE Transactions on Medical Imaging", "IEEE Trans. Med. Imaging"),
    # Another small word is the full name all the same; without the small words it is a short one.
    ("IMA Journal on Numerical Analysis", "full", "IMA Journal of Numerical Analysis", "IMA J. Numer. Anal."),
    ("IMA Journal Numerical Analysis", "short", "IMA Journal of Numerical Analysis", "IMA J. Numer. Anal."),
]


@pytest.mark.parametrize(("text", "form", "full", "abbreviation"), NAMES)
def test_a_name(text: str, form: str, full: str, abbreviation: str) -> None:
    name = read_journal_name(WORLD, field_with(f"journal = {{{text}}}"))
    assert name
    assert name[:4] == (form, text, full, abbreviation)


@pytest.mark.parametrize(
    "text",
    [
        "Nature",  # its own abbreviation
        "Journal of Nothing Much",
        "J. Comput. Phys., no. 11",
        "Proc. 26th SOSP",
        "Journal of the ACM (JACM)",
        "Front. Phys.",  # two journals
        "",
    ],
)
def test_no_name_of_a_journal(text: str) -> None:
    assert read_journal_name(WORLD, field_with(f"journal = {{{text}}}")) is None


TREES = KnownVenue(
    "j:journal of trees", "journal", "Journal of Trees", "J. Trees", former_names=(("Annals of Forestry Work", 1979),),
    volumes=(Volumes(1979, 1980, None, 0),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ("journal = {Journal of Trees}, year = 1980", ("full", "Journal of Trees", "Journal of Trees", "J. Trees")),
        ("journal = {J. Trees}, year = 1980", ("abbreviated", "J. Trees", "Journal of Trees", "J. Trees")),
        ("journal = {Journal of Trees}", ("full", "Journal of Trees", "Journal of Trees", "J. Trees")),
        # It was not called so yet.
        ("journal = {Journal of Trees}, year = 1979", ("full", "Journal of Trees", "", "")),
        ("journal = {Annals of Forestry Work}, year = 1985", ("full", "Annals of Forestry Work", "", "")),
    ],
)
def test_a_name_in_its_time(fields: str, name: tuple[str, ...]) -> None:
    found = read_journal_name(Venues((TREES,)), field_with(fields))
    assert found and found[:4] == name


def test_an_abbreviation_that_two_journals_have_is_not_proposed() -> None:
    ambiguous = TREES._replace(is_ambiguous=True, volumes=())
    other = ambiguous._replace(id="j:journal of treason", name="Journal of Treason", issn=("0000-0000",))
    venues = Venues((ambiguous, other))
    full = read_journal_name(venues, field_with("journal = {Journal of Trees}"))
    assert full and (full.full, full.abbreviation) == ("Journal of Trees", "")
    known = read_journal_name(venues, field_with("journal = {Journal of Treason}"))
    assert known and (known.full, known.abbreviation) == ("Journal of Treason", "J. Trees")


def test_subtitles_of_catalogues_are_left_out() -> None:
    venue = TREES._replace(name="Journal of Trees: the Official Journal of the Society of Foresters", volumes=())
    text = "journal = {Journal of Trees: The Official Journal of the Society of Foresters}"
    found = read_journal_name(Venues((venue,)), field_with(text))
    assert isinstance(found, JournalName) and found.full == "Journal of Trees"


@pytest.mark.parametrize(
    ("value", "is_macro"),
    [(r"{\apj}", True), (r"\apj", True), ("{apj}", False), (r"{\emph{Nature}}", False), (r"{Z. f\"ur Physik}", False)],
)
def test_macros(value: str, is_macro: bool) -> None:
    assert is_journal_macro(field_with(f"journal = {{{value}}}")) is is_macro


ABBREVIATED = [
    "J. Comput. Phys.",
    "Eur. Phys. J.",
    "J. Computer System Science",  # one word of four
    "Int. Symp. on Music Information Retrieval (ISMIR)",
    "J Roy Stat Soc B",
    "IEEE Trans Med Imag",
    "Philos Trans Roy Soc",
]
WHOLE = [
    "Journal of Trees",
    "J.",
    "Nature",
    "J. Trees: Letters",
    "J. Comput. Phys. 11",
    "Proc. Interspeech",
    "Int. Conf. on Nets",
    "J. Computer and System Science",  # one word of five
    "A Journal. J. Trees and Their Many Words Here",
    "Philos Trans R Soc Lond B",
    "Phys Letters",
    "Science (J. Trees)",
    "Words and their Places",
    "J Trees and Nets",
]


@pytest.mark.parametrize("text", ABBREVIATED)
def test_abbreviated_words(text: str) -> None:
    assert looks_abbreviated(text)


@pytest.mark.parametrize("text", WHOLE)
def test_whole_words(text: str) -> None:
    assert not looks_abbreviated(text)


@pytest.mark.parametrize(
    ("name", "in_ascii", "written"),
    [
        ("Computing in Science & Engineering", False, r"Computing in Science \& Engineering"),
        ("Zeitschrift für Physik", False, "Zeitschrift für Physik"),
        ("Zeitschrift für Physik", True, r"Zeitschrift f{\"u}r Physik"),
        ("Science", True, "Science"),
        ("Science", False, "Science"),
    ],
)
def test_a_name_in_latex(name: str, in_ascii: bool, written: str) -> None:
    assert write_name(name, in_ascii=in_ascii).replace('{"}', '"') == written
