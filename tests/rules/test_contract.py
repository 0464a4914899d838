"""The rules are those of the catalogue: name, category, level, fix and scope are a contract that others run against."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from bibcheck.rules import load_rule, rule_categories

CATALOGUE = tomllib.loads((Path(__file__).parent.parent / "data" / "rules.toml").read_text(encoding="utf-8"))
WANTED = {name: (category, table) for category, rules in CATALOGUE.items() for name, table in rules.items()}


def test_the_rules_are_those_of_the_catalogue() -> None:
    assert rule_categories().keys() - WANTED.keys() == set(), "give each a table in tests/data/rules.toml"
    assert WANTED.keys() - rule_categories().keys() == set(), "tests/data/rules.toml has rules that there are not"


@pytest.mark.parametrize("name", sorted(rule_categories()))
def test_a_rule_is_as_the_catalogue_has_it(name: str) -> None:
    assert name in WANTED, "give it a table in tests/data/rules.toml"
    category, table = WANTED[name]
    rule = load_rule(name)
    assert (rule.category, rule.level, rule.fix) == (category, table["on"], table["fix"])
    assert rule.scope == table.get("scope", "entry")
