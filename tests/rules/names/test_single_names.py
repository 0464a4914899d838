"""Rules on how one person's name is written."""

from __future__ import annotations

import pytest

from tests.applying import apply


def entry(names: str, field: str = "author", type: str = "book") -> str:
    return f"@{type}{{key, {field} = {{{names}}}}}\n"


# rule, list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("initial-without-period", "Johnson, Sandra K", ["K"], "Johnson, Sandra K."),
    ("initial-without-period", "S H Muggleton", ["S H"], "S. H. Muggleton"),
    ("initial-without-period", "Smith, JA", ["JA"], "Smith, J. A."),
    ("initial-without-period", "JA Smith", ["JA"], "J. A. Smith"),
    ("initial-without-period", "van Ham, Roeland CHJ", ["CHJ"], "van Ham, Roeland C. H. J."),
    ("initial-without-period", "Barab{\\'a}si, A-L", ["A-L"], "Barab{\\'a}si, A.-L."),
    ("initial-without-period", "Deary, IJ", ["IJ"], "Deary, I. J."),
    ("initial-without-period", "Smith, MA and Roe, B", ["MA", "B"], "Smith, M. A. and Roe, B."),
    ("initial-without-period", "SMITH, J", ["J"], "SMITH, J."),
    ("initial-without-period", "Иванов, И", ["И"], "Иванов, И."),
    ("joined-initials", "Knuth, D.E.", ["D.E."], "Knuth, D. E."),
    ("joined-initials", "J.R.R. Tolkien", ["J.R.R."], "J. R. R. Tolkien"),
    ("joined-initials", "Knuth, D.E", ["D.E"], "Knuth, D. E."),
    ("joined-initials", "Straatsma, TP.", ["TP."], "Straatsma, T. P."),
    ("joined-initials", "Apresjan, Ju.D.", ["Ju.D."], "Apresjan, Ju. D."),
    ("joined-initials", "D.E.Knuth", ["D.E.Knuth"], "D. E. Knuth"),
    ("joined-initials", "Dupont, {\\'E}.T.", ["{\\'E}.T."], "Dupont, {\\'E}. T."),
    ("joined-initials", "Иванов, И.И.", ["И.И."], "Иванов, И. И."),
    ("joined-initials", "Smith, U.S.", ["U.S."], "Smith, U. S."),
    ("abbreviated-given-name", "Knuth, D. E. and Donald Knuth and X Zhu", ["D. E.", "X"], None),
    ("mixed-initials", "Jin Heo and X. {Zhu} and P. {Padala} and Z. {Wang}", ["X. {Zhu}"], None),
    ("mixed-initials", "Boas, Franz and Swanton, J.", ["Swanton, J."], None),
    ("mixed-initials", "Hill, WD and Davies, Gail and Roe, B", ["Hill, WD"], None),
    ("all-caps-name", "KNUTH, DONALD", ["KNUTH, DONALD"], "Knuth, Donald"),
    ("all-caps-name", "KNUTH, Donald", ["KNUTH"], "Knuth, Donald"),
    ("all-caps-name", "DONALD E. KNUTH", ["DONALD E. KNUTH"], "Donald E. Knuth"),
    ("all-caps-name", "O'BRIEN-SMITH, Ann", ["O'BRIEN-SMITH"], "O'Brien-Smith, Ann"),
    ("all-caps-name", "MCDONALD, A.", ["MCDONALD"], "McDonald, A."),
    ("all-caps-name", 'M{\\"U}LLER, J{\\"O}RG', ['M{\\"U}LLER, J{\\"O}RG'], 'M{\\"u}ller, J{\\"o}rg'),
    ("all-caps-name", "VEČERNÍK, Jiří", ["VEČERNÍK"], "Večerník, Jiří"),
    ("lowercase-name", "knuth, donald", ["knuth, donald"], "Knuth, Donald"),
    ("lowercase-name", "donald knuth", ["donald knuth"], "Donald Knuth"),
    ("lowercase-name", "Donald knuth", ["knuth"], "Donald Knuth"),
    ("lowercase-name", "Yao, yao", ["yao"], "Yao, Yao"),
    ("repeated-name", "Ann Ng and Roe, Bo and Ng, Ann", ["Ng, Ann"], None),
    ("repeated-name", 'Ann M{\\"u}ller and Ann Müller', ["Ann Müller"], None),
    ("repeated-name", "Wang, Xiaoming and Wang, Xiaoming", ["Wang, Xiaoming"], None),
    ("truncated-names", "A. Ng and others", ["others"], None),
]

