"""missing-bibliography: bibliographies that are named and not there, or without the extension that biblatex wants."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bibcheck.rule import Finding

Cite = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (r"\bibliography{refs,gone}", "there is no bibliography `gone`"),
        (r"\bibliography{ref}", "there is no bibliography `ref`; did you mean `refs`?"),
        (r"\addbibresource{ref.bib}", "there is no bibliography `ref.bib`; did you mean `refs.bib`?"),
        (r"\addbibresource{refs}", r"`\addbibresource` takes the whole name of the file, `refs.bib`"),
    ],
)
def test_reported(cite: Cite, document: str, message: str) -> None:
    (finding,) = cite("missing-bibliography", {"main.tex": document, "refs.bib": "@book{a}"})
    assert finding.message == message


@pytest.mark.parametrize(
    "document",
    [
        r"\bibliography{refs}",
        r"\bibliography{refs.bib}",
        r"\addbibresource{refs.bib}",
        r"\addbibresource[location=remote]{http://x.org/gone.bib}",
        "% \\bibliography{gone}\n\\bibliography{refs}",
        "\\begin{filecontents}{own.bib}\n@book{x}\n\\end{filecontents}\n\\bibliography{own}",
        r"\bibliography{main-blx,refs}",
    ],
)
def test_clean(cite: Cite, document: str) -> None:
    assert cite("missing-bibliography", {"main.tex": document, "refs.bib": "@book{a}"}) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('#bibliography("re\nfs.bib")', "there is no bibliography `re fs.bib`"),
        (f'#bibliography("{"x" * 200}")', f"there is no bibliography `{'x' * 100}…`"),
    ],
)
def test_the_message_is_a_line_of_some_length(cite: Cite, text: str, message: str) -> None:
    assert [each.message for each in cite("missing-bibliography", {"main.typ": text}, "main.typ")] == [message]
