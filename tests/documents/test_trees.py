"""Projects of many documents, mutated: loading never raises, finds all that can be reached, and takes linear time."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bibcheck.documents import Project, load_project
from bibcheck.source import Source
from tests.documents.test_robustness import NOISE
from tests.documents.trees import LANGUAGES, run_one


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 1_000_000_000))
def test_trees_of_documents(seed: int) -> None:
    run_one(seed, NOISE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_trees_of_each_language(language: str) -> None:
    chance = random.Random(language)
    for _ in range(8):
        run_one(chance.randrange(1_000_000), NOISE, language)


def of_tex(texts: dict[int, str]) -> dict[str, str]:
    return {f"{number}.tex": text for number, text in texts.items()}


# Shapes of projects with a given number of documents.
SHAPES: dict[str, Callable[[int], dict[str, str]]] = {
    "wide": lambda n: of_tex(
        {0: "".join(f"\\input{{{k}}}\n" for k in range(1, n)), **dict.fromkeys(range(1, n), r"\cite{a}")}
    ),
    "deep": lambda n: of_tex({k: rf"\input{{{k + 1}}}\cite{{a}}" for k in range(n)}),
    "deep, each by its folder": lambda n: of_tex({k: rf"\subimport{{./}}{{{k + 1}}}\cite{{a}}" for k in range(n)}),
    "one of many commands in each": lambda n: of_tex(
        {k: rf"\newcommand{{\c{'x' * (k % 9)}{chr(97 + k % 26)}}}[1]{{\cite{{#1}}}}\input{{{k + 1}}}" for k in range(n)}
    ),
    "missing": lambda n: of_tex({0: "".join(f"\\input{{gone{k}}}\n" for k in range(n))}),
    "missing again and again": lambda n: of_tex({0: "\\input{gone}\n" * n}),
    "back to the first": lambda n: of_tex({k: rf"\input{{0}}\input{{{k + 1}}}" for k in range(n)}),
    "back to the one before": lambda n: of_tex({k: rf"\input{{{max(k - 1, 0)}}}\input{{{k + 1}}}" for k in range(n)}),
    "in one circle": lambda n: of_tex({k: rf"\input{{{(k + 1) % n}}}" for k in range(n)}),
    "once more and once more": lambda n: of_tex({0: "\\input{1}\n" * n, 1: r"\cite{a}"}),
    "bibliographies that are not there": lambda n: of_tex(
        {k: rf"\bibliography{{gone{k}}}\input{{{k + 1}}}" for k in range(n)}
    ),
    "packages": lambda n: (
        {"0.tex": "".join(f"\\usepackage{{p{k}}}\n" for k in range(n))}
        | {f"p{k}.sty": r"\newcommand{\x}[1]{\cite{#1}}" for k in range(n)}
    ),
    "auxiliary files": lambda n: (
        {"0.aux": "".join(f"\\@input{{{k}.aux}}\n" for k in range(1, n))}
        | {f"{k}.aux": r"\citation{a}" for k in range(1, n)}
    ),
    "chapters": lambda n: (
        {
            "0.qmd": "@a",
            "_quarto.yml": "book:\n  chapters:\n" + "".join(f"    - {k}.qmd\n" for k in range(n)),
        }
        | {f"{k}.qmd": f"@a [](#sec-{k}) {{#sec-{k}}}" for k in range(1, n)}
    ),
    "Typst": lambda n: {f"{k}.typ": f'#include "{k + 1}.typ"\n@a <l{k}> @l{k}' for k in range(n)},
    "toctree": lambda n: (
        {"0.rst": ".. toctree::\n\n" + "".join(f"   {k}\n" for k in range(1, n))}
        | {f"{k}.rst": ":cite:`a`" for k in range(1, n)}
    ),
}
SIZE = 400


def load(files: dict[str, str]) -> Project:
    def read(path: str) -> Source:
        if path not in files:
            raise FileNotFoundError(2, "No such file or directory", path)
        return Source(path, files[path])

    return load_project(next(iter(files)), read, exists=files.__contains__)


def seconds(files: dict[str, str]) -> float:
    start = time.process_time()
    load(files)
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_time_is_linear_in_the_documents(shape: str) -> None:
    few, many = SHAPES[shape](SIZE), SHAPES[shape](SIZE * 4)
    ratios = []
    for _ in range(4):  # a machine that is busy elsewhere looks slow: only a ratio that stays is one
        ratios.append(seconds(many) / max(seconds(few), 0.001))
        if ratios[-1] < 8:
            return
    raise AssertionError(ratios)


@pytest.mark.parametrize(
    ("shape", "documents", "problems"),
    [
        ("wide", 3_000, 0),
        ("deep", 3_000, 1),
        ("missing", 1, 3_000),
        ("missing again and again", 1, 3_000),
        ("back to the first", 3_000, 3_001),
        ("back to the one before", 3_000, 3_001),
        ("in one circle", 3_000, 1),
        ("once more and once more", 2, 0),
        ("auxiliary files", 3_000, 0),
        ("Typst", 3_000, 1),
        ("toctree", 3_000, 0),
    ],
)
def test_thousands_of_documents(shape: str, documents: int, problems: int) -> None:
    project = load(SHAPES[shape](3_000))
    assert (len(project.documents), len(project.problems)) == (documents, problems)
    assert all("\n" not in problem.message and len(problem.message) < 200 for problem in project.problems)
    assert len({(problem.path, problem.span) for problem in project.problems}) == problems
