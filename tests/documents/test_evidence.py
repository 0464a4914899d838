"""Which program reads the bibliographies of a project, and which style prints them."""

from __future__ import annotations

import pytest

from bibcheck.documents.evidence import evidence
from tests.documents.reading import read


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.tex", r"\usepackage{natbib}\bibliographystyle{plainnat}\bibliography{a}", ("bibtex", "bibtex", "plainnat")),
        ("a.tex", r"\usepackage{biblatex}", ("biblatex", "biber", "")),
        ("a.tex", r"\usepackage[style=apa,backend=biber]{biblatex}", ("biblatex", "biber", "apa")),
        ("a.tex", r"\usepackage[backend=bibtex,style=x,bibstyle=y]{biblatex}", ("biblatex", "bibtex", "y")),
        ("a.tex", r"\PassOptionsToPackage{style=apa}{biblatex}\usepackage{biblatex}", ("biblatex", "biber", "apa")),
        ("a.tex", r"\cite{a}", ("", "", "")),
        ("a.tex", r"\bibliographystyle{plain}\bibliographystyle{alpha}", ("bibtex", "bibtex", "")),
        ("a.aux", "\\bibdata{a}\\bibstyle{plain}", ("bibtex", "bibtex", "plain")),
        ("a.aux", "\\bibdata{a-blx,b}\\bibstyle{biblatex}", ("biblatex", "bibtex", "biblatex")),
        ("a.bcf", "<a/>", ("biblatex", "biber", "")),
        ("a.typ", '#bibliography("a.bib", style: "ieee")', ("biblatex", "typst", "ieee")),
        ("a.md", "---\ncsl: apa.csl\nbibliography: a.bib\n---\n", ("", "citeproc", "apa.csl")),
        ("a.Rmd", "---\nbibliography: a.bib\ncitation_package: natbib\n---\n", ("bibtex", "bibtex", "")),
        ("a.qmd", "---\nbibliography: a.bib\ncite-method: biblatex\n---\n", ("biblatex", "biber", "")),
        ("a.rst", ".. bibliography:: a.bib\n   :style: alpha\n", ("", "", "alpha")),
    ],
)
def test_what_a_document_shows(path: str, text: str, expected: tuple[str, str, str]) -> None:
    assert evidence([read(path, text)]) == expected


def test_documents_that_contradict_one_another() -> None:
    documents = [read("a.tex", r"\usepackage{biblatex}"), read("b.tex", r"\bibliographystyle{plain}")]
    assert evidence(documents) == ("", "", "plain")
