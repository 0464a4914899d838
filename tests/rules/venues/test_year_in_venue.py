"""What year-in-venue reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The year field is 2014 throughout.
REPORTED = [
    (
        "2nd SIGOPS/EuroSys European Conference on Computer Systems 2014",
        "2nd SIGOPS/EuroSys European Conference on Computer Systems",
    ),
    ("16th Conference on Image Processing (ICIP), 2014", "16th Conference on Image Processing (ICIP)"),
    ("Conference on Speech, Text, and Sound, 2014.", "Conference on Speech, Text, and Sound."),
    ("IEEE Symposium on Security \\& Privacy 2014", "IEEE Symposium on Security \\& Privacy"),
    ("28th Annual Symposium on Frequency Control. 2014", "28th Annual Symposium on Frequency Control."),
    (
        "Proceedings of the 2nd European Conference on Computer Systems 2014",
        "Proceedings of the 2nd European Conference on Computer Systems",
    ),
    ("Proceedings of the Conference on Data, 2014", "Proceedings of the Conference on Data"),
    ("{C}onference on {E}mpirical {M}ethods 2014", "{C}onference on {E}mpirical {M}ethods"),
]
CLEAN = [
    # official names
    "2014 14th IAPR International Conference on Document Analysis and Recognition (ICDAR)",
    "2014 IEEE 13th International Conference on e-Science (e-Science)",
    "2014 IFIP/IEEE International Symposium on Networks",
    "2014 IEEE International Joint Conference on Neural Networks (IEEE Cat. No. 04CH37541)",
    "Proceedings of the 2014 CHI Conference on Human Factors in Computing Systems",
    "Proceedings of the 2014 Conference on Empirical Methods in Natural Language Processing (EMNLP)",
    "Proceedings of the 2014 OSA Biomedical Topical Meetings",
    "Proceedings - 2014 12th International Conference on Data",
    "The 2014 {C}onference on {E}mpirical {M}ethods",
    "{2014 European Physical Society Conference}",
    "2014 Eighth IEEE Conference on Data, ICDM 2014",
    "ICC 2014 - 2014 IEEE International Conference on Communications (ICC)",
    "Companion Proceedings of the Web Conference 2014",
    "Proceedings of the Australasian Language Technology Association Workshop 2014",
    "Australasian Language Technology Association Workshop 2014",
    "Proceedings of the Conference on Language and Technology 2014",
    "CRYPTO 2014",
    "MICCAI 2014 -- Medical Image Computing",
    "Advances in Cryptology -- {CRYPTO} 2014 -- 32nd Annual Conference",
    "23rd International Conference on Automated Deduction (CADE 2014)",
    "International Conference on Intelligent Robots and Systems, IROS 2014",
    "Conference on Genetic Programming, EuroGP 2014",
    "ICAPS 2014 Workshop on Planning",
    "ASME 2014 International Design Conference",
    "Proceedings of the {AIPS 2014} Workshop on Planning",
    "Workshop on Visions of 2014",
    "Conference on Horizon 2014",
    "Workshop on Parallel Computing, May 2014",
    "Symposium on Logic in Computer Science, Boston, June 16--19, 2014, Proceedings",
    "Symposium on Logic in Computer Science, Trento 2014",
    "{The evolution of language: 3rd International Conference, Paris 2014}",
    "4th International Workshop: Connecting the Dots 2014",
    "2014 Snowmass Study",
    "Linguistics in the Netherlands 2014",
    "Reviews in Fluorescence 2014",
    "Proceedings of the 2013 USENIX Conference on Data",
    "Proceedings of the May 1--3, 2014, Spring Joint Computer Conference",
    "International Conference on Data (Report 2014)",
]


@pytest.mark.parametrize(("name", "fixed"), REPORTED)
def test_the_year_once_more(check: Check, name: str, fixed: str) -> None:
    text = f"@inproceedings{{k, booktitle = {{{name}}}, year = 2014}}"
    (finding,) = check("year-in-venue", text)
    assert text[finding.span.start : finding.span.end] == "2014"
    (edit,) = finding.edits
    after = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert after == f"@inproceedings{{k, booktitle = {{{fixed}}}, year = 2014}}"


@pytest.mark.parametrize("name", CLEAN)
def test_a_year_that_belongs_there(check: Check, name: str) -> None:
    assert not check("year-in-venue", f"@inproceedings{{k, booktitle = {{{name}}}, year = 2014}}")


def test_the_year_may_stand_in_date_or_in_the_parent(check: Check) -> None:
    name = "booktitle = {Conference on Data, 2014}"
    assert check("year-in-venue", f"@inproceedings{{k, {name}, date = {{2014-05-02}}}}")
    assert check("year-in-venue", f"@inproceedings{{k, {name}, crossref = {{p}}}}\n@proceedings{{p, year = 2014}}")
    assert not check("year-in-venue", f"@inproceedings{{k, {name}}}")


JOURNALS_REPORTED = [
    "Bulletin of the Seismological Society 2014",
    "Journal of Physics: Conference Series 2014",
    "Physical Review Letters, 2014",
    "Proceedings of the Workshop on Data, 2014",
]
JOURNALS_CLEAN = [
    "Reviews in Fluorescence 2014",
    "Linguistics in the Netherlands 2014",
    "Journal of Visions of 2014",
    "Bulletin of the AMS 2014",
    "Annual Report 2014",
    "Bulletin, May 2014",
    "Bulletin of the Society 2013",
]


@pytest.mark.parametrize(
    ("name", "count"), [*((name, 1) for name in JOURNALS_REPORTED), *((name, 0) for name in JOURNALS_CLEAN)]
)
def test_the_year_in_a_journal(check: Check, name: str, count: int) -> None:
    assert len(check("year-in-venue", f"@article{{k, journal = {{{name}}}, year = 2014}}")) == count


def test_a_book_may_be_called_like_a_journal(check: Check) -> None:
    text = "@incollection{k, booktitle = {Bulletin of the Seismological Society 2014}, year = 2014}"
    assert not check("year-in-venue", text)


@pytest.mark.parametrize(
    ("name", "fixed"),
    [
        ("2014 IFIP/IEEE International Symposium on Networks", "IFIP/IEEE International Symposium on Networks"),
        ("2014 14th International Conference on Trees", "14th International Conference on Trees"),
        ("Proceedings of the 2014 CHI Conference on Factors", "Proceedings of the CHI Conference on Factors"),
        ("The 2014 {C}onference on {M}ethods", "The {C}onference on {M}ethods"),
        ("Companion Proceedings of the Web Conference 2014", "Companion Proceedings of the Web Conference"),
        ("2nd European Conference on Computer Systems 2014", "2nd European Conference on Computer Systems"),
        # names of nothing that takes place, other years, and acronyms
        ("2014 Snowmass Study", None),
        ("Proceedings of the 2013 USENIX Conference on Data", None),
        ("CRYPTO 2014", None),
        ("Workshop on Visions of 2014", None),
    ],
)
def test_official_names_where_they_are_asked_for(check: Check, name: str, fixed: str | None) -> None:
    text = f"@inproceedings{{k, booktitle = {{{name}}}, year = 2014}}"
    findings = check("year-in-venue", text, official_names=True)
    assert apply(text, findings) == text.replace(name, fixed or name)
    assert len(findings) == bool(fixed)
