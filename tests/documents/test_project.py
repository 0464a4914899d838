"""From a main document to all its parts and bibliographies."""

from __future__ import annotations

import pytest

from bibcheck.documents import Project, load_project
from bibcheck.documents.finding_files import search_path
from bibcheck.source import Source


def load(files: dict[str, str], main: str = "main.tex", **options: object) -> Project:
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
        r"\usepackage{one}",
    ],
)
def test_what_is_no_problem(text: str) -> None:
    packages = {"one.sty": r"\RequirePackage{two}", "two.sty": r"\RequirePackage{one}\usepackage{two}"}
    project = load({"main.tex": text, "a.tex": "", **packages})
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


def test_bibliographies_of_multibib_are_known_in_all_documents() -> None:
    files = {
        "main.tex": r"\input{preamble}\input{one}\bibliographystylesup{plain}\bibliographysup{refs}",
        "one.tex": r"\citesup{a}",
        "preamble.tex": r"\usepackage{multibib}\newcites{sup}{Supplement}",
        "refs.bib": "",
    }
    project = load(files)
    assert keys(project) == ["a"] and [named.path for named in project.bibliographies] == ["refs.bib"]
    assert [style.name for document in project.documents for style in document.styles] == ["plain"]


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
        ({"a.qmd": '{{< include "b c.qmd" >}} @k', "b c.qmd": "@l"}, "a.qmd", ["k", "l"]),
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
        ({"_quarto.yml": "project:\n  type: website\nbibliography: refs.bib\n", "refs.bib": ""}, "_quarto.yml"),
        ({"_config.yml": "bibtex_bibfiles: [refs.bib]\n", "refs.bib": ""}, "_config.yml"),
    ],
)
def test_chapters_that_nobody_lists(files: dict[str, str], main: str) -> None:
    project = load(files, main)
    assert not project.complete and not project.problems


SITE = "---\nsite: bookdown::bookdown_site\n---\n@i"


@pytest.mark.parametrize(
    ("files", "main", "found"),
    [
        # All R Markdown of the folder, but what begins with `_`.
        ({"index.Rmd": SITE, "b.Rmd": "@b", "01.rmd": "@a", "_c.Rmd": "@c", "d.md": "@d"}, "index.Rmd", "iab"),
        ({"d/index.Rmd": SITE, "d/b.Rmd": "@b", "c.Rmd": "@c", "d/e/f.Rmd": "@f"}, "d/index.Rmd", "ib"),
        ({"_bookdown.yml": "new_session: no\n", "index.Rmd": "@i", "b.Rmd": "@b"}, "index.Rmd", "ib"),
        ({"_bookdown.yml": "rmd_subdir: false\n", "index.Rmd": "@i", "e/b.Rmd": "@b"}, "index.Rmd", "i"),
        # A book whose first chapter has another name, and one whose chapter is named as the document.
        ({"_bookdown.yml": "", "01.Rmd": "@i", "b.Rmd": "@b"}, "01.Rmd", "ib"),
        ({"_bookdown.yml": "", "index.Rmd": "@i", "b.Rmd": "@b"}, "b.Rmd", "bi"),
        # Folders below.
        ({"_bookdown.yml": "rmd_subdir: true", "index.Rmd": "@i", "e/f/b.Rmd": "@b"}, "index.Rmd", "ib"),
        (
            {
                "_bookdown.yml": "rmd_subdir: [e, g]",
                "index.Rmd": "@i",
                "e/b.Rmd": "@b",
                "f/c.Rmd": "@c",
                "g/d.Rmd": "@d",
            },
            "index.Rmd",
            "ibd",
        ),
        ({"_bookdown.yml": 'rmd_subdir: "e"', "index.Rmd": "@i", "e/_b.Rmd": "@b", "f.Rmd": "@f"}, "index.Rmd", "if"),
        # Chapters that are named are all, unless a folder is named too: then what begins with `_` counts.
        ({"_bookdown.yml": "rmd_files: [b.Rmd]", "index.Rmd": "@i", "b.Rmd": "@b", "c.Rmd": "@c"}, "index.Rmd", "ib"),
        (
            {"_bookdown.yml": "rmd_files: [b.Rmd]\nrmd_subdir: e", "index.Rmd": "@i", "b.Rmd": "@b", "e/_c.Rmd": "@c"},
            "index.Rmd",
            "ibc",
        ),
    ],
)
def test_the_chapters_of_a_bookdown_book(files: dict[str, str], main: str, found: str) -> None:
    def files_in(folder: str, below: bool) -> list[str]:
        start = f"{folder}/" if folder not in ("", ".") else ""
        names = [name.removeprefix(start) for name in files if name.startswith(start)]
        return [name for name in names if below or "/" not in name]

    project = load(files, main, files_in=files_in)
    assert (keys(project), project.complete, project.is_book) == ([*found], True, True)


