"""malformed-accent: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check
from tests.rules.text.conftest import Repair

ACCENTS = [
    (r"H{\"}artig", r"H{\"a}rtig"),
    (r"{\'}Etude {\`}a", r"{\'E}tude {\`a}"),
    (r"{\v}skoda {\c}c", r"{\v s}koda {\c c}"),
    (r"{\"}{u}ber {\"}\i", r"{\"u}ber {\"\i}"),
    (r"Espa{\~}na", r"Espa{\~n}a"),
    (r"M\"{}uller", r"M{\"u}ller"),
    (r"Schr\"{od}inger", r"Schr{\"o}dinger"),
    (r"\c{co}", r"{\c c}o"),
    (r"O{\'}Reilly and Men{\'}s", "O'Reilly and Men's"),
    ("O´Reilly and author´s", "O'Reilly and author's"),
    ("Gaia`s and D`Angelo", "Gaia's and D'Angelo"),
    ("Universite´ syste´matique Zai¨re", "Université systématique Zaïre"),
    ("M¨uller Garc´ıa Mu˜noz Fran¸cois", "Müller García Muñoz François"),
    ('G{"u}nther and B{\'o}di and {"O}zg', r"G{\"u}nther and B{\'o}di and {\"O}zg"),
]


NO_FIX = [
    r"d{\'}autres",
    r"Kol{\'}tsov",
    r"5\^{th} and 1\^{er}",
    "valle´e",
    "caf\\'",
    r"{\'}",
    r"{\~}user",
    r"at z {\~}8",
]


GOOD = [
    r"H\"{a}rtig, H\"artig, H{\"a}rtig, H{\"{a}}rtig, {\'{E}}tude",
    r"\"{\i} \'{\i} {\'\i} \'{\^e} \v{s} {\v{s}} \c{c} \c c {\c{c}} \H{o} \t{oo} \={a} \.{I} \r{a} \k{a}",
    r"\~{} \^{} \"{} \url{http://a.org/{\~}user}",
    r"Kol\'{}tsov Rus\'{}",
    r"$\v{xy}$ and \u{00e9}",
    "Vasil´ev, Gonz´alez, Kul´tura",  # a soft sign or an accent
    "Ka`ba, al-Ma`mun, ``quoted'', it's",
    "{'s} and don{'t}, {\"Title\"}",
    r"\textasciiacute",
]


@pytest.mark.parametrize(("value", "fixed"), ACCENTS)
def test_accents_go_over_their_letters(repair: Repair, value: str, fixed: str) -> None:
    findings, repaired = repair("malformed-accent", value)
    assert findings
    assert repaired == fixed


@pytest.mark.parametrize("value", NO_FIX)
def test_accents_that_only_the_author_can_place(check: Check, value: str) -> None:
    findings = check("malformed-accent", f'@misc{{k, title = "{value}"}}\n')
    assert findings
    assert not any(finding.edits for finding in findings)


@pytest.mark.parametrize("value", GOOD)
def test_good_accents(repair: Repair, value: str) -> None:
    assert repair("malformed-accent", value) == ([], value)
