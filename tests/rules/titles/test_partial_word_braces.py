"""Braces inside words."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

# Title, the texts pointed at, the title after the fix (None: there is no fix).
REPORTED = [
    ("The {D}NA", ["{D}NA"], "The {DNA}"),
    ("{L}i{DAR}", ["{L}i{DAR}"], "{LiDAR}"),
    ("f{MRI} and {N}{P}", ["f{MRI}", "{N}{P}"], "{fMRI} and {NP}"),
    ("The {D}NA {of {L}i{DAR}} a{B}c", ["{D}NA", "a{B}c"], "The {DNA} {of {L}i{DAR}} {aBc}"),
]
CLEAN = [
    r"H{\"a}rtig and \emph{x}y and \"{U}ber",
    "{GPU}s, {B}ayesian, {FKBP}5, {DNA}-based",
]


@pytest.mark.parametrize(("title", "pointed_at", "fixed"), REPORTED)
def test_reported(check: Check, title: str, pointed_at: list[str], fixed: str | None) -> None:
    text = f"@article{{k, title = {{{title}}}}}\n"
    findings = check("partial-word-braces", text)
    assert [text[f.span.start : f.span.end] for f in findings] == pointed_at
    text = apply(text, findings)
    assert text == f"@article{{k, title = {{{fixed or title}}}}}\n"
    if fixed:
        assert not check("partial-word-braces", text)


@pytest.mark.parametrize("title", CLEAN)
def test_clean(check: Check, title: str) -> None:
    assert not check("partial-word-braces", f"@article{{k, title = {{{title}}}}}\n")
