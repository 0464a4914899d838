"""What holds for every rule on text: a fix changes nothing the second time, brings no new finding, and time is linear."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from time import process_time

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.engine.linter import Linter
from bibcheck.rule import Finding, Fix, Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.rules.manual import examples
from bibcheck.source import Source
from tests.applying import apply
from tests.rules.text import (
    test_html_markup,
    test_invisible_character,
    test_irregular_spacing,
    test_malformed_accent,
    test_mojibake,
    test_non_ascii,
    test_straight_quotes,
    test_unescaped_character,
    test_unicode_escape,
)

ROOT = Path(__file__).resolve().parents[3]
RULES = [name for name, category in rule_categories().items() if category == "text"]
DEFAULT = [name for name in RULES if load_rule(name).level is not Level.OFF]
FIXING = [name for name in RULES if load_rule(name).fix is not Fix.NONE]

VALUES: list[tuple[str, str, str]] = [
    *(("unescaped-character", field, value) for field, value, _ in test_unescaped_character.UNESCAPED),
    *(("html-markup", "title", value) for value, _ in test_html_markup.MARKUP),
    *(("mojibake", "title", test_mojibake.garble(text)) for text in test_mojibake.GARBLED),
    *(("invisible-character", "title", value) for value, _ in test_invisible_character.INVISIBLE),
    *(("unicode-escape", "title", value) for value, _ in test_unicode_escape.ESCAPES),
    *(("malformed-accent", "title", value) for value, _ in test_malformed_accent.ACCENTS),
    *(("non-ascii", "title", value) for value, _ in test_non_ascii.LATEX),
    *(("straight-quotes", "title", value) for value, _ in test_straight_quotes.QUOTES),
    *(("irregular-spacing", field, value) for field, value, _ in test_irregular_spacing.SPACING),
]
TEXTS = [(rule, f"@misc{{k, {field} = {{{value}}}}}\n") for rule, field, value in VALUES]
TEXTS += [(name, example.text) for name in FIXING for example in examples(load_rule(name)) if example.verdict == "Bad"]


def lint(text: str, names: list[str]) -> list[Finding]:
    linter = Linter([load_rule(name)({}, Level.WARNING) for name in names])
    linter.add(Source("a.bib", text))
    return linter.finish().findings


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "text"), TEXTS)
def test_a_fix_is_made_once_and_brings_no_new_finding(rule: str, text: str) -> None:
    fixed = apply(text, lint(text, [rule]))
    assert not any(finding.edits for finding in lint(fixed, [rule]))
    before = Counter(finding.rule for finding in lint(text, DEFAULT))
    after = Counter(finding.rule for finding in lint(fixed, DEFAULT))
    assert not after - before


@pytest.mark.parametrize("rule", FIXING)
def test_a_fix_does_not_touch_what_a_macro_contributes(rule: str) -> None:
    for example in examples(load_rule(rule)):
        text = "@string{m = {x}}\n" + example.text.replace("title = {", "title = m # {")
        fixed = apply(text, lint(text, [rule]))
        assert fixed.startswith("@string{m = {x}}\n")
        assert not any(finding.edits for finding in lint(fixed, [rule]))


UNITS = [
    *"&%#$_^\\\"'`~,.;:!?<>-/()[]|*= \n\taA1é Ã€ﬁÂ�´“–\xa0\u200b\xad\x92\x0cа中\u0308",
    *(
        "{}",
        "{$}",
        '{"}',
        "``",
        "''",
        "$$",
        r"\'",
        r"{\"}",
        r"\{",
        r"\(",
        r"\,",
        r"\u00e9",
        r"\xe9",
        r"\v{ab}",
        r"\url{",
    ),
    *("&amp;", "&", "<i>", "</i>", r"$\less$", r"{\textless}", "<i ", "Ã©", "â€", "%C3", "u\u0308", "a´", "`s", "{'e}"),
    *(" ,", "a,b", "a~b", "~ ", "A~B and ", "f(a,b ", r"\begin{a}", r"\x[", r"\text{$a$", "http://a", "x="),
]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_time_is_linear(unit: str) -> None:
    body = unit * (100_000 // len(unit))
    body += "}" * (body.count("{") - body.count("}"))
    bib = Bibliography(Source("a.bib", f"@misc{{k, title = {{{body}}}, author = {{{body}}}}}\n"))
    for name in RULES:
        rule = load_rule(name)({}, Level.WARNING)
        started = process_time()
        for _ in rule.check(bib):
            pass
        assert process_time() - started < 5, name


def test_a_million_characters() -> None:
    for unit in '&$\\"~,<é Ã\u0308\u200b':
        bib = Bibliography(Source("a.bib", f"@misc{{k, title = {{{unit * 1_000_000}}}}}\n"))
        for name in DEFAULT:
            rule = load_rule(name)({}, Level.WARNING)
            started = process_time()
            for _ in rule.check(bib):
                pass
            assert process_time() - started < 30, (name, unit)


PROGRAM = """
import sys
from bibcheck.engine.linter import Linter
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source
rules = [load_rule(name) for name, category in rule_categories().items() if category == "text"]
linter = Linter(rule() for rule in rules if rule.level != "off")
linter.add(Source("a.bib", sys.argv[1]))
assert not linter.finish().findings
print(" ".join(sys.modules))
"""
CLEAN = r"""@article{k, author = {H{\"a}rtig, Hermann and O'Reilly, Tim}, title = {Costs \& Gains of $\mu$-Kernels: 50\%},
  pages = {1--5}, url = {https://example.org/a_b?c=1&d=2}, abstract = {<p>50% &amp; "more"</p>}}
"""


def test_a_clean_file_loads_nothing_heavy() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-S", "-c", PROGRAM, CLEAN]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {
        "unicodedata",
        "html",
        "pylatexenc",
        "bibcheck.bibliography.people",
        "bibcheck.knowledge.latex_commands",
    }
