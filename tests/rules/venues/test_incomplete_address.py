"""What incomplete-address reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("GA", "state"),
        ("USA", "country"),
        ("{UK}", "country"),
        ("U. S. A.", "country"),
        ("Mass.", "state"),
        ("NL", "state or a country"),
    ],
)
def test_a_code_alone(check: Check, code: str, kind: str) -> None:
    (finding,) = check("incomplete-address", f"@book{{k, address = {{{code}}}}}")
    assert finding.message == f"`{code.strip('{}')}` is the code of a {kind}, with no city: add it"


@pytest.mark.parametrize(
    "text",
    [
        "@book{k, address = {Savannah, GA}}",
        "@book{k, address = {Germany}}",
        "@book{k, address = {Georgia}}",
        "@book{k, address = {Singapore}}",
        "@book{k, address = {Paris}}",
        "@book{k, address = {ga}}",
        "@book{k, address = {}}",
        "@book{k, publisher = {GA}}",
        "@patent{k, location = {US}, number = {1234567}}",
    ],
)
def test_a_place(check: Check, text: str) -> None:
    assert not check("incomplete-address", text)


def test_a_report_whose_institution_is_named_is_found_by_that(check: Check) -> None:
    assert not check(
        "incomplete-address", "@techreport{k, institution = {The University of Manchester}, address = {UK}}"
    )
    assert check("incomplete-address", "@book{k, publisher = {Faber}, address = {UK}}")
