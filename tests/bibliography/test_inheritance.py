"""What an entry inherits, as BibTeX and biber do it, and which dialect a file is taken for."""

from __future__ import annotations

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.source import Source

PROCEEDINGS = "@inproceedings{c, crossref = {p}}\n@proceedings{p, title = {P}, year = 2000}\n"
CHAIN = """
@inbook{c, crossref = {b}}
@book{b, title = {B}, subtitle = {S}, author = {Auth, A.}, crossref = {m}}
@mvbook{m, title = {M}, publisher = {P}, shorttitle = {M}}
"""
XDATA = """
@book{c, xdata = {x, y}}
@xdata{x, publisher = {P}}
@xdata{y, xdata = {z}}
@xdata{z, location = {L}}
"""


@pytest.mark.parametrize(
    ("text", "dialect", "inherited", "not_inherited"),
    [
        # bibtex.web, §277: every field, under its own name.
        (PROCEEDINGS, "bibtex", "title year", "booktitle date editor"),
        # biblatex.def, DeclareDataInheritance: the title of the parent is the booktitle of the child, and no title.
        (PROCEEDINGS, "biblatex", "booktitle year", "title editor"),
        (
            CHAIN,
            "biblatex",
            "booktitle booksubtitle maintitle author bookauthor publisher",
            "title subtitle shorttitle",
        ),
        (CHAIN, "bibtex", "title subtitle author publisher", "booktitle bookauthor"),
        (XDATA, "biblatex", "publisher location", "address title"),
        # An alias of BibTeX in the parent is the field that it stands for.
        ("@article{c, crossref = {p}}\n@article{p, journal = {J}}\n", "biblatex", "journaltitle", "title"),
        ("@inproceedings{c, crossref = {p}}\n@conference{p, key = {K}}\n", "biblatex", "", "sortkey crossref"),
        # xref counts as a reference, and gives nothing.
        ("@inproceedings{c, xref = {p}}\n@proceedings{p, title = {P}}\n", "biblatex", "", "booktitle title"),
        # Out of sight.
        ("@inproceedings{c, crossref = {q}}\n", "bibtex", "title booktitle", ""),
        ("@book{c, xdata = {q}}\n", "biblatex", "title", ""),
        ("@inproceedings{c, crossref = macro}\n@proceedings{p, title = {P}}\n", "bibtex", "year", ""),
        ("@inbook{c, crossref = {b}}\n@book{b, crossref = {q}}\n", "bibtex", "title", ""),
        # A circle.
        ("@inbook{c, crossref = {b}}\n@book{b, crossref = {c}}\n", "bibtex", "", "title"),
        ("@inbook{c, crossref = {c}}\n", "biblatex", "", "title"),
    ],
)
def test_an_entry_may_inherit_what_its_program_gives_it(
    text: str, dialect: str, inherited: str, not_inherited: str
) -> None:
    bib = Bibliography(Source("a.bib", text), dialect)
    child = bib.entries[0]
    assert [name for name in inherited.split() if not bib.may_inherit(child, name)] == []
    assert [name for name in not_inherited.split() if bib.may_inherit(child, name)] == []


def test_an_entry_may_have_what_is_its_own() -> None:
    bib = Bibliography(Source("a.bib", "@book{b, title = {T}}\n"))
    assert bib.may_have(bib.entries[0], "title")
    assert bib.may_have(bib.entries[0], "author", "title")
    assert not bib.may_have(bib.entries[0], "author")


BIBTEX = "@article{a%d, journal = {J}, year = 2000}\n"
BIBLATEX = "@article{b%d, journaltitle = {J}, date = {2000}}\n"


def several(line: str, count: int) -> str:
    return "".join(line % number for number in range(count))


@pytest.mark.parametrize(
    ("text", "dialect", "is_mixed"),
    [
        ("", "bibtex", False),
        (several(BIBTEX, 3), "bibtex", False),
        (several(BIBLATEX, 3), "biblatex", False),
        # BibLaTeX reads BibTeX's fields: it takes a third.
        (several(BIBTEX, 3) + several(BIBLATEX, 2), "biblatex", False),
        (several(BIBTEX, 6) + several(BIBLATEX, 2), "bibtex", True),
        # One slip in many entries is a slip.
        (several(BIBTEX, 40) + several(BIBLATEX, 1), "bibtex", False),
        # Styles for BibTeX have @online too.
        ("@online{o, title = {T}, year = 2000}\n" + several(BIBTEX, 1), "bibtex", True),
        ("@online{o, title = {T}}\n", "biblatex", False),
        ("@thesis{t, title = {T}, year = 2000}\n", "biblatex", False),
        # A date beside the year, as some exporters write it.
        ("@book{b, title = {T}, year = 2000, date = {2000}}\n", "bibtex", False),
        # ACM, DBLP and abntex2 put these into files for BibTeX.
        ("@inproceedings{b, year = 2000, location = {L}, subtitle = {S}, eprinttype = {arXiv}}\n", "bibtex", False),
        # JabRef says it.
        (several(BIBTEX, 3) + "@comment{jabref-meta: databaseType:biblatex;}\n", "biblatex", False),
        (several(BIBLATEX, 3) + "@comment{jabref-meta: databaseType:bibtex;}\n", "bibtex", False),
    ],
)
def test_the_dialect_of_a_file_is_judged_from_its_entries(text: str, dialect: str, is_mixed: bool) -> None:
    bib = Bibliography(Source("a.bib", text))
    assert (bib.dialect, bib.is_mixed) == (dialect, is_mixed)


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_a_dialect_that_is_set_holds(dialect: str) -> None:
    bib = Bibliography(Source("a.bib", several(BIBTEX, 2) + several(BIBLATEX, 2)), dialect)
    assert bib.dialect == dialect
    assert bib.is_dialect_given
    assert not bib.is_mixed
