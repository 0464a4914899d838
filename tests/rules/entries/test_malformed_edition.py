"""malformed-edition: what the styles write themselves."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

BOOK = "@book{k, title = {The Art of Programming}, edition = {%s}}\n"


@pytest.mark.parametrize(
    ("dialect", "edition", "meant"),
    [
        ("bibtex", "2", "Second"), ("bibtex", "2nd ed.", "Second"),
        ("bibtex", "2 edition", "Second"), ("bibtex", "2nd.", "Second"), ("bibtex", "24", "Twenty-fourth"),
        ("bibtex", "6nd", "Sixth"), ("bibtex", "Second edition", "Second"), ("bibtex", "Revised edition", "Revised"),
        ("bibtex", "First edition", None),
        ("bibtex", "Reprint ed. edition", "Reprint"), ("bibtex", "1", None), ("bibtex", "1st", None),
        ("bibtex", "1 edition", None),
        ("biblatex", "second", "2"), ("biblatex", "2nd", "2"), ("biblatex", "Second edition", "2"),
        ("biblatex", "25 edition", "25"), ("biblatex", "1", None), ("biblatex", "First", None),
    ],
)  # fmt: skip
def test_an_edition_is_reported(check: Check, dialect: str, edition: str, meant: str | None) -> None:
    text = BOOK % edition
    [finding] = check("malformed-edition", text, dialect=dialect)
    assert text[slice(*finding.span)] == edition
    assert [edit.text for edit in finding.edits] == [meant or ""]


def test_a_bare_number_gets_braces_with_its_word(check: Check) -> None:
    [finding] = check("malformed-edition", "@book{k, title = {The Art of Programming}, edition = 2}\n")
    assert [edit.text for edit in finding.edits] == ["{Second}"]


@pytest.mark.parametrize(
    ("dialect", "edition"),
    [
        ("bibtex", "Second"), ("bibtex", "second"), ("bibtex", "First"), ("bibtex", "Revised"), ("bibtex", "2014"),
        ("bibtex", "2nd"), ("bibtex", "1.1"), ("bibtex", "2-е изд."), ("bibtex", "Fall 2016"), ("bibtex", ""),
        ("bibtex", "2., erweiterte"),
        ("biblatex", "2"), ("biblatex", "15"), ("biblatex", "Revised edition"), ("biblatex", "2014"),
    ],
)  # fmt: skip
def test_an_edition_is_clean(check: Check, dialect: str, edition: str) -> None:
    assert check("malformed-edition", BOOK % edition, dialect=dialect) == []


@pytest.mark.parametrize(
    "text",
    [
        "@book{k, title = {Die Geschichte der Welt}, edition = {2}}",
        "@book{k, title = {Odontologia}, language = {portuguese}, edition = {3}}",
        "@book{k, title = {Arbeitsrecht}, edition = {2}}\n@book{l, title = {Der Prozess}, edition = {5}}",
        # A file for either.
        "@book{k, title = {T}, edition = {2}, year = 1}\n@online{l, title = {W}, year = 2}",
    ],
)
def test_editions_for_other_styles_are_let_be(check: Check, text: str) -> None:
    assert check("malformed-edition", text + "\n") == []


def test_an_ordinal_in_digits_is_reported_beside_another_form(check: Check) -> None:
    text = BOOK % "2nd" + BOOK.replace("{k", "{l") % "Third"
    [finding] = check("malformed-edition", text)
    assert text[slice(*finding.span)] == "2nd"


def test_a_first_edition_in_digits_is_no_habit(check: Check) -> None:
    text = BOOK.replace("{k,", "{a,") % "2nd" + BOOK.replace("{k,", "{b,") % "3rd" + BOOK.replace("{k,", "{c,") % "1st"
    assert [finding.key for finding in check("malformed-edition", text, dialect="bibtex")] == ["c"]


@pytest.mark.parametrize("edition", ["1", "2nd ed."])
@pytest.mark.parametrize("years", [("1986", "1996"), ("1986", "1986")])
def test_one_work_in_two_years_and_one_edition(check: Check, edition: str, years: tuple[str, str]) -> None:
    """The number of a first edition may be wrong, and is then not needless; a later one is to be written in another way."""
    text = "".join(
        f"@book{{k{n}, title = {{The Art}}, edition = {{{edition}}}, year = {year}}}\n" for n, year in enumerate(years)
    )
    is_let_be = edition == "1" and years[0] != years[1]
    assert len(check("malformed-edition", text, dialect="bibtex")) == (0 if is_let_be else 2)
