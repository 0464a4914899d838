"""Checking a table with Spark finds what `bibcheck check` finds, on Sail, which needs no Java."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bibcheck.cli import main

pytest.importorskip("pysail")
pytest.importorskip("pyspark.sql.connect")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

ROOT = Path(__file__).resolve().parents[1]
SEED = (ROOT / "tests/data/seed/references.bib").read_bytes()
TWINS = b"""@article{one, title = {On Trees and Woods}, doi = {10.1000/1}}
@article{two, title = {On trees and woods}, doi = {10.1000/1}}
"""
FILES = {
    "a.bib": SEED,
    "b.bib": SEED.replace(b"USENIX Association", b"USENIX"),
    "broken.bib": b"@article{x, title = {never closed\n@book{y, title = {Y}}",
    "odd.bib": "@book{é, title = {Ü 😀}, pages = {1-2}}\n@book{z, title = {bad \udce9}, pages = {3-4}}".encode(
        "utf-8", "surrogateescape"
    ),
    "twins.bib": TWINS,
    "silent.bib": b"% bibcheck: ignore-file duplicates\n" + TWINS,
    "links.bib": b"@inproceedings{p, title = {P}, crossref = {nowhere}}\n@inproceedings{q, title = {Q}, crossref = {one}}",
    "empty.bib": b"",
}
TOGETHER = 'include = ["*.bib"]\nselect = ["all"]\n'


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pysail.spark import SparkConnectServer
    from pyspark.sql import SparkSession

    server = SparkConnectServer()
    server.start()
    host, port = server.listening_address
    url = f"sc://{host}:{port}"
    session = SparkSession.builder.remote(url).getOrCreate()  # type: ignore[attr-defined]
    yield session
    session.stop()
    server.stop()


def table(spark: Any, files: dict[str, Any]) -> Any:
    return spark.createDataFrame(list(files.items()), "path string, content binary")


def plain(text: str) -> str:
    """A text as a column has it."""
    return text.encode("utf-8", "backslashreplace").decode()


def as_checked(text: str) -> list[tuple[Any, ...]]:
    """The findings in a JSON report as rows."""
    rows = []
    for one in json.loads(text)["findings"]:
        start, end, fix = one["start"], one["end"], one["fix"]
        related = [
            {
                "path": each["path"],
                "start": each["start"]["offset"],
                "end": each["end"]["offset"],
                "message": each["message"],
            }
            for each in one["related"]
        ]
        row = [one[name] for name in ("path", "rule", "category", "level", "key", "field", "message")]
        row += [start["line"], start["column"], start["offset"], end["offset"], fix["safety"] if fix else "none"]
        row += [json.dumps(fix["edits"] if fix else []), json.dumps(related)]
        rows.append(tuple(plain(value) if isinstance(value, str) else value for value in row))
    return sorted(rows)


@pytest.mark.parametrize("settings", ["", TOGETHER, 'select = ["all"]\nunfixable = ["pages"]'])
def test_the_findings_are_those_of_the_command_line(
    settings: str, spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from bibcheck.spark import check

    monkeypatch.chdir(tmp_path)
    for path, content in FILES.items():
        (tmp_path / path).write_bytes(content)
    (tmp_path / "bibcheck.toml").write_text(settings, encoding="utf-8")
    main(["check", "--output-format", "json", "."])
    expected = as_checked(capsys.readouterr().out)
    found = sorted(tuple(row) for row in check(spark, table(spark, FILES), settings).collect())
    assert found == expected
    assert {"duplicate-doi", "undefined-crossref", "inconsistent-publisher"} <= {row[1] for row in found}
    assert "duplicates" not in {row[2] for row in found if row[0] == "silent.bib"}


def test_what_cannot_be_checked_is_a_row_and_the_others_are_checked(spark: Any) -> None:
    from bibcheck.spark import check

    files = {"huge.bib": b"%" * 2000, "gone.bib": None, "twins.bib": TWINS}
    rows = check(spark, table(spark, files), most_bytes=1000).collect()
    said = {row.path: row.message for row in rows if not row.level}
    assert said == {
        "huge.bib": "not checked: 2000 bytes, and 1000 are the most",
        "gone.bib": "not checked: there is no content",
    }
    assert [row.rule for row in rows if row.path == "twins.bib" and row.rule == "duplicate-doi"] == ["duplicate-doi"]


def test_a_large_group_is_judged_in_parts(spark: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from bibcheck.rules import load_rule
    from bibcheck.spark import check

    settings = 'select = ["duplicate-key"]'
    files = {"a.bib": b"@book{k, title = {T}}\n" * 50}
    whole = sorted(tuple(row) for row in check(spark, table(spark, files), settings).collect())
    assert len(whole) == 49
    rule = load_rule("duplicate-key")
    sizes = []
    original = rule.judge

    def judge(self: Any, facts: Any) -> Any:
        sizes.append(len(facts))
        return original(self, facts)

    monkeypatch.setattr(rule, "largest_group", 7)
    monkeypatch.setattr(rule, "judge", judge)  # Sail runs in this process
    parts = sorted(tuple(row) for row in check(spark, table(spark, files), settings).collect())
    assert parts == whole
    assert sorted(sizes) == [2, 7, *[8] * 6]


def test_from_the_command_line(spark: Any, tmp_path: Path) -> None:
    from bibcheck.spark import main as run

    remote = ["--remote", spark.client._builder.url.geturl()]
    table(spark, {"twins.bib": TWINS}).write.parquet(str(tmp_path / "in"))
    (tmp_path / "bibcheck.toml").write_text('select = ["duplicate-doi"]', encoding="utf-8")
    run(
        ["--input", f"{tmp_path}/in", "--output", f"{tmp_path}/out", "--settings", f"{tmp_path}/bibcheck.toml", *remote]
    )
    (row,) = spark.read.parquet(f"{tmp_path}/out").collect()
    assert (row.path, row.rule, row.line, row.level) == ("twins.bib", "duplicate-doi", 2, "warning")


def test_wrong_settings_are_said_before_the_job(spark: Any) -> None:
    from bibcheck import SettingsError
    from bibcheck.spark import check

    with pytest.raises(SettingsError, match="selct"):
        check(spark, table(spark, {}), 'selct = ["all"]')
