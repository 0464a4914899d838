"""Rules on what a list of names is made of: each defect has one rule, and the others are silent about it."""

from __future__ import annotations

import pytest

from bibcheck.rules import rule_categories
from tests.applying import apply

STRUCTURE = (
    "malformed-name comma-separated-names wrong-name-separator empty-name glued-and literal-et-al braced-name-list "
    "unprotected-organization placeholder-name title-in-name"
).split()


def entry(names: str, field: str = "author") -> str:
    return f"@book{{key, {field} = {{{names}}}}}\n"


# rule, list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("malformed-name", "Ng, Ann, and Roe, Bo", ["Ng, Ann,"], None),
    ("malformed-name", "Birrane, E., III, Ng, A", ["Birrane, E., III, Ng, A"], None),
    ("malformed-name", "Ng, Ann and , Bo", [", Bo"], None),
    ("malformed-name", "Ng,, Ann", ["Ng,, Ann"], None),
    ("malformed-name", "Smith, John, Jr.", ["Smith, John, Jr."], None),
    ("malformed-name", "Frederick P. Brooks, Jr.", ["Frederick P. Brooks, Jr."], None),
    ("malformed-name", "Ann Ng and Frederick P. Brooks Jr.", ["Frederick P. Brooks Jr."], None),
    ("malformed-name", "Beck, W, Marcus", ["Beck, W, Marcus"], None),
    ("malformed-name", "Murphy, K. and Jones T.B.", ["Jones T.B."], None),
    ("malformed-name", "Madou, Matias De Sutter, Bjorn", ["Madou, Matias De Sutter, Bjorn"], None),
    (
        "comma-separated-names",
        "E. Hairer, C. Lubich and G. Wanner",
        ["E. Hairer, C. Lubich"],
        "E. Hairer and C. Lubich and G. Wanner",
    ),
    (
        "comma-separated-names",
        "Smith, J., Doe, A., and Roe, B.",
        ["Smith, J., Doe, A.,"],
        "Smith, J. and Doe, A. and Roe, B.",
    ),
    (
        "comma-separated-names",
        "Leung Tsang, Jin Au Kong, Kung-Hau Ding",
        ["Leung Tsang, Jin Au Kong, Kung-Hau Ding"],
        "Leung Tsang and Jin Au Kong and Kung-Hau Ding",
    ),
    (
        "comma-separated-names",
        "Jane Smith, John Doe, and Ann Roe",
        ["Jane Smith, John Doe,"],
        "Jane Smith and John Doe and Ann Roe",
    ),
    ("comma-separated-names", "A. Ng, B. Roe, \\& C. Li", ["A. Ng, B. Roe, \\& C. Li"], "A. Ng and B. Roe and C. Li"),
    (
        "comma-separated-names",
        "Abrahams E, Anderson PW, Licciardello DC and Roe B",
        ["Abrahams E, Anderson PW, Licciardello DC"],
        "Abrahams, E. and Anderson, P. W. and Licciardello, D. C. and Roe, B.",
    ),
    ("comma-separated-names", "Tsang L, Ishimaru A", ["Tsang L, Ishimaru A"], "Tsang, L. and Ishimaru, A."),
    (
        "comma-separated-names",
        "Jos\\'e Bru{\\~n}a, Ann Ng, Al Roe",
        ["Jos\\'e Bru{\\~n}a, Ann Ng, Al Roe"],
        "Jos\\'e Bru{\\~n}a and Ann Ng and Al Roe",
    ),
    ("wrong-name-separator", "Smith, J.; Doe, A.; Roe, B.", [";"], "Smith, J. and Doe, A. and Roe, B."),
    ("wrong-name-separator", "Smith, J.; and Doe, A.", [";"], "Smith, J. and Doe, A."),
    ("wrong-name-separator", "Jane Smith & John Doe", ["&"], "Jane Smith and John Doe"),
    ("wrong-name-separator", "Smith, J. \\& Doe, A.", ["\\&"], "Smith, J. and Doe, A."),
    ("wrong-name-separator", "Jane Smith \\and John Doe", ["\\and"], "Jane Smith and John Doe"),
    ("wrong-name-separator", "Frajzyngier, Zygmunt with Erin Shay", ["with"], "Frajzyngier, Zygmunt and Erin Shay"),
    ("wrong-name-separator", "LaPolla, with Chenglong Huang", ["with"], "LaPolla and Chenglong Huang"),
    (
        "wrong-name-separator",
        "Simonson, in collaboration with Ken Sakata",
        ["in collaboration with"],
        "Simonson and Ken Sakata",
    ),
    ("wrong-name-separator", "Mellor, Stephanie nd O'Neill, George", ["nd"], "Mellor, Stephanie and O'Neill, George"),
    ("wrong-name-separator", "Jean Dupont et Marie Durand", ["et"], "Jean Dupont and Marie Durand"),
    ("wrong-name-separator", "P\\'erez, Juan y Garc\\'ia, Luis", ["y"], "P\\'erez, Juan and Garc\\'ia, Luis"),
    ("wrong-name-separator", "Smith, Jane\n  Doe, John", ["Smith, Jane\n  Doe, John"], "Smith, Jane and\n  Doe, John"),
    ("wrong-name-separator", "Jane Smith\nJohn Doe", ["Jane Smith\nJohn Doe"], "Jane Smith and\nJohn Doe"),
    ("empty-name", "A. Ng and and B. Roe", ["and and"], "A. Ng and B. Roe"),
    ("empty-name", "A. Ng and , and B. Roe", ["and , and"], "A. Ng and B. Roe"),
    ("empty-name", "and A. Ng and B. Roe", ["and"], "A. Ng and B. Roe"),
    ("empty-name", "A. Ng and B. Roe and", ["and"], "A. Ng and B. Roe"),
    ("empty-name", "A. Ng and\n  and\n  B. Roe", ["and\n  and"], "A. Ng\n  and\n  B. Roe"),
    ("glued-and", "Whalley, H. andLawrie, S.", ["andLawrie"], "Whalley, H. and Lawrie, S."),
    ("glued-and", "Whalley, H.and Lawrie, S.", ["H.and"], "Whalley, H. and Lawrie, S."),
    ("glued-and", "Whalley, H.,and Lawrie, S.", ["H.,and"], "Whalley, H. and Lawrie, S."),
    ("glued-and", "{Agathos},and others", ["{Agathos},and"], "{Agathos} and others"),
    ("glued-and", "U.~Ng~and~B.~Roe", ["U.~Ng~and~B.~Roe"], "U.~Ng and B.~Roe"),
    ("glued-and", "Smith, Johnand Doe, Jane", ["Johnand"], "Smith, John and Doe, Jane"),
    ("glued-and", "Jane Smithand John Doe", ["Smithand"], "Jane Smith and John Doe"),
    ("literal-et-al", "Moody, Bill et al.", ["et al."], "Moody, Bill and others"),
    ("literal-et-al", "Moody, Bill, et al", ["et al"], "Moody, Bill and others"),
    ("literal-et-al", "Moody, Bill and et al.", ["et al."], "Moody, Bill and others"),
    ("literal-et-al", "Moody, Bill and {et~al.}", ["{et~al.}"], "Moody, Bill and others"),
    ("literal-et-al", "Moody, Bill \\emph{et al.}", ["\\emph{et al.}"], "Moody, Bill and others"),
    ("literal-et-al", "et al., David Bradley", ["et al."], "David Bradley and others"),
    ("literal-et-al", "{M. O. Ball et al.}", ["et al."], "M. O. Ball and others"),
    ("literal-et-al", "A. Ng and Others", ["Others"], "A. Ng and others"),
    ("literal-et-al", "Alan Ng und andere", ["und andere"], "Alan Ng and others"),
    ("literal-et-al", "A. Ng and al.", ["al."], "A. Ng and others"),
    ("literal-et-al", "Иванов, И. И. и др.", ["и др."], "Иванов, И. И. and others"),
    (
        "braced-name-list",
        "{Hamano, Junio and Torvalds, Linus and others}",
        ["{Hamano, Junio and Torvalds, Linus and others}"],
        "Hamano, Junio and Torvalds, Linus and others",
    ),
    ("braced-name-list", "{J. Ng and B. Roe} and C. Li", ["{J. Ng and B. Roe}"], "J. Ng and B. Roe and C. Li"),
    ("unprotected-organization", "ATLAS Collaboration", ["ATLAS Collaboration"], "{ATLAS Collaboration}"),
    ("unprotected-organization", "CMS Collaboration", ["CMS Collaboration"], "{CMS Collaboration}"),
    (
        "unprotected-organization",
        "Ng, Ann and the Rubin Operations Team",
        ["the Rubin Operations Team"],
        "Ng, Ann and {the Rubin Operations Team}",
    ),
    (
        "unprotected-organization",
        "Collaboration, Open Science",
        ["Collaboration, Open Science"],
        "{Open Science Collaboration}",
    ),
    (
        "unprotected-organization",
        "Standardization, International Organization for",
        ["Standardization, International Organization for"],
        "{International Organization for Standardization}",
    ),
    (
        "unprotected-organization",
        "University of Washington, Graduate School",
        ["University of Washington, Graduate School"],
        "{University of Washington, Graduate School}",
    ),
    (
        "unprotected-organization",
        "Gurobi Optimization, LLC",
        ["Gurobi Optimization, LLC"],
        "{Gurobi Optimization, LLC}",
    ),
    (
        "unprotected-organization",
        "Bureau of Labor and Statistics",
        ["Bureau of Labor and Statistics"],
        "{Bureau of Labor and Statistics}",
    ),
    (
        "unprotected-organization",
        "U.S. Department of Health and Human Services",
        ["U.S. Department of Health and Human Services"],
        "{U.S. Department of Health and Human Services}",
    ),
    (
        "unprotected-organization",
        "National Telecommunications and Information Administration",
        ["National Telecommunications and Information Administration"],
        "{National Telecommunications and Information Administration}",
    ),
    (
        "unprotected-organization",
        "Board, Internet Activities",
        ["Board, Internet Activities"],
        "{Internet Activities Board}",
    ),
    (
        "unprotected-organization",
        "The Black \\& Bloom Group",
        ["The Black \\& Bloom Group"],
        "{The Black \\& Bloom Group}",
    ),
    (
        "unprotected-organization",
        "Hamamatsu Photonics K. K.",
        ["Hamamatsu Photonics K. K."],
        "{Hamamatsu Photonics K. K.}",
    ),
    ("unprotected-organization", "Laboratories, Bolt Beranek and Newman", ["Laboratories, Bolt Beranek"], None),
    (
        "placeholder-name",
        "Firstname Lastname and Lastname2, Firstname2",
        ["Firstname Lastname and Lastname2, Firstname2"],
        None,
    ),
    ("placeholder-name", "Author One and Author Two", ["Author One and Author Two"], None),
    ("placeholder-name", "A. N. Author", ["A. N. Author"], None),
    ("placeholder-name", "Name4 Author4 and Name5 Author5", ["Name4 Author4 and Name5 Author5"], None),
    ("placeholder-name", "{Anonymous Authors}", ["{Anonymous Authors}"], None),
    ("placeholder-name", "Brown, Tom and 43 other authors", ["43 other authors"], None),
    ("placeholder-name", "Brown, Tom and six others", ["six others"], None),
    ("placeholder-name", "Brown, Tom and TODO", ["TODO"], None),
    ("placeholder-name", "Jane Doe and Roe, Richard", ["Jane Doe and Roe, Richard"], None),
    ("placeholder-name", "Max Mustermann", ["Max Mustermann"], None),
    ("title-in-name", "Babu, Dr Manchi Sarat", ["Dr"], "Babu, Manchi Sarat"),
    ("title-in-name", "Prof. Dr. rer. nat. Jane Smith", ["Prof. Dr. rer. nat."], "Jane Smith"),
    ("title-in-name", "Smith, Jane, PhD", ["PhD"], "Smith, Jane"),
    ("title-in-name", "Jane Smith PhD and Ng, A.", ["PhD"], "Jane Smith and Ng, A."),
    ("title-in-name", "Jane Smith, MD", ["MD"], "Jane Smith"),
    ("title-in-name", "Jane Smith, Senior Member, IEEE", ["Senior Member, IEEE"], "Jane Smith"),
    ("title-in-name", "Martone, M. (ed.)", ["(ed.)"], "Martone, M."),
    ("title-in-name", "Smith, Jane, eds.", ["eds."], "Smith, Jane"),
    ("title-in-name", "(he/him), Eske Pedersen", ["(he/him)"], "Eske Pedersen"),
    ("title-in-name", "Jane Smith <jane@uni.edu>", ["<jane@uni.edu>"], "Jane Smith"),
    ("title-in-name", "Jane Smith (0000-0002-1825-0097)", ["(0000-0002-1825-0097)"], "Jane Smith"),
    ("title-in-name", "Wei Wang 0001 and Ann Ng", ["0001"], "Wei Wang and Ann Ng"),
    ("title-in-name", "Wang 0001, Wei", ["0001"], "Wang, Wei"),
    ("title-in-name", "Jane Smith*", ["*"], "Jane Smith"),
    ("title-in-name", "Jane Smith1,2 and Ann Ng", ["1,2"], "Jane Smith and Ann Ng"),
    ("title-in-name", "Jane Smith\\textsuperscript{1}", ["\\textsuperscript{1}"], "Jane Smith"),
    ("title-in-name", "Jane Smith$^{*}$", ["$^{*}$"], "Jane Smith"),
    ("title-in-name", "0. Marchal", ["0."], "O. Marchal"),
]

