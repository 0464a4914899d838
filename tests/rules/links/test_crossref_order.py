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


@pytest.mark.parametrize(
    "text",
    [
        "@misc{k, crossref = {k}}\n@misc{k, crossref = {k}}\n",
        "@misc{a, crossref = {b}}\n@misc{b, crossref = {a}}\n",
        "@misc{a, crossref = {b}}\n@misc{b, crossref = {c}}\n@misc{C, crossref = {A}}\n",
    ],
)
def test_a_circle_has_no_order(check: Check, text: str) -> None:
    assert not check("crossref-order", text, dialect="bibtex")


def test_an_entry_beside_a_circle(check: Check) -> None:
    circle = "@misc{a, crossref = {b}}\n@misc{b, crossref = {a}}\n"
    child = "@misc{c, crossref = {a}}\n"
    (finding,) = check("crossref-order", circle + child, dialect="bibtex")
    assert finding.key == "a"
    assert not check("crossref-order", child + circle, dialect="bibtex")
