"""Holds what is read in the documents of real projects against what LaTeX and BibTeX or biber wrote down about them.

    PYTHONPATH=. python tests/benchmarks/projects.py FOLDER

For each LaTeX document below FOLDER with a `\\documentclass`: the keys that it cites by our reading and by its `.aux` file, the
keys without an entry by our rules and by its `.blg` file, and each key that only one side has. Exits with 1 where the keys
that are cited differ, or a key is undefined for the program and not for us.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bibcheck.cli import main as bibcheck
from bibcheck.documents import load_project
from bibcheck.source import Source

RULES = "undefined-citation,miscased-citation,missing-bibliography"
CHECK = ("--isolated", "--no-cache", "--jobs", "1", "--select", RULES, "--output-format", "jsonl", "--exit-zero")
NO_ENTRY = re.compile(r"I didn't find a database entry for [\"']([^\"'\n]+)[\"']")


class Comparison(NamedTuple):
    """The keys of one document by both readings; None where the program left no file."""

    cited: set[str]
    aux: set[str] | None
    undefined: set[str]
    blg: set[str] | None
    remarks: tuple[str, ...]  # what keeps a bibliography out of sight, and keys that differ by case

    @property
    def agrees(self) -> bool:
        cited = self.aux is None or self.cited == self.aux
        return cited and (self.blg is None or not self.blg - self.undefined)


def mains(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.tex")):
        if "\\documentclass" in path.read_text(encoding="utf-8", errors="replace"):
            yield path


def keys(path: Path) -> set[str]:
    """What a document and its parts cite for sure."""
    documents = load_project(str(path), Source.from_file).documents
    return {each.key for document in documents for each in (*document.citations, *document.nocites) if each.sure}


def compare(main: Path) -> Comparison:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        bibcheck(["check", str(main), *CHECK])
    found = [json.loads(line) for line in out.getvalue().splitlines()]
    aux, blg = main.with_suffix(".aux"), main.with_suffix(".blg")
    return Comparison(
        keys(main),
        keys(aux) if aux.is_file() else None,
        {each["key"] for each in found if each["rule"] == "undefined-citation"},
        set(NO_ENTRY.findall(blg.read_text(encoding="utf-8", errors="replace"))) if blg.is_file() else None,
        tuple(each["message"] for each in found if each["rule"] != "undefined-citation"),
    )


def difference(what: str, ours: set[str], theirs: set[str] | None, file: str) -> Iterator[str]:
    if theirs is None:
        yield f"  {what}: {len(ours)}, no {file}"
        return
    yield f"  {what}: {len(ours)}, by {file} {len(theirs)}"
    yield from (f"    here alone: {key}" for key in sorted(ours - theirs))
    yield from (f"    in {file} alone: {key}" for key in sorted(theirs - ours))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=Path)
    folder = options.parse_args().folder
    agree = True
    for path in mains(folder):
        each = compare(path)
        agree = agree and each.agrees
        print(path.relative_to(folder), "" if each.agrees else "(differs)")
        print(*difference("cited", each.cited, each.aux, ".aux"), sep="\n")
        print(*difference("undefined", each.undefined, each.blg, ".blg"), sep="\n")
        print(*(f"    {remark}\n" for remark in each.remarks), sep="", end="")
    return 0 if agree else 1


if __name__ == "__main__":
    raise SystemExit(main())
