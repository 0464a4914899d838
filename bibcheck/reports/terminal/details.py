"""A finding for people: what it says, the line it speaks of, what its fix would write, and what it relates to."""

from __future__ import annotations

from bibcheck.engine.report import Report
from bibcheck.reports.concise import BLUE, CYAN, paint, place_and_message, style_of, where
from bibcheck.reports.shown import first_findings, left_out
from bibcheck.reports.terminal.width import columns_of, cut, folded, framed, terminal_columns, widened, width
from bibcheck.reports.visible import visible
from bibcheck.rule import Finding, Fix
from bibcheck.source import NEWLINE, Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


_INDENT = 4  # of the lines that go on with what the one above says


def write_findings(result: Report, out: TextIO, *, color: bool, show_all: bool) -> bool:
    """Write the first findings of each rule in each file, or all. Returns whether some are left out."""
    columns, known = columns_of(out), terminal_columns(out)
    is_short = False
    for finding, more in first_findings(result.findings, show_all=show_all):
        place, said = place_and_message(result, finding, color)
        out.write(folded(said, known, _INDENT, place) + "\n")
        out.write(_excerpt(result.sources[finding.path], finding, columns, color))
        for note in _notes(result, finding, columns, color):
            out.write(f"  = {note}\n")
        for related in finding.related:
            said = f": {visible(related.message)}" if related.message else ""
            out.write(folded(f"{where(result, related.path, related.span)}{said}", known, _INDENT, "  = see") + "\n")
        out.write(f"\n{folded(left_out(finding, more), known, _INDENT)}\n\n" if more else "\n")
        is_short = is_short or bool(more)
    return is_short


def _excerpt(source: Source, finding: Finding, columns: int, color: bool) -> str:
    """The line on which a span starts, and carets under what of the span stands on it."""
    line = source.place(finding.span.start).line
    gutter = " " * len(str(line))
    before, marked, after = _line_parts(source, finding.span, columns - len(gutter) - 3)
    carets = paint("^" * max(width(marked), 1), style_of(finding), color)
    bar = paint("|", BLUE, color)
    number = paint(str(line), BLUE, color)
    text = visible(f"{before}{marked}{after}".rstrip())
    return f"{gutter} {bar}\n{number} {bar} {text}\n{gutter} {bar} {' ' * width(before)}{carets}\n"


def _line_parts(source: Source, span: Span, columns: int) -> tuple[str, str, str]:
    """The text before, in and after a span on the line on which it starts, fit to print.

    A file may be one line of a megabyte, with a finding in each of its entries: no more than fits is looked at.
    """
    text = source.text
    start = max(span.start - source.place(span.start).column + 1, span.start - columns)
    limit = min(span.start + columns + 1, len(text))
    newline = NEWLINE.search(text, span.start, limit)
    end = newline.start() if newline else limit
    middle = min(max(span.end, span.start), end)
    before = widened(text[start : span.start].rstrip("\r"), 0)
    marked = widened(text[span.start : middle], width(before))
    after = widened(text[middle:end], width(before) + width(marked))
    return framed(before, marked, after.rstrip(), columns)


def _notes(result: Report, finding: Finding, columns: int, color: bool) -> list[str]:
    """The entry of a finding, and what its fix would write."""
    notes = []
    if finding.key and result.sources[finding.path].text[slice(*finding.span)] != finding.key:
        notes.append(cut(f"in {visible(finding.key)}", columns - 4))
    if finding.edits:
        from bibcheck.reports.terminal.fix_lines import fix_lines

        label = "unsafe fix" if finding.safety is Fix.UNSAFE else "fix"
        first, *others = fix_lines(result.sources[finding.path], finding.edits, columns - len(label) - 6)
        indent = " " * (len(label) + 4) + "| "
        notes.append("\n".join([f"{paint(label, CYAN, color)}: {first}", *(indent + other for other in others)]))
    return notes
