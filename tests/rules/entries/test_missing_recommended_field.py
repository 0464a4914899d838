"""missing-recommended-field: what makes a reference complete."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

RULE = "missing-recommended-field"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@article{k, journal = {J}}", "no `volume`, no `pages` or `eid` or `articleno` in `@article`"),
        ("@article{k, journal = {J}, volume = 1, pages = {}}", "no `pages` or `eid` or `articleno` in `@article`"),
        ("@conference{k, pages = {1}}", "no `publisher` in `@conference`"),
        ("@inproceedings{k, articleno = 9}", "no `publisher` in `@inproceedings`"),
    ],
)
def test_something_is_missing(check: Check, text: str, message: str) -> None:
    assert [finding.message for finding in check(RULE, text + "\n")] == [message]


@pytest.mark.parametrize(
    "text",
    [
        "@article{k, journal = {J}, volume = 1, eid = {7}}",
        "@inproceedings{k, articleno = 9, numpages = 14, publisher = {ACM}}",
        "@article{k, journal = {arXiv preprint arXiv:1706.03762}}",
        "@article{k, journal = {ArXiv e-prints}, eprint = {1801.01207}}",
        "@article{k, journal = {CoRR}, volume = {abs/1706.03762}}",
        "@article{k, journal = {bioRxiv}}",
        "@article{k, eprint = {1801.01207}}",
        "@article{k, journal = {J}, note = {in press}}",
        "@article{k, journal = {J}, pubstate = {forthcoming}}",
        "@inproceedings{k, crossref = {elsewhere}}",
        "@book{k}",
    ],
)
def test_nothing_is_missing(check: Check, text: str) -> None:
    assert check(RULE, text + "\n") == []


def test_the_list_can_be_another(check: Check) -> None:
    assert check(RULE, "@article{k, journal = {J}}\n", fields=()) == []
    assert [f.key for f in check(RULE, "@book{k}\n@misc{l, url = {U}}\n", fields=("*: doi|url",))] == ["k"]
