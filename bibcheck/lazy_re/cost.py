"""What a regular expression of the settings can cost: those that may never end are refused, others are kept from long texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from itertools import combinations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_STEPS = 100_000_000  # about a second
_LONG = 16  # a repetition of up to so many is as good as none
_MOST_CHOICES = 16  # each may double the time

Chars = frozenset[int]
_NONE: Chars = frozenset()
# Stands for all characters: ASCII, and one of each kind beside it (a letter, a digit, a blank, a dash).
_SAMPLE = frozenset((*range(128), 0xE9, 0x0660, 0xA0, 0x2014))
_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdecimal,
    "SPACE": str.isspace,
    "WORD": lambda letter: letter.isalnum() or letter == "_",
}
_SINGLE = {"LITERAL", "NOT_LITERAL", "IN", "ANY"}


class EndlessError(Exception):
    """The time that a pattern takes may double with each character."""


def longest_text(pattern: str) -> int:
    """The length of the texts in which a pattern is found within about a second, whatever they hold.

    The pattern must compile. Raises EndlessError.
    """
    parsed = import_module("re._parser").parse(pattern)
    reader = _Reader(bool(re.search(r"\(\?[a-zA-Z]*i", pattern)), _literals(parsed))
    items = list(parsed)
    repetitions = reader.cost(items, _NONE, looped=False)
    if reader.choices > _MOST_CHOICES:
        raise EndlessError
    is_anchored = bool(items) and _name(items[0]) == "AT" and str(items[0][1]).startswith("AT_BEGINNING")
    degree = max(repetitions, reader.has_repetition) + (not is_anchored)
    return int(_STEPS ** (1 / max(degree, 1)))


def _name(item: Any) -> str:
    return str(item[0])


def _pair(item: Any) -> tuple[str, Any]:
    return _name(item), item[1]


def _literals(items: Any) -> Chars:
    """The characters that a pattern names."""
    found: set[int] = set()
    waiting = list(items)
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple) and len(part) == 2 and str(part[0]) in ("LITERAL", "NOT_LITERAL"):
            found.add(part[1])
        elif isinstance(part, tuple) and len(part) == 2 and str(part[0]) == "RANGE":
            found.update(part[1])
        elif isinstance(part, list | tuple) or type(part).__name__ == "SubPattern":
            waiting += list(part)
    return frozenset(found)


class _Reader:
    """Reads a parsed pattern from its end: of each repetition it must be known what may follow it."""

    def __init__(self, ignores_case: bool, literals: Chars) -> None:
        self.ignores_case = ignores_case
        self.all = _SAMPLE | {code for each in literals for code in _both_cases(each)}
        self.choices = 0
        self.has_repetition = False

    def cost(self, items: Any, follow: Chars, *, looped: bool) -> int:
        """How many repetitions, one after the other, may each end at any place. `follow` may come after the items.

        Inside of what is repeated there must be none: raises EndlessError.
        """
        total = 0
        for item in reversed(list(items)):
            total += self._cost_of(item, follow, looped=looped)
            chars, is_optional = self._first_of(item)
            follow = chars | follow if is_optional else chars
        return total

    def _cost_of(self, item: Any, follow: Chars, *, looped: bool) -> int:
        name, what = _name(item), item[1]
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            least, most, body = what
            return self._cost_of_repetition(least, most, body, follow, looped=looped)
        if name == "SUBPATTERN":
            return self.cost(what[-1], follow, looped=looped)
        if name == "BRANCH":
            return self._cost_of_branches(what[1], follow, looped=looped)
        if name == "GROUPREF_EXISTS":
            return self._cost_of_branches([what[1], what[2] or []], follow, looped=looped)
        # What is never entered again has nothing to do with what follows.
        if name == "ATOMIC_GROUP":
            return self.cost(what, _NONE, looped=False)
        if name == "POSSESSIVE_REPEAT":
            self.has_repetition |= what[1] > _LONG
            return self.cost(what[2], _NONE, looped=False)
        if name in ("ASSERT", "ASSERT_NOT"):
            return self.cost(what[1], _NONE, looped=False) + looped
        return 0

    def _cost_of_repetition(self, least: int, most: int, body: Any, follow: Chars, *, looped: bool) -> int:
        chars, _ = self._first(body)
        is_ambiguous = least != most and bool(chars & follow)
        if is_ambiguous and looped:
            raise EndlessError
        inside = self.cost(body, chars | follow if most > 1 else follow, looped=looped or most > 1)
        self.has_repetition |= most > _LONG
        if is_ambiguous and most <= _LONG:
            self.choices += 1
        return inside + (is_ambiguous and most > _LONG)

    def _cost_of_branches(self, branches: Any, follow: Chars, *, looped: bool) -> int:
        firsts = [chars | follow if is_optional else chars for chars, is_optional in map(self._first, branches)]
        alike: set[int] = set()
        for one, other in combinations(range(len(branches)), 2):
            if not firsts[one].isdisjoint(firsts[other]) and self._may_be_alike(branches[one], branches[other], follow):
                if looped:
                    raise EndlessError
                alike |= {one, other}
        self.choices += len(alike).bit_length()
        return max(self.cost(branch, follow, looped=looped) for branch in branches)

    def _may_be_alike(self, one: Any, other: Any, follow: Chars) -> bool:
        """Whether one text may be taken by either of two branches: no character of both tells them apart."""
        for this, that in zip(one, other, strict=False):
            if _name(this) not in _SINGLE or _name(that) not in _SINGLE:
                break
            if this != that and not self._one(*_pair(this)) & self._one(*_pair(that)):
                return False
        else:
            return True
        chars, is_optional = self._first(one)
        others, are_optional = self._first(other)
        chars = chars | follow if is_optional else chars
        return bool(chars & (others | follow if are_optional else others))

    def _first(self, items: Any) -> tuple[Chars, bool]:
        """The characters with which items may begin, and whether they may be empty."""
        found = _NONE
        for item in items:
            chars, is_optional = self._first_of(item)
            found |= chars
            if not is_optional:
                return found, False
        return found, True

    def _first_of(self, item: Any) -> tuple[Chars, bool]:
        name, what = _name(item), item[1]
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            chars, is_optional = self._first(what[2])
            return chars, is_optional or what[0] == 0
        if name in ("SUBPATTERN", "ATOMIC_GROUP"):
            return self._first(what[-1] if name == "SUBPATTERN" else what)
        if name in ("BRANCH", "GROUPREF_EXISTS"):
            firsts = [self._first(branch or []) for branch in (what[1] if name == "BRANCH" else what[1:])]
            return _NONE.union(*(chars for chars, _ in firsts)), any(is_optional for _, is_optional in firsts)
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            return _NONE, True
        if name == "GROUPREF":
            return self.all, True
        return self._one(name, what), False

    def _one(self, name: str, what: Any) -> Chars:
        """The characters that one character of a pattern stands for."""
        if name == "LITERAL":
            return self._cased({what})
        if name == "RANGE":
            return self._cased({code for code in self.all if what[0] <= code <= what[1]})
        if name == "NOT_LITERAL":
            return self.all - self._cased({what})
        if name == "CATEGORY":
            kind = str(what).removeprefix("CATEGORY_")
            chars = frozenset(code for code in self.all if _CATEGORIES[kind.removeprefix("NOT_")](chr(code)))
            return self.all - chars if kind.startswith("NOT_") else chars
        if name == "IN":
            parts = [self._one(_name(part), part[1]) for part in what if _name(part) != "NEGATE"]
            chars = _NONE.union(*parts)
            return self.all - chars if _name(what[0]) == "NEGATE" else chars
        return self.all

    def _cased(self, codes: set[int]) -> Chars:
        return frozenset(other for code in codes for other in (_both_cases(code) if self.ignores_case else (code,)))


def _both_cases(code: int) -> tuple[int, ...]:
    letter = chr(code)
    return tuple({code, *(ord(other) for other in (letter.lower(), letter.upper()) if len(other) == 1)})
