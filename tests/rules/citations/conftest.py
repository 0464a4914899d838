"""What the tests of rules about citations share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bibcheck.rule import Finding, Level
from bibcheck.rules import load_rule
from tests.citing import lint_files

Cite = Callable[..., list[Finding]]


@pytest.fixture
def cite() -> Cite:
    """`cite(rule, files, *mains)`: the rule's findings in texts by their names; `main.tex` cites if no main is named."""

    def run(rule: str, files: dict[str, str], *mains: str) -> list[Finding]:
        loaded = load_rule(rule)
        level = Level.WARNING if loaded.level is Level.OFF else loaded.level
        return lint_files(loaded({}, level), files, *(mains or ("main.tex",)))

    return run
