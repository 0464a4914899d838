"""Paths: how they are printed, and the patterns of the settings that they are matched with."""

from __future__ import annotations

import os
import re

_TOKEN = re.compile(r"(?:(?<![^/])\*\*/)+|\*\*+|\*|\?|\[!?\]?[^\]]*\]|.", re.DOTALL)
# How far `**` reaches, and `**/` where a folder begins: first as little as can be, and last as much.
_LEAST = {"": "", "**": ".*?", "**/": "(?:.*?/)??"}
_MOST = {"": "", "**": ".*", "**/": "(?:.*/)?"}


def shown(path: str) -> str:
    """A path as it is printed: from the current folder where it is below it, else as given; with `/`."""
    path = os.path.normpath(path)
    below = relative_to(os.getcwd(), os.path.abspath(path))
    return (below or path).replace(os.sep, "/")


def relative_to(folder: str, path: str) -> str | None:
    """What is left of an absolute `path` below an absolute `folder`, with `/`; None where it is not below it."""
    start = os.path.join(folder, "")
    return path[len(start) :].replace(os.sep, "/") if path.startswith(start) else None


def compile_pattern(pattern: str, *, folders: bool = False) -> re.Pattern[str]:
    """The expression that matches all of a relative path that `pattern` takes.

    `*` and `?` stay inside one folder, `**` crosses folders, `[ab]` is one character of a set. With `folders`, a
    pattern that takes a folder takes all below it.
    """
    # Time is at most the square of the path's length. What stands between two `**` is matched as far left as it can be, and
    # inside of that what stands between two `*`: nothing further right could help what follows. Only what stands after the
    # last of them is tried at several places, as it has to reach the end.
    chunks: list[tuple[str, list[str]]] = [
        ("", [""])
    ]  # what stands between `**`, cut at each `*`, after what leads to it
    for token in _TOKEN.findall(pattern.removeprefix("./").strip("/")):
        if token == "*":
            chunks[-1][1].append("")
        elif token.startswith("**"):
            chunks.append(("**/" if token.endswith("/") else "**", [""]))
        else:
            chunks[-1][1][-1] += _translate(token)
    *before, (crossing, pieces) = chunks
    expression = "".join(f"(?>{_LEAST[lead]}{_join(cut, '')})" for lead, cut in before)
    expression += _MOST[crossing] + _join(pieces[:-1], "[^/]*" if pieces[1:] else "") + pieces[-1]
    return re.compile(expression + ("(?:/.*)?" if folders else ""), re.DOTALL)


def _join(pieces: list[str], end: str) -> str:
    first, *others = pieces or [""]
    return first + "".join(f"(?>[^/]*?{piece})" for piece in others) + end


def _translate(token: str) -> str:
    """What takes one character."""
    if len(token) > 1:
        inside = token[1:-1]
        negated = "^/" if inside.startswith("!") else ""
        members = re.sub(r"([\\\[\]^&~|]|(?<=-)-)", r"\\\1", inside.removeprefix("!"))
        try:
            re.compile(f"[{negated}{members}]")
        except re.error:  # a range that runs backwards, an empty set
            return re.escape(token)
        return f"(?!/)[{negated}{members}]"
    return "[^/]" if token == "?" else re.escape(token)
