"""JUnit's XML, which most CI services show as tests: a suite for each file, a case for each rule.

A case fails with all that its rule found in the file. Where the run says which rules ran, those that found nothing pass.
The report is valid for Ant's schema, which asks for more than others do, and for that of Jenkins.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from bibcheck.engine.report import Report
from bibcheck.reports.bibliographies import checked_paths
from bibcheck.reports.concise import head
from bibcheck.reports.escapes import xml
from bibcheck.reports.repository import Repository
from bibcheck.reports.summary import counted
from bibcheck.rule import Finding, Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


_NOTHING_FOUND = "bibcheck"  # the case of a file without findings, where nothing says which rules ran


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write the suites, files in order of their paths."""
    found: dict[str, dict[str, list[Finding]]] = {path: {} for path in checked_paths(result)}
    for finding in result.findings:
        found.setdefault(finding.path, {}).setdefault(finding.rule, []).append(finding)
    ran = [rule.name for rule in getattr(result, "rules", ())]
    repository = Repository()
    now = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime())
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n')
    for number, (path, by_rule) in enumerate(sorted(found.items())):
        rules = sorted({*ran, *by_rule}) or [_NOTHING_FOUND]
        name = xml(repository.path(path))
        out.write(
            f'<testsuite name="{name}" package="{name}" id="{number}" tests="{len(rules)}" failures="{len(by_rule)}" '
            f'errors="0" skipped="0" time="0" timestamp="{now}" hostname="localhost">\n<properties/>\n'
        )
        for rule in rules:
            out.write(_case(result, rule, name, by_rule.get(rule, ())))
        out.write("<system-out/>\n<system-err/>\n</testsuite>\n")
    out.write("</testsuites>\n")


def _case(result: Report, rule: str, classname: str, findings: Sequence[Finding]) -> str:
    start = f'<testcase name="{xml(rule)}" classname="{classname}" time="0"'
    if not findings:
        return f"{start}/>\n"
    level = min((finding.level for finding in findings), key=lambda level: level is not Level.ERROR)
    lines = "\n".join(xml(head(result, finding, color=False)) for finding in findings)
    message = counted(len(findings), "finding")
    return f'{start}>\n<failure type="{level.value}" message="{message}">\n{lines}\n</failure>\n</testcase>\n'
