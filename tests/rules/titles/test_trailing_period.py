"""Full stops at the ends of titles."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# Title, the texts pointed at, the title after the fix (None: there is no fix).
REPORTED = [
    ("Literate Programming.", ["."], "Literate Programming"),
    ("{Literate Programming.}", ["."], "{Literate Programming}"),
]
CLEAN = [
    "Apple Inc.",
    "Proc.",
    "Made in the U.S.",
    "And then...",
    "What is it?",
    "J. Phys.: Conf. Ser.",
    "Proc. Symp. Pure Math.",
]


@pytest.mark.parametrize(("title", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, title: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, title = {{{title}}}}}\n"
    findings = check("trailing-period", text)
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    text = apply(text, findings)
    assert text == f"@article{{k, title = {{{fixed or title}}}}}\n"
    if fixed:
        assert not check("trailing-period", text)


@pytest.mark.parametrize("title", CLEAN)
def test_clean(check: Check, title: str) -> None:
    assert not check("trailing-period", f"@article{{k, title = {{{title}}}}}\n")


def test_the_booktitle_of_a_book_is_for_those_that_refer_to_it(check: Check) -> None:
    book = "@book{Binney, title = {Galactic Dynamics}, booktitle = {Galactic Dynamics, Princeton, 2008.}}\n"
    assert not check("trailing-period", book)
    assert check("trailing-period", "@incollection{k, crossref = {binney}}\n" + book)
