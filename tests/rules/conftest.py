"""What the tests of rules share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rule import Finding, Level
from bibcheck.rules import load_rule
from bibcheck.source import Source

Check = Callable[..., list[Finding]]


@pytest.fixture
def check() -> Check:
    """`check(rule, text, *more_files, dialect=None, style=None, **options)`: the findings, files named a.bib, b.bib, …"""

    def run(
        rule: str, *texts: str, dialect: str | None = None, style: str | None = None, **options: Any
    ) -> list[Finding]:
        loaded = load_rule(rule)
        level = Level.WARNING if loaded.level is Level.OFF else loaded.level
        linter = Linter([loaded(options, level)], dialect=dialect, style=style)
        for number, text in enumerate(texts):
            linter.add(Source("abcdefgh"[number] + ".bib", text))
        return linter.finish().findings

    return run
