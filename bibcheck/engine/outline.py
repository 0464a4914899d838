"""Facts of large files in outline: what tells whether a fact has to be compared, and where it can be made again.

Nearly all facts are about things that stand in a project once, or always in one form. So of a large file's facts only numbers
are kept, and those that turn out to be contested are made a second time, from the few entries that they stand in.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from zlib import crc32

from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Rule

_MOST_MADE = 10_000  # facts that are made again at a time
_BUCKETS = 1_000_003  # a prime
_NUMBER = "I"  # of four bytes: two facts with one number need not have one key, which their group tells


class Outline(NamedTuple):
    """The facts of one rule in one file: for each a checksum of its key, one of its form, and the number of its block."""

    keys: array[int]
    forms: array[int]
    blocks: array[int]

    @classmethod
    def empty(cls) -> Outline:
        """No facts, to be added to."""
        return cls(array(_NUMBER), array(_NUMBER), array(_NUMBER))

    def add(self, fact: Fact, block: int) -> None:
        """Note a fact that stands in the block of that number."""
        self.keys.append(checksum(fact.key))
        self.forms.append(checksum(fact.form))
        self.blocks.append(block)

    def extend(self, other: Outline) -> None:
        """Note all that another outline of the file does."""
        for own, others in zip(self, other, strict=True):
            own.extend(others)

    def blocks_of(self, keys: set[int]) -> list[int]:
        """The numbers of the blocks with a fact of these keys, in file order."""
        return sorted({block for key, block in zip(self.keys, self.blocks, strict=True) if key in keys})


def can_be_outlined(rule: Rule) -> bool:
    """Whether the facts of a rule can be made from the entries that they stand in, and few of them are looked at."""
    return rule.smallest_group > 1 and not rule.whole_file


def contested(rule: Rule, outlines: Sequence[Outline], facts: Sequence[Fact]) -> set[int]:
    """The checksums of the keys whose group the rule judges, among outlines and facts that are compared."""
    forms: dict[int, int] = {}
    found: set[int] = set()
    is_repeated = _find_repeated(_numbers(outlines, facts))
    for key, form in _numbers(outlines, facts):
        if is_repeated[key % _BUCKETS]:
            if key not in forms:
                forms[key] = form
            elif not rule.differing_forms or forms[key] != form:
                found.add(key)
    return found


def _find_repeated(numbers: Iterable[tuple[int, int]]) -> bytearray:
    """For each remainder whether several keys have it: most keys stand alone, and need no place in a table."""
    seen, repeated = bytearray(_BUCKETS), bytearray(_BUCKETS)
    for key, _ in numbers:
        bucket = key % _BUCKETS
        if seen[bucket]:
            repeated[bucket] = 1
        seen[bucket] = 1
    return repeated


def in_lots(keys: Collection[int], outlines: Iterable[Outline]) -> Iterator[set[int]]:
    """Keys in lots with so few facts in the outlines that those of a lot can be in memory at a time, or of one key each."""
    counts = dict.fromkeys(keys, 0)
    for outline in outlines:
        for key in outline.keys:
            if key in counts:
                counts[key] += 1
    lot: set[int] = set()
    size = 0
    for key, count in counts.items():
        if lot and size + count > _MOST_MADE:
            yield lot
            lot, size = set(), 0
        lot.add(key)
        size += count
    if lot:
        yield lot


def group_by_checksum(facts: Iterable[Fact], keys: Collection[int]) -> dict[int, list[Fact]]:
    """The facts with these checksums of their keys, by checksum."""
    found: dict[int, list[Fact]] = {}
    for fact in facts:
        if (key := checksum(fact.key)) in keys:
            found.setdefault(key, []).append(fact)
    return found


def _numbers(outlines: Iterable[Outline], facts: Iterable[Fact]) -> Iterator[tuple[int, int]]:
    for outline in outlines:
        yield from zip(outline.keys, outline.forms, strict=True)
    for fact in facts:
        yield checksum(fact.key), checksum(fact.form)


def checksum(text: str) -> int:
    """A number of 32 bits that stands for a key or a form."""
    return crc32(text.encode("utf-8", "surrogatepass")) if text else 0
