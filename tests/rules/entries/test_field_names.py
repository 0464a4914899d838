"""The rules on names of fields: misspelled, unknown, unused, private, forbidden, conflicting."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.conftest import Check

REPORTED = [
    ("misspelled-field", "@book{k, auhtor = {A}}", ["auhtor"], ["author"]),
    ("misspelled-field", "@book{k, PUBISHER = {A}, page = {3}}", ["PUBISHER", "page"], ["publisher", "pages"]),
    ("unknown-field", "@book{k, shelf = {7}, title = {T}}", ["shelf"], []),
    ("unused-field", "@book{k, journal = {J}, institution = {I}}", ["journal", "institution"], []),
    ("unused-field", "@misc{k, volume = 3}", ["volume"], []),
    ("private-field", "@book{k, Owner = {me}, abstract = {A}}", ["Owner", "abstract"], ["", ""]),
    ("private-field", "@book{k, bdsk-url-1 = {U}, mendeley-tags = {t}}", ["bdsk-url-1", "mendeley-tags"], ["", ""]),
    ("conflicting-fields", "@book{k, author = {A}, editor = {E}}", ["{E}"], []),
    ("conflicting-fields", "@inbook{k, volume = 1, number = 2}", ["2"], []),
    ("conflicting-fields", "@article{k, journal = {J}, booktitle = {B}}", ["{B}"], []),
    ("conflicting-fields", "@article{k, articleno = 1, eid = {2}}", ["{2}"], []),
]

CLEAN = [
    # The entry has it, under one name or another.
    ("misspelled-field", "@book{k, auhtor = {A}, author = {B}}"),
    ("misspelled-field", "@article{k, jounal = {A}, journaltitle = {B}, date = {2000}}"),
    ("misspelled-field", "@book{k, xauthor = {A}, author2 = {A}, optnote = {N}, notes = {N}, issn-l = {I}}"),
    ("unknown-field", "@book{k, author+an = {1=x}, bdsk-url-9 = {U}, abbr = {A}, articleno = 1, optnote = {N}}"),
    # Of this speaks misspelled-field.
    ("unknown-field", "@book{k, auhtor = {A}}"),
    ("unused-field", "@book{k, doi = {D}, isbn = {I}, keywords = {K}, shelf = {S}, file = {F}, key = {K}}"),
    ("unused-field", "@proceedings{k, booktitle = {B}}\n@unheardof{l, journal = {J}}\n@xdata{m, journal = {J}}"),
    ("unused-field", "@article{k, eid = {1}, numpages = 3, articleno = 4}"),
    ("private-field", "@book{k, title = {T}, note = {N}, annote = {A}, collaboration = {C}}"),
    ("forbidden-field", "@book{k, title = {T}, note = {N}}"),
    ("conflicting-fields", "@article{k, volume = 1, number = 2, author = {A}, editor = {E}}"),
    ("conflicting-fields", "@book{k, author = {A}, editor = {}, volume = {}, number = 2}"),
    ("conflicting-fields", "@book{k, author = {A}, crossref = {p}}\n@book{p, editor = {E}}"),
    ("conflicting-fields", "@techreport{k, volume = 1, number = 2}"),
    (
        "conflicting-fields",
        "@book{k, author = {Erving Goffman}, editor = {Charles Lemert}, date = 1997, location = {M}}",
    ),
    ("conflicting-fields", "@inproceedings{k, journal = {Trees {C}onf.}, booktitle = {{Trees} conf}}"),
    ("conflicting-fields", "@article{k, journal = {Procedia}, volume = 4, booktitle = {Proceedings of ICCS 2011}}"),
    # INSPIRE writes the conference beside the journal.
    ("conflicting-fields", "@article{Harilal:2023smf, journal = {J.Phys.Conf.Ser.}, booktitle = {Workshop}}"),
    ("conflicting-fields", "@book{k, date = {2000}, year = {2000}, title = {T}}"),
]

WITH_OPTIONS: list[tuple[str, str, dict[str, Any], list[str]]] = [
    ("misspelled-field", "@book{k, auhtor = {A}}", {"known": ("auhtor",)}, []),
    ("unknown-field", "@book{k, shelf-mark = {7}}", {"known": ("shelf*",)}, []),
    ("unused-field", "@book{k, journal = {J}}", {"allow": ("journal",)}, []),
    ("private-field", "@book{k, owner = {O}, rating = 5}", {"keep": ("owner",), "fields": ("ra*",)}, ["rating"]),
    ("forbidden-field", "@book{k, month = may}\n@misc{l, month = may}", {"fields": ("book: month",)}, ["month"]),
    ("forbidden-field", "@book{k, abstract = {A}, x-a = {B}}", {"fields": ("x-*", "Abstract")}, ["abstract", "x-a"]),
]


@pytest.mark.parametrize(("rule", "text", "spans", "edits"), REPORTED)
def test_a_field_is_reported(check: Check, rule: str, text: str, spans: list[str], edits: list[str]) -> None:
    findings = check(rule, text + "\n")
    assert [text[slice(*finding.span)] for finding in findings] == spans
    assert [edit.text for finding in findings for edit in finding.edits] == edits


@pytest.mark.parametrize(("rule", "text"), CLEAN)
def test_a_field_is_clean(check: Check, rule: str, text: str) -> None:
    assert check(rule, text + "\n") == []


@pytest.mark.parametrize(("rule", "text", "options", "spans"), WITH_OPTIONS)
def test_options_change_what_is_reported(
    check: Check, rule: str, text: str, options: dict[str, Any], spans: list[str]
) -> None:
    assert [text[slice(*finding.span)] for finding in check(rule, text + "\n", **options)] == spans


def test_biblatex_prints_them_all(check: Check) -> None:
    text = "@book{k, author = {A}, editor = {E}, volume = 1, number = 2, date = {2000}, year = {2000}}\n"
    assert not check("conflicting-fields", text, dialect="biblatex")


def test_in_biblatex_other_fields_are_unused(check: Check) -> None:
    text = (
        "@book{k, journaltitle = {J}, publisher = {P}, address = {A}, endyear = {1}, urldate = {D}, eventtitle = {E}}\n"
    )
    findings = check("unused-field", text, dialect="biblatex")
    assert [text[slice(*finding.span)] for finding in findings] == ["journaltitle", "eventtitle"]


def test_many_uses_of_an_unknown_field_are_one_finding(check: Check) -> None:
    text = "".join(f"@misc{{k{number}, shelf = {{7}}}}\n" for number in range(20))
    [finding] = check("unknown-field", text)
    assert finding.message == "no style and no program knows the field `shelf` (it stands 20 times)"
