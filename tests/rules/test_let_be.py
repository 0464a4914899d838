"""What careful readers of real bibliographies waved away, and the rules have learnt to let be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

TWO_DIALECTS = "@online{x, date = {2020}, title = {T}}\n@online{y, date = {2020}, title = {T}}\n"
EXAMPLES = "@article{article-example}\n@phdthesis{phdthesis-example}\n@book{book-example}\n"
OTHERS = "".join(f"@book{{b{n}, author = {{A}}, title = {{T}}, publisher = {{P}}, year = 1}}\n" for n in range(30))
RUSSIAN = "@book{r, author = {A}, title = {T}, publisher = {P}, year = 1, language = {russian}}"
ADDRESS = "@misc{k, howpublished = {\\url{https://example.org}}, url = {https://example.org}}\n"
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
    ("volume-year-mismatch", "@article{k, journal = {J. ACM}, volume = 23, year = {1978}, year = {1976}}"),
    ("volume-year-mismatch", "@article{k, journal = {arXiv e-prints}, journal = {J. ACM}, volume = 23, year = {1978}}"),
    ("ordinal-year-mismatch", "@inproceedings{k, booktitle = {34th Conference on Neural Information Processing Systems}, "
                              "year = {2019}, year = {2020}}"),
    ("year-in-venue", "@inproceedings{k, booktitle = {2009 ICCV -- IEEE Conference on Vision}, year = {2009}}"),
    ("year-in-venue", "@inproceedings{k, booktitle = {2009 ICCV: IEEE Conference on Vision}, year = {2009}}"),
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
    ("missing-required-field", "@book{k, author = {Newton, Isaac}, title = {Principia}, year = 1687}"),
    ("missing-required-field", "@article{k, title = {T}, author = {A}, journal = {J}, year = 1, reprinted-from = {l}}\n"
                               "@article{l, author = {A}, journal = {K}, year = 1}"),
    ("missing-required-field", "@book{k, title = {Road vehicles}, publisher = {ISO}, year = 2013, language = {english}}\n"
                               + RUSSIAN),
    ("missing-required-field", "@article{k, editor = {E}, title = {T}, journal = {J}, year = 1, type = {Special issue}}"),
    ("missing-required-field", "@book{k, organization = {O}, publisher = {P}, year = 1, urlaccessdate = {x}}"),
    ("missing-required-field", "@incollection{k, author = {A}, title = {T}, booktitle = {B}, year = 1}\n"
                               "@online{o, author = {A}, title = {T}, date = {2020}, url = {u}}\n" + OTHERS),
    ("conflicting-fields", "@book{k, author = {A}, editor = {E}, language = {english}}\n" + RUSSIAN),
    ("malformed-edition", "@book{a, title = {The T}, edition = 1, year = 1986}\n"
                          "@book{b, title = {The T}, edition = 1, year = 1996}"),
    ("malformed-edition", "@book{k, title = {Publication Manual}, publisher = {Author}, edition = {6}}"),
    ("malformed-edition", "@book{k, title = {Style}, edition = 3}\n@misc{m, title = {Normas}, month = {Julho}}"),
    ("malformed-edition", "@book{k, title = {ZPO Kommentar}, edition = 17, shortauthor = {P}, shorttitle = {ZPO}}"),
    ("hyphen-in-range", "@article{k, journaltitle = {J}, pages = {7-16}}\n" + OTHERS * 3),
    ("repeated-value", "@unpublished{k, note = {\\url{https://example.org}}, url = {https://example.org}}"),
    ("repeated-value", ADDRESS * 3),
    ("mixed-initials", "@misc{k, author = {James, W. and Stein, Charles}}"),
    ("mixed-initials", "@misc{k, author = {Ghosh, Abhirup and " + " and ".join(["Roe, R."] * 30) + "}}"),
    ("initial-without-period", "@misc{k, author = {Kaiser, \\L ukasz and {\\O}stby, \\O yvind}}"),
    ("initial-without-period", "@misc{k, author = {Carey, C J and Polat, {\\.I}lhan}}"),
    ("malformed-issn", "@article{k, issn = {n/a}}"),
    ("malformed-pages", "@article{k, pages = {n/a}}"),
    ("malformed-month", "@misc{a, month = {June}}\n@misc{b, month = {July}}\n@misc{c, month = {May}}"),
    ("irregular-spacing", "@misc{k, author = {Smith,   Ann and Bo   Roe and Cy~Poe}, title = {On   the  trees}}"),
    ("repeated-name", "@book{k, author = {Ann Klein}, editor = {Ann Klein}}"),
    ("duplicate-doi", "".join(f"@software{{tree-1.{n}, title = {{Tree v1.{n}}}, version = {{1.{n}}}, "
                              "doi = {10.5281/zenodo.100}}\n" for n in range(2))),
    ("year-in-venue", "@inproceedings{k, year = {2017}, "
                      "booktitle = {2017 IEEE High Performance Extreme Computing Conference (HPEC)}}"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text"), LET_BE)
def test_what_is_no_fault_is_let_be(check: Check, rule: str, text: str) -> None:
    assert not check(rule, text + "\n")


# The same with what made it no fault taken away.
REPORTED = [
    ("malformed-month", "@misc{a, month = {June}}\n@misc{b, month = jul}\n@misc{c, month = may}"),
    ("irregular-spacing", "@misc{k, title = {On the trees , again}}"),
    ("repeated-name", "@book{k, author = {Ann Klein and Ann Klein}}"),
    ("mixed-initials", "@misc{a, author = {Ronald Schafer and Charles Rader and L. Rabiner}}"),
    (
        "duplicate-doi",
        "@software{a, title = {Tree}, doi = {10.5281/zenodo.100}}\n"
        "@software{b, title = {Tree}, doi = {10.5281/zenodo.100}}",
    ),
    ("year-mismatch", "@misc{k, year = {2021}, eprint = {1405.1234}, archivePrefix = {arXiv}}"),
    ("title-in-name", "@misc{k, author = {Dr Sorin Smith}}"),
    ("malformed-month", "@article{k, journal = {J}, year = {2020}, month = {7}}"),
    ("conflicting-fields", "@book{k, author = {A}, editor = {E}}"),
    ("missing-required-field", "@book{k, organization = {O}, title = {T}, publisher = {P}, year = 1}"),
    ("empty-field", "@book{k, title = {T}, note = {}, urlaccessdate = {x}}"),
    ("malformed-edition", "@book{k, title = {T}, edition = {2}}"),
    ("wrong-entry-type", "@inbook{k, title = {A}, booktitle = {B}}"),
    ("volume-year-mismatch", "@article{k, journal = {J. ACM}, volume = 23, year = {1978}}"),
    ("year-in-venue", "@inproceedings{k, booktitle = {ICCV Conference on Trees 2009}, year = {2009}}"),
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
    ("missing-required-field", "@book{k, author = {Newton, Isaac}, title = {Principia}, year = 1926}"),
    ("missing-required-field", "@article{l, author = {A}, journal = {K}, year = 1}"),
    (
        "missing-required-field",
        "@book{k, title = {Road vehicles}, publisher = {ISO}, year = 2013, language = {english}}",
    ),
    ("missing-required-field", "@article{k, editor = {E}, title = {T}, journal = {J}, year = 1, type = {Note}}"),
    ("missing-required-field", "@incollection{k, author = {A}, title = {T}, booktitle = {B}, year = 1}\n" + OTHERS),
    (
        "malformed-edition",
        "@book{a, title = {The T}, edition = 1, year = 1986}\n@book{b, title = {U}, edition = 1, year = 2}",
    ),
    ("malformed-edition", "@book{k, title = {Publication Manual}, publisher = {Authors}, edition = {6}}"),
    ("malformed-edition", "@book{k, title = {Style}, edition = 3}\n@misc{m, title = {Normas}, month = {July}}"),
    ("malformed-edition", "@book{k, title = {ZPO Kommentar}, edition = 17, shorttitle = {ZPO}}"),
    ("hyphen-in-range", "@article{k, journal = {J}, pages = {7-16}}\n" + OTHERS * 3),
    ("repeated-value", "@misc{k, note = {\\url{https://example.org}}, url = {https://example.org}}"),
    ("repeated-value", ADDRESS * 3 + "@misc{k, url = {https://example.org}}"),
    ("mixed-initials", "@misc{k, author = {Stein, Charles and James, W.}}"),
    ("mixed-initials", "@misc{k, author = {Ghosh, Abhirup and " + " and ".join(["Roe, R."] * 13) + "}}"),
    ("initial-without-period", "@misc{k, author = {Carey, C K and Polat, {\\.I}lhan}}"),
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


MESSAGES = [
    ("conflicting-fields", "@inproceedings{k, journal = {J}, booktitle = {B}}",
     "`journal` and `booktitle` in one `@inproceedings`: BibTeX's standard styles print `booktitle` only: remove one"),
    ("malformed-month", "@misc{k, month = {oct}}", "month `{oct}` as text, where BibTeX wants `oct`"),
    ("malformed-month", '@misc{k, month = "Oct"}', 'month `"Oct"` as text, where BibTeX wants `oct`'),
    ("malformed-month", "@misc{k, month = 5}", "month `5` as a number, where BibTeX wants `may`"),
    ("malformed-isbn", "@misc{k, isbn = {0008-5472 (Print) 0008-5472 (Linking)}}", "`0008-5472` is an ISSN; move it to issn"),
    ("invalid-key", "@misc{a b, title = {T}}",
     "key `a b` holds white space: BibTeX reports an error and drops the entry's fields"),
    ("year-mismatch", "@proceedings{k, title = {ICML 2013}, booktitle = {Conference on Trees (ICML 2008)}, year = 2013}",
     "booktitle `Conference on Trees (ICML 2008)` says 2008, but year and title say 2013; look it up"),
    ("wrong-entry-type", "@inbook{k, title = {Forests}, booktitle = {Third International Conference on Trees}}",
     "@inbook with a title of its own and the booktitle `Third International Conference on Trees`: that is an "
     "@inproceedings"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "message"), MESSAGES)
def test_a_fault_is_called_by_its_name(check: Check, rule: str, text: str, message: str) -> None:
    assert [finding.message for finding in check(rule, text + "\n")] == [message]


def test_an_initial_of_two_letters_beside_a_bare_one_is_no_safe_fix(check: Check) -> None:
    [finding] = check("initial-without-period", "@misc{k, author = {Prokhorov, Yu V}}\n")
    assert not finding.edits


def test_one_venue_in_the_better_letter_case(check: Check) -> None:
    names = ["Analytical chemistry", "Analytical chemistry", "Analytical Chemistry"]
    text = "".join(f"@article{{k{number}, journal = {{{name}}}}}\n" for number, name in enumerate(names))
    assert [finding.key for finding in check("inconsistent-venue", text)] == ["k0", "k1"]
