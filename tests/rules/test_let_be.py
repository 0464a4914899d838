"""What careful readers of real bibliographies waved away, and the rules have learnt to let be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

TWO_DIALECTS = "@online{x, date = {2020}, title = {T}}\n@online{y, date = {2020}, title = {T}}\n"
EXAMPLES = "@article{article-example}\n@phdthesis{phdthesis-example}\n@book{book-example}\n"
LET_BE = [
    ("year-mismatch", "@misc{k, year = {2021}, year = {2014}, eprint = {1405.1234}, archivePrefix = {arXiv}}"),
    ("title-in-name", "@misc{k, author = {Dr, Sorin and Smith, Jane}}"),
    ("malformed-month", "@article{k, journal = {J}, year = {2020}, month = {7}}\n" * 3 + TWO_DIALECTS),
    ("mixed-initials", "@misc{k, author = {McCullough, B. D. and Vinod, H. D. and Smith, Jane and Roe, Richard}}"),
    ("conflicting-fields", "@inbook{k, author = {A}, editor = {E}, booktitle = {B}}"),
    ("conflicting-fields", "@book{k, author = {A}, editor = {E}, language = {russian}}"),
    ("missing-required-field", "@book{k, author = {A}, title = {T}, year = 1, shortauthor = {A}, shorttitle = {T}}"),
    ("missing-required-field", "@book{k, organization = {O}, title = {T}, publisher = {P}, year = 1, abnt-note = {N}}"),
    ("empty-field", "@book{k, title = {T}, illustrated = {}, urlaccessdate = {x}}"),
    ("malformed-edition", "@book{k, title = {T}, edition = {2}, urlaccessdate = {x}}"),
    ("wrong-entry-type", "@inbook{k, title = {A}, booktitle = {B}, urlaccessdate = {x}}"),
    ("year-in-venue", "@proceedings{k, booktitle = {Conference on Trees 2014}, year = {2014}}"),
    ("duplicate-entry", "".join(f"@book{{{key}, author = {{A. Smith}}, title = {{On the Trees}}, year = 1}}\n"
                                for key in ("smith-new", "smith"))),
    ("duplicate-entry", "".join(f"@book{{{key}, author = {{A. N. Author}}, title = {{The Title of It}}, year = 1}}\n"
                                for key in "ab")),
    ("duplicate-entry", "".join(f"@book{{{key}, author = {{A. Smith}}, title = {{On the Trees}}, year = 1}}\n"
                                for key in ("smith:related", "smith:reprint"))),
    ("duplicate-entry", "".join(f"@book{{{key}, author = {{A. Smith}}, title = {{On the Trees}}, year = 1}}\n"
                                for key in ("smith:a, related = {smith}", "smith:reprint"))),
    ("duplicate-entry", "".join(f"@book{{{key}, author = {{A. Smith}}, title = {{On the Trees}}, year = 1}}\n"
                                for key in ("a, heading = {Smith's Trees}", "b"))),
    ("duplicate-entry", "".join(f"@book{{{key}, author = {{A. Smith}}, title = {{On the Trees}}, year = 1}}\n"
                                for key in ("a, abnt-6023-2000-section = {9.1}", "b"))),
    ("preprint-duplicate", "@online{b/online, author = {J. Baez}, title = {Higher Dimensional Algebra}, eprint = "
                           "{math/0307200}, year = 2004}\n@article{b/article, author = {J. Baez}, title = "
                           "{Higher Dimensional Algebra}, journal = {J}, year = 2004}"),
    ("malformed-edition", "@book{a, title = {T}, edition = {2nd}}\n@book{b, title = {T}, edition = {3rd}}"),
    ("malformed-edition", "".join(f"@book{{{key}, author = {{{key}}}, title = {{The title}}, edition = 3}}\n"
                                  for key in ("doe", "roe", "poe"))),
    ("malformed-edition", EXAMPLES + "@book{k, title = {T}, edition = {2}}"),
    ("wrong-entry-type", EXAMPLES + "@inbook{k, title = {A}, booktitle = {B}}"),
    ("missing-required-field", "@inproceedings{k, key = {IEEE}, title = {T}, booktitle = {B}, year = 1}"),
    ("missing-required-field", "@book{k, noeditor = {E}, title = {T}, publisher = {P}, year = 1}"),
    ("missing-required-field", "@patent{k, author = {A}, title = {T}, heading = {H}, date = {2020}}"),
    ("missing-required-field", "@book{k, title = {T}, urlaccessdate = {x}}"),
    ("missing-required-field", "@inproceedings{k, author = {A}, title = {T}, organization = {O}, urlaccessdate = {x}}"),
    ("missing-required-field", "@article{k, author = {A}, title = {T}, journaltitle = {J}, year = 1}"),
    ("missing-required-field", "@techreport{k, author = {汤万金}, title = {人体安全}, year = 2013}"),
    ("missing-required-field", "@book{k, title = {Энциклопедия}, publisher = {P}, year = 1}"),
    ("missing-required-field", "@article{a, author = {A}, journal = {J}, year = 1}\n"
                               "@article{b, author = {B}, journal = {J}, year = 1}"),
    ("missing-required-field", EXAMPLES),
    ("implausible-year", "@book{a, year = 2104}\n@book{b, year = 2105}"),
    ("hyphen-in-range", "@article{k, pages = {7-16}, urlaccessdate = {x}}"),
    ("malformed-month", "@misc{k, month = {mar.}, urlaccessdate = {x}}"),
    ("undefined-string", "@misc{k, month = set, urlaccessdate = {x}}"),
    ("joined-initials", "@misc{k, author = {Ya.Yu. Ivanov}, options = {giveninits=false}}"),
    ("repeated-value", "@incollection{k, title = {Trees}, booktitle = {Trees}, pages = {1--9}}"),
    ("unprotected-capitals", "@article{k, title = {Die DNA der B{\"a}ume}}"),
    ("unprotected-capitals", "@article{k, title = {DNA}, language = {german}}"),
    ("inconsistent-publisher", "@book{a, publisher = {\udccf\udce8}}\n@book{b, publisher = {\udcc2\udce8}}"),
    ("malformed-isbn", "@book{k, isbn = {n/a}}"),
    ("malformed-issn", "@article{k, issn = {n/a}}"),
    ("malformed-pages", "@article{k, pages = {n/a}}"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), LET_BE)
def test_what_is_no_fault_is_let_be(check: Check, rule: str, text: str) -> None:
    assert not check(rule, text + "\n")


# The same with what made it no fault taken away.
REPORTED = [
    ("year-mismatch", "@misc{k, year = {2021}, eprint = {1405.1234}, archivePrefix = {arXiv}}"),
    ("title-in-name", "@misc{k, author = {Dr Sorin Smith}}"),
    ("malformed-month", "@article{k, journal = {J}, year = {2020}, month = {7}}"),
    ("conflicting-fields", "@book{k, author = {A}, editor = {E}}"),
    ("missing-required-field", "@book{k, organization = {O}, title = {T}, publisher = {P}, year = 1}"),
    ("empty-field", "@book{k, title = {T}, note = {}, urlaccessdate = {x}}"),
    ("malformed-edition", "@book{k, title = {T}, edition = {2}}"),
    ("wrong-entry-type", "@inbook{k, title = {A}, booktitle = {B}}"),
    ("year-in-venue", "@inproceedings{k, booktitle = {Conference on Trees 2014}, year = {2014}}"),
    ("malformed-edition", "@book{a, title = {T}, edition = {2nd}}\n@book{b, title = {T}, edition = {Third}}"),
    ("malformed-edition", "@book{a, title = {T}, edition = {2nd ed.}}\n@book{b, title = {T}, edition = {3rd}}"),
    ("missing-required-field", "@inproceedings{k, title = {T}, booktitle = {B}, year = 1}"),
    ("missing-required-field", "@book{k, author = {A}, title = {T}}"),
    ("missing-required-field", "@book{k, title = {T}, publisher = {P}, year = 1}"),
    ("missing-required-field", "@article{k, author = {汤万金}, title = {人体安全}, year = 2013}"),
    ("missing-required-field", "@article{k, author = {A}, journal = {J}, year = 1}"),
    ("missing-required-field", "@book{k, title = {T}, publisher = {P}, year = 1}"),
    ("implausible-year", "@book{a, year = 2104}\n@book{b, year = 2005}"),
    ("hyphen-in-range", "@article{k, pages = {7-16}}"),
    ("malformed-month", "@misc{k, month = {mar.}}"),
    ("joined-initials", "@misc{k, author = {Ya.Yu. Ivanov}}"),
    ("repeated-value", "@incollection{k, title = {Trees}, booktitle = {Trees}, pages = {10--19}}"),
    ("unprotected-capitals", "@article{k, title = {The DNA of Trees}}"),
    (
        "duplicate-entry",
        "".join(
            f"@book{{{key}, author = {{A. Smith}}, title = {{On the Trees}}, year = 1}}\n" for key in ("s:a", "s:b")
        ),
    ),
    (
        "duplicate-entry",
        "".join(f"@book{{{key}, author = {{A. Smith}}, title = {{On the Trees}}, year = 1}}\n" for key in "ab"),
    ),
]


@pytest.mark.parametrize(("rule", "text"), REPORTED)
def test_the_fault_itself_is_reported(check: Check, rule: str, text: str) -> None:
    assert check(rule, text + "\n")


def test_one_venue_in_the_better_letter_case(check: Check) -> None:
    names = ["Analytical chemistry", "Analytical chemistry", "Analytical Chemistry"]
    text = "".join(f"@article{{k{number}, journal = {{{name}}}}}\n" for number, name in enumerate(names))
    assert [finding.key for finding in check("inconsistent-venue", text)] == ["k0", "k1"]
