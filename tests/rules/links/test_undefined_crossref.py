"""undefined-crossref: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

PARENT = "@proceedings{p, title = {P}, year = {1984}}\n"

CHILD = "@inproceedings{c, title = {C}, crossref = {p}}\n"

UNDEFINED = [
    (CHILD, "bibtex", ["crossref names `p`, which is no entry"]),
    (CHILD + PARENT, "bibtex", []),
    ("@misc{a, crossref = {knuht84}}\n@misc{knuth84, title = {T}}\n", "bibtex",
     ["crossref names `knuht84`, which is no entry; did you mean `knuth84`?"]),
    ("@misc{a, crossref = {P}}\n" + PARENT, "bibtex", []),
    ("@misc{a, crossref = {P}}\n" + PARENT, "biblatex",
     ["crossref names `P`, but the entry is `p`: for biber letter case counts"]),
    ("@set{s, entryset = {p, q}}\n" + PARENT, "biblatex", ["entryset names `q`, which is no entry"]),
    ("@misc{a, related = {old}}\n@misc{new, ids = {old, older}}\n", "biblatex", []),
    ("@misc{a, crossref = somewhere}\n", "bibtex", []),
    ("@misc{a, crossref = {}}\n", "bibtex", []),
]  # fmt: skip


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
