"""What a fix would write, in a few lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from bibcheck.reports.changes import Change, changed_lines, changes
from bibcheck.reports.terminal.width import cut, framed
from bibcheck.reports.visible import visible
from bibcheck.source import Edit, Source
from bibcheck.text.contrast import common_ends

_MOST_LINES = 3


def fix_lines(source: Source, edits: Sequence[Edit], columns: int) -> list[str]:
    """The first lines that the edits change, as they would read then; or what the edits take away."""
    removed = " ".join(source.text[slice(*edit.span)].strip(", \t\r\n") for edit in edits[:2])
    if not any(edit.text for edit in edits) and ("=" in removed or "\n" in removed):
        return [f"remove {cut(visible(' '.join(removed[: 4 * columns].split())), columns - 7)}"]
    first, *others = changes(source, edits)
    lines = _lines(first, columns) or ["an empty line"]
    lines[0] = lines[0].lstrip()
    if len(lines) > _MOST_LINES:
        lines[_MOST_LINES:] = ["…"]
    if others:
        lines.append(f"and so in {len(others)} more place{'s' * (len(others) > 1)}")
    return lines


def _lines(change: Change, columns: int) -> list[str]:
    """The lines that a change leaves behind, less the indentation that they share."""
    before, after = changed_lines(change)
    after = after[: _MOST_LINES + 1]
    indent = min((len(line) - len(line.lstrip()) for line in after if line.strip()), default=0)
    if len(before) == len(after) == 1:
        return [_focused(before[0][indent:], after[0][indent:], columns)]
    return [cut(visible(line[indent:].rstrip()), columns) for line in after if line.strip()]


def _focused(before: str, after: str, columns: int) -> str:
    """A line that was another before, cut so that what changed is in sight."""
    start, end = common_ends(before, after)
    middle = len(after) - end
    shown = after[max(start - columns, 0) : start], after[start:middle], after[middle:]
    left, changed, right = (visible(part[: columns + 1]) for part in shown)
    return visible("".join(framed(left, changed, right, columns)).strip())
