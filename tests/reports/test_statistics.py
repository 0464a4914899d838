"""The table of rules."""

from __future__ import annotations

import io

from bibcheck.reports.statistics import write_statistics
from bibcheck.rule import Fix
from tests.reports.outcomes import found, result


def test_statistics_count_by_rule() -> None:
    findings = [
        found("a.bib", 0, 1, safety=Fix.SAFE),
        found("a.bib", 0, 1)._replace(rule="a-rule"),
        found("a.bib", 0, 1)._replace(rule="b"),
        found("a.bib", 0, 1, safety=Fix.UNSAFE),
    ]
    out = io.StringIO()
    write_statistics(result(*findings, a="@misc{a, doi = {10.1/x}}\n@misc{b, doi = {}}\n@misc{c}"), out)
    assert out.getvalue() == (
        "rule      findings    safe  unsafe\n"
        "odd-name         2       1       1\n"
        "a-rule           1       0       0\n"
        "b                1       0       0\n"
        "total            4       1       1\n"
        "\n"
        "DOIs: 1 of 3 entries (33%)\n"
    )


def test_nothing_is_said_of_dois_where_there_are_no_entries() -> None:
    out = io.StringIO()
    write_statistics(result(a=""), out)
    assert out.getvalue() == "rule   findings    safe  unsafe\ntotal         0       0       0\n"
