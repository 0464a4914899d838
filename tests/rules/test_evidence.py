"""What the documentation and the manual pages say of the findings that were read."""

from __future__ import annotations

import pytest

from bibcheck.cli import main
from bibcheck.rule import Level
from bibcheck.rules import load_rule, rule_categories
from tests.benchmarks.evidence import JUDGEMENTS, MODULE, PAGE, module, page, read_judgements, tally

MARKED = JUDGEMENTS.with_name("marked")
SAMPLE = """\
finding 1 of 3, from 9:
[warning] bare-url: address as plain text
    | @misc{k,
finding 2 of 3, from 9: trivial
[warning] bare-url: address as plain text
finding 3 of 3, from 9: false
[warning] bare-url: address as plain text
safe 1 of 1, from 4: harmful
[error] empty-name: no name
"""


def test_a_sample_is_tallied() -> None:
    assert [row[2:] for row in tally(SAMPLE, "2026-11-30", "7")] == [
        ("finding", "bare-url", 3, 2, 1, 1, 0),
        ("safe", "empty-name", 1, 0, 0, 1, 0),
    ]


def test_the_table_adds_up() -> None:
    assert JUDGEMENTS.exists()
    for row in read_judgements():
        assert row.rule in rule_categories()
        assert row.read == row.true + row.false
        assert row.trivial <= row.true
        assert row.mended <= row.false + row.trivial


def test_the_page_and_the_module_are_made_of_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
    assert MODULE.read_text(encoding="utf-8") == module()


def test_the_manual_page_says_how_often_a_rule_was_right(capsys: pytest.CaptureFixture[str]) -> None:
    main(["rule", "missing-doi", "crossref-cycle", "key-pattern"])
    text = capsys.readouterr().out
    read, unread = (line for line in text.splitlines() if line.startswith("evidence: "))
    assert " read findings true, 2026-" in read
    assert unread == "evidence: none of its findings was read"


def test_marks_name_rules_that_are_on_by_default() -> None:
    marks = [
        line.split("\t") for path in MARKED.glob("*.tsv") for line in path.read_text(encoding="utf-8").splitlines()[1:]
    ]
    assert len(marks) > 300
    for file, entry, _, wrong, rule in marks:
        assert file.endswith(".bib")
        assert entry
        assert wrong
        assert not rule or load_rule(rule).level is not Level.OFF
