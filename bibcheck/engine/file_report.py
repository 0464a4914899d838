"""What one file gives: plain data without tree and text, which can be pickled, cached and made in another process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Tentative, Vote
from bibcheck.syntax.suppression import Suppression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.bibliography.keys import EntryKey
    from bibcheck.engine.outline import Outline


class EntryPlace(NamedTuple):
    """Where an entry lies: its cite key and the character offsets of its block, half open."""

    key: str
    start: int
    end: int


class FileReport(NamedTuple):
    """What the rules of a plan find in one file and note of it."""

    path: str
    entries: tuple[EntryPlace, ...]  # references, in file order
    findings: Sequence[Finding]  # of this file alone; what suppressions silence is among them
    facts: Mapping[str, tuple[Fact, ...]]  # by rule
    votes: Mapping[str, tuple[Vote, ...]]  # by rule
    suppressions: tuple[Suppression, ...]
    crashed: bool  # whether a rule raised
    keys: tuple[EntryKey, ...] = ()  # where documents cite
    tentative: tuple[Tentative, ...] = ()
    outlines: Mapping[str, Outline] = {}  # by rule: facts of a large file that are not in `facts`
