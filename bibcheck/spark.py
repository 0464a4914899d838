"""Checks a table of bibliographies on many machines, with the DataFrame API of Spark: see docs/archive.md.

    python -m bibcheck.spark --input TABLE --output FINDINGS [--settings FILE] [--remote sc://HOST]

Three passes over rows: files are checked, each alone; facts and votes meet by their keys; findings meet by file, where rules
speak and suppressions silence. In the second pass, a group of facts is cut into parts where its rule allows it, and parts of
many groups go together in buckets: one at a time is in memory.
"""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, groupby, islice
from threading import get_ident

from bibcheck.engine.check_file import check_file
from bibcheck.engine.combine import combine, decides_alone, hear, judges_alone
from bibcheck.engine.file_report import FileReport
from bibcheck.engine.groups import judge_piece
from bibcheck.engine.plan import Plan
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Fix, Rule, Vote
from bibcheck.settings.find import SettingsFinder
from bibcheck.settings.selection import Selection
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MOST_BYTES = 100_000_000  # of a file that is checked
_BATCH = 2000  # rows
# `level` is empty and `message` says why where a file could not be checked; offsets count characters.
FINDINGS = """path string, rule string, category string, level string, key string, field string, message string, line int,
    column int, start long, end long, safety string, edits string, related string"""
BUCKETS = 1000
# What goes from pass to pass. `place` and `number` are the order in a group, `smallest` and `largest` what the rule says of
# its size; `data` is a pickle, `content` the file.
_ROWS = """kind string, rule string, owner string, key string, path string, place long, number long, smallest long,
    largest long, data binary, content binary"""


class _Row(NamedTuple):
    kind: str
    rule: str
    owner: str  # the file whose facts are judged alone; empty where all files are
    key: str
    path: str
    place: int
    number: int
    smallest: int
    largest: int
    data: bytes
    content: bytes | None = None


class _Part(NamedTuple):
    """Some of the facts of a group, or all, and the first of the whole group."""

    number: int
    first: bytes | None