@pytest.mark.parametrize(
    "files",
    [
        {"index.Rmd": SITE},  # nothing lists the folder
        {"_bookdown.yml": "rmd_subdir: /", "index.Rmd": "@i"},
        {"_bookdown.yml": "rmd_subdir: [a, ../b]", "index.Rmd": "@i"},
    ],
)
def test_chapters_of_a_bookdown_book_out_of_sight(files: dict[str, str]) -> None:
    list_nothing = {} if len(files) == 1 else {"files_in": lambda folder, below: []}
    project = load(files, "index.Rmd", **list_nothing)
    assert not project.complete and not project.problems


@pytest.mark.parametrize("name", ["index.qmd", "index.md", "paper.Rmd"])
def test_what_is_no_bookdown_book(name: str) -> None:
    files = {name: "@i", "b.Rmd": "@b"}
    files |= {} if name.endswith(".Rmd") else {"_bookdown.yml": "new_session: no\n"}
    project = load(files, name, files_in=lambda folder, below: list(files))
    assert (keys(project), project.complete, project.is_book) == (["i"], True, False)


def test_a_file_that_cannot_be_read_says_why() -> None:
    def read(path: str) -> Source:
        if path == "main.tex":
            return Source(path, r"\input{a}\input{b}\usepackage{c}\cite{k}")
        if path == "a.tex":
            raise PermissionError(13, "Permission denied", path)
        raise FileNotFoundError(2, "No such file or directory", path)

    project = load_project("main.tex", read)
    assert [problem.message for problem in project.problems] == [
        "`a.tex`: Permission denied; what it cites is not known",
        "`b` is not found; what it cites is not known",
    ]


@pytest.mark.parametrize(
    ("length", "way"),
    [
        (5, "0.tex -> 1.tex -> 2.tex -> 3.tex -> 4.tex -> 0.tex"),
        (6, "0.tex -> 1.tex -> 2.tex -> ... -> 5.tex -> 0.tex"),
        (900, "0.tex -> 1.tex -> 2.tex -> ... -> 899.tex -> 0.tex"),
    ],
)
def test_the_way_round_a_circle(length: int, way: str) -> None:
    files = {f"{number}.tex": f"\\input{{{(number + 1) % length}}}" for number in range(length)}
    assert [problem.message for problem in load(files, "0.tex").problems] == [f"`0.tex` includes itself: {way}"]


def test_links_make_no_second_file() -> None:
    files = {"main.tex": r"\input{a}\input{b}\subimport{d/}{main}\cite{k}", "a.tex": r"\cite{l}"}
    files |= {"b.tex": files["a.tex"], "d/main.tex": files["main.tex"]}
    real = {"b.tex": "a.tex", "d/main.tex": "main.tex"}
    project = load(files, real_path=lambda path: real.get(path, path))
    assert keys(project) == ["k", "l"]
    assert [problem.message for problem in project.problems] == ["`main.tex` includes itself: main.tex -> main.tex"]


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


def test_a_chapter_of_a_table_of_contents_is_one_part() -> None:
    files = {
        "index.md": "{cite}`k`",
        "_toc.yml": "root: index\nchapters:\n- file: gone.md\n- file: a.md\n- file: b\n",
        "a.md": "\0",
        "b.md": "{cite}`l`",
    }
    project = load(files, "index.md")
    assert keys(project) == ["k", "l"]
    assert messages(project, files) == [
        ("_toc.yml", "gone.md", "`gone.md` is not found; what it cites is not known"),
        ("_toc.yml", "a.md", "`a.md` is not a text file"),
    ]
