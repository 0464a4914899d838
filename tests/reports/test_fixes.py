"""What --fix did, for people."""

from __future__ import annotations

import pytest

from bibcheck.reports.fixes import write_fixes
from bibcheck.reports.terminal.width import width
from bibcheck.source import Source
from tests.reports.outcomes import Terminal, fixing


@pytest.mark.parametrize(("columns", "shown"), [(40, 34), (80, 74), (200, 110)])
def test_lines_are_cut_to_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: int, shown: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = Terminal()
    write_fixes([(Source("a.bib", "x" * 200), [fixing("a.bib", 0, 1, "y")])], out)
    assert out.getvalue().splitlines() == [
        "fixed in a.bib:",
        "  odd-name, 1 time",
        f"    - {'x' * (shown - 1)}…",
        f"    + y{'x' * (shown - 2)}…",
    ]
    assert all(width(line) <= columns for line in out.getvalue().splitlines())
