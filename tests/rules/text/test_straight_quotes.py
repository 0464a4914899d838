"""straight-quotes: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check
from tests.rules.text.conftest import Repair

QUOTES = [
    ('The "New" Economy', "The ``New'' Economy"),
    ('"A Study" of ("B")', "``A Study'' of (``B'')"),
    ('"{Brute} {Force}" on', "``{Brute} {Force}'' on"),
    ('\\emph{"x"}, "z".', "\\emph{``x''}, ``z''."),
    ('A 5" "Floppy" Disk', "A 5\" ``Floppy'' Disk"),
    ('"two\n   lines"', "``two\n   lines''"),
]


UNCLEAR_QUOTES = [
    'The Meaning of" Meaning"',
    '" General Intelligence," Determined',
    'An unfinished "quotation',
    '"Идентификация" систем',
]


GOOD_QUOTES = [
    "The ``New'' Economy",
    '``Neural Darwinism" Theory',
    '5" and 3" disks',
    '"`\\LaTeX{}-Tips"\' von',
    'M"uller und Stra"se',
    '\\texttt{"x"} code',
    'H\\"{a}rtig',
    'G{"u}nther',
    '$"x"$ and \\verb|"x"|',
    'The end of a quotation", says the catalogue',
]


@pytest.mark.parametrize(("value", "fixed"), QUOTES)
def test_quotes_open_and_close(repair: Repair, value: str, fixed: str) -> None:
    findings, repaired = repair("straight-quotes", value)
    assert findings
    assert repaired == fixed


@pytest.mark.parametrize("value", UNCLEAR_QUOTES)
def test_quotes_that_only_the_author_can_turn(repair: Repair, value: str) -> None:
    findings, repaired = repair("straight-quotes", value)
    assert len(findings) == 1
    assert repaired == value


@pytest.mark.parametrize("value", GOOD_QUOTES)
def test_quotes_that_print_right(repair: Repair, value: str) -> None:
    assert repair("straight-quotes", value) == ([], value)


def test_quotes_in_braces_of_their_own(check: Check) -> None:
    text = '@misc{k, title = "On {"}Style{"} now"}\n'
    (finding,) = check("straight-quotes", text)
    assert [(text[slice(*edit.span)], edit.text) for edit in finding.edits] == [('{"}', "``"), ('{"}', "''")]


def test_other_languages_quote_otherwise(check: Check) -> None:
    text = (
        '@misc{k, title = {Das "Neue" daran}, langid = {german}}\n@misc{l, title = {"Uber Alles}, langid = {german}}\n'
    )
    (finding,) = check("straight-quotes", text)
    assert finding.message == '`"Neue"` is printed with closing quotation marks only; write ` `` ` to open'
    assert not finding.edits


def test_quotes_around_all_of_a_name_are_left_to_stray_delimiter(check: Check) -> None:
    assert not check("straight-quotes", '@book{k, publisher = {" O\'Reilly Media, Inc."}, journal = {"Nature"}}\n')
    assert check("straight-quotes", '@book{k, title = {"All of it"}}\n')
