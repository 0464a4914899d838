"""What acronym-in-venue reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


def entry(booktitle: str, more: str = "") -> str:
    return f"@inproceedings{{k, booktitle = {{{booktitle}}}{more}}}"


@pytest.mark.parametrize(
    ("text", "acronym", "fixed"),
    [
        (
            entry("Symposium on Nets ({NETS} 16)", ", year = 2016"),
            "(NETS 16)",
            entry("Symposium on Nets", ", series = {NETS '16}, year = 2016"),
        ),
        (entry("Symposium on Nets (NETS)"), "(NETS)", entry("Symposium on Nets", ", series = {NETS}")),
        (
            entry("Symposium on Nets ({NETS} 16)", ", year = 2017"),
            "(NETS 16)",
            entry("Symposium on Nets", ", series = {NETS 16}, year = 2017"),
        ),
        (entry("Symposium on Nets. NETS 2016."), "NETS 2016", entry("Symposium on Nets.", ", series = {NETS '16}")),
        (entry("Symposium on Nets. NETS 2016"), "NETS 2016", entry("Symposium on Nets.", ", series = {NETS '16}")),
        (
            entry("Symposium on Nets (NETS), Workshop on Trees (WOT)"),
            "(NETS)",
            entry("Symposium on Nets, Workshop on Trees (WOT)", ", series = {NETS}"),
        ),
        (entry("Symposium on Nets, NETS 2016"), "NETS 2016", entry("Symposium on Nets", ", series = {NETS '16}")),
        (entry("Symposium on Nets,NETS'16"), "NETS'16", entry("Symposium on Nets", ", series = {NETS '16}")),
        (entry("Symposium on Nets (NETS7)"), "(NETS7)", entry("Symposium on Nets", ", series = {NETS7}")),
        (
            entry("Nets (NETS), 2010 IEEE Conference on"),
            "(NETS)",
            entry("Nets, 2010 IEEE Conference on", ", series = {NETS}"),
        ),
        (
            entry("NETS 2013: Proceedings of the Symposium on Nets"),
            "NETS 2013",
            entry("Proceedings of the Symposium on Nets", ", series = {NETS '13}"),
        ),
        (
            entry("Symposium on Nets (NETS)", ", series = {NETS '09}"),
            "(NETS)",
            entry("Symposium on Nets", ", series = {NETS '09}"),
        ),
    ],
)
def test_an_acronym(check: Check, text: str, acronym: str, fixed: str) -> None:
    (finding,) = check("acronym-in-venue", text)
    assert finding.message == f"the acronym `{acronym}` in booktitle, and not in series"
    for edit in sorted(finding.edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == fixed


def test_another_series_keeps_the_acronym(check: Check) -> None:
    (finding,) = check("acronym-in-venue", entry("Symposium on Nets (NETS)", ", series = {Lecture Notes in Nets}"))
    assert not finding.edits


@pytest.mark.parametrize(
    "text",
    [
        entry("Workshop on Machine Learning (ML) for Systems"),
        entry("Proceedings of OSDI '16"),
        entry("Symposium on Nets (USA)"),
        entry("Symposium on Nets (LNCS 1234)"),
        entry("Proceedings of ISATA97, Dedicated Conference on Robotics"),
        entry("Symposium on Nets (Extended Abstracts)"),
        "@incollection{k, booktitle = {Handbook of Natural Language Processing (NLP)}}",
        entry("Symposium on Nets", ", series = {NETS '16}"),
    ],
)
def test_a_name(check: Check, text: str) -> None:
    assert not check("acronym-in-venue", text)
