"""How safe it is to move a DOI, by what the style prints."""

from __future__ import annotations

import pytest

from bibcheck.rule import Fix
from tests.applying import apply
from tests.rules.conftest import Check

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
