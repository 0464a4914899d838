"""Files checked in several processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.cli import main
from bibcheck.engine.linter import Linter
from bibcheck.engine.plan import Plan
from bibcheck.engine.workers import DeadWorkerError, check_in_workers, worker_count
from bibcheck.rule import Finding, Rule
from bibcheck.source import Source

ROOT = Path(__file__).resolve().parents[2]
SEED = (ROOT / "tests/data/seed/references.bib").read_text(encoding="utf-8")
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
    count = worker_count(jobs, size)
    assert (count > 1) is (several and (jobs is not None or len(os.sched_getaffinity(0)) > 1))


def test_a_large_file_that_cannot_be_read_is_told_and_the_others_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Plan.read

    def fail(plan: Plan, source: Source) -> Bibliography:
        if source.path == "large.bib":
            raise OSError("too much")
        return read(plan, source)

    monkeypatch.setattr(Plan, "read", fail)
    linter = Linter([DeadlyRule()])
    linter.add_all([Source("large.bib", "@misc{a}\n" * 150_000), Source("small.bib", "@misc{a}")], jobs=2)
    report = linter.finish()
    assert linter.problems == ["large.bib: not checked: too much"]
    assert [(finding.path, finding.message) for finding in report.findings] == [("small.bib", "seen")]


class SlowRule(Rule):
    """A rule that takes its time."""

    def check(self, bib: Bibliography) -> Iterable[Finding]:
        time.sleep(60)
        return []


def test_of_many_files_only_the_deadly_ones_are_lost() -> None:
    sources = [Source(f"{n}.bib", "@misc{deadly}" if n in (3, 17) else "@misc{a}") for n in range(30)]
    reports = list(check_in_workers(sources, Plan([DeadlyRule()]), 2))
    lost = [report.path for report in reports if isinstance(report, DeadWorkerError)]
    assert lost == ["3.bib", "17.bib"]
    assert [report.path for report in reports] == [source.path for source in sources]
    assert all(report.findings for report in reports if not isinstance(report, DeadWorkerError))


PROGRAM = """
import sys
from bibcheck.engine.linter import Linter
from bibcheck.engine.plan import Plan
from bibcheck.engine.workers import check_in_workers
from bibcheck.source import Source
from tests.engine.test_workers import SlowRule
try:
    list(check_in_workers([Source(f"{n}.bib", "@misc{a}") for n in range(9)], Plan([SlowRule()]), 2))
except KeyboardInterrupt:
    sys.exit(130)
"""


def children(process: int) -> set[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return {int(line) for line in found.stdout.split()}


def is_running(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
@pytest.mark.parametrize("to_all", [True, False])
def test_no_worker_is_left_behind(sent: signal.Signals, to_all: bool) -> None:
    if to_all and sent is not signal.SIGINT:
        pytest.skip("a terminal sends the interrupt alone to all processes")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    deadline = time.monotonic() + 30
    while len(workers := children(run.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(workers) == 2
    time.sleep(0.3)
    if to_all:
        os.killpg(run.pid, sent)
    else:
        run.send_signal(sent)
    _, said = run.communicate(timeout=20)
    assert said == ""
    assert run.returncode == (130 if sent is signal.SIGINT else -sent)
    while any(map(is_running, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_running, workers))
