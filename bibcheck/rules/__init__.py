"""The rules, one file each: `<category>/<rule_name>.py`. The folder is the registry.

index.py has what is known of each rule without importing it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from bibcheck.records import NamedTuple
from bibcheck.rule import Fix, Level, Rule, Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_HOME = os.path.dirname(__file__)


class Option(NamedTuple):
    """The annotation of an option, as text, and its default."""

    type: str
    default: Any


class RuleRecord(NamedTuple):
    """What there is to know of a rule without running it: see the class attributes of Rule."""

    name: str
    category: str
    level: Level
    fix: Fix
    scope: Scope
    summary: str
    options: Mapping[str, Option]
    table: str
    follows: Mapping[str, str]
    contrary: str
    yields_to: tuple[str, ...]
    needs_documents: bool = False


@cache
def rule_categories() -> dict[str, str]:
    """The name of every rule with the name of its category, sorted by both."""
    found = [(category, os.path.basename(path)[:-3].replace("_", "-")) for category, path in _rule_files()]
    return {name: category for category, name in sorted(found)}


def load_rule(name: str) -> type[Rule]:
    """The class of a rule. Raises KeyError for a name that no file bears."""
    module = name.replace("-", "_")
    loaded = import_module(f"bibcheck.rules.{rule_categories()[name]}.{module}")
    rule: type[Rule] = getattr(loaded, module.title().replace("_", ""))
    return rule


@cache
def rule_records() -> dict[str, RuleRecord]:
    """What there is to know of every rule: from the index, or from the rule itself where that is not in it yet."""
    from bibcheck.rules.index import ROWS

    rows = {row[0]: row for row in ROWS}
    return {name: _read_row(*rows[name]) if name in rows else record_of(load_rule(name)) for name in rule_categories()}


def record_of(rule: type[Rule]) -> RuleRecord:
    """What there is to know of a rule."""
    from bibcheck.rules.manual import summary

    return RuleRecord(
        rule.name,
        rule.category,
        rule.level,
        rule.fix,
        rule.scope,
        summary(rule),
        {option: Option(type, getattr(rule, option)) for option, type in rule.options().items()},
        rule.table,
        rule.follows,
        rule.contrary,
        rule.yields_to,
        rule.needs_documents,
    )


def _read_row(
    name: str, category: str, level: str, fix: str, scope: str, summary: str, options: dict[str, Any], *others: Any
) -> RuleRecord:
    read = {option: Option(*about) for option, about in options.items()}
    return RuleRecord(name, category, Level(level), Fix(fix), Scope(scope), summary, read, *others)


def _rule_files() -> Iterator[tuple[str, str]]:
    """The category and the path of every rule."""
    for category in os.scandir(_HOME):
        if category.is_dir() and not category.name.startswith("_"):
            for file in os.listdir(category.path):
                if file.endswith(".py") and not file.startswith("_"):
                    yield category.name, os.path.join(category.path, file)
