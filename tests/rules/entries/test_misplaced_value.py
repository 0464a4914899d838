"""misplaced-value: what belongs in another field, and where it goes."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

RULE = "misplaced-value"


def fix(text: str, check: Check, dialect: str | None = None) -> str:
    for finding in check(RULE, text, dialect=dialect):
        text = apply(text, [finding])
    return text


@pytest.mark.parametrize(
    ("text", "span", "fixed"),
    [
        ("@article{k, number = {pp. 12--15}}", "{pp. 12--15}", "@article{k, pages = {12--15}}"),
        ("@article{k, number = {vol. 4}}", "{vol. 4}", "@article{k, volume = {4}}"),
        ("@article{k, number = {vol. 4}, volume = 4}", "{vol. 4}", None),
        ("@article{k, volume = {10, Issue 3}}", "{10, Issue 3}", "@article{k, volume = {10}, number = {3}}"),
        ("@article{k, volume = {10, no. 3}, number = 3}", "{10, no. 3}", None),
        (
            "@article{k, volume = {Vol. 02, No. 07,}}",
            "{Vol. 02, No. 07,}",
            "@article{k, volume = {02}, number = {07}}",
        ),
        (
            "@article{k, volume = {Volume 91, Issue 16}}",
            "{Volume 91, Issue 16}",
            "@article{k, volume = {91}, number = {16}}",
        ),
        ("@article{k, journal = {2019}}", "{2019}", None),
        ("@article{k, journal = {Nature, Vol. 12}}", "Vol. 12", "@article{k, journal = {Nature}, volume = {12}}"),
        ("@book{k, series = {LNCS, volume 9}, volume = 9}", "volume 9", None),
        (
            "@inproceedings{k, booktitle = {Proc. of X (pp. 12-15)}}",
            "pp. 12-15",
            "@inproceedings{k, booktitle = {Proc. of X}, pages = {12-15}}",
        ),
        ("@inproceedings{k, booktitle = {X, edited by John Doe}}", "edited by", None),
        ("@inproceedings{k, booktitle = {J. Stern (ed.), Eurocrypt}}", "(ed.)", None),
        ("@article{k, journal = {In G. Lube and G. Rapin, eds., Proceedings of BAIL 2006}}", "eds.", None),
        ("@inproceedings{k, booktitle = {J. Stern, editor, Eurocrypt}}", "editor", None),
        ("@inproceedings{k, booktitle = {Proc. of X, LNCS vol. 1592}}", "LNCS vol. 1592", None),
        ("@inproceedings{k, publisher = {LIPIcs, volume 4}}", "LIPIcs, volume 4", None),
    ],
)
def test_a_value_belongs_elsewhere(check: Check, text: str, span: str, fixed: str | None) -> None:
    assert [text[slice(*finding.span)] for finding in check(RULE, text + "\n")] == [span]
    assert fix(text + "\n", check) == (fixed or text) + "\n"


@pytest.mark.parametrize(
    "note",
    [
        "Accessed 3 May 2020", "Accessed: 2020-05-03", "(Accessed on May 3, 2020)", "[Online; accessed 2020-05-03]",
        "Last visited: 3rd May 2020.", "Retrieved 3 May 2020",
    ],
)  # fmt: skip
def test_the_day_of_access_belongs_in_urldate_of_biblatex_alone(check: Check, note: str) -> None:
    text = f"@online{{k, note = {{{note}}}}}\n"
    assert fix(text, check, "biblatex") == "@online{k, urldate = {2020-05-03}}\n"
    assert check(RULE, text, dialect="bibtex") == []


@pytest.mark.parametrize(
    "fields",
    [
        "booktitle = {Proc. of ACL (Volume 1: Long Papers)}",
        "booktitle = {Universals of Human Language, Volume 3: Word Structure}",
        "booktitle = {Handbook of Logic, Vol. 4}",
        "booktitle = {The Editor's Companion}, booktitle = {Editors and Pages}",
        "booktitle = {SIGMOD '19, Amsterdam}, journal = {Page 3 Studies}, journal = {1984 Studies}",
        "journal = {BMJ (Clinical research ed.)}, journal = {Angew. Chem. Int. Ed.}",
        "number = {12--13}, number = {Suppl. 1}, number = {4, part 2}, volume = {98(140)}, volume = {14A}",
        "number = {TR-95-17}, number = {arXiv:2110.08297}, volume = {177, Part 2}",
    ],
)
def test_other_values_are_where_they_belong(check: Check, fields: str) -> None:
    assert check(RULE, f"@inproceedings{{k, {fields}}}\n") == []


@pytest.mark.parametrize(
    "note", ["Accessed from a library", "Accessed in 2020", "Accessed 3 May 2020 and printed", "May 2020"]
)
def test_notes_that_say_more_stay(check: Check, note: str) -> None:
    assert check(RULE, f"@online{{k, note = {{{note}}}}}\n", dialect="biblatex") == []


@pytest.mark.parametrize(
    ("publisher", "place", "rest"),
    [
        ("ACM New York, NY, USA", "New York, NY, USA", "ACM"),
        ("American Mathematical Society, Providence, RI, USA", "Providence, RI, USA", "American Mathematical Society"),
        ("Springer, Cham", "Cham", "Springer"),
        ("Springer-Verlag, New York", "New York", "Springer-Verlag"),
        ("Addison-Wesley, Reading, MA.", "Reading, MA", "Addison-Wesley"),
    ],
)
def test_a_place_in_publisher(check: Check, publisher: str, place: str, rest: str) -> None:
    text = f"@book{{k, publisher = {{{publisher}}}}}\n"
    (finding,) = check("misplaced-value", text)
    assert finding.message == f"`{place}` in `publisher` belongs in `address`"
    fixed = apply(text, [finding])
    assert f"publisher = {{{rest}}}" in fixed and f"address = {{{place}}}" in fixed
    assert not check("misplaced-value", fixed)
    assert not check("misplaced-value", text.replace("book", "article"))


@pytest.mark.parametrize(
    "publisher",
    [
        "Oxford University Press, USA",
        "Elsevier, Inc.",
        "John Wiley & Sons, Ltd",
        "Longman Scientific and Technical, Essex, UK",
        "Little, Brown",
        "Nobody Knows, Paris",
        "Springer",
    ],
)
def test_no_place_in_publisher(check: Check, publisher: str) -> None:
    assert not check("misplaced-value", f"@book{{k, publisher = {{{publisher}}}}}\n")


@pytest.mark.parametrize(
    ("type", "field", "wanted"),
    [
        ("book", "publisher", "who published this one"),
        ("misc", "publisher", "who published this one"),
        ("article", "author", "who wrote this one"),
        ("inproceedings", "author", "who wrote this one"),
        ("article", "journal", "the journal of this one"),
    ],
)
@pytest.mark.parametrize(
    "platform", ["JSTOR", "Wiley Online Library", "Springer Link", "SAGE Journals", "{ACL Anthology}", "ResearchGate"]
)
def test_a_platform_for_a_publisher_an_author_or_a_journal(
    check: Check, platform: str, type: str, field: str, wanted: str
) -> None:
    text = f"@{type}{{k, {field} = {{{platform}}}}}\n"
    (finding,) = check(RULE, text)
    assert finding.message == f"`{platform}` in `{field}` is where works are read: write {wanted}"
    assert not check("unprotected-organization", text)


@pytest.mark.parametrize(
    "text",
    [
        "@article{k, publisher = {JSTOR}}",  # no style prints it
        "@online{k, author = {JSTOR}, title = {How to search}}",
        "@misc{k, author = {{Google Scholar}}}",
        "@article{k, author = {Ann Library and Bo Link}, journal = {Journal of the Springer Link}}",
        "@article{k, author = {Ann JSTOR}}",
    ],
)
def test_platforms_and_people_where_they_belong(check: Check, text: str) -> None:
    assert not check(RULE, text)


OTHER = "@inproceedings{o, publisher = {Springer-Verlag}}\n"


@pytest.mark.parametrize(
    ("organization", "others", "is_reported"),
    [
        ("Springer", OTHER, True),
        ("PMLR", "@inproceedings{o, publisher = {Proceedings of Machine Learning Research}}\n", True),
        ("Springer", "", False),  # Google Scholar writes so throughout, and styles print it all the same
        ("Springer", "@book{o, publisher = {Springer}}\n", False),
        ("Elsevier", OTHER, False),
        ("IEEE", "@inproceedings{o, publisher = {IEEE}}\n", False),  # which holds conferences as well
        ("Springer}, publisher = {Springer", OTHER, False),
    ],
)
def test_a_publisher_in_organization(check: Check, organization: str, others: str, is_reported: bool) -> None:
    text = f"@inproceedings{{k, organization = {{{organization}}}}}\n"
    findings = check(RULE, others + text)
    assert [finding.key for finding in findings] == ["k"] * is_reported
    if is_reported:
        assert apply(others + text, findings) == others + text.replace("organization", "publisher")


@pytest.mark.parametrize(
    ("text", "dialect", "fixed"),
    [
        (
            "@incollection{k, booktitle = {Trees of the World (Third Edition)}}\n",
            "bibtex",
            "@incollection{k, booktitle = {Trees of the World}, edition = {Third}}\n",
        ),
        ("@book{k, title = {Trees (2nd ed.)}}\n", "bibtex", "@book{k, title = {Trees}, edition = {Second}}\n"),
        ("@book{k, title = {Trees [4th Edition]}}\n", "biblatex", "@book{k, title = {Trees}, edition = {4}}\n"),
    ],
)
def test_an_edition_behind_a_title(check: Check, text: str, dialect: str, fixed: str) -> None:
    (finding,) = check(RULE, text, dialect=dialect)
    assert "belongs in `edition`" in finding.message
    assert apply(text, [finding]) == fixed
    assert not check(RULE, fixed, dialect=dialect)


def test_an_edition_that_is_given_already(check: Check) -> None:
    (finding,) = check(RULE, "@inbook{k, booktitle = {Trees (Third Edition)}, edition = {Third}}\n")
    assert finding.message.endswith("belongs in `edition`, which has it already: take it out here")
    assert not finding.edits


@pytest.mark.parametrize(
    "text",
    [
        "@article{k, title = {A Review of Trees (2nd ed.)}}",  # a book that is reviewed
        "@book{k, title = {Trees (Ed.)}}",
        "@book{k, title = {Trees (Revised Edition)}}",
        "@book{k, title = {Trees (First Edition)}}",
        "@book{k, title = {Trees (their second growth)}}",
    ],
)
def test_no_edition_behind_a_title(check: Check, text: str) -> None:
    assert not check(RULE, text)


@pytest.mark.parametrize(
    ("note", "fixed"),
    [
        (r"\url{https://a.org/x}", "url = {https://a.org/x}"),
        (r"\url{https://a.org/x}, in German", "note = {in German}, url = {https://a.org/x}"),
        (r"in German: \url{https://a.org/x}.", "note = {in German}, url = {https://a.org/x}"),
        (r"\url{https://a.org/x}, accessed on January 15, 2021", "url = {https://a.org/x}, urldate = {2021-01-15}"),
        (r"\url{https://a.org/1}, \url{https://a.org/2}", r"note = {\url{https://a.org/2}}, url = {https://a.org/1}"),
        ("https://a.org/x", "url = {https://a.org/x}"),
        ("https://a.org/x_y, in German.", "note = {in German.}, url = {https://a.org/x_y}"),
        (r"http://a.org/b\_c.", "url = {http://a.org/b_c}"),
        ("https://a.org/x (accessed May 3, 2020)", "url = {https://a.org/x}, urldate = {2020-05-03}"),
        ("Accessed May 3, 2020 https://a.org/x", "url = {https://a.org/x}, urldate = {2020-05-03}"),
        (r"Available online at: \url{https://a.org/x}", "url = {https://a.org/x}"),
        ("Second printing. URL: https://a.org/x", "note = {Second printing}, url = {https://a.org/x}"),
        (r"See \url{https://a.org/x}", "url = {https://a.org/x}"),
        # What is left would not be a sentence, or the address is that of something else.
        (r"See \url{https://a.org/x} for more", ""),
        (r"The page of Doe \url{https://a.org/x}", ""),
        ("Code at https://a.org/x", ""),
        (r"Slides: \url{https://a.org/x}", ""),
        (r"\_eprint: https://a.org/x", ""),
        ("https://github.com/x/data", "url = {https://github.com/x/data}"),
        ("https://a.org/b/ c/d", ""),
        ("www.a.org", "url = {https://www.a.org}"),
        (r"\url{www.a.org}", "url = {https://www.a.org}"),
    ],
)
def test_an_address_in_a_note_of_biblatex(check: Check, note: str, fixed: str) -> None:
    text = f"@misc{{k, note = {{{note}}}}}\n"
    findings = check("misplaced-value", text, dialect="biblatex")
    assert bool(findings) == bool(fixed)
    assert apply(text, findings) == (f"@misc{{k, {fixed}}}\n" if fixed else text)
    assert not check("misplaced-value", text, dialect="bibtex")
    assert not check("misplaced-value", f"@misc{{k, note = {{{note}}}, doi = {{10.1000/1}}}}\n", dialect="biblatex")


@pytest.mark.parametrize(
    ("fields", "fixed"),
    [
        (
            "eprint = {https://a.org/paper.pdf}",
            "url = {https://a.org/paper.pdf}",
        ),
        ("doi = {10.1021/j150667a004}, eprint = {http://pubs.acs.org/x}", "doi = {10.1021/j150667a004}"),
        ("eprint = {https://pubs.acs.org/doi/pdf/10.1021/j150667a004}", ""),
        ("eprint = {https://arxiv.org/abs/1706.03762}", ""),
        ("eprint = {1706.03762}, archiveprefix = {arXiv}", ""),
        ("eprint = {10.2307/2346101}, eprinttype = {jstor}", ""),
    ],
)
def test_an_address_in_eprint(check: Check, fields: str, fixed: str) -> None:
    text = f"@article{{k, {fields}}}\n"
    findings = check("misplaced-value", text)
    assert bool(findings) == bool(fixed)
    assert apply(text, findings) == (f"@article{{k, {fixed}}}\n" if fixed else text)
    assert not check("misplaced-value", text, style="plain")


@pytest.mark.parametrize(
    ("type", "title", "count"),
    [
        ("book", "Springer tracts in modern physics", 1),
        ("book", "{Lecture Notes in Computer Science}", 1),
        ("book", "Lecture Notes in Computer Science Education Research", 0),
        ("book", "Lecture Notes in Topology", 0),
        ("book", "Springer Series in Retrospect: A History", 0),
        ("misc", "Springer Tracts in Modern Physics", 0),
    ],
)
def test_the_name_of_a_series_for_a_title(check: Check, type: str, title: str, count: int) -> None:
    assert len(check("misplaced-value", f"@{type}{{k, title = {{{title}}}}}\n")) == count


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("volume = {Vol. 2, No. 7}", ["`Vol. 2, No. 7` in `volume` belongs in `volume` (`2`) and `number` (`7`)"]),
        ("number = {Vol. 2, No. 7}", ["`Vol. 2, No. 7` in `number` belongs in `volume` (`2`) and `number` (`7`)"]),
        ("number = {Vol. 7}", ["`Vol. 7` in `number` belongs in `volume`"]),
        ("number = {No. 7}", []),
        ("volume = {Vol. 7}", []),
        ("volume = {No. 7}", []),
    ],
)
def test_the_message_says_where_a_number_belongs(check: Check, fields: str, messages: list[str]) -> None:
    findings = check(RULE, f"@article{{k, {fields}}}\n")
    assert [finding.message for finding in findings] == messages


@pytest.mark.parametrize("fields", ["volume = {Vol. 2, No. 7}, number = {7}", "number = {Vol. 7}, volume = {7}"])
def test_no_number_is_written_over(check: Check, fields: str) -> None:
    [finding] = check(RULE, f"@article{{k, {fields}}}\n")
    assert not finding.edits
