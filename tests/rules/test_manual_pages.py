"""Every example of every manual page does what the page says it does, and every rule keeps the style of the house."""

from __future__ import annotations

import re

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rule import Finding, Fix, Level, Rule, Scope
from bibcheck.rules import load_rule, rule_categories
from bibcheck.rules.manual import Example, examples, page, summary
from bibcheck.source import Source
from tests.applying import apply
from tests.citing import lint_document

RULES = [load_rule(name) for name in rule_categories()]
EXAMPLES = [
    pytest.param(rule, number, example, id=f"{rule.name}-{number}-{example.verdict}")
    for rule in RULES
    for number, example in enumerate(examples(rule))
]


def lint(rule: type[Rule], example: Example) -> list[Finding]:
    level = Level.WARNING if rule.level is Level.OFF else rule.level
    rules = [rule(example.options, level)]
    # What silences nothing is seen only where the rule that it names runs too.
    if rule.name == "unused-suppression":
        rules += [other() for other in RULES if other.name in example.text]
    if rule.needs_documents:
        return lint_document(rules[0], example.text)
    linter = Linter(rules)
    linter.add(Source("example.bib", example.text))
    return [finding for finding in linter.finish().findings if finding.rule == rule.name]


@pytest.mark.parametrize(("rule", "number", "example"), EXAMPLES)
def test_an_example_is_reported_if_it_is_bad(rule: type[Rule], number: int, example: Example) -> None:
    findings = lint(rule, example)
    if example.verdict == "Good":
        assert not findings
        return
    assert findings, "the rule finds nothing in this Bad example"
    if example.marked:
        assert [tuple(finding.span) for finding in findings] == list(example.marked)


@pytest.mark.parametrize(("rule", "number", "example"), [p for p in EXAMPLES if p.values[2].verdict == "Bad"])
def test_fixing_bad_gives_the_good_that_follows(rule: type[Rule], number: int, example: Example) -> None:
    following = examples(rule)[number + 1 : number + 2]
    findings = lint(rule, example)
    if rule.fix is Fix.NONE:
        assert not any(finding.edits for finding in findings)
    elif following and following[0].verdict == "Good" and any(finding.edits for finding in findings):
        assert apply(example.text, findings) == following[0].text


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.fix is not Fix.NONE], ids=lambda rule: rule.name)
def test_a_rule_that_fixes_shows_a_fix(rule: type[Rule]) -> None:
    assert any(f.edits for example in examples(rule) if example.verdict == "Bad" for f in lint(rule, example))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_manual_page_has_a_summary_a_bad_and_a_good_example(rule: type[Rule]) -> None:
    assert summary(rule).endswith(".")
    assert len(summary(rule)) <= 110
    assert not page(rule).splitlines()[1:2] or page(rule).splitlines()[1] == ""
    assert {example.verdict for example in examples(rule)} == {"Bad", "Good"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_messages_are_in_the_style_of_the_house(rule: type[Rule]) -> None:
    for example in examples(rule):
        for finding in lint(rule, example):
            prose = re.sub(r"`[^`]*`", "`x`", finding.message)
            assert "\n" not in finding.message
            assert not prose.endswith((".", "!", " "))
            assert "please" not in prose.lower()
            assert not prose[0].isupper() or prose.split()[0].isupper() or prose.startswith(("BibTeX", "LaTeX", "TeX"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_one_class_named_as_its_file(rule: type[Rule]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.name)
    assert not rule.name.startswith(("no-", "invalid-")) or rule.name == "invalid-key"
    assert isinstance(rule.level, Level)
    assert isinstance(rule.fix, Fix)
    assert isinstance(rule.scope, Scope)
    compares = rule.facts is not Rule.facts
    assert compares == (rule.judge is not Rule.judge) or rule.name == "unused-suppression"
