"""Documents and bibliographies together, as the tests of rules need them."""

from __future__ import annotations

from bibcheck.engine.documents import DocumentRequest, Documents
from bibcheck.engine.linter import Linter
from bibcheck.rule import Finding, Rule
from bibcheck.source import Source


def lint_files(rule: Rule, files: dict[str, str], *mains: str) -> list[Finding]:
    """What a rule finds in texts by their names: the .bib files are checked, and the main documents cite."""
    sources = {name: Source(name, text) for name, text in files.items()}

    def read(path: str) -> Source:
        if path not in sources:
            raise FileNotFoundError(path)
        return sources[path]

    bibliographies = tuple(name for name in files if name.endswith(".bib"))
    requests = [DocumentRequest(main, files=bibliographies) for main in mains]
    documents = Documents(requests, read, {}, exists=sources.__contains__)
    linter = Linter([rule], shown=documents.shown())
    for name in bibliographies:
        linter.add(sources[name])
    linter.add_documents(documents, read)
    return linter.finish().findings


def lint_document(rule: Rule, text: str) -> list[Finding]:
    """What a rule finds in an example: a LaTeX document up to the first entry, and from there on its bibliography.

    Spans are those in the whole example.
    """
    start = text.index("@")
    files = {"main.tex": text[:start], "references.bib": " " * start + text[start:]}
    return lint_files(rule, files, "main.tex")
