"""Many findings in little memory: sorted runs of them, packed, and merged when they are asked for.

A finding is some twenty objects, half a kilobyte. A file of a million entries has millions of them, which are looked at one
by one: all that has to be there at a time are the few that are compared with each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter

from bibcheck.records import NamedTuple
from bibcheck.rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, overload

_MOST_LOOSE = 20_000  # findings that are kept as they are
_BLOCK = 250  # findings that are packed and unpacked together
_ORDER = attrgetter("path", "span", "rule", "message")


class _Run(NamedTuple):
    """Sorted findings: how many, where the first one belongs, and all of them in packed blocks."""

    size: int
    first: tuple[Any, ...]
    blocks: tuple[bytes, ...]

    def unpack(self) -> Iterator[Finding]:
        """The findings, block by block."""
        from pickle import loads
        from zlib import decompress

        for block in self.blocks:
            yield from loads(decompress(block))


def _merge(runs: Sequence[tuple[tuple[Any, ...], Iterable[Finding]]]) -> Iterator[Finding]:
    """The findings of sorted runs, each given behind where its first finding belongs.

    A run is not opened before its turn comes: most are of parts of a file, one behind the other.
    """
    from heapq import heapify, heappop, heapreplace

    waiting: list[Any] = [(first, number, None, run) for number, (first, run) in enumerate(runs)]
    heapify(waiting)
    while waiting:
        _, number, finding, rest = waiting[0]
        if finding is None:
            rest = iter(rest)
            finding = next(rest)
        yield finding
        following = next(rest, None)
        if following is None:
            heappop(waiting)
        else:
            heapreplace(waiting, (_ORDER(following), number, following, rest))


class Findings(Sequence[Finding]):
    """Findings by path and place. Packed ones are unpacked again for each use."""

    __slots__ = ("_loose", "_runs")

    def __init__(self) -> None:
        self._runs: list[_Run] = []
        self._loose: list[Finding] = []

    def append(self, finding: Finding) -> None:
        """Add a finding."""
        self._loose.append(finding)
        if len(self._loose) > _MOST_LOOSE:
            self.pack()

    def extend(self, findings: Iterable[Finding]) -> None:
        """Add findings. What is packed of another of these collections stays so."""
        if isinstance(findings, Findings):
            self._runs += findings._runs
            findings = findings._loose
        coming = iter(findings)
        while some := list(islice(coming, _MOST_LOOSE)):
            self._loose += some
            if len(self._loose) > _MOST_LOOSE:
                self.pack()

    def pack(self) -> None:
        """Pack what is not packed yet."""
        from pickle import HIGHEST_PROTOCOL, dumps
        from zlib import compress

        if self._loose:
            self._loose.sort(key=_ORDER)
            starts = range(0, len(self._loose), _BLOCK)
            blocks = (dumps(self._loose[start : start + _BLOCK], HIGHEST_PROTOCOL) for start in starts)
            packed = tuple(compress(block, 1) for block in blocks)
            self._runs.append(_Run(len(self._loose), _ORDER(self._loose[0]), packed))
            self._loose = []

    def simplest(self) -> Sequence[Finding]:
        """A sorted list of these findings where they are few, or else these."""
        return self if self._runs else sorted(self._loose, key=_ORDER)

    def __len__(self) -> int:
        return sum(run.size for run in self._runs) + len(self._loose)

    def __iter__(self) -> Iterator[Finding]:
        loose = sorted(self._loose, key=_ORDER)
        runs: list[tuple[tuple[Any, ...], Iterable[Finding]]] = [(run.first, run.unpack()) for run in self._runs]
        return _merge([*runs, (_ORDER(loose[0]), loose)] if loose else runs)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, number: int) -> Finding: ...
        @overload
        def __getitem__(self, number: slice) -> list[Finding]: ...

    def __getitem__(self, number: int | slice) -> Finding | list[Finding]:
        if isinstance(number, slice):
            return list(self)[number]
        place = number + len(self) if number < 0 else number
        for finding in islice(self, max(place, 0), None) if place >= 0 else ():
            return finding
        raise IndexError(number)


def in_order(*groups: Iterable[Finding]) -> Sequence[Finding]:
    """Findings together, by path and place: a list where they are few."""
    together = Findings()
    for group in groups:
        together.extend(group)
    return together.simplest()
