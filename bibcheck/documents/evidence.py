"""What documents show of the program that reads their bibliographies, and of the style that prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bibcheck.documents.document import Document
from bibcheck.records import NamedTuple


class Evidence(NamedTuple):
    """The dialect (bibtex, biblatex), the program (bibtex, biber, typst, citeproc) and the style; empty where nothing shows.

    Where documents contradict one another, nothing shows either.
    """

    dialect: str
    program: str
    style: str


_PACKAGES = {"natbib": Evidence("bibtex", "bibtex", ""), "biblatex": Evidence("biblatex", "biber", "")}


def evidence(documents: Iterable[Document]) -> Evidence:
    """What documents of one project show together."""
    found = [shown for document in documents for shown in _shown(document)]
    return Evidence(*(_agreed(values) for values in zip(*found, strict=True))) if found else Evidence("", "", "")


def _agreed(values: Iterable[str]) -> str:
    different = {value for value in values if value}
    return different.pop() if len(different) == 1 else ""


def _shown(document: Document) -> Iterator[Evidence]:
    for style in document.styles:
        yield Evidence("", "", style.name)
    if document.kind == "bcf":
        yield Evidence("biblatex", "biber", "")
    elif document.kind == "typst" and document.bibliographies:
        yield Evidence("biblatex", "typst", "")
    elif document.kind in ("markdown", "yaml") and document.bibliographies:
        packages = [_PACKAGES[package.name] for package in document.packages if package.name in _PACKAGES]
        yield from packages or [Evidence("", "citeproc", "")]
    elif document.kind == "latex":
        yield from _shown_by_latex(document)
    elif document.kind == "aux" and document.bibliographies:
        through_biblatex = any(bibliography.name.endswith("-blx") for bibliography in document.bibliographies)
        yield Evidence("biblatex" if through_biblatex else "bibtex", "bibtex", "")


def _shown_by_latex(document: Document) -> Iterator[Evidence]:
    biblatex = [package for package in document.packages if package.name == "biblatex"]
    for package in biblatex:
        backend = package.option("backend")
        program = "bibtex" if backend in ("bibtex", "bibtex8") else "biber"
        yield Evidence("biblatex", program, package.option("bibstyle") or package.option("style") or "")
    if not biblatex and any(style.name for style in document.styles):
        yield Evidence("bibtex", "bibtex", "")
