"""missing-eprint-type: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ('eprint = {1706.03762}', ['1706.03762'], 'eprint = {1706.03762}, archiveprefix = {arXiv}'),
    ('eprint = {astro-ph/0703696}', ['astro-ph/0703696'], 'eprint = {astro-ph/0703696}, archiveprefix = {arXiv}'),
    ('eprint = {0401001}, archivePrefix = {arXiv}', ['0401001'], None),
    ('arxiv = {2506.05614}', ['2506.05614'], 'eprint = {2506.05614}, archiveprefix = {arXiv}'),
    ('arxivId = {arXiv:2506.05614}, archivePrefix = {arXiv}', ['2506.05614'],
     'eprint = {2506.05614}, archivePrefix = {arXiv}'),
]  # fmt: skip

CLEAN = [
    'eprint = {1706.03762}, archivePrefix = {arXiv}',
    'eprint = {1706.03762}, eprinttype = {arxiv}',
    'eprint = {https://example.org/1706.03762.pdf}',
    'arxivId = {2506.05614}, eprint = {2506.05614}, archivePrefix = {arXiv}',
    'arxiv = {2506.05614}, journal = {Phys. Rev. D}, year = {2025}',
    'arxiv = {yes}',
    # What stands behind a missing comma is unread.
    'eprint = {1706.03762}\n archivePrefix = {arXiv}',
    'arxivId = {2506.05614}\n eprint = {2506.05614}',
]  # fmt: skip


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("missing-eprint-type", text, dialect="bibtex")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("missing-eprint-type", f"@misc{{k, {fixed}}}\n", dialect="bibtex")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("missing-eprint-type", f"@misc{{k, {fields}}}\n", dialect="bibtex")


def test_the_archive_is_named_as_the_dialect_has_it(check: Check) -> None:
    (finding,) = check("missing-eprint-type", "@misc{k,\n  eprint = {1706.03762},\n}\n", dialect="biblatex")
    assert finding.edits[0].text == ",\n  eprinttype = {arxiv}"
