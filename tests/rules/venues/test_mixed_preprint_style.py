"""What mixed-preprint-style reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

BY_EPRINT = "".join(f"@misc{{e{n}, eprint = {{1801.0120{n}}}, archiveprefix = {{arXiv}}}}\n" for n in range(1, 4))
BY_DOI = "".join(f"@misc{{d{n}, doi = {{10.48550/arXiv.1801.0120{n}}}}}\n" for n in range(1, 4))
BY_URL = "".join(f"@misc{{u{n}, url = {{https://arxiv.org/abs/1801.0120{n}}}}}\n" for n in range(1, 4))


@pytest.mark.parametrize(
    ("others", "entry", "message", "fixed"),
    [
        (
            BY_EPRINT,
            "@misc{k, note = {arXiv:1512.03385}}",
            "a preprint in plain text, where 3 of 4 are recorded in eprint",
            "@misc{k, eprint = {1512.03385}, archiveprefix = {arXiv}}",
        ),
        (
            BY_EPRINT,
            "@misc{k, note = {Submitted, arXiv:1512.03385}}",
            "a preprint in plain text, where 3 of 4 are recorded in eprint",
            "@misc{k, note = {Submitted, arXiv:1512.03385}, eprint = {1512.03385}, archiveprefix = {arXiv}}",
        ),
        (
            BY_EPRINT,
            "@misc{k, url = {https://arxiv.org/abs/1512.03385v2}}",
            "a preprint by an address, where 3 of 4 are recorded in eprint",
            "@misc{k, url = {https://arxiv.org/abs/1512.03385v2}, eprint = {1512.03385v2}, archiveprefix = {arXiv}}",
        ),
        (
            BY_EPRINT,
            "@article{k, journal = {Computing Research Repository}, volume = {arXiv:1512.03385}}",
            "a preprint with arXiv for a journal, where 3 of 4 are recorded in eprint",
            "@article{k, journal = {Computing Research Repository}, volume = {arXiv:1512.03385}}",
        ),
        (
            BY_DOI,
            "@misc{k, url = {https://arxiv.org/abs/1512.03385}}",
            "a preprint by an address, where 3 of 4 are recorded by a DOI",
            "@misc{k, url = {https://arxiv.org/abs/1512.03385}, doi = {10.48550/arXiv.1512.03385}}",
        ),
        (
            BY_URL,
            "@misc{k, eprint = {1512.03385}, archiveprefix = {arXiv}}",
            "a preprint in eprint, where 3 of 4 are recorded by an address",
            "@misc{k, eprint = {1512.03385}, archiveprefix = {arXiv}}",
        ),
    ],
)
def test_the_minority(check: Check, others: str, entry: str, message: str, fixed: str) -> None:
    text = entry + others
    (finding,) = check("mixed-preprint-style", text, dialect="bibtex")
    assert (finding.key, finding.message) == ("k", message)
    for edit in finding.edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == fixed + others


@pytest.mark.parametrize(
    "text",
    [
        BY_EPRINT,
        # what preprint-as-journal reports
        BY_EPRINT + "@article{k, journal = {arXiv preprint arXiv:1512.03385}}",
        BY_EPRINT + "@article{k, journal = {CoRR}, volume = {abs/1512.03385}}",
        # no convention
        BY_EPRINT + BY_DOI,
        # published, or not on arXiv
        BY_EPRINT + "@article{k, journal = {Nature}, url = {https://arxiv.org/abs/1512.03385}}",
        BY_EPRINT + "@inproceedings{k, booktitle = {Nets}, url = {https://arxiv.org/abs/1512.03385}}",
        BY_EPRINT + "@misc{k, doi = {10.1101/123456}, note = {arXiv:1512.03385}}",
        BY_EPRINT + "@misc{k, publisher = {bioRxiv}, url = {https://arxiv.org/abs/1512.03385}}",
        BY_EPRINT + "@misc{k, eprint = {10045/1234}, archiveprefix = {hdl}}",
        BY_EPRINT + "@book{k, note = {arXiv:1512.03385}}",
        # what preprint-as-journal asks for anyway
        "@article{k, journal = {arXiv preprint arXiv:1512.03385}}\n" * 3 + BY_EPRINT.partition("\n")[0],
        BY_EPRINT + "@article{k, journal = {Correspondences in Nets}, url = {https://arxiv.org/abs/1512.03385}}",
        BY_EPRINT + "@article{k, journal = {ArXiv e-prints}, eprint = {1512.03385}, archiveprefix = {arXiv}}",
        # the way of most among others
        BY_DOI + "@misc{k, eprint = {1512.03385}, archiveprefix = {arXiv}, doi = {10.48550/arXiv.1512.03385}}",
        BY_URL + "@misc{k, eprint = {1512.03385}, archiveprefix = {arXiv}, url = {https://arxiv.org/abs/1512.03385}}",
        # an address beside eprint
        BY_EPRINT
        + "@misc{k, eprint = {1512.03385}, archiveprefix = {arXiv}, url = {https://arxiv.org/abs/1512.03385}}",
    ],
)
def test_one_way(check: Check, text: str) -> None:
    assert not check("mixed-preprint-style", text)
