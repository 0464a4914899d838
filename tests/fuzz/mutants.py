"""Bibliographies as slips of the hand, lost bytes and other programs leave them."""

from __future__ import annotations

import random
import re
from functools import cache

from tests.oracle.inputs import data_files, generated_files

# What a slip puts in, or takes out.
NOISE = [
    *[b"{", b"}", b'"', b"@", b"#", b"=", b",", b"\\", b"%", b"$", b"~", b"(", b")", b"\n", b"\r\n", b"\r", b"\r\r\n"],
    *[b"\x00", b"\xff", b"\xfe", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\x0c", b"\x85", b"\xe2\x80\xa8", b"\t", b" "],
    *[
        b"@misc",
        b"@misc{",
        b"@comment{",
        b"@string{a = {b}}",
        b"@preamble{",
        b"% bibcheck: ignore all\n",
        b"\n\n@misc{k,\n",
    ],
    *[
        b" and ",
        b"--",
        b"{\\'e}",
        b"$a$",
        b"\\emph{",
        b"10.1000/182",
        b"https://",
        b"and others",
        b" # ",
        b"jan",
        b"1999",
    ],
    *[b"crossref = {k},", b"xdata = {k},", b"title = {T},", b"date = {2000},", b"author = ", b"year = 2000"],
]
LARGEST = 12_000  # bytes: small files find the same mistakes sooner
MOST_ENTRIES = (1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 5, 20)


def originals() -> list[bytes]:
    """The bibliographies that are shipped, and what is made of their parts."""
    return [*data_files().values(), *generated_files(0, 100)]


def mutant(dice: random.Random, files: list[bytes]) -> bytes:
    """One of the files, or a part of it, with a few slips."""
    data = _part(dice, dice.choice(files))
    if dice.random() < 0.2:
        data = data[: dice.randrange(len(data) + 1)] + _part(dice, dice.choice(files))[: LARGEST // 4]
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        data = _slip(dice, data)
    if dice.random() < 0.05:
        data = data.replace(b"\n", dice.choice((b"\r\n", b"\r", b"\r\r\n", b"\x0c")))
    return data


def _part(dice: random.Random, data: bytes) -> bytes:
    """Some entries of a file that follow each other, or, now and then, some kilobytes from anywhere in it."""
    starts = _starts(data)
    if len(starts) < 3 and len(data) <= LARGEST:
        return data
    if len(starts) < 3 or dice.random() < 0.05:
        start = dice.randrange(len(data))
        return data[start : start + dice.randrange(200, LARGEST // 4)]
    first = dice.randrange(len(starts) - 1)
    last = min(first + dice.choice(MOST_ENTRIES), len(starts) - 1)
    return data[starts[first] : starts[last]][:LARGEST]


@cache
def _starts(data: bytes) -> tuple[int, ...]:
    """Where a line begins with `@`, and the start and the end of the file."""
    return (0, *(found.start() for found in re.finditer(rb"(?<=\n)[ \t]*@", data)), len(data))


def _slip(dice: random.Random, data: bytes) -> bytes:
    at = dice.randrange(len(data) + 1)
    kind = dice.random()
    if kind < 0.35:
        return data[:at] + dice.choice(NOISE) + data[at:]
    if kind < 0.6:
        return data[:at] + data[at + dice.choice((1, 1, 1, 2, 5, 30)) :]
    if kind < 0.75:
        lines = data.split(b"\n")
        line = dice.randrange(len(lines))
        lines[line : line + 1] = [] if dice.random() < 0.5 else [lines[line]] * 2
        return b"\n".join(lines)
    if kind < 0.9:
        end = min(len(data), at + dice.randrange(1, 200))
        to = dice.randrange(len(data) + 1)
        return data[:to] + data[at:end] + data[to:]
    return data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]
