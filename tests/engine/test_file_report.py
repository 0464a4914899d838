"""A file report is plain data: it can be pickled, and combined in another process with the same result."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bibcheck.engine.check_file import check_file
from bibcheck.engine.combine import combine
from bibcheck.engine.file_report import FileReport
from bibcheck.engine.plan import Plan
from bibcheck.rule import Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*ROOT.glob("tests/data/**/*.bib"), *ROOT.glob("docs/*.bib")])
PLAIN = (str, int, float, bool, type(None))


def plan() -> Plan:
    return Plan([load_rule(name)({}, Level.WARNING) for name in rule_categories()])


def read(path: str) -> Any:
    return plan().read(Source.from_file(path))


def report_of(path: Path) -> FileReport:
    return check_file(Source.from_file(str(path)), plan())


def assert_plain(data: Any) -> None:
    if isinstance(data, tuple | list | frozenset):
        for item in data:
            assert_plain(item)
    elif isinstance(data, dict):
        for key, item in data.items():
            assert isinstance(key, str)
            assert_plain(item)
    else:
        assert isinstance(data, PLAIN), type(data)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_all_that_rules_note_is_plain(path: Path) -> None:
    report = report_of(path)
    assert report.entries
    assert any(report.facts.values())
    assert any(report.votes.values())
    assert_plain(report)


LINKS = """@string{used = {U}} @string{idle = {I}}
@inproceedings{a, crossref = {b}, title = {The {Bayesian} View}, note = used # missing}
@proceedings{b, crossref = {a}, title = {A Bayesian View}, year = 2001}
@incollection{c, xdata = {x-1-title}, title = {A {Bayesian} Way}}
"""


@pytest.mark.parametrize("path", [*FILES, None], ids=lambda path: path.name if path else "links")
def test_what_a_fact_is_about_has_names(path: Path | None) -> None:
    report = report_of(path) if path else check_file(Source("a.bib", LINKS), plan())
    facts = [fact for each in report.facts.values() for fact in each]
    assert facts
    for fact in facts:
        assert isinstance(fact.about, PLAIN) or hasattr(fact.about, "_fields"), fact


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_stays_what_it_is_when_it_is_pickled(path: Path) -> None:
    report = report_of(path)
    assert pickle.loads(pickle.dumps(report)) == report


COMBINE_ELSEWHERE = """
import pickle, sys
from tests.engine.test_file_report import plan, read
from bibcheck.engine.combine import combine
reports = pickle.load(sys.stdin.buffer)
sys.stdout.buffer.write(pickle.dumps(combine(reports, plan(), read=read).findings))
"""


def test_another_process_combines_it_to_the_same_findings() -> None:
    reports = [report_of(path) for path in FILES]
    here = combine(reports, plan(), read=read).findings
    done = subprocess.run(
        [sys.executable, "-c", COMBINE_ELSEWHERE],
        input=pickle.dumps(reports),
        capture_output=True,
        cwd=ROOT,
        check=True,
    )
    assert pickle.loads(done.stdout) == here
    assert {finding.rule for finding in here} >= {"inconsistent-publisher", "hyphen-in-range", "missing-doi"}
