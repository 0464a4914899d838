"""secondhand-url: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ("url = {https://scholar.google.com/scholar?q=x}", ["https://scholar.google.com/scholar?q=x"], None),
    (
        "url = {https://ieeexplore-ieee-org.proxy.library.example.edu/1}",
        ["https://ieeexplore-ieee-org.proxy.library.example.edu/1"],
        None,
    ),
    (
        "url = {https://www.google.de/url?q=&url=http%3A%2F%2Fwww.focus.de%2Fa_3.html&usg=AOv}",
        ["https://www.google.de/url?q=&url=http%3A%2F%2Fwww.focus.de%2Fa_3.html&usg=AOv"],
        "url = {http://www.focus.de/a_3.html}",
    ),
    (
        "url = {https://www.google.com/url?q=https://a.org/x}",
        ["https://www.google.com/url?q=https://a.org/x"],
        "url = {https://a.org/x}",
    ),
    ("url = {https://www.google.co.uk/search?q=trees}", ["https://www.google.co.uk/search?q=trees"], None),
]

CLEAN = [
    "url = {https://books.google.com/books?id=1}",
    "url = {https://en.wikipedia.org/wiki/TeX}",
    "url = {https://sites.google.com/view/trees}",
    "url = {https://www.google.com/about?q=https://a.org}",
]


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("secondhand-url", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("secondhand-url", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("secondhand-url", f"@misc{{k, {fields}}}\n", dialect="bibtex")


def test_wikipedia_is_no_address_of_a_paper(check: Check) -> None:
    assert check("secondhand-url", "@article{k, url = {https://en.wikipedia.org/wiki/TeX}}\n")
