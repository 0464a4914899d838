"""crossref-cycle: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

PARENT = "@proceedings{p, title = {P}, year = {1984}}\n"

CHILD = "@inproceedings{c, title = {C}, crossref = {p}}\n"

CYCLES = [
    ("@misc{a, crossref = {a}}\n", ["a"]),
    ("@misc{a, crossref = {b}}\n@misc{b, crossref = {a}}\n", ["a", "b"]),
    ("@misc{a, crossref = {B}}\n@misc{b, crossref = {c}}\n@misc{c, title = {C}}\n", ["a"]),
    (CHILD + PARENT, []),
    ("@misc{x, crossref = {a}}\n@misc{a, crossref = {b}}\n@misc{b, crossref = {a}}\n", ["x", "a", "b"]),
    ("".join(f"@misc{{{k}, crossref = {{{p}}}}}\n" for k, p in ("ab", "bc", "cd", "db", "ea")), list("abcde")),
    ("@misc{a, xdata = {b, c}}\n@misc{b, xdata = {d}}\n@misc{c, xdata = {a}}\n@xdata{d, title = {D}}\n", ["a", "c"]),
    ("@misc{a, crossref = {b}}\n@misc{b, xdata = {c}}\n@xdata{c, title = {C}}\n", ["a"]),
]


@pytest.mark.parametrize(("text", "keys"), CYCLES)
def test_crossref_cycle(check: Check, text: str, keys: list[str]) -> None:
    assert [finding.key for finding in check("crossref-cycle", text, dialect="bibtex")] == keys


def test_biber_follows_parents_of_parents(check: Check) -> None:
    text = "@misc{a, crossref = {b}}\n@misc{b, crossref = {c}}\n@misc{c, title = {C}}\n"
    assert not check("crossref-cycle", text, dialect="biblatex")


def test_a_long_chain_of_parents_costs_linear_time(check: Check) -> None:
    text = "".join(f"@misc{{k{n}, crossref = {{k{n + 1}}}}}\n" for n in range(2000))
    assert not check("crossref-cycle", text, dialect="biblatex")
