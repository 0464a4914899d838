"""Readers of values and of text, and the rules that use them, take time in proportion to the length of a text."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source
from bibcheck.text.accents import find_stray_accents
from bibcheck.text.encoding import bad_runs, guess_encoding
from bibcheck.text.formula_faults import find_formula_fault
from bibcheck.text.invisible import find_invisible, find_look_alikes
from bibcheck.text.latex import decode, math_spans
from bibcheck.text.latex_faults import find_latex_fault
from bibcheck.text.markup import find_elements, find_entities
from bibcheck.text.mojibake import find_mojibake
from bibcheck.text.prose import hide
from bibcheck.text.spacing import find_in_names, find_in_text, may_be_irregular
from bibcheck.text.straight_quotes import find_straight_quotes
from bibcheck.text.unicode_escapes import find_unicode_escapes
from bibcheck.values.addresses import read_address
from bibcheck.values.arxiv import find_arxiv, names_only_arxiv, read_arxiv
from bibcheck.values.dates import find_months, find_years, read_date
from bibcheck.values.doi import find_dois, read_doi, write_plain
from bibcheck.values.folding import fold_name
from bibcheck.values.isbn import read_standard_numbers
from bibcheck.values.months import write_month
from bibcheck.values.ordinals import find_ordinals, read_roman
from bibcheck.values.pages import read_pages
from bibcheck.values.titles import title_words
from bibcheck.values.url import find_escapes, find_urls, read_url
from bibcheck.values.well_formed import is_well_formed
from bibcheck.values.years import find_year_fault

READERS: list[Callable[[str], object]] = [
    *(
        find_stray_accents,
        bad_runs,
        guess_encoding,
        find_formula_fault,
        find_invisible,
        find_look_alikes,
        decode,
        math_spans,
    ),
    *(find_latex_fault, find_elements, find_entities, find_mojibake, hide, may_be_irregular, find_unicode_escapes),
    *(read_address, find_arxiv, names_only_arxiv, read_arxiv, find_months, find_years, read_date, find_dois, read_doi),
    *(write_plain, fold_name, read_standard_numbers, find_ordinals, read_roman, read_pages, title_words, find_escapes),
    *(find_urls, read_url, find_year_fault),
]
PAIRS: dict[str, Callable[[str], object]] = {
    "spacing of text": lambda text: find_in_text(text, text),
    "spacing of names": lambda text: (find_in_names(text, "bibtex"), find_in_names(text, "biblatex")),
    "straight quotes": lambda text: find_straight_quotes(text, text),
    "months": lambda text: write_month(text, "{}"),
    **{
        f"well-formed {name}": lambda text, name=name: is_well_formed(name, text)  # type: ignore[misc]
        for name in ("pages", "doi", "url", "volume", "isbn", "eprint", "year", "title")
    },
}
READ = {reader.__name__: reader for reader in READERS} | PAIRS

UNITS = [
    *("a", "A", "1", "é", "Ab ", "ab ", "1 ", "x,y ", "1-", "a-", "a.b", "-", "–", ".", ",", " , ", ";", ":", " ", "\n", "~"),
    *("a~", "(", "[", "{", "}", ")", "(a ", "Ada (", "*", "\\", "\\'", "{\\", "$", "$x$ ", "$a_b$", "&", "&#1", "<i ", "<"),
    *("%C3", "_", "`", '"', "/", "http://a", "10.1000/", "ISBN ", "12-34 ", "2020-", "2020 ", "May ", "1st ", "1234.5678 "),
    *("IV", "+1", "ab,", "{a}", "\\url{", "\\textless ", "Ã", "Â©", "´a", "\udc80"),
]  # fmt: skip
AROUND = [("", ""), ("Ada ", " Bob"), ("(2020 10.1000/", " May 3 x!"), ("$x", "$")]
SHORT, LONG = 4_000, 16_000
QUICK = 0.04  # seconds for the long text: what is quicker cannot be measured, and need not be
MOST = 4.4
TRIES = 8


def pump(unit: str, around: tuple[str, str], length: int) -> str:
    return around[0] + unit * (length // len(unit)) + around[1]


def seconds(do: Callable[[str], object], text: str) -> float:
    do = getattr(do, "__wrapped__", do)  # without its memory
    started = process_time()
    do(text)
    return process_time() - started


def assert_linear(do: Callable[[str], object], unit: str, around: tuple[str, str]) -> None:
    short, long = pump(unit, around, SHORT), pump(unit, around, LONG)
    slowest = seconds(do, long)
    if slowest < QUICK:
        return
    quickest = seconds(do, short)
    for _ in range(TRIES):
        if slowest < QUICK or slowest < MOST * quickest:
            return
        slowest, quickest = min(slowest, seconds(do, long)), min(quickest, seconds(do, short))
    pytest.fail(f"{unit!r} in {around}: {slowest:.3f} s, and {quickest:.3f} s for a quarter of it")


@pytest.mark.parametrize("name", READ)
def test_a_reader_takes_linear_time(name: str) -> None:
    for unit in UNITS:
        for around in AROUND:
            assert_linear(READ[name], unit, around)


# The rules on text are measured beside their tests.
FIELDS = {"identifiers": ("url", "note"), "dates": ("year", "month"), "pages": ("pages",)}


def check_value(category: str, field: str) -> Callable[[str], object]:
    """What runs the rules of a category over a file with one text as the value of a field."""
    rules = [load_rule(name)({}, Level.WARNING) for name, other in rule_categories().items() if other == category]

    def run(value: str) -> object:
        value += "}" * max(value.count("{") - value.count("}"), 0)
        bib = Bibliography(Source("a.bib", f"@misc{{k, {field} = {{{value}}}}}\n"))
        return [list(rule.check(bib)) for rule in rules]

    return run


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_the_rules_on_values_take_linear_time(unit: str) -> None:
    for category, fields in FIELDS.items():
        for field in fields:
            assert_linear(check_value(category, field), unit, AROUND[1])
