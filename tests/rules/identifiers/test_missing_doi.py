"""Where a DOI is expected, and where it is known or possible that there is none."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

PAPER = "@inproceedings{{k, title = {{T}}, booktitle = {{{}}}, year = {{2015}}{}}}\n".format
ARTICLE = "@article{{k, title = {{T}}, journal = {{{}}}, year = {{2015}}{}}}\n".format

EXPECTED = [
    (PAPER("9th RoEduNet IEEE International Conference", ""), "IEEE registers DOIs for its conferences"),
    (PAPER("Proceedings of the 26th Symposium on Operating Systems Principles", ""), "the papers of SOSP have DOIs"),
    (PAPER("Workshop on Trees", ", publisher = {ACM}"), "ACM registers DOIs for its conferences"),
    (PAPER("Workshop on Trees", ", organization = {Springer}"), "Springer registers DOIs for its conferences"),
    (ARTICLE("NeuroImage", ""), "the articles of NeuroImage have DOIs"),
    (ARTICLE("Phys.Rev.D", ", volume = 7, pages = {1}"), "the articles of Physical Review D have DOIs"),
    (ARTICLE("{\\apj}", ", volume = 7"), "the articles of The Astrophysical Journal have DOIs"),
    (ARTICLE("The Knowledge Engeneering Review", ", volume = 7, pages = {1}"),
     "the articles of Knowledge Engineering Review have DOIs"),
    (PAPER("Workshop on Trees", ", publisher = {Assocation for Computing Machinery}"),
     "ACM registers DOIs for its conferences"),
    # IOP published it until 2009, and Springer since
    (ARTICLE("JHEP", ", volume = {01}, pages = {010}").replace("2015", "2001"),
     "the articles of Journal of High Energy Physics have DOIs"),
    (ARTICLE("Journal of the Royal Statistical Society: Series B", ", publisher = {Blackwell Publishing Ltd}, volume = 67"),
     "the articles of Journal of the Royal Statistical Society: Series B (Statistical Methodology) have DOIs"),
    (ARTICLE("A Journal Nobody Knows", ", volume = 7, publisher = {Elsevier}"), "Elsevier registers DOIs for its journals"),
    (ARTICLE("Insect Conservation and Diversity", ""), "the articles of Insect Conservation and Diversity have DOIs"),
    (ARTICLE("J. Comput. Chem.", ""), "the articles of Journal of Computational Chemistry have DOIs"),
    (ARTICLE("Social Problems", ""), "the articles of Social Problems have DOIs"),
    (ARTICLE("Oncotarget", ""), "the articles of Oncotarget have DOIs"),
    (ARTICLE("Journal of Speech and Hearing Research", ""),
     "the articles of Journal of Speech and Hearing Research have DOIs"),
    (ARTICLE("A Journal Nobody Knows", ", volume = 7, publisher = {Karger}"), "Karger registers DOIs for its journals"),
    (PAPER("A Workshop Nobody Knows", ", series = {Lecture Notes in Computer Science}"),
     "Springer registers DOIs for its series"),
    ("@article{k, title = {T}, journal = {NeuroImage}, volume = 7}\n", "the articles of NeuroImage have DOIs"),
    (PAPER("A Workshop Nobody Knows", ", series = {LNCS}, volume = 7"), "Springer registers DOIs for its series"),
    ("@inproceedings{k, title = {T}, crossref = {p}}\n@proceedings{p, booktitle = {Trees}, year = 2015,"
     " series = {AIP Conference Proceedings}}\n", "AIP registers DOIs for its series"),
    ("@inproceedings{k, title = {T}, journal = {J. Comput. Phys.}, year = 2015}\n",
     "the articles of Journal of Computational Physics have DOIs"),
    ("@inproceedings{k, title = {T}, crossref = {p}}\n@proceedings{p, booktitle = {IEEE Symposium on Trees}, year = 2015}\n",
     "IEEE registers DOIs for its conferences"),
]  # fmt: skip
LET_BE = [
    # What stands behind a missing comma is unread, and may be the DOI.
    "@article{k, title = {T}, journal = {NeuroImage}, year = {2015}, pages = {1}\n doi = {10.1000/182}}\n",
    PAPER("12th {USENIX} Symposium on Operating Systems Design and Implementation ({OSDI} 16)", ""),
    PAPER("Advances in Neural Information Processing Systems", ""),
    PAPER("International Conference on Learning Representations", ""),
    PAPER("A Workshop Nobody Knows", ""),
    PAPER("A Workshop Nobody Knows", ", organization = {ACM}"),  # its host
    PAPER("A Workshop Nobody Knows", ", organization = {PMLR}"),
    PAPER("A Workshop Nobody Knows", ", publisher = {Morgan Kaufmann}, organization = {Springer}"),
    ARTICLE("A Journal Nobody Knows", ", volume = 7, organization = {Springer}"),
    PAPER("A Workshop Nobody Knows", ", publisher = {USENIX Association}"),
    ARTICLE("Journal of Machine Learning Research", ""),
    ARTICLE("stat", ", volume = {1050}"),  # Google Scholar's name for arXiv
    ARTICLE("Proceedings of Machine Learning Research", ""),
    ARTICLE("A Journal Nobody Knows", ""),
    ARTICLE("NeuroImage", ", doi = {10.1000/182}"),
    ARTICLE("NeuroImage", ", url = {https://doi.org/10.1000/182}"),
    ARTICLE("NeuroImage", ", eprint = {1706.03762}"),
    ARTICLE("arXiv preprint arXiv:1706.03762", ""),
    ARTICLE("NeuroImage", ", note = {in press}"),
    ARTICLE("Phys.Rev.D", ", eprint = {1706.03762}"),
    ARTICLE("Phys.Rev.D", ", volume = 7, pages = {1}, eprint = {1706.03762}"),
    ARTICLE("A Journal Nobody Knows", ", publisher = {Elsevier}"),
    ARTICLE("Cancer Research", ", volume = 40").replace("2015", "1980"),
    ARTICLE("TUGboat", ", volume = 7"),
    PAPER("A Workshop Nobody Knows", ", series = {CEUR Workshop Proceedings}"),
    PAPER("A Workshop Nobody Knows", ", series = {A Series Nobody Knows}"),
    PAPER("Advances in Neural Information Processing Systems", ", series = {LNCS}"),
    PAPER("CAiSE Forum 2015 Proceedings at the 27th Conference on Advanced Information Systems Engineering", ""),
    "@article{k, journal = {NeuroImage}, year = 2015}\n",
    "@article{k, title = {T}, journal = {NeuroImage}}\n",
    "@article{k, title = {T}, journal = {NeuroImage}, year = {5}, volume = 7}\n",
    ARTICLE("Test", ""),
    ARTICLE("A Journal Nobody Knows", ", volume = 7, publisher = {A Press Nobody Knows}"),
    "@article{k, title = {T}, journal = {Old Acts}, volume = 7, publisher = {Elsevier}, year = 1955}\n",
    "@inproceedings{k, title = {T}, booktitle = {Second International Symposium on Information Theory}, year = 1973}\n",
    PAPER("ICML 2015 Workshop on Trees", ""),
    PAPER("Proceedings of the 26th Symposium on Operating Systems Principles", ", publisher = {Morgan Kaufmann}"),
    "@inproceedings{k, title = {T}, booktitle = {Genetic and Evolutionary Computation Conference}, year = 2002}\n",
    ARTICLE("NeuroImage", ", crossref = {elsewhere}"),
    "@article{k, title = {T}, journal = somewhere, year = 2015}\n",
    "@book{k, title = {T}, publisher = {Springer}, year = {2015}}\n",
    "@phdthesis{k, title = {T}, school = {MIT}, year = {2015}}\n",
    "@misc{k, title = {T}, howpublished = {IEEE Conference}, year = {2015}}\n",
]


@pytest.mark.parametrize(("text", "reason"), EXPECTED)
def test_a_doi_is_expected_for_a_reason(check: Check, text: str, reason: str) -> None:
    assert [finding.message for finding in check("missing-doi", text)] == [f"no DOI, though {reason}"]


@pytest.mark.parametrize("text", LET_BE)
def test_no_doi_is_expected(check: Check, text: str) -> None:
    assert not check("missing-doi", text)


def test_expect_always_asks_articles_and_papers_for_one(check: Check) -> None:
    assert check("missing-doi", ARTICLE("A Journal Nobody Knows", ""), expect="always")
    assert not check("missing-doi", ARTICLE("A Journal Nobody Knows", ", doi = {10.1000/182}"), expect="always")
    assert not check("missing-doi", "@book{k, title = {T}, publisher = {Springer}}\n", expect="always")


@pytest.mark.parametrize(
    "venue",
    ["Findings of the Association for Computational Linguistics: ACL 2024", "Findings of the ACL: EMNLP 2020"],
)
def test_findings_of_the_acl(check: Check, venue: str) -> None:
    text = f"@inproceedings{{k, title = {{T}}, booktitle = {{{venue}}}, year = 2024}}"
    (finding,) = check("missing-doi", text)
    assert finding.message == "no DOI, though the papers of Findings of the ACL have DOIs"
    (finding,) = check("wrong-entry-type", text.replace("inproceedings", "article").replace("booktitle", "journal"))
    assert "is a conference and no journal" in finding.message


@pytest.mark.parametrize("journal", ["JOSA B", "JOSA A"])
def test_a_journal_under_its_acronym(check: Check, journal: str) -> None:
    text = f"@article{{k, title = {{T}}, journal = {{{journal}}}, volume = 21, pages = {{1--3}}, year = 2004}}"
    assert len(check("missing-doi", text)) == 1
