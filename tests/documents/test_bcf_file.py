"""What biblatex tells biber."""

from __future__ import annotations

import pytest

from tests.documents.reading import read

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<bcf:controlfile version="3.10" xmlns:bcf="https://x.org">\n'


def test_everything_that_a_bcf_file_says() -> None:
    text = (
        f"{HEAD}<!-- é -->\n"
        '<bcf:bibdata section="0"><bcf:datasource type="file" datatype="bibtex" glob="false">réfs.bib</bcf:datasource>\n'
        '<bcf:datasource type="remote" datatype="bibtex">https://x.org/a.bib</bcf:datasource></bcf:bibdata>\n'
        '<bcf:section number="0"><bcf:citekey order="1" intorder="1">Müller:84</bcf:citekey>\n'
        '<bcf:citekey order="0" nocite="1">*</bcf:citekey><bcf:citekey order="2" nocite="1"> b </bcf:citekey>\n'
        "</bcf:section></bcf:controlfile>"
    )
    document = read("a.bcf", text)
    assert [citation.key for citation in document.citations] == ["Müller:84"]
    assert [citation.key for citation in document.nocites] == ["*", "b"]
    assert [(bibliography.name, bibliography.remote) for bibliography in document.bibliographies] == [
        ("réfs.bib", False),
        ("https://x.org/a.bib", True),
    ]
    assert not document.problems


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{HEAD}<bcf:citekey>a</bcf:citekey>", "the file is not well-formed XML: no element found"),
        (f"{HEAD}<bcf:citekey>a</bcf:citekey></wrong>", "the file is not well-formed XML: mismatched tag"),
    ],
)
def test_a_broken_file_is_read_as_far_as_it_goes(text: str, message: str) -> None:
    document = read("a.bcf", text)
    assert [citation.key for citation in document.citations] == ["a"]
    assert [problem.message for problem in document.problems] == [message]


def test_entities_are_refused() -> None:
    text = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x><citekey>&b;</citekey></x>'
    document = read("a.bcf", text)
    assert not document.citations
    assert [problem.message for problem in document.problems] == [
        "the file has a document type declaration, which is not read"
    ]


def test_members_of_a_set_are_cited() -> None:
    text = f'{HEAD}<bcf:citekey order="1" type="set" members="a,b">s</bcf:citekey></bcf:controlfile>'
    from bibcheck.documents import read_document
    from bibcheck.source import Source

    citations = read_document(Source("a.bcf", text)).citations
    assert [(citation.key, citation.sure) for citation in citations] == [("s", False), ("a", True), ("b", True)]


def test_a_name_over_two_lines_is_none() -> None:
    document = read(
        "a.bcf", f"{HEAD}<bcf:citekey>a\r\nb</bcf:citekey><bcf:citekey>\n c \n</bcf:citekey></bcf:controlfile>"
    )
    assert [citation.key for citation in document.citations] == ["c"]


CLEAN = [
    "<bcf:options><bcf:option><bcf:key>sorting</bcf:key><bcf:value>nty</bcf:value></bcf:option></bcf:options>",
    '<bcf:section number="0"><!-- <bcf:citekey>a</bcf:citekey> --></bcf:section>',
    '<bcf:section number="0"><bcf:citekey order="1"></bcf:citekey><bcf:citekey order="2"> </bcf:citekey></bcf:section>',
    "<bcf:datamodel><bcf:entrytypes><bcf:entrytype>article</bcf:entrytype></bcf:entrytypes></bcf:datamodel>",
    '<bcf:datalist name="x"><bcf:sort order="1"><bcf:sortitem order="1">author</bcf:sortitem></bcf:sort></bcf:datalist>',
]


@pytest.mark.parametrize("text", CLEAN)
def test_what_does_not_cite(text: str) -> None:
    document = read("a.bcf", f"{HEAD}{text}</bcf:controlfile>")
    assert not document.citations and not document.nocites and not document.problems
