"""What holds of any file: see docs/promises.md."""

from __future__ import annotations

import io
import json
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Any

from bibcheck import formatter
from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.as_read import read_as_biber, read_as_bibtex
from bibcheck.bibliography.counting import count_entries
from bibcheck.defects import find_defects
from bibcheck.engine.linter import Linter
from bibcheck.engine.report import Report
from bibcheck.fixing.fixer import Fixed, fix_files
from bibcheck.formatter import format_text
from bibcheck.formatter.items import Splitter
from bibcheck.formatter.settings import FormatSettings
from bibcheck.reports import FORMATS, write_report
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source
from bibcheck.syntax import parse

Rules = tuple[type[Rule], ...]
RULES: Rules = tuple(map(load_rule, rule_categories()))
# All that say nothing against one another.
ALL: Rules = tuple(
    rule for rule in RULES if rule.name not in ("unformatted", "abbreviated-venue", "unabbreviated-venue")
)
DEFAULT: Rules = tuple(rule for rule in RULES if rule.level is not Level.OFF)
RUNNING = {rule: rule({}, Level.WARNING) for rule in RULES}
READERS: dict[str, Callable[[Source], dict[str, Any]]] = {"BibTeX": read_as_bibtex, "biber": read_as_biber}
LAYOUTS = (
    FormatSettings(),
    FormatSettings(
        indent=4,
        align=True,
        delimiters="quotes",
        numbers="bare",
        trailing_comma=False,
        wrap=80,
        sort=("key",),
        strings="top",
    ),
)
JSON = ("json", "gitlab", "sarif", "rdjson")
LONGEST = 2.0  # seconds of the processor, for files of some kilobytes


def broken_promises(data: bytes) -> Iterator[str]:
    """What does not hold of a file, in a line each. An exception is one too."""
    end = time.process_time()
    for promise in (_reads_back, _checks, _fixes_unsafely, _fixes_safely, _lays_out, _fixes_what_is_laid_out):
        start = end
        broken = []
        try:
            broken += promise(Source.from_bytes("a.bib", data))
        except Exception as error:
            broken.append(f"{promise.__name__}: {type(error).__name__}: {error}")
        end = time.process_time()
        if end - start > LONGEST:
            broken.append(f"{promise.__name__}: {end - start:.1f} s")
        yield from broken


def lint(source: Source, rules: Rules) -> Report:
    """What rules find in a file. Raises RuntimeError where one of them raises."""
    return _lint(source.text, source.encoding, source.bom, rules)


@lru_cache(maxsize=4)  # what is fixed is checked at once to see whether it is fixed again
def _lint(text: str, encoding: str, bom: bytes, rules: Rules) -> Report:
    source = Source("a.bib", text, encoding=encoding, bom=bom)
    linter = Linter([RUNNING[rule] for rule in rules], together=False)
    linter.add(source)
    report = linter.finish()
    for finding in report.findings:
        if "internal error" in finding.message:
            raise RuntimeError(finding.message)
    return report


def fix(source: Source, rules: Rules, *, unsafe: bool) -> Fixed:
    """The file with fixes made."""
    return _fix(source.text, source.encoding, source.bom, rules, unsafe)


@lru_cache(maxsize=2)
def _fix(text: str, encoding: str, bom: bytes, rules: Rules, unsafe: bool) -> Fixed:
    def wants(finding: Finding) -> bool:
        return finding.safety is Fix.SAFE or (unsafe and finding.safety is Fix.UNSAFE)

    source = Source("a.bib", text, encoding=encoding, bom=bom)
    return fix_files([source], lint(source, rules).findings, lambda sources: lint(sources[0], rules).findings, wants)


def lay_out(source: Source, settings: FormatSettings = LAYOUTS[0]) -> Source:
    """The file laid out."""
    return source.with_text(format_text(Bibliography(source), settings))


def _reads_back(source: Source) -> Iterator[str]:
    if Source.from_bytes("a.bib", source.encode(source.text)).text != source.text:
        yield "written and read again, it is another text"
    for read in READERS.values():
        json.dumps(read(source))
    count_entries(source)


def _checks(source: Source) -> Iterator[str]:
    report = lint(source, RULES)
    for finding in report.findings:
        spans = (finding.span, *(edit.span for edit in finding.edits), *(place.span for place in finding.related))
        if not all(0 <= span.start <= span.end <= len(source.text) for span in spans):
            yield f"{finding.rule}: a place outside of the file"
        edits = sorted(edit.span for edit in finding.edits)
        if any(after.start < before.end for before, after in pairwise(edits)):
            yield f"{finding.rule}: edits that overlap"
    # The pages of rules that found nothing are the same for each file.
    found = {finding.rule for finding in report.findings}
    report = report._replace(rules=tuple(rule for rule in report.rules if rule.name in found))
    for name in FORMATS:
        out = io.StringIO()
        write_report(name, report, out)
        yield from _misprints(name, out.getvalue(), len(report.findings))


