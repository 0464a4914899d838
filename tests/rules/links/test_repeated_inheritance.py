"""repeated-inheritance: what it reports, and what it lets be."""

from __future__ import annotations

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
