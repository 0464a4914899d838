"""invalid-key: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from bibcheck.rule import Level
from tests.rules.conftest import Check

KEYS = [
    ("a#b", "bibtex", Level.ERROR, "holds `#`, which \\cite cannot take"),
    ("a~b", "bibtex", Level.ERROR, "holds `~`, which \\cite cannot take"),
    ("a\\b", "bibtex", Level.ERROR, "holds `\\`, which \\cite cannot take"),
    ("a{b", "bibtex", Level.ERROR, "holds `{`, which \\cite cannot take"),
    ("O'Brien99", "bibtex", Level.WARNING, "holds `'`, which biber cannot read"),
    ("O'Brien99", "biblatex", Level.ERROR, "holds `'`"),
    ("a(1)", "bibtex", Level.WARNING, "holds `(`, which biber cannot read"),
    ('"a"', "biblatex", Level.ERROR, 'holds `"`'),
    ("Erdős59", "bibtex", Level.WARNING, "holds `ő`"),
]


@pytest.mark.parametrize(("key", "dialect", "level", "message"), KEYS)
def test_an_odd_key_is_reported(check: Check, key: str, dialect: str, level: Level, message: str) -> None:
    text = "@misc{" + key + ", title = {T}}\n@misc{last,}\n"
    (finding,) = check("invalid-key", text, dialect=dialect)
    assert text[finding.span.start : finding.span.end] == key
    assert finding.level is level
    assert message in finding.message


def test_a_habit_of_foreign_keys_is_let_be(check: Check) -> None:
    text = "".join(f"@misc{{Петров{number}, title = {{T}}}}\n" for number in range(5))
    assert not check("invalid-key", text, dialect="bibtex")
    assert len(check("invalid-key", text.replace("Петров0", "Petrov"), dialect="bibtex")) == 4


@pytest.mark.parametrize(
    ("key", "dialect"),
    [
        ("DBLP:conf/sosp/Knuth84+1", "bibtex"),
        ("10.1145/1234_5-6", "bibtex"),
        ("a&b|c*d!?$^@[x]", "bibtex"),
        ("Erdős59", "biblatex"),
        ("2010", "bibtex"),
        ("M\udcfcller", "bibtex"),  # not-utf8 speaks of it
    ],
)
def test_an_ordinary_key_is_clean(check: Check, key: str, dialect: str) -> None:
    assert check("invalid-key", "@misc{" + key + " , title = {T}}\n@misc{last,}\n", dialect=dialect) == []


@pytest.mark.parametrize(("keys", "count"), [(4, 4), (5, 0)])
def test_how_many_foreign_keys_are_a_habit(check: Check, keys: int, count: int) -> None:
    text = "".join(f"@misc{{Петров{number}, title = {{T}}}}\n" for number in range(keys))
    assert len(check("invalid-key", text, dialect="bibtex")) == count


def test_bytes_that_are_no_utf_8_are_not_judged(check: Check) -> None:
    key = "王国维1917".encode("gbk").decode("utf-8", "surrogateescape")
    assert any(character.isalpha() and not character.isascii() for character in key)
    assert not check("invalid-key", f"@misc{{{key}, title = {{T}}}}\n")
