"""What the readers of values take as well formed, and that no fix of a rule comes to anything else."""

from __future__ import annotations

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source
from bibcheck.values.well_formed import is_well_formed
from tests.applying import apply

GOOD = [
    ("pages", "1--3"), ("pages", "e1003"), ("pages", "1, 4--7"), ("pages", "xvi+354"), ("pages", "12+"), ("year", "1984"),
    ("month", "9"), ("date", "1999-05"), ("doi", "10.1000/182"), ("doi", "10.1002/(SICI)1097<1::A>3.0.CO;2-P"),
    ("isbn", "0-201-13447-0"), ("issn", "0010-4620, 1460-2067"), ("url", "https://a.org/x?y=1#z"), ("eprint", "1706.03762v2"),
    ("volume", "91"), ("volume", "XII"), ("number", "3-4"), ("number", "S1"), ("title", "Müller"), ("abstract", "Poznań"),
]  # fmt: skip
BAD = [
    ("pages", "0"), ("pages", "Section 1, vol. 2"), ("pages", "12--"), ("pages", "pp. 1"), ("pages", "{1"), ("pages", ""),
    ("year", "'99"), ("year", "1984a"), ("month", "13"), ("date", "1999-13"), ("doi", r"10.1000/a\_b"), ("doi", "10.1000/182."),
    ("doi", "10.1002/%28SICI%29"), ("doi", "doi:10.1000/182"), ("isbn", "0-201-13447-1"), ("isbn", "0010-4620"),
    ("issn", "0-201-13447-0"), ("url", "www.a.org"), ("url", "https://a.org/x y"), ("url", "https://a.org/?a&amp;b"),
    ("url", r"https://a.org/a\_b"), ("eprint", "arXiv:1706.03762"), ("volume", "91, Issue 16"), ("volume", "02, No. 07,"),
    ("title", "Pozna´n"), ("title", "MÃ¼ller"), ("title", "n/a"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), GOOD)
def test_well_formed(name: str, value: str) -> None:
    assert is_well_formed(name, value)


@pytest.mark.parametrize(("name", "value"), BAD)
def test_malformed(name: str, value: str) -> None:
    assert not is_well_formed(name, value)


# What values are made of: each pair and triple is a value.
PIECES = {
    "pages": ["1", "12--15", "12-7", "0--0", "pp. 3", "Page 14", "Section 1", "vol. 27", ", ", " ", "-", "–", "007--009"],
    "year": ["1984", "'99", "May", " 5", "-09", "-24", "a", "20l0", "c. ", "(", ")", "©", "accessed ", ", ", "576 p."],
    "doi": ["10.1000/182", "10,1000/1", "1038/nature1", r"\_", "%28", "&lt;", ".", " ", "v5", "10.48550/arXiv.1706.03762"],
    "isbn": ["0-201-13447-0", "201-13447-0", "00104620", "0010-4620", ", ", " ", "X", "978"],
    "issn": ["00104620", "0010-4620", "0010-4621", "0-201-13447-0", ", ", " "],
    "url": ["https://a.org/b", "www.a.org", r"\_", r"\&", "&amp;", " ", "\n", "<", ">", "?utm_source=x", "http//", "/c"],
    "eprint": ["1706.03762", "arXiv:", "https://arxiv.org/abs/", "https://arxiv.org/pdf/", ".pdf", "v2", " [cs.CL]", "abc"],
    "abstract": ["MÃ¼ller", "PoznaÂ´n", "\ufffd", "é", " ", "â€™", "O´Reilly"],
}  # fmt: skip
MENDED = {"pages": "pages", "year": "dates", "abstract": "text"}


@pytest.mark.parametrize("name", PIECES)
def test_no_fix_leaves_a_value_that_its_reader_does_not_take(name: str) -> None:
    """A fix that changes a value, and neither moves nor removes the field, comes to a well-formed one."""
    wanted = "mojibake" if name == "abstract" else ""
    others = ("doi-as-url", "redundant-url", "missing-doi", "legacy-url", "tracking-url")  # judged by their own tests
    rules = [
        load_rule(rule)({}, Level.WARNING)
        for rule, category in rule_categories().items()
        if (rule == wanted if wanted else category == MENDED.get(name, "identifiers") and rule not in others)
    ]
    pieces = PIECES[name]
    values = {first + second + third for first in pieces for second in pieces for third in ["", *pieces]}
    for value in values:
        text = f"@article{{k, archiveprefix = {{arXiv}}, {name} = {{{value}}}}}\n"
        bib = Bibliography(Source("a.bib", text), dialect="bibtex")
        for rule in rules:
            for finding in rule.check(bib):
                fixed = Bibliography(Source("a.bib", apply(text, [finding])), dialect="bibtex").fields(name)
                if finding.edits and fixed:
                    assert is_well_formed(name, fixed[0].text), (rule.name, value, fixed[0].text)
