"""From a main document to all its parts and bibliographies."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from bibcheck.documents import Project, load_project
from bibcheck.documents.finding_files import search_path
from bibcheck.source import Source


def load(files: dict[str, str], main: str = "main.tex", **options: Iterable[str]) -> Project:
    """A project from its files; asserts that none is read twice."""
    asked: list[str] = []

    def read(path: str) -> Source:
        asked.append(path)
        if path not in files:
            raise FileNotFoundError(path)
        return Source(path, files[path])

    project = load_project(main, read, **options)  # type: ignore[arg-type]
    assert len(asked) == len(set(asked))
    return project


def keys(project: Project) -> list[str]:
    return [citation.key for document in project.documents for citation in document.citations]


def messages(project: Project, files: dict[str, str]) -> list[tuple[str, str, str]]:
    """Each problem with its document and the text at its place."""
    return [
        (problem.path, files[problem.path][problem.span.start : problem.span.end], problem.message)
        for problem in project.problems
    ]


@pytest.mark.parametrize(
    ("main", "part"),
    [
        (r"\input{a}", "a.tex"),
        (r"\input{a.tex}", "a.tex"),
        (r"\input a", "a.tex"),
        (r"\include{ch/a}", "ch/a.tex"),
        (r"\input{a.pgf}", "a.pgf"),
        (r"\input{a.inc}", "a.inc"),
        (r"\subfile{ch/a}", "ch/a.tex"),
        (r"\import{ch/}{a}", "ch/a.tex"),
        (r"\subimport{ch}{a.tex}", "ch/a.tex"),
        (r"\usepackage{a}", "a.sty"),
        (r"\documentclass{a}", "a.cls"),
        (r"\input{./ch/../a}", "a.tex"),
        (r"\input{/abs/a}", "/abs/a.tex"),
    ],
)
def test_parts_are_found(main: str, part: str) -> None:
    project = load({"main.tex": main, part: r"\cite{k}"})
    assert [document.path for document in project.documents] == ["main.tex", part]
    assert keys(project) == ["k"]
    assert project.complete and not project.problems


def test_names_are_relative_to_the_main_document_and_to_imports() -> None:
    files = {
        "paper/main.tex": r"\input{ch/one}\import{sec/}{two}\bibliography{refs}",
        "paper/ch/one.tex": r"\input{ch/deep}\cite{a}",
        "paper/ch/deep.tex": r"\cite{b}",
        "paper/sec/two.tex": r"\input{inner}\input{ch/three}\subimport{sub/}{four}\cite{c}",
        "paper/sec/inner.tex": r"\cite{d}",
        "paper/ch/three.tex": r"\cite{e}",
        "paper/sec/sub/four.tex": r"\input{five}",
        "paper/sec/sub/five.tex": r"\cite{f}",
        "paper/refs.bib": "",
    }
    project = load(files, "paper/main.tex")
    assert sorted(keys(project)) == ["a", "b", "c", "d", "e", "f"]
    assert [named.path for named in project.bibliographies] == ["paper/refs.bib"]
    assert project.complete


def test_search_paths() -> None:
    files = {"main.tex": r"\input{a}\bibliography{b}", "lib/tex/a.tex": r"\cite{k}", "lib/bib/b.bib": ""}
    project = load(files, texinputs=search_path("lib/tex//:"), bibinputs=search_path(".:lib/bib:"))
    assert keys(project) == ["k"] and [named.path for named in project.bibliographies] == ["lib/bib/b.bib"]
    assert not project.problems


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (r"\bibliography{refs}", "refs.bib"),
        (r"\bibliography{refs.bib}", "refs.bib"),
        (r"\addbibresource{bib/refs.bib}", "bib/refs.bib"),
        (r"\bibliography{my.refs}", "my.refs.bib"),
    ],
)
def test_bibliographies_are_found(text: str, path: str) -> None:
    project = load({"main.tex": text, path: ""})
    assert [named.path for named in project.bibliographies] == [path]
    assert not project.problems


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (
            {"main.tex": r"\input{gone}\cite{k}"},
            ("main.tex", "gone", "`gone` is not found; what it cites is not known"),
        ),
        (
            {"main.tex": r"\input{a}\cite{k}", "a.tex": r"\input{main}"},
            ("a.tex", "main", "`main.tex` includes itself: main.tex -> a.tex -> main.tex"),
        ),
        (
            {"main.tex": r"\input{main}\cite{k}"},
            ("main.tex", "main", "`main.tex` includes itself: main.tex -> main.tex"),
        ),
        ({"main.tex": r"\input{a}\cite{k}", "a.tex": "\0\1"}, ("main.tex", "a", "`a.tex` is not a text file")),
        ({"main.tex": r"\bibliography{gone}\cite{k}"}, ("main.tex", "gone", "bibliography `gone` is not found")),
        (
            {"main.tex": "\\input{a}\\cite{k}", "a.tex": r"\cite{x"},
            ("a.tex", "{", r"`\cite` has an argument that is not closed"),
        ),
    ],
)
def test_what_cannot_be_read_is_one_problem_and_the_rest_is_read(
    files: dict[str, str], problem: tuple[str, str, str]
) -> None:
    project = load(files)
    assert messages(project, files) == [problem]
    assert keys(project) == ["k"] and not project.complete


def test_a_main_document_that_is_not_there() -> None:
    project = load({}, "gone.tex")
    assert [problem.message for problem in project.problems] == ["no such document"]
    assert not project.complete


@pytest.mark.parametrize(
    "text",
    [
        r"\InputIfFileExists{gone}{}{}",
        r"\input{glyphtounicode} \input xy.tex \input{ot1ptm.fd} \input{main.bbl} \input{plot.pdf_tex}",
        r"\usepackage{graphicx}\documentclass{article}",
        r"\begin{filecontents}{refs.bib}\end{filecontents}\bibliography{refs}",
        r"\input{a}\input{a}\input{./a.tex}",
        "% \\input{gone}",
    ],
)
def test_what_is_no_problem(text: str) -> None:
    project = load({"main.tex": text, "a.tex": ""})
    assert not project.problems and project.complete


@pytest.mark.parametrize("text", [r"\input{\chapter}", r"\addbibresource[location=remote]{http://x.org/a.bib}"])
def test_what_is_out_of_sight(text: str) -> None:
    project = load({"main.tex": text})
    assert not project.complete and not project.problems


def test_commands_of_one_document_cite_in_all() -> None:
    files = {
        "main.tex": r"\input{preamble}\see{a}\input{ch}",
        "preamble.tex": r"\newcommand{\see}[1]{\cite{#1}}",
        "ch.tex": r"\see{b} \given{c}",
    }
    assert keys(load(files, cite_commands=["given"])) == ["a", "b", "c"]


def test_a_package_cites_nothing_for_sure() -> None:
    files = {
        "main.tex": r"\usepackage{mine}\see{a}",
        "mine.sty": r"\newcommand{\see}[1]{\cite{#1}}\input{#1}\cite{b}\addbibresource{refs.bib}\cite{",
        "refs.bib": "",
    }
    project = load(files)
    citations = {citation.key: citation.sure for document in project.documents for citation in document.citations}
    assert citations == {"a": True, "b": False}
    assert [named.path for named in project.bibliographies] == ["refs.bib"]
    assert project.complete


def test_aux_files() -> None:
    files = {
        "main.aux": "\\@input{ch/a.aux}\n\\citation{a}\n\\bibdata{mainNotes,refs}\n\\@input{gone.aux}\n",
        "ch/a.aux": "\\citation{b}\n",
        "refs.bib": "",
    }
    project = load(files, "main.aux")
    assert keys(project) == ["a", "b"] and project.complete
    assert [named.path for named in project.bibliographies] == ["", "refs.bib"]


def test_typst_labels_of_other_documents_are_no_citations() -> None:
    files = {
        "main.typ": '#include "ch/a.typ"\n@k @sec\n#bibliography("refs.bib")',
        "ch/a.typ": '= A <sec>\n#include "b.typ"',
        "ch/b.typ": "@sec @l",
        "refs.bib": "",
    }
    project = load(files, "main.typ")
    assert keys(project) == ["k", "l"] and project.complete


@pytest.mark.parametrize(
    ("files", "main", "found"),
    [
        ({"a.qmd": "{{< include _b.qmd >}} @k", "_b.qmd": "@l"}, "a.qmd", ["k", "l"]),
        ({"d/a.Rmd": "```{r, child='b.Rmd'}\n```\n@k", "d/b.Rmd": "@l"}, "d/a.Rmd", ["k", "l"]),
        (
            {"index.rst": ".. toctree::\n\n   a\n   d/b\n", "a.rst": ":cite:`k`", "d/b.md": "{cite}`l`"},
            "index.rst",
            ["k", "l"],
        ),
    ],
)
def test_parts_of_other_documents(files: dict[str, str], main: str, found: list[str]) -> None:
    assert keys(load(files, main)) == found


@pytest.mark.parametrize(
    ("files", "main", "found", "bibliographies"),
    [
        (
            {
                "_quarto.yml": "book:\n  chapters:\n    - index.qmd\n    - part: One.md\n      chapters:\n        - a.qmd\n"
                "  appendices: [b.qmd]\nbibliography: refs.bib\n",
                "index.qmd": "@i",
                "One.md": "@p",
                "a.qmd": "@a",
                "b.qmd": "@b",
                "refs.bib": "",
            },
            "index.qmd",
            ["i", "p", "a", "b"],
            ["refs.bib"],
        ),
        (
            {
                "d/_bookdown.yml": 'rmd_files: ["index.Rmd", "a.Rmd"]\n',
                "d/index.Rmd": "---\nsite: bookdown::bookdown_site\n---\n@i",
                "d/a.Rmd": "@a",
            },
            "d/index.Rmd",
            ["i", "a"],
            [],
        ),
        (
            {
                "_config.yml": "bibtex_bibfiles:\n  - refs.bib\n",
                "_toc.yml": "format: jb-book\nroot: index\nchapters:\n- file: a\n",
                "index.md": "{cite}`i`",
                "a.md": "{cite}`a`",
                "refs.bib": "",
            },
            "index.md",
            ["i", "a"],
            ["refs.bib"],
        ),
        (
            {
                "_config.yml": "bibtex_bibfiles:\n  - refs.bib\n",
                "_toc.yml": "root: index\n",
                "index.md": "{cite}`i`",
                "refs.bib": "",
            },
            "_config.yml",
            ["i"],
            ["refs.bib"],
        ),
        (
            {"conf.py": "bibtex_bibfiles = ['refs.bib']", "index.rst": ":cite:`i`", "refs.bib": ""},
            "index.rst",
            ["i"],
            ["refs.bib"],
        ),
    ],
)
def test_settings_beside_the_main_document(
    files: dict[str, str], main: str, found: list[str], bibliographies: list[str]
) -> None:
    project = load(files, main)
    assert keys(project) == found and [named.path for named in project.bibliographies] == bibliographies
    assert project.complete


def test_chapters_that_are_not_read() -> None:
    project = load({"_quarto.yml": "book:\n  chapters: [index.qmd, a.ipynb]\n", "index.qmd": "@i"}, "index.qmd")
    assert not project.complete and not project.problems


@pytest.mark.parametrize(
    ("files", "main"),
    [
        ({"index.Rmd": "---\nsite: bookdown::bookdown_site\n---\n@i"}, "index.Rmd"),
        ({"_quarto.yml": "project:\n  type: website\nbibliography: refs.bib\n", "refs.bib": ""}, "_quarto.yml"),
        ({"_config.yml": "bibtex_bibfiles: [refs.bib]\n", "refs.bib": ""}, "_config.yml"),
    ],
)
def test_chapters_that_nobody_lists(files: dict[str, str], main: str) -> None:
    project = load(files, main)
    assert not project.complete and not project.problems


def test_a_long_chain_of_documents() -> None:
    files = {f"{number}.tex": f"\\cite{{k{number}}}\\input{{{number + 1}}}" for number in range(3_000)}
    files["3000.tex"] = ""
    assert len(keys(load(files, "0.tex"))) == 3_000


def test_whether_a_bibliography_is_there_can_be_asked() -> None:
    asked = []

    def exists(path: str) -> bool:
        asked.append(path)
        return path == "refs.bib"

    project = load_project(
        "main.tex", lambda path: Source(path, r"\bibliography{refs}"), exists=exists, bibinputs=["lib"]
    )
    assert [named.path for named in project.bibliographies] == ["refs.bib"] and asked == ["refs.bib"]


def test_terms_of_a_glossary_in_typst() -> None:
    files = {
        "main.typ": '#import "@preview/glossarium:0.5.1": *\n#register(yaml("terms.yml"))\n@cpu @knuth #include "a.typ"',
        "a.typ": "@gpu",
    }
    project = load(files, "main.typ")
    assert keys(project) == ["cpu", "knuth", "gpu"]
    assert not any(citation.sure for document in project.documents for citation in document.citations)
