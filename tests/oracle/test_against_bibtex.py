"""bibcheck's reading of a file beside that of the real bibtex."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from bibcheck.bibliography.as_read import read_as_bibtex
from bibcheck.source import Source
from tests.oracle.inputs import corpus_files, data_files, generated_files
from tests.oracle.real_bibtex import read_with_bibtex

pytestmark = [
    pytest.mark.tex,
    pytest.mark.skipif(not shutil.which("bibtex"), reason="needs bibtex"),
]

CITED = [["k1"], ["k9", "k1"], ["K1", "k3", "k2"], ["k9", "*"], ["k2", "nope", "*", "k1", "zz"]]

UTF_16 = "bibtex reads the bytes of UTF-16, bibcheck its characters"
JABREF = "torture/JabRef-jabref__jablib-src-test-resources-org-jabref-logic-importer-fileformat-"
DIFFERENT = {
    "delete-char": "the style declares no field whose name has a delete character; bibtex would read it as part of it",
    JABREF + "encoding-utf-16BE-with-header.bib": UTF_16,
    JABREF + "encoding-utf-16BE-without-header.bib": UTF_16,
    JABREF + "tiny-BE-withBOM.bib": UTF_16,
    JABREF + "tiny-LE-withBOM.bib": UTF_16,
}


def compare(data: bytes, cited: list[str] | None = None) -> None:
    source = Source.from_bytes("in.bib", data)
    found = read_as_bibtex(source, cited or ["*"])
    real = read_with_bibtex(data, cited)
    assert [record_of(entry) for entry in found["entries"]] == [record_of(entry) for entry in real["entries"]]
    # The real macros are asked for by names that stand somewhere in the file: some may be those of the style alone.
    assert {name: text for name, text in real["macros"].items() if name in found["macros"]} == found["macros"]
    assert found["preamble"] == real["preamble"]
    messages = [place_of(message, line_for_bibtex(source, message["line"])) for message in found["messages"]]
    expected = [place_of(message, message["line"]) for message in real["messages"]]
    if b"\r\n" in data:  # for bibtex the end of such a file is on an empty line between the two
        messages, expected = (
            [place for place in places if "end of database" not in place[1]] for places in (messages, expected)
        )
    assert messages == expected


def record_of(entry: dict[str, Any]) -> tuple[Any, ...]:
    return entry["key"], entry["type"], entry["fields"], entry.get("own_fields", entry["fields"])


def place_of(message: dict[str, Any], line: int | None) -> tuple[Any, ...]:
    return message["kind"], message["message"], line, message.get("column"), message.get("skipping")


def line_for_bibtex(source: Source, line: int | None) -> int | None:
    """The line as bibtex counts it: each line feed and each carriage return ends one."""
    if line is None:
        return None
    before = source.text[: source.line_span(line).start]
    return 1 + before.count("\n") + before.count("\r")


@pytest.mark.parametrize("seed", range(20))
def test_generated_files(seed: int) -> None:
    for index, data in enumerate(generated_files(seed, 12)):
        compare(data, CITED[index // 2 % len(CITED)] if index % 2 else None)


@pytest.mark.parametrize(("name", "data"), [item for item in data_files().items() if item[0] not in DIFFERENT])
def test_data_files(name: str, data: bytes) -> None:
    compare(data)


@pytest.mark.skipif(not corpus_files(), reason="BIBCHECK_CORPUS names no folder")
@pytest.mark.parametrize(("name", "path"), corpus_files().items())
def test_corpus(name: str, path: Path) -> None:
    if name in DIFFERENT:
        pytest.skip(DIFFERENT[name])
    compare(path.read_bytes())
