"""Every reader on damaged and hostile text: none raises, places are exact, time is linear."""

from __future__ import annotations

import random
import time

import pytest

from bibcheck.documents import read_document
from bibcheck.source import Source
from tests.documents import test_latex, test_markdown, test_rst, test_typst
from tests.documents.reading import read

AUX = "\\relax\n\\citation{a,b}\n\\bibstyle{plain}\n\\bibdata{x,dir/y}\n\\@input{one.aux}\n\\abx@aux@cite{0}{a}\n"
BCF = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<bcf:controlfile xmlns:bcf="x"><bcf:bibdata section="0">\n'
    '<bcf:datasource type="file" datatype="bibtex">é.bib</bcf:datasource></bcf:bibdata>\n<bcf:section number="0">\n'
    '<bcf:citekey order="1">a</bcf:citekey><bcf:citekey nocite="1">*</bcf:citekey></bcf:section></bcf:controlfile>\n'
)
YAML = "project:\n  bibliography:\n    - a.bib\n    - 'b.bib'\nnocite: |\n  @a\nreferences:\n- id: a\ncsl: [x, \"y\"]\n"
YAML += "# bibcheck: ignore a\n"
LATEX = (
    "\\documentclass[a]{b}\\usepackage[x={y}]{z}\\import{a}{b}\\begin{filecontents}{a.bib}\\end{filecontents}\n"
    "\\newcommand{\\see}[2][]{\\cite[#1]{#2}}\\NewDocumentCommand{\\x}{O{} m}{\\cite{#2}}\\bibitem[a]{b}\\MakeShortVerb{\\|}\n"
)
SEEDS = {
    "a.tex": "\n".join(
        ["% bibcheck: ignore citations, a -- why", LATEX, *(text for text, _ in test_latex.CITING), *test_latex.CLEAN]
    ),
    "a.Rnw": "<<a>>=\nx\n@\n" + LATEX,
    "a.md": "\n".join(
        [
            "---\n" + YAML + "---",
            "<!-- bibcheck: ignore a -->",
            *(text for text, _ in test_markdown.CITING),
            *test_markdown.CLEAN,
        ]
    ),
    "a.typ": "\n".join(["// bibcheck: ignore a", *(text for text, _ in test_typst.CITING), *test_typst.CLEAN]),
    "a.rst": "\n".join([".. bibcheck: ignore a\n", *(text for text, _ in test_rst.CITING), *test_rst.CLEAN]),
    "a.aux": AUX,
    "a.bcf": BCF,
    "a.yml": YAML,
    "conf.py": "bibtex_bibfiles = ['a.bib',\n # x\n \"b.bib\"]\nbibtex_default_style = 'plain'\n",
}
NOISE = "{}[]()<>%\\@#$`~*|\"':;,.-=&!/ \t\r\n\0\ufeff\udcffaé𝒜"

# What readers look for, to be repeated: alone, before a letter and before a blank.
UNITS = {
    "a.tex": r"""\cite{ \cite[ \cite{a} \cites(a \cites{a} \volcites{a}{ \cite< \begin{verbatim} \verb| \lstinline[ \url{ { } [
        \iffalse \if0 \fi \endinput \newcommand{\a}[1]{ \newcommand{\a}[1]{\cite{#1}} \def\a#1{ \let\a \input{ \usepackage[
        \NewDocumentCommand{\a}{ \begin{filecontents}{ \MakeShortVerb{\|}| \newminted[ % %, \cite{a,% \import{ \newcites{
        \mycite{ \mycite[ \mycites{a} \cites{a}{ \cite**
        \documentclass[ \bibitem[ \begin{ \cite{{ \cite[{ \cite{\cite{a}} \subfix{ | =,
        %bibcheck:ignore,a""".split(),
    "a.md": r"""` `` @a @{ @{{ @{a}. [@a]( [ ]( <a <!-- --> > {cite}` {cite}`a` ```{r} ``` ~~~ :::{note} --- \cite{ {# {{< http://
        @a:/ @a.: - (@a (a)= 1. #| $ * _ --- bibliography: - <pre <style> </pre> <!--bibcheck:ignore,a-->""".split(),
    "a.typ": r"""# ( [ { } ] ) $ " ` `` ``` // /* */ @a @a: @... <a> < #cite( #cite(<a> #bibliography(" #let #if #include" ;
        \ #a.a. #f[ #[ #( #{ : a( label(" https:// //bibcheck:ignore,a /*bibcheck:ignore,a*/""".split(),
    "a.rst": r""":cite:` :cite:`a` `` ` :: .. ..a:: ..bibliography:: :a: {a} :cite:`{ [_ .. ..bibcheck:ignore,a""".split(),
    "a.aux": r"\citation{ \citation{a, \abx@aux@cite{0}{ \bibdata{a} { ,".split(),
    "a.bcf": "<a> <a></a> &amp; < <!-- é <bcf:citekey>a</bcf:citekey>".split(),
    "a.yml": "bibliography: site: - : # ' \" [ ] , nocite: references: id: --- #bibcheck:ignore,a".split(),
    "conf.py": "bibtex_bibfiles=[ ' \" [ ] # bibtex_bibfiles".split(),
}
SIZE = 3_000


