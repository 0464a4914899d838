"""unused-suppression: what silences nothing."""

from __future__ import annotations

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rule import Finding
from bibcheck.rules import load_rule
from bibcheck.source import Source, Span
from bibcheck.syntax.suppression import EntrySuppression
from tests.applying import apply


def unused(text: str, *rules: str) -> list[Finding]:
    linter = Linter([load_rule(name)() for name in ("unused-suppression", *rules)])
    linter.add(Source("a.bib", text))
    return [finding for finding in linter.finish().findings if finding.rule == "unused-suppression"]


ENTRY = "@misc{k, title = {T}, note = {}}\n"

SUPPRESSIONS = [
    ("% bibcheck: ignore duplicate-field -- why\n", "silences nothing here", ""),
    ("  % bibcheck: ignore-file duplicate-field\r\n", "silences nothing here", ""),
    ("@comment{bibcheck: ignore duplicate-field}\n", "silences nothing here", ""),
    (
        "% bibcheck: ignore empty-field, duplicate-field -- why\n",
        "`duplicate-field` silences nothing",
        "% bibcheck: ignore empty-field -- why\n",
    ),
    ("% bibcheck: ignore duplicate-field, empty-field\n", "silences nothing", "% bibcheck: ignore empty-field\n"),
    ("% bibcheck: ignore empty-feld\n", "no rule is named `empty-feld`; did you mean `empty-field`", ""),
    ("% bibcheck: ignore empty-field, xyzzyx\n", "no rule is named `xyzzyx`", "% bibcheck: ignore empty-field\n"),
]


@pytest.mark.parametrize(("comment", "message", "fixed"), SUPPRESSIONS)
def test_an_idle_suppression_goes(comment: str, message: str, fixed: str) -> None:
    (finding,) = unused(comment + ENTRY, "empty-field", "duplicate-field")
    assert message in finding.message
    assert apply(comment + ENTRY, [finding]) == fixed + ENTRY


@pytest.mark.parametrize(
    "comment",
    [
        "% bibcheck: ignore empty-field -- why\n",
        "% bibcheck: ignore syntax\n",
        "% bibcheck: ignore missing-doi\n",
        "% x\n",
    ],
)
def test_a_suppression_at_work_or_of_a_rule_that_does_not_run_is_clean(comment: str) -> None:
    assert unused(comment + ENTRY, "empty-field", "duplicate-field") == []


def test_an_idle_suppression_in_the_settings_is_reported_there() -> None:
    rules = [load_rule("unused-suppression")(), load_rule("duplicate-field")()]
    setting = EntrySuppression("k", "duplicate-field", "bibcheck.toml", Span(3, 9))
    linter = Linter(rules, entry_suppressions=[setting])
    linter.add(Source("a.bib", ENTRY))
    (finding,) = linter.finish().findings
    assert (finding.path, finding.span, finding.edits) == ("bibcheck.toml", Span(3, 9), ())


@pytest.mark.parametrize(
    ("comment", "name", "remedy"),
    [
        (
            "% bibcheck: ignore\n",
            "ignore",
            "names no rule, and silences nothing: write which one, as in `ignore empty-field`",
        ),
        ("% BIBCHECK: Ignore-File\n", "Ignore-File", "names no rule"),
        ("@comment{bibcheck: ignore -- why}\n", "ignore", "names no rule"),
        ("% bibcheck: ignore all\n", "all", "silences nothing: write which rules, or their categories"),
        ("% Bibcheck: ignore-file ALL -- why\n", "ALL", "write which rules"),
        ("% bibcheck: ignor empty-field\n", "ignor", "write `ignore` or `ignore-file`, and which rules"),
        ("% bibcheck: disable empty-field\n", "disable", "write `ignore` or `ignore-file`"),
        ("% bibcheck: noqa\n", "noqa", "write `ignore` or `ignore-file`"),
    ],
)
def test_a_comment_that_cannot_work_is_left_to_its_author(comment: str, name: str, remedy: str) -> None:
    (finding,) = unused(comment + ENTRY, "empty-field")
    assert (comment + ENTRY)[finding.span.start : finding.span.end] == name
    assert finding.message.startswith(f"`{name}` ") and remedy in finding.message
    assert not finding.edits


@pytest.mark.parametrize(
    "comment", ["% bibcheck: this file is checked\n", "% bibcheck: https://example.org\n", "% bibcheck:\n"]
)
def test_prose_about_the_program_is_no_command(comment: str) -> None:
    assert unused(comment + ENTRY, "empty-field") == []
