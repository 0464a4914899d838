import json
import re
from itertools import product
from pathlib import Path

import pytest

from bibcheck.names.parse import Name, part_text, read_names

# What the real bibtex and btparse make of 179 lists of names.
CASES = json.loads((Path(__file__).parent.parent / "data" / "names.json").read_text("utf-8"))
PARTS = ("first", "von", "last", "jr")
COMPLAINTS = {
    "comma at the end": 'Name {number} in "{value}" has a comma at the end',
    "too many commas": 'Too many commas in name {number} of "{value}"',
}


def words(name: Name) -> dict[str, list[str]]:
    return {part: [fold(word.text) for word in getattr(name, part)] for part in PARTS}


def brief(name: Name) -> list[str]:
    return [part_text(getattr(name, part)) for part in PARTS]


def fold(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["value"])
def test_names_are_split_as_bibtex_splits_them(case):
    names = read_names(case["value"])
    assert [words(name) for name in names] == [expected["tokens"] for expected in case["names"]]
    assert [brief(name) for name in names] == [[expected[part] for part in PARTS] for expected in case["names"]]
    assert len(names) == case["count"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["value"])
def test_what_bibtex_complains_of_is_told(case):
    value = fold(case["value"]).strip(" ")
    told = [
        COMPLAINTS[error].format(number=number, value=value)
        for number, name in enumerate(read_names(case["value"]), 1)
        for error in name.errors
    ]
    assert told == case["errors"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["value"])
def test_names_are_split_for_biber_as_btparse_splits_them(case):
    nothing = {part: [] for part in PARTS}
    expected = [name or nothing for name in case["btparse_names"]]
    assert [words(name) for name in read_names(case["value"], "biblatex")] == expected


@pytest.mark.parametrize(
    ("text", "first", "von", "last", "jr"),
    [
        (", John", "John", "", "", ""),
        ("-, John", "John", "", "", ""),
        ("A -and B", "A", "and", "B", ""),
        ("Smith, John and", "John and", "", "Smith", ""),
        ("Jean dE Dupont", "Jean", "dE", "Dupont", ""),
        (r"Jean {\'at} Dupont", "Jean", r"{\'at}", "Dupont", ""),
        (r"Jean {\'{}e}t Dupont", "Jean", r"{\'{}e}t", "Dupont", ""),
        (r"Jean {\'{}}e Dupont", r"Jean {\'{}}e", "", "Dupont", ""),
        (r"Jean {\'{{}}}e Dupont", r"Jean {\'{{}}}e", "", "Dupont", ""),
        (r"Jean a{b} Dupont", "Jean", "a{b}", "Dupont", ""),
        ("Jean Smith--Jones", "Jean", "", "Smith-Jones", ""),
        ("Jean Smith~-Jones", "Jean Smith", "", "Jones", ""),
        ("x, y, z,-w", "z w", "", "x", "y"),
        ("x, y, z-,w", "z-w", "", "x", "y"),
        (r"Jean {\}de Dupont", r"Jean {\}de", "", "Dupont", ""),
        (r"Jean {\}d Dupont", r"Jean {\}d", "", "Dupont", ""),
        (r"Jean d{\} Dupont", "Jean", r"d{\}", "Dupont", ""),
        (r"Jean .{\}{d}e Dupont", r"Jean .{\}{d}e", "", "Dupont", ""),
        (r"Jean {a}{\i} Dupont", "Jean", r"{a}{\i}", "Dupont", ""),
        (r"Jean {\'{E}}t Dupont", r"Jean {\'{E}}t", "", "Dupont", ""),
        (r"Jean {\lé d}t Dupont", "Jean", r"{\lé d}t", "Dupont", ""),
        (r"Jean {\1}t Dupont", r"Jean {\1}t", "", "Dupont", ""),
        ("Jean \udce9t Dupont", "Jean", "\udce9t", "Dupont", ""),
        ("Jean\N{NO-BREAK SPACE}de Dupont", "Jean\N{NO-BREAK SPACE}de", "", "Dupont", ""),
    ],
)
def test_odd_names_are_split_as_bibtex_splits_them(text, first, von, last, jr):
    (name,) = read_names(text)
    assert brief(name) == [first, von, last, jr]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        (" \n\t", []),
        ("Ann Roe", ["Ann Roe"]),
        ("\n  Roe, Ann\n  and\tPoe,\n  Bob ", ["Roe, Ann", "Poe,\n  Bob"]),
        ("A\r\nand B\rand\nC", ["A", "B", "C"]),
        ("A and  and B", ["A", "", "B"]),
        (" and A and and ", ["and A", "and"]),
        ("and and and", ["and", "and"]),
        ("{A and B} and {C {and} D}", ["{A and B}", "{C {and} D}"]),
        ("Band and Andy aNd Rolland", ["Band", "Andy", "Rolland"]),
        ("A\N{NO-BREAK SPACE}and B", ["A\N{NO-BREAK SPACE}and B"]),
        ("A\fand B", ["A\fand B"]),
        ("A {and B and C", ["A {and B and C"]),
        ("A} and {B", ["A}", "{B"]),
    ],
)
def test_lists_are_split_at_the_ands(text, names):
    assert [text[name.start : name.end] for name in read_names(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Roe, Ann and John Q. Public",
        "  van der\n  Roe-Poe,\tJr.,\n  {Ann  B} and\n  others ",
        r"Garc{\'\i}a M{\'a}rquez, Gabriel Jos{\'e} and {Barnes and Noble, Inc.}",
        "É. Élan~du Pré, , and \udce9 and ,",
    ],
)
def test_words_are_where_their_spans_say(text):
    found = [word for name in read_names(text) for part in name[2:6] for word in part]
    assert [text[word.start : word.end] for word in found] == [word.text for word in found]
    assert len(found) > 3


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("Jean-Paul Sartre", "Jean-Paul", "Sartre"),
        ("Waals, Johannes~Diderik", "Johannes Diderik", "Waals"),
        ("Johannes van  der\nWaals", "Johannes", "van der Waals"),
        ("al-Khwarizmi", "", "al-Khwarizmi"),
        ("Ford, Jr., Henry", "Henry", "Ford"),
        ("{NASA}", "", "{NASA}"),
        (",", "", ""),
    ],
)
def test_given_and_family_names(text, given, family):
    (name,) = read_names(text)
    assert (name.given, name.family) == (given, family)


