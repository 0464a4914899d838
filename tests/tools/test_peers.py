"""Which other programs say what a rule says."""

from __future__ import annotations

from pathlib import Path

from bibcheck.rules import rule_categories
from tools.peers import claims, programs, section, table

ROOT = Path(__file__).resolve().parent.parent.parent


def test_rules_and_programs_are_there() -> None:
    assert claims().keys() <= rule_categories().keys()
    used = {program for said in claims().values() for program in said}
    assert used == programs().keys()
    assert all(text.strip() and text.count("`") % 2 == 0 for said in claims().values() for text in said.values())


def test_the_section_of_a_page() -> None:
    head = "## Who else checks it\n\n"
    assert section("descending-pages").startswith(f"{head}Of the [programs that were compared](")
    assert section("descending-pages").endswith(":\n\n- bibcop: `The 'pages' are in the wrong order`")
    assert section("inconsistent-venue").startswith(f"{head}None of the programs that were [compared](")


def test_the_comparison_has_the_table() -> None:
    assert f"\n\n{table()}\n\n" in (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8")
