"""Finds every regular expression of the package, and words that make it work."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import bibcheck

PACKAGE = Path(bibcheck.__path__[0])
_MAKING = re.compile(r"re\.(?:compile|sub|subn|match|fullmatch|search|findall|finditer|split)|pattern|compiled")
_COMPILED = ("Pattern", "_LazyPattern")
_DEEP = 5


class Found(NamedTuple):
    """Where a pattern stands, and whether it is only ever held against the start of a text, or against all of it."""

    place: str
    is_anchored: bool


def every_pattern() -> dict[tuple[str, int], Found]:
    """The patterns that modules and classes hold, and those that functions name, by source and flags."""
    texts = {name: path.read_text(encoding="utf-8") for name, path in _modules()}
    found: dict[tuple[str, int], Found] = {}
    for name, path in _modules():
        module = importlib.import_module(name)
        for key, value in vars(module).items():
            for each in _held(value, 0):
                if each not in found:
                    found[each] = Found(f"{name}.{key}", _is_anchored(key, name, texts))
        for call in _calls_in_functions(path):
            if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
                is_anchored = ast.unparse(call.func) in ("re.match", "re.fullmatch")
                found.setdefault((call.args[0].value, _flags(call)), Found(f"{name}:{call.lineno}", is_anchored))
    return {key: each for key, each in found.items() if key[0]}


def _is_anchored(name: str, module: str, texts: dict[str, str]) -> bool:
    """Whether `match` and `fullmatch` are all that is asked of a pattern; not where it is handed on, but to `beginning`."""
    uses: set[str] = set()
    for other, text in texts.items():
        if other == module or re.search(rf"import\b[^\n]*\b{name}\b|^    {name},$", text, re.MULTILINE):
            lines = [
                line
                for line in text.splitlines()
                if name in line and not re.match(r"(?:from|import)\b|    \w+,$", line)
            ]
            for line in lines:
                line = line.replace(f".beginning({name}", f".beginning({name}.match")
                uses |= {
                    each[1] or "" for each in re.finditer(rf"(?<![\w.]){name}\b(?:\.(\w+))?(?!\s*(?::.*)?=(?!=))", line)
                }
    return bool(uses) and uses <= {"match", "fullmatch", "pattern"}


def computed_patterns() -> list[str]:
    """The functions that make a pattern of what they are given, which nobody can read off the source."""
    found = []
    for name, path in _modules():
        for call in _calls_in_functions(path):
            if not isinstance(call.args[0], ast.Constant):
                found.append(f"{name}: {ast.unparse(call.args[0])}")
    return found


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name != "__main__.py":
            parts = path.relative_to(PACKAGE).with_suffix("").parts
            yield ".".join(("bibcheck", *parts)).removesuffix(".__init__"), path


def _held(value: object, depth: int) -> Iterator[tuple[str, int]]:
    if type(value).__name__ in _COMPILED:
        source, flags = value.pattern, getattr(value, "_flags", None)  # type: ignore[attr-defined]
        if isinstance(source, str):
            yield source, int(value.flags if flags is None else flags) & ~re.UNICODE  # type: ignore[attr-defined]
        return
    if depth > _DEEP:
        return
    inner: Iterable[object] = ()
    if isinstance(value, dict):
        inner = list(value.values())
    elif isinstance(value, list | tuple | set | frozenset):
        inner = value
    elif isinstance(value, type) and value.__module__.startswith("bibcheck"):
        inner = list(vars(value).values())
    for each in inner:
        yield from _held(each, depth + 1)


def _calls_in_functions(path: Path) -> Iterator[ast.Call]:
    seen = set()
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef | ast.Lambda):
            for node in ast.walk(function):
                is_new = isinstance(node, ast.Call) and node.args and node not in seen
                if is_new and _MAKING.fullmatch(ast.unparse(node.func)):
                    seen.add(node)
                    yield node


def _flags(call: ast.Call) -> int:
    """The flags of a call that names them: the last argument of `compile` and `pattern`, or `flags`."""
    named = [each.value for each in call.keywords if each.arg == "flags"]
    given = named or [each for each in call.args[1:] if ast.unparse(each).startswith("re.")]
    return int(eval(ast.unparse(given[0]), {"re": re})) if given else 0


# What is repeated whatever the pattern: what patterns of bibliographies look for.
COMMON = (" ", "a", "A", "1", "{", "}", "(", "[", ",", ".", "-", "\\", "$", "\n", "a ", "1 ", "a,", "{a}", "@", "é")


def words_for(source: str, flags: int) -> set[tuple[str, str]]:
    """What to put before what is repeated, and what to repeat, so that a pattern has to look far."""
    parsed = re._parser.parse(source, flags)  # type: ignore[attr-defined]
    found = {("", unit) for unit in COMMON}
    for before, body in _repeated(list(parsed), ""):
        found |= {(before, body), ("", before + body), ("", before), (before, body + " "), (before, f"x{body}")}
    whole = _sample(parsed)
    found |= {("", whole), ("", f"{whole} "), ("", f"x{whole}")}
    return {(before, unit) for before, unit in found if unit}


def _repeated(items: list[object], before: str) -> Iterator[tuple[str, str]]:
    """What each repetition of a pattern repeats, and what leads to it."""
    for item in items:
        name, what = str(item[0]), item[1]  # type: ignore[index]
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            for body in {_sample(what[2]), _sample(what[2], 1), _sample(what[2], 2)}:
                yield before, body
            yield from _repeated(list(what[2]), before)
        elif name == "BRANCH":
            for branch in what[1]:
                yield from _repeated(list(branch), before)
        elif name in ("SUBPATTERN", "ATOMIC_GROUP", "ASSERT", "ASSERT_NOT"):
            inner = what if name == "ATOMIC_GROUP" else what[-1]
            yield from _repeated(list(inner), before)
        before += _sample([item])


def _sample(items: Iterable[object], choice: int = 0) -> str:
    """A text that a pattern takes, or nearly; other choices take other branches and characters."""
    text = ""
    for item in items:
        name, what = str(item[0]), item[1]  # type: ignore[index]
        if name == "LITERAL":
            text += chr(what)
        elif name == "NOT_LITERAL":
            text += "a" if what != ord("a") else "b"
        elif name == "ANY":
            text += "a"
        elif name == "IN":
            text += _character(what, choice)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            text += _sample(what[2], choice) * max(what[0], min(what[1], 1))
        elif name == "BRANCH":
            text += _sample(what[1][choice % len(what[1])], choice)
        elif name == "SUBPATTERN":
            text += _sample(what[-1], choice)
        elif name == "ATOMIC_GROUP":
            text += _sample(what, choice)
    return text


def _character(parts: list[tuple[object, object]], choice: int) -> str:
    """A character of a set."""
    matches = _set_of(repr(parts), tuple(parts))
    return matches[choice % len(matches)] if matches else "\u4e00"


_CANDIDATES = "a1 A-,.{}()[]\\'\"é_:;/%&#~$^*+=?!<>|@`\n\t\r\x00–"
_CATEGORIES = {"DIGIT": str.isdecimal, "SPACE": str.isspace, "WORD": lambda letter: letter.isalnum() or letter == "_"}


@cache
def _set_of(_: str, parts: tuple[tuple[object, object], ...]) -> str:
    named = {chr(what) for name, what in parts if str(name) == "LITERAL"}  # type: ignore[arg-type]
    ranges = [what for name, what in parts if str(name) == "RANGE"]
    named |= {chr(code) for what in ranges for code in what}  # type: ignore[attr-defined]
    kinds = [str(what).removeprefix("CATEGORY_") for name, what in parts if str(name) == "CATEGORY"]

    def holds(letter: str) -> bool:
        if letter in named or any(first <= ord(letter) <= last for first, last in ranges):  # type: ignore[misc]
            return True
        return any(
            not _CATEGORIES[kind[4:]](letter) if kind.startswith("NOT_") else _CATEGORIES[kind](letter)
            for kind in kinds
        )

    is_negated = any(str(name) == "NEGATE" for name, _ in parts)
    candidates = dict.fromkeys([*_CANDIDATES, *sorted(named)])
    return "".join(letter for letter in candidates if holds(letter) is not is_negated)
