"""miscased-citation: keys in another letter case than the entry's, mended in the document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bibcheck.rule import Finding, Level
from tests.applying import apply

Cite = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("document", "fixed"),
    [
        (r"\cite{KNUTH84}\bibliography{a}", r"\cite{Knuth84}\bibliography{a}"),
        (r"\citep[see][3]{x, knuth84 }\bibliography{a}", r"\citep[see][3]{x, Knuth84 }\bibliography{a}"),
    ],
)
def test_fixed(cite: Cite, document: str, fixed: str) -> None:
    (finding,) = cite("miscased-citation", {"main.tex": document, "a.bib": "@book{Knuth84}"})
    assert finding.message.endswith("is cited, and the key of the entry is `Knuth84`")
    assert finding.related[0].path == "a.bib"
    assert apply(document, [finding]) == fixed


@pytest.mark.parametrize(
    "document",
    [
        r"\cite{Knuth84}\bibliography{a}",
        r"\cite{knuth85}\bibliography{a}",
        r"\cite{knuth84}\bibliography{a,elsewhere}",
        r"\cite{knuth84}\bibitem{knuth84}\bibliography{a}",
    ],
)
def test_clean(cite: Cite, document: str) -> None:
    assert cite("miscased-citation", {"main.tex": document, "a.bib": "@book{Knuth84}"}) == []


@pytest.mark.parametrize(
    ("document", "level"),
    [
        (r"\cite{KNUTH84}\bibliographystyle{plain}\bibliography{a}", Level.WARNING),
        (r"\cite{KNUTH84}\nocite{KNUTH84}\bibliographystyle{plain}\bibliography{a}", Level.WARNING),
        (r"\cite{KNUTH84}\cite{Knuth84}\bibliographystyle{plain}\bibliography{a}", Level.ERROR),  # BibTeX stops
        (r"\cite{KNUTH84}\usepackage{biblatex}\addbibresource{a.bib}", Level.ERROR),
        (r"\cite{KNUTH84}\bibliography{a}", Level.ERROR),
    ],
)
def test_what_bibtex_reads_is_a_warning(cite: Cite, document: str, level: Level) -> None:
    findings = cite("miscased-citation", {"main.tex": document, "a.bib": "@book{Knuth84}"})
    assert {finding.level for finding in findings} == {level}


def test_both_spellings_may_be_entries(cite: Cite) -> None:
    files = {"main.tex": r"\cite{a,A}\addbibresource{a.bib}", "a.bib": "@book{a}\n@book{A}"}
    assert cite("miscased-citation", files) == []


def test_what_latex_has_written_is_not_mended(cite: Cite) -> None:
    (finding,) = cite("miscased-citation", {"m.aux": "\\citation{k}\n\\bibdata{a}\n", "a.bib": "@book{K}"}, "m.aux")
    assert not finding.edits
