"""repeated-value: what is printed twice."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

RULE = "repeated-value"


@pytest.mark.parametrize(
    ("text", "span", "has_fix"),
    [
        (r"@misc{k, url = {http://a.org/}, howpublished = {\url{http://a.org}}}", r"{\url{http://a.org}}", False),
        ("@misc{k, note = {http://a.org}, url = {http://a.org}}", "{http://a.org}", False),
        ("@misc{k, howpublished = {http://a.org}, note = {http://a.org}}", "{http://a.org}", True),
        ("@inproceedings{k, publisher = {ACM}, organization = {{ACM}}}", "{{ACM}}", True),
        ("@book{k, publisher = {Verso}, address = {Verso}}", "{Verso}", True),
        ("@inproceedings{k, booktitle = {IAU Symposium}, series = {IAU symposium}}", "{IAU symposium}", True),
        ("@incollection{k, title = {Optics}, booktitle = {Optics}}", "{Optics}", False),
        (
            "@article{k, title = {Smart Learning Environments}, journal = {Smart learning environments}}",
            "{Smart learning environments}",
            False,
        ),
    ],
)
def test_a_value_stands_twice(check: Check, text: str, span: str, has_fix: bool) -> None:
    [finding] = check(RULE, text + "\n", dialect="bibtex")
    assert text[slice(*finding.span)] == span
    assert bool(finding.edits) == has_fix


def test_three_times_is_two_findings(check: Check) -> None:
    text = "@misc{k, url = {http://a.org}, howpublished = {http://a.org}, note = {http://a.org}}\n"
    assert [finding.field for finding in check(RULE, text)] == ["howpublished", "note"]


def test_in_biblatex_the_address_goes_from_the_note(check: Check) -> None:
    text = "@online{k, url = {http://a.org}, note = {http://a.org}, date = {2000}}\n"
    [finding] = check(RULE, text)
    assert [edit.text for edit in finding.edits] == [""]


@pytest.mark.parametrize(
    "text",
    [
        # For the entries that refer to it.
        "@proceedings{k, title = {P}, booktitle = {P}}\n@book{l, title = {B}, booktitle = {B}}",
        # Only one of them is printed.
        "@techreport{k, publisher = {RFC Editor}, institution = {RFC Editor}}",
        "@article{k, publisher = {ACM}, organization = {ACM}}",
        "@misc{k, url = {http://a.org}, howpublished = {http://a.org/b}}",
        "@misc{k, url = {http://a.org}, note = {See http://a.org for more}}",
        "@book{k, author = {APA}, publisher = {APA}, volume = 2003, year = 2003}",
        "@incollection{k, author = {Boas, Franz}, editor = {Boas, Franz}}",
        "@inproceedings{k, publisher = {}, organization = {}}",
        # Two letters may be anything.
        "@inproceedings{k, publisher = {AB}, organization = {{AB}}}",
        "@inproceedings{k, publisher = {{AB}}, organization = {AB}}",
        "@article{k, title = {Nature}, journal = {Nature}}",
        "@inproceedings{k, publisher = {ACM}, organization = {ACM SIGOPS}}",
        "@unpublished{k, howpublished = {At home}, note = {At home}}",
        "@incollection{k, title = {Optics}, booktitle = {Optics}, pages = {1--20}}",
        "@article{k, title = {New Science}, journal = {New Science}}",
        "@misc{k, howpublished = {ab}, note = {ab}}",
        "@misc{k, howpublished = {" + "a" * 1001 + "}, note = {" + "a" * 1001 + "}}",
    ],
)
def test_once_is_enough(check: Check, text: str) -> None:
    assert check(RULE, text + "\n", dialect="bibtex") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "@misc{k, url = {http://a.org}, howpublished = {http://a.org}}",
            "`howpublished` repeats `url`: styles that print `url` print it twice, so remove one",
        ),
        ("@misc{k, howpublished = {abc}, note = {abc}}", "`note` repeats `howpublished`: it is printed twice"),
        (
            "@article{k, title = {Newer Science}, journal = {Newer Science}, pages = {1--20}}",
            "`journal` repeats `title`: it is printed twice, so remove one",
        ),
        (
            "@incollection{k, title = {Optics}, booktitle = {Optics}, pages = {21--30}}",
            "`booktitle` repeats `title`: it is printed twice, so remove one",
        ),
        (
            "@misc{k, howpublished = {" + "a" * 1000 + "}, note = {" + "a" * 1000 + "}}",
            "`note` repeats `howpublished`: it is printed twice",
        ),
    ],
)
def test_the_message_says_what_is_printed_twice(check: Check, text: str, message: str) -> None:
    assert [finding.message for finding in check(RULE, text + "\n", dialect="bibtex")] == [message]


TWICE = "@misc{k%d, url = {http://a.org/%d}, note = {http://a.org/%d}}\n"
ONCE = "@misc{l%d, url = {http://a.org/%d}}\n"


@pytest.mark.parametrize(
    ("twice", "once", "count"), [(2, 0, 2), (3, 0, 0), (9, 1, 0), (9, 2, 9), (18, 2, 0), (8, 1, 8)]
)
def test_an_address_repeated_throughout_is_for_styles_without_url(
    check: Check, twice: int, once: int, count: int
) -> None:
    text = "".join(TWICE % (n, n, n) for n in range(twice)) + "".join(ONCE % (n, n) for n in range(once))
    assert len(check(RULE, text, dialect="bibtex")) == count
    # Entries of types that never do it count for nothing.
    others = text + "".join(ONCE % (n, n) for n in range(50, 90)).replace("misc", "article")
    assert len(check(RULE, others, dialect="bibtex")) == count
