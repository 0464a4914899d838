# ruff: noqa: E501
"""How one venue is written: what is compared, what changes from edition to edition, and what another edition is called."""

from __future__ import annotations

import pytest

from bibcheck.venues.forms import (
    VenueForm,
    fill,
    find_identity,
    has_once,
    identity_of,
    in_known_case,
    plain_number,
    plain_year_of,
    read_form,
    read_venue_of,
)
from bibcheck.venues.index import own_venue
from bibcheck.venues.name import read_venue
from bibcheck.venues.recognise import Venues
from tests.venues.entries import WORLD, entry_with, field_with


def form_of(fields: str, venues: Venues = WORLD) -> VenueForm:
    """The form of the venue in the first of some fields."""
    field = field_with(fields)
    venue, text = read_venue_of(field)
    return read_form(field, venue, text, find_identity(venues, field, venue, text)[1])


PATTERNS = [
    ("Proceedings of the 26th Symposium on Operating Systems Principles",
     "Proceedings of the {ordinal} Symposium on Operating Systems Principles",
     "Proceedings of the Nth Symposium on Operating Systems Principles"),
    ("Proceedings of the Sixteenth Symposium on Trees", "Proceedings of the {Ordinal} Symposium on Trees",
     "Proceedings of the Nth Symposium on Trees"),
    ("2013 IEEE Symposium on Trees", "{year} IEEE Symposium on Trees", "YYYY IEEE Symposium on Trees"),
    ("Symposium on Trees (SOT'13)", "Symposium on Trees (SOT'{short})", "Symposium on Trees (SOT'YY)"),
    ("Symposium on Trees (SOT 2013)", "Symposium on Trees (SOT {year})", "Symposium on Trees (SOT YYYY)"),
    ("Symposium on Trees (SOT-7)", "Symposium on Trees (SOT-N)", "Symposium on Trees (SOT-)"),
    # No other edition's number can be written so.
    ("XVI. Symposium on Trees", "N Symposium on Trees", "Symposium on Trees"),
    ("Colloque sur les arbres", "Colloque sur les arbres", "Colloque sur les arbres"),
    # Where, when and in which volume is no part of the form.
    ("Symposium on Trees, Boston, Massachusetts, USA, July 2-4, 1998", "Symposium on Trees", "Symposium on Trees"),
    ("Symposium on Trees, Part II", "Symposium on Trees", "Symposium on Trees"),
    ("SOT 1997 -- Proceedings of the Symposium on Trees", "SOT {year}. Proceedings of the Symposium on Trees",
     "SOT YYYY. Proceedings of the Symposium on Trees"),
    ("Visions of 2030", "Visions of 2030", "Visions of 2030"),
    # Which of two sponsors comes first changes too.
    ("IEEE/ACM Symposium on Trees", "ACM/IEEE Symposium on Trees", "IEEE/ACM Symposium on Trees"),
    ("ACM/IEEE Symposium on Trees", "ACM/IEEE Symposium on Trees", "ACM/IEEE Symposium on Trees"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "pattern", "shown"), PATTERNS)
def test_what_changes_from_edition_to_edition(name: str, pattern: str, shown: str) -> None:
    form = form_of(f"booktitle = {{{name}}}")
    assert (form.pattern, form.shown) == (pattern, shown)


def test_the_sponsors_of_a_journal_are_part_of_its_name() -> None:
    assert form_of("journal = {IEEE/ACM Transactions on Trees}").pattern == "IEEE/ACM Transactions on Trees"


TEMPLATES = [
    (r"{Proceedings of the 6\textsuperscript{th} Symposium on Trees (SOT'13)}",
     "Proceedings of the {ordinal} Symposium on Trees (SOT'{short})"),
    ("{{Symposium on Trees}}", "Symposium on Trees"),
    ("{{{Symposium on Trees}}}", "Symposium on Trees"),
    ("{{Symposium} on {Trees}}", "{Symposium} on {Trees}"),
    ("{{Symposium on} {Trees}}", "{Symposium on} {Trees}"),
    ("{Symposium on {Trees}}", "Symposium on {Trees}"),
    ("{{Symposium} on Trees}", "{Symposium} on Trees"),
    ("{{{Symposium} on {Trees}}}", "{Symposium} on {Trees}"),
    # Between braces a quotation mark is safe, without them it ends a value in quotes.
    ('{{Symposium on "Trees"}}', '{Symposium on "Trees"}'),
    ("{Symposium\n   on  Trees}", "Symposium on Trees"),
    ("{{ Symposium on Trees }}", "Symposium on Trees"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "template"), TEMPLATES)
def test_the_form_in_latex(value: str, template: str) -> None:
    assert form_of(f"booktitle = {value}").template == template


NUMBERS = [
    ("booktitle = {6th Symposium on Trees}, year = 1997", 6, 1997),
    ("booktitle = {Symposium on Trees 1996}, year = 1997", None, 1996),
    ("booktitle = {Sixteenth Symposium on Trees}, year = {in press}", 16, None),
    ("booktitle = {Symposium on Trees}", None, None),
    ("booktitle = {Symposium on Trees}, year = {1234567890}", None, 123456789),
]


