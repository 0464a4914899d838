"""Makes rules of the tables in `custom`."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence

from bibcheck.lazy_re.cost import EndlessError, longest_text
from bibcheck.rule import Fix, Rule
from bibcheck.settings.custom_rules import AllowedRule, CustomRule, OrderRule, PatternRule, RequireRule, UniqueRule
from bibcheck.settings.errors import RuleError
from bibcheck.settings.table import CustomTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_KINDS: dict[str, type[CustomRule]] = {
    "pattern": PatternRule,
    "require": RequireRule,
    "allowed": AllowedRule,
    "unique": UniqueRule,
    "order": OrderRule,
}
_NEEDED = {"pattern": ("field", "message"), "allowed": ("field",), "unique": ("field",)}
_OPTIONAL = {
    "pattern": ("replace", "types"),
    "require": ("types",),
    "allowed": ("separator", "types"),
    "unique": ("types",),
}


def make_custom_rules(tables: Sequence[CustomTable]) -> list[type[Rule]]:
    """The rules of the tables in `custom`. Raises RuleError."""
    rules = [_make_rule(table, number) for number, table in enumerate(tables)]
    circle = _find_circle(tables)
    if circle:
        names = ", whose replacement holds that of ".join(f"`{tables[number].name}`" for number in circle[1:])
        message = f"fixing would not end: this replacement holds the pattern of {names}"
        raise RuleError(message, "custom", circle[0], "replace")
    return rules


def _find_circle(tables: Sequence[CustomTable]) -> list[int]:
    """The numbers of rules of which each undoes the one before, the first twice; empty where there are none."""
    follows = {
        number: [other for other, that in enumerate(tables) if other != number and _brings_back(table, that)]
        for number, table in enumerate(tables)
        if table.replace is not None
    }
    for start in follows:
        paths = [[start]]
        seen: set[int] = set()
        while paths:
            path = paths.pop(0)
            for other in follows.get(path[-1], ()):
                if other == start:
                    return [*path, start]
                if other not in seen:
                    seen.add(other)
                    paths.append([*path, other])
    return []


def _brings_back(table: CustomTable, other: CustomTable) -> bool:
    """Whether the replacement of one rule holds what another replaces, in a field of both. What groups bring is not seen."""
    if not other.pattern or other.replace is None or not set(table.field) & set(other.field):
        return False
    if table.types and other.types and not set(table.types) & set(other.types):
        return False
    text = re.sub(r"\\(?:g<[^>]*>|[0-9]+)", "", table.replace or "")
    return re.search(other.pattern, text) is not None


def _make_rule(table: CustomTable, number: int) -> type[Rule]:
    """The rule of a table, the one of that number in `custom`."""
    kind = _kind_of(table, number)
    attributes: dict[str, Any] = {
        "name": table.name,
        "category": "custom",
        "level": table.level,
        "fix": Fix.NONE if table.replace is None else Fix.SAFE,
        "_table": table,
        "__doc__": _page(table, kind),
    }
    if kind == "pattern":
        attributes |= _compile(table, number)
    return type("CustomRule", (_KINDS[kind],), attributes)


def _kind_of(table: CustomTable, number: int) -> str:
    """The key that says what the rule demands, once the others are seen to go with it."""
    kinds = [kind for kind in _KINDS if getattr(table, kind)]
    if not kinds:
        *others, last = (f"`{kind}`" for kind in _KINDS)
        raise RuleError(f"`custom` lacks {', '.join(others)} or {last}", "custom", number)
    kind = kinds[0]
    if len(kinds) > 1:
        raise RuleError(
            f"`{kinds[1]}` does not go with `{kind}`: make it a rule of its own", "custom", number, kinds[1]
        )
    for key in _NEEDED.get(kind, ()):
        if not getattr(table, key):
            raise RuleError(f"`custom` lacks `{key}`, which `{kind}` needs", "custom", number)
    for key in ("field", "replace", "separator", "types"):
        if getattr(table, key) and key not in (*_NEEDED.get(kind, ()), *_OPTIONAL.get(kind, ())):
            raise RuleError(f"`{key}` does not go with `{kind}`", "custom", number, key)
    return kind


def _compile(table: CustomTable, number: int) -> dict[str, Any]:
    """The pattern of a rule, once its replacement is seen to go with it, and the length of the texts it is for."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", FutureWarning)  # what will mean something else some day
            pattern = re.compile(table.pattern or "")
        longest = longest_text(pattern.pattern)
    except FutureWarning as warning:
        message = f"later versions of Python may read this pattern otherwise: {str(warning).lower()}"
        raise RuleError(f"{message}; write a backslash before that character", "custom", number, "pattern") from None
    except (re.error, OverflowError, RecursionError) as error:
        raise RuleError(f"this is no regular expression: {error}", "custom", number, "pattern") from None
    except EndlessError:
        message = "this pattern may never end: it repeats what can match in several ways; make the inner repetition possessive"
        raise RuleError(f"{message} (`*+`, `++`) or atomic (`(?>…)`)", "custom", number, "pattern") from None
    try:
        pattern.sub(table.replace or "", "")
    except (re.error, IndexError) as error:
        raise RuleError(f"this is no replacement for the pattern: {error}", "custom", number, "replace") from None
    return {"_pattern": pattern, "_longest_text": longest}


def _page(table: CustomTable, kind: str) -> str:
    """The manual page of a rule."""
    fields = ", ".join(table.field)
    what = {
        "pattern": f"`{table.pattern}` in {fields}",
        "require": f"entries have {', '.join(f'`{line}`' for line in table.require)}",
        "allowed": f"the values of {fields} are {', '.join(f'`{value}`' for value in table.allowed)}",
        "unique": f"no two entries share {fields}",
        "order": f"entries are sorted by {', '.join(table.order)}",
    }[kind]
    of_types = f", in {', '.join(f'@{type}' for type in table.types)}" if table.types else ""
    summary = table.message.removesuffix(".") or f"House rule: {what}"
    return f"{summary}.\n\nA house rule of this project: {what}{of_types}."
