"""malformed-arxiv-id: what it reports, with the text it points at, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# The fields of a @misc, the texts pointed at, and the fields after the fix; None where there is no fix.
REPORTED: list[tuple[str, list[str], str | None]] = [
    ("eprint = {1713.03762}, archivePrefix = {arXiv}", ["1713.03762"], None),
    ("eprint = {1301.03762}, archivePrefix = {arXiv}", ["1301.03762"], None),
    ("eprint = {2712.03762}, archivePrefix = {arXiv}", ["2712.03762"], None),
    ("eprint = {arXiv:1706.03762}", ["arXiv:"], "eprint = {1706.03762}"),
    ("journal = {arXiv preprint arXiv:1713.03762}", ["1713.03762"], None),
    (
        "eprint = {https://arxiv.org/abs/1706.03762v2}, archiveprefix = {arXiv}",
        ["https://arxiv.org/abs/"],
        "eprint = {1706.03762v2}, archiveprefix = {arXiv}",
    ),
    ("eprint = {http://arxiv.org/pdf/1706.03762.pdf}", ["http://arxiv.org/pdf/"], "eprint = {1706.03762}"),
    ("eprint = {arXiv:1506.02575 [cs.CY]}", ["arXiv:"], "eprint = {1506.02575 [cs.CY]}"),
    ("eprint = {abc}, archiveprefix = {arXiv}", ["{abc}"], None),
    ("eprint = {arXiv:junkData}", ["{arXiv:junkData}"], None),
    ("eprint = {arXiv:}", ["{arXiv:}"], None),
    ("eprint = {1706.03762}, archivePrefix = {arXiv}, primaryClass = {hello}", ["hello"], None),
    ("eprint = {1706.03762}, archivePrefix = {arXiv}, primaryClass = {cs.CL, cs.ME}", ["cs.ME"], None),
    ("archivePrefix = {arXiv}", ["{arXiv}"], None),
    (
        "eprint = {1706.03762}, archivePrefix = {Arxiv}",
        ["{Arxiv}"],
        "eprint = {1706.03762}, archivePrefix = {arXiv}",
    ),
]

CLEAN = [
    "eprint = {1706.03762}, archivePrefix = {arXiv}, primaryClass = {cs.CL}",
    "eprint = {1706.03762}, archivePrefix = {arXiv}, primaryClass = {{cs.DC}}",
    "eprint = {1706.03762}, archivePrefix = {arXiv}, primaryClass = {cs, stat}",
    "eprint = {1706.03762}, archivePrefix = {arXiv}, primaryClass = {CS.cl}",
    "eprint = {cmp-lg/9706001}, archivePrefix = {arXiv}, primaryClass = {cmp-lg}",
    "eprint = {2024.12.26.629294}, archivePrefix = {bioRxiv}, primaryClass = {New Results}",
    "archivePrefix = {ascl}",
    "eprint = {1706.03762}, archivePrefix = {arXiv}",
    "eprint = {hep-th/9901001}, archivePrefix = {arXiv}",
    "eprint = {1713.03762}, eprinttype = {hal}, note = {not arXiv}",
    "eprint = {n/a}, archiveprefix = {arXiv}",
    "eprint = {}, archiveprefix = {arXiv}",
    "eprint = {abc}, eprinttype = {hal}",
]


@pytest.mark.parametrize(("fields", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, fields: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@misc{{k, {fields}}}\n"
    findings = check("malformed-arxiv-id", text, dialect="bibtex", today="2026-11-24")
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    assert apply(text, findings) == f"@misc{{k, {fixed or fields}}}\n"
    if fixed:
        assert not check("malformed-arxiv-id", f"@misc{{k, {fixed}}}\n", dialect="bibtex", today="2026-11-24")


@pytest.mark.parametrize("fields", CLEAN)
def test_clean(check: Check, fields: str) -> None:
    assert not check("malformed-arxiv-id", f"@misc{{k, {fields}}}\n", dialect="bibtex", today="2026-11-24")


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("booktitle = {arXiv}", 1),
        ("journal = {arXiv preprint}", 1),
        ("booktitle = {arXiv}, doi = {10.48550/arXiv.1706.03762}", 0),
        ("journal = {arXiv preprint}, url = {https://arxiv.org/abs/1706.03762}", 0),
        ("journal = {CoRR}, volume = {abs/1706.03762}", 0),
        ("journal = {arXiv preprint arXiv:1706.03762}", 0),
        ("booktitle = {The arXiv and its Readers}", 0),
    ],
)
def test_an_identifier_may_be_required(check: Check, fields: str, count: int) -> None:
    text = f"@misc{{k, {fields}}}\n@misc{{of, note = {{arXiv}}}}\n"
    assert len(check("malformed-arxiv-id", text, required=True)) == count
    assert not check("malformed-arxiv-id", text)


@pytest.mark.parametrize(
    ("today", "count"), [("2026-11-24", 0), ("2026-11", 0), ("2026-10-31", 1), ("2025-12-31", 1), ("2027-01-01", 0)]
)
def test_an_identifier_lies_in_the_future_from_the_next_month_on(check: Check, today: str, count: int) -> None:
    text = "@misc{k, eprint = {2611.00001}, archiveprefix = {arXiv}}\n"
    findings = check("malformed-arxiv-id", text, dialect="bibtex", today=today)
    assert [finding.message for finding in findings] == [
        "arXiv identifier `2611.00001` lies in the future, 2026-11"
    ] * count
