"""Every rule on damaged files: none raises, no place lies outside the file."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rule import Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.rules.manual import examples
from bibcheck.source import Source

pytestmark = pytest.mark.slow

DATA = Path(__file__).resolve().parents[1] / "data"
CASES = [case.get("bib", "") for case in json.loads((DATA / "parse.json").read_text(encoding="utf-8"))]
SEED = (DATA / "seed" / "references.bib").read_bytes()
RULES = [load_rule(name) for name in rule_categories()]
EXAMPLES = [example.text for rule in RULES for example in examples(rule)]
INPUTS = {
    "seed": SEED,
    "cases": "\n".join(CASES).encode("utf-8", "surrogateescape"),
    "manual pages": "\n".join(EXAMPLES).encode("utf-8", "surrogateescape"),
}
# What a slip of the keyboard or a broken disk puts into a file.
NOISE = b'{}"@#=,\\%$~\n\r \x00\xff\xc3abcX()-'

FIELDS = """author editor title booktitle journal publisher address series edition volume number chapter pages year month date
    url doi eprint isbn issn note howpublished language keywords""".split()


def lint(data: bytes, dialect: str | None) -> None:
    linter = Linter([rule({}, Level.WARNING) for rule in RULES], dialect=dialect)
    source = Source.from_bytes("x.bib", data)
    linter.add(source)
    for finding in linter.finish().findings:
        assert "internal error" not in finding.message
        for span in (finding.span, *(edit.span for edit in finding.edits), *(place.span for place in finding.related)):
            assert 0 <= span.start <= span.end <= len(source.text)


def damage(data: bytes, seed: int) -> bytes:
    """Change one byte in two hundred, and cut at a random place."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(len(data) // 200):
        changed[chance.randrange(len(changed))] = chance.choice(NOISE)
    return bytes(changed[: chance.randrange(len(changed))])


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_no_rule_raises_on_odd_files(dialect: str) -> None:
    for case in CASES:
        lint(case.encode("utf-8", "surrogateescape"), dialect)


@pytest.mark.parametrize("seed", range(12))
def test_no_rule_raises_on_a_damaged_bibliography(seed: int) -> None:
    lint(damage(SEED, seed), None)


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("seed", range(4))
def test_no_rule_raises_on_what_a_disk_or_a_line_has_changed(name: str, seed: int) -> None:
    """Cut at both ends, with bits turned over: bytes that nobody types, too."""
    chance = random.Random(seed)
    data = INPUTS[name]
    start, end = sorted(chance.sample(range(len(data)), 2))
    cut = bytearray(data[start : max(end, start + 100)])
    for _ in range(len(cut) // 150):
        cut[chance.randrange(len(cut))] ^= 1 << chance.randrange(8)
    lint(bytes(cut), chance.choice(["bibtex", "biblatex", None]))


@pytest.mark.parametrize(
    "unit", [*r"""{}\"$%&#_~^-–.,;:!?'`()[]/<>=+*@|09aAIé """, " and ", "a ", "A. ", "10.", "http://", "''", "&amp;"]
)
def test_no_rule_raises_on_a_long_value(unit: str) -> None:
    value = ("{}" if unit in "{}" else unit) * (10_000 // len(unit))
    body = ",\n".join(f"  {name} = {{{value}}}" for name in FIELDS)
    lint(f"@article{{k,\n{body}\n}}\n".encode(), None)


@pytest.mark.parametrize("unit", ["@ ", "@a ", "%@", "@a{", "@{", "{", "}", "@comment ", "% @a{b,\n"])
def test_no_rule_stalls_on_long_text_between_entries(unit: str) -> None:
    """What takes the square of its length takes minutes here."""
    lint(f"{unit * (60_000 // len(unit))}\n@misc{{k, title = {{T}}}}\n".encode(), None)
