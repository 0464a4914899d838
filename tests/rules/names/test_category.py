"""What holds for all rules of names: one defect is one finding, a fix leaves no other defect, good lists stay clean."""

from __future__ import annotations

import importlib
import json
from collections import Counter
from pathlib import Path

import pytest

from bibcheck.rule import Level
from bibcheck.rules import load_rule, rule_categories
from tests.applying import apply
from tests.rules.names.lists import GOOD, entry

RULES = [rule for rule, category in rule_categories().items() if category == "names"]
ON = [rule for rule in RULES if load_rule(rule).level is not Level.OFF and rule != "inconsistent-author"]
# Rules on what a list is made of; the others are on how its names are written.
STRUCTURE = (
    "malformed-name comma-separated-names wrong-name-separator empty-name glued-and literal-et-al braced-name-list "
    "unprotected-organization placeholder-name title-in-name"
).split()
TRUTH = Path(__file__).resolve().parents[2] / "data" / "names.json"


def reported(rule: str) -> list[tuple[str, list[str], str | None]]:
    """The table of a rule's own tests."""
    module = importlib.import_module(f"tests.rules.names.test_{rule.replace('-', '_')}")
    return list(module.REPORTED)


CASES = [(rule, names) for rule in STRUCTURE for names, _, _ in reported(rule)]
MENDED = [(names, wanted) for rule in ON for names, _, wanted in reported(rule) if wanted is not None]


@pytest.mark.parametrize("names", GOOD)
def test_good_lists_stay_clean(check, names) -> None:
    assert [rule for rule in STRUCTURE if check(rule, entry(names))] == []


@pytest.mark.parametrize(("rule", "names"), CASES)
def test_one_defect_is_one_finding(check, rule, names) -> None:
    found = [other for other in STRUCTURE if check(other, entry(names))]
    assert rule in found
    allowed = {"malformed-name", "unprotected-organization"} if "Editor" not in names else set()
    assert set(found) - {rule} <= allowed
    assert all(len(check(other, entry(names))) == 1 for other in found)


@pytest.mark.parametrize(("names", "wanted"), MENDED)
def test_a_fix_raises_no_other_rule(check, names, wanted) -> None:
    before = {rule for rule in ON if check(rule, entry(names))}
    assert {rule for rule in ON if check(rule, entry(wanted))} <= before


def test_fixes_of_real_lists_raise_no_rule(check) -> None:
    for row in json.loads(TRUTH.read_text(encoding="utf-8")):
        text = entry(row["value"])
        if "\\" in row["value"][-1:] or row["value"].count("{") != row["value"].count("}"):
            continue
        before = Counter(rule for rule in ON for _ in check(rule, text))
        for rule in before:
            mended = apply(text, check(rule, text))
            if mended != text:
                after = Counter(other for other in ON for _ in check(other, mended))
                assert not after[rule], (text, mended)
                assert not after - before, (text, mended)


def test_no_two_rules_report_one_place(check) -> None:
    for names in [*(names for _, names in CASES), *(names for rule in ON for names, _, _ in reported(rule))]:
        spans = [finding.span for rule in ON for finding in check(rule, entry(names))]
        for number, span in enumerate(spans):
            assert not any(span.start < other.end and other.start < span.end for other in spans[number + 1 :]), names


@pytest.mark.parametrize(
    "field", ["editor", "translator", "bookauthor", "editora", "holder", "shortauthor", "sortname"]
)
def test_other_fields_are_lists_of_names_too(check, field) -> None:
    assert check("empty-name", entry("A. Ng and and B. Roe", field))
    assert check("malformed-name", entry("A. Ng and B. Roe,", field))


def test_a_list_that_is_partly_out_of_sight_is_not_judged(check) -> None:
    assert not check("empty-name", '@book{key, author = elsewhere # " and " # ng}\n')


def test_a_macro_is_reported_and_not_mended(check) -> None:
    text = "@string{us = {A. Ng and and B. Roe}}\n@book{key, author = us}\n"
    (finding,) = check("empty-name", text)
    assert text[finding.span.start : finding.span.end] == "us"
    assert not finding.edits


@pytest.mark.parametrize(
    "names", ["family=Knuth, given=D", "family={KNUTH}, given=donald", "given=donald, family=knuth and D[onald] Knuth"]
)
@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != "truncated-names"])
def test_names_in_parts_are_left_alone(check, rule, names) -> None:
    assert check(rule, entry(names), dialect="biblatex") == []
