"""malformed-month: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

MONTHS = [
    ("{January}", "jan"),
    ("{Sept}", "sep"),
    ("{Sept.}", "sep"),
    ("{09}", "sep"),
    ("{5}", "may"),
    ('"12--14 June"', '"12--14~" # jun'),
    ("{June 26-29}", "jun # {~26-29}"),
    ("{JUL/AUG}", "jul # {/} # aug"),
    ("{November~17}", "nov # {~17}"),
    ("{may}", "may"),
    ("{August 17th}", "aug # {~17th}"),
    ("{17th August}", "{17th~} # aug"),
    ("{31 July -- 2 August}", "{31~} # jul # {~-- 2~} # aug"),
]


MONTHS_LET_BE = ["jan", 'jun # "~12"', "{}", "{Spring}", "{Julho}", "{M{\\^e}s}", "{Forthcoming}", "{Lorem}", "other"]


@pytest.mark.parametrize(("value", "fixed"), MONTHS)
def test_months_become_macros_and_keep_their_days(check: Check, value: str, fixed: str) -> None:
    text = f"@misc{{k, year = 1984, month = {value}}}\n"
    (finding,) = check("malformed-month", text, dialect="bibtex")
    (edit,) = finding.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == f"@misc{{k, year = 1984, month = {fixed}}}\n"


@pytest.mark.parametrize("value", MONTHS_LET_BE)
def test_months_let_be(check: Check, value: str) -> None:
    assert not check("malformed-month", f"@misc{{k, month = {value}}}\n", dialect="bibtex")


@pytest.mark.parametrize(("value", "fixed"), [("{January}", "{1}"), ('"Sep."', '"9"')])
def test_months_become_numbers_in_biblatex(check: Check, value: str, fixed: str) -> None:
    text = f"@misc{{k, month = {value}}}\n"
    (finding,) = check("malformed-month", text, dialect="biblatex")
    (edit,) = finding.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == f"@misc{{k, month = {fixed}}}\n"


@pytest.mark.parametrize("value", ["{9}", "{09}", "sep", 'jun # "~12"'])
def test_months_let_be_in_biblatex(check: Check, value: str) -> None:
    assert not check("malformed-month", f"@misc{{k, month = {value}}}\n", dialect="biblatex")


@pytest.mark.parametrize("value", ["{14}", "{13}", "{0}", "{00}", "99"])
def test_a_number_that_is_no_month(check: Check, value: str) -> None:
    (finding,) = check("malformed-month", f"@misc{{k, month = {value}}}\n", dialect="bibtex")
    assert finding.message.endswith("is no month; write one, as `jan`")
    assert not finding.edits


@pytest.mark.parametrize("value", ["{12--14 June}", "{Lorem}", "{January123}", "{Julho}", "{Spring}", "{14}"])
def test_what_biblatex_cannot_read_as_a_month(check: Check, value: str) -> None:
    (finding,) = check("malformed-month", f"@misc{{k, month = {value}}}\n", dialect="biblatex")
    assert not finding.edits


FULL = "".join(f"@misc{{{month}, month = {{{month}}}}}\n" for month in ("January", "May", "June"))


@pytest.mark.parametrize(
    ("entry", "count"),
    [
        ("@misc{x, title = {T}}", 0),
        ("@misc{x, month = {July}}", 0),
        ("@misc{x, month = jul}", 3),
        ("@misc{x, month = {Jul.}}", 4),
        ("@misc{x, month = {7}}", 4),
    ],
)
def test_full_names_throughout_a_file_print_as_wanted(check: Check, entry: str, count: int) -> None:
    assert len(check("malformed-month", FULL + entry + "\n", dialect="bibtex")) == count


@pytest.mark.parametrize(
    ("months", "count"),
    [
        (["{January}", "{March}"], 2),
        (["{January}", "{March}", "{May}"], 0),
        (["{January}", "{March}", "{Sept}"], 3),
        (["{January}", "{March}", "{May}", "jan"], 3),
    ],
)
def test_full_names_throughout_are_a_habit(check: Check, months: list[str], count: int) -> None:
    text = "".join(f"@misc{{k{n}, year = 1984, month = {month}}}\n" for n, month in enumerate(months))
    assert len(check("malformed-month", text, dialect="bibtex")) == count
