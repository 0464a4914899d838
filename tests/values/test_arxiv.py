from time import process_time

import pytest

from bibcheck.values.arxiv import find_arxiv, names_only_arxiv, read_arxiv


@pytest.mark.parametrize(
    ("text", "normal", "version", "year", "month", "kind"),
    [
        ("1706.03762", "1706.03762", None, 2017, 6, "bare"),
        ("1706.03762v5", "1706.03762", 5, 2017, 6, "bare"),
        ("0704.0001", "0704.0001", None, 2007, 4, "bare"),
        ("{2101.11924}", "2101.11924", None, 2021, 1, "bare"),
        ("arXiv:1706.03762", "1706.03762", None, 2017, 6, "label"),
        ("arXiv: 1706.03762v1", "1706.03762", 1, 2017, 6, "label"),
        ("hep-th/9901001", "hep-th/9901001", None, 1999, 1, "bare"),
        ("math.GT/0309136v2", "math/0309136", 2, 2003, 9, "bare"),
        ("hep-th/9912001", "hep-th/9912001", None, 1999, 12, "bare"),
        ("hep-th/9108001", "hep-th/9108001", None, 1991, 8, "bare"),
        ("hep-th/0001001", "hep-th/0001001", None, 2000, 1, "bare"),
        ("hep-th/0703001", "hep-th/0703001", None, 2007, 3, "bare"),
        ("1412.0001", "1412.0001", None, 2014, 12, "bare"),
        ("1501.00001", "1501.00001", None, 2015, 1, "bare"),
        ("arXiv:astro-ph/0510027", "astro-ph/0510027", None, 2005, 10, "label"),
        ("https://arxiv.org/abs/2402.01058v1", "2402.01058", 1, 2024, 2, "address"),
        ("http://arxiv.org/pdf/1002.2442v1.pdf", "1002.2442", 1, 2010, 2, "address"),
        (r"\url{https://arxiv.org/abs/quant-ph/9508027}", "quant-ph/9508027", None, 1995, 8, "address"),
        ("10.48550/arXiv.1607.02318", "1607.02318", None, 2016, 7, "address"),
        ("10.48550/ARXIV.cs/0208011", "cs/0208011", None, 2002, 8, "address"),
    ],
)
def test_an_identifier_is_read(text: str, normal: str, version: int | None, year: int, month: int, kind: str) -> None:
    identifier = read_arxiv(text)
    assert identifier
    assert (identifier.normal, identifier.version, identifier.year, identifier.month) == (normal, version, year, month)
    assert (identifier.kind, identifier.problem) == (kind, "")
    assert identifier.lead.end == identifier.span.start


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("1713.03762", "month 13"),
        ("1700.03762", "month 00"),
        ("1706.3762", "4 digits after the point, which are 5 from 1501 on"),
        ("1501.0001", "4 digits after the point, which are 5 from 1501 on"),
        ("1412.00001", "5 digits after the point, which are 4 until 1412"),
        ("1409.006", "3 digits after the point, which are 4 until 1412"),
        ("0703.1234", "identifiers of this form begin with 0704"),
        ("1706.00000", "number 00000"),
        ("hep-th/9913001", "month 13"),
        ("hep-th/9900001", "month 00"),
        ("hep-th/9106001", "identifiers of this form go from 9107 to 0703"),
        ("hep-th/0704001", "identifiers of this form go from 9107 to 0703"),
        ("hep-th/99010011", "8 digits, which are 7 in this form"),
        ("q-fin/0601001", "unknown archive `q-fin`"),
        ("foo/0601001", "unknown archive `foo`"),
        ("arXiv:foo-bar/0601001", "unknown archive `foo-bar`"),
        ("0401001", "no archive before the number"),
        ("arXiv:0401001v2", "no archive before the number"),
    ],
)
def test_what_cannot_be_is_said(text: str, problem: str) -> None:
    identifier = read_arxiv(text)
    assert identifier
    assert identifier.problem == problem


@pytest.mark.parametrize(
    "text", ["", "99", "j.ctt9qg0dk.18", "HBFZOq83v2YC", "44127309", "1234567", "2020/123", "hal-01847698"]
)
def test_what_is_no_identifier_is_none(text: str) -> None:
    assert read_arxiv(text) is None


@pytest.mark.parametrize(
    "text", ["https://doi.org/10.1137/0710036", "Preprint: arXiv:1706.03762", "10.1000/1706.03762"]
)
def test_a_field_that_begins_with_something_else_is_none(text: str) -> None:
    assert read_arxiv(text) is None


