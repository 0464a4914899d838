"""Looks for rules that take more than linear time on long values.

    PYTHONPATH=. python tests/benchmarks/linear.py [--size CHARACTERS] [--rule NAME ...]

Every character that a pattern of the package mentions, by itself, after a letter and before a blank, is repeated in every
field of an entry, as a key and between entries, in values that grow by four until they have `--size` characters. A rule is
named where four times the text takes it more than eight times as long; it then gets no longer ones. Times are printed.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import bibcheck
from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Level, Rule
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source

FIRST_SIZE = 1_000
GROWTH = 4
WORST_RATIO = 8
SHORTEST = 0.1  # seconds below which a ratio says nothing
FIELDS = """address annote archiveprefix author booktitle chapter crossref date doi edition editor eid eprint file howpublished
    institution isbn issn journal journaltitle key keywords language location month note number organization pages
    primaryclass publisher related school series subtitle title type url urldate volume xdata year""".split()


def mentioned_characters() -> str:
    """What the patterns of the package name: literals, the ends of ranges, and one of each class."""
    found = set("aAé5 _\t\n\u3000\U0001d400")
    package = Path(bibcheck.__path__[0])
    for path in package.rglob("*.py"):
        if path.stem not in ("__main__", "__init__", "build", "build_datamodel"):
            module = importlib.import_module(".".join(("bibcheck", *path.relative_to(package).with_suffix("").parts)))
            for source in _patterns_in(vars(module).values()):
                found.update(_literals(re._parser.parse(source)))  # type: ignore[attr-defined]
    return "".join(sorted(found))


def _patterns_in(values: Iterable[object]) -> Iterator[str]:
    for value in list(values):
        if isinstance(value, tuple | list | dict | set | frozenset):
            yield from _patterns_in(value.values() if isinstance(value, dict) else value)
        elif type(value).__name__ in ("_LazyPattern", "Pattern") and isinstance(
            source := getattr(value, "pattern", None), str
        ):
            yield source


def _literals(parsed: Iterable[object]) -> Iterator[str]:
    """The characters in what Python's own parser of patterns makes of one."""
    for item in getattr(parsed, "data", parsed):
        if isinstance(item, tuple) and len(item) == 2 and str(item[0]) in ("LITERAL", "NOT_LITERAL"):
            yield chr(item[1])
        elif isinstance(item, tuple) and len(item) == 2 and str(item[0]) == "RANGE":
            yield from map(chr, item[1])
        elif isinstance(item, tuple | list) or hasattr(item, "data"):
            yield from _literals(item)


def write(unit: str, size: int) -> Iterator[str]:
    """Files with a unit repeated in every field, in a key, and between entries."""
    value = ("{}" if unit in "{}" else unit.replace("{", "").replace("}", "") or "{}") * (size // len(unit))
    fields = ",\n".join(f"  {name} = {{{value}}}" for name in FIELDS)
    yield f"@article{{k,\n{fields}\n}}\n"
    yield f"{unit * (size // len(unit))}\n@misc{{{value}, title = {{T}}}}\n@misc{{l, title = {{T}}}}\n"


def time_rules(text: str, rules: list[Rule]) -> dict[str, float]:
    """Seconds for each rule in turn; what rules share is the first's, and what the parser takes is `the parser`'s."""
    start = time.process_time()
    bib = Bibliography(Source("x.bib", text))
    taken = {"the parser": time.process_time() - start}
    for rule in rules:
        start = time.process_time()
        groups: dict[str, list[Fact]] = {}
        for fact in rule.facts(bib):
            groups.setdefault(fact.key, []).append(fact)
        for _ in rule.check(bib):
            pass
        for facts in groups.values():
            for _ in rule.judge(facts):
                pass
        taken[rule.name] = time.process_time() - start
    return taken


def look(unit: str, largest: int, rules: list[Rule]) -> Iterator[str]:
    """What grows too fast on one unit."""
    for number, place in enumerate(("fields", "a key and between entries")):
        before: dict[str, float] = {}
        left = list(rules)
        size = FIRST_SIZE
        while size <= largest:
            taken = time_rules(list(write(unit, size))[number], left)
            for name, seconds in taken.items():
                if (
                    seconds > SHORTEST
                    and before.get(name)
                    and seconds > WORST_RATIO * max(before[name], SHORTEST / GROWTH)
                ):
                    yield f"{name}: {unit!r} in {place}: {before[name]:.2f} s, of {size} characters {seconds:.2f} s"
                    left = [rule for rule in left if rule.name != name]
            before, size = taken, size * GROWTH
            gc.collect()


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--size", type=int, default=128_000)
    reader.add_argument("--rule", nargs="+", default=list(rule_categories()))
    reader.add_argument("--characters", help="only these")
    arguments = reader.parse_args()
    rules = [load_rule(name)({}, Level.WARNING) for name in arguments.rule]
    characters = arguments.characters or mentioned_characters()
    gc.disable()  # its full rounds over many findings are not the rules'
    print(f"{len(characters)} characters, {len(rules)} rules, {len(FIELDS)} fields")
    for character in characters:
        start = time.process_time()
        for unit in (character, f"a{character}", f"{character} "):
            for message in look(unit, arguments.size, rules):
                print(message, flush=True)
        print(f"{character!r} in {time.process_time() - start:.1f} s", flush=True)


if __name__ == "__main__":
    main()
