"""Lines of a document."""

from __future__ import annotations

_LONGEST = 4_000  # characters; a longer line is taken to begin so far before a place


def line_start(text: str, position: int) -> int:
    """Where the line begins in which a place is."""
    near = max(0, position - _LONGEST)
    return max(near, text.rfind("\n", near, position) + 1, text.rfind("\r", near, position) + 1)
