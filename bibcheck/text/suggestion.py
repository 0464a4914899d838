"""Did you mean: the known name that is closest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

_MOST_HINTS = 50  # words: who has more of them has not mistyped them
_FEW = 500  # known names, each of which may be compared with each word
_START = 2  # letters that a word and what is meant have in common, where more names are known
_MOST_NEAR = 2000  # names that begin so


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean `x`?``, to follow a message about `word`; empty where nothing known is close."""
    return _hint(_closest(word, known))


def _closest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # 9 ms that only a mistake costs

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.7)), "")


def _hint(meant: str) -> str:
    return f"; did you mean `{meant}`?" if meant else ""


def meant_or_all(word: str, known: Iterable[str]) -> str:
    """As did_you_mean; and where nothing is close, all that is known."""
    known = list(known)
    return did_you_mean(word, known) or f"; there are {', '.join(f'`{name}`' for name in known)}"


class Suggestions:
    """What may be meant by words that are not known, in bounded time however many there are of both."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(dict.fromkeys(known))
        self._found: dict[str, str] = {}

    @cached_property
    def _by_start(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for name in self._known:
            groups.setdefault(name[:_START].lower(), []).append(name)
        return groups

    def hint(self, word: str) -> str:
        """As did_you_mean; and empty for what comes after many other words."""
        return _hint(self.meant(word))

    def meant(self, word: str) -> str:
        """The name that is meant; empty where none is close, and for what comes after many other words."""
        if word not in self._found and len(self._found) < _MOST_HINTS:
            near = self._known if len(self._known) <= _FEW else self._by_start.get(word[:_START].lower(), ())
            self._found[word] = _closest(word, near) if len(near) <= _MOST_NEAR else ""
        return self._found.get(word, "")
