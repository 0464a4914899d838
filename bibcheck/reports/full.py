"""For people: what each finding says, the line it speaks of, and a count at the end."""

from __future__ import annotations

from bibcheck.engine.report import Report as Result
from bibcheck.reports.concise import head, paint, where
from bibcheck.reports.visible import visible
from bibcheck.rule import Finding, Fix, Level
from bibcheck.source import NEWLINE, Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_WIDTH = 120  # characters of a line that are shown
_BEFORE = 60  # of them before the span, where the line is longer
_TAB = 4
_BLUE, _RED, _YELLOW = "1;34", "1;31", "1;33"


def write(result: Result, out: TextIO, *, color: bool = False, quiet: bool = False) -> None:
    """Write the findings, each with its line; and, unless `quiet`, how many there are."""
    for finding in result.findings:
        out.write(head(result, finding, color) + "\n")
        out.write(_excerpt(result.sources[finding.path], finding, color))
        for related in finding.related:
            said = f": {visible(related.message)}" if related.message else ""
            out.write(f"  = see {where(result, related.path, related.span)}{said}\n")
        out.write("\n")
    if not quiet:
        out.write(summary(result) + "\n")


def summary(result: Result, fixed_as: str = "fixed") -> str:
    """How many findings there are, of what kind, and where; how many were fixed, and how many could be."""
    fixed = [f"{result.fixed} {fixed_as}"] * bool(result.fixed)
    left = " left" if result.fixed else ""
    known = [f"{result.known} known"] * bool(result.known)
    if not result.findings:
        none = f"no findings{left} in {_count(result.files, 'file')}" if result.files else "no file checked"
        return "; ".join([*fixed, none, *known])
    errors = sum(finding.level is Level.ERROR for finding in result.findings)
    kinds = [_count(errors, "error"), _count(len(result.findings) - errors, "warning")]
    kinds = [kind for kind in kinds if not kind.startswith("0 ")]
    touched = len({finding.path for finding in result.findings})
    among = _count(touched, "file") if touched >= result.files else f"{touched} of {_count(result.files, 'file')}"
    text = f"{_count(len(result.findings), 'finding')}{left} ({', '.join(kinds)}) in {among}"
    return "; ".join([*fixed, text, *_fixable(result), *known, *_unread(result)])


def _unread(result: Result) -> list[str]:
    """How many entries are not read, in one part if there are any: where nothing is wrong with the syntax, all are."""
    paths = {each.path for each in result.findings if each.category == "syntax" and each.level is Level.ERROR}
    if not paths:
        return []
    from bibcheck.bibliography.counting import count_entries

    counts = [count_entries(result.sources[path]) for path in paths]
    unread = sum(len(count.unread) for count in counts)
    if not unread:
        return []
    written = sum(count.written for count in counts)
    entries = "entry" if written == 1 else "entries"
    return [f"of {written} {entries} in files with errors of syntax, {unread} not read whole"]


def _fixable(result: Result) -> list[str]:
    """What `--fix` and `--unsafe-fixes` could do, in one part if there is any."""
    safe = sum(finding.safety is Fix.SAFE for finding in result.findings)
    unsafe = sum(finding.safety is Fix.UNSAFE for finding in result.findings)
    if not unsafe:
        return [f"{safe} fixable with --fix"] * bool(safe)
    if not safe:
        return [f"{unsafe} fixable with --fix --unsafe-fixes"]
    return [f"{safe} fixable with --fix, {unsafe} more with --unsafe-fixes"]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _excerpt(source: Source, finding: Finding, color: bool) -> str:
    """The line on which a span starts, and carets under what of the span stands on it."""
    line, before, marked, after = _cut(source, finding.span)
    before = _widen(before, 0)
    start = _width(before)
    marked = _widen(marked, start)
    length = max(_width(marked), 1)
    after = _widen(after, start + _width(marked))
    gutter = " " * len(str(line))
    carets = paint("^" * length, _RED if finding.level is Level.ERROR else _YELLOW, color)
    bar = paint("|", _BLUE, color)
    number = paint(str(line), _BLUE, color)
    text = f"{before}{marked}{after}".rstrip()
    return f"{gutter} {bar}\n{number} {bar} {text}\n{gutter} {bar} {' ' * start}{carets}\n"


def _cut(source: Source, span: Span) -> tuple[int, str, str, str]:
    """The number of the line on which a span starts, and its text before, in and after the span.

    A file may be one line of a megabyte, with a finding in each of its entries: no more than the window is looked at.
    """
    text = source.text
    line, column = source.place(span.start)
    line_start = start = span.start - column + 1
    is_short = start + _WIDTH >= len(text) or NEWLINE.search(text, span.start, start + _WIDTH + 1)
    if column > _BEFORE and not is_short:
        start = span.start - _BEFORE
    limit = min(start + _WIDTH, len(text))
    newline = NEWLINE.search(text, span.start, limit)
    end = newline.start() if newline else limit
    middle = min(max(span.end, span.start), end)
    before = ("…" if start > line_start else "") + text[start : span.start].rstrip("\r")
    after = text[middle:end] + ("…" if text[end : end + 1] not in ("", "\r", "\n") else "")
    return line, before, text[span.start : middle], after


def _widen(text: str, column: int) -> str:
    """`text` fit to print from a column on, tabs as spaces."""
    first, *others = (visible(part) for part in text.split("\t"))
    for part in others:
        first += " " * (_TAB - (column + _width(first)) % _TAB) + part
    return first


def _width(text: str) -> int:
    """The columns that `text` takes on a terminal: none for marks that combine, two for wide characters (UAX #11)."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(character) in ("Mn", "Me", "Cf") else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )
