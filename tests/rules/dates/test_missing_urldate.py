"""missing-urldate: what it reports, what its fix writes, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


@pytest.mark.parametrize(
    ("entry", "reported"),
    [
        ("@online{k, url = {https://example.org}}", True),
        (r"@misc{k, howpublished = {\url{https://example.org}}}", True),
        (r"@misc{k, note = {\url{https://example.org}}}", True),
        ("@online{k, addendum = {Available at https://example.org/a.}}", True),
        (r"@misc{k, note = {\url{https://example.org}, accessed 3 May 2020}}", False),
        (r"@misc{k, note = {Slides: \url{https://example.org}}}", False),
        ("@misc{k, url = {https://example.org}, note = {Accessed 3 May 2020}}", False),
        (r"@misc{k, url = {https://example.org}, note = {\url{https://example.org}}}", True),
        ("@online{k, url = {https://example.org}, urldate = {2020-05-03}}", False),
        ("@misc{k, url = {https://example.org}, doi = {10.1000/1}}", False),
        ("@article{k, url = {https://example.org}}", False),
        ("@misc{k, howpublished = {www.example.org/a}}", True),
        ("@misc{k, eprint = {https://example.org/a}}", True),
        ("@misc{k, url = {https://example.org}, eprint = {1706.03762}}", False),
        ("@misc{k, eprint = {https://arxiv.org/abs/1706.03762}}", False),
        ("@misc{k, eprint = {https://doi.org/10.1000/182}}", False),
        # what stands behind a missing comma is unread, and may be the date
        ("@online{k, url = {https://example.org}\n urldate = {2020-05-03}}", False),
    ],
)
def test_missing_urldate(check: Check, entry: str, reported: bool) -> None:
    assert len(check("missing-urldate", entry + "\n")) == reported
