"""What safe fixes take out of the fields that styles print is what their rules name: without TeX, by the table of styles."""

from __future__ import annotations

import re
from calendar import month_name
from functools import cache

import pytest

from bibcheck.bibliography.printed import TYPESET_FIELDS
from bibcheck.knowledge.styles import STANDARD_BIBLATEX, prints, styles
from bibcheck.rule import Fix
from bibcheck.rules import load_rule
from tests.printed_text import (
    ASKING_STYLES,
    MAY_TAKE_OUT,
    RULES,
    Case,
    Reference,
    cases_of_examples,
    cases_of_file,
    cases_of_style,
    lost_text,
    shipped_files,
    unaccounted,
)

# Fields that some styles print and others do not: the table says which.
_IN_TABLE = frozenset("doi eprint howpublished isbn issn month note url urldate".split())


# What these move or take out, no program reads.
CHANGING_NOTHING = {
    *("crossref-order", "duplicate-field", "duplicate-key", "duplicate-string", "late-preamble", "parenthesized-entry"),
    *("unformatted", "unused-suppression"),
    *("miscased-citation", "repeated-citation"),  # they change documents
}
_JOIN = re.compile(r"(?<=\}) # | # (?=\{)")  # of pieces, not in a piece
_MONTHS = {name[:3].lower(): f"{{{name}}}" for name in month_name if name}


@cache
def all_cases() -> list[Case]:
    """What safe fixes change in the examples of the manual pages and in the files that ship."""
    return cases_of_examples(RULES) + [case for path in shipped_files() for case in cases_of_file(path, RULES)]


def printed(reference: Reference, style: str) -> str:
    """The values that a style prints. It has macros for the months."""
    return "\n".join(
        "".join(_MONTHS.get(part, part if part.startswith("{") else "") for part in _JOIN.split(value))
        for name, value in reference.fields.items()
        if (prints(style, reference.type, name) if name in _IN_TABLE else name in TYPESET_FIELDS)
    )


def losses(cases: list[Case], style: str) -> list[tuple[str, str, list[str]]]:
    """What fixes take out, and may not, with the rules and places."""
    found = []
    for case in cases:
        if (case.dialect == "biblatex") == (style == STANDARD_BIBLATEX):
            lost = lost_text(printed(case.before, style), printed(case.after, style))
            if left := unaccounted(case.rule, lost):
                found.append((case.rule, case.place, left))
    return found


@pytest.mark.parametrize("style", styles())
def test_a_safe_fix_takes_out_what_its_rule_names(style: str) -> None:
    assert losses(all_cases(), style) == []


@pytest.mark.parametrize("style", styles())
def test_so_it_does_where_the_style_is_known(style: str) -> None:
    cases = cases_of_style(style)
    assert losses(cases, style) == []
    assert {case.rule for case in cases} <= {rule.name for rule in ASKING_STYLES}


def test_a_style_makes_fixes_safe() -> None:
    assert len(cases_of_style("elsarticle-num")) > len(cases_of_style("IEEEtran")) > 0


def test_the_table_is_of_rules_with_safe_fixes() -> None:
    assert [name for name in MAY_TAKE_OUT if load_rule(name).fix is not Fix.SAFE] == []
    assert all(reason for _, reason in MAY_TAKE_OUT.values())


def test_each_rule_shows_what_it_changes() -> None:
    """Without an example that a safe fix changes, nothing above would look at a rule."""
    shown = {case.rule for case in all_cases()}
    assert {rule.name for rule in RULES} - shown == CHANGING_NOTHING


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("On Trees", "On Trees", []),
        ("On Trees.", "{O}n trees", []),
        ("97-111", "97--111", []),
        (r"\newblock {\em Caf{\'e}}", r"\newblock Café", []),
        (r"Lo{\"\i}c", r"Lo{\"i}c", []),
        ("Knuth, D.E.", "Knuth, D. E.", []),
        ("On  the\nTrees", "On the Trees", []),
        ("ﬁne", "fine", []),
        ("On the Trees", "On Trees", ["the"]),
        ("On Trees 1984", "On Trees", ["1984"]),
        ("Trees", "Tree", ["s"]),
        ("A B", "B A", []),
        ("A A", "A", ["a"]),
        (r"\url{https://a.org/x?y=1}", r"\url{https://a.org/x}", ["?y=1"]),
        (r"\url{https://a.org/x}", "", ["https://a.org/x"]),
        (r"\url{https://a.org/a{\_}b}", r"\url{https://a.org/a_b}", []),
        (r"\url{https://doi.org/10.1000/182}", "doi: 10.1000/182", ["https://doi.org/"]),
    ],
)
def test_what_counts_as_lost(before: str, after: str, lost: list[str]) -> None:
    assert lost_text(before, after) == lost


@pytest.mark.parametrize("name", MAY_TAKE_OUT)
def test_no_rule_may_take_out_everything(name: str) -> None:
    assert unaccounted(name, ["Wobbling Zorks"]) == ["Wobbling Zorks"]
    assert not re.fullmatch(MAY_TAKE_OUT[name][0], "https://example.org/x")
