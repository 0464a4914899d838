"""The rules on links between entries."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

PARENT = "@proceedings{p, title = {P}, year = {1984}}\n"
CHILD = "@inproceedings{c, title = {C}, crossref = {p}}\n"

UNDEFINED = [
    (CHILD, "bibtex", ["crossref names `p`, which is no entry"]),
    (CHILD + PARENT, "bibtex", []),
    ("@misc{a, crossref = {knuht84}}\n@misc{knuth84, title = {T}}\n", "bibtex",
     ["crossref names `knuht84`, which is no entry; did you mean `knuth84`?"]),
    ("@misc{a, crossref = {P}}\n" + PARENT, "bibtex", []),
    ("@misc{a, crossref = {P}}\n" + PARENT, "biblatex",
     ["crossref names `P`, but the entry is `p`: for biber letter case counts"]),
    ("@set{s, entryset = {p, q}}\n" + PARENT, "biblatex", ["entryset names `q`, which is no entry"]),
    ("@misc{a, related = {old}}\n@misc{new, ids = {old, older}}\n", "biblatex", []),
    ("@misc{a, crossref = somewhere}\n", "bibtex", []),
    ("@misc{a, crossref = {}}\n", "bibtex", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dialect", "messages"), UNDEFINED)
def test_undefined_crossref(check: Check, text: str, dialect: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("undefined-crossref", text, dialect=dialect)] == messages


def test_a_parent_in_another_file_of_the_project_counts(check: Check) -> None:
    assert not check("undefined-crossref", CHILD, PARENT)


ORDER = [
    (PARENT + CHILD, CHILD + PARENT),
    (PARENT + "\n" + CHILD.rstrip("\n"), CHILD + "\n" + PARENT.rstrip("\n")),
    (PARENT.replace("\n", "\r\n") + CHILD.replace("\n", "\r\n"), (CHILD + PARENT).replace("\n", "\r\n")),
    (CHILD + PARENT, None),
    (CHILD, None),
    (PARENT, None),
]


@pytest.mark.parametrize(("text", "fixed"), ORDER)
def test_crossref_order(check: Check, text: str, fixed: str | None) -> None:
    findings = check("crossref-order", text, dialect="bibtex")
    assert [finding.key for finding in findings] == (["p"] if fixed else [])
    text = apply(text, findings)
    assert not fixed or text == fixed
    assert not check("crossref-order", PARENT + CHILD, dialect="biblatex")


CYCLES = [
    ("@misc{a, crossref = {a}}\n", ["a"]),
    ("@misc{a, crossref = {b}}\n@misc{b, crossref = {a}}\n", ["a", "b"]),
    ("@misc{a, crossref = {B}}\n@misc{b, crossref = {c}}\n@misc{c, title = {C}}\n", ["a"]),
    (CHILD + PARENT, []),
    ("@misc{a, crossref = {b}}\n@misc{b, xdata = {c}}\n@xdata{c, title = {C}}\n", ["a"]),
]


@pytest.mark.parametrize(("text", "keys"), CYCLES)
def test_crossref_cycle(check: Check, text: str, keys: list[str]) -> None:
    assert [finding.key for finding in check("crossref-cycle", text, dialect="bibtex")] == keys


def test_biber_follows_parents_of_parents(check: Check) -> None:
    text = "@misc{a, crossref = {b}}\n@misc{b, crossref = {c}}\n@misc{c, title = {C}}\n"
    assert not check("crossref-cycle", text, dialect="biblatex")


@pytest.mark.slow
def test_a_long_chain_of_parents_costs_linear_time(check: Check) -> None:
    text = "".join(f"@misc{{k{n}, crossref = {{k{n + 1}}}}}\n" for n in range(2000))
    assert not check("crossref-cycle", text, dialect="biblatex")


def test_repeated_inheritance(check: Check) -> None:
    text = "@inproceedings{c, title = {P}, year = {1984}, month = may, crossref = {p}}\n" + PARENT
    findings = check("repeated-inheritance", text)
    assert [finding.field for finding in findings] == ["year"]
    assert not check("repeated-inheritance", CHILD + PARENT)
