r"""The rules on identifiers: what each reports and repairs, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# Rule, fields of an @misc, the texts pointed at, the fields after the fix (None: there is no fix).
REPORTED = [
    ("escaped-url", r"url = {https://example.org/a\_b}", [r"\_"], "url = {https://example.org/a_b}"),
    ("escaped-url", r"url = {https://example.org/a{\_}b{\&}c}", [r"{\_}"], "url = {https://example.org/a_b&c}"),
    ("escaped-url", r"doi = {10.1007/978-3-540-71039-4\_21}", [r"\_"], "doi = {10.1007/978-3-540-71039-4_21}"),
    ("doi-as-url", "doi = {https://doi.org/10.1000/182}", ["https://doi.org/"], "doi = {10.1000/182}"),
    ("doi-as-url", "doi = {dx.doi.org/10.1000/182}", ["dx.doi.org/"], "doi = {10.1000/182}"),
    ("doi-as-url", "doi = {doi:10.1000/182}", ["doi:"], "doi = {10.1000/182}"),
    ("doi-as-url", "doi = {http://dx.doi.org/10.1000%2F182}", ["http://dx.doi.org/"], "doi = {10.1000/182}"),
    ("malformed-doi", "doi = {10.1000/182.}", ["."], "doi = {10.1000/182}"),
    ("malformed-doi", "doi = {10,1145/1272996}", ["10,1145/1272996"], "doi = {10.1145/1272996}"),
    ("malformed-doi", "doi = {10.1145/ 1272996}", ["10.1145/ 1272996"], "doi = {10.1145/1272996}"),
    ("malformed-doi", "doi = {10.1000/182, 10.1000/183}", [", 10.1000/183"], None),
    ("malformed-doi", "doi = {10.1002/jcc.1/full}", ["/full"], "doi = {10.1002/jcc.1}"),
    ("malformed-doi", "doi = {0.1007/978-3}", ["0.1007/978-3"], None),
    ("doi-in-wrong-field", "url = {https://doi.org/10.1000/182}", ["10.1000/182"], "doi = {10.1000/182}"),
    ("doi-in-wrong-field", r"howpublished = {\url{https://doi.org/10.1000/182}}", ["10.1000/182"], "doi = {10.1000/182}"),
    ("doi-in-wrong-field", "note = {To appear, doi: 10.1000/182}", ["10.1000/182"], None),
    ("doi-in-wrong-field", "url = {https://dl.acm.org/doi/10.1145/3132747}", ["10.1145/3132747"],
     "url = {https://dl.acm.org/doi/10.1145/3132747}, doi = {10.1145/3132747}"),
    ("fake-doi", "doi = {10.5555/2643634.2643642}", ["10.5555/2643634.2643642"],
     "url = {https://dl.acm.org/doi/10.5555/2643634.2643642}"),
    ("fake-doi", "url = {https://example.org}, doi = {10.5555/2643634}", ["10.5555/2643634"], "url = {https://example.org}"),
    ("malformed-isbn", "isbn = {0-201-13447-1}", ["0-201-13447-1"], None),
    ("malformed-isbn", "isbn = {201-13447-0}", ["201-13447-0"], "isbn = {0201-13447-0}"),
    ("malformed-isbn", "isbn = {0010-4620}", ["0010-4620"], "issn = {0010-4620}"),
    ("malformed-isbn", "isbn = {0-201-13447-0, 0010-4620}", ["0010-4620"], None),
    ("malformed-isbn", "isbn = {978-3-540-77584-3 978-3-540-77587-4}", ["978-3-540-77584-3 978-3-540-77587-4"], None),
    ("malformed-issn", "issn = {00104620}", ["00104620"], "issn = {0010-4620}"),
    ("malformed-issn", "issn = {0010-4621}", ["0010-4621"], None),
    ("malformed-issn", "issn = {0-201-13447-0}", ["0-201-13447-0"], None),
    ("malformed-arxiv-id", "eprint = {1713.03762}, archivePrefix = {arXiv}", ["1713.03762"], None),
    ("malformed-arxiv-id", "eprint = {1301.03762}, archivePrefix = {arXiv}", ["1301.03762"], None),
    ("malformed-arxiv-id", "eprint = {2712.03762}, archivePrefix = {arXiv}", ["2712.03762"], None),
    ("malformed-arxiv-id", "eprint = {arXiv:1706.03762}", ["arXiv:"], "eprint = {1706.03762}"),
    ("malformed-arxiv-id", "journal = {arXiv preprint arXiv:1713.03762}", ["1713.03762"], None),
    ("arxiv-mismatch", "eprint = {1706.03762}, archivePrefix = {arXiv}, url = {https://arxiv.org/abs/1706.03726}",
     ["1706.03726"], None),
    ("arxiv-mismatch", "eprint = {1706.03762}, archivePrefix = {arXiv}, year = {2015}", ["{2015}"], None),
    ("missing-eprint-type", "eprint = {1706.03762}", ["1706.03762"], "eprint = {1706.03762}, archiveprefix = {arXiv}"),
    ("missing-eprint-type", "eprint = {astro-ph/0703696}", ["astro-ph/0703696"],
     "eprint = {astro-ph/0703696}, archiveprefix = {arXiv}"),
    ("missing-eprint-type", "eprint = {0401001}, archivePrefix = {arXiv}", ["0401001"], None),
    ("malformed-url", "url = {www.example.org/x}", ["www.example.org/x"], "url = {https://www.example.org/x}"),
    ("malformed-url", "url = {<https://example.org>}", ["{<https://example.org>}"], "url = {https://example.org}"),
    ("malformed-url", "url = {https://a.org https://b.org}", ["https://b.org"], None),
    ("malformed-url", "url = {https://a.org/x y}", [" "], None),
    ("malformed-url", "url = {https://a.org/x\n  y}", ["\n  "], "url = {https://a.org/xy}"),
    ("malformed-url", "url = {/paper/12}", ["{/paper/12}"], None),
    ("tracking-url", "url = {https://a.org/?utm_source=x}", ["utm_source=x"], "url = {https://a.org/}"),
    ("tracking-url", "url = {https://a.org/?id=5&utm_source=x&fbclid=y#z}", ["utm_source=x&fbclid=y"],
     "url = {https://a.org/?id=5#z}"),
    ("tracking-url", "url = {https://a.org/p;jsessionid=A1B2?id=5}", [";jsessionid=A1B2"], "url = {https://a.org/p?id=5}"),
    ("secondhand-url", "url = {https://scholar.google.com/scholar?q=x}", ["https://scholar.google.com/scholar?q=x"], None),
    ("bare-url", "note = {http://a.org/b/ c/d/}", ["http://a.org/b/"], None),
    ("secondhand-url", "url = {https://ieeexplore-ieee-org.proxy.library.example.edu/1}",
     ["https://ieeexplore-ieee-org.proxy.library.example.edu/1"], None),
    ("bare-url", "note = {See https://a.org/b.}", ["https://a.org/b"], r"note = {See \url{https://a.org/b}.}"),
    ("bare-url", r"howpublished = {http://a.org/b\_c}", [r"http://a.org/b\_c"], r"howpublished = {\url{http://a.org/b_c}}"),
]  # fmt: skip

CLEAN = [
    ("escaped-url", r"title = {a\_b}, url = {https://example.org/a_b%20c}"),
    ("doi-as-url", "doi = {10.1000/182}"),
    ("malformed-doi", "doi = {10.1000/182}"),
    ("malformed-doi", "doi = {https://doi.org/10.1000/182}"),
    ("malformed-doi", "doi = {10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P}"),
    ("malformed-doi", "doi = {TBD}"),
    ("malformed-doi", "doi = {}"),
    ("malformed-doi", r"doi = {10.1007/978-3\_21}"),
    ("doi-in-wrong-field", "doi = {10.1000/182}, url = {https://doi.org/10.1000/182}"),
    ("doi-in-wrong-field", "url = {https://dl.acm.org/doi/10.5555/2643634}"),
    ("doi-in-wrong-field", "url = {https://example.org/see?ref=10.1000/182}"),
    ("doi-in-wrong-field", "crossref = {elsewhere}, url = {https://doi.org/10.1000/182}"),
    ("fake-doi", "doi = {10.1145/2643634.2643642}"),
    ("malformed-isbn", "isbn = {0-201-13447-0}"),
    ("malformed-isbn", "isbn = {978-3-540-77584-3}"),
    ("malformed-isbn", "isbn = {}"),
    ("malformed-issn", "issn = {0010-4620, 1460-2067}"),
    ("malformed-issn", "issn = {2049-3630 (print)}"),
    ("malformed-arxiv-id", "eprint = {1706.03762}, archivePrefix = {arXiv}"),
    ("malformed-arxiv-id", "eprint = {hep-th/9901001}, archivePrefix = {arXiv}"),
    ("malformed-arxiv-id", "eprint = {1713.03762}, eprinttype = {hal}, note = {not arXiv}"),
    ("arxiv-mismatch", "eprint = {1706.03762}, archivePrefix = {arXiv}, url = {https://arxiv.org/abs/1706.03762v2}"),
    ("arxiv-mismatch", "eprint = {1706.03762}, archivePrefix = {arXiv}, journal = {J. Trees}, year = {2015}"),
    ("arxiv-mismatch", "eprint = {2501.00544}, archivePrefix = {arXiv}, year = {2024}"),
    ("missing-eprint-type", "eprint = {1706.03762}, archivePrefix = {arXiv}"),
    ("missing-eprint-type", "eprint = {1706.03762}, eprinttype = {arxiv}"),
    ("missing-eprint-type", "eprint = {https://example.org/1706.03762.pdf}"),
    ("malformed-url", "url = {https://example.org}"),
    ("malformed-url", r"url = {\url{https://example.org}}"),
    ("malformed-url", "url = {mailto:doe@example.org}"),
    ("malformed-url", "url = {10.1000/182}"),
    ("malformed-url", "url = {}"),
    ("tracking-url", "url = {https://a.org/?ref=5&id=utm_x}"),
    ("secondhand-url", "url = {https://books.google.com/books?id=1}"),
    ("secondhand-url", "url = {https://en.wikipedia.org/wiki/TeX}"),
    ("bare-url", r"note = {See \url{https://a.org/b}}"),
    ("bare-url", r"note = {See \href{https://a.org/b}{there}}"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, rule: str, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    options = {"today": "2026-11-24"} if rule == "malformed-arxiv-id" else {}
    findings = check(rule, text, dialect="bibtex", **options)
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    text = apply(text, findings)
    assert text == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check(rule, text, dialect="bibtex", **options)


@pytest.mark.parametrize(("rule", "fields"), CLEAN)
def test_clean(check: Check, rule: str, fields: str) -> None:
    assert not check(rule, f"@misc{{k, {fields}}}\n", dialect="bibtex")


def test_the_archive_is_named_as_the_dialect_has_it(check: Check) -> None:
    (finding,) = check("missing-eprint-type", "@misc{k,\n  eprint = {1706.03762},\n}\n", dialect="biblatex")
    assert finding.edits[0].text == ",\n  eprinttype = {arxiv}"


def test_wikipedia_is_no_address_of_a_paper(check: Check) -> None:
    assert check("secondhand-url", "@article{k, url = {https://en.wikipedia.org/wiki/TeX}}\n")


def test_mixed_doi_presence(check: Check) -> None:
    having = "".join(f"@article{{k{n}, title = {{T}}, doi = {{10.1000/{n}}}}}\n" for n in range(7))
    lacking = "@article{x, title = {T}}\n"
    assert [finding.key for finding in check("mixed-doi-presence", having + lacking)] == ["x"]
    assert not check("mixed-doi-presence", lacking)
    assert not check("mixed-doi-presence", having + lacking * 5)
    assert not check("mixed-doi-presence", having + "@book{x, title = {T}}\n" + "@misc{y, title = {T}}\n")


MISMATCHES = [
    ("volume = {77}, year = {1997}, doi = {10.1103/PhysRevLett.78.1}",
     "suspicious: DOI `10.1103/PhysRevLett.78.1` is of volume 78, but volume is 77"),
    ("year = {2022}, doi = {10.1006/jmla.1999.2653}", "suspicious: DOI `10.1006/jmla.1999.2653` is of 1999, but year is 2022"),
    ("publisher = {Springer}, doi = {10.1145/1188913}",
     "suspicious: DOI `10.1145/1188913` is ACM's, but publisher is `Springer`"),
    ("doi = {10.1145/1188913}, url = {https://doi.org/10.1145/1219092}",
     "suspicious: doi is `10.1145/1188913`, but url leads to `10.1145/1219092`"),
    ("booktitle = {Proc. 26th SOSP}, doi = {10.1016/j.cell.2015.01.001}",
     "suspicious: DOI `10.1016/j.cell.2015.01.001` is Elsevier's, and the papers of SOSP are not"),
    ("booktitle = {USENIX Security Symposium}, doi = {10.1109/SP.2015.1}",
     "suspicious: DOI `10.1109/sp.2015.1` is IEEE's, and the papers of USENIX Security are not"),
]  # fmt: skip
MATCHES = [
    "volume = {78}, year = {1997}, doi = {10.1103/PhysRevLett.78.1}",
    "volume = {11}, year = {2021}, doi = {10.1088/1475-7516/2021/11/051}",
    "year = {2001}, doi = {10.1006/jmla.1999.2653}",
    "publisher = {ACM}, doi = {10.1145/1188913}",
    "publisher = {IEEE}, doi = {10.1145/1188913}",
    "publisher = {Springer}, doi = {10.1038/ncomms11427}",
    "publisher = {{IOP} Publishing}, doi = {10.1086/305176}",
    "doi = {10.1145/1188913}, url = {https://doi.org/10.1145/1188913}",
    "doi = {10.1145/1188913}, url = {https://example.org}",
    "doi = {10.5281/zenodo.1}, url = {https://doi.org/10.5281/zenodo.2}",
    "isbn = {978-3-540-77584-3}, doi = {10.1007/978-3-030-10996-7}",
    "booktitle = {Proc. 26th SOSP}, doi = {10.1145/3132747}",
    "booktitle = {International Conference on Software Engineering}, doi = {10.1145/1188913}",
    "booktitle = {International Conference on Parallel Processing}, doi = {10.1109/icpp.2013.98}",
    "booktitle = {Conference on Learning Theory}, doi = {10.1007/11776420}",
    "booktitle = {Conference on Neural Information Processing Systems}, doi = {10.48550/arXiv.1706.03762}",
    "booktitle = {A Conference Nobody Knows}, doi = {10.1016/j.cell.2015.01.001}",
    "journal = {Nature}, doi = {10.1016/j.cell.2015.01.001}",
]


@pytest.mark.parametrize(("fields", "message"), MISMATCHES)
def test_doi_mismatch(check: Check, fields: str, message: str) -> None:
    assert [finding.message for finding in check("doi-mismatch", f"@article{{k, {fields}}}\n")] == [message]


@pytest.mark.parametrize("fields", MATCHES)
def test_doi_that_agrees(check: Check, fields: str) -> None:
    assert not check("doi-mismatch", f"@article{{k, {fields}}}\n")


@pytest.mark.parametrize(
    ("fields", "remark"),
    [
        ("booktitle = {Proc. 26th SOSP}, year = 2017", ": the papers of SOSP have DOIs"),
        ("booktitle = {Proc. OSDI}, year = 2014", ": the papers of OSDI have no DOIs"),
        ("booktitle = {International Conference on Machine Learning}, year = 2006", ": the papers of ICML have DOIs"),
        ("booktitle = {International Conference on Machine Learning}", ""),
        ("booktitle = {A Conference Nobody Knows}, year = 2017", ""),
        ("title = {T}", ""),
    ],
)
def test_whether_there_is_a_real_doi_instead_of_a_placeholder(check: Check, fields: str, remark: str) -> None:
    (finding,) = check("fake-doi", f"@inproceedings{{k, {fields}, doi = {{10.5555/2643634}}}}\n")
    assert (
        finding.message == f"`10.5555/2643634` is ACM's placeholder for a work without DOI, and never resolves{remark}"
    )
