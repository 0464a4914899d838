"""What redundant-url reports under which style, and what it lets be."""

from __future__ import annotations

import pytest

from bibcheck.rule import Fix
from tests.applying import apply
from tests.rules.conftest import Check

DOI = "doi = {10.1000/182}"
EPRINT = "eprint = {1706.03762}, archiveprefix = {arXiv}"
ARXIV_URL = "url = {https://arxiv.org/abs/1706.03762v5}"
DOI_URL = "url = {http://dx.doi.org/10.1000/182}"


@pytest.mark.parametrize(
    ("entry", "style", "dialect", "is_reported"),
    [
        (f"@article{{k, {DOI}, {DOI_URL}}}", None, None, True),
        (f"@article{{k, {DOI}, {DOI_URL}}}", "plainnat", None, True),
        (f"@article{{k, {DOI}, {DOI_URL}}}", "house", None, True),
        (f"@article{{k, {DOI}, {DOI_URL}}}", None, "biblatex", True),
        (f"@article{{k, {DOI}, {DOI_URL}}}", "IEEEtran", None, False),
        (f"@phdthesis{{k, {DOI}, {DOI_URL}}}", "plainnat", None, False),  # whose function prints no doi
        (f"@article{{k, {DOI}, {DOI_URL}}}\n@IEEEtranBSTCTL{{s, CTLuse_url = {{yes}}}}", None, None, False),
        (f"@misc{{k, {EPRINT}, {ARXIV_URL}}}", None, None, False),
        (f"@misc{{k, {EPRINT}, {ARXIV_URL}}}", "house", None, False),
        (f"@misc{{k, {EPRINT}, {ARXIV_URL}}}", "apsrev4-2", None, True),
        (f"@misc{{k, {EPRINT}, {ARXIV_URL}}}\n@control{{REVTEX42Control}}", None, None, True),
        (f"@misc{{k, {EPRINT}, {ARXIV_URL}}}", None, "biblatex", True),
        *(
            (f"@misc{{k, {EPRINT}, {ARXIV_URL}}}", style, None, False)
            for style in ("IEEEtran", "alphadin", "natdin", "splncs04", "apacite", "plain", "plainnat")
        ),
    ],
)
def test_it_depends_on_what_the_style_prints(
    check: Check, entry: str, style: str | None, dialect: str | None, is_reported: bool
) -> None:
    findings = check("redundant-url", entry, style=style, dialect=dialect)
    assert len(findings) == is_reported
    assert all(finding.safety is Fix.UNSAFE for finding in findings)
    assert all("url" not in apply(entry, [finding]).partition("@IEEE")[0] for finding in findings)


def test_escapes_do_not_hide_what_it_says(check: Check) -> None:
    url = r"https://doi.org/10.2168{\%}2Flmcs-6{\%}284{\%}3A5{\%}292010"
    assert check("redundant-url", f"@article{{k, doi = {{10.2168/lmcs-6(4:5)2010}}, url = {{{url}}}}}")


@pytest.mark.parametrize(
    "fields",
    [
        "doi = {10.1000/182}, url = {https://doi.org/10.1000/183}",
        "doi = {10.1000/182}, url = {https://example.org/10.1000/182}",
        "doi = {10.1000/182}, url = {https://doi.org/10.1000/182 http://arxiv.org/abs/1905.11437}",
        "eprint = {1706.03762}, url = {https://arxiv.org/abs/1706.03763}",
        "eprint = {1706.03762}, url = {https://arxiv.org/pdf/1706.03762}",
        "eprint = {1706.03762}, doi = {10.1000/182}, url = {https://example.org}",
        "url = {https://doi.org/10.1000/182}",
    ],
)
def test_other_addresses(check: Check, fields: str) -> None:
    assert not check("redundant-url", f"@online{{k, date = {{2017}}, {fields}}}", dialect="biblatex")
