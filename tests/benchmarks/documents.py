"""Times reading what a thesis cites: a main document and forty chapters, a megabyte of LaTeX.

    PYTHONPATH=. python tests/benchmarks/documents.py [--rounds N] [MAIN.tex ...]

Prints the best of several rounds, for the thesis that it makes (from memory, so without the disk) and for the documents named
(from the disk). Figures are printed, never asserted: machines differ.
"""

from __future__ import annotations

import argparse
import gc
import random
import time
from collections.abc import Callable

from bibcheck.documents import Project, load_project
from bibcheck.source import Source

CHAPTERS = 40
SIZE = 1_000_000
WORDS = "the of results method which shows however a model data we in approach section between that estimate".split()
PIECES = (
    r"\emph{term}", r"$x_{i} = \alpha + \beta$", r"\cite{key%d}", r"\citep[see][p.~3]{key%d, key%d}", r"\ref{sec:a}",
    r"\textbf{bold}", "%% a comment with \\cite{none}\n", r"Table~\ref{tab}", r"50\,\%% of", r"\item", r"\footnote{A note.}",
)  # fmt: skip
LISTING = "\\begin{lstlisting}\nfor x in range(10): print('\\cite{none}')  # %\n\\end{lstlisting}\n"


def thesis() -> dict[str, str]:
    """The files of a thesis, always the same: about one command in eight words, one citation in sixty."""
    chance = random.Random(1)
    files = {f"chapters/{number}.tex": chapter(chance) for number in range(CHAPTERS)}
    packages = "".join(f"\\usepackage[a=b]{{package{number}}}\n" for number in range(30))
    inputs = "".join(f"\\include{{chapters/{number}}}\n" for number in range(CHAPTERS))
    files["main.tex"] = (
        f"\\documentclass{{book}}\n{packages}\\begin{{document}}\n{inputs}\\bibliographystyle{{plain}}\n"
        "\\bibliography{refs}\n\\end{document}\n"
    )
    files["refs.bib"] = ""
    return files


def chapter(chance: random.Random) -> str:
    lines = ["\\chapter{Title}"]
    length = 0
    while length < SIZE // CHAPTERS:
        words = [chance.choice(WORDS) for _ in range(80)]
        for _ in range(10):
            piece = chance.choice(PIECES)
            words.insert(chance.randrange(80), piece % tuple(chance.randrange(500) for _ in range(piece.count("%d"))))
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
    say("a thesis", seconds, project, sum(map(len, files.values())))
    for path in arguments.documents:
        seconds, project = best(arguments.rounds, lambda path=path: load_project(path, Source.from_file))  # type: ignore[misc]
        characters = sum(len(Source.from_file(document.path).text) for document in project.documents)
        say(path, seconds, project, characters)


if __name__ == "__main__":
    main()
