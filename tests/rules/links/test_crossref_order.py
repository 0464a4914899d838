"""crossref-order: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

PARENT = "@proceedings{p, title = {P}, year = {1984}}\n"

CHILD = "@inproceedings{c, title = {C}, crossref = {p}}\n"

ORDER = [
    (PARENT + CHILD, CHILD + PARENT),
    (PARENT + "\n" + CHILD.rstrip("\n"), CHILD + "\n" + PARENT.rstrip("\n")),
    (PARENT.replace("\n", "\r\n") + CHILD.replace("\n", "\r\n"), (CHILD + PARENT).replace("\n", "\r\n")),
    (CHILD + PARENT, None),
    (CHILD, None),
    (PARENT, None),
]


@pytest.mark.parametrize(("text", "fixed"), ORDER)
def test_crossref_order(check: Check, text: str, fixed: str | None) -> None:
    findings = check("crossref-order", text, dialect="bibtex")
    assert [finding.key for finding in findings] == (["p"] if fixed else [])
    text = apply(text, findings)
    assert not fixed or text == fixed
    assert not check("crossref-order", PARENT + CHILD, dialect="biblatex")
