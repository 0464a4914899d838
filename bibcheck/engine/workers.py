"""Checks files in several processes, where there is enough text to pay for them.

Workers are forked, so that they have the rules and the texts without a copy. Where a system cannot fork, all is done in the
process at hand.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from bibcheck.engine.check_file import check_file
from bibcheck.engine.file_report import FileReport
from bibcheck.engine.plan import Plan
from bibcheck.records import NamedTuple
from bibcheck.settings.errors import reason
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_LEAST_TEXT = 1_500_000  # characters: below, starting workers takes longer than they save
_PART = (
    1_000_000  # characters from which a file is worth being checked by several workers, each with a part of the rules
)


class DeadWorkerError(Exception):
    """A worker process ended, or failed, before it had checked the file at `path`."""

    def __init__(self, path: str, why: str = "a worker process died") -> None:
        super().__init__(f"{path}: not checked: {why}")
        self.path = path


class _Task(NamedTuple):
    """A file to check with every `step`-th rule from the rule at `first` on."""

    number: int  # of the source
    first: int
    step: int


def worker_count(jobs: int | None, sources: Sequence[Source]) -> int:
    """How many processes are to check files: as asked for, or as pays; 1 means the process at hand."""
    if not hasattr(os, "fork") or not sources:
        return 1
    if jobs is not None:
        return jobs
    if sum(len(source.text) for source in sources) < _LEAST_TEXT:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check_in_workers(sources: Sequence[Source], plan: Plan, count: int) -> Iterator[FileReport | DeadWorkerError]:
    """The reports of files in the order of the sources, made by so many processes; an error for a file that was lost.

    Where a worker dies, what was not checked by then is checked again, file after file, so that only the file is lost that
    it died of. No worker is left behind, however this ends.
    """
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    others = set(active_children())  # of a program that bibcheck is part of
    pool = _start_pool(sources, plan, count)
    single = _SingleWorker(sources, plan)
    try:
        parts = [
            [pool.submit(_check_part, task) for task in _tasks(number, source, count)]
            for number, source in enumerate(sources)
        ]
        for number, futures in enumerate(parts):
            try:
                yield _join([future.result() for future in futures])
            except BrokenProcessPool:
                yield single.check(number)
            except Exception as error:  # what it raised, or a report that does not go through the pipe
                yield DeadWorkerError(sources[number].path, reason(error))
    except BaseException:
        for worker in set(active_children()) - others:
            worker.terminate()
        raise
    finally:
        single.stop()
        pool.shutdown(wait=False, cancel_futures=True)


def _start_pool(sources: Sequence[Source], plan: Plan, count: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor  # 39 ms that only large runs pay
    from multiprocessing import get_context

    return ProcessPoolExecutor(count, get_context("fork"), _start_worker, (sources, plan))


class _SingleWorker:
    """Checks one file at a time, in a process that is started anew when it dies."""

    def __init__(self, sources: Sequence[Source], plan: Plan) -> None:
        self.sources = sources
        self.plan = plan
        self.pool: ProcessPoolExecutor | None = None

    def check(self, number: int) -> FileReport | DeadWorkerError:
        from concurrent.futures.process import BrokenProcessPool

        self.pool = self.pool or _start_pool(self.sources, self.plan, 1)
        try:
            return self.pool.submit(_check_part, _Task(number, 0, 1)).result()
        except BrokenProcessPool:
            self.stop()
            return DeadWorkerError(self.sources[number].path)
        except Exception as error:
            return DeadWorkerError(self.sources[number].path, reason(error))

    def stop(self) -> None:
        if self.pool:
            self.pool.shutdown(wait=False, cancel_futures=True)
        self.pool = None


def _tasks(number: int, source: Source, count: int) -> list[_Task]:
    step = count if len(source.text) >= _PART else 1
    return [_Task(number, first, step) for first in range(step)]


def _join(parts: Sequence[FileReport]) -> FileReport:
    """The report of a file from those that parts of the rules made."""
    first = parts[0]
    return first._replace(
        findings=tuple(finding for part in parts for finding in part.findings),
        facts={rule: facts for part in parts for rule, facts in part.facts.items()},
        votes={rule: votes for part in parts for rule, votes in part.votes.items()},
        crashed=any(part.crashed for part in parts),
    )


_work: list[tuple[Sequence[Source], Plan]] = []  # of a worker process, which has no other


def _start_worker(sources: Sequence[Source], plan: Plan) -> None:
    import gc
    import signal
    from threading import Thread

    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    Thread(target=_leave_with_parent, daemon=True).start()
    _work.append((sources, plan))


def _leave_with_parent() -> None:
    """End this process when the one that started it is gone: killed, it could not say so."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _check_part(task: _Task) -> FileReport:
    sources, plan = _work[0]
    return check_file(sources[task.number], plan.with_rules(plan.rules[task.first :: task.step]))
