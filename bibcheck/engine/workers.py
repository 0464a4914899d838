"""Checks files in several processes, where there is enough text to pay for them.

Workers are forked, so that they have the rules and the texts without a copy. Where a system cannot fork, all is done in the
process at hand.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.engine.check_file import Check
from bibcheck.engine.file_report import FileReport
from bibcheck.engine.notes import Notes
from bibcheck.engine.plan import Plan
from bibcheck.records import NamedTuple
from bibcheck.settings.errors import reason
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from bibcheck.engine.kept_parts import KeptParts

_LEAST_TEXT = 1_500_000  # characters: below, starting workers takes longer than they save


class DeadWorkerError(Exception):
    """A worker process ended, or failed, before it had checked the file at `path`."""

    def __init__(self, path: str, why: str = "a worker process died") -> None:
        super().__init__(f"{path}: not checked: {why}")
        self.path = path


class _Task(NamedTuple):
    """A file to check, or one of its parts with every `step`-th rule from the rule at `first` on: see engine.Check."""

    number: int  # of the source
    part: int | None = None
    first: int = 0
    step: int = 1


def worker_count(jobs: int | None, characters: int) -> int:
    """How many processes are to look at so much text: as asked for, or as pays; 1 means the process at hand."""
    if not hasattr(os, "fork") or not characters:
        return 1
    if jobs is not None:
        return jobs
    if characters < _LEAST_TEXT:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check_in_workers(
    sources: Sequence[Source],
    plan: Plan,
    count: int,
    checks: Mapping[str, Check] = {},
    kept: Callable[[Source], KeptParts | None] = lambda source: None,
    looked: Callable[[Bibliography], None] = lambda part: None,
) -> Iterator[FileReport | DeadWorkerError]:
    """The reports of files in the order of the sources, made by so many processes; an error for a file that was lost.

    The files of which there are `checks`, by their paths, are dealt out in parts; of others `kept` says where to find what
    was said of their parts. Where a worker dies, what was not checked by then is checked again, file after file, so that only
    the file is lost that it died of. No worker is left behind, however this ends. `looked` is told of each part that is done.
    """
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children

    others = set(active_children())  # of a program that bibcheck is part of
    work = _Work(sources, plan, checks, kept)
    pool = _start_pool(work, count)
    single = _SingleWorker(work)
    try:
        in_order = [checks.get(source.path) for source in sources]
        parts = [
            [(task, pool.submit(_do, task)) for task in _tasks(number, check, count)]
            for number, check in enumerate(in_order)
        ]
        for number, (check, tasks) in enumerate(zip(in_order, parts, strict=True)):
            try:
                yield _join(check, tasks, looked)
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


def _start_pool(work: _Work, count: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor  # 39 ms that only large runs pay
    from multiprocessing import get_context

    return ProcessPoolExecutor(count, get_context("fork"), _start_worker, (work,))


class _SingleWorker:
    """Checks one file at a time, in a process that is started anew when it dies."""

    def __init__(self, work: _Work) -> None:
        self.work = work
        self.pool: ProcessPoolExecutor | None = None

    def check(self, number: int) -> FileReport | DeadWorkerError:
        from concurrent.futures.process import BrokenProcessPool

        path = self.work.sources[number].path
        self.pool = self.pool or _start_pool(self.work, 1)
        try:
            task = _Task(number)
            return _join(None, [(task, self.pool.submit(_do, task))], lambda part: None)
        except BrokenProcessPool:
            self.stop()
            return DeadWorkerError(path)
        except Exception as error:
            return DeadWorkerError(path, reason(error))

    def stop(self) -> None:
        if self.pool:
            self.pool.shutdown(wait=False, cancel_futures=True)
        self.pool = None


class _Work:
    """What there is to do, in the process that deals it out and, as it was when they started, in the workers."""

    def __init__(
        self,
        sources: Sequence[Source],
        plan: Plan,
        checks: Mapping[str, Check],
        kept: Callable[[Source], KeptParts | None],
    ) -> None:
        self.sources = sources
        self.plan = plan
        self.checks = checks
        self.kept = kept

    def do(self, task: _Task) -> FileReport | Notes:
        """The report of a file, or what rules say of a part of it."""
        source = self.sources[task.number]
        check = self.checks.get(source.path)
        if check and task.part is not None:
            check.notes = Notes.empty()
            check.look_at(task.part, self.plan.rules[task.first :: task.step])
            return check.notes
        bib = check.bib if check else self.plan.read(source)
        return Check(bib, self.plan, in_outline=True, kept=self.kept(source)).run(lambda part: None)


def _tasks(number: int, check: Check | None, count: int) -> list[_Task]:
    if check is None:
        return [_Task(number)]
    # Those that take long first, so that all workers end at about one time.
    shares = [_Task(number, -1, first, count) for first in range(count)] if -1 in check.left else []
    return [*shares, *(_Task(number, part) for part in check.left if part >= 0)]


def _join(
    check: Check | None,
    tasks: Sequence[tuple[_Task, Future[FileReport | Notes]]],
    looked: Callable[[Bibliography], None],
) -> FileReport:
    """The report of a file from what was said of it whole and of its parts."""
    for task, future in tasks:
        said = future.result()
        if isinstance(said, FileReport):
            return said
        assert check and task.part is not None
        check.notes.extend(said)
        if task.part >= 0:
            looked(check.parts[task.part])
    assert check
    return check.report()


_work: list[_Work] = []  # of a worker process, which has no other


def _start_worker(work: _Work) -> None:
    import gc
    import signal
    from threading import Thread

    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one ends it
    Thread(target=_leave_with_parent, daemon=True).start()
    _work.append(work)


def _leave_with_parent() -> None:
    """End this process when the one that started it is gone: killed, it could not say so."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _do(task: _Task) -> FileReport | Notes:
    return _work[0].do(task)
