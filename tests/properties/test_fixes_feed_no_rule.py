"""No fix makes work for another rule: after `--fix` no rule has more findings in a file than before."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.fixing.fixer import fix_files
from bibcheck.rule import Finding, Fix, Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source
from tests.oracle.inputs import corpus_files, data_files

pytestmark = pytest.mark.slow

DEFAULT = [rule for rule in map(load_rule, rule_categories()) if rule.level is not Level.OFF]

# Rules whose fixes let programs read what they did not read before: what is in it is checked for the first time after them.
MAKE_READABLE = {name for name, category in rule_categories().items() if category == "syntax"} | {
    "unknown-entry-type",
    "wrong-entry-type",
}
# Rules that may find more after a fix, each with the reason why that is no fault of the fix.
MAY_RISE = {
    "duplicate-doi": "two entries with one name of their publisher can be compared",
    "inconsistent-author": "a name that was mended can be compared",
    "missing-doi": "a journal under its own name is recognised",
    "mixed-venue-abbreviation": "a convention shows once every journal has one name",
    "redundant-url": "an address that was mended can say what doi says",
}

DOCS = Path(__file__).resolve().parents[2] / "docs"


def check(sources: list[Source]) -> list[Finding]:
    linter = Linter([rule({}, Level.WARNING) for rule in DEFAULT], together=False)
    for source in sources:
        linter.add(source)
    return linter.finish().findings


def assert_fixes_feed_no_rule(source: Source, wanted: set[Fix]) -> None:
    def fix(source: Source, findings: list[Finding]) -> Source:
        done = fix_files([source], findings, check, lambda finding: finding.safety in wanted)
        assert done.failures == []
        return done.sources.get(source.path, source)

    def mend(source: Source) -> Source:
        def wants(finding: Finding) -> bool:
            return finding.safety in wanted and finding.rule in MAKE_READABLE

        return fix_files([source], check([source]), check, wants).sources.get(source.path, source)

    readable = mend(source)
    before = check([readable])
    fixed = fix(source, check([source]))
    after = check([fixed])
    assert fix(fixed, after).text == fixed.text, "fixing twice is not fixing once"
    count, left = (Counter(finding.rule for finding in findings) for findings in (before, after))
    risen = {rule: f"{count[rule]} before, {left[rule]} after" for rule in left if left[rule] > count[rule]}
    assert {rule: counts for rule, counts in risen.items() if rule not in MAY_RISE} == {}


def documented_files() -> dict[str, bytes]:
    """The bibliographies in the documentation."""
    files = {path.name: path.read_bytes() for path in sorted(DOCS.rglob("*.bib"))}
    for path in sorted(DOCS.rglob("*.md")):
        examples = re.findall(r"^```bibtex\n(.*?)^```", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)
        files |= {f"{path.name}-{number}": example.encode() for number, example in enumerate(examples, 1)}
    return files


@pytest.mark.parametrize("wanted", [{Fix.SAFE}, {Fix.SAFE, Fix.UNSAFE}], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", [*data_files(), *documented_files()])
def test_files_that_ship(name: str, wanted: set[Fix]) -> None:
    data = (data_files() | documented_files())[name]
    assert_fixes_feed_no_rule(Source.from_bytes("a.bib", data), wanted)


@pytest.mark.skipif(not corpus_files(), reason="BIBCHECK_CORPUS names no folder")
@pytest.mark.parametrize("wanted", [{Fix.SAFE}, {Fix.SAFE, Fix.UNSAFE}], ids=["safe", "unsafe"])
@pytest.mark.parametrize("name", corpus_files())
def test_corpus(name: str, wanted: set[Fix]) -> None:
    source = Source.from_bytes("a.bib", corpus_files()[name].read_bytes())
    assert_fixes_feed_no_rule(source, wanted)
