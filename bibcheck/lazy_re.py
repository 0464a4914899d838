"""Regular expressions that are compiled when they are first used.

A run over a clean file uses few of the several hundred patterns of all rules, and compiling them all would cost it more
than everything else.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "pattern", "search", "split", "sub", "subn")


class _LazyPattern:
    """Stands for a compiled pattern. Its methods are those of the pattern itself from the first use on."""

    __slots__ = ("_flags", "_source", *_METHODS)

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Called only while the slot of that name is empty.
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled at its first use. Raises re.error then, and not before."""
    return cast("re.Pattern[str]", _LazyPattern(source, flags))
