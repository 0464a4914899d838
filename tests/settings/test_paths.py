"""Patterns of paths."""

from __future__ import annotations

import itertools
import time

import pytest

from bibcheck.settings.paths import compile_pattern


@pytest.mark.parametrize(
    ("pattern", "taken", "left"),
    [
        ("*.bib", ["a.bib"], ["sub/a.bib", "a.bib.txt", "abib"]),
        ("**/*.bib", ["a.bib", "sub/a.bib", "sub/deep/.bib"], ["a.txt"]),
        ("**.bib", ["a.bib", "sub/a.bib"], ["a.txt"]),
        ("sub/**", ["sub/a", "sub/b/c"], ["sub", "other/sub/a"]),
        ("sub/*/a.bib", ["sub/x/a.bib"], ["sub/a.bib", "sub/x/y/a.bib"]),
        ("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["a/xb", "ab"]),
        ("a/**/**/b", ["a/b", "a/x/b"], ["ab"]),
        ("**/a*/b", ["a/b", "ax/ab/b", "x/a/b"], ["a/x/b"]),
        ("?.bib", ["a.bib", "é.bib"], ["ab.bib", "/.bib"]),
        ("[a-c].bib", ["b.bib"], ["d.bib", "[a-c].bib"]),
        ("[!a-c].bib", ["d.bib"], ["b.bib", "/.bib"]),
        ("a[+-0]b", ["a.b", "a0b"], ["a/b"]),
        ("[+--].bib", ["+.bib", "-.bib"], ["..bib"]),
        ("[[a].bib", ["[.bib", "a.bib"], ["b.bib"]),
        ("[*].bib", ["*.bib"], ["a.bib"]),
        ("[z-a].bib", ["[z-a].bib"], ["z.bib"]),
        ("[.bib", ["[.bib"], []),
        ("./a+b(1).bib", ["a+b(1).bib"], ["aab(1).bib"]),
        ("sub/", ["sub"], ["sub/a"]),
    ],
)
def test_patterns(pattern: str, taken: list[str], left: list[str]) -> None:
    compiled = compile_pattern(pattern)
    assert [path for path in taken + left if compiled.fullmatch(path)] == taken


def test_a_pattern_of_a_folder_takes_what_is_below_it() -> None:
    compiled = compile_pattern("old/2*", folders=True)
    paths = ["old/2019", "old/2019/a.bib", "old/1999/a.bib", "very/old/2019/a.bib", "old/2"]
    assert [path for path in paths if compiled.fullmatch(path)] == [paths[0], paths[1], paths[4]]


def takes(pattern: str, path: str, *, starts: bool = True) -> bool:
    """Whether a pattern takes a path, by trying everything."""
    if not pattern:
        return not path
    if pattern.startswith("**/") and starts:
        folders = [at + 1 for at, letter in enumerate(path) if letter == "/"]
        return any(takes(pattern[3:], path[at:]) for at in (0, *folders))
    if pattern.startswith("**"):
        return any(takes(pattern[2:], path[at:], starts=False) for at in range(len(path) + 1))
    if pattern.startswith("*"):
        ends = range((path + "/").index("/") + 1)
        return any(takes(pattern[1:], path[at:], starts=False) for at in ends)
    same = path[:1] == pattern[0] or (pattern[0] == "?" and path[:1] not in ("", "/"))
    return same and takes(pattern[1:], path[1:], starts=pattern[0] == "/")


def test_every_pattern_takes_what_it_says() -> None:
    paths = ["".join(letters) for length in range(7) for letters in itertools.product("ab/", repeat=length)]
    paths = [path for path in paths if not path.startswith("/") and "//" not in path and not path.endswith("/")]
    parts = ["*", "**", "**/", "a", "b", "/", "a/"]
    patterns = {"".join(chosen).strip("/") for length in range(5) for chosen in itertools.product(parts, repeat=length)}
    patterns = {pattern for pattern in patterns if "***" not in pattern and "//" not in pattern}
    for pattern in sorted(patterns)[::7]:
        compiled = compile_pattern(pattern)
        assert [path for path in paths if compiled.fullmatch(path)] == [path for path in paths if takes(pattern, path)]


@pytest.mark.parametrize(
    "pattern", ["*a" * 25 + "b", "**a" * 25 + "b", "**/*a" * 25 + "b", "a*" * 25 + "/b", "*" * 200 + "b"]
)
def test_no_pattern_takes_long(pattern: str) -> None:
    compiled = compile_pattern(pattern, folders=True)
    start = time.perf_counter()
    assert not compiled.fullmatch("a" * 300)
    assert not compiled.fullmatch("/".join(["a" * 30] * 10))
    assert time.perf_counter() - start < 1
