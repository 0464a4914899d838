"""The summary for pull requests and jobs."""

from __future__ import annotations

from bibcheck.engine.report import Report
from bibcheck.rule import Fix, Level
from bibcheck.source import Source
from tests.reports.outcomes import fixing, found, report, result


def test_findings_stand_under_their_file() -> None:
    made = result(
        fixing("a.bib", 9, 10, "--", message="range joined by `-`", key="k"),
        fixing("a.bib", 12, 13, "", Fix.UNSAFE, message="odd *mark* for @someone, see #3"),
        found("a.bib", 13, 14, level=Level.ERROR),
        a="pages = {1-2}, x",
    )
    assert report("markdown", made) == (
        "### bibcheck: 3 findings (1 error, 2 warnings) in 1 file; 1 fixable with --fix, 1 more with --unsafe-fixes\n"
        "\n"
        "| rule | findings | safe fixes | unsafe fixes |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| `odd-name` | 3 | 1 | 1 |\n"
        "\n"
        "#### `a.bib`\n"
        "\n"
        "- **warning** `odd-name` at 1:10 in `k`: range joined by `-`\n"
        "  <br>fix: `pages = {--2}, x`\n".replace("{--2}", "{---2}")
        + "- **warning** `odd-name` at 1:13: odd \\*mark\\* for @<!-- -->someone, see \\#3\n"
        "  <br>unsafe fix: `pages = {1-2, x`\n"
        "- **error** `odd-name` at 1:14: odd\n"
    )


def test_the_first_three_of_a_rule_in_a_file_are_shown() -> None:
    made = result(*(found("a.bib", number, number + 1) for number in range(9)), a="x" * 9)
    text = report("markdown", made)
    assert text.count("- **warning**") == 3
    assert text.endswith("- … and 6 more of `odd-name` in this file\n")
    assert report("markdown", made, show_all=True).count("- **warning**") == 9


def test_a_summary_of_a_job_holds_no_more_than_a_mebibyte() -> None:
    made = result(*(found("a.bib", number, number + 1, "é" * 500) for number in range(2000)), a="x" * 2000)
    text = report("markdown", made, show_all=True)
    assert 900_000 < len(text.encode()) < 2**20
    assert text.endswith("\nThere are more findings than a summary may hold: `bibcheck check` prints them.\n")


def test_a_clean_run_is_one_line() -> None:
    assert report("markdown", result(a="")) == "### bibcheck: no findings in 1 file\n"


def test_nothing_ends_a_code_span_or_a_cell() -> None:
    path = "a`b``c|d.bib"
    finding = found(path, 0, 1, "`x|y`", key="`k`")._replace(rule="a|b")
    text = report("markdown", Report([finding], {path: Source(path, "x")}, 1, 1, False))
    assert "#### ```a`b``c｜d.bib```\n" in text
    assert "| `a｜b` | 1 |" in text
    assert " in `` `k` ``: `x｜y`\n" in text