def damage(text: str, seed: int) -> str:
    """A piece of a text in which one character in sixty is another, is gone or is doubled."""
    chance = random.Random(seed)
    characters = list(text)
    for _ in range(len(characters) // 60 + 1):
        place = chance.randrange(len(characters))
        characters[place] = chance.choice(["", characters[place] * 2, chance.choice(NOISE), chance.choice(NOISE)])
    start = chance.choice([0, chance.randrange(len(characters))])
    return "".join(characters[start:]).replace("\0", chance.choice(["", "\0"]))


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("path", SEEDS)
def test_damaged_documents(path: str, seed: int) -> None:
    read(path, damage(SEEDS[path], seed))


@pytest.mark.parametrize("path", SEEDS)
def test_documents_that_are_cut_off(path: str) -> None:
    text = SEEDS[path]
    for end in range(0, len(text), max(1, len(text) // 60)):
        read(path, text[:end])


@pytest.mark.parametrize("seed", range(15))
@pytest.mark.parametrize("path", UNITS)
def test_documents_of_random_tokens(path: str, seed: int) -> None:
    chance = random.Random(seed)
    tokens = [*UNITS[path], *"{}[]()\n\n \r,a"]
    read(path, "".join(chance.choice(tokens) for _ in range(300)))


@pytest.mark.parametrize(("path", "unit"), [(path, unit) for path, units in UNITS.items() for unit in units])
def test_time_is_linear(path: str, unit: str) -> None:
    for repeated in (unit, f"{unit}a", f"{unit} ", f"{unit}\n"):
        text = repeated * (SIZE // len(repeated))
        if seconds(path, text * 4) > 8 * max(seconds(path, text), 0.002):
            # A machine that is busy elsewhere looks the same: only a ratio that stays is one.
            assert min(seconds(path, text * 16) for _ in range(3)) < 8 * min(seconds(path, text * 4) for _ in range(3))


def seconds(path: str, text: str) -> float:
    start = time.process_time()
    read_document(Source(path, text))
    return time.process_time() - start


@pytest.mark.parametrize("path", ["a.docx", "a", "a.bib"])
def test_a_file_of_another_kind(path: str) -> None:
    document = read(path, "\\cite{a}")
    assert document.kind == "" and not document.citations
    assert [problem.message for problem in document.problems] == [
        "is not a document that bibcheck reads (LaTeX, .aux, .bcf, Markdown, Quarto, Typst, reStructuredText)"
    ]


def test_a_file_that_is_no_text() -> None:
    document = read("a.tex", "\\cite{a}\0")
    assert not document.citations
    assert [problem.message for problem in document.problems] == ["is not a text file"]


TABLES = {
    "a.tex": [*(text for text, _ in test_latex.CITING), *test_latex.CLEAN, LATEX],
    "a.Rnw": ["<<a, b>>=\n\\cite{code}\n@\n\\cite{k}\n"],
    "a.md": [*(text for text, _ in test_markdown.CITING), *test_markdown.CLEAN, "---\n" + YAML + "---\n@k"],
    "a.qmd": [*(text for text, _ in test_markdown.CITING), "~~~ r\n@code\n~~~\n@k", "#| label: fig-a\n:name: x\n@x"],
    "a.typ": [*(text for text, _ in test_typst.CITING), *test_typst.CLEAN],
    "a.rst": [*(text for text, _ in test_rst.CITING), *test_rst.CLEAN, "So::\n\n  :cite:`code`\n\n:cite:`k`"],
    "a.aux": [AUX],
    "a.yml": [YAML],
    "conf.py": [SEEDS["conf.py"]],
}


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("path", TABLES)
def test_it_does_not_matter_what_ends_the_lines(path: str, newline: str) -> None:
    for text in TABLES[path]:
        unix, other = read(path, text), read(path, text.replace("\n", newline))
        for name in ("citations", "nocites", "bibliographies", "includes", "entries", "styles"):
            # A key or a name over two lines has the line end in it.
            found = [[" ".join(each[0].split()) for each in getattr(document, name)] for document in (unix, other)]
            assert found[0] == found[1], (text, name)
