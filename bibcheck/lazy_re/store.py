"""Compiled patterns, kept from run to run (bibcheck.lazy_re.kept).

What is kept is what `re` hands to the regular expression engine: for each pattern its code, a list of numbers. The engine
checks it once more before it takes it. Whatever does not fit, the patterns are compiled as ever.
"""

from __future__ import annotations

import re
from functools import cache

from bibcheck.lazy_re.kept import read_kept, write_kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Codes = dict[tuple[str, int], tuple[Any, ...]]

_KIND = "patterns"
_MOST_PATTERNS = 2000


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for a pattern of the package; quickly, where it was compiled in an earlier run."""
    flags = int(flags)
    codes = _stored()
    found = codes.get((source, flags))
    if found is not None:
        try:
            return _restore(source, *found)
        except (TypeError, ValueError, OverflowError, RuntimeError):  # the engine does not take the code
            codes.clear()
    try:
        new = _new()[source, flags] = _compile(source, flags)
        return _restore(source, *new)
    except (ImportError, AttributeError, TypeError, RuntimeError):  # an interpreter whose `re` is made otherwise
        _new().clear()
        return re.compile(source, flags)


def save() -> None:
    """Keep what was compiled in this run for the next ones."""
    new = _new()
    if new:
        codes = {**_stored(), **new}
        write_kept(_KIND, codes if len(codes) <= _MOST_PATTERNS else new)


@cache
def _stored() -> Codes:
    """The codes of earlier runs."""
    return read_kept(_KIND)


@cache
def _new() -> Codes:
    """The codes of this run."""
    return {}


def _compile(source: str, flags: int) -> tuple[Any, ...]:
    """The arguments of the engine for a pattern, as re._compiler.compile makes them."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    code = _compiler._code(parsed, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return int(flags | state.flags), array("I", code).tobytes(), state.groups - 1, state.groupdict, tuple(names)


def _restore(source: str, flags: int, code: bytes, *groups: Any) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    made: re.Pattern[str] = _sre.compile(source, flags, memoryview(code).cast("I").tolist(), *groups)
    return made
