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
