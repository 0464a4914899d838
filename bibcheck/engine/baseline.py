"""Findings that are known: kept in a file by what they say of an entry, whatever is edited elsewhere.

A finding is known again by its rule, its cite key and a fingerprint of the value that it marks, without blanks, braces and
quotation marks. Neither its place nor its file counts, so that entries may move, and files be laid out or renamed.
"""

from __future__ import annotations

import json
import os
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from hashlib import blake2b
from operator import attrgetter

from bibcheck.records import NamedTuple
from bibcheck.rule import Finding
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bibcheck.engine.report import Report

_VERSION = 1
_LAYOUT = re.compile(r'[\s{}"]+')
_LONGEST_MARKED = 200  # characters: of what is longer, such as a whole entry, the layout may change more than blanks
# Of a message counts what is said, not how often, nor where: that may change with other entries.
_ELSEWHERE = re.compile(r"(`[a-z]+`)|`[^`]*`|\d+|\b(?:once|twice|times|entry|entries)\b|\s+")


class Known(NamedTuple):
    """What a finding is known by."""

    rule: str
    key: str
    fingerprint: str


class BaselineError(Exception):
    """Why a baseline cannot be read, in one line."""


class Baseline:
    """The known findings of one file: how often each, by the path below the folder of the baseline where it stood."""

    def __init__(self, counts: dict[tuple[str, Known], int] | None = None) -> None:
        self.counts = counts or {}

    def without(self, findings: Iterable[Finding], know: Callable[[Finding], Known]) -> list[Finding]:
        """The findings that are not known. Of several that are alike, as many are as were known."""
        left: Counter[Known] = Counter()
        for (_, known), count in self.counts.items():
            left[known] += count
        new = []
        for finding in findings:
            known = know(finding)
            if left[known] > 0:
                left[known] -= 1
            else:
                new.append(finding)
        return new

    def updated(self, findings: Iterable[tuple[str, Known]], is_gone: Callable[[str], bool]) -> Baseline:
        """The baseline with the findings of a run, each with its path, in place of those in files for which `is_gone`."""
        counts = {at: count for at, count in self.counts.items() if not is_gone(at[0])}
        for at in findings:
            counts[at] = counts.get(at, 0) + 1
        return Baseline(counts)

    def text(self) -> str:
        """The baseline as JSON: sorted, a line for each kind of finding."""
        lines = [
            json.dumps({"path": path, **known._asdict(), "count": count}, ensure_ascii=True)
            for (path, known), count in sorted(self.counts.items())
        ]
        inside = ",\n  ".join(lines)
        return (
            f'{{"version": {_VERSION}, "findings": [\n  {inside}\n]}}\n'
            if lines
            else '{"version": 1, "findings": []}\n'
        )


class Knowing:
    """Says what the findings of a report are known by."""

    def __init__(self, report: Report) -> None:
        self.sources = report.sources
        self.about_files = {rule.name for rule in report.rules if rule.about_file}
        self.entries: dict[str, list[Entry]] = {}

    def know(self, finding: Finding) -> Known:
        """What a finding is known by. One that speaks of its file marks another place when the first one is mended."""
        if finding.rule in self.about_files:
            return Known(finding.rule, "", "")
        marked = self.sources[finding.path].text[slice(*finding.span)]
        marked = _LAYOUT.sub("", marked).lower() if len(marked) <= _LONGEST_MARKED else ""
        value = _LAYOUT.sub("", self._value(finding)).lower()
        said = _ELSEWHERE.sub(r"\1", finding.message)
        about = "\n".join((finding.field, value, marked, said)).encode("utf-8", "surrogatepass")
        return Known(finding.rule, finding.key, blake2b(about, digest_size=8).hexdigest())

    def _value(self, finding: Finding) -> str:
        """The value in which a finding marks something, if it does so."""
        if finding.field:
            source = self.sources[finding.path]
            if finding.path not in self.entries:
                self.entries[finding.path] = list(parse(source).entries)
            entries = self.entries[finding.path]
            number = bisect_right(entries, finding.span.start, key=attrgetter("start")) - 1
            for field in entries[number].fields if number >= 0 else ():
                if field.value_start <= finding.span.start < field.value_end:
                    return source.text[field.value_start : field.value_end]
        return ""


def read_baseline(path: str) -> Baseline:
    """The baseline in a file. Raises BaselineError, and OSError as `open` does."""
    with open(path, encoding="utf-8") as file:
        try:
            return _read(json.load(file))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise BaselineError(f"{path}: this is no baseline that bibcheck has written") from None


def _read(document: dict[str, Any]) -> Baseline:
    if document["version"] != _VERSION:
        raise ValueError
    counts: dict[tuple[str, Known], int] = {}
    for record in document["findings"]:
        known = Known(str(record["rule"]), str(record["key"]), str(record["fingerprint"]))
        counts[str(record["path"]), known] = int(record["count"])
    return Baseline(counts)


def path_in(folder: str, path: str) -> str:
    """A path as a baseline in an absolute folder has it."""
    return os.path.relpath(os.path.realpath(path), os.path.realpath(folder)).replace(os.sep, "/")
