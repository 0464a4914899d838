"""Times what a thesis costs: a main document and forty chapters, a megabyte of LaTeX with some 1,500 citations.

    PYTHONPATH=. python tests/benchmarks/documents.py [--rounds N] [MAIN.tex ...]

Prints the CPU time, the best of several rounds, of
- reading the thesis, from memory, and the documents that are named, from the disk;
- a check of its bibliography in this process, with the document and without: reading, finding the parts, the rules;
- the same in new processes, for the thesis and for a document of one line: what is loaded for documents.
Figures are printed, never asserted: machines differ.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import io
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from bibcheck.cli import main as bibcheck
from bibcheck.documents import Project, load_project
from bibcheck.source import Source

CHAPTERS = 40
SIZE = 1_000_000
ENTRIES = 500
CITING = 6  # of a hundred commands
WORDS = "the of results method which shows however a model data we in approach section between that estimate".split()
CITATIONS = (
    r"\cite{%s}",
    r"\citep[see][p.~3]{%s, %s}",
    r"\textcite{%s}",
    r"\parencites{%s}[12]{%s}",
    r"\cite{%s,%s,%s}",
)
PIECES = (
    r"\emph{term}", r"$x_{i} = \alpha + \beta$", r"\ref{sec:a}", r"\textbf{bold}", "% a comment with \\cite{none}\n",
    r"Table~\ref{tab}", r"50\,\% of", r"\item", r"\footnote{A note.}",
)  # fmt: skip
LISTING = "\\begin{lstlisting}\nfor x in range(10): print('\\cite{none}')  # %\n\\end{lstlisting}\n"
ENTRY = """\
@article{%s,
  author  = {Doe, Jane and Smith, John},
  title   = {A Study of Things, Number %d},
  journal = {Journal of Things},
  year    = {%d},
  volume  = {%d},
  pages   = {1--%d},
}

"""
CHECK = ("check", "refs.bib", "--isolated", "--no-cache", "--jobs", "1", "--output-format", "concise", "--exit-zero")
WITH_DOCUMENT = (*CHECK, "--document")


def thesis() -> dict[str, str]:
    """The files of a thesis, always the same: about one command in eight words, one citation in seven hundred bytes."""
    chance = random.Random(1)
    keys = [f"{chance.choice(WORDS)}{1950 + number % 70}{chance.choice(WORDS)}{number}" for number in range(ENTRIES)]
    files = {f"chapters/{number}.tex": chapter(chance, keys) for number in range(CHAPTERS)}
    packages = "".join(f"\\usepackage[a=b]{{package{number}}}\n" for number in range(30))
    inputs = "".join(f"\\include{{chapters/{number}}}\n" for number in range(CHAPTERS))
    files["main.tex"] = (
        f"\\documentclass{{book}}\n{packages}\\begin{{document}}\n{inputs}\\bibliographystyle{{plain}}\n"
        "\\bibliography{refs}\n\\end{document}\n"
    )
    files["short.tex"] = (
        f"\\documentclass{{book}}\\begin{{document}}\\cite{{{keys[0]}}}\\bibliographystyle{{plain}}\\bibliography{{refs}}"
        "\\end{document}\n"
    )
    files["refs.bib"] = "".join(
        ENTRY % (key, number, 1950 + number % 70, number + 1, number + 9) for number, key in enumerate(keys)
    )
    return files


def chapter(chance: random.Random, keys: list[str]) -> str:
    lines = ["\\chapter{Title}"]
    length = 0
    while length < SIZE // CHAPTERS:
        words = [chance.choice(WORDS) for _ in range(80)]
        for _ in range(10):
            piece = chance.choice(PIECES)
            if chance.randrange(100) < CITING:
                piece = chance.choice(CITATIONS)
                piece %= tuple(chance.choice(keys) for _ in range(piece.count("%s")))
            words.insert(chance.randrange(80), piece)
        lines.append(" ".join(words) + "\n")
        if chance.random() < 0.05:
            lines.append(LISTING)
        length += len(lines[-1])
    return "\n".join(lines)


def best(rounds: int, work: Callable[[], Project]) -> tuple[float, Project]:
    """The least time in seconds, and what came of it."""
    shortest = 1e9
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        project = work()
        shortest = min(shortest, time.process_time() - start)
    return shortest, project


def say(name: str, seconds: float, project: Project, characters: int) -> None:
    citations = sum(len(document.citations) for document in project.documents)
    print(
        f"{name}: {seconds * 1000:.1f} ms for {len(project.documents)} documents, {characters:,} characters, "
        f"{citations} citations"
    )


@contextlib.contextmanager
def written(files: dict[str, str]) -> Iterator[None]:
    """The files in a new folder, which is the current one."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)


def here(*arguments: str) -> float:
    """The CPU seconds of a check in this process."""
    gc.collect()
    start = time.process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        bibcheck(list(arguments))
    return time.process_time() - start


def apart(*arguments: str) -> float:
    """The CPU seconds of a check in a process of its own, which finds the package compiled as an installed one is."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": os.path.abspath("compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = getrusage(RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "bibcheck", *arguments], env=environment, stdout=subprocess.DEVNULL, check=True
    )
    end = getrusage(RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


def compare(name: str, rounds: int, check: Callable[..., float], document: str) -> None:
    """Print what a document costs a check: turn about, for other programs run beside."""
    turns = [(check(*CHECK), check(*WITH_DOCUMENT, document)) for _ in range(rounds)]
    without, beside = (min(column) * 1000 for column in zip(*turns, strict=True))
    print(f"{name}: {without:.1f} ms without, {beside:.1f} ms with {document}: {beside - without:.1f} ms more")


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--rounds", type=int, default=10)
    reader.add_argument("documents", nargs="*")
    arguments = reader.parse_args()
    files = thesis()

    def read(path: str) -> Source:
        if path not in files:
            raise FileNotFoundError(path)
        return Source(path, files[path])

    seconds, project = best(arguments.rounds, lambda: load_project("main.tex", read))
    say("read a thesis", seconds, project, sum(len(read(document.path).text) for document in project.documents))
    for path in arguments.documents:
        seconds, project = best(arguments.rounds, lambda path=path: load_project(path, Source.from_file))  # type: ignore[misc]
        characters = sum(len(Source.from_file(document.path).text) for document in project.documents)
        say(f"read {path}", seconds, project, characters)
    with written(files):
        compare("check in one process", arguments.rounds, here, "main.tex")
        compare("check in a new process", arguments.rounds, apart, "short.tex")
        compare("check in a new process", arguments.rounds, apart, "main.tex")


if __name__ == "__main__":
    main()
