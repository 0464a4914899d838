"""The rules on pages: what each reports, with the text it points at, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

REPORTED = [
    ("hyphen-in-range", "97-111", ["-"], "97--111"),
    ("hyphen-in-range", "97–111", ["–"], "97--111"),
    ("hyphen-in-range", "97---111", ["---"], "97--111"),
    ("hyphen-in-range", "1--5, 9-12", ["-"], "1--5, 9--12"),
    ("hyphen-in-range", "1679 -- 1704", [" -- "], "1679--1704"),
    ("hyphen-in-range", r"563\,--\,566", [r"\,--\,"], "563--566"),
    ("hyphen-in-range", "S12-S20", ["-"], "S12--S20"),
    ("hyphen-in-range", "34:1-34:11", ["-"], "34:1--34:11"),
    ("hyphen-in-range", "97\\textendash 111", ["\\textendash "], "97--111"),
    ("descending-pages", "945--123", ["945--123"], None),
    ("descending-pages", "1693--1692", ["1693--1692"], None),
    ("descending-pages", "280--30", ["280--30"], None),
    ("abbreviated-range", "1234--56", ["56"], "1234--1256"),
    ("abbreviated-range", "331--7", ["7"], "331--337"),
    ("abbreviated-range", "983–95", ["95"], "983–995"),
    ("single-page-range", "5--5", ["5--5"], "5"),
    ("single-page-range", "5-5", ["5-5"], "5"),
    ("single-page-range", "e803--e803", ["e803--e803"], "e803"),
    ("single-page-range", r"{c\,3}-{c\,3}", [r"c\,3}-{c\,3"], r"{c\,3}"),
    ("single-page-range", "12--", ["--"], None),
    ("pages-prefix", "pp. 1--3", ["pp. "], "1--3"),
    ("pages-prefix", "p. 4", ["p. "], "4"),
    ("pages-prefix", "pages 3-5", ["pages "], "3-5"),
    ("pages-prefix", "pp.~17--20", ["pp.~"], "17--20"),
    ("pages-prefix", "1--3 pp.", [" pp."], "1--3"),
    ("malformed-pages", "vol. 27", ["vol. 27"], None),
    ("malformed-pages", "747=754", ["747=754"], None),
    ("malformed-pages", "n/a--n/a", ["n/a--n/a"], None),
]

CLEAN = [
    ("hyphen-in-range", "97--111"),
    ("hyphen-in-range", "A12-3"),
    ("hyphen-in-range", "e0123-4"),
    ("hyphen-in-range", "34:1--34:11"),
    ("hyphen-in-range", "5-5"),
    ("hyphen-in-range", "042301-7"),
    ("descending-pages", "xii--34"),
    ("descending-pages", "S20--S12"),
    ("descending-pages", "1234--56"),
    ("descending-pages", "97--111"),
    ("abbreviated-range", "97--111"),
    ("abbreviated-range", "280--30"),
    ("abbreviated-range", "S123--8"),
    ("single-page-range", "12+"),
    ("single-page-range", "12ff."),
    ("single-page-range", "5--6"),
    ("pages-prefix", "354 pages"),
    ("pages-prefix", "P12--P20"),
    ("pages-prefix", "12pp"),
    ("malformed-pages", "xvi+354"),
    ("malformed-pages", "1--10, 15"),
    ("malformed-pages", "e1003"),
    ("malformed-pages", "S12--S20"),
    ("malformed-pages", "34:1--34:11"),
    ("malformed-pages", "[7]"),
    ("malformed-pages", ""),
    ("page-count-mismatch", "97--111"),
]


@pytest.mark.parametrize(("rule", "pages", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, rule: str, pages: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, pages = {{{pages}}}}}\n"
    findings = check(rule, text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    text = apply(text, findings)
    assert text == f"@article{{k, pages = {{{fixed or pages}}}}}\n"


@pytest.mark.parametrize(("rule", "pages"), CLEAN)
def test_clean(check: Check, rule: str, pages: str) -> None:
    assert not check(rule, f"@article{{k, pages = {{{pages}}}}}\n", dialect="bibtex")


@pytest.mark.parametrize("pages", ["97-111", "97–111", "97 -- 111"])
def test_biblatex_normalises_every_dash(check: Check, pages: str) -> None:
    assert not check("hyphen-in-range", f"@article{{k, pages = {{{pages}}}}}\n", dialect="biblatex")


def test_a_range_from_a_macro_is_reported_without_a_fix(check: Check) -> None:
    text = '@string{range = "97-111"}\n@article{k, pages = range}\n'
    (finding,) = check("hyphen-in-range", text)
    assert text[finding.span.start : finding.span.end] == "range"
    assert not finding.edits


@pytest.mark.parametrize(
    ("entry", "messages"),
    [
        ("@article{k, pages = {1--14}, numpages = {14}}", []),
        ("@article{k, pages = {1--14}, numpages = {15}}", []),
        ("@article{k, pages = {1--14}, numpages = {0}}", []),
        ("@article{k, pages = {013904}, numpages = {4}}", []),
        ("@article{k, pages = {34:1--34:11}, numpages = {11}}", []),
        ("@article{k, pages = {1--14}, numpages = {20}}", ["numpages is 20, but pages `1--14` are 14"]),
        ("@article{k, pages = {97--1511}}", ["an article of 1415 pages"]),
        ("@article{k, pages = {1234--4321}}", []),
        ("@book{k, pages = {1--1500}}", []),
    ],
)
def test_page_count_mismatch(check: Check, entry: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("page-count-mismatch", entry + "\n")] == messages
