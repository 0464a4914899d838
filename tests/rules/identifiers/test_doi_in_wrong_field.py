"""doi-in-wrong-field: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from bibcheck.rule import Fix
from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ("url = {https://doi.org/10.1000/182}", ["10.1000/182"], "doi = {10.1000/182}"),
    (r"howpublished = {\url{https://doi.org/10.1000/182}}", ["10.1000/182"], "doi = {10.1000/182}"),
    ("note = {To appear, doi: 10.1000/182}", ["10.1000/182"], None),
    (
        "url = {https://dl.acm.org/doi/10.1145/3132747}",
        ["10.1145/3132747"],
        "url = {https://dl.acm.org/doi/10.1145/3132747}, doi = {10.1145/3132747}",
    ),
    (
        "url = {https://journals.sagepub.com/doi/10.3102/0013189X211028239}",
        ["10.3102/0013189X211028239"],
        "url = {https://journals.sagepub.com/doi/10.3102/0013189X211028239}, doi = {10.3102/0013189X211028239}",
    ),
    (
        "note = {10.18726/2018%7B%5Ctextunderscore%7D3}",
        ["10.18726/2018%7B%5Ctextunderscore%7D3"],
        "doi = {10.18726/2018_3}",
    ),
    (
        r"ee = {http://dx.doi.org/10.1007/3-540-15648-8\_5}",
        [r"10.1007/3-540-15648-8\_5"],
        "doi = {10.1007/3-540-15648-8_5}",
    ),
]

CLEAN = [
    "doi = {10.1000/182}, url = {https://doi.org/10.1000/182}",
    "url = {https://dl.acm.org/doi/10.5555/2643634}",
    "url = {https://example.org/see?ref=10.1000/182}",
    "crossref = {elsewhere}, url = {https://doi.org/10.1000/182}",
    "eprint = {10.2307/2346101}, eprinttype = {jstor}",
]


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("doi-in-wrong-field", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("doi-in-wrong-field", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("doi-in-wrong-field", f"@misc{{k, {fields}}}\n", dialect="bibtex")


URL = "url = {https://doi.org/10.1038/464829a}"


@pytest.mark.parametrize(
    ("entry", "style", "dialect", "safety"),
    [
        (f"@article{{x, {URL}}}", None, None, Fix.UNSAFE),
        (f"@article{{x, {URL}}}", "house", None, Fix.UNSAFE),
        (f"@article{{x, {URL}}}", "IEEEtran", None, None),
        (f"@article{{x, {URL}}}\n@IEEEtranBSTCTL{{s, CTLuse_url = {{yes}}}}", None, None, None),
        (f"@article{{x, {URL}}}", "plainnat", None, Fix.SAFE),
        (f"@mastersthesis{{x, {URL}}}", "plainnat", None, None),
        (f"@article{{x, {URL}}}", "plain", None, Fix.SAFE),  # prints neither
        (f"@article{{x, {URL}}}", None, "biblatex", Fix.SAFE),
        (f"@article{{x, {URL}}}", "chem-acs", "biblatex", Fix.UNSAFE),
        (f"@article{{x, {URL}}}", "authoryear", "biblatex", Fix.SAFE),
        (f"@article{{x, {URL}}}", "IEEEtran", "biblatex", None),
        ("@article{x, note = {doi:10.1038/464829a}}", "plain", None, None),
        ("@article{x, note = {doi:10.1038/464829a}}", "splncs04", None, Fix.SAFE),
        ("@misc{x, howpublished = {https://doi.org/10.1038/464829a}}", "plain", None, None),
        ("@article{x, howpublished = {https://doi.org/10.1038/464829a}}", "plain", None, Fix.SAFE),
        ("@article{x, ee = {https://doi.org/10.1038/464829a}}", None, None, Fix.SAFE),
        ("@article{x, ee = {https://doi.org/10.1038/464829a}}", "IEEEtran", None, Fix.SAFE),
    ],
)
def test_a_doi_is_moved_where_it_is_printed(
    check: Check, entry: str, style: str | None, dialect: str | None, safety: Fix | None
) -> None:
    findings = check("doi-in-wrong-field", entry, style=style, dialect=dialect)
    assert [finding.safety for finding in findings] == ([safety] if safety else [])
    assert all("doi = {10.1038/464829a}" in apply(entry, [finding]) for finding in findings)


def test_a_doi_of_a_venue_that_registers_none_is_not_moved(check: Check) -> None:
    fields = "volume = {11}, year = {2010}, ee = {http://doi.acm.org/10.1145/1756006.1756019}"
    text = f"@article{{k, journal = {{Journal of Machine Learning Research}}, {fields}}}"
    (finding,) = check("doi-in-wrong-field", text)
    assert not finding.edits
    assert finding.message.startswith("DOI in ee, and no doi; see first whether it resolves, as the articles of ")
    (finding,) = check("doi-in-wrong-field", text.replace("Journal of Machine Learning Research", "Journal of Trees"))
    assert finding.edits
