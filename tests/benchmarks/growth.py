"""How time and memory grow with the number of entries.

    python tests/benchmarks/growth.py [--most ENTRIES] [--shape NAME ...] [--rules]

Files are made of the real entries below tests/data, over and over, with keys, titles and authors varied; in other shapes all
entries share one title, author, DOI or key, or name a parent by crossref. For each size a run in a process of its own is
timed, in the same machine's processor seconds; the last column is the growth over the size before, 10 where it is linear.
`--rules` names the rules whose `judge` takes most.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 10_000, 100_000, 1_000_000)
SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo".split()


def word(number: int) -> str:
    """A word for each number."""
    made = ""
    while number or not made:
        number, rest = divmod(number, len(SYLLABLES))
        made += SYLLABLES[rest]
    return made.capitalize()


def real_entries() -> list[str]:
    """The entries of the files that ship with the tests."""
    from bibcheck.bibliography import Bibliography
    from bibcheck.source import Source

    found = []
    for path in sorted(ROOT.glob("tests/data/**/*.bib")):
        bib = Bibliography(Source.from_file(str(path)))
        found += [bib.text[entry.start : entry.end] for entry in bib.entries if entry.key and entry.fault is None]
    return found


def various(count: int) -> Iterator[str]:
    """Real entries with other keys, titles and authors."""
    entries = real_entries()
    for number in range(count):
        text, name = entries[number % len(entries)], word(number)
        text = re.sub(r"(?<=\{)[^,{}]+(?=,)", lambda match, name=name: match[0] + name, text, count=1)
        text = re.sub(r"(?i)(\btitle\s*=\s*[{\"])", rf"\g<1>{name} and ", text, count=1)
        text = re.sub(r"(?i)(\b(?:author|editor)\s*=\s*[{\"])", rf"\g<1>{name}, Ada and ", text, count=1)
        yield re.sub(r"(?i)(\b(?:doi|eprint|isbn|crossref)\s*=)", r"x\1", text) + "\n\n"


def entry(number: int, *, title: str = "", author: str = "", doi: str = "", key: str = "", more: str = "") -> str:
    """One entry, of its own where nothing else is said."""
    name = word(number)
    return (
        f"@article{{{key or 'key' + name},\n  title = {{{title or name + ' on the Shape of Trees'}}},\n"
        f"  author = {{{author or name + ', Ada'}}},\n  journal = {{Journal of Trees}},\n  year = {{2001}},\n"
        f"  volume = {{{number + 1}}},\n  doi = {{{doi or '10.1000/' + name}}},{more}\n}}\n\n"
    )


SHAPES = {
    "various": various,
    "one title": lambda count: (entry(n, title="On the Shape of Trees in Winter") for n in range(count)),
    "one author": lambda count: (entry(n, author="Doe, Jane") for n in range(count)),
    "one DOI": lambda count: (entry(n, doi="10.1000/182") for n in range(count)),
    "one key": lambda count: (entry(n, key="key") for n in range(count)),
    "one entry": lambda count: (entry(1) for n in range(count)),
    "one work": lambda count: (re.sub("(?<=^@article{)", f"k{n}", entry(1)) for n in range(count)),
    "crossref": lambda count: (entry(n, more=f" crossref = {{key{word(n * 7 + 1)}}}") for n in range(count)),
    "one parent": lambda count: (entry(n, more=" crossref = {keyBa}") for n in range(count)),
}


def measure(path: str, *, rules: bool) -> tuple[float, float, int]:
    """Processor seconds, megabytes and findings of a run over one file, in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        os.write(writer, repr(_run(path, rules=rules)).encode())
        os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    seconds, megabytes, findings = eval(said)
    return seconds, megabytes, findings


def _run(path: str, *, rules: bool) -> tuple[float, float, int]:
    import gc

    gc.disable()
    from bibcheck.engine import combine
    from bibcheck.engine.run import run_rules
    from bibcheck.settings.files import FileFinder
    from bibcheck.settings.find import SettingsFinder
    from bibcheck.settings.selection import CommandLine

    taken: dict[str, float] = {}
    if rules:
        original = combine._Combination._judge

        def judge(self: object, rule: object, reports: object) -> object:
            began = time.process_time()
            found = original(self, rule, reports)  # type: ignore[arg-type]
            name = rule.name  # type: ignore[attr-defined]
            taken[name] = taken.get(name, 0) + time.process_time() - began
            return found

        combine._Combination._judge = judge  # type: ignore[method-assign,assignment]
    began = time.process_time()
    finder = FileFinder(SettingsFinder(isolated=True))
    report, _ = run_rules(finder.find([path]), finder, CommandLine(), jobs=1)
    seconds = time.process_time() - began
    for name, spent in sorted(taken.items(), key=lambda item: -item[1])[:4]:
        print(f"    {name}: {spent:.2f} s", file=sys.stderr)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(report.findings)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--most", type=int, default=100_000, help="the largest number of entries")
    reader.add_argument("--shape", nargs="+", choices=SHAPES, default=list(SHAPES))
    reader.add_argument("--rules", action="store_true", help="say which rules take longest to compare")
    arguments = reader.parse_args()
    print(f"{'shape':12} {'entries':>9} {'MB':>7} {'seconds':>8} {'peak MB':>8} {'findings':>9} {'times':>6}")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.bib")
        for shape in arguments.shape:
            before = 0.0
            for size in SIZES:
                if size > arguments.most:
                    break
                with open(path, "w", encoding="utf-8") as file:
                    file.writelines(SHAPES[shape](size))
                seconds, peak, findings = measure(path, rules=arguments.rules)
                growth = f"{seconds / before:.1f}" if before else ""
                weight = os.path.getsize(path) / 1e6
                print(
                    f"{shape:12} {size:9} {weight:7.1f} {seconds:8.2f} {peak:8.0f} {findings:9} {growth:>6}", flush=True
                )
                before = seconds


if __name__ == "__main__":
    main()