CLEAN = [
    "Jane Smith",
    "Smith, Jane and John Roe and others",
    "King, Jr., Martin Luther",
    "Brooks Jr., Frederick P. and Holtzheimer III, P.E.",
    "Amaral, Sobrinho, J. and Tourinho, Neto, F. C.",
    "Garc{\\'i}a M{\\'a}rquez, Gabriel Jos{\\'e}",
    "Garc{\\'i}a M{\\'a}rquez, Gabriel and Ann Roe",
    "Butler H., Inez M.",
    "Krisólogo B., Pedro J.",
    "Rishi T. and C. V. Radhakrishnan",
    "Weinan E and Malcolm X",
    "Romain Rolland and Ferdinand Bertrand and Anand Rajaraman and Sand De Brabander",
    "Christine Marchand and Roland Weibezahn",
    "Alexander Fernandez and Sandra Anderson",
    "Jos{\\'e} Ortega y Gasset and Ram{\\'o}n y Cajal, Santiago",
    "E\\c{c}a de Queir{\\'o}s, Jos{\\'e} Maria and Joaquim Machado e Silva",
    "von und zu Liechtenstein, Hans",
    "Ludwig\n van Beethoven and Jane\n Smith and Ewald,\n Paul",
    'Mueller, J{\\"o}rg and M{\\"u}ller, Ann',
    "{Marks and Spencer} and {Bureau of Labor and Statistics}",
    "{{National Academies of Sciences, Engineering, and Medicine}}",
    "{AT\\&T} and {Johnson \\& Johnson}",
    "{The UniProt Consortium} and OpenAI and NASA and {IBM Research}",
    "William H. Press and Alonzo Church and Robert Service and Ng, Bank and Board, John",
    "Wurm, S.A. and Ajzen, S.A. and Brown, Co. and Smith, AG",
    "Smith, M.D. and Lambon Ralph, M.A. and de Angelis, M.A. and Jones, MD",
    "Anonymous",
    "The Editors",
    "John Doe and Ann Roe",
    "John Doe",
    "Lord, Frederic and First, Ruth and Last, Jef and Name, Ann",
    "Al Gore and Others, Bo",
    "family=Knuth, given=Donald, given-i=D",
    "family={{\\TeX} Merchandising Project}, given=Martin and uniquelist=false and Ann Ng",
    "{\\'E}variste Galois and Paul Erd\\H{o}s and Crispim Rom\\~ao, Miguel",
    "3rd, D. Eastlake and Donald Eastlake, 3rd",
    "xyz123 and user2",
    "",
]


