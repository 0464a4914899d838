"""Findings and results for tests of reports, and what a report makes of them."""

from __future__ import annotations

import io
from typing import Any

from bibcheck.engine.report import Report
from bibcheck.reports import write_report
from bibcheck.rule import Finding, Fix, Level
from bibcheck.source import Edit, Source, Span


def found(path: str, start: int, end: int, message: str = "odd", **more: Any) -> Finding:
    """A finding of `odd-name`, of level warning unless something else is said."""
    more.setdefault("level", Level.WARNING)
    return Finding("odd-name", "names", path=path, span=Span(start, end), message=message, **more)


def fixing(path: str, start: int, end: int, text: str, safety: Fix = Fix.SAFE, **more: Any) -> Finding:
    """A finding with a fix that writes `text` in its place."""
    return found(path, start, end, safety=safety, edits=(Edit(Span(start, end), text),), **more)


def result(*findings: Finding, files: int | None = None, **texts: str) -> Report:
    """A result over files named by the keyword arguments."""
    sources = {f"{name}.bib": Source(f"{name}.bib", text) for name, text in texts.items()}
    return Report(list(findings), sources, len(sources) if files is None else files, 1, False)


class Terminal(io.StringIO):
    """Says that it is a terminal, and has no size: COLUMNS tells it."""

    def isatty(self) -> bool:
        return True


def report(format: str, result: Any, out: io.StringIO | None = None, **options: bool) -> str:
    """What a format makes of a result."""
    out = out or io.StringIO()
    write_report(format, result, out, **options)
    return out.getvalue()
