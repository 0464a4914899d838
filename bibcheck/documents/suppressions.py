"""Comments in documents that silence findings: `% bibcheck: ignore rule -- why`, in the way each language writes comments."""

from __future__ import annotations

from re import Pattern

from bibcheck.documents.document import Notes
from bibcheck.documents.lines import line_start
from bibcheck.lazy_re import pattern
from bibcheck.source import Span
from bibcheck.syntax.edits import delete
from bibcheck.syntax.suppression import named_in

MARK = "bibcheck:"
_SAID = pattern(
    r"[%/\s]*+(?i:bibcheck:)[ \t]*+(?P<verb>[\w-]++)[ \t]*+(?P<names>(?:(?!--)[^\r\n])*+)(?:--(?P<why>[^\r\n]*+))?"
)
_LINE_BREAK = pattern(r"[\r\n]")
_EMPTY_LINE = pattern(r"(?:\r\n?+|\n)[ \t]*+(?:\r\n?+|\n|\Z)")
_BLANKS = pattern(r"\s*+")
_LONGEST = 4_000  # characters of a line or paragraph for which a comment speaks


def add_suppressions(notes: Notes, text: str, comment: Span, inside: Span) -> None:
    """Note what a comment silences; what it says stands `inside`.

    Behind text, it speaks of its line; on a line of its own, of the paragraph below.
    """
    said = _SAID.match(text, *inside)
    if said is None:
        return
    start = line_start(text, comment.start)
    before = text[start : comment.start]
    if before.strip():
        target = Span(start, _end(_LINE_BREAK, text, comment.end))
        removal = _behind_text(text, comment, before)
    else:
        blanks = _BLANKS.match(text, comment.end)
        target = Span(comment.end, _end(_EMPTY_LINE, text, blanks.end() if blanks else comment.end))
        removal = delete(text, comment).span
    notes.suppressions += named_in(said, target, removal)


def _end(breaks: Pattern[str], text: str, position: int) -> int:
    """Where what begins at a position is broken off."""
    limit = min(len(text), position + _LONGEST)
    match = breaks.search(text, position, limit)
    return match.start() if match else limit


def _behind_text(text: str, comment: Span, before: str) -> Span:
    """What to delete of a comment behind text. A `%` that joins two lines in TeX stays."""
    blanks = len(before) - len(before.rstrip())
    if not blanks and text[comment.start] == "%":
        return Span(comment.start + 1, comment.end)
    return Span(comment.start - blanks, comment.end)
