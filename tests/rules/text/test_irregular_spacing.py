"""irregular-spacing: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check
from tests.rules.text.conftest import Repair

SPACING = [
    ("title", "Spaces , and more", "Spaces, and more"),
    ("title", "A gap . Another : one ; more", "A gap. Another: one; more"),
    ("title", "A redundant space ? before the question", "A redundant space? before the question"),
    ("title", "A redundant space ! before the exclamation", "A redundant space! before the exclamation"),
    ("title", "A space after the bracket ( hello)", "A space after the bracket (hello)"),
    ("title", "A space after the bracket [ hello]", "A space after the bracket [hello]"),
    ("title", "A space before the bracket (hello )", "A space before the bracket (hello)"),
    ("title", "A space before the bracket [hello ]", "A space before the bracket [hello]"),
    ("title", "{FunSQL} : {Julia} Library", "{FunSQL}: {Julia} Library"),
    ("title", "Impacts , 2014, 16 , 2064", "Impacts, 2014, 16 , 2064"),
    ("address", "Cambridge,MA", "Cambridge, MA"),
    ("title", "Reviews,Surveys", "Reviews, Surveys"),
    ("note", "Special Issue:15th SEDI conference", "Special Issue: 15th SEDI conference"),
    ("title", "Adult education in Europe:Luxembourg", "Adult education in Europe: Luxembourg"),
    ("title", "On the~ road", "On the road"),
    ("title", "Word~spaces", "Word spaces"),
    ("booktitle", "{A Conference~}", "{A Conference}"),
    ("author", r"Smith, J.\,R. and J.\,R. Doe", "Smith, J. R. and J. R. Doe"),
]


NO_SPACING_FIX = ["The loss in 2 . 4 GHz networks", "Stars up to ~250 days", "One ~ two"]


REGULAR = [
    ("title", "The Albumin:Creatinine Ratio at 16:9 and std::Vector"),
    ("note", "See https://a.org/Page:Title and doi:10.1000/1, arXiv:1706.03762"),
    ("title", "Foo:bar and x:Y and A:Beta"),
    ("title", "Commas, dots. Colons: and; more --- 1,000 of 0,5"),
    ("title", "A line\n      break and\n\tan indent,\n      twice"),
    ("title", "And so on ... and . . . on"),
    ("title", "The .NET framework and .com"),
    ("title", "Les espaces : une étude ; suite"),
    ("title", "Deux études : suite"),
    ("title", "Où va la langue ? Une étude"),
    ("title", "Anodic bonding : диссертация"),
    ("title", "Chapter~2, Type~{I}a, Belle~II, J.~Kenneth~Shultis, at 5~km"),
    ("title", r"{\TeX}\,92, $\sqrt{s} = 13\,$TeV, e.\,g."),
    ("title", r"Measures of $f(x,y)$ and f(x,y), N,N-dimethyl, cis,trans-2,4-dienes"),
    ("title", r"\textemdash ~{Evaluation}"),
    ("note", "One sentence.  Another one."),
    ("note", r"\url{http://a.org/ ~b,c} and http://a.org/a,b"),
    ("author", "{Anderson}, D.~R. and D.~E. Knuth and R.~{van der Berg}"),
    ("author", "Smith, John  and\n  Doe, Jane  and Roe, R."),
    ("author", "Paes~Junior, H. R. and Donald~E. Knuth"),
    ("author", "{The FL~Team~}"),
    ("author", "A and ,"),
    ("author", "given=Hans,family=Harman"),
    ("month", "12~June"),
    ("pages", "1 , 2,3  4"),
    ("abstract", "Spaces , and  more"),
    ("url", "http://a.org/a,b ~c"),
    # BibTeX and TeX make one space of several, and BibTeX of a tie and of what stands around a comma in a name.
    ("title", "Spaces and  more"),
    ("journal", "AMBIO:  A Journal"),
    ("publisher", "Academic  Press"),
    ("author", "Frank  Pfenning"),
    ("author", "Best,  Robert and Davies , Gail and Smith,John"),
    ("author", "{Rabiner}, L. ~R."),
    ("author", "Maud~Segol and GST~DPACE~CU and Pereira~Hors, A."),
]


@pytest.mark.parametrize(("field", "value", "fixed"), SPACING)
def test_spaces_are_put_right(repair: Repair, field: str, value: str, fixed: str) -> None:
    findings, repaired = repair("irregular-spacing", value, field)
    assert findings
    assert repaired == fixed


@pytest.mark.parametrize("value", NO_SPACING_FIX)
def test_spaces_that_only_the_author_can_put_right(repair: Repair, value: str) -> None:
    findings, repaired = repair("irregular-spacing", value)
    assert len(findings) == 1
    assert repaired == value


@pytest.mark.parametrize(("field", "value"), REGULAR)
def test_regular_spacing(repair: Repair, field: str, value: str) -> None:
    assert repair("irregular-spacing", value, field) == ([], value)


@pytest.mark.parametrize(
    ("value", "fixed"),
    [
        ("M.~Lattanzi and D.~E. Knuth", "M. Lattanzi and D.~E. Knuth"),
        ("Smith,~John", "Smith, John"),
        ("{Anderson}, D.~R.", "{Anderson}, D.~R."),
    ],
)
def test_ties_that_biber_reads_as_part_of_a_name(repair: Repair, value: str, fixed: str) -> None:
    assert repair("irregular-spacing", value, "author", "biblatex")[1] == fixed


def test_pieces_of_values_are_not_judged_at_their_ends(check: Check) -> None:
    text = '@string{y = "~2013"}\n@string{z = elsewhere # "~1"}\n@misc{k, title = {Crypto} # y, note = elsewhere # " , x"}\n'
    assert not check("irregular-spacing", text)


def test_a_value_is_one_finding_for_what_can_be_mended(check: Check) -> None:
    findings = check("irregular-spacing", "@misc{k, title = {One , two : three ( four ) and ~250}}\n")
    assert [finding.message for finding in findings] == [
        "a space before `,`, and 3 more here",
        "`~` beside a space: TeX prints both",
    ]
