"""Fields given twice, left empty, or left with a prefix; keys that not every program takes."""

from __future__ import annotations

import pytest

from bibcheck.rule import Level
from tests.applying import apply
from tests.rules.conftest import Check

# The rule, the fields of an entry, the text that is pointed at, the fields as fixed (None: no fix).
REPORTED = [
    ("duplicate-field", "year = {1984}, YEAR = {1986}", ["YEAR"], None),
    ("duplicate-field", "year = {1984}, year = 1984, title = {T}", ["year"], "year = {1984}, title = {T}"),
    ("duplicate-field", "title = {A\n b},\n title = {A b}", ["title"], "title = {A\n b}"),
    ("duplicate-field", "note = a, note = a", ["note"], None),
    ("duplicate-field", "note = {a}, note = {b}, note = {a}", ["note", "note"], "note = {a}, note = {b}"),
    ("empty-field", "title = {T}, number = {}", ["{}"], "title = {T}"),
    ("empty-field", 'number = "", title = {T}', ['""'], "title = {T}"),
    ("empty-field", "title = {T},\n number = { \n },\n year = 1984", ["{ \n }"], "title = {T},\n year = 1984"),
    ("empty-field", 'number = {} # "", title = {T}', ['{} # ""'], "title = {T}"),
    ("empty-field", "number = {}, volume = {}", ["{}", "{}"], None),  # biber wants the comma after the key
    ("optional-prefix", "title = {T}, OPTnote = {}", ["OPTnote"], "title = {T}"),
    ("optional-prefix", "title = {T}, optnote = {N}", ["optnote"], "title = {T}, note = {N}"),
    ("optional-prefix", "title = {T}, ALTeditor = {E}", ["ALTeditor"], "title = {T}, editor = {E}"),
    ("optional-prefix", "OPTurl = foo", ["OPTurl"], "url = foo"),
    ("optional-prefix", "note = {N}, OPTnote = {M}", ["OPTnote"], None),
]
CLEAN = [
    ("duplicate-field", "year = {1984}, title = {1984}"),
    ("empty-field", "title = {{}}, note = {T}"),
    ("empty-field", "title = {T}, number = foo"),
    ("empty-field", "title = {\\relax}, note = { x}"),
    ("empty-field", "title = {T}, OPTnote = {}"),  # optional-prefix speaks of it
    ("empty-field", "booktitle = {}, crossref = {c}"),
    ("optional-prefix", "options = {useprefix}, optic = {x}, alternative = {y}"),
    ("optional-prefix", "alttitle = {T}, altnote = {N}, optname = {x}"),
    ("optional-prefix", "note = {OPTnote}"),
    ("optional-prefix", "title = {T}, OPTurl = {http://a.org}, OPTacmid = {1}, OPTnumpages = {2}"),  # hidden by hand
]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(("rule", "fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, rule: str, fields: str, pointed_at: list[str], fixed: str | None, dialect: str) -> None:
    text = "@misc{k, " + fields + "}\n@misc{last,}\n"
    findings = check(rule, text, dialect=dialect)
    assert [text[finding.span.start : finding.span.end] for finding in findings] == pointed_at
    assert apply(text, findings) == "@misc{k, " + (fixed or fields) + "}\n@misc{last,}\n"


@pytest.mark.parametrize(("rule", "fields"), CLEAN)
def test_clean(check: Check, rule: str, fields: str) -> None:
    assert check(rule, "@misc{k, " + fields + "}\n@misc{last,}\n", dialect="bibtex") == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("year = {1}, year = {2}, year = {3}", "BibTeX keeps `1`, biber `3`"),
        ("note = {}, note = {x}", "BibTeX keeps nothing, biber `x`"),
        ("note = a # {b}, note = {x}", "BibTeX keeps `a # {b}`, biber `x`"),
        ("note = {" + "x" * 99 + "}, note = {y}", "BibTeX keeps `" + "x" * 39 + "…`, biber `y`"),
    ],
)
def test_a_repeated_field_says_what_each_program_keeps(check: Check, fields: str, message: str) -> None:
    assert message in check("duplicate-field", "@misc{k, " + fields + "}\n")[0].message


def test_an_empty_field_keeps_nothing_out_in_biblatex(check: Check) -> None:
    text = "@inbook{k, booktitle = {}, title = {T}, crossref = {c}}\n"
    assert check("empty-field", text, dialect="bibtex") == []
    assert len(check("empty-field", text, dialect="biblatex")) == 1


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
