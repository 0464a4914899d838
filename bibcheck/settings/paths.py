"""Paths: how they are printed, and the patterns of the settings that they are matched with."""

from __future__ import annotations

import os
import re

_WILD = r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]]*\]"


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
    pattern = pattern.removeprefix("./").strip("/")
    parts = []
    position = 0
    for match in re.finditer(_WILD, pattern):
        parts += [re.escape(pattern[position : match.start()]), _translate(match[0])]
        position = match.end()
    parts.append(re.escape(pattern[position:]))
    return re.compile("".join(parts) + ("(?:/.*)?" if folders else ""), re.DOTALL)


def _translate(wild: str) -> str:
    if wild[0] == "[":
        inside = wild[1:-1]
        negated = "^/" if inside.startswith("!") else ""
        members = re.sub(r"([\\\[\]^&~|])", r"\\\1", inside.removeprefix("!"))
        try:
            re.compile(f"[{negated}{members}]")
        except re.error:  # a range that runs backwards, an empty set
            return re.escape(wild)
        return f"[{negated}{members}]"
    return {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}[wild]
