"""What holds of any file: nothing of it is lost, nothing makes the parser fail, and it takes time in proportion."""

from __future__ import annotations

import base64
import json
import random
import time
from pathlib import Path

import pytest

from bibcheck.bibliography.as_read import read_as_biber, read_as_bibtex
from bibcheck.source import Source
from bibcheck.syntax import parse
from bibcheck.syntax.tree import Entry, Preamble, String, Tree

DATA = Path(__file__).resolve().parent.parent / "data"


def files() -> dict[str, bytes]:
    cases = json.loads((DATA / "parse.json").read_text("utf-8"))
    found = {
        case["id"]: case["bib"].encode("utf-8", "surrogateescape")
        if "bib" in case
        else base64.b64decode(case["bib_b64"])
        for case in cases
    }
    found.update({path.name: path.read_bytes() for path in DATA.rglob("*.bib")})
    return found


FILES = files()
DIALECTS = ["bibtex", "biblatex"]


def check(tree: Tree) -> None:
    """Blocks tile the file, and every span of a field lies in its block and holds what the field says it does."""
    text = tree.source.text
    position = 0
    for block in tree.blocks:
        assert block.start == position < block.end
        position = block.end
        if isinstance(block, (Entry, String)):
            fields = block.fields
        else:
            fields = [block.field] if isinstance(block, Preamble) and block.field else []
        for field in fields:
            start, end = field.start, field.end
            assert block.start <= start <= field.value_span.start <= field.value_span.end <= end <= len(text)
            for piece in field.pieces:
                if piece.kind != "macro":
                    assert text[piece.text_start : piece.text_start + len(piece.text or "")] == (piece.text or "")
            whole = field.span(0, len(field.text))
            assert start <= whole.start <= whole.end <= end
    assert position == len(text)
    assert all(0 <= fault.offset <= len(text) for fault in tree.faults)


def check_all(data: bytes) -> None:
    source = Source.from_bytes("in.bib", data)
    assert source.encode(source.text) == data
    for dialect in DIALECTS:
        check(parse(source, dialect))
    read_as_bibtex(source)
    read_as_biber(source)


@pytest.mark.slow
@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_whole_files(data: bytes) -> None:
    check_all(data)


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_files_cut_off(data: bytes) -> None:
    for length in {len(data) * part // 24 for part in range(24)}:
        check_all(data[:length])
        check_all(data[length:])


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_files_with_bytes_changed(data: bytes) -> None:
    dice = random.Random(len(data))
    for _ in range(12):
        changed = bytearray(data or b"@")
        for _ in range(dice.randint(1, 5)):
            changed[dice.randrange(len(changed))] = (
                dice.choice(b'{}()"#,=@%\\\n\r \0\xff\x80') if dice.random() < 0.7 else 65
            )
        check_all(bytes(changed))


def test_no_byte_is_special() -> None:
    for byte in range(256):
        for frame in (b"%c", b"@misc{k%c, t = {T}}\n", b"@misc{k, %ct = {T}%c}\n", b'@m%c{k, t = "%c"}\n\n'):
            check_all(frame.replace(b"%c", bytes([byte])))


MANY = 100_000
# Each is repeated to fill a file, between what stands before and after it.
REPEATED = [
    *(("", pattern, "") for pattern in ["{", '"', "@", "#", "=", ",", "(", ")", "%", "\\", "a", " ", "\n", "'", "é"]),
    *(
        ("", pattern, "")
        for pattern in ["@a{k,t={", "@a{", '@a{k,a="', "@a(k,", "@string{a=", "@comment{", "@comment("]
    ),
    *(("", pattern, "\n\n") for pattern in ["@a{k}", "@ ", "%\n", "@a{k,a=b,a=b}", "@string{b=a#a}@string{a=b#b}"]),
    *(("@a{k,", pattern, "}") for pattern in ["a=b,", "#", "(", "=", "%", "%\n", "'", ",", "a={} %\n,", "a=b # "]),
    *(("@a{k,t=", pattern, "}") for pattern in ["{", '"', "{}", "b#", "{{{{{{}}}}}}#", '"{{{{{{}}}}}}"#']),
    *(("@a{k,t={", pattern, "}}") for pattern in ["a", "{}", "{{{{{{}}}}}}", "\n\t", "\r", " and ", "{ }"]),
    ("@a{k,t=" + "{" * MANY, "}", "}"),
    ("@string{a={" + "x" * MANY + "}}\n@a{k", "\n,t=a#a", "}\n\n"),
]


@pytest.mark.parametrize(("before", "pattern", "after"), REPEATED)
def test_time_is_linear(before: str, pattern: str, after: str) -> None:
    """A step that looks at the rest of the file each time takes far longer than this."""
    source = Source("in.bib", before + pattern * (MANY // len(pattern)) + after)
    started = time.process_time()
    for dialect in DIALECTS:
        tree = parse(source, dialect)
        assert sum(len(field.text) for entry in tree.entries for field in entry.fields) < 200 * MANY
        assert tree.blocks[-1].end == len(source.text)
    read_as_bibtex(source)
    assert time.process_time() - started < 10


def test_macros_that_double_do_not_fill_the_memory() -> None:
    text = "@string{a = {xxxxxxxx}}\n" + "@string{b = a # a}\n@string{a = b # b}\n" * 100
    for dialect in DIALECTS:
        tree = parse(Source("in.bib", text), dialect)
        assert max(len(value) for value in tree.macros.values()) < 10_000_000
