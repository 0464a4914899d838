"""`% bibcheck: ignore rule -- why` above an entry, `ignore-file` for a file, and the same inside @comment."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.syntax.edits import delete
from bibcheck.syntax.tree import Broken, Comment, Junk, Tree

_COMMENT = pattern(
    r"(?:(?<!%)%++|@comment[ \t]*[{(])[ \t]*bibcheck:[ \t]*(?P<verb>[\w-]+)[ \t]*(?P<names>[^})\r\n]*?)[ \t]*"
    r"(?:--(?P<why>[^})\r\n]*))?(?=[})\r\n]|$)",
    re.IGNORECASE,
)
# Words that ask for what `ignore` does; any other word may be prose.
_MEANT = pattern(r"ign|disab|mute|noqa|nolint|off\b|silen|skip|suppress", re.IGNORECASE)
_NAME = pattern(r"[^\s,]+")


class Suppression(NamedTuple):
    """One name in one comment: findings of that rule inside `target` are not reported (None: in the whole file)."""

    name: str  # a rule or a category, as written
    span: Span  # of the name
    removal: Span  # what to delete to be rid of it: the comment, where it is its only name
    target: Span | None
    # What keeps it from working: "verb" (`disable`), "all" (`ignore all`), "bare" (no name); then the name is what is wrong.
    fault: str = ""


class EntrySuppression(NamedTuple):
    """What the settings silence for one cite key, and where they say so."""

    key: str
    name: str  # a rule or a category
    path: str
    span: Span


def read_suppressions(tree: Tree) -> list[Suppression]:
    """The suppressions of a file, in file order. A comment above an entry speaks of that entry."""
    text = tree.source.text
    found: list[Suppression] = []
    for block, target in zip(tree.blocks, _next_targets(tree), strict=True):
        if isinstance(block, Junk | Comment):
            for match in _COMMENT.finditer(text, block.start, block.end):
                found += _read_comment(tree, match, target)
    return found


def _read_comment(tree: Tree, match: re.Match[str], below: Span) -> list[Suppression]:
    verb = match["verb"].lower()
    names = [(name[0], name.span()) for name in _NAME.finditer(match["names"])]
    end = match.end() + (1 if match[0].startswith("@") and match.end() < len(tree.source.text) else 0)
    comment = Span(match.start(), end)
    is_known = verb in ("ignore", "ignore-file")
    if not (is_known and names):
        is_meant = is_known or _MEANT.match(verb)
        fault = "bare" if is_known else "verb"
        return [Suppression(match["verb"], Span(*match.span("verb")), comment, below, fault)] if is_meant else []
    target = None if verb == "ignore-file" else below
    start = match.start("names")
    found = []
    for name, (first, last) in names:
        span = Span(start + first, start + last)
        removal = delete(tree.source.text, comment).span if len(names) == 1 else _removal(match, span)
        found.append(Suppression(name, span, removal, target, "all" if name.lower() == "all" else ""))
    return found


def _removal(match: re.Match[str], span: Span) -> Span:
    """A name in a list of names, with the comma before it, or else with what parts it from the next."""
    text = match.string
    before = text[match.start() : span.start].rstrip(" \t")
    if before.endswith(","):
        return Span(match.start() + len(before.rstrip(", \t")), span.end)
    after = text[span.end : match.end()]
    return Span(span.start, span.end + len(after) - len(after.lstrip(", \t")))


def _next_targets(tree: Tree) -> list[Span]:
    """For each block the command below it, with what is left of that after an error."""
    end = len(tree.source.text)
    targets = []
    target, following = Span(end, end), None
    for block in reversed(tree.blocks):
        targets.append(target)
        if not isinstance(block, Junk | Comment):
            target = Span(block.start, following.end if isinstance(following, Broken) else block.end)
        following = block
    return targets[::-1]
