"""bibcheck's reading of a file beside that of the real Text::BibTeX, the parser of biber."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bibcheck.source import Source
from bibcheck.syntax import parse
from bibcheck.syntax.btparse import stored_text, stored_value
from bibcheck.syntax.tree import Comment, Entry, Field, Preamble, String
from tests.oracle.inputs import corpus_files, data_files, generated_files
from tests.oracle.real_btparse import read_with_btparse


def is_installed() -> bool:
    if not shutil.which("perl"):
        return False
    return not subprocess.run(["perl", "-MText::BibTeX", "-e1"], capture_output=True, check=False).returncode


pytestmark = [
    pytest.mark.tex,
    pytest.mark.skipif(not is_installed(), reason="needs Text::BibTeX, which comes with biber"),
]

UTF_16 = "btparse reads the bytes of UTF-16, bibcheck its characters as biber does, which decodes the file first"
JABREF = "torture/JabRef-jabref__jablib-src-test-resources-org-jabref-logic-importer-fileformat-"
DIFFERENT = {
    JABREF + "encoding-utf-16BE-with-header.bib": UTF_16,
    JABREF + "encoding-utf-16BE-without-header.bib": UTF_16,
    JABREF + "tiny-BE-withBOM.bib": UTF_16,
    JABREF + "tiny-LE-withBOM.bib": UTF_16,
}
FATAL = ["nul-in-value", "type-quote"]  # Text::BibTeX ends the program at these
HALF = "\udca9"  # the rest of an `é`: after a character that fits in no token, btparse passes over one byte


def commands(data: bytes) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    for block in parse(Source.from_bytes("in.bib", data), "biblatex").blocks:
        if isinstance(block, Entry):
            found.append(("entry", block.type, block.key, block.fault is None, values(block.fields, stored_value)))
        elif isinstance(block, String):
            found.append(("string", block.fault is None, values(block.fields, stored_text)))
        elif isinstance(block, Preamble):
            found.append(("preamble", block.fault is None, stored_value(block.field) or "" if block.field else ""))
        elif isinstance(block, Comment):
            found.append(("comment",))
    return [command for command in found if holds_something(command)]


def values(fields: list[Field], stored: Any) -> list[tuple[str, str | None]]:
    """What a name stands for in the end, as often as it is given."""
    last = {field.name: stored(field) for field in fields}
    return [(field.name, last[field.name]) for field in fields]


def real_commands(read: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    for command in read:
        kind, is_right = command["metatype"], command["parse_ok"]
        fields = [(name, value) for name, value in command.get("fields", ())]
        if kind == "entry":
            if command["key"] is not None:
                found.append((kind, command["type"], command["key"], is_right, fields))
        elif kind == "string":
            found.append((kind, is_right, fields))
        elif kind == "preamble":
            found.append((kind, is_right, command["value"] or ""))
        elif command["value"] is not None:
            found.append((kind,))
    return [command for command in found if holds_something(command)]


def holds_something(command: tuple[Any, ...]) -> bool:
    """A command with an error and nothing in it is a broken block in the tree."""
    return command[0] not in ("string", "preamble") or command[1] or bool(command[2])


@pytest.mark.parametrize("seed", range(10))
def test_generated_files(seed: int) -> None:
    files = generated_files(seed, 300)
    for data, read in zip(files, read_with_btparse(files), strict=True):
        if read is not None and HALF not in "".join(names(read)):
            assert commands(data) == real_commands(read)


def names(read: list[dict[str, Any]]) -> Iterator[str]:
    for command in read:
        yield command.get("key") or ""
        yield from (name for name, _ in command.get("fields", ()))


def test_data_files() -> None:
    files = {name: data for name, data in data_files().items() if name not in FATAL}
    for name, read in zip(files, read_with_btparse(list(files.values())), strict=True):
        assert read is not None
        assert (name, commands(files[name])) == (name, real_commands(read))


@pytest.mark.skipif(not corpus_files(), reason="BIBCHECK_CORPUS names no folder")
@pytest.mark.parametrize(("name", "path"), corpus_files().items())
def test_corpus(name: str, path: Path) -> None:
    if name in DIFFERENT:
        pytest.skip(DIFFERENT[name])
    data = path.read_bytes()
    (read,) = read_with_btparse([data])
    assert read is not None
    assert commands(data) == real_commands(read)
