"""Facts or votes with one key together, and large groups of facts in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from bibcheck.rule import Fact, Finding, Rule, Vote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    _Said = TypeVar("_Said", Fact, Vote)

by_place = attrgetter("path", "span")


def group_by_key(said: Iterable[_Said]) -> Iterable[list[_Said]]:
    """Facts or votes with equal keys together."""
    groups: dict[str, list[_Said]] = {}
    for one in said:
        group = groups.get(one.key)
        if group is None:
            groups[one.key] = [one]
        else:
            group.append(one)
    return groups.values()


def is_contested(rule: Rule, facts: Sequence[Fact]) -> bool:
    """Whether a rule judges a group of facts with one key."""
    if len(facts) < rule.smallest_group:
        return False
    return not rule.differing_forms or any(fact.form != facts[0].form for fact in facts)


def in_pieces(rule: Rule, facts: Iterable[Fact]) -> Iterator[tuple[Fact | None, list[Fact]]]:
    """What a rule judges at a time: groups, and of larger ones than it sees at once pieces, in order of their places.

    With each piece but the first of a group comes the first fact of the group. No more than a piece of each group is held at
    a time; so the facts of large groups are to come in order.
    """
    groups: dict[str, list[Fact]] = {}
    firsts: dict[str, Fact] = {}
    most = rule.largest_group
    for fact in facts:
        group = groups.get(fact.key)
        if group is None:
            groups[fact.key] = [fact]
            continue
        group.append(fact)
        if most and len(group) % most == 0 and (fact.key in firsts or is_contested(rule, group)):
            yield from _cut(group, most, firsts)
            groups[fact.key] = []
    for key, group in groups.items():
        if group and (key in firsts or is_contested(rule, group)):
            yield from _cut(group, most, firsts)


def _cut(group: list[Fact], most: int, firsts: dict[str, Fact]) -> Iterator[tuple[Fact | None, list[Fact]]]:
    group.sort(key=by_place)
    key = group[0].key
    for start in range(0, len(group), most or len(group)):
        yield firsts.get(key), group[start : start + most] if most else group
        firsts.setdefault(key, group[0])


def judge_piece(rule: Rule, first: Fact | None, facts: Sequence[Fact]) -> Iterator[Finding]:
    """What a rule finds in a group; in a later piece of one whose first fact is `first`, of which nothing is said again."""
    for finding in rule.judge([first, *facts] if first else facts):
        if not first or (finding.path, finding.span) != (first.path, first.span):
            yield finding
