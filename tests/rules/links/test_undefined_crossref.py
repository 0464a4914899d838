"""undefined-crossref: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

PARENT = "@proceedings{p, title = {P}, year = {1984}}\n"

CHILD = "@inproceedings{c, title = {C}, crossref = {p}}\n"

UNDEFINED = [
    (CHILD, "bibtex", ["crossref names `p`, which is no entry: add it, or remove the link"]),
    (CHILD + PARENT, "bibtex", []),
    ("@misc{a, crossref = {knuht84}}\n@misc{knuth84, title = {T}}\n", "bibtex",
     ["crossref names `knuht84`, which is no entry; did you mean `knuth84`?"]),
    ("@misc{a, crossref = {P}}\n" + PARENT, "bibtex", []),
    ("@misc{a, crossref = {P}}\n" + PARENT, "biblatex",
     ["crossref names `P`, but the entry is `p`: for biber letter case counts"]),
    ("@set{s, entryset = {p, q}}\n" + PARENT, "biblatex",
     ["entryset names `q`, which is no entry: add it, or remove the link"]),
    ("@misc{a, related = {old}}\n@misc{new, ids = {old, older}}\n", "biblatex", []),
    ("@misc{a, crossref = somewhere}\n", "bibtex", []),
    ("@misc{a, crossref = {}}\n", "bibtex", []),
]  # fmt: skip


XDATA = "@xdata{x, author = {Ann Alpha and Bo Beta}, location = {Bonn}}\n@book{b, title = {T}, %s}\n"
PARTS = [
    ("note = {xdata=x-note}", ["`xdata=x-note` is printed as it stands: `x` has no `note`"]),
    ("publisher = {xdata=x}", ["`xdata=x` is printed as it stands: it names no field, as in `xdata=key-title`"]),
    (
        "author = {Cy Gamma and xdata=x-author-3}",
        ["`xdata=x-author-3` is printed as it stands: `author` of `x` lists 2"],
    ),
    ("addendum = {xdata=y-title}", ["xdata=y-title names `y`, which is no entry: add it, or remove the link"]),
    ("author = {xdata=x-author and Cy Gamma}", []),
    ("author = {Cy Gamma and xdata=x-author-2}", []),
    ("address = {xdata=x-address}, note = {see https://example.org?xdata=x}", []),
]


@pytest.mark.parametrize(("fields", "messages"), PARTS)
def test_parts_of_other_entries(check: Check, fields: str, messages: list[str]) -> None:
    text = XDATA % fields
    assert [finding.message for finding in check("undefined-crossref", text, dialect="biblatex")] == messages
    assert not check("undefined-crossref", text, dialect="bibtex")


@pytest.mark.parametrize(("text", "dialect", "messages"), UNDEFINED)
def test_undefined_crossref(check: Check, text: str, dialect: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("undefined-crossref", text, dialect=dialect)] == messages


def test_a_parent_in_another_file_of_the_project_counts(check: Check) -> None:
    assert not check("undefined-crossref", CHILD, PARENT)


LINK = "@inproceedings{c%d, title = {C}, crossref = {p%d}}\n"


def test_links_that_all_lead_out_of_sight_are_one_finding(check: Check) -> None:
    text = "".join(LINK % (number, number) for number in range(9))
    [finding] = check("undefined-crossref", text)
    assert finding.key == "c0"
    assert finding.message.startswith("crossref names `p0`, which is no entry, and 8 more links lead nowhere either")
    assert len(check("undefined-crossref", text + PARENT.replace("{p,", "{p3,"))) == 8
    assert not check("undefined-crossref", text, "".join(PARENT.replace("{p,", f"{{p{n},") for n in range(9)))


@pytest.mark.parametrize(("links", "findings"), [(3, 3), (4, 1)])
def test_how_many_links_out_of_sight_are_one_finding(check: Check, links: int, findings: int) -> None:
    assert len(check("undefined-crossref", "".join(LINK % (number, number) for number in range(links)))) == findings
