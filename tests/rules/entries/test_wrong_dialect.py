"""wrong-dialect: each use where the dialect is set, one finding where it is not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.conftest import Check

RULE = "wrong-dialect"
BIBTEX = "@article{b%d, journal = {J}, year = 2000}\n"


@pytest.mark.parametrize(
    ("text", "spans", "edits"),
    [
        ("@online{k, url = {U}}", ["online"], [["misc"]]),
        ("@report{k, title = {T}}", ["report"], [["techreport"]]),
        ("@thesis{k, type = {mathesis}}", ["thesis"], [["mastersthesis"]]),
        ("@thesis{k, title = {T}}", ["thesis"], [[]]),
        ("@set{k, entryset = {a}}", ["set"], [[]]),
        ("@article{k, journaltitle = {J}}", ["journaltitle"], [["journal"]]),
        ("@book{k, date = {2000}}", ["date"], [["year", "{2000}"]]),
        ("@book{k, date = {2000-05-03}}", ["date"], [["year", "{2000}", ", month = may"]]),
        ("@book{k, date = {2000-05}, month = 5}", ["date"], [["year", "{2000}"]]),
        ("@book{k, date = {2000/2001}}", ["date"], [[]]),
        ("@book{k, date = {2000-12}}", ["date"], [["year", "{2000}", ", month = dec"]]),
        ("@book{k, date = {spring}}", ["date"], [[]]),
        ("@book{k, date = {/2000}}", ["date"], [[]]),
        ("@inbook{k, maintitle = {M}}", ["maintitle"], [[]]),
        ("@book{k, afterword = {A}, origdate = {1900}}", ["afterword", "origdate"], [[], []]),
    ],
)
def test_a_file_for_bibtex_has_nothing_of_biblatex(
    check: Check, text: str, spans: list[str], edits: list[list[str]]
) -> None:
    findings = check(RULE, text + "\n", dialect="bibtex")
    assert [text[slice(*finding.span)] for finding in findings] == spans
    assert [[edit.text for edit in finding.edits] for finding in findings] == edits


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("@book{k, year = 2000, date = {2000}}", {}),
        ("@article{k, journal = {J}, journaltitle = {J}}", {}),
        ("@inproceedings{k, doi = {10.1/1}, url = {U}, urldate = {D}, location = {L}, eprinttype = {arXiv}}", {}),
        ("@electronic{k}\n@patent{l}\n@standard{m}\n@phdthesis{n}", {}),
        ("@online{k}\n@software{l, date = {2000}}", {"allow": ("online", "Software", "date")}),
    ],
)
def test_what_does_no_harm_in_bibtex_is_clean(check: Check, text: str, options: dict[str, Any]) -> None:
    assert check(RULE, text + "\n", dialect="bibtex", **options) == []


def test_what_nobody_misses_is_let_be(check: Check) -> None:
    text = (
        "".join(BIBTEX % number for number in range(90))
        + "@online{k, title = {T}, url = {http://a.org}}\n@book{l, booksubtitle = {S}, year = 1}\n"
    )
    assert not check(RULE, text)


def test_a_field_that_adds_to_an_entry_does_not_say_what_the_file_is_for(check: Check) -> None:
    text = BIBTEX % 1 + "@article{k, journal = {J}, year = 2000, addendum = {A}}\n"
    assert not check(RULE, text)
    assert check(RULE, text, dialect="bibtex")


STRAY = "@article{s, journaltitle = {J}, year = 2000}\n@online{t, title = {T}, url = {http://a.org}}\n"


def test_a_stray_field_gets_one_finding(check: Check) -> None:
    text = "".join(BIBTEX % number for number in range(20)) + STRAY
    [finding] = check(RULE, text)
    assert text[slice(*finding.span)] == "journaltitle"
    assert finding.message == "`journaltitle` is BibLaTeX, 21 entries are BibTeX: write `journal`, or set `dialect`"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("".join(BIBTEX % number for number in range(6)) + STRAY, "`journaltitle`, `@online` (2 times) are"),
        ("".join(BIBTEX % n for n in range(30)) + "@thesis{s, school = {S}, year = 2000}\n", "`@thesis` is"),
        ("".join(BIBTEX % n for n in range(6)) + "@newspaper{n, date = {2000-11-20}, journal = {J}}\n", "`date` is"),
    ],
)
def test_what_is_muted_in_a_file_for_either_is_said_once(check: Check, text: str, named: str) -> None:
    [finding] = check(RULE, text)
    assert finding.message.startswith(named + " BibLaTeX, ")
    assert finding.message.endswith(": rules on which the two differ are silent until you set `dialect`")
    assert not check(RULE, text, dialect="biblatex")


@pytest.mark.parametrize(
    "text",
    [
        "".join(BIBTEX % number for number in range(40)) + "@online{n, date = {2000-11-20}, url = {http://a.org}}\n",
        "@misc{k, title = {T}, date = {2000}}\n" * 2 + "@thesis{t, year = 2000}\n" * 3,
        BIBTEX % 1 + "@software{z, title = {T}, year = 2024, publisher = {Zenodo}, url = {http://a.org}}\n",
    ],
)
def test_other_files_are_let_be(check: Check, text: str) -> None:
    assert not check(RULE, text)


def test_a_mixed_file_gets_one_finding_on_demand(check: Check) -> None:
    text = "".join(BIBTEX % number for number in range(6)) + "@online{k, title = {T}}\n@software{l, title = {T}}\n"
    [finding] = check(RULE, text, mixed=True)
    assert text[slice(*finding.span)] == "online"
    assert finding.edits == ()
    assert finding.message.startswith("`@online`, `@software` (2 times) are BibLaTeX, 6 entries are BibTeX: ")
    assert check(RULE, text, dialect="biblatex", mixed=True) == []
    assert check(RULE, text, allow=("online", "software"), mixed=True) == []
    assert check(RULE, BIBTEX % 1, mixed=True) == []


@pytest.mark.parametrize(
    ("text", "spans", "edits"),
    [
        ("@article{k, journal = {J}, year = 2000}", ["journal", "year"], [["journaltitle"], ["date"]]),
        ("@book{k, year = {2000}, month = may}", ["year"], [["date", "{2000-05}", ""]]),
        ("@book{k, year = {2000}, month = {12}}", ["year"], [["date", "{2000-12}", ""]]),
        ("@book{k, year = {2000}, month = {1}}", ["year"], [["date", "{2000-01}", ""]]),
        ("@book{k, year = {2000}, month = {13}}", ["year"], [[]]),
        ("@book{k, year = {2000}, month = {May/June}}", ["year"], [[]]),
        ("@book{k, year = {2000}}", ["year"], [["date"]]),
        ("@mastersthesis{k, title = {T}}", ["mastersthesis"], [["thesis", ", type = {mathesis}"]]),
        ("@book{k, year = {2000}, month = {spring}}", ["year"], [[]]),
        ("@book{k, year = {c. 2000}}", ["year"], [[]]),
        ("@book{k, address = {A}, date = {2000}, year = {2000}}", ["address"], [["location"]]),
        ("@techreport{k, title = {T}}", ["techreport"], [["report", ", type = {techreport}"]]),
        ("@techreport{k, type = {T}}", ["techreport"], [["report"]]),
        ("@conference{k, title = {T}}", ["conference"], [["inproceedings"]]),
        ("@online{k, date = {2000}, location = {L}}", [], []),
    ],
)
def test_pure_biblatex_has_its_own_names(check: Check, text: str, spans: list[str], edits: list[list[str]]) -> None:
    findings = check(RULE, text + "\n", dialect="biblatex", pure=True)
    assert [text[slice(*finding.span)] for finding in findings] == spans
    assert [[edit.text for edit in finding.edits] for finding in findings] == edits
    assert check(RULE, text + "\n", dialect="biblatex") == []


@pytest.mark.parametrize(("others", "is_slip"), [(39, False), (40, True)])
def test_how_many_fields_of_bibtex_make_one_of_biblatex_a_slip(check: Check, others: int, is_slip: bool) -> None:
    strays = "".join(f"@article{{s{n}, journaltitle = {{J}}, year = 2000}}\n" for n in range(2))
    [finding] = check(RULE, "".join(BIBTEX % number for number in range(others)) + strays)
    assert finding.message.endswith("write `journal`, or set `dialect`") == is_slip


def test_a_message_about_a_file_names_three_things(check: Check) -> None:
    own = "@online{k, title = {T}}\n@software{l, title = {T}}\n@dataset{m, title = {T}}\n"
    more = "@report{n, title = {T}}\n"
    text = "".join(BIBTEX % number for number in range(6))
    [three] = check(RULE, text + own, mixed=True)
    [four] = check(RULE, text + own + more, mixed=True)
    assert three.message.startswith("`@online`, `@software`, `@dataset` (3 times) are BibLaTeX, 6 entries are BibTeX")
    assert four.message.startswith("`@online`, `@software`, `@dataset`, … (4 times) are BibLaTeX, 6 entries are BibTeX")
