"""The real programs read the same in a file before and after `bibcheck format`."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.formatter import lay_out
from bibcheck.formatter.settings import FormatSettings
from bibcheck.source import Source
from tests.oracle.inputs import corpus_files, data_files, generated_files
from tests.oracle.real_bibtex import read_with_bibtex
from tests.oracle.real_btparse import read_with_btparse
from tests.oracle.test_against_btparse import FATAL, is_installed

pytestmark = [
    pytest.mark.tex,
    pytest.mark.skipif(not shutil.which("bibtex"), reason="needs bibtex"),
]

DEFAULT = FormatSettings()
ODD = [
    FormatSettings(delimiters="quotes", numbers="bare", wrap=60, align=True, trailing_comma=False),
    FormatSettings(sort=("-year", "key"), strings="top", tabs=True, numbers="braced", blank_lines=0),
]


def formatted(data: bytes, settings: FormatSettings = DEFAULT, dialect: str | None = None) -> bytes:
    """The file in its new layout, without the check that `format_text` makes."""
    source = Source.from_bytes("in.bib", data)
    return source.encode("".join(part.text for part in lay_out(Bibliography(source, dialect), settings)))


def bibtex_reads(data: bytes, *, is_sorted: bool = False) -> Any:
    read = read_with_bibtex(data)
    entries = [(entry["key"], entry["type"], entry["fields"], entry.get("own_fields")) for entry in read["entries"]]
    messages = Counter((message["kind"], message["message"]) for message in read["messages"])
    order = sorted(json.dumps(entry, sort_keys=True) for entry in entries) if is_sorted else entries
    return order, read["macros"], read["preamble"], messages


def compare(data: bytes, settings: FormatSettings = DEFAULT) -> None:
    new = formatted(data, settings, "bibtex")
    is_sorted = bool(settings.sort)
    if new != data:
        assert bibtex_reads(new, is_sorted=is_sorted) == bibtex_reads(data, is_sorted=is_sorted)


@pytest.mark.parametrize("seed", range(10))
def test_generated_files(seed: int) -> None:
    for data in generated_files(seed + 100, 20):
        compare(data)


@pytest.mark.parametrize("settings", [DEFAULT, *ODD])
@pytest.mark.parametrize("data", data_files().values(), ids=data_files())
def test_data_files(data: bytes, settings: FormatSettings) -> None:
    compare(data, settings)


@pytest.mark.skipif(not corpus_files(), reason="BIBCHECK_CORPUS names no folder")
@pytest.mark.parametrize("path", corpus_files().values(), ids=corpus_files())
def test_corpus(path: Path) -> None:
    data = path.read_bytes()
    new = formatted(data)
    if new != data:
        assert bibtex_reads(new) == bibtex_reads(data)


def btparse_reads(files: list[bytes]) -> list[Any]:
    """The commands but @comment; white space folded, for btparse keeps tabs that TeX does not tell from spaces."""
    return [
        [_folded(command) for command in read or () if command["metatype"] != "comment"]
        for read in read_with_btparse(files)
    ]


def _folded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _folded(item) for name, item in value.items() if name != "line"}
    if isinstance(value, list):
        return [_folded(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value


@pytest.mark.skipif(not is_installed(), reason="needs Text::BibTeX, which comes with biber")
@pytest.mark.parametrize("settings", [DEFAULT, ODD[0]])
def test_files_for_biber(settings: FormatSettings) -> None:
    files = [data for name, data in data_files().items() if name not in FATAL]
    files += generated_files(7, 300)
    files += [path.read_bytes() for path in corpus_files().values()]
    old, new = btparse_reads(files), btparse_reads([formatted(data, settings, "biblatex") for data in files])
    for data, before, after in zip(files, old, new, strict=True):
        assert after == before, data[:200]
