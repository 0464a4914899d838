"""Prints what the tree of a file takes: megabytes, bytes a field, and the time to read it.

    python tests/benchmarks/memory.py FILE.bib ...

`texts` adds the texts of all values, which are read when they are first asked for.
"""

from __future__ import annotations

import sys
import time
import tracemalloc

from bibcheck.source import Source
from bibcheck.syntax.parser import parse

ROUNDS = 5


def main(paths: list[str]) -> None:
    print(f"{'fields':>8} {'tree MB':>8} {'a field':>8} {'texts MB':>8} {'parse ms':>8}")
    for path in paths:
        source = Source.from_file(path)
        seconds = []
        for _ in range(ROUNDS):
            start = time.process_time()
            parse(source)
            seconds.append(time.process_time() - start)
        tracemalloc.start()
        tree = parse(source)
        size, _ = tracemalloc.get_traced_memory()
        fields = [field for entry in tree.entries for field in entry.fields]
        list_size = sys.getsizeof(fields)
        for field in fields:
            assert field.text is not None
        whole, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        each = size / max(len(fields), 1)
        texts = (whole - list_size) / 1e6
        print(f"{len(fields):8} {size / 1e6:8.1f} {each:8.0f} {texts:8.1f} {min(seconds) * 1000:8.0f}  {path}")


if __name__ == "__main__":
    main(sys.argv[1:])
