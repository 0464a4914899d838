"""`% bibcheck: ignore rule -- why` above an entry, `ignore-file` for a file, and the same inside @comment."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.syntax.edits import delete
from bibcheck.syntax.tree import Broken, Comment, Junk, Tree

_COMMENT = pattern(
    r"(?:(?<!%)%++|@comment[ \t]*[{(])[ \t]*bibcheck:[ \t]*+(?P<verb>[\w-]+)[ \t]*+"
    r"(?P<names>(?:[^})\r\n-]|-(?!-))*+)(?:--(?P<why>[^})\r\n]*+))?(?=[})\r\n]|$)",
    re.IGNORECASE,
)
# Words that ask for what `ignore` does; any other word may be prose.
_MEANT = pattern(r"ign|disab|mute|noqa|nolint|off\b|silen|skip|suppress", re.IGNORECASE)
_NAME = pattern(r"[^\s,]+")
_SEPARATORS = pattern(r"[, \t]*+")
_NEAR = 100  # characters before a name in which the comma before it is looked for


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
                end = match.end() + (match[0].startswith("@") and match.end() < len(text))
                found += named_in(match, target, delete(text, Span(match.start(), end)).span)
    return found


def named_in(comment: re.Match[str], below: Span, removal: Span) -> list[Suppression]:
    """The suppressions of a comment with the groups `verb` and `names`, which `removal` takes out, for what is `below` it."""
    verb = comment["verb"].lower()
    start = comment.start("names")
    names = [(name[0], Span(start + name.start(), start + name.end())) for name in _NAME.finditer(comment["names"])]
    is_known = verb in ("ignore", "ignore-file")
    if not (is_known and names):
        is_meant = is_known or _MEANT.match(verb)
        fault = "bare" if is_known else "verb"
        said = Suppression(comment["verb"], Span(*comment.span("verb")), removal, below, fault)
        return [said] if is_meant else []
    target = None if verb == "ignore-file" else below
    return [
        Suppression(
            name,
            span,
            removal if len(names) == 1 else _removal(comment, span),
            target,
            "all" if name.lower() == "all" else "",
        )
        for name, span in names
    ]


def _removal(match: re.Match[str], span: Span) -> Span:
    """A name in a list of names, with the comma before it, or else with what parts it from the next."""
    text = match.string
    near = max(match.start(), span.start - _NEAR)
    before = text[near : span.start].rstrip(" \t")
    if before.endswith(","):
        return Span(near + len(before.rstrip(", \t")), span.end)
    after = _SEPARATORS.match(text, span.end, match.end())
    return Span(span.start, after.end() if after else span.end)


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