@pytest.mark.parametrize(("rule", "names", "spans", "wanted"), REPORTED)
def test_a_defect_is_reported_and_mended(check, rule, names, spans, wanted) -> None:
    text = entry(names)
    findings = check(rule, text)
    assert [text[finding.span.start : finding.span.end] for finding in findings] == spans
    if wanted is None:
        assert not any(finding.edits for finding in findings)
    else:
        assert apply(text, findings) == entry(wanted)


@pytest.mark.parametrize(("rule", "names", "spans", "wanted"), REPORTED)
def test_one_defect_is_one_finding(check, rule, names, spans, wanted) -> None:
    found = [other for other in STRUCTURE if check(other, entry(names))]
    assert found == [rule]


@pytest.mark.parametrize("names", [names for names in CLEAN if not names.startswith("3rd")])
def test_good_lists_stay_clean(check, names) -> None:
    assert [rule for rule in STRUCTURE if check(rule, entry(names))] == []


@pytest.mark.parametrize("field", ["editor", "translator", "bookauthor", "editora", "annotator", "holder"])
def test_other_fields_are_lists_of_names_too(check, field) -> None:
    assert check("empty-name", entry("A. Ng and and B. Roe", field))


def test_what_biber_reads_otherwise_is_judged_otherwise(check) -> None:
    assert not check("literal-et-al", entry("A. Ng and Others"), dialect="biblatex")
    assert "biber leaves the entry out" in check("malformed-name", entry("A, B, c, d e"), dialect="biblatex")[0].message
    assert "BibTeX prints `c d e A, B`" in check("malformed-name", entry("A, B, c, d e"))[0].message


def test_a_list_that_is_partly_out_of_sight_is_not_judged(check) -> None:
    assert not check("empty-name", '@book{key, author = elsewhere # " and " # ng}\n')


def test_a_macro_is_reported_and_not_mended(check) -> None:
    text = "@string{us = {A. Ng and and B. Roe}}\n@book{key, author = us}\n"
    (finding,) = check("empty-name", text)
    assert text[finding.span.start : finding.span.end] == "us"
    assert not finding.edits


def test_the_rules_of_this_file_are_those_of_the_category() -> None:
    assert set(STRUCTURE) <= {rule for rule, category in rule_categories().items() if category == "names"}
