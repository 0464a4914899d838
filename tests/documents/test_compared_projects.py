"""Small projects in the shapes of real ones: cited and undefined keys are those that LaTeX and BibTeX wrote down."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.projects import Comparison, compare

ENTRY = "@article{%s, author = {Ann Lee}, title = {Title}, journal = {Journal}, year = {2001}}\n"
BLG = "This is BibTeX, Version 0.99d\nThe top-level auxiliary file: main.aux\n"
NO_ENTRY = 'Warning--I didn\'t find a database entry for "%s"\n'
BIBER = "[1] Utils.pm:410> WARN - I didn't find a database entry for '%s' (section 0)\n"

PROJECTS = {
    "chapters, each with an aux file of its own": (
        {
            "main.tex": "\\documentclass{book}\\include{one}\\input{two}\\bibliographystyle{plain}\\bibliography{refs}",
            "one.tex": "\\cite{a}",
            "two.tex": "\\cite[p.~3]{b,%\n c}% \\cite{no}",
            "refs.bib": ENTRY % "a" + ENTRY % "b" + ENTRY % "c",
            "main.aux": "\\relax\n\\@input{one.aux}\n\\citation{b,c}\n\\bibstyle{plain}\n\\bibdata{refs}\n",
            "one.aux": "\\relax\n\\citation{a}\n",
            "main.blg": BLG,
        },
        "a b c",
        "",
        0,
    ),
    "a semicolon for a comma makes one key": (
        {
            "main.tex": "\\documentclass{article}\\cite{a; b}\\cite{a}\\bibliography{refs}",
            "refs.bib": ENTRY % "a" + ENTRY % "b",
            "main.aux": "\\citation{a; b}\n\\citation{a}\n\\bibdata{refs}\n",
            "main.blg": BLG + NO_ENTRY % "a; b",
        },
        "a; b|a",
        "a; b",
        0,
    ),
    "BibTeX takes a key in another letter case, and is silent": (
        {
            "main.tex": "\\documentclass{aastex63}\\citep{KAGRA}\\bibliography{refs}",
            "refs.bib": ENTRY % "kagra",
            "main.aux": "\\citation{KAGRA}\n\\bibdata{refs}\n",
            "main.blg": BLG,
        },
        "KAGRA",
        "",
        1,
    ),
    "a bibliography on another machine: nothing is called undefined": (
        {
            "main.tex": "\\documentclass{article}\\cite{a}\\bibliography{/home/ann/Documents/references}",
            "main.aux": "\\citation{a}\n\\bibdata{/home/ann/Documents/references}\n",
            "main.blg": BLG,
        },
        "a",
        "",
        1,
    ),
    "the notes that REVTeX writes": (
        {
            "main.tex": "\\documentclass{revtex4-2}\\cite{a}\\bibliography{refs}",
            "refs.bib": ENTRY % "a",
            "main.aux": "\\citation{a}\n\\citation{REVTEX42Control}\n\\bibdata{mainNotes,refs}\n",
            "main.blg": BLG,
        },
        "a",
        "",
        0,
    ),
    "every entry, and a text that cites no more": (
        {
            "main.tex": "\\documentclass{article}\\nocite{*}\\iffalse\\cite{no}\\fi\\verb|\\cite{no}|\\bibliography{refs}",
            "refs.bib": ENTRY % "a",
            "main.aux": "\\citation{*}\n\\bibdata{refs}\n",
            "main.blg": BLG,
        },
        "*",
        "",
        0,
    ),
    "biber": (
        {
            "main.tex": "\\documentclass{article}\\usepackage{biblatex}\\addbibresource{refs.bib}\\cites{a}[2]{gone}",
            "refs.bib": ENTRY % "a",
            "main.aux": "\\abx@aux@cite{0}{a}\n\\abx@aux@cite{0}{gone}\n",
            "main.blg": BIBER % "gone",
        },
        "a|gone",
        "gone",
        0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PROJECTS)
def test_both_read_the_same(name: str, tmp_path: Path) -> None:
    files, cited, undefined, remarks = PROJECTS[name]
    each = compared(tmp_path, files)
    keys = set(cited.split("|") if "|" in cited else cited.split())
    assert (each.cited, each.aux) == (keys, keys)
    assert each.undefined == each.blg == ({undefined} if undefined else set())
    assert len(each.remarks) == remarks
    assert each.agrees


@pytest.mark.parametrize(
    ("aux", "blg"),
    [("\\citation{a,b}\n", BLG), ("\\citation{b}\n", BLG), ("\\citation{a}\n", BLG + NO_ENTRY % "a")],
)
def test_a_difference_is_seen(aux: str, blg: str, tmp_path: Path) -> None:
    files = {"main.tex": "\\documentclass{article}\\cite{a}\\bibliography{refs}", "refs.bib": ENTRY % "a"}
    assert not compared(tmp_path, {**files, "main.aux": aux, "main.blg": blg}).agrees


def compared(folder: Path, files: dict[str, str]) -> Comparison:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return compare(folder / "main.tex")