def check(spark: Any, table: Any, settings: str = "", *, most_bytes: int = MOST_BYTES, buckets: int = BUCKETS) -> Any:
    """A DataFrame of the findings in a DataFrame of bibliographies, which has the columns `path` and `content`.

    `settings` is the text of a bibcheck.toml; patterns of paths in it hold from where `path` begins. A file that is broken,
    missing or larger than `most_bytes` is a row that says so. More `buckets` take less memory in each. `spark` is the session
    of the table.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as sql

    _work(settings)  # what is wrong with the settings is said here, not by a worker

    def check_files(batches: Iterator[Any]) -> Iterator[Any]:
        rows = chain.from_iterable(batch.itertuples(index=False, name=None) for batch in batches)
        return _as_tables(_check_files(rows, settings, most_bytes), _Row._fields)

    def meet(bucket: Any) -> Any:
        return _as_table(_meet(bucket.sort_values([*_GROUP, "part", *_ORDER], kind="stable"), settings), _Row._fields)

    def finish(rows: Any) -> Any:
        return _as_table(_finish_path(_read_rows(rows), settings), _FINDING_NAMES)

    rows = table.select("path", "content").mapInPandas(check_files, _ROWS)
    group = Window.partitionBy(*_GROUP)
    place = sql.row_number().over(group.orderBy(*_ORDER)) - 1
    rows = rows.withColumn("size", sql.count("*").over(group)).withColumn("place_in_group", place)
    rows = rows.withColumn("first", sql.first("data").over(group.orderBy(*_ORDER)))
    is_cut = (sql.col("largest") > 0) & (sql.col("place_in_group") >= sql.col("largest"))
    rows = rows.where("size >= smallest").select(
        *_Row._fields,
        sql.when(is_cut, sql.floor(sql.col("place_in_group") / sql.col("largest"))).otherwise(0).alias("part"),
        sql.when(is_cut, sql.col("first")).alias("first"),
    )
    rows = rows.withColumn("bucket", sql.abs(sql.hash(*_GROUP, "part")) % buckets)
    rows = rows.groupBy("bucket").applyInPandas(meet, _ROWS)
    return rows.groupBy("path").applyInPandas(finish, FINDINGS)


_GROUP = ("kind", "rule", "owner", "key")
_ORDER = ("path", "place", "number")
_FINDING_NAMES = [column.split()[0] for column in FINDINGS.split(",")]


class _Work(NamedTuple):
    """What a worker has to do with rows: a plan, its rules by name, and the rules whose fixes are not offered."""

    plan: Plan
    rules: dict[str, Rule]
    unfixable: frozenset[str]


def _work(settings: str) -> _Work:
    return _work_of_thread(settings, get_ident())


@lru_cache(maxsize=64)
def _work_of_thread(settings: str, thread: int) -> _Work:
    """Rules are told of the file at hand, so no two threads may share them: Sail calls functions in several."""
    found = SettingsFinder(isolated=True, settings=[settings] if settings else []).settings_for(os.getcwd())
    selection = Selection(found)
    plan = Plan(
        selection.rules(),
        dialect=selection.dialect,
        ignored=lambda path: selection.ignored(os.path.abspath(path)),
        entry_suppressions=selection.entry_suppressions(),
        known_names=selection.catalogue.selectors,
        together=found.says_what_the_project_is,
        venues=found.venues,
    )
    return _Work(plan, {rule.name: rule for rule in plan.rules}, selection.unfixable())


def _check_files(rows: Iterable[tuple[Any, ...]], settings: str, most_bytes: int) -> Iterator[_Row]:
    """The first pass: what each file gives alone."""
    plan, rules, _ = _work(settings)
    for path, content in rows:
        path = str(path)
        if not isinstance(content, bytes | bytearray):
            yield _problem(path, "not checked: there is no content")
            continue
        if len(content) > most_bytes:
            yield _problem(path, f"not checked: {len(content)} bytes, and {most_bytes} are the most")
            continue
        try:
            report = check_file(Source.from_bytes(path, bytes(content)), plan)
        except Exception as error:
            yield _problem(path, f"not checked: {type(error).__name__}: {error}")
            continue
        yield from _split(report, bytes(content), plan, rules)


def _problem(path: str, message: str) -> _Row:
    return _Row("problem", "", "", path, path, 0, 0, 1, 0, message.encode("utf-8", "surrogateescape"))


def _split(report: FileReport, content: bytes, plan: Plan, rules: dict[str, Rule]) -> Iterator[_Row]:
    """The rows of a file: its facts, its votes, and what is left of its report."""
    path = report.path
    for name, facts in report.facts.items():
        owner = path if judges_alone(rules[name], plan) else ""
        for number, fact in enumerate(facts):
            bounds = rules[name].smallest_group, rules[name].largest_group
            yield _Row("fact", name, owner, fact.key, path, fact.span.start, number, *bounds, pickle.dumps(fact))
    for name, votes in report.votes.items():
        owner = path if decides_alone(rules[name], plan) else ""
        for number, vote in enumerate(votes):
            yield _Row("vote", name, owner, vote.key, path, vote.span.start, number, 2, 0, pickle.dumps(vote))
    rest = report._replace(facts={}, votes={})
    yield _Row("file", "", "", path, path, 0, 0, 1, 0, pickle.dumps(rest), content)


def _meet(bucket: Any, settings: str) -> Iterator[_Row]:
    """The second pass: facts become findings, votes decisions, for the files that they are about."""
    _, rules, _ = _work(settings)
    parts = [_Part(*part) for part in zip(bucket["part"], bucket["first"], strict=True)]
    pairs = zip(_read_rows(bucket), parts, strict=True)
    for (kind, name, _, key, _), members in groupby(pairs, key=lambda pair: (*pair[0][:4], pair[1].number)):
        group = list(members)
        if kind == "fact":
            facts = [pickle.loads(row.data) for row, _ in group]
            yield from _judge(rules[name], key, facts, group[0][1])
        elif kind == "vote":
            yield from _decide(rules[name], key, [pickle.loads(row.data) for row, _ in group])
        else:
            yield from (row for row, _ in group)


def _judge(rule: Rule, key: str, facts: list[Fact], part: _Part) -> Iterator[_Row]:
    """What a rule finds in a group, or in a part of it."""
    facts.sort(key=lambda fact: (fact.path, fact.span))
    path = facts[0].path
    if part.number and part.first is not None:
        found, _ = hear(rule, path, judge_piece, rule, pickle.loads(part.first), facts)
    else:
        found, _ = hear(rule, path, rule.judge, facts)
    for number, finding in enumerate(found):
        yield _result("judged", rule, key, finding.path, number, finding)


def _decide(rule: Rule, key: str, votes: list[Vote]) -> Iterator[_Row]:
    if len({vote.form for vote in votes}) < 2:
        return
    votes.sort(key=lambda vote: (vote.path, vote.span))
    for decision in hear(rule, votes[0].path, lambda: [rule.decide(votes)])[0]:
        if isinstance(decision, Finding):
            yield _result("judged", rule, key, decision.path, 0, decision)
        elif decision is not None:
            for path in {vote.path for vote in votes}:
                yield _result("decided", rule, key, path, 0, decision)


def _result(kind: str, rule: Rule, key: str, path: str, number: int, data: Any) -> _Row:
    return _Row(kind, rule.name, "", key, path, 0, number, 1, 0, pickle.dumps(data))


def _finish_path(rows: list[_Row], settings: str) -> Iterator[tuple[Any, ...]]:
    """The third pass: all that was found in a file, less what is silenced."""
    work = _work(settings)
    for row in rows:
        if row.kind == "problem":
            yield (row.path, "", "", "", "", "", row.data.decode("utf-8", "backslashreplace"), *[None] * 7)
        elif row.kind == "file":
            yield from _finish_file(row, rows, work)


def _finish_file(file: _Row, rows: list[_Row], work: _Work) -> Iterator[tuple[Any, ...]]:
    source = Source.from_bytes(file.path, file.content or b"")
    report: FileReport = pickle.loads(file.data)
    judged = [pickle.loads(row.data) for row in rows if row.kind == "judged"]
    decided: dict[Rule, dict[str, Any]] = {}
    for row in rows:
        if row.kind == "decided":
            decided.setdefault(work.rules[row.rule], {})[row.key] = pickle.loads(row.data)
    report = report._replace(findings=(*report.findings, *judged))
    # Suppressions of the settings may be idle in this file and silence something in another.
    found = combine([report], work.plan, read=lambda _: work.plan.read(source), decided=decided).findings
    for finding in found:
        if finding.path == file.path:
            yield _finding_row(finding, source, work.unfixable)


def _finding_row(finding: Finding, source: Source, unfixable: frozenset[str]) -> tuple[Any, ...]:
    place = source.place(finding.span.start)
    edits = () if finding.rule in unfixable else finding.edits
    return (
        *(finding.path, finding.rule, finding.category, finding.level.value, finding.key, finding.field),
        *(finding.message, place.line, place.column, finding.span.start, finding.span.end),
        finding.safety.value if edits else Fix.NONE.value,
        json.dumps([{"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in edits]),
        json.dumps(
            [
                {"path": each.path, "start": each.span.start, "end": each.span.end, "message": each.message}
                for each in finding.related
            ]
        ),
    )


def _read_rows(table: Any) -> list[_Row]:
    return [_Row(*row) for row in table[list(_Row._fields)].itertuples(index=False, name=None)]


def _as_tables(rows: Iterator[Any], names: Iterable[str]) -> Iterator[Any]:
    columns = list(names)
    while batch := list(islice(rows, _BATCH)):
        yield _as_table(batch, columns)


def _as_table(rows: Iterable[Any], names: Iterable[str]) -> Any:
    import pandas

    return pandas.DataFrame([_without_surrogates(row) for row in rows], columns=list(names))


def _without_surrogates(row: Iterable[Any]) -> tuple[Any, ...]:
    """Bytes that are not UTF-8 stand in texts as lone surrogates, which no column takes: they are written out."""
    return tuple(
        value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) and not value.isascii() else value
        for value in row
    )


def main(argv: list[str] | None = None) -> None:
    """Check a table, or the .bib files below a folder, and write a table of findings, both Parquet."""
    from argparse import ArgumentParser

    from pyspark.sql import SparkSession

    parser = ArgumentParser(prog="python -m bibcheck.spark", description=main.__doc__, allow_abbrev=False)
    parser.add_argument("--input", required=True, help="a Parquet table with the columns path and content, or a folder")
    parser.add_argument("--output", required=True, help="where the findings go, as Parquet; it must not be there yet")
    parser.add_argument("--settings", metavar="FILE", help="a bibcheck.toml")
    parser.add_argument("--files", action="store_true", help="--input is a folder of .bib files")
    parser.add_argument("--remote", metavar="URL", help="the Spark Connect server; that of SPARK_REMOTE if left out")
    arguments = parser.parse_args(argv)
    settings = Source.from_file(arguments.settings).text if arguments.settings else ""
    builder: Any = SparkSession.builder
    spark = (builder.remote(arguments.remote) if arguments.remote else builder).getOrCreate()
    if arguments.files:
        reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true").option("pathGlobFilter", "*.bib")
        table = reader.load(arguments.input)
    else:
        table = spark.read.parquet(arguments.input)
    check(spark, table, settings).write.parquet(arguments.output)


if __name__ == "__main__":
    from bibcheck.spark import main as run  # functions of `__main__` would be sent to the workers whole

    run()
