"""Lines of a document."""

from __future__ import annotations

# In a pattern, where a line begins and ends, whatever ends the lines: `^` and `$` know the line feed alone.
LINE_START = r"(?<![^\r\n])(?!(?<=\r)\n)"
LINE_END = r"(?![^\r\n])"
_LONGEST = 4_000  # characters; a longer line is taken to begin so far before a place
_LONGEST_NAME = 100  # characters


def line_start(text: str, position: int) -> int:
    """Where the line begins in which a place is."""
    near = max(0, position - _LONGEST)
    return max(near, text.rfind("\n", near, position) + 1, text.rfind("\r", near, position) + 1)


def on_one_line(name: str) -> str:
    """A name as a message has it: one that is not closed where it should be may be long, and have lines."""
    words = " ".join(name.split())
    return words if len(words) <= _LONGEST_NAME else words[:_LONGEST_NAME] + "…"
