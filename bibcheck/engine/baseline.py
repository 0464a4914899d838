"""Findings that are known: kept in a file by what they say of an entry, whatever is edited elsewhere.

A finding is known again by its rule, the cite key of its entry (or its title, where it has no key) and a fingerprint of the
value that it marks, without blanks, braces and quotation marks. Neither its place nor its file counts, so that entries may
move, and files be laid out or renamed.
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

from bibcheck.knowledge.datamodel import is_known_field
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
# Of a message counts what is said and of which fields, not how often, nor where: that may change with other entries.
_ELSEWHERE = re.compile(r"`([^`]*)`|\d+|\b(?:once|twice|times|entry|entries)\b|\s+")


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
        self.entries: dict[str, list[Entry]] = {}

    def know(self, finding: Finding) -> Known:
        """What a finding is known by. One that stands for many places marks another when the first of them moves."""
        if finding.stands_for:
            return Known(finding.rule, "", _digest(finding.stands_for))
        if finding.twin and finding.key:
            first, second = sorted((finding.key, finding.twin))
            return Known(finding.rule, first, _digest(f"{second}\n{_ELSEWHERE.sub('', finding.message)}"))
        entry = None if finding.key and not finding.field else self._entry(finding)
        marked = self.sources[finding.path].text[slice(*finding.span)]
        marked = _LAYOUT.sub("", marked).lower() if len(marked) <= _LONGEST_MARKED else ""
        value = _LAYOUT.sub("", _value(finding, entry)).lower()
        said = _ELSEWHERE.sub(_if_field, finding.message)
        key = finding.key or (known_by(entry, self.sources[finding.path].text) if entry else "")
        return Known(finding.rule, key, _digest("\n".join((finding.field, value, marked, said))))

    def _entry(self, finding: Finding) -> Entry | None:
        """The entry in which a finding stands."""
        if finding.path not in self.entries:
            self.entries[finding.path] = list(parse(self.sources[finding.path]).entries)
        entries = self.entries[finding.path]
        number = bisect_right(entries, finding.span.start, key=attrgetter("start")) - 1
        return entries[number] if number >= 0 and finding.span.start < entries[number].end else None


def known_by(entry: Entry, text: str) -> str:
    """The key of an entry. One without a key is known by its title in quotation marks, or else by all that it says."""
    if entry.key:
        return entry.key
    title = entry.field("title")
    said = (title.value if title else "") or text[entry.start : entry.end]
    return f'"{_LAYOUT.sub(" ", said).strip()[:_LONGEST_MARKED]}"'


def _value(finding: Finding, entry: Entry | None) -> str:
    """The value in which a finding marks something, if it does so."""
    for field in entry.fields if entry and finding.field else ():
        if field.value_start <= finding.span.start < field.value_end:
            return field.source_text[field.value_start : field.value_end]
    return ""


def _if_field(word: re.Match[str]) -> str:
    return word[0] if word[1] and is_known_field(word[1]) else ""


def _digest(about: str) -> str:
    return blake2b(about.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


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
