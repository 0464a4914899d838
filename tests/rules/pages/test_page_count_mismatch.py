"""page-count-mismatch: what it reports, and what it leaves alone."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


@pytest.mark.parametrize(
    ("entry", "messages"),
    [
        ("@article{k, pages = {1--14}, numpages = {14}}", []),
        ("@article{k, pages = {1--14}, numpages = {15}}", []),
        ("@article{k, pages = {1--14}, numpages = {0}}", []),
        ("@article{k, pages = {013904}, numpages = {4}}", []),
        ("@article{k, pages = {34:1--34:11}, numpages = {11}}", []),
        ("@article{k, pages = {1--14}, numpages = {20}}", ["numpages is 20, but pages `1--14` are 14"]),
        ("@article{k, pages = {1--1000}}", []),
        ("@article{k, pages = {1--1001}}", ["an article of 1001 pages; look the pages up"]),
        ("@article{k, pages = {97--1511}}", ["an article of 1415 pages; look the pages up"]),
        ("@article{k, pages = {1234--4321}}", []),
        ("@book{k, pages = {1--1500}}", []),
    ],
)
def test_page_count_mismatch(check: Check, entry: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("page-count-mismatch", entry + "\n")] == messages
