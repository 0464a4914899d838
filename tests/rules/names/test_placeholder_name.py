"""placeholder-name: what is reported, what the fix writes, and what stays clean."""

from __future__ import annotations

import pytest

from tests.rules.names.lists import entry, report

# list, what is reported of it, the list after the fix (None: no fix)
REPORTED = [
    ("Firstname Lastname and Lastname2, Firstname2", ["Firstname Lastname and Lastname2, Firstname2"], None),
    ("Author One and Author Two", ["Author One and Author Two"], None),
    ("A. N. Author", ["A. N. Author"], None),
    ("Name4 Author4 and Name5 Author5", ["Name4 Author4 and Name5 Author5"], None),
    ("{Anonymous Authors}", ["{Anonymous Authors}"], None),
    ("Brown, Tom and 43 other authors", ["43 other authors"], None),
    ("Brown, Tom and six others", ["six others"], None),
    ("Brown, Tom and TODO", ["TODO"], None),
    ("Jane Doe and Roe, Richard", ["Jane Doe and Roe, Richard"], None),
    ("Max Mustermann", ["Max Mustermann"], None),
    ("Author1", ["Author1"], None),
    ("Author, First", ["Author, First"], None),
    ("First Author and Second Author", ["First Author and Second Author"], None),
    ("Author A", ["Author A"], None),
    ("A. Author and B. Author", ["A. Author and B. Author"], None),
    ("Foo Bar", ["Foo Bar"], None),
    ("Name Surname", ["Name Surname"], None),
    ("Your Name", ["Your Name"], None),
    ("Author Author", ["Author Author"], None),
    ("{43 authors}", ["{43 authors}"], None),
    ("several authors and Ng, Ann", ["several authors"], None),
    ("Main Author and Ng, Ann", ["Main Author"], None),
    ("Editor Editor", ["Editor Editor"], None),
    ("Coauthor Editor and Ng, Ann", ["Coauthor Editor"], None),
]
CLEAN = [
    "Author",
    "Authors",
    "Author Smith",
    "John Doe",
    "Jane Doe and Ann Ng",
    "TODO",
    "Editor",
    "Name",
]


@pytest.mark.parametrize(("names", "spans", "wanted"), REPORTED)
def test_a_list_is_reported_and_mended(check, names, spans, wanted) -> None:
    assert report(check, "placeholder-name", names) == (spans, wanted)


@pytest.mark.parametrize(
    ("fields", "spans"),
    [
        ("author = {OpenReview}, journal = {Research in Science Education}", ["{OpenReview}"]),
        ("author = {{ArXiv}}, journal = {arXiv preprint}", ["{{ArXiv}}"]),
        ("author = {Springer}, journal = {Smart Learning Environments}", ["{Springer}"]),
        ("author = {Anonymous}, booktitle = {ICLR}, year = {2022}", ["{Anonymous}"]),
        ("author = {{Anonymous authors}}, journal = {arXiv preprint arXiv:1706.03762}", ["{{Anonymous authors}}"] * 2),
        # Of its own pages a platform is the author, and a society of its standards.
        ("author = {OpenReview}, title = {Help Center}, url = {https://openreview.net/faq}", []),
        ("author = {{Elsevier}}, title = {The case for Data in Brief}", []),
        ("author = {{IEEE}}, journal = {IEEE Std 802.11}", []),
        ("author = {Springer, T. A. and Hal, John}, journal = {J. Algebra}", []),
        ("author = {Anonymous}, journal = {Nature}, year = {1901}", []),
        ("author = {Anonymous}, booktitle = {Submitted to ICLR}, year = {2022}", []),
        ("author = {Anonymous}, booktitle = {Songs of the North}, year = {1822}", []),
    ],
)
def test_where_a_paper_lies_is_no_author(check, fields, spans) -> None:
    text = f"@article{{key, {fields}}}\n"
    found = [text[finding.span.start : finding.span.end] for finding in check("placeholder-name", text)]
    assert [span.strip("{}") for span in found] == [span.strip("{}") for span in spans]


@pytest.mark.parametrize("names", CLEAN)
def test_a_good_list_stays_clean(check, names) -> None:
    assert not check("placeholder-name", entry(names))
