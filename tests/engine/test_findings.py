"""Findings in packed runs: the same as a sorted list, in less memory."""

from __future__ import annotations

import pickle
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.engine import findings as module
from bibcheck.engine.findings import Findings, in_order
from bibcheck.engine.linter import Linter
from bibcheck.reports import FORMATS
from bibcheck.rule import Finding, Fix, Level, Related
from bibcheck.rules import load_rule
from bibcheck.source import Edit, Source, Span

ENTRY = (
    "@article{k%d, author = {Smith, J and Ada Doe}, title = {On The Shape of DNA}, pages = {%d-%d}, year = {200%d}}\n"
)


def made(count: int, seed: int = 1) -> list[Finding]:
    dice = random.Random(seed)
    return [
        Finding(
            dice.choice(("missing-doi", "hyphen-in-range")),
            "pages",
            Level.WARNING,
            dice.choice(("a.bib", "b.bib")),
            Span(start := dice.randrange(1000), start + 3),
            f"message {number}",
            "key",
            "pages",
            Fix.SAFE,
            (Edit(Span(start, start + 1), "–\udce9"),),
            (Related("b.bib", Span(1, 2), "as here"),),
        )
        for number in range(count)
    ]


def ordered(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda each: (each.path, each.span, each.rule, each.message))


@pytest.mark.parametrize(("count", "packed_after"), [(0, 0), (1, 1), (249, 100), (250, 250), (251, 250), (1200, 300)])
def test_what_is_packed_comes_back_in_order(count: int, packed_after: int) -> None:
    findings = made(count)
    together = Findings()
    for number, finding in enumerate(findings, 1):
        together.append(finding)
        if packed_after and number % packed_after == 0:
            together.pack()
    assert list(together) == ordered(findings)
    assert list(together) == ordered(findings)  # any number of times
    assert len(together) == count
    assert list(pickle.loads(pickle.dumps(together))) == ordered(findings)


def test_what_is_packed_of_others_stays_packed() -> None:
    first, second = Findings(), Findings()
    first.extend(made(10, 1))
    first.pack()
    first.extend(made(10, 2))
    second.extend(made(10, 3))
    second.extend(first)
    assert list(second) == ordered([*made(10, 1), *made(10, 2), *made(10, 3)])
    assert list(first) == ordered([*made(10, 1), *made(10, 2)])


def test_single_ones() -> None:
    findings = Findings()
    findings.extend(made(300))
    findings.pack()
    expected = ordered(made(300))
    assert (findings[0], findings[299], findings[-1], findings[-300]) == (
        expected[0],
        expected[299],
        expected[-1],
        expected[0],
    )
    assert findings[10:20] == expected[10:20]
    for number in (300, -301):
        with pytest.raises(IndexError):
            findings[number]


def test_few_are_a_list_and_many_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert in_order(made(3, 1), made(3, 2)) == ordered([*made(3, 1), *made(3, 2)])
    monkeypatch.setattr(module, "_MOST_LOOSE", 4)
    assert isinstance(in_order(made(3, 1), made(3, 2)), Findings)
    assert list(in_order(made(3, 1), made(3, 2))) == ordered([*made(3, 1), *made(3, 2)])


def test_a_run_finds_the_same_packed_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = "".join(ENTRY % (n, n + 1, n + 9, n % 10) for n in range(60))
    source = Source("a.bib", f"% bibcheck: ignore unprotected-capitals\n{entries}")

    def check() -> Sequence[Finding]:
        linter = Linter([load_rule(name)() for name in ("hyphen-in-range", "mixed-initials", "unprotected-capitals")])
        linter.add(source)
        return linter.finish().findings

    expected = check()
    assert len(expected) >= 59
    monkeypatch.setattr(module, "_MOST_LOOSE", 5)
    found = check()
    assert isinstance(found, Findings)
    assert list(found) == expected


@pytest.mark.parametrize("format", FORMATS)
def test_reports_say_the_same_of_packed_ones(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.bib").write_text("".join(ENTRY % (n, n + 1, n + 9, n % 10) for n in range(20)), encoding="utf-8")

    def check() -> tuple[int, str]:
        status = main(["check", "--isolated", "--no-cache", "--output-format", format, "a.bib"])
        return status, re.sub(r' timestamp="[^"]*"', "", capsys.readouterr().out)  # of JUnit: when it was written

    expected = check()
    assert expected[0] == 1
    monkeypatch.setattr(module, "_MOST_LOOSE", 5)
    assert check() == expected


def test_findings_that_come_one_by_one_are_packed_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_LOOSE", 20)
    together = Findings()
    loose = []

    def come() -> Iterator[Finding]:
        for finding in made(200):
            yield finding
            loose.append(len(together._loose))

    together.extend(come())
    assert max(loose) <= 40
    assert list(together) == ordered(made(200))