@pytest.mark.parametrize(
    ("text", "lead", "normal", "primary_class"),
    [
        ("arXiv preprint arXiv:1801.01207", "arXiv preprint arXiv:", "1801.01207", ""),
        ("arXiv:1706.03762 [cs.CL]", "arXiv:", "1706.03762", "cs.CL"),
        ("arXiv:1604.00289v1[cs.ai]", "arXiv:", "1604.00289", "cs.AI"),
        ("arXiv:1409.0473 [cs, stat]", "arXiv:", "1409.0473", ""),
        ("arXiv:1512.04965 [quant-ph]", "arXiv:", "1512.04965", "quant-ph"),
        ("arXiv:1512.04965 (cond-mat.mes-hall)", "arXiv:", "1512.04965", "cond-mat.mes-hall"),
        ("arXiv:1512.04965 [foo.XX]", "arXiv:", "1512.04965", ""),
        ("{arXiv} preprint {arXiv}:2210.12090", "{arXiv} preprint {arXiv}:", "2210.12090", ""),
        ("ArXiv e-prints, 1706.03762", "ArXiv e-prints, ", "1706.03762", ""),
        ("CoRR, abs/1706.03762", "CoRR, abs/", "1706.03762", ""),
        ("abs/1706.03762", "abs/", "1706.03762", ""),
        ("preprint hep-th/9901001, unpublished", "", "hep-th/9901001", "hep-th"),
        (r"preprint \texttt{arXiv:physics/0610106}", "arXiv:", "physics/0610106", ""),
        ("available at https://arxiv.org/abs/math.AT/9811037.", "https://arxiv.org/abs/", "math/9811037", "math.AT"),
        ("https://doi.org/10.48550/arXiv.1706.03762", "https://doi.org/10.48550/arXiv.", "1706.03762", ""),
        ("arXiv:1706.3762", "arXiv:", "1706.3762", ""),
    ],
)
def test_identifiers_in_text(text: str, lead: str, normal: str, primary_class: str) -> None:
    (identifier,) = find_arxiv(text)
    assert text[identifier.lead.start : identifier.lead.end] == lead
    assert (identifier.normal, identifier.primary_class) == (normal, primary_class)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "arXiv",
        "ArXiv e-prints",
        "between 1706.0376 and 1801.01207",
        "10.1000/1706.03762",
        "http://a.edu/math/0309136",
        "foo/0601001",
        "https://ui.adsabs.harvard.edu/abs/2021arXiv210200051H/abstract",
        "bioRxiv 2020.01.15",
    ],
)
def test_text_without_identifiers(text: str) -> None:
    assert find_arxiv(text) == ()


def test_several_identifiers() -> None:
    text = r"\href{http://arxiv.org/abs/1303.0584/}{arXiv:1303.0584}"
    assert [(found.normal, found.kind) for found in find_arxiv(text)] == [
        ("1303.0584", "address"),
        ("1303.0584", "label"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", [*" {}[](\\.,:/-v01aX", "arXiv", "arXiv:", "abs/", "1706.03762 ", "1706.", "math/0309136", "a-"]
)
def test_time_is_linear(unit: str) -> None:
    text = unit * (1_000_000 if len(unit) == 1 else 200_000 // len(unit))
    started = process_time()
    read_arxiv(text)
    find_arxiv(text)
    assert process_time() - started < 5


@pytest.mark.parametrize(
    ("journal", "only"),
    [
        ("arXiv preprint arXiv:1706.03762", True),
        ("CoRR, abs/1512.03385", True),
        ("ArXiv e-prints", True),
        ("arXiv:1706.03762 [cs.CL]", True),
        ("arXiv: Computation and Language", True),
        ("arXiv (Cornell University)", True),
        ("{{ACM Computing Surveys} (accepted, in press), arXiv preprint {arXiv}:1508.04180v3}", False),
        ("Nature", False),
        ("Journal of Correlations", False),
    ],
)
def test_whether_a_journal_names_nothing_but_arxiv(journal: str, only: bool) -> None:
    assert names_only_arxiv(journal) == only


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("hep-lat/9107001", ""),
        ("hep-lat/9106001", "identifiers of this form go from 9107 to 0703"),
        ("math/0703001", ""),
        ("math/0704001", "identifiers of this form go from 9107 to 0703"),
        ("math/9013001", "month 13"),
        ("1412.0001", ""),
        ("1412.00001", "10 digits, which are 8 until 2014"),
        ("1501.00001", ""),
    ],
)
def test_the_bounds_of_each_form(text: str, problem: str) -> None:
    found = read_arxiv(text)
    assert found
    assert bool(found.problem) == bool(problem)
    if problem.startswith("identifiers"):
        assert found.problem == problem
