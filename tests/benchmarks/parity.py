"""Hold ways to check the same files against each other: one process, two, without and with a cache, Spark.

    python tests/benchmarks/parity.py FOLDER [--spark sail | local] [--settings FILE]

Checks all files `*.bib` below a folder. The JSON of each run is compared byte by byte with that of the first; the findings of
Spark, which gives a table, row by row. `sail` needs the package pysail, `local` the package pyspark and Java.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bibcheck.cli import main as bibcheck
from bibcheck.spark import check as check_table
from tests.test_spark import as_checked

RUNS = {
    "one process": ["--jobs", "1", "--no-cache"],
    "two processes": ["--jobs", "2", "--no-cache"],
    "cold cache": ["--jobs", "2"],
    "warm cache": ["--jobs", "1"],
}


def main() -> int:
    """0 if all ways find the same."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--spark", choices=["sail", "local"])
    parser.add_argument("--settings", type=Path)
    parser.add_argument("--only-spark", action="store_true", help="check with one process and with Spark")
    options = parser.parse_args()
    settings = options.settings.read_text(encoding="utf-8") if options.settings else ""
    is_alike = True
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = name
        project = Path(name, "project")
        _copy(options.folder, project, settings)
        os.chdir(project)
        first = ""
        for title, arguments in [*RUNS.items()][: 1 if options.only_spark else None]:
            start = time.monotonic()
            found = _check(arguments)
            first = first or found
            is_alike &= _tell(title, start, found == first, f"{len(found)} bytes")
        if options.spark:
            start = time.monotonic()
            rows = _check_with_spark(options.spark, settings)
            is_alike &= _tell(options.spark, start, rows == as_checked(first), f"{len(rows)} rows")
    return 0 if is_alike else 1


def _copy(folder: Path, project: Path, settings: str) -> None:
    for path in folder.rglob("*.bib"):
        to = project / path.relative_to(folder)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(path.read_bytes())
    (project / "bibcheck.toml").write_text(settings, encoding="utf-8")


def _check(arguments: list[str]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        bibcheck(["check", *arguments, "--output-format", "json", "."])
    return out.getvalue()


def _check_with_spark(kind: str, settings: str) -> list[tuple[Any, ...]]:
    spark, server = _start(kind)
    files = [(path.as_posix(), path.read_bytes()) for path in sorted(Path().rglob("*.bib"))]
    table = spark.createDataFrame(files, "path string, content binary")
    rows = sorted(tuple(row) for row in check_table(spark, table, settings).collect())
    spark.stop()
    if server:
        server.stop()
    return rows


def _start(kind: str) -> tuple[Any, Any]:
    """A session, and the server that it needs, if any."""
    from pyspark.sql import SparkSession

    if kind == "local":
        return SparkSession.builder.master("local[2]").config("spark.driver.memory", "4g").getOrCreate(), None
    from pysail.spark import SparkConnectServer

    server = SparkConnectServer()
    server.start()
    host, port = server.listening_address
    return SparkSession.builder.remote(f"sc://{host}:{port}").getOrCreate(), server  # type: ignore[attr-defined]


def _tell(title: str, start: float, is_alike: bool, size: str) -> bool:
    print(
        f"{title:15} {'same' if is_alike else 'DIFFERENT':9} {size:>16} {time.monotonic() - start:6.1f} s", flush=True
    )
    return is_alike


if __name__ == "__main__":
    sys.exit(main())