CLEAN = {
    "initial-without-period": [
        "Mellinger, {C} and Jungen, {Ch}",
        "Nesb{\\o}, Jo and Gore, Al and Weinan E and Junghyun O",
        "Li, YU and Jian WU",
        "Volker RW Schaa",
        "Nguyen, An and Vo, Vy",
        "King II, Martin and Martin King III",
        "{DPC managers} and {IBM Research} and {U.S. Navy}",
        "KNUTH, ANN",
        "Donald E. Knuth and J.-P. Serre and {\\'E}. Galois",
        "李, 明",
        "Smith, John MD",
    ],
    "joined-initials": [
        "Sartre, J.-P. and Yu. Manin and D. E. Knuth and {D.E.} Knuth",
        "U.S. Navy and {U.S. Navy}",
        "St. John, Ann and Jean-Luc Ng",
        "D.~E. Knuth",
    ],
    "abbreviated-given-name": ["J. Edgar Hoover and Ng, Ann and {ATLAS Collaboration} and OpenAI and others"],
    "mixed-initials": [
        "Padala, Pradeep and Shin, Kang G.",
        "J. Edgar Hoover and Ann Ng and K. Jarrod Millman",
        "J. Heo and X. Zhu",
        "Strunk, William and E. B. White",
        "Golumbic, Martin and Jamison, R.E.",
        "Pritchard, Hamish and Vaughan, David and Ng, Ann and V. Subrahmanian",
        "R. Fausto and D. Van As and Faucheur, F. Le",
        "Murphy, K. and Huang, J. and {ATLAS Collaboration} and others",
        "Mellinger, A and Jungen, {Ch} and Field, Jg",
        "Donald Knuth",
    ],
    "all-caps-name": [
        "YU, Wei and NG, Ann and LEE, Bo",
        "{KNUTH}, Donald and {ATLAS} and NASA and UNESCO",
        "ATLAS Collaboration",
        "SIGUCCS, ACM",
        "Ng, ANN",
        "MacDonald, A. and McKEE, B.",
    ],
    "lowercase-name": [
        "bell hooks and boyd, danah and k.d. lang and e. e. cummings",
        "Ludwig van Beethoven and van der Berg, Jan and d'Alembert, Jean and al-Khwarizmi, Muhammad",
        "{pandas development team} and {knuth, donald} and nostalgebraist",
        "Souza, de and Lee, Kai-fu and Crispim Rom\\~ao, Miguel and Go~ni, Rodrigo",
        "Catherine {d'Ignazio} and Jean {de la Fontaine}",
        "The editors and SCs coordinator and Ann Ng and others",
        "{\\'e}variste Galois",
        "李, 明",
    ],
    "repeated-name": [
        "Wang, J. and Wang, J.",
        "Wang, Wei and Wang, Wei",
        "Smith, John and Smith, Jr., John",
        "Ann Ng and Bo Ng",
        "{ATLAS} and {ATLAS}",
    ],
    "truncated-names": ["A. Ng and B. Roe", "others"],
}


@pytest.mark.parametrize(("rule", "names", "spans", "wanted"), REPORTED)
def test_a_name_is_reported_and_mended(check, rule, names, spans, wanted) -> None:
    text = entry(names)
    findings = check(rule, text)
    assert [text[finding.span.start : finding.span.end] for finding in findings] == spans
    if wanted is None:
        assert not any(finding.edits for finding in findings)
    else:
        assert apply(text, findings) == entry(wanted)


@pytest.mark.parametrize(("rule", "names"), [(rule, names) for rule, lists in CLEAN.items() for names in lists])
def test_good_names_stay_clean(check, rule, names) -> None:
    assert check(rule, entry(names)) == []


@pytest.mark.parametrize(("rule", "names", "spans", "wanted"), [row for row in REPORTED if row[3]])
def test_a_fix_leaves_nothing_to_fix(check, rule, names, spans, wanted) -> None:
    assert not check(rule, entry(wanted))


@pytest.mark.parametrize(
    "names", ["family=Knuth, given=D", "family={KNUTH}, given=donald", "given=donald, family=knuth and D[onald] Knuth"]
)
@pytest.mark.parametrize("rule", [rule for rule in CLEAN if rule != "truncated-names"])
def test_names_in_parts_are_left_alone(check, rule, names) -> None:
    assert check(rule, entry(names), dialect="biblatex") == []


def test_initials_of_dblp_are_how_people_sign(check) -> None:
    text = "@article{DBLP:journals/x/HeoZ09, author = {Jin Heo and X. Zhu}, biburl = {https://dblp.org/rec/x}}\n"
    assert not check("mixed-initials", text)


def test_an_author_who_is_the_editor_too(check) -> None:
    text = "@{}{{key, author = {{Roe, Bernard}}, editor = {{Ann Ng and Bernard Roe}}}}\n"
    (finding,) = check("repeated-name", text.format("book"))
    assert (finding.field, len(finding.related)) == ("editor", 1)
    assert not check("repeated-name", text.format("incollection"))


ORDER = "@book{a, author = {Knuth, Donald E. and de Boer, Bart}}\n"


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ("Paul Vogt", "Vogt, Paul"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("Jean-Paul Sartre", "Sartre, Jean-Paul"),
        ("J.~R. {De Roo}", "{De Roo}, J.~R."),
    ],
)
def test_the_order_of_the_fewer_is_turned(check, names, wanted) -> None:
    text = ORDER + entry(names)
    (finding,) = check("mixed-name-order", text)
    assert apply(text, [finding]) == ORDER + entry(wanted)


@pytest.mark.parametrize(
    "names", ["{ATLAS Collaboration}", "Aristotle", "Ng, Ann", "others", "Bo Ng and Ann Ng and Al Ng"]
)
def test_what_has_no_order_is_in_none(check, names) -> None:
    found = check("mixed-name-order", ORDER + entry(names))
    assert [finding.key for finding in found] == (["a", "a"] if " and " in names else [])


def test_names_that_need_their_comma_keep_it(check) -> None:
    text = entry("Ann Ng and Bo Roe and Al Li") + entry("Garc{\\'i}a M{\\'a}rquez, Gabriel and King, Jr., Martin")
    assert not check("mixed-name-order", text)