@pytest.mark.parametrize(("fields", "ordinal", "year"), NUMBERS)
def test_the_edition_of_a_form(fields: str, ordinal: int | None, year: int | None) -> None:
    form = form_of(fields)
    assert (form.ordinal, form.year) == (ordinal, year)


FLAWS = [
    # (name, what other rules object to, unfit for any other entry, good for one edition only)
    ("Symposium on Trees", False, False, False),
    ("2nd Symposium on Trees", False, False, False),
    ("2Nd Symposium on Trees", True, False, False),
    ("Presented as part of the 2nd Symposium on Trees", True, False, False),
    ("In Proceedings of the Symposium on Trees", True, False, False),
    ("Symposium on Trees 1997", True, False, False),
    ("2. Symposium on Trees", False, False, True),
    ("Symposium on Trees, Revised Selected Papers", True, False, False),
    ("Trees, 2013 IEEE Symposium on", True, True, False),
    ("Computing in Science, Trees, Symposium on.", False, True, False),
    ("Symposium on Trees 1997 (SOT 1997)", True, True, False),
    ("Symposium on Trees 1997 (SOT '97)", True, True, False),
    ("Symposium on Trees (SOT '97)", False, False, False),
    ("Symposium on Trees (SOT-7)", False, False, True),
    ("Symposium on Trees, Boston, USA", False, False, True),
    ("Symposium on Trees (IEEE Cat. No.01TH8546)", True, False, True),
    ("Symposium on Trees (IEEE Cat. No.)", True, False, False),
]


@pytest.mark.parametrize(("name", "is_objectionable", "is_unfit", "is_bound"), FLAWS)
def test_what_is_wrong_with_a_form(name: str, is_objectionable: bool, is_unfit: bool, is_bound: bool) -> None:
    form = form_of(f"booktitle = {{{name}}}")
    assert (form.is_objectionable, form.is_unfit, form.is_bound) == (is_objectionable, is_unfit, is_bound)


KNOWN = [
    # (field, kind, rank): 3 or 2 for the full name, 1 for what ISO 4 makes of it
    ("journal = {Communications of the ACM}", "full", 3),
    ("journal = {Communications of ACM}", "full", 2),
    ("journal = {Commun. ACM}", "abbreviated", 1),
    ("journal = {CACM}", "acronym", 0),
    ("journal = {Comm. ACM}", "abbreviated", 0),
    ("journal = {Journal of Nothing Much}", "", 0),
    ("journal = {Journal of the ACM (JACM)}", "full", 0),
    ("booktitle = {USENIX Security Symposium}", "full", 2),
    ("booktitle = {26th Symposium on Operating Systems Principles}", "full", 2),
    ("booktitle = {Symposium on Trees}", "", 0),
]


@pytest.mark.parametrize(("field", "kind", "rank"), KNOWN)
def test_the_rank_of_a_name(field: str, kind: str, rank: int) -> None:
    form = form_of(field)
    assert (form.kind, form.rank) == (kind, rank)


def test_two_acronyms_of_one_conference_are_one_form_that_serves_no_other_edition() -> None:
    former, present = form_of("booktitle = {NIPS 2016}"), form_of("booktitle = {NeurIPS 2019}")
    assert (former.pattern, former.kind) == (present.pattern, present.kind) == ("NeurIPS {year}", "acronym")
    assert former.is_bound and present.is_bound
    assert not form_of("booktitle = {Advances in Neural Information Processing Systems}").is_bound
    assert not form_of("booktitle = {SOSP 2019}").is_bound
    # The World Wide Web Conference became The Web Conference: WWW is its acronym still.
    assert not form_of("booktitle = {WWW 2019}").is_bound


CASES = [
    # (field, the name in the letter case in which it is known, and the value in that)
    ("journal = {{IEEE} reviews in Biomedical Engineering}", "IEEE Reviews in Biomedical Engineering",
     "{IEEE} Reviews in Biomedical Engineering"),
    ("journal = {PLoS Genetics}", "PLOS Genetics", "PLOS Genetics"),
    ("journal = {journal of the acm}", "Journal of the ACM", "Journal of the ACM"),
    ("journal = {Physica D}", "", "Physica D"),
    # A lone letter may be the article.
    ("journal = {Physical Review a}", "", "Physical Review a"),
    ("journal = {Journal Of The ACM}", "", "Journal Of The ACM"),
    ("journal = {JOURNAL OF THE ACM}", "", "JOURNAL OF THE ACM"),
    ("journal = {nature}", "Nature", "Nature"),
    ("journal = {Ai Communications}", "AI Communications", "AI Communications"),
    ("journal = {journal of nothing much}", "", "journal of nothing much"),
    ("booktitle = {symposium on operating systems principles}", "", "symposium on operating systems principles"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "known_case", "template"), CASES)
