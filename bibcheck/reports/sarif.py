"""SARIF 2.1.0, which GitHub code scanning, Azure DevOps and editors read: one run.

Columns are UTF-16 code units. Paths are relative to the repository's root (else the current folder), `%SRCROOT%`. At most
5,000 results are written, the weightiest, for GitHub shows no more; the rest is summed up in a notification. The
fingerprints do not bear the name `primaryLocationLineHash`, under which GitHub's upload makes its own.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from urllib.parse import quote

from bibcheck import __version__
from bibcheck.engine.report import Report
from bibcheck.reports.columns import Columns, utf16_columns
from bibcheck.reports.fingerprint import fingerprints
from bibcheck.reports.repository import Repository
from bibcheck.reports.rule_pages import rules_by_name
from bibcheck.reports.shown import by_weight
from bibcheck.reports.visible import visible
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.rules.manual import page, summary
from bibcheck.source import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TextIO

    Record = dict[str, Any]


_MOST = 5_000
_MOST_RELATED = 20  # places of a result, and edits of a fix: the log has to stay below 10 MB
_MOST_EDITS = 100
_MOST_RULES_NAMED = 20
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write the log on one line, in ASCII."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_Run(result).record()]}
    out.write(json.dumps(log, separators=(",", ":")) + "\n")


class _Run:
    """The one run of a log."""

    def __init__(self, result: Report) -> None:
        self.result = result
        self.rules = rules_by_name(result)
        self.numbers = {name: number for number, name in enumerate(self.rules)}
        here = os.getcwd()
        self.root = Repository().root(here) or here
        self.columns: dict[str, Columns] = {}

    def record(self) -> Record:
        names = fingerprints(self.result.findings, self.result.sources)
        by_finding = dict(zip(map(id, self.result.findings), names, strict=True))
        weighty = by_weight(self.result.findings)
        driver = {
            "name": "bibcheck",
            "version": __version__,
            "semanticVersion": __version__,
            "rules": [_rule_record(name, rule) for name, rule in self.rules.items()],
        }
        return {
            "tool": {"driver": driver},
            "columnKind": "utf16CodeUnits",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "originalUriBaseIds": {"%SRCROOT%": {"uri": f"{_file_uri(self.root.rstrip('/'))}/"}},
            "invocations": [
                {
                    "executionSuccessful": not getattr(self.result, "crashed", False),
                    "toolExecutionNotifications": _notifications(weighty[_MOST:]),
                }
            ],
            "results": [self._result(finding, by_finding[id(finding)]) for finding in weighty[:_MOST]],
        }

    def _result(self, finding: Finding, fingerprint: str) -> Record:
        record: Record = {
            "ruleId": finding.rule,
            "ruleIndex": self.numbers[finding.rule],
            "level": finding.level.value,
            "message": {"text": _message(finding.message)},
            "locations": [self._location(finding.path, finding.span)],
            "partialFingerprints": {"bibcheck/v1": fingerprint},
        }
        if finding.key:
            record["locations"][0]["logicalLocations"] = [{"name": visible(finding.key), "kind": "object"}]
        if finding.related:
            record["relatedLocations"] = [
                {"id": number, "message": {"text": _message(related.message) or "see here"}}
                | self._location(related.path, related.span)
                for number, related in enumerate(finding.related[:_MOST_RELATED])
            ]
        if 0 < len(finding.edits) <= _MOST_EDITS and not any(_SURROGATE.search(edit.text) for edit in finding.edits):
            record["fixes"] = [self._fix(finding)]
        return record

    def _fix(self, finding: Finding) -> Record:
        change = {
            "artifactLocation": self._artifact(finding.path),
            "replacements": [self._replacement(finding.path, edit) for edit in finding.edits],
        }
        description = "unsafe fix: check it" if finding.safety is Fix.UNSAFE else "safe fix"
        return {"description": {"text": description}, "artifactChanges": [change]}

    def _replacement(self, path: str, edit: Edit) -> Record:
        return {"deletedRegion": self._region(path, edit.span), "insertedContent": {"text": edit.text}}

    def _location(self, path: str, span: Span) -> Record:
        return {"physicalLocation": {"artifactLocation": self._artifact(path), "region": self._region(path, span)}}

    def _artifact(self, path: str) -> Record:
        absolute = os.path.abspath(path)
        folder = self.root.rstrip(os.sep) + os.sep
        if not absolute.startswith(folder):
            return {"uri": _file_uri(absolute)}
        return {"uri": _quoted(absolute.removeprefix(folder)), "uriBaseId": "%SRCROOT%"}

    def _region(self, path: str, span: Span) -> Record:
        if path not in self.columns:
            self.columns[path] = utf16_columns(self.result.sources[path])
        start, end = self.columns[path].place(span.start), self.columns[path].place(span.end)
        return {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        }


def _rule_record(name: str, rule: type[Rule] | None) -> Record:
    if rule is None or not rule.__doc__:
        return {"id": name, "shortDescription": {"text": visible(name)}}
    help_text = page(rule)
    level = "warning" if rule.level is Level.OFF else rule.level.value
    return {
        "id": name,
        "name": rule.__name__,
        "shortDescription": {"text": summary(rule)},
        "fullDescription": {"text": help_text.partition("\n\nBad")[0]},
        "help": {"text": help_text, "markdown": help_text},
        "defaultConfiguration": {"level": level, "enabled": rule.level is not Level.OFF},
        "properties": {"tags": ["bibliography", rule.category], "problem.severity": level},
    }


def _notifications(rest: Sequence[Finding]) -> list[Record]:
    """What stands for the findings that are over, if there are any."""
    if not rest:
        return []
    counts: dict[str, int] = {}
    for finding in rest:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    rules = sorted(counts, key=lambda rule: (-counts[rule], rule))
    named = [f"{counts[rule]:,} of {visible(rule)}" for rule in rules[:_MOST_RULES_NAMED]]
    if others := rules[_MOST_RULES_NAMED:]:
        named.append(f"{sum(counts[rule] for rule in others):,} of {len(others)} other rules")
    text = f"{len(rest):,} more findings are left out of this log, which holds {_MOST:,}: {', '.join(named)}"
    return [{"level": "note", "message": {"text": text}}]


def _message(text: str) -> str:
    """Text in which nothing is a link: `[text](target)` is one in plain messages (SARIF 2.1.0, 3.11.6)."""
    return _LINK.sub(r"\\[", visible(text))


def _file_uri(path: str) -> str:
    return f"file://{_quoted(path)}" if path.startswith("/") or not path else f"file:///{_quoted(path)}"


def _quoted(path: str) -> str:
    """A path in a URI; bytes of it that are not UTF-8 as they are."""
    shown = _NO_BYTE.sub("\ufffd", path.replace(os.sep, "/"))
    return quote(shown.encode("utf-8", "surrogateescape"))