def _misprints(name: str, text: str, findings: int) -> Iterator[str]:
    """What is wrong with a report: what steers a terminal in it, and what its readers would not take."""
    text.encode()
    if any(character in text for character in "\x00\x07\x1b\x7f\x9b\u202e\u2066"):
        yield f"{name}: a character that steers a terminal"
    if name in JSON:
        json.loads(text)
    elif name == "jsonl":
        list(map(json.loads, text.splitlines()))
    elif name == "junit":
        ElementTree.fromstring(text)
    elif name == "concise" and sum(line.startswith("a.bib:") for line in text.splitlines()) != findings:
        yield "concise: other than a line for each finding"


def _fixes_safely(source: Source) -> Iterator[str]:
    yield from _fixed(source, DEFAULT, unsafe=False)


def _fixes_unsafely(source: Source) -> Iterator[str]:
    yield from _fixed(source, ALL, unsafe=True)


def _fixed(source: Source, rules: Rules, *, unsafe: bool) -> Iterator[str]:
    done = fix(source, rules, unsafe=unsafe)
    yield from done.failures
    if not done.sources:
        return
    fixed = done.sources["a.bib"]
    again = fix(fixed, rules, unsafe=unsafe)
    if again.sources:
        named = sorted({finding.rule for each in again.passes["a.bib"] for finding in each.findings})
        yield f"fixed twice, it is another text: {', '.join(named)}"
    for dialect in ("bibtex", "biblatex"):
        lost = _sound_keys(source, dialect) - {entry.key.lower() for entry in parse(fixed, dialect).entries}
        if lost and not unsafe:
            yield f"a fix loses entries of {dialect}: {sorted(lost)}"


def _sound_keys(source: Source, dialect: str) -> set[str]:
    """The keys that a program reads, but for what it takes for entries while it looks for the next one after an error."""
    tree = parse(source, dialect)
    defects = find_defects(tree)
    return {
        entry.key.lower()
        for entry in tree.entries
        if not entry.fault and not any(defect.at <= entry.start < defect.reach for defect in defects)
    }


def _lays_out(source: Source) -> Iterator[str]:
    for number, settings in enumerate(LAYOUTS):
        laid_out = lay_out(source, settings)
        if lay_out(Source.from_bytes("a.bib", laid_out.encode(laid_out.text)), settings).text != laid_out.text:
            yield f"laid out twice, it is another text: layout {number}"
        for program, read in READERS.items():
            if _content(read(source)) != _content(read(laid_out)):
                yield f"laid out, {program} reads something else: layout {number}"


def _content(reading: dict[str, Any]) -> tuple[Any, ...]:
    """The entries of a reading and the fields in them, white space folded."""
    entries = Counter(
        (
            entry["type"],
            entry["key"],
            tuple(sorted((name, " ".join(str(value).split())) for name, value in entry["fields"].items())),
        )
        for entry in reading["entries"]
    )
    return entries, {name: " ".join(text.split()) for name, text in reading["macros"].items()}


def _fixes_what_is_laid_out(source: Source) -> Iterator[str]:
    """Whichever comes first, both ways end in one text; what is fixed stays laid out, but for what could not be laid out."""
    laid_out = lay_out(source)
    done = fix(laid_out, DEFAULT, unsafe=False)
    fixed = done.sources.get("a.bib", laid_out)
    again = lay_out(fixed)
    at_once = fix(source, DEFAULT, unsafe=False)
    fixed_first = at_once.sources.get("a.bib", source)
    # A slip may stand in the way of a fix in one layout and not in the other: then a note says which fix waits. And once a
    # name is mended, a file may be another program's, which cannot read all of it.
    is_comparable = (
        not (done.notes or at_once.notes) and Bibliography(source).dialect == Bibliography(fixed_first).dialect
    )
    # What stands between and inside values may be laid out otherwise, where a slip stood in the way.
    if is_comparable and "".join(again.text.split()) != "".join(lay_out(fixed_first).text.split()):
        yield "fixed and laid out, it is another text than laid out, fixed and laid out"
    rules = {finding.rule for each in done.passes.get("a.bib", ()) for finding in each.findings}
    # Values with a `%` and text with a byte order mark keep their layout until they are mended.
    if rules & {"unescaped-character", "invisible-character"} or again.text == fixed.text:
        return
    if _left_alone(laid_out) == _left_alone(fixed):
        yield "fixed after it was laid out, it is to be laid out again"


def _left_alone(source: Source) -> list[str]:
    """The parts of a file that are laid out which could not be, as no program reads them as they were meant."""
    bib = Bibliography(source)
    if "".join(part.text for part in formatter.lay_out(bib, LAYOUTS[0])) != source.text:
        return [source.text]
    items = Splitter(bib).split()
    return [source.text[item.start : item.end] for item in items if item.kind == "opaque"] if items else [source.text]
