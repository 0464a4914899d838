"""A file gives the same findings whole, in parts, in parts that workers look at, and with its facts in outline."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bibcheck.engine import check_file
from bibcheck.engine.check_file import check_bibliography
from bibcheck.engine.file_report import FileReport
from bibcheck.engine.linter import Linter
from bibcheck.engine.plan import Plan
from bibcheck.rule import Finding, Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.rules.manual import examples
from bibcheck.source import Source

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*ROOT.glob("tests/data/**/*.bib"), *ROOT.glob("docs/*.bib")])
EXAMPLES = [example.text for name in rule_categories() for example in examples(load_rule(name))]
# What only the whole file shows, a text for each rule that has to see it.
DECIDED_BY_ALL = {
    "years to come": "@misc{a, year = 2104}\n@misc{b, year = 2105}\n",
    "full names of months": "".join(f"@misc{{{key}, month = {{June}}}}\n" for key in "abc"),
    "paths": "".join(f"@misc{{k{n}, file = {{/home/me/{n}.pdf}}}}\n" for n in range(11)),
    "editions": "@book{a, title = {T}, edition = {2nd}}\n@book{b, title = {U}, edition = {Third}}\n",
    "addresses": "".join(f"@misc{{{key}, url = {{https://a.org/1}}, note = {{https://a.org/1}}}}\n" for key in "abc"),
    "a field of one's own": "".join(f"@misc{{k{n}, shelf = {n}}}\n" for n in range(40)),
    "hyphens": "".join(f"@article{{k{n}, journal = {{J}}, pages = {{7-16}}}}\n" for n in range(90)),
    "a prefix by hand": "@misc{a, optnote = {N}}\n@misc{b, optacmid = 1}\n",
    "text between entries": "@misc{a, title = {T}}},\n  year = 1984,\n}\n@misc{b}\nyear = 1985,\n@misc{c}\n",
    "a mark between entries": "@misc{a, title = {T}}\n\ufeff\n@misc{b}\n@misc{c}\n",
    "braces against lower case": "@misc{a, title = {{THE TREES OF NORWAY}}}\n"
    + "".join(f"@misc{{k{n}, title = {{The trees of Norway}}}}\n" for n in range(20)),
}
# A file of all examples is as bad as a file can be; some leave what follows unread.
TEXTS = {path.name: path.read_text("utf-8") for path in FILES} | {
    f"examples {start}": "\n\n".join(EXAMPLES[start : start + 40]) for start in range(0, len(EXAMPLES), 40)
}
TEXTS |= DECIDED_BY_ALL
WHOLE = 10**9


def plan() -> Plan:
    return Plan([load_rule(name)({}, Level.WARNING) for name in rule_categories()])


def said(report: FileReport) -> dict[str, Counter[str]]:
    """What each rule says, without order."""
    by_rule: dict[str, Counter[str]] = {}
    for finding in [*report.findings, *(each.finding for each in report.tentative)]:
        by_rule.setdefault(finding.rule, Counter())[repr(finding)] += 1
    for rule, facts in report.facts.items():
        by_rule.setdefault(rule, Counter()).update(map(repr, facts))
    for rule, votes in report.votes.items():
        # The first place is that of the first part, where it can be in another field of the same form.
        by_rule.setdefault(rule, Counter()).update(
            repr((vote.key, vote.form, vote.times, vote.about)) for vote in votes
        )
    return by_rule


@pytest.mark.parametrize("name", TEXTS)
def test_rules_say_of_parts_what_they_say_of_the_whole(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = []
    for size in (WHOLE, 1):
        monkeypatch.setattr(check_file, "PART", size)
        monkeypatch.setattr(check_file, "LARGE", size)
        reports.append(check_bibliography(plan().read(Source("a.bib", TEXTS[name])), plan()))
    whole, parts = map(said, reports)
    assert {rule for rule in whole | parts if whole.get(rule) != parts.get(rule)} == set()
    assert [each._replace(facts={}, votes={}, findings=(), tentative=()) for each in reports[:1]] == [
        each._replace(facts={}, votes={}, findings=(), tentative=()) for each in reports[1:]
    ]


def lint(texts: list[str], jobs: int) -> list[Finding]:
    linter = Linter(plan().rules)
    linter.add_all([Source(f"{number}.bib", text) for number, text in enumerate(texts)], jobs)
    assert not linter.problems
    return linter.finish().findings


@pytest.mark.parametrize("jobs", [1, 2])
def test_findings_do_not_depend_on_how_files_are_looked_at(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*TEXTS.values()]
    whole = lint(texts, 1)
    monkeypatch.setattr(check_file, "PART", 3000)
    monkeypatch.setattr("bibcheck.engine.linter.PART", 3000)
    if jobs == 2:
        assert lint(texts, jobs) == whole
    monkeypatch.setattr(check_file, "LARGE", 3000)
    assert any(each.outlines for each in reports_in_outline(texts))
    assert lint(texts, jobs) == whole


def reports_in_outline(texts: list[str]) -> list[FileReport]:
    sources = [Source(f"{number}.bib", text) for number, text in enumerate(texts)]
    return [check_bibliography(plan().read(source), plan(), in_outline=True) for source in sources]
