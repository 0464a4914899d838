"""The commands of a file, and which of them its author meant: an `@` in prose or in an address begins none."""

from __future__ import annotations

import re
from bisect import bisect_right

from bibcheck.defects import commands_of
from bibcheck.lazy_re import pattern
from bibcheck.source import Span
from bibcheck.syntax.tree import Broken, Comment, Entry, Junk, Tree

SPACE = r"[ \t\r\n]*+"
NAME = r"""[^\x00-\x20\x7f"#%'(),={}0-9@][^\x00-\x20\x7f"#%'(),={}]*+"""

_HEAD = pattern(rf"@{SPACE}(?:{NAME})?+")
_ENTRY = pattern(r"@[A-Za-z]++[ \t]*+[{(][ \t]*+[^\s,{}=]++[ \t]*+[,=]")
_AT = pattern("@")
_COMMENTED = pattern(r"%[^%@\r\n]*+(@)")
_LINE = pattern(r"[^\r\n]*+")
_COMMENT_LINES = pattern(r"[^\r\n]*+(?:(?:\r\n?+|\n)[ \t]*+%[^\r\n]*+)*+")
_WORD_BEFORE = pattern(r"[\w.+/:-]")
_FIELD = rf"{NAME}[ \t]*+=[ \t]*+[{{\"0-9]"
_COMMAND_WORD = pattern(r"@(?:string|preamble|comment)\b", re.IGNORECASE)
_FIELD_IN_REST = pattern(rf"[@\r\n,][ \t]*+{_FIELD}")
_STRAY_FIELD = pattern(rf"[ \t]*+(?:,[ \t]*+)?+{_FIELD}")
_BRACE = pattern(r"[{}]")
_NEAR = 300  # how far back the start of a line is looked for


class Outline:
    """The commands of a tree: all blocks that begin with an `@`.

    `hidden` holds the offsets of lines that begin as entries do and that were not read as such, `commented` those of
    all `@` after a `%` on their line, each with that of the `%`.
    """

    def __init__(self, tree: Tree) -> None:
        self.text = text = tree.source.text
        self.is_bibtex = tree.dialect == "bibtex"
        self.commands = commands_of(tree)
        self.junk = {block.end: block.start for block in tree.blocks if isinstance(block, Junk)}
        self.starts = [command.start for command in self.commands]
        self.start_set = set(self.starts)
        self.hidden = self._find_hidden()
        comments = _COMMENTED.finditer(text) if self.is_bibtex else ()
        self.commented = {match.start(1): match.start() for match in comments}
        self._commented_lines = [
            start for start in self.starts if start in self.commented and not self._line_before(start).strip(" \t%")
        ]
        self._next_meant = (0, 0)  # two commands, by number: the second is meant, and none between them is
        self._budget = 2 * len(text)  # characters of comments that may be looked at

    def _find_hidden(self) -> list[int]:
        if self.text.count("@") == len(self.starts):
            return []
        return [
            at
            for at in (match.start() for match in _AT.finditer(self.text))
            if at not in self.start_set and not self._line_before(at).strip(" \t") and _ENTRY.match(self.text, at)
        ]

    def head(self, at: int) -> Span:
        """The `@` at an offset and the word that follows it."""
        head = _HEAD.match(self.text, at)
        assert head
        return Span(*head.span())

    def is_meant(self, number: int) -> bool:
        """Whether the author meant a command here, and not an `@` in prose, in an address, or in a broken value."""
        command = self.commands[number]
        line = self._line_before(command.start)
        if line and _WORD_BEFORE.match(line[-1]):
            return False
        is_placed = not line.strip(" \t") or line.rstrip(" \t")[-1] in "})"
        if isinstance(command, Broken):
            is_command = _COMMAND_WORD.match(self.text, command.start)
            return is_placed and bool(is_command or _FIELD_IN_REST.search(self.text, command.start, command.end))
        if isinstance(command, Entry):
            return is_placed or bool(command.fields)
        return is_placed or isinstance(command, Comment) or command.field is not None

    def next_meant(self, number: int) -> int:
        """Where the next command begins that was meant as one."""
        first, found = self._next_meant
        if not first <= number < found:
            found = number + 1
            while found < len(self.commands) and not self.is_meant(found):
                found += 1
            self._next_meant = number, found
        return self.starts[found] if found < len(self.commands) else len(self.text)

    def is_commented(self, number: int) -> bool:
        """Whether a `%` was to comment the command out: it stands between this and the command before, on its line."""
        start = self.starts[number]
        percent = self.commented.get(start)
        if percent is None:
            return False
        junk = self.junk.get(start)
        if not self.text[percent + 1 : start].strip(" \t"):
            return junk is not None or not self._line_before(percent).strip(" \t%")
        return junk is not None and percent >= junk and isinstance(self.commands[number], Entry)

    def end_of_commented(self, number: int) -> int:
        """Where the lines end that are commented out with a command; or another command begins that is, as this is."""
        start = self.starts[number]
        place = bisect_right(self._commented_lines, start)
        limit = self._commented_lines[place] if place < len(self._commented_lines) else len(self.text)
        lines = _COMMENT_LINES.match(self.text, start, limit)
        assert lines
        return lines.end()

    def end_of_comment(self, comment: Comment) -> int:
        """Where the group ends that a @comment was to have, if an `@` in it cut it short."""
        text = self.text
        if not self.is_bibtex or text[comment.end - 1] in "})" or self._budget < 0:
            return comment.end
        if "{" not in text[comment.start : comment.end]:
            return _LINE.match(text, comment.end).end()  # type: ignore[union-attr]
        depth = 0
        for brace in _BRACE.finditer(text, comment.start):
            depth += 1 if brace[0] == "{" else -1
            if depth <= 0 or brace.start() - comment.start > self._budget:
                break
        else:
            self._budget -= len(text) - comment.start
            return comment.end
        self._budget -= brace.end() - comment.start
        return brace.end() if depth == 0 else comment.end

    def is_in_stray_field(self, number: int) -> bool:
        """Whether an `@` stands in a line that looks like a lost field."""
        return bool(_STRAY_FIELD.match(self._line_before(self.starts[number])))

    def _line_before(self, offset: int) -> str:
        """What stands on a line before an offset, as far as it is near."""
        near = self.text[max(0, offset - _NEAR) : offset]
        return near[max(near.rfind("\n"), near.rfind("\r")) + 1 :]
