"""Says how much the default rules see of what an editor marked in whole files.

    python tests/benchmarks/recall.py FOLDER ... [--missed] [--unmarked] > tests/benchmarks/recall.md

The marks stand in marked/*.tsv, made by reading the files, not what bibcheck says of them: the file (the end of its
path, looked for in the folders), the entry, the field (empty: the entry), what is wrong, and the default rule whose
manual page claims to see such a thing (empty: none does). A mark is seen if that rule speaks of the entry; without a
rule, if any speaks of the field.
`--missed` lists the marks that nothing speaks of, `--unmarked` the findings in entries and fields without a mark.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from draw import check

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding
from bibcheck.source import Source

MARKED = Path(__file__).with_name("marked")


class Mark(NamedTuple):
    """One thing that an editor would change."""

    file: str
    entry: str
    field: str
    wrong: str
    rule: str


class Place(NamedTuple):
    """Where a finding speaks or changes something."""

    entry: str
    field: str
    rule: str


def read_marks() -> list[Mark]:
    """The marks of all files."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(MARKED.glob("*.tsv"))]
    return [Mark(*line.split("\t")) for text in texts for line in text.splitlines()[1:]]


def places(findings: list[Finding], source: Source) -> Iterator[tuple[Place, Finding]]:
    """The entries and fields that findings are about."""
    entries = Bibliography(source).entries
    starts = [entry.start for entry in entries]
    for finding in findings:
        for span in (finding.span, *(edit.span for edit in finding.edits)):
            number = bisect_right(starts, span.start) - 1
            if number < 0:
                continue
            entry = entries[number]
            inside = [field.name for field in entry.fields if field.start <= span.start < field.end]
            yield Place(entry.key, inside[0] if inside else "", finding.rule), finding


def is_seen(mark: Mark, found: set[Place]) -> bool:
    """Whether a finding speaks of what was marked."""
    return any(
        place.entry == mark.entry and (place.rule == mark.rule if mark.rule else place.field == mark.field)
        for place in found
    )


def main() -> None:
    """Print the figures, or what is behind them."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("folders", nargs="+", type=Path)
    reader.add_argument("--missed", action="store_true")
    reader.add_argument("--unmarked", action="store_true")
    arguments = reader.parse_args()
    marks = read_marks()
    paths = {file: find(file, arguments.folders) for file in dict.fromkeys(mark.file for mark in marks)}
    findings, sources = check(sorted(set(paths.values())))
    entries = seen = claimed = claimed_seen = 0
    for file, path in paths.items():
        source = sources[str(path)]
        entries += len(Bibliography(source).entries)
        located = list(places([finding for finding in findings if finding.path == str(path)], source))
        found = {place for place, _ in located}
        own = [mark for mark in marks if mark.file == file]
        for mark in own:
            hit = is_seen(mark, found)
            seen += hit
            claimed += bool(mark.rule)
            claimed_seen += hit and bool(mark.rule)
            if arguments.missed and not hit:
                print(*mark, sep="\t")
        if arguments.unmarked:
            known = {(mark.entry, mark.rule) for mark in own} | {(mark.entry, mark.field) for mark in own}
            for place, finding in located:
                if not known & {(place.entry, place.rule), (place.entry, place.field)}:
                    print(file, *place, finding.message, sep="\t")
    if not arguments.missed and not arguments.unmarked:
        print(report(len(paths), entries, len(marks), seen, claimed, claimed_seen))


def find(file: str, folders: list[Path]) -> Path:
    """The file whose path ends so."""
    found = [path for folder in folders for path in folder.rglob(Path(file).name) if str(path).endswith(file)]
    if not found:
        raise SystemExit(f"{file}: not in these folders")
    return found[0]


def report(files: int, entries: int, marks: int, seen: int, claimed: int, claimed_seen: int) -> str:
    """The figures as a section of docs/evidence.md."""
    return f"""
## What they miss

In {files} files with {entries} entries a session of a language model that had not written the rules marked what an editor would
change ({marks} marks, in `tests/benchmarks/marked`), by reading the files alone. Whether a rule claims to see such a thing
was told from its manual page afterwards. `tests/benchmarks/recall.py` compares the marks with what the default rules report.

| marks | number | seen |
| --- | --: | --: |
| all | {marks} | {seen} ({seen * 100 // marks} of 100) |
| of what a default rule claims to see | {claimed} | {claimed_seen} ({claimed_seen * 100 // claimed} of 100) |
| of what none claims (misspellings, names without braces, missing pages) | {marks - claimed} | {seen - claimed_seen} |"""


if __name__ == "__main__":
    main()
