"""What LaTeX has written down for BibTeX."""

from __future__ import annotations

import pytest

from tests.documents.reading import cited, read


def test_everything_that_an_aux_file_says() -> None:
    text = (
        "\\citation{a,b}\n\\citation{*}\n\\bibstyle{plain}\n\\bibdata{x,dir/y}\n\\@input{ch/one.aux}\n\\bibcite{a}{1}\n"
    )
    document = read("a.aux", text)
    assert [citation.key for citation in document.citations] == ["a", "b"]
    assert [citation.key for citation in document.nocites] == ["*"]
    assert [style.name for style in document.styles] == ["plain"]
    assert [bibliography.name for bibliography in document.bibliographies] == ["x", "dir/y"]
    assert [include.name for include in document.includes] == ["ch/one.aux"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("\\abx@aux@cite{0}{a}\n\\abx@aux@segm{0}{0}{a}", ["a"]),
        ("\\abx@aux@cite{a}\n\\abx@aux@refcontext{b}", ["a"]),
        ("\\bibcite{a}{1}\n\\newlabel{a}{{1}{1}}\n\\@writefile{toc}{\\cite{a}}", []),
    ],
)
def test_citations(text: str, keys: list[str]) -> None:
    assert cited("a.aux", text) == keys


CLEAN = [
    "",
    "\\relax\n\\citation{}\n\\citation{ , }\n",
    "\\bibcite{a}{{1}{2001}{{Lee}}{{}}}\n\\newlabel{a}{{1}{1}}\n",
    "\\abx@aux@sortscheme{nty}\n\\abx@aux@refcontext{nty/global//global/global}\n\\abx@aux@page{1}{2}\n",
    "\\@writefile{toc}{\\contentsline {section}{On \\cite {a}}{1}}\n",
    "\\providecommand\\HyperFirstAtBeginDocument{\\AtBeginDocument}\n\\gdef \\@abspage@last{5}\n",
    "\\citation{a",
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_does_not_cite(text: str) -> None:
    document = read("a.aux", text)
    assert not document.citations and not document.nocites and not document.problems


@pytest.mark.parametrize(
    "key", ["biblatex-control", "REVTEX41Control", "apsrev42Control", "IEEEexample:BSTcontrol", "Note1"]
)
def test_what_packages_cite_need_not_exist(key: str) -> None:
    (citation,) = read("a.aux", f"\\citation{{{key}}}").citations
    assert not citation.sure
