"""One JSON object, a contract: see docs/json.md. Offsets count characters, lines and columns start at 1."""

from __future__ import annotations

import json

from bibcheck import __version__
from bibcheck.engine.report import Report
from bibcheck.rule import Finding, Related
from bibcheck.source import Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TextIO


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write the object on one line, in ASCII: bytes that are not UTF-8 come out as lone surrogates."""
    # Finding by finding: there may be millions.
    head = json.dumps({"version": __version__, "files": result.files, "entries": result.entries})
    out.write(head.removesuffix("}") + ', "findings": [')
    between = ""
    for finding in result.findings:
        out.write(between + json.dumps(finding_record(result, finding)))
        between = ", "
    out.write("]}\n")


def finding_record(result: Report, finding: Finding) -> dict[str, Any]:
    """A finding as the contract has it."""
    return {
        "rule": finding.rule,
        "category": finding.category,
        "level": finding.level.value,
        "path": finding.path,
        "key": finding.key,
        "field": finding.field,
        **_span_record(result.sources[finding.path], finding.span),
        "message": finding.message,
        "fix": _fix_record(finding),
        "related": [_related_record(result, related) for related in finding.related],
    }


def _fix_record(finding: Finding) -> dict[str, Any] | None:
    if not finding.edits:
        return None
    edits = [{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in finding.edits]
    return {"safety": finding.safety.value, "edits": edits}


def _related_record(result: Report, related: Related) -> dict[str, Any]:
    span = _span_record(result.sources[related.path], related.span)
    return {"path": related.path, **span, "message": related.message}


def _span_record(source: Source, span: Span) -> dict[str, Any]:
    return {"start": _place_record(source, span.start), "end": _place_record(source, span.end)}


def _place_record(source: Source, offset: int) -> dict[str, int]:
    line, column = source.place(offset)
    return {"line": line, "column": column, "offset": offset}
