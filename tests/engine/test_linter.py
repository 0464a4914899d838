"""The engine: facts grouped and judged, findings silenced, rules that raise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.engine.linter import Linter
from bibcheck.engine.report import Report
from bibcheck.rule import Fact, Finding, Level, Rule, Scope
from bibcheck.source import Source, Span
from bibcheck.syntax.suppression import EntrySuppression


class ShoutingTitle(Rule):
    """A title in capitals."""

    def check(self, bib: Bibliography) -> Iterable[Finding]:
        return [self.finding(field, "loud") for field in bib.fields("title") if field.text.isupper()]


class SharedTitle(Rule):
    """A title that stands twice."""

    scope = Scope.PROJECT

    def facts(self, bib: Bibliography) -> Iterable[Fact]:
        return [self.fact(field.value, field) for field in bib.fields("title")]

    def judge(self, facts: Sequence[Fact]) -> Iterable[Finding]:
        return [self.finding(fact, f"as on {facts[0].path}", related=facts[:1]) for fact in facts[1:]]


class LonelyTitle(Rule):
    """A title that stands once."""

    scope = Scope.PROJECT
    absence = True
    facts = SharedTitle.facts

    def judge(self, facts: Sequence[Fact]) -> Iterable[Finding]:
        return [self.finding(facts[0], "stands alone")] if len(facts) == 1 else []


class BrokenRule(Rule):
    """A rule with a defect."""

    def check(self, bib: Bibliography) -> Iterable[Finding]:
        for entry in bib.entries:
            if entry.key == "b":
                raise ValueError("no such thing")
            yield self.finding(entry, "seen")


for rule, name in (
    (ShoutingTitle, "shouting"),
    (SharedTitle, "shared"),
    (LonelyTitle, "lonely"),
    (BrokenRule, "broken"),
):
    rule.name, rule.category = name, "titles"


def lint(linter: Linter, **files: str) -> Report:
    for name, text in files.items():
        linter.add(Source(f"{name}.bib", text))
    return linter.finish()


def messages(result: Report) -> list[tuple[str, str, str]]:
    return [(finding.path, finding.key, finding.message) for finding in result.findings]


def test_a_finding_knows_its_entry_and_field() -> None:
    (finding,) = lint(Linter([ShoutingTitle()]), a="@misc{k, year = 1999, title = {LOUD}}\n").findings
    assert (finding.path, finding.key, finding.field, finding.level) == ("a.bib", "k", "title", Level.WARNING)
    assert finding.span == Span(30, 36)


def test_facts_are_judged_over_all_files() -> None:
    result = lint(
        Linter([SharedTitle()]), b="@misc{k, title = {A}}\n", a="@misc{l, title = {A}}\n@misc{m, title = {B}}\n"
    )
    assert messages(result) == [("b.bib", "k", "as on a.bib")]
    assert result.findings[0].related[0].path == "a.bib"
    assert (result.files, result.entries) == (2, 3)


def test_facts_of_scope_file_are_judged_file_by_file() -> None:
    class SharedInFile(SharedTitle):
        scope = Scope.FILE

    result = lint(
        Linter([SharedInFile()]), a="@misc{k, title = {A}}\n", b="@misc{l, title = {A}}\n@misc{m, title = {A}}\n"
    )
    assert messages(result) == [("b.bib", "m", "as on b.bib")]


def test_files_that_are_no_project_are_judged_one_by_one() -> None:
    result = lint(Linter([SharedTitle()], together=False), a="@misc{k, title = {A}}\n", b="@misc{l, title = {A}}\n")
    assert not result.findings


def test_what_stands_nowhere_is_looked_for_in_all_files() -> None:
    one, other = "@misc{k, title = {A}}\n", "@misc{l, title = {A}}\n@misc{m, title = {B}}\n"
    assert messages(lint(Linter([LonelyTitle()], together=False), a=one, b=other)) == [("b.bib", "m", "stands alone")]


def test_a_file_of_the_context_counts_but_is_not_reported() -> None:
    linter = Linter([SharedTitle()])
    linter.add_context(Source("z.bib", "@misc{k, title = {A}}\n@misc{l, title = {A}}\n"))
    assert messages(lint(linter, zz="@misc{m, title = {A}}\n")) == [("zz.bib", "m", "as on z.bib")]


def test_context_is_read_only_before_something_is_said_to_stand_nowhere() -> None:
    asked = []

    def context() -> list[Source]:
        asked.append("context")
        return [Source("other.bib", "@misc{z, title = {A}}\n")]

    twice = "@misc{k, title = {B}}\n@misc{l, title = {B}}\n"
    assert not messages(lint(Linter([LonelyTitle()], context=context), a=twice))
    assert not asked
    one = "@misc{k, title = {A}}\n@misc{l, title = {C}}\n"
    assert messages(lint(Linter([LonelyTitle()], context=context), a=one)) == [("a.bib", "l", "stands alone")]
    assert asked == ["context"]


def test_a_rule_that_raises_is_a_finding_and_the_others_still_run() -> None:
    result = lint(Linter([BrokenRule(), ShoutingTitle()]), a="@misc{a, title = {LOUD}}\n@misc{b, title = {x}}\n")
    assert result.crashed
    assert messages(result) == [
        ("a.bib", "a", "seen"),
        ("a.bib", "a", "loud"),
        ("a.bib", "b", "internal error in broken on b, please report (ValueError: no such thing)"),
    ]


SILENCED = [
    ("% bibcheck: ignore shouting -- a reason\n@misc{k, title = {LOUD}}\n", []),
    ("% bibcheck: ignore titles\n@misc{k, title = {LOUD}}\n", []),
    ("% bibcheck: ignore other, shouting\n@misc{k, title = {LOUD}}\n", []),
    ("@comment{bibcheck: ignore shouting -- a reason}\n@misc{k, title = {LOUD}}\n", []),
    ("@Comment{ bibcheck: ignore shouting }\n\n% prose\n@misc{k, title = {LOUD}}\n", []),
    ("% bibcheck: ignore shouting\n@misc{k, title = {LOUD}}\n@misc{l, title = {LOUD}}\n", ["l"]),
    ("@misc{k, title = {LOUD}}\n% bibcheck: ignore-file shouting\n@misc{l, title = {LOUD}}\n", []),
    ("% bibcheck: ignore\n@misc{k, title = {LOUD}}\n", ["k"]),
    ("% bibcheck: ignore other\n@misc{k, title = {LOUD}}\n", ["k"]),
    ("@misc{k, note = {% bibcheck: ignore-file shouting}, title = {LOUD}}\n", ["k"]),
    ("@misc{k, title = {LOUD}}\n% bibcheck: ignore shouting\n", ["k"]),
    ("%% bibcheck: ignore shouting\r\n@misc{k, title = {LOUD}}\r\n", []),
]


@pytest.mark.parametrize(("text", "left"), SILENCED)
def test_suppressions(text: str, left: list[str]) -> None:
    assert [finding.key for finding in lint(Linter([ShoutingTitle()]), a=text).findings] == left


def test_the_settings_silence_an_entry() -> None:
    silenced = [EntrySuppression("k", "shouting", "bibcheck.toml", Span(0, 1))]
    linter = Linter([ShoutingTitle()], entry_suppressions=silenced)
    assert messages(lint(linter, a="@misc{k, title = {LOUD}}\n@misc{l, title = {LOUD}}\n")) == [("a.bib", "l", "loud")]


def test_rules_that_a_file_ignores_do_not_run_on_it() -> None:
    linter = Linter([ShoutingTitle()], ignored=lambda path: frozenset({"shouting"}) if path == "a.bib" else frozenset())
    text = "@misc{k, title = {LOUD}}\n"
    assert messages(lint(linter, a=text, b=text)) == [("b.bib", "k", "loud")]


def test_a_rule_that_raises_before_it_says_anything_is_a_finding_too() -> None:
    class RaisesAtOnce(Rule):
        """A rule that is no generator."""

        def check(self, bib: Bibliography) -> Iterable[Finding]:
            return [self.finding(entry, str(1 // 0)) for entry in bib.entries]

    result = lint(Linter([RaisesAtOnce()]), a="@misc{a, title = {T}}\n")
    assert result.crashed
    assert len(result.findings) == 1


def test_an_edit_that_cannot_be_made_takes_the_others_with_it() -> None:
    rule = ShoutingTitle()
    assert rule.finding(Span(0, 1), "message", None).edits == ()


class SharedTitleInParts(SharedTitle):
    """The same, which may be judged in parts."""

    name = "shared"
    category = "titles"
    largest_group = 3

    def judge(self, facts: Sequence[Fact]) -> Iterable[Finding]:
        assert len(facts) <= self.largest_group + 1
        return super().judge(facts)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6, 7, 10])
def test_a_large_group_in_parts_gives_what_it_gives_whole(count: int) -> None:
    text = "@misc{a, title = {T}}\n" * count
    whole, parts = Linter([SharedTitle()]), Linter([SharedTitleInParts()])
    for linter in (whole, parts):
        linter.add(Source("a.bib", text))
    findings = parts.finish().findings
    assert findings == whole.finish().findings
    assert len(findings) == count - 1


def test_files_beyond_what_stays_in_memory_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from bibcheck.rules import load_rule

    def report(most: int) -> Report:
        monkeypatch.setattr("bibcheck.engine.linter._MOST_READ", most)
        linter = Linter([load_rule("inconsistent-publisher")()])
        for number, name in enumerate(["USENIX Association"] * 3 + ["USENIX"]):
            linter.add(Source(f"{number}.bib", f"@book{{k{number}, publisher = {{{name}}}}}"))
        assert len(linter.bibliographies) == (4 if most else 1)
        return linter.finish()

    assert report(0).findings == report(1000).findings != []
