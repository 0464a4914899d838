"""What the tests of the rules on text share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bibcheck.rule import Finding
from tests.applying import apply
from tests.rules.conftest import Check

# The findings of a rule in one value, and the value with their edits applied.
Repair = Callable[..., tuple[list[Finding], str]]


@pytest.fixture
def repair(check: Check) -> Repair:
    """`repair(rule, value, field="title", dialect="bibtex")`."""

    def run(rule: str, value: str, field: str = "title", dialect: str = "bibtex") -> tuple[list[Finding], str]:
        before, after = f"@misc{{k, {field} = {{", "}}\n"
        findings = check(rule, before + value + after, dialect=dialect)
        return findings, apply(before + value + after, findings)[len(before) : -len(after)]

    return run