@pytest.mark.parametrize(
    ("text", "property"),
    [
        ("others", "is_others"),
        (" others\n", "is_others"),
        ("{NASA}", "is_braced"),
        ("{{Barnes, and {Noble}}}", "is_braced"),
        ("{}", "is_braced"),
        ("Others", None),
        ("{others}", "is_braced"),
        ("and others", None),
        ("others, Ann", None),
        ("{A} {B}", None),
        ("{A}{B}", None),
        ("{A}-", None),
        ("{A}, {B}", None),
        ("{NASA}, Ann", None),
        ("{A{B}", None),
        ("{A}}", None),
        ("Ann Roe", None),
    ],
)
def test_names_that_are_no_ordinary_names(text, property):
    (name,) = read_names(text)
    assert [kind for kind in ("is_others", "is_braced") if getattr(name, kind)] == [property] * bool(property)


@pytest.mark.parametrize(
    ("text", "commas", "errors"),
    [
        ("Roe", 0, ()),
        ("Roe, Ann", 1, ()),
        ("Roe, Jr., Ann", 2, ()),
        ("{Roe, Poe, and Doe, Inc.}, Ann", 1, ()),
        ("Roe,", 1, ("comma at the end",)),
        ("Roe, Ann, -", 2, ("comma at the end",)),
        ("Roe, Ann,,,", 4, ("comma at the end",)),
        ("Roe, A., Poe, B.", 3, ("too many commas",)),
        ("Roe, A., Poe, B.,", 4, ("comma at the end", "too many commas")),
        ("Roe}, Ann", 1, ("unbalanced braces",)),
        ("Roe, {Ann", 1, ("unbalanced braces",)),
    ],
)
def test_commas_and_complaints(text, commas, errors):
    (name,) = read_names(text)
    assert (name.commas, name.errors) == (commas, errors)


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_how_names_are_wrapped_makes_no_difference(dialect):
    """Names with line ends are read word by word, those with single spaces mostly by one pattern."""
    vocabulary = ("Ab", "b", "Éa", "é", "X.-Y", "-", "d'E", "B~c", ".", "2c", r"\'e", "{a}b", r"{\ae}", "others")
    lists = [case["value"] for case in CASES]
    lists += [
        "".join(parts) for parts in product(vocabulary, (" ", ", ", " and "), vocabulary, (" ", ",", ""), ("C", "d"))
    ]
    lists += [
        " ".join(parts) for parts in product(("Ab,", "b,", "É,", "A", "é"), vocabulary, ("C", "d"), ("E", "f", "g, H"))
    ]
    for text in lists:
        wrapped = text.replace(" ", "\n")
        assert [places(name) for name in read_names(wrapped, dialect)] == [
            places(name) for name in read_names(text, dialect)
        ]


def places(name: Name) -> list[object]:
    parts = [[(word.start, word.end, word.before) for word in part] for part in name[2:6]]
    return [name.start, name.end, *parts, name.commas, name.errors]


LONG = 200_000  # quadratic time would be minutes


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(
    ("text", "names", "words"),
    [
        ("{" * LONG, 1, 1),
        ("}" * LONG, 1, 1),
        ("{}" * (LONG // 2), 1, 1),
        ("{" * (LONG // 2) + "}" * (LONG // 2), 1, 1),
        ("{a" * (LONG // 2), 1, 1),
        (r"{\a" * (LONG // 3), 1, 1),
        ("A " + "{}" * (LONG // 2) + " B", 1, 3),
        ("A " + r"{\1}" * (LONG // 4) + " B", 1, 3),
        (" " * LONG, 0, 0),
        ("A" + " " * LONG + "B", 1, 2),
        ("," * LONG, 1, 0),
        ("A," * (LONG // 2), 1, LONG // 2),
        ("\\" * LONG, 1, 1),
        ("a" * LONG, 1, 1),
        ("a " * (LONG // 2), 1, LONG // 2),
        ("A " * (LONG // 2), 1, LONG // 2),
        ("A " + "1 " * (LONG // 2), 1, LONG // 2 + 1),
        ("a and " * (LONG // 6), LONG // 6, LONG // 6 + 1),
        ("A and, " * (LONG // 7), 1, 2 * (LONG // 7)),
        ("A and " + "and " * (LONG // 4), LONG // 4 + 1, 2),
    ],
    ids=lambda value: repr(value[:8]) if isinstance(value, str) else str(value),
)
def test_long_lists_are_read_in_linear_time(text, names, words, dialect):
    found = read_names(text, dialect)
    assert len(found) == names
    assert sum(len(part) for name in found for part in name[2:6]) == words


@pytest.mark.parametrize(("text", "words"), [("-" * LONG, 0), ("A-" * (LONG // 2), LONG // 2), ("~" * LONG, 0)])
def test_hyphens_and_ties_part_words_for_bibtex_only(text, words):
    assert [sum(len(part) for part in name[2:6]) for name in read_names(text)] == [words]
    assert [name.family for name in read_names(text, "biblatex")] == [text]
