"""What wrong-entry-type reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The journal of an @article, what it is, the type and field that the fix gives.
NO_JOURNALS = [
    ("Redhat Consulting Whitepaper", "a white paper", "misc", "howpublished"),
    ("The Dallas project, SICS technical report", "a technical report", "misc", "howpublished"),
    ("Technical Report CMU-CS-98-101", "a technical report", "misc", "howpublished"),
    ("Technical Report, University of X", "a technical report", "misc", "howpublished"),
    ("Tech. rep., Lab Y", "a technical report", "misc", "howpublished"),
    ("Fisher College of Business Working Paper", "a working paper", "misc", "howpublished"),
    ("NBER Working Paper No. w1234", "a working paper", "misc", "howpublished"),
    ("GeeksforGeeks", "a web site", "misc", "howpublished"),
    ("SciBite Knowledge Hub", "a web site", "misc", "howpublished"),
    (
        "Proceedings of the 62nd Annual Meeting of the Association for Computational Linguistics",
        "a conference",
        "inproceedings",
        "booktitle",
    ),
    ("Proceedings of Machine Learning and Systems", "a conference", "inproceedings", "booktitle"),
    ("{OpenAI} Blog", "a blog", "misc", "howpublished"),
    ("34th Conference on Neural Information Processing Systems", "a conference", "inproceedings", "booktitle"),
    ("Proceedings of the Tenth National Conference on Data", "a conference", "inproceedings", "booktitle"),
    ("{P}roceedings of the 32nd {I}nternational {C}onference on {D}ata", "a conference", "inproceedings", "booktitle"),
    ("IEEE Congress on Evolutionary Computation, CEC 2007", "a conference", "inproceedings", "booktitle"),
    ("IEEE International Conference on Intelligent Robots", "a conference", "inproceedings", "booktitle"),
    ("Advances in neural information processing systems", "a conference", "inproceedings", "booktitle"),
    ("CVPR", "a conference", "inproceedings", "booktitle"),
    ("Proc. Interspeech 2020", "a conference", "inproceedings", "booktitle"),
    ("Lecture Notes in Computer Science", "a book series", None, None),
    ("Leibniz International Proceedings in Informatics (LIPIcs)", "a book series", None, None),
    ("PhD thesis, Stanford University", "a thesis", None, None),
    ('Habilitationsschrift, Universit\\"{a}t Heidelberg', "a thesis", None, None),
]
JOURNALS = [
    "Proceedings of the National Academy of Sciences of the United States of America",
    "Proc. Natl. Acad. Sci. U. S. A.",
    "Proc. R. Soc. A",
    "Proceedings of the Royal Society of London. Series B: Biological Sciences",
    "Proceedings of the IEEE",
    "Proceedings of the VLDB Endowment",
    "Proceedings of the ACM on Programming Languages",
    "Proceedings of Machine Learning Research",
    "Proceedings of the AAAI Conference on Artificial Intelligence",
    "Proceedings of the International AAAI Conference on Web and Social Media",
    "Proceedings of the Annual Meeting of the Berkeley Linguistics Society",
    "Proceedings of the International Conference on Automated Planning and Scheduling",
    "Journal of Physics: Conference Series",
    "J. Phys.: Conf. Ser.",
    "IOP Conference Series: Materials Science and Engineering",
    "AIP Conference Proceedings",
    "EPJ Web of Conferences",
    "International Congress Series",
    "Electronic Proceedings in Theoretical Computer Science",
    "Nuclear Physics B - Proceedings Supplements",
    "Carnegie-Rochester Conference Series on Public Policy",
    "Transactions of the 10th Conference on Cybernetics",
    "Scientific Reports",
    "Physics Reports",
    "IEICE Technical Report",
    "Bell System Technical Journal",
    "SciPost Physics Lecture Notes",
    "Second Language Research",
    "Dissertation Abstracts International",
    "Clinical Privilege White Paper",
    "Working Papers in Linguistics",
    "Medium Aevum",
    "Knowledge-Based Systems",
    "Data and Knowledge Engineering",
    "Nature",
    "",
]
REPORTED = [
    ("@inproceedings{k, journal = {Phys. Lett. B}, volume = 8}", "@article{k, journal = {Phys. Lett. B}, volume = 8}"),
    ("@conference{k, journal = {34th Workshop on Data}}", "@conference{k, booktitle = {34th Workshop on Data}}"),
    ("@inproceedings{k, journal = {Nature}}", None),
    ("@inproceedings{k, journal = {Lecture Notes in Computer Science}, volume = 8}", None),
    (
        "@book{k, title = {Mokshanskij}, booktitle = {Jazyki}}",
        "@incollection{k, title = {Mokshanskij}, booktitle = {Jazyki}}",
    ),
    (
        "@inbook{k, title = {Motion}, booktitle = {Processes}}",
        "@incollection{k, title = {Motion}, booktitle = {Processes}}",
    ),
    ("@misc{k, journal = {JHEP}, volume = {10}}", "@article{k, journal = {JHEP}, volume = {10}}"),
    (
        "@proceedings{k, booktitle = {Data}, pages = {66--77}}",
        "@inproceedings{k, booktitle = {Data}, pages = {66--77}}",
    ),
    ("@proceedings{k, title = {Data}, pages = {66--77}}", None),
    (
        "@proceedings{k, author = {A}, booktitle = {Data}, pages = {93}}",
        "@inproceedings{k, author = {A}, booktitle = {Data}, pages = {93}}",
    ),
    (
        "@article{k, booktitle = {Graphs}, journal = {Lecture Notes in Computer Science}}",
        "@inproceedings{k, booktitle = {Graphs}, series = {Lecture Notes in Computer Science}}",
    ),
    (
        "@proceedings{k, title = {T}, pages = {2--9}, booktitle = {B}}",
        "@inproceedings{k, title = {T}, pages = {2--9}, booktitle = {B}}",
    ),
    ("@proceedings{k, title = {T}, pages = {2--9}}", None),
]
CLEAN = [
    "@inproceedings{k, booktitle = {Data}, journal = {EPJ Web Conf.}, volume = 295}",
    "@inproceedings{k, journal = {Nature}, crossref = {p}}",
    "@book{k, title = {Working Memory}, booktitle = {Working {Memory}}}",
    "@book{k, title = {Galactic Dynamics}, booktitle = {Galactic Dynamics, by James Binney}}",
    "@inproceedings{c, crossref = {k}}\n@book{k, title = {Data, Volume 1}, booktitle = {DATA 1}}",
    "@inbook{k, title = {Motion}, chapter = 3}",
    "@misc{k, journal = {arXiv}, volume = {2017}}",
    "@misc{k, journal = {Nature}}",
    "@misc{k, volume = 3}",
    "@proceedings{k, pages = {1--654}}",
    "@proceedings{k, pages = {xii, 655}}",
    "@proceedings{k, title = {T}, pages = {1--9}, booktitle = {B}}",
    "@proceedings{k, title = {T}, pages = {ii--ix}}",
]


@pytest.mark.parametrize(("journal", "kind", "type", "field"), NO_JOURNALS)
def test_no_journal(check: Check, journal: str, kind: str, type: str | None, field: str | None) -> None:
    text = f"@article{{k, journal = {{{journal}}}}}"
    (finding,) = check("wrong-entry-type", text)
    assert text[finding.span.start : finding.span.end] == "article"
    assert f", which is {kind} and no journal: use @" in finding.message
    text = apply(text, [finding])
    assert text == f"@{type or 'article'}{{k, {field or 'journal'} = {{{journal}}}}}"


@pytest.mark.parametrize("journal", JOURNALS)
@pytest.mark.parametrize("volume", ["", ", volume = 8"])
def test_a_journal(check: Check, journal: str, volume: str) -> None:
    assert not check("wrong-entry-type", f"@article{{k, journal = {{{journal}}}{volume}}}")


@pytest.mark.parametrize(("text", "fixed"), REPORTED)
def test_fields_of_another_type(check: Check, text: str, fixed: str | None) -> None:
    (finding,) = check("wrong-entry-type", text, dialect="bibtex")
    assert bool(finding.edits) == (fixed is not None)
    text = apply(text, [finding])
    assert fixed is None or text == fixed


@pytest.mark.parametrize("text", CLEAN)
def test_a_type_that_may_be_right(check: Check, text: str) -> None:
    assert not check("wrong-entry-type", text, dialect="bibtex")


def test_biblatex_prints_the_booktitle_of_an_inbook(check: Check) -> None:
    assert not check("wrong-entry-type", "@inbook{k, title = {Motion}, booktitle = {Processes}}", dialect="biblatex")


def test_a_series_of_conferences_with_volumes_is_not_judged(check: Check) -> None:
    entry = "@article{k, journal = {IEEE Conference on Rehabilitation Robotics}%s}"
    assert check("wrong-entry-type", entry % "")
    assert not check("wrong-entry-type", entry % ", volume = {2011}")


@pytest.mark.parametrize(("letters", "shown"), [(28, "a" * 28), (29, "a" * 27 + "…")])
def test_a_name_of_more_than_60_characters_is_cut_short(check: Check, letters: int, shown: str) -> None:
    lead = "Technical Report, University of "
    (finding,) = check("wrong-entry-type", f"@article{{k, title = {{T}}, journal = {{{lead}{'a' * letters}}}}}\n")
    assert f"in `{lead}{shown}`, which is a technical report" in finding.message
    assert len(lead + shown) == 60
