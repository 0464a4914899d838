"""Each promise of docs/promises.md names tests that there are."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
TEXT = (TESTS.parent / "docs" / "promises.md").read_text(encoding="utf-8")
PROMISES = re.findall(r"^- (.+?)(?=^- |^#|^\Z|\n\n)", TEXT.partition("## Limits")[0], re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"`((?:\w+/)*test_\w+\.py)?(?:::)?(test_\w+)?`")


@cache
def names_in(path: Path) -> set[str]:
    """The names of the tests of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


def test_there_are_promises() -> None:
    assert len(PROMISES) >= 18


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise[:40])
def test_a_promise_names_tests_that_there_are(promise: str) -> None:
    file = ""
    named = [match for match in _NAMED.findall(promise) if any(match)]
    assert named, "it names no test"
    for name, test in named:
        file = name or file
        assert file, f"{test} is in no file"
        assert (TESTS / file).is_file(), file
        assert not test or test in names_in(TESTS / file), f"{file}::{test}"
