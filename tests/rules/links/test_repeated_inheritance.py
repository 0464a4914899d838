"""repeated-inheritance: what it reports, and what it lets be."""

from __future__ import annotations

from tests.applying import apply
from tests.rules.conftest import Check

PARENT = "@proceedings{p, title = {P}, year = {1984}}\n"

CHILD = "@inproceedings{c, title = {C}, crossref = {p}}\n"


def test_repeated_inheritance(check: Check) -> None:
    text = "@inproceedings{c, title = {P}, year = {1984}, month = may, crossref = {p}}\n" + PARENT
    findings = check("repeated-inheritance", text)
    assert [finding.field for finding in findings] == ["year"]
    assert not check("repeated-inheritance", CHILD + PARENT)


def test_what_inherits_from_itself_keeps_its_fields(check: Check) -> None:
    assert not check("repeated-inheritance", "@book{a, year = {1984}, crossref = {a}}\n")
    pair = "@book{a, year = {1984}, crossref = {b}}\n@book{b, year = {1984}, crossref = {a}}\n"
    assert not check("repeated-inheritance", pair)


CHILD_WITH_YEAR = "@inproceedings{c, title = {C}, year = {1984}, crossref = {P}}\n"


def test_what_is_repeated_is_deleted(check: Check) -> None:
    text = CHILD_WITH_YEAR + PARENT
    [finding] = check("repeated-inheritance", text)
    assert finding.message == "year `1984` is inherited from `p` already"
    assert apply(text, [finding]) == "@inproceedings{c, title = {C}, crossref = {P}}\n" + PARENT


def test_the_parent_may_stand_in_another_file(check: Check) -> None:
    assert [f.path for f in check("repeated-inheritance", CHILD_WITH_YEAR, PARENT)] == ["a.bib"]
    assert not check("repeated-inheritance", CHILD_WITH_YEAR, PARENT.replace("@proceedings", "@article"))
    assert not check("repeated-inheritance", CHILD_WITH_YEAR, PARENT.replace("1984", "1985"))
    assert not check("repeated-inheritance", CHILD_WITH_YEAR)


def test_an_empty_field_repeats_nothing(check: Check) -> None:
    text = "@inproceedings{c, note = {}, crossref = {p}}\n@proceedings{p, note = {}}\n"
    assert not check("repeated-inheritance", text)


def test_biber_finds_no_parent_in_another_letter_case(check: Check) -> None:
    assert not check("repeated-inheritance", CHILD_WITH_YEAR + PARENT, dialect="biblatex")
    assert check("repeated-inheritance", CHILD_WITH_YEAR.replace("{P}", "{p}") + PARENT, dialect="biblatex")
