"""conflicting-fields: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

REPORTED = [
    ("conflicting-fields", "@book{k, author = {A}, editor = {E}}", ["{E}"], []),
    ("conflicting-fields", "@inbook{k, volume = 1, number = 2}", ["2"], []),
    ("conflicting-fields", "@article{k, journal = {J}, booktitle = {B}}", ["{B}"], []),
    ("conflicting-fields", "@article{k, journal = {Nets}, booktitle = {Nets 27}}", ["{Nets 27}"], []),
    ("conflicting-fields", "@article{k, articleno = 1, eid = {2}}", ["{2}"], []),
]
CLEAN = [
    ("conflicting-fields", "@article{k, volume = 1, number = 2, author = {A}, editor = {E}}"),
    ("conflicting-fields", "@book{k, author = {A}, editor = {}, volume = {}, number = 2}"),
    ("conflicting-fields", "@book{k, author = {A}, crossref = {p}}\n@book{p, editor = {E}}"),
    ("conflicting-fields", "@techreport{k, volume = 1, number = 2}"),
    (
        "conflicting-fields",
        "@book{k, author = {Erving Goffman}, editor = {Charles Lemert}, date = 1997, location = {M}}",
    ),
    ("conflicting-fields", "@inproceedings{k, journal = {Trees {C}onf.}, booktitle = {{Trees} conf}}"),
    (
        "conflicting-fields",
        "@inproceedings{k, journal = {Workshop on Nets, Oslo, Norway}, booktitle = {Workshop on Nets 1997}}",
    ),
    ("conflicting-fields", "@article{k, journal = {Procedia}, volume = 4, booktitle = {Proceedings of ICCS 2011}}"),
    ("conflicting-fields", "@article{Harilal:2023smf, journal = {J.Phys.Conf.Ser.}, booktitle = {Workshop}}"),
    ("conflicting-fields", "@book{k, date = {2000}, year = {2000}, title = {T}}"),
    ("conflicting-fields", "@book{k, author = {A}, editor = {E}, langid = {english}}"),
    ("conflicting-fields", "@inbook{k, author = {A}, editor = {E}, booktitle = {B}}"),
    ("conflicting-fields", "@article{k, articleno = 1, eid = {}}"),
]


@pytest.mark.parametrize(("rule", "text", "spans", "edits"), REPORTED)
def test_a_field_is_reported(check: Check, rule: str, text: str, spans: list[str], edits: list[str]) -> None:
    findings = check(rule, text + "\n")
    assert [text[slice(*finding.span)] for finding in findings] == spans
    assert [edit.text for finding in findings for edit in finding.edits] == edits


@pytest.mark.parametrize(("rule", "text"), CLEAN)
def test_a_field_is_clean(check: Check, rule: str, text: str) -> None:
    assert check(rule, text + "\n") == []


def test_biblatex_prints_them_all(check: Check) -> None:
    text = "@book{k, author = {A}, editor = {E}, volume = 1, number = 2, date = {2000}, year = {2000}}\n"
    assert not check("conflicting-fields", text, dialect="biblatex")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "@article{k, journal = {J}, booktitle = {B}}",
            "`journal` and `booktitle` in one `@article`: BibTeX's standard styles print `journal` only: remove one",
        ),
        (
            "@inproceedings{k, journal = {J}, booktitle = {B}}",
            "`journal` and `booktitle` in one `@inproceedings`: BibTeX's standard styles print `booktitle` only: remove one",
        ),
        ("@misc{k, journal = {J}, booktitle = {B}}", "`journal` and `booktitle` in one entry: keep one of them"),
        (
            "@article{k, journal = {J}, booktitle = {B}, langid = {english}}",
            "`journal` and `booktitle` in one `@article`: BibTeX's standard styles print `journal` only: remove one",
        ),
        ("@article{k, articleno = 1, eid = {2}}", "`articleno` and `eid` in one entry: keep one of them"),
        (
            "@book{k, author = {A}, editor = {E}}",
            "`author` and `editor` in one `@book`: BibTeX's styles print `author` only: move or remove the other",
        ),
        (
            "@book{k, volume = 1, number = 2}",
            "`volume` and `number` in one `@book`: BibTeX's styles print `volume` only: move or remove the other",
        ),
    ],
)
def test_the_message_says_what_is_printed(check: Check, text: str, message: str) -> None:
    assert [finding.message for finding in check("conflicting-fields", text + "\n", dialect="bibtex")] == [message]
