"""What misspelled-venue reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

RULE = "misspelled-venue"


@pytest.mark.parametrize(
    ("field", "name", "fixed"),
    [
        ("booktitle", "International Converence on Trees (ICOT)", "International Conference on Trees (ICOT)"),
        ("booktitle", "Prodeedings of the 15th Meeting on Trees", "Proceedings of the 15th Meeting on Trees"),
        ("journal", "{IEEE} Tansactions on Trees", "{IEEE} Transactions on Trees"),
        ("journal", "The Knowledge Engeneering Review", "The Knowledge Engineering Review"),
        ("journal", "Pacific Llinguistics and Trees", "Pacific Linguistics and Trees"),
        ("school", "Univeristy of Trees", "University of Trees"),
        ("institution", "THE AMERCIAN INSTITUTE OF TREES", "THE AMERICAN INSTITUTE OF TREES"),
        ("publisher", "Press for engeneering", "Press for engineering"),
        ("journaltitle", "Journal of Arificial Trees", "Journal of Artificial Trees"),
    ],
)
def test_a_slip(check: Check, field: str, name: str, fixed: str) -> None:
    text = f"@misc{{k, {field} = {{{name}}}}}"
    (finding,) = check(RULE, text)
    assert finding.message.startswith(f"`{text[finding.span.start : finding.span.end]}` is misspelt: write `")
    assert apply(text, [finding]) == text.replace(name, fixed)
    assert not check(RULE, apply(text, [finding]))


@pytest.mark.parametrize(
    "name",
    [
        "Conferences in the Workshops of the Universities",
        "Proceeding of the International Symposion on Statistic",
        "Congreso Internacional de la Asociation",
        "Universit{\\'e} Internazionale, Conferance of Trees",
        'Zeitschrift f\\"ur Artifizial Research and Linguistics',
        "Journal of Commuter and Commuting Research",
        "Journal of {Converence} Trees",
        "The International Programing Languages of https://converence.org/converence",
        "mSystems and Bioinformatics",
        "Converence",
    ],
)
def test_what_is_let_be(check: Check, name: str) -> None:
    assert not check(RULE, f"@misc{{k, journal = {{{name}}}}}")