def test_the_letter_case_of_a_journal(field: str, known_case: str, template: str) -> None:
    form = form_of(field)
    assert form.known_case == known_case
    cased = in_known_case(form)
    assert (cased.template, cased.known_case) == (template, "")
    assert (cased.pattern, cased.shown) == ((known_case,) * 2 if known_case else (form.pattern, form.shown))


FILLED = [
    ("26th Symposium on Trees", 7, 2031, "7th Symposium on Trees"),
    ("26th Symposium on Trees", None, 2031, None),
    ("Sixteenth Symposium on Trees", 7, None, "Seventh Symposium on Trees"),
    ("Symposium on Trees (SOT '97)", None, 2003, "Symposium on Trees (SOT '03)"),
    ("Symposium on Trees (SOT 1997)", None, 2003, "Symposium on Trees (SOT 2003)"),
    ("Symposium on Trees (SOT 1997)", None, None, None),
    # The form would drop the ordinal.
    ("Symposium on Trees", 7, 2031, None),
    ("Symposium on Trees", None, None, "Symposium on Trees"),
    # What holds something of one edition serves no other.
    ("Symposium on Trees (SOT-7)", None, 2003, None),
    ("7th Symposium on Trees, Boston, USA", 8, 2003, None),
]


@pytest.mark.parametrize(("name", "ordinal", "year", "filled"), FILLED)
def test_what_another_edition_is_called(name: str, ordinal: int | None, year: int | None, filled: str | None) -> None:
    assert fill(form_of(f"booktitle = {{{name}}}"), ordinal, year) == filled


IDENTITIES = [
    ("booktitle = {26th Symposium on Operating Systems Principles}", "=sosp operating systems principles False", "sosp"),
    ("booktitle = {SOSP '97}", "=sosp operating systems principles False", "sosp"),
    # A part of known proceedings is named differently from another, and rightly.
    ("booktitle = {Proceedings of the 50th Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)}",
     "", None),
    ("booktitle = {3rd Symposium on Trees}", "symposium on trees", None),
    ("journal = {Journal of the ACM}", "=j:journal of acm  False", "j:journal of acm"),
    # What the macro prints is for the style to say.
    (r"journal = {\apj}", "", None),
    # Too little is left to tell.
    ("journal = {Zweig}", "", None),
    ("series = {Volume 12}", "", None),
    ("series = {Part ii}", "", None),
    ("series = {Part of Trees}", "part of trees", None),
    # The title of any book: not sure.
    ("booktitle = {Interactive Theorem Proving}", "interactive theorem proving", None),
]  # fmt: skip


@pytest.mark.parametrize(("field", "identity", "id"), IDENTITIES)
def test_what_two_forms_have_in_common(field: str, identity: str, id: str | None) -> None:
    named = field_with(field)
    found, known = find_identity(WORLD, named, *read_venue_of(named))
    assert (found, known and known.venue.id) == (identity, id)


@pytest.mark.parametrize(
    ("name", "identity"),
    [("3rd Symposium on Trees", "symposium on trees"), ("Trees", ""), ("Band 4", ""), ("Series xii", ""), ("", "")],
)
def test_what_the_words_of_a_name_tell(name: str, identity: str) -> None:
    assert identity_of(read_venue(name)) == identity


def test_the_venues_of_a_project_have_forms() -> None:
    venues = Venues((own_venue("SOT", "Symposium on Trees", ("Trees Symposium",), None),))
    assert form_of("booktitle = {Symposium on Trees}", venues).rank == 3
    assert form_of("booktitle = {3rd Symposium on Trees}", venues).rank == 3
    assert form_of("booktitle = {3rd Symposium on the Trees}", venues).rank == 2
    assert form_of("booktitle = {Symposium on Trees (SOT 1997)}", venues).rank == 0


YEARS = [
    ("year = 1997", 1997),
    ("year = {{1997}}", 1997),
    ("year = {1493}", 1493),
    ("year = {1301}", None),
    ("year = {1997a}", None),
    ("year = {1997--1998}", None),
    ("year = {97}", None),
    ("year = {in press}", None),
    ("date = {1997-05}", 1997),
    ("date = {1997-05-12}", 1997),
    ("date = {1997/1998}", None),
    ("date = {1997-05}, year = 1996", 1996),
    ("year = 1997, year = 1998", None),
    ("date = 1997, date = 1998", None),
    ("year = undefined_macro", None),
    ("title = {1997}", None),
]


@pytest.mark.parametrize(("fields", "year"), YEARS)
def test_the_plain_year_of_an_entry(fields: str, year: int | None) -> None:
    assert plain_year_of(entry_with(fields)) == year


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ("year = 1997", 1997),
        ("year = {1997a}", None),
        ("year = {}", None),
        ("title = {1997}", None),
        ("year = {12345}", 12345),
    ],
)
def test_the_year_as_a_plain_number(fields: str, number: int | None) -> None:
    assert plain_number(field_with(fields)) == number


def test_fields_that_are_there_twice() -> None:
    entry = entry_with("year = 1997, year = 1998, date = 1997, volume = 1, volume = 2")
    assert has_once(entry, "date", "title")
    assert not has_once(entry, "date", "year")
