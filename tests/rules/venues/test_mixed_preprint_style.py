"""What mixed-preprint-style reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
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


@pytest.mark.parametrize(
    ("first", "entry", "way"),
    [
        # Two identifiers in one field: the first counts.
        (BY_EPRINT, "url = {https://arxiv.org/abs/1512.03385 arXiv:1706.03762}", "by an address"),
        (BY_EPRINT, "note = {arXiv:1706.03762, https://arxiv.org/abs/1512.03385}", "in plain text"),
        (BY_EPRINT, "howpublished = {arXiv:1706.03762}", "in plain text"),
        (BY_EPRINT, "url = {https://arxiv.org/abs/1512.03385}, note = {arXiv:1512.03385}", "by an address"),
        (BY_EPRINT, "doi = {10.48550/arXiv.1512.03385}", "by a DOI"),
        (BY_EPRINT, "doi = { }, note = {arXiv:1512.03385}", "in plain text"),
        (BY_EPRINT, "publisher = {arXiv}, note = {arXiv:1512.03385}", "in plain text"),
        (BY_EPRINT, "eprint = {x}, note = {arXiv:1512.03385}", "in plain text"),
        (BY_DOI, "eprint = {1512.03385}, archiveprefix = {arXiv}, note = {arXiv:1512.03385}", "in eprint"),
    ],
)
def test_the_way_of_an_entry(check: Check, first: str, entry: str, way: str) -> None:
    (finding,) = check("mixed-preprint-style", f"{first}@misc{{k, {entry}}}\n", dialect="bibtex")
    assert finding.key == "k"
    assert finding.message.startswith(f"a preprint {way}, where 3 of 4")
    assert [place.path for place in finding.related] == ["a.bib"]


@pytest.mark.parametrize(
    ("eprints", "notes", "count"), [(2, 1, 1), (1, 0, 0), (3, 2, 2), (1, 1, 0), (5, 4, 0), (2, 2, 0), (6, 4, 4)]
)
def test_three_of_five_make_a_convention(check: Check, eprints: int, notes: int, count: int) -> None:
    text = "".join(f"@misc{{e{n}, eprint = {{1801.0120{n}}}, archiveprefix = {{arXiv}}}}\n" for n in range(eprints))
    text += "".join(f"@misc{{n{n}, note = {{arXiv:1802.0120{n}}}}}\n" for n in range(notes))
    assert len(check("mixed-preprint-style", text)) == count


@pytest.mark.parametrize(
    ("dialect", "more", "added"),
    [
        ("bibtex", "", ", eprint = {1512.03385}, archiveprefix = {arXiv}"),
        ("biblatex", "", ", eprint = {1512.03385}, eprinttype = {arxiv}"),
        ("bibtex", ", archiveprefix = {arXiv}", ", eprint = {1512.03385}"),
        ("biblatex", ", eprinttype = {arxiv}", ", eprint = {1512.03385}"),
    ],
)
def test_what_is_added(check: Check, dialect: str, more: str, added: str) -> None:
    address = "@misc{k, url = {https://arxiv.org/abs/1512.03385}"
    text = f"{BY_EPRINT}{address}{more}}}\n"
    (finding,) = check("mixed-preprint-style", text, dialect=dialect)
    assert apply(text, [finding]) == f"{BY_EPRINT}{address}{added}{more}}}\n"


def test_a_doi_in_place_of_eprint_is_left_to_the_author(check: Check) -> None:
    (finding,) = check("mixed-preprint-style", BY_DOI + "@misc{k, eprint = {1512.03385}, archiveprefix = {arXiv}}\n")
    assert not finding.edits
