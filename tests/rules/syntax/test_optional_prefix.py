"""optional-prefix: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

REPORTED = [
    ("optional-prefix", "title = {T}, OPTnote = {}", ["OPTnote"], "title = {T}"),
    ("optional-prefix", "title = {T}, optnote = {N}", ["optnote"], "title = {T}, note = {N}"),
    ("optional-prefix", "title = {T}, ALTeditor = {E}", ["ALTeditor"], "title = {T}, editor = {E}"),
    ("optional-prefix", "OPTurl = foo", ["OPTurl"], "url = foo"),
    ("optional-prefix", "note = {N}, OPTnote = {M}", ["OPTnote"], None),
]
CLEAN = [
    ("optional-prefix", "options = {useprefix}, optic = {x}, alternative = {y}"),
    ("optional-prefix", "alttitle = {T}, altnote = {N}, optname = {x}"),
    ("optional-prefix", "note = {OPTnote}"),
    ("optional-prefix", "title = {T}, OPTurl = {http://a.org}, OPTacmid = {1}, OPTnumpages = {2}"),  # hidden by hand
]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(("rule", "fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, rule: str, fields: str, pointed_at: list[str], fixed: str | None, dialect: str) -> None:
    text = "@misc{k, " + fields + "}\n@misc{last,}\n"
    findings = check(rule, text, dialect=dialect)
    assert [text[finding.span.start : finding.span.end] for finding in findings] == pointed_at
    assert apply(text, findings) == "@misc{k, " + (fixed or fields) + "}\n@misc{last,}\n"


@pytest.mark.parametrize(("rule", "fields"), CLEAN)
def test_clean(check: Check, rule: str, fields: str) -> None:
    assert check(rule, "@misc{k, " + fields + "}\n@misc{last,}\n", dialect="bibtex") == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("title = {T}, OPTnote = {}", "`OPTnote` is empty, left over from Emacs's template"),
        ("title = {T}, OPTnote = {N}", "`OPTnote` is not printed, as Emacs put a prefix before `note`"),
        ("title = {T}, OPTnote = unknown", "`OPTnote` is not printed, as Emacs put a prefix before `note`"),
    ],
)
def test_the_message_says_what_the_prefix_does(check: Check, fields: str, message: str) -> None:
    assert [finding.message for finding in check("optional-prefix", "@misc{k, " + fields + "}\n")] == [message]


def test_the_only_field_of_an_entry_is_not_deleted(check: Check) -> None:
    [finding] = check("optional-prefix", "@misc{k, OPTnote = {}}\n")
    assert not finding.edits
