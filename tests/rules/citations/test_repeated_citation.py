"""repeated-citation: a key twice in one list, taken out once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bibcheck.rule import Finding
from tests.applying import apply

Cite = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("document", "fixed"),
    [
        (r"\cite{a,b,a}", r"\cite{a,b}"),
        (r"\cite{a, a, a}", r"\cite{a}"),
        (r"\citep[see][]{a ,  b , a , c}", r"\citep[see][]{a ,  b , c}"),
        ("\\cite{a,%\n  a}", "\\cite{a,%\n  a}"),  # the comment stays
    ],
)
def test_fixed(cite: Cite, document: str, fixed: str) -> None:
    findings = cite("repeated-citation", {"main.tex": document})
    assert findings
    assert apply(document, findings) == fixed


def test_markdown(cite: Cite) -> None:
    (finding,) = cite("repeated-citation", {"a.md": "As [@a; @b; @a] say.\n"}, "a.md")
    assert apply("As [@a; @b; @a] say.\n", [finding]) == "As [@a; @b] say.\n"


@pytest.mark.parametrize(
    "document",
    [
        r"\cite{a,b}",
        r"\cite{a} and \cite{a}",
        r"\cite{a}\cite{a}",
        r"\cites{a}{a}",
        r"\cites[3]{a}[5]{a}",
        r"\cite[3]{a}, \cite[5]{a}",
        r"\cite{a,A}",
    ],
)
def test_clean(cite: Cite, document: str) -> None:
    assert cite("repeated-citation", {"main.tex": document}) == []


def test_markdown_with_locators_is_clean(cite: Cite) -> None:
    assert cite("repeated-citation", {"a.md": "As [@a, p. 3; @a, p. 5] and @a, @b, and @a say.\n"}, "a.md") == []


def test_what_latex_has_written_is_let_be(cite: Cite) -> None:
    assert cite("repeated-citation", {"m.aux": "\\citation{a,b,a}\n"}, "m.aux") == []
