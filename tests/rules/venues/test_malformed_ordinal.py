"""What malformed-ordinal reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

REPORTED = [
    ("booktitle", "Proceedings of the 2Nd European Conference", "2Nd", "Proceedings of the 2nd European Conference"),
    ("booktitle", "IEEE 81ST Vehicular Technology Conference", "81ST", "IEEE 81st Vehicular Technology Conference"),
    ("booktitle", "{21th International Workshop}", "21th", "{21st International Workshop}"),
    ("booktitle", "The 112nd Meeting", "112nd", "The 112th Meeting"),
    ("booktitle", r"The 3\textsuperscript{Rd} Meeting", r"3\textsuperscript{Rd}", r"The 3\textsuperscript{rd} Meeting"),
    ("edition", "6nd", "6nd", "6th"),
    ("title", "The 11st Hour", "11st", "The 11th Hour"),
    ("title", "The 99Th and Last", "99Th", "The 99th and Last"),
    ("booktitle", "The 3th Meeting", "3th", "The 3rd Meeting"),
    ("title", "Numerical Recipes (2Nd Ed.)", "2Nd", "Numerical Recipes (2nd Ed.)"),
    ("title", "Networks in the 21th Century", "21th", "Networks in the 21st Century"),
]
CLEAN = [
    ("booktitle", "Proceedings of the 2nd, 11th, 12th, 13th, 21st, 22nd, 23rd and 111th Conference"),
    ("booktitle", "PROCEEDINGS OF THE 21ST ANNUAL CONFERENCE"),
    ("title", "{A VIEW FROM THE 21ST CENTURY}"),
    ("title", "IPv6 Rapid Deployment on IPv4 Infrastructures (6rd)"),
    ("title", "A Stateless Solution (4rd)"),
    ("title", "Dating by 230Th and 234U"),
    ("title", "Variations of 142Nd in 143Nd/144Nd"),
    ("title", "The COVID-19th chapter, x-21th"),
    ("title", "The 10st Hour"),
    ("title", "Dating by 100Th"),
    ("title", "O(1/10th)"),
    ("note", "2Nd printing"),
    ("booktitle", "Proceedings of the 1999 Congress on Evolutionary Computation-CEC99 (Cat. No. 99TH8406)"),
]


@pytest.mark.parametrize(("field", "value", "written", "fixed"), REPORTED)
def test_an_ordinal_that_english_has_not(check: Check, field: str, value: str, written: str, fixed: str) -> None:
    text = f"@book{{k, {field} = {{{value}}}}}"
    (finding,) = check("malformed-ordinal", text)
    assert text[finding.span.start : finding.span.end] == written
    (edit,) = finding.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == f"@book{{k, {field} = {{{fixed}}}}}"


@pytest.mark.parametrize(("field", "value"), CLEAN)
def test_what_is_right_or_no_ordinal(check: Check, field: str, value: str) -> None:
    assert not check("malformed-ordinal", f"@book{{k, {field} = {{{value}}}}}")


def test_what_a_macro_holds_is_reported_and_not_changed(check: Check) -> None:
    (finding,) = check("malformed-ordinal", "@string{c = {2Nd Conference}}\n@inproceedings{k, booktitle = c}")
    assert not finding.edits
