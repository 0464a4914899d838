"""A rule's docstring as its manual page: a summary, prose, and examples that the tests run."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import Any, NamedTuple

from bibcheck.rule import Rule

_HEADING = re.compile(r"^(?P<verdict>Bad|Good)(?:, with (?P<options>.+))?:$", re.MULTILINE)


class Example(NamedTuple):
    """One example of a manual page. `marked` are the (start, end) offsets in `text` that `^^^` lines point at."""

    verdict: str  # "Bad" or "Good"
    options: dict[str, Any]
    text: str
    marked: tuple[tuple[int, int], ...]


def summary(rule: type[Rule]) -> str:
    """The first line of a rule's manual page."""
    return page(rule).partition("\n")[0]


def page(rule: type[Rule]) -> str:
    """A rule's manual page as plain text."""
    return cleandoc(rule.__doc__ or "")


def examples(rule: type[Rule]) -> list[Example]:
    """The examples of a rule in their order."""
    text = page(rule)
    found = []
    for match in _HEADING.finditer(text):
        options = _read_options(match["options"] or "")
        block = []
        for line in text[match.end() :].split("\n")[1:]:
            if line.strip() and not line.startswith("    "):
                break
            block.append(line[4:])
        found.append(_read_example(match["verdict"], options, "\n".join(block).strip("\n")))
    return found


def _read_options(text: str) -> dict[str, Any]:
    """Options as the settings would have them: `expect = "always", limit = 3`."""
    import tomllib

    return tomllib.loads("options = {" + text + "}")["options"] if text else {}


def _read_example(verdict: str, options: dict[str, Any], block: str) -> Example:
    lines: list[str] = []
    marked = []
    for line in block.split("\n"):
        if line.strip() and not line.strip(" ^") and lines:
            start = sum(len(before) + 1 for before in lines[:-1])
            marked += [(start + run.start(), start + run.end()) for run in re.finditer(r"\^+", line)]
        else:
            lines.append(line)
    return Example(verdict, options, "\n".join(lines) + "\n", tuple(marked))
