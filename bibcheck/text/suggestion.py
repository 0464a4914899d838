"""Did you mean: the known name that is closest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean `x`?``, to follow a message about `word`; empty where nothing known is close."""
    from difflib import get_close_matches  # 9 ms that only a mistake costs

    found = get_close_matches(word, list(known), n=1, cutoff=0.7)
    return f"; did you mean `{found[0]}`?" if found else ""


def meant_or_all(word: str, known: Iterable[str]) -> str:
    """As did_you_mean; and where nothing is close, all that is known."""
    known = list(known)
    return did_you_mean(word, known) or f"; there are {', '.join(f'`{name}`' for name in known)}"
