"""Holds `--since` against the difference of two full runs, over git histories that are made of real bibliographies.

    PYTHONPATH=. python tests/benchmarks/since.py FOLDER [--histories 50] [--seed 1] [--most 200000]

A history takes one to three .bib files below FOLDER and commits versions of them in which entries were added, taken out,
changed, moved (also to another file) and laid out anew. For each older version, `check --since` must report what a full run
reports now in an entry that has changed since, and what a full run did not report then. Prints where it does not.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from bibcheck.cli import main as bibcheck
from bibcheck.source import Source
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import Entry

VERSIONS = 3
CHECK = ("check", ".", "--select", "all", "--no-cache", "--jobs", "1", "--output-format", "jsonl", "--exit-zero")
# Messages that speak of a whole file, and mark the first of many places.
_OF_THE_FILE = re.compile(
    r"times in this file|lay this file out|entr(?:y is|ies are) BibTeX|\(it stands \d|knows the entry type .*: use another"
    r"|more links lead nowhere|more paths|in no file of the project|^byte 0x"
)
_OF_TWINS = re.compile(r"^(?:suspicious: )?`[^`]*` (?:has the DOI of|is the same work as|shares .* with) `")
_QUOTED = re.compile(r"`([^`]*)`")
_ELSEWHERE = re.compile(r"`[^`]*`|\d+|\b(?:once|twice|times|entry|entries)\b|\s+")
_TITLE = re.compile(r"\btitle\s*=(.*)", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{4,}")

Files = dict[str, list[str]]  # the blocks of each file
Finding = tuple[str, ...]


def blocks(path: Path) -> list[str]:
    """The text of a file in pieces: entries, and what stands between them."""
    source = Source.from_file(str(path))
    return [source.text[block.start : block.end] for block in parse(source).blocks]


class History:
    """Versions of some files, each made of the one before it by some of the changes that people make."""

    def __init__(self, paths: Sequence[Path], chance: random.Random) -> None:
        self.chance = chance
        self.out_of_sight: list[str] = []  # entries that come in later
        files = {f"{number}.bib": blocks(path) for number, path in enumerate(paths)}
        for name in files:
            for _ in range(VERSIONS):
                self.out_of_sight += self.take(files, name)
        self.versions = [files]
        for _ in range(VERSIONS):
            self.versions.append(self.next_version())

    def next_version(self) -> Files:
        files = {name: list(pieces) for name, pieces in self.versions[-1].items()}
        for _ in range(self.chance.randrange(1, 6)):
            change = self.chance.choice([self.add, self.remove, self.change, self.move, self.lay_out])
            change(files, self.chance.choice(list(files)))
        return files

    def entry(self, files: Files, name: str) -> int | None:
        """The place of some entry."""
        places = [number for number, text in enumerate(files[name]) if text.startswith("@") and "=" in text]
        return self.chance.choice(places) if places else None

    def take(self, files: Files, name: str) -> list[str]:
        place = self.entry(files, name)
        return [] if place is None else [files[name].pop(place)]

    def put(self, files: Files, name: str, entry: str) -> None:
        """Below another piece, on a line of its own."""
        place = self.chance.randrange(len(files[name]) + 1)
        files[name].insert(place, f"\n{entry}\n")

    def add(self, files: Files, name: str) -> None:
        if self.out_of_sight:
            self.put(files, name, self.out_of_sight.pop())

    def remove(self, files: Files, name: str) -> None:
        self.take(files, name)

    def change(self, files: Files, name: str) -> None:
        """Another word in some field."""
        if (place := self.entry(files, name)) is not None:
            head, comma, body = files[name][place].partition(",")
            words = list(_WORD.finditer(body))
            if words:
                word = self.chance.choice(words)
                body = body[: word.start()] + self.chance.choice(["changed", "Teh", "the the"]) + body[word.end() :]
            files[name][place] = head + comma + body

    def move(self, files: Files, name: str) -> None:
        for entry in self.take(files, name):
            self.put(files, self.chance.choice(list(files)), entry)

    def lay_out(self, files: Files, name: str) -> None:
        if (place := self.entry(files, name)) is not None:
            files[name][place] = files[name][place].replace("\n", "\n  ")


def write(folder: Path, files: Mapping[str, Sequence[str]]) -> None:
    (folder / "bibcheck.toml").write_text('include = ["*.bib"]\n', encoding="utf-8")  # all files are one project
    for name, pieces in files.items():
        (folder / name).write_bytes("".join(pieces).encode("utf-8", "surrogateescape"))


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def findings(folder: Path, *arguments: str) -> list[dict[str, str]]:
    """What a check of a folder reports."""
    before = os.getcwd()
    os.chdir(folder)
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            bibcheck([*CHECK, *arguments])
    finally:
        os.chdir(before)
    found = [json.loads(line) for line in out.getvalue().splitlines()]
    texts = {each["path"]: Source.from_file(str(folder / each["path"])).text for each in found}
    entries = {
        path: {entry.start: entry for entry in parse(Source(path, text)).entries} for path, text in texts.items()
    }
    for each in found:
        each["marked"] = texts[each["path"]][each["start"]["offset"] : each["end"]["offset"]]
        start = max((start for start in entries[each["path"]] if start <= each["start"]["offset"]), default=-1)
        if not each["key"] and start >= 0 and each["start"]["offset"] < entries[each["path"]][start].end:
            each["key"] = name(texts[each["path"]], entries[each["path"]][start])
    return found


def name(text: str, entry: Entry) -> str:
    """The key of an entry, or its title."""
    title = _TITLE.search(text, entry.start, entry.end)
    return entry.key or " ".join(re.sub(r'[{}",]', " ", title[1] if title else text[entry.start : entry.end]).split())


def identity(found: Mapping[str, str]) -> Finding:
    """What a finding marks and says, less its place and what other entries have."""
    if _OF_THE_FILE.search(found["message"]):
        return found["rule"], "", "", "", ""
    if _OF_TWINS.search(found["message"]):
        return found["rule"], *sorted(_QUOTED.findall(found["message"])[:2])
    said = _ELSEWHERE.sub("", found["message"])
    return found["rule"], found["key"], found["field"] or "", "".join(found["marked"].split())[:60], said


def contents(files: Mapping[str, Sequence[str]]) -> dict[str, dict[str, set[str]]]:
    """The entries of each file by key, as written but for blanks."""
    found: dict[str, dict[str, set[str]]] = {}
    for path, pieces in files.items():
        source = Source(path, "".join(pieces))
        entries = found.setdefault(path, {})
        for entry in parse(source).entries:
            entry_text = " ".join(source.text[entry.start : entry.end].split())
            entries.setdefault(name(source.text, entry), set()).add(entry_text)
    return found


def expected(
    old: Files, new: Files, before: Sequence[dict[str, str]], now: Sequence[dict[str, str]]
) -> Counter[Finding]:
    """The findings of a full run that are new, or stand in an entry that is not as it was."""
    known = {(key, text) for entries in contents(old).values() for key, texts in entries.items() for text in texts}
    changed = {
        (path, key)
        for path, entries in contents(new).items()
        for key, texts in entries.items()
        if key and not {(key, text) for text in texts} <= known
    }
    left = Counter(map(identity, before))
    wanted: Counter[Finding] = Counter()
    for found in now:
        is_old = left[identity(found)] > 0
        left[identity(found)] -= is_old
        speaks_of_file = _OF_THE_FILE.search(found["message"])
        if not is_old or (not speaks_of_file and (found["path"], found["key"]) in changed):
            wanted[identity(found)] += 1
    return wanted


class Comparison:
    """What `--since` reports (`agreed`), should not (`+`), and should and does not (`-`)."""

    def __init__(self) -> None:
        self.agreed = 0
        self.disagreements: list[
            tuple[str, int, Finding]
        ] = []  # the second is the number of versions that it goes back

    def add(self, back: int, found: Counter[Finding], wanted: Counter[Finding]) -> None:
        self.agreed += (found & wanted).total()
        self.disagreements += [("+", back, each) for each in (found - wanted).elements()]
        self.disagreements += [("-", back, each) for each in (wanted - found).elements()]


def compare(history: History, folder: Path) -> Comparison:
    """Commit the versions of a history in an empty folder, and hold `--since` against full runs."""
    comparison = Comparison()
    git(folder, "init", "-q")
    for files in history.versions:
        write(folder, files)
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "--allow-empty", "-m", "Edit")
    now = findings(folder)
    for back, old in enumerate(reversed(history.versions[:-1]), 1):
        with tempfile.TemporaryDirectory() as other:
            write(Path(other), old)
            before = findings(Path(other))
        wanted = expected(old, history.versions[-1], before, now)
        found = Counter(map(identity, findings(folder, "--since", f"HEAD~{back}")))
        comparison.add(back, found, wanted)
    return comparison


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--histories", type=int, default=50)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--most", type=int, default=200_000, help="the most bytes of a file")
    arguments = reader.parse_args()
    chance = random.Random(arguments.seed)
    paths = [path for path in sorted(arguments.folder.rglob("*.bib")) if path.stat().st_size <= arguments.most]
    agreed = wrong = 0
    for number in range(arguments.histories):
        chosen = chance.sample(paths, min(len(paths), chance.choice([1, 1, 2, 3])))
        with tempfile.TemporaryDirectory() as folder:
            comparison = compare(History(chosen, chance), Path(folder))
        agreed += comparison.agreed
        wrong += len(comparison.disagreements)
        for sign, back, found in comparison.disagreements:
            print(number, *(path.name for path in chosen), f"HEAD~{back}", sign, *found)
    print(f"{arguments.histories} histories of {VERSIONS} changes: {agreed} findings agree, {wrong} do not")


if __name__ == "__main__":
    main()
