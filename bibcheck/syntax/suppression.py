"""`% bibcheck: ignore rule -- why` above an entry, `ignore-file` for a file, and the same inside @comment."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.syntax.tree import Broken, Comment, Junk, Tree

_MARK = "bibcheck:"
_COMMENT = pattern(
    r"(?:(?<!%)%++|@comment[ \t]*[{(])[ \t]*bibcheck:[ \t]*(?P<verb>[\w-]+)[ \t]*(?P<names>[^})\r\n]*?)[ \t]*"
    r"(?:--(?P<why>[^})\r\n]*))?(?=[})\r\n]|$)",
    re.IGNORECASE,
)
_NAME = pattern(r"[^\s,]+")


class Suppression(NamedTuple):
    """One name in one comment: findings of that rule inside `target` are not reported (None: in the whole file)."""

    name: str  # a rule or a category, as written
    span: Span  # of the name
    comment: Span  # of the whole comment
    alone: bool  # whether it is the comment's only name
    target: Span | None


class EntrySuppression(NamedTuple):
    """What the settings silence for one cite key, and where they say so."""

    key: str
    name: str  # a rule or a category
    path: str
    span: Span


def read_suppressions(tree: Tree) -> list[Suppression]:
    """The suppressions of a file, in file order. A comment above an entry speaks of that entry."""
    text = tree.source.text
    if _MARK not in text:
        return []
    found: list[Suppression] = []
    for number, block in enumerate(tree.blocks):
        if isinstance(block, Junk | Comment):
            for match in _COMMENT.finditer(text, block.start, block.end):
                found += _read_comment(tree, match, number)
    return found


def _read_comment(tree: Tree, match: re.Match[str], number: int) -> list[Suppression]:
    verb = match["verb"].lower()
    if verb not in ("ignore", "ignore-file"):
        return []
    target = None if verb == "ignore-file" else _next_target(tree, number)
    start = match.start("names")
    names = [(name[0], name.span()) for name in _NAME.finditer(match["names"])]
    end = match.end() + (1 if match[0].startswith("@") and match.end() < len(tree.source.text) else 0)
    comment = Span(match.start(), end)
    return [
        Suppression(name, Span(start + span[0], start + span[1]), comment, len(names) == 1, target)
        for name, span in names
    ]


def _next_target(tree: Tree, number: int) -> Span:
    """The command below a comment, with what is left of it after an error."""
    blocks = tree.blocks[number + 1 :]
    for place, block in enumerate(blocks):
        if isinstance(block, Junk | Comment):
            continue
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        return Span(block.start, following.end if isinstance(following, Broken) else block.end)
    return Span(len(tree.source.text), len(tree.source.text))
