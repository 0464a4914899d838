"""What a safe fix leaves of a file's reading, as the real programs have it: all but the fields that its finding names."""

from __future__ import annotations

import re
import shutil
from bisect import bisect_left, bisect_right
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.engine.linter import Linter
from bibcheck.fixing.fixer import Fixed, Pass, fix_files
from bibcheck.rule import Finding, Fix, Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Edit, Source
from bibcheck.syntax import parse
from bibcheck.syntax.tree import Entry, Field, String
from tests.oracle.inputs import corpus_files, data_files
from tests.oracle.real_bibtex import read_with_bibtex
from tests.oracle.real_btparse import read_with_btparse
from tests.oracle.test_against_btparse import FATAL, is_installed

pytestmark = pytest.mark.tex
Named = set[tuple[str, str]]  # cite keys and fields that fixes speak of; `*` is all there is
Reading = dict[str, dict[str, str | None]]  # of each key its fields, and its type as the field `@`

RULES = [load_rule(name) for name in rule_categories()]
_NAME = re.compile(r"([A-Za-z][\w:+-]*)\s*=")


def fix(source: Source) -> Fixed:
    """The file with all safe fixes of all rules made."""

    def check(sources: list[Source]) -> list[Finding]:
        linter = Linter(
            [rule({}, Level.WARNING if rule.level is Level.OFF else rule.level) for rule in RULES], together=False
        )
        for each in sources:
            linter.add(each)
        return linter.finish().findings

    return fix_files([source], check([source]), check, lambda finding: finding.safety is Fix.SAFE)


def named(passes: list[Pass], dialect: str) -> Named:
    """What the fixes speak of."""
    found: Named = set()
    for source, findings in passes:
        entries = list(parse(source, dialect).entries)
        for finding in findings:
            # Layout speaks of no field: programs read the same.
            for edit in finding.edits if finding.category != "layout" else ():
                found |= _named_by(entries, source.text, edit)
        if any(finding.category in ("syntax", "links", "duplicates") for finding in findings):
            found |= _named_by_repairs(source, dialect, findings)
    return found


def _named_by(entries: list[Entry], text: str, edit: Edit) -> Named:
    start, end = edit.span
    found: Named = set()
    first = bisect_left(entries, start, key=attrgetter("end"))
    for block in entries[first : bisect_right(entries, end, key=attrgetter("start"))]:
        key = block.key.lower()
        if start < block.key_span.end and end > block.type_span.start:
            found.add((key, "*" if end > block.key_span.start else "@"))
        found |= {(key, field.name) for field in block.fields if _is_touched(field, start, end)}
        found |= {(key, name.lower()) for name in _NAME.findall(edit.text)}
        for at, end_of_name in (field.name_span for field in block.fields):
            if at <= start <= end_of_name:
                name = _NAME.match(text[at:start] + edit.text + text[end : end + 100])
                found.add((key, name[1].lower() if name else ""))
    return found


def _is_touched(field: Field, start: int, end: int) -> bool:
    """Whether an edit changes a field: what is put in right behind it does not."""
    name, value = field.name_span, field.value_span
    return start < value.end and end > name.start


def _named_by_repairs(source: Source, dialect: str, findings: list[Finding]) -> Named:
    """What repairs of broken commands bring to light: entries with defects, and what follows unread."""
    bib = Bibliography(source, dialect)
    found: Named = {("", "*")}  # entries may come to light
    for defect in bib.defects:
        if isinstance(defect.command, Entry):
            found.add((defect.command.key.lower(), "*"))
        found |= {(entry.key.lower(), "*") for entry in bib.entries if defect.at <= entry.start < defect.reach}
    touched = {edit.span for finding in findings for edit in finding.edits}
    strings = [block for block in bib.tree.blocks if isinstance(block, String)]
    if any(block.start <= span.start < block.end for block in strings for span in touched):
        # A macro that is defined earlier is one wherever it is used.
        macros = (field for entry in bib.entries for field in entry.fields if not field.is_literal)
        found |= {(field.entry.key.lower(), field.name) for field in macros if field.entry}
    return found


def differences(before: Reading, after: Reading, spoken_of: Named) -> list[str]:
    """What reads otherwise though no fix speaks of it."""
    found = []
    for key, fields in before.items():
        if (key, "*") in spoken_of:
            continue
        others = after.get(key)
        if others is None:
            found.append(f"{key} is lost")
            continue
        for name in sorted(fields.keys() | others.keys()):
            if fields.get(name) != others.get(name) and (key, name) not in spoken_of:
                found.append(f"{key}, {name}: {fields.get(name)!r} became {others.get(name)!r}")
    if not any(name == "*" for _, name in spoken_of):
        found += [f"{key} is new" for key in after if key not in before]
    return found


def reading_of_bibtex(read: dict[str, Any]) -> Reading:
    """What bibtex, or bibcheck in its place, reads."""
    return {
        entry["key"].lower(): {"@": entry["type"], **entry.get("own_fields", entry["fields"])}
        for entry in read["entries"]
    }


def reading_of_btparse(read: list[dict[str, Any]]) -> Reading:
    """What Text::BibTeX reads."""
    found: Reading = {}
    for command in read:
        if command["metatype"] == "entry" and command["key"] is not None:
            fields = dict(command.get("fields", ()))
            found.setdefault(command["key"].lower(), {"@": command["type"], **fields})
    return found


def judge(name: str, data: bytes) -> None:
    source = Source.from_bytes(name, data)
    done = fix(source)
    assert done.failures == []
    after = done.sources.get(name, source)
    fixed = after.encode(after.text)
    passes = done.passes.get(name, [])
    if not passes:
        assert fixed == data
        return
    if shutil.which("bibtex"):
        before = reading_of_bibtex(read_with_bibtex(data))
        found = differences(before, reading_of_bibtex(read_with_bibtex(fixed)), named(passes, "bibtex"))
        assert found == []
    if is_installed() and name not in FATAL:
        old, new = read_with_btparse([data, fixed])
        if old is not None and new is not None:
            assert differences(reading_of_btparse(old), reading_of_btparse(new), named(passes, "biblatex")) == []


@pytest.mark.skipif(not shutil.which("bibtex"), reason="needs bibtex")
@pytest.mark.parametrize(("name", "data"), data_files().items())
def test_data_files(name: str, data: bytes) -> None:
    judge(name, data)


@pytest.mark.skipif(not corpus_files(), reason="BIBCHECK_CORPUS names no folder")
@pytest.mark.parametrize(("name", "path"), corpus_files().items())
def test_corpus(name: str, path: Path) -> None:
    judge(name, path.read_bytes())
