"""The rules, one file each: `<category>/<rule_name>.py`. The folder is the registry."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module

from bibcheck.rule import Rule


@cache
def rule_categories() -> dict[str, str]:
    """The name of every rule with the name of its category, sorted by both."""
    home = os.path.dirname(__file__)
    found = []
    for category in os.scandir(home):
        if category.is_dir() and not category.name.startswith("_"):
            found += [
                (category.name, file[:-3].replace("_", "-"))
                for file in os.listdir(category.path)
                if file.endswith(".py") and not file.startswith("_")
            ]
    return {name: category for category, name in sorted(found)}


def load_rule(name: str) -> type[Rule]:
    """The class of a rule. Raises KeyError for a name that no file bears."""
    module = name.replace("-", "_")
    loaded = import_module(f"bibcheck.rules.{rule_categories()[name]}.{module}")
    rule: type[Rule] = getattr(loaded, module.title().replace("_", ""))
    return rule
