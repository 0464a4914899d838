"""Makes small changes to rules, names, values and venues, one at a time, and counts those that the tests notice.

    python -m tests.benchmarks.mutation [PATH ...] [--sample N] [--seed N] > survivors.txt

A path is a module or a folder below bibcheck/; without one, the four rooms. A change is one of mutants.py: a comparison
turned, `not` dropped, a number moved by one, `continue`, `break` or `return` left out, `and` for `or`, `True` for
`False`, a condition negated, plus for minus. Each is held against the tests that belong to the changed module: those of
its name, and the others of its folder that name it, or the whole folder where there are none; for a rule also the
examples of its manual page, for another module those of the rules that import it, and where it must see a file whole,
the test that holds rules against themselves in parts. Slow tests and those that measure
time are left out. Survivors are printed, and the figures by room. Changes that no test can notice are in
surviving_mutants.tsv with the reason, as patterns of fnmatch, and are not drawn.

Why no library: cosmic-ray has one test command for all modules and starts pytest afresh for each mutant; mutmut runs
every test that reaches a function, where the tests of one module are wanted here; neither turns `in` round or leaves
`continue` out. Here a process that has pytest loaded forks for each mutant, which takes about a third of a second.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import re
import resource
import sys
from collections import Counter
from collections.abc import Generator, Sequence
from fnmatch import fnmatchcase
from functools import cache
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, ModuleType
from typing import Any

import hypothesis
import pylatexenc.latex2text
import pytest
import yaml

from tests.benchmarks.mutants import Mutant, changed_tree, mutants

LOADED_ONCE = (hypothesis, pylatexenc.latex2text, yaml)
ROOT = Path(__file__).parents[2]
ROOMS = ("rules", "names", "values", "venues")
MADE_BY_TOOLS = {Path("bibcheck/rules/index.py"), Path("bibcheck/rules/evidence.py")}
EXPLAINED = Path(__file__).with_name("surviving_mutants.tsv")
MANUAL_PAGES = "tests/rules/test_manual_pages.py"
IN_PARTS = "tests/properties/test_parts.py::test_rules_say_of_parts_what_they_say_of_the_whole"
CPU_SECONDS = 60  # for the tests of one module as it is


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument(
        "--sample", type=int, default=400, metavar="N", help="how many changes are drawn (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="what is drawn (default: %(default)s)")
    arguments = parser.parse_args()
    modules = list(
        modules_below([path.resolve() for path in arguments.paths] or [ROOT / "bibcheck" / room for room in ROOMS])
    )
    everything = [mutant for module in modules for mutant in mutants(module, ROOT)]
    candidates = [mutant for mutant in everything if not is_explained(mutant)]
    drawn = random.Random(arguments.seed).sample(candidates, min(arguments.sample, len(candidates)))
    noticed: Counter[str] = Counter()
    with TemporaryDirectory() as compiled:  # each process finds what those before it have compiled
        sys.pycache_prefix, sys.dont_write_bytecode = compiled, False
        for mutant in sorted(drawn):
            if is_noticed(mutant):
                noticed[room_of(mutant.module)] += 1
            else:
                print(mutant, flush=True)
    left_out = len(everything) - len(candidates)
    print(f"\nseed {arguments.seed}, {len(drawn)} of {len(candidates)} changes; {left_out} explained ones left out")
    count = Counter(room_of(mutant.module) for mutant in drawn)
    for room in sorted(count):
        print(f"{room:8} {noticed[room]:5} of {count[room]:5} noticed, {noticed[room] / count[room]:.0%}")
    print(f"{'all':8} {noticed.total():5} of {len(drawn):5} noticed, {noticed.total() / max(1, len(drawn)):.0%}")


def modules_below(paths: list[Path]) -> list[Path]:
    """Modules, relative to the root, that people write."""
    found = {file for path in paths for file in ([path] if path.is_file() else path.rglob("*.py"))}
    return sorted({file.relative_to(ROOT) for file in found} - MADE_BY_TOOLS)


def room_of(module: Path) -> str:
    return module.parts[1]


@cache
def explained_mutants() -> tuple[tuple[str, ...], ...]:
    """Patterns of fnmatch for module, line, and what stands there before and after."""
    with EXPLAINED.open(encoding="utf-8", newline="") as file:
        return tuple(tuple(row[:4]) for row in list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:])


def is_explained(mutant: Mutant) -> bool:
    """Whether the table says why no test notices the change."""
    texts = (str(mutant.module), mutant.text, mutant.was, mutant.now)
    return any(all(map(fnmatchcase, texts, row)) for row in explained_mutants())


@cache
def tests_of(module: Path) -> tuple[tuple[str, ...], float]:
    """The files of tests that belong to a module, and the seconds that they take. They pass while nothing is changed."""
    found = tests_of_rule(module) if is_rule(module) else tests_of_room(module)
    files = list(dict.fromkeys(str(path.relative_to(ROOT)) for path in found))
    status, seconds = run_tests(module, files, None, CPU_SECONDS)
    if status != 0:
        sys.exit(f"the tests of {module} fail as it is: {' '.join(files)}")
    return tuple(files), seconds


def tests_of_rule(module: Path) -> list[Path]:
    """Its own, those of its category and of documents that name it, and its manual page."""
    folder = ROOT / "tests" / module.parent.relative_to("bibcheck")
    name = rf"['\"]{module.stem.replace('_', '-')}['\"]"
    naming = [*naming_files(folder, name), *naming_files(ROOT / "tests/rules/citations", name)]
    return [*folder.glob(f"test_{module.stem}.py"), *naming, ROOT / MANUAL_PAGES]


def tests_of_room(module: Path) -> list[Path]:
    """Its own and those of its room that name it, or else the whole room; and those of the rules that import it."""
    room = ROOT / "tests" / room_of(module)
    if room_of(module) == "rules":
        return sorted(room.glob("test_*.py"))
    imported = re.escape(".".join((module.with_suffix("") if len(module.parts) == 3 else module.parent).parts))
    own = [*room.glob(f"test_{module.stem}.py"), *naming_files(room, rf"\b{imported}\b")]
    rules = [
        path for path in (ROOT / "bibcheck/rules").glob("*/*.py") if re.search(rf"\b{imported}\b", path.read_text())
    ]
    tests = [ROOT / "tests/rules" / rule.parent.name / f"test_{rule.name}" for rule in sorted(rules)]
    return [*(own or [room]), *filter(Path.exists, tests)]


def naming_files(folder: Path, name: str) -> list[Path]:
    return [path for path in sorted(folder.rglob("test_*.py")) if re.search(name, path.read_text("utf-8"))]


def is_rule(module: Path) -> bool:
    return room_of(module) == "rules" and len(module.parts) == 4


def is_noticed(mutant: Mutant) -> bool:
    code = compile(changed_tree(mutant, ROOT), str(ROOT / mutant.module), "exec", dont_inherit=True)
    files, seconds = tests_of(mutant.module)
    if mutant.text.startswith("whole_file"):
        files, seconds = (*files, IN_PARTS), seconds + CPU_SECONDS
    return run_tests(mutant.module, files, code, 2 + 3 * int(seconds))[0] != 0  # what never ends is noticed


def run_tests(module: Path, files: Sequence[str], code: CodeType | None, most_seconds: int) -> tuple[int, float]:
    """The status of pytest, or of the signal that ends it, in a process where the module has other code; and its seconds."""
    if child := os.fork():
        _, ended, usage = os.wait4(child, 0)
        return os.waitstatus_to_exitcode(ended), usage.ru_utime + usage.ru_stime
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds))
        silence = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silence, stream)
        name = ".".join(module.with_suffix("").parts).removesuffix(".__init__")
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        sys.meta_path.insert(0, Changed(name, ROOT / module, code))
        # The first file notices most changes: the others are only read where it does not.
        for some in filter(None, (files[:1], files[1:])):
            if status := int(pytest.main([*some, *OPTIONS], plugins=[OnePage(module)])):
                break
    finally:
        os._exit(status)


OPTIONS = [
    *("-x", "-q", "-m", "not slow and not tex", "-k", "not linear and not proportion"),
    *(f"-pno:{plugin}" for plugin in "cacheprovider unraisableexception threadexception junitxml faulthandler".split()),
]


class Changed:
    """Finds one module with its code changed."""

    def __init__(self, name: str, path: Path, code: CodeType | None) -> None:
        self.name, self.path, self.code = name, path, code

    def find_spec(self, name: str, path: Any = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name != self.name or self.code is None:
            return None
        return spec_from_file_location(name, self.path, loader=ChangedLoader(name, str(self.path), self.code))


class ChangedLoader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self.changed = code

    def get_code(self, fullname: str) -> CodeType:
        return self.changed


class OnePage:
    """Lets the tests of manual pages load one rule alone."""

    def __init__(self, module: Path) -> None:
        self.shown = {} if not is_rule(module) else {module.stem.replace("_", "-"): module.parts[2]}

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> Generator[None, Any, Any]:
        import bibcheck.rules

        known = bibcheck.rules.rule_categories
        if collector.nodeid == MANUAL_PAGES and "unused-suppression" not in self.shown:
            bibcheck.rules.rule_categories = lambda: self.shown  # type: ignore[assignment]
        report = yield
        bibcheck.rules.rule_categories = known
        return report


if __name__ == "__main__":
    main()
