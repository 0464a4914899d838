"""Files checked in several processes."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.cli import main
from bibcheck.engine.plan import Plan
from bibcheck.engine.workers import DeadWorkerError, check_in_workers, worker_count
from bibcheck.rule import Finding, Rule
from bibcheck.source import Source

SEED = (Path(__file__).resolve().parents[1] / "data/seed/references.bib").read_text(encoding="utf-8")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked")


class DeadlyRule(Rule):
    """A rule that ends the process."""

    def check(self, bib: Bibliography) -> Iterable[Finding]:
        if "deadly" in bib.text:
            os._exit(9)
        return [self.finding(entry, "seen") for entry in bib.entries]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number in range(5):
        text = SEED.replace("USENIX Association", "USENIX") if number == 2 else SEED
        (tmp_path / f"{number}.bib").write_text(text, encoding="utf-8")
    (tmp_path / "large.bib").write_text(SEED * 90, encoding="utf-8")
    (tmp_path / "bibcheck.toml").write_text('include = ["*.bib"]\nselect = ["all"]', encoding="utf-8")
    return tmp_path


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
def test_the_findings_are_the_same_whatever_the_number(capsys: pytest.CaptureFixture[str]) -> None:
    reports = []
    for jobs in ("1", "2", "3"):
        assert main(["check", "--output-format", "json", "--jobs", jobs]) == 1
        reports.append(capsys.readouterr().out)
    assert reports[0] == reports[1] == reports[2]
    found = json.loads(reports[0])
    assert found["files"] == 6
    assert {"inconsistent-publisher", "duplicate-key", "hyphen-in-range"} <= {one["rule"] for one in found["findings"]}


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_a_number_that_is_none(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--jobs", number]) == 2
    assert "--jobs" in capsys.readouterr().err


def test_a_worker_that_dies_is_told_and_the_other_findings_stand() -> None:
    sources = [Source("a.bib", "@misc{a}"), Source("b.bib", "@misc{deadly}")]
    first, second = check_in_workers(sources, Plan([DeadlyRule()]), 1)
    assert isinstance(second, DeadWorkerError)
    assert str(second) == "b.bib: not checked: a worker process died"
    assert not isinstance(first, DeadWorkerError)
    assert [finding.message for finding in first.findings] == ["seen"]


@pytest.mark.parametrize(
    ("jobs", "size", "several"), [(None, 1000, False), (None, 2_000_000, True), (1, 2_000_000, False), (2, 10, True)]
)
def test_workers_are_started_where_they_pay(jobs: int | None, size: int, several: bool) -> None:
    count = worker_count(jobs, [Source("a.bib", " " * size)])
    assert (count > 1) is (several and (jobs is not None or len(os.sched_getaffinity(0)) > 1))
