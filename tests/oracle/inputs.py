"""The files that bibcheck and the real programs read for comparison."""

from __future__ import annotations

import base64
import json
import os
import random
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"

PARTS = [
    *[
        "@",
        "@misc{",
        "@misc(",
        "@string{",
        "@preamble{",
        "@comment",
        "@comment{",
        "@comment(",
        "misc",
        "{",
        "}",
        "}",
        "(",
        ")",
    ],
    *[
        "k,",
        "k1",
        "k2,",
        "K1,",
        ",",
        ",",
        "title",
        "year",
        "=",
        " = ",
        "{T}",
        "{T a}",
        '"q"',
        '"q r"',
        "#",
        " # ",
        "jan",
        "foo",
    ],
    *[" ", "\n", "\n", "\t", "\r\n", "\f", "%", "% c\n", '"', "'", "\\", "é", "_:", "[x]", "1999", "12a", "{a {b} c}"],
    *[
        "title = {A},",
        'title = "B"',
        "note = foo",
        "crossref = {k2}",
        "foo = {F}",
        "\n@misc{k3, note = {x}}\n",
        "{ x\ty\n\tz }",
    ],
]


def generated_files(seed: int, count: int) -> list[bytes]:
    """Files thrown together from the parts of bibliographies, most of them full of errors."""
    dice = random.Random(seed)
    files = []
    for _ in range(count):
        text = "".join(dice.choices(PARTS, k=dice.choice([3, 6, 10, 16, 25])))
        if dice.random() < 0.6:
            text = "@misc{k1, title = {T}, " + text
        if dice.random() < 0.5:
            text += "\n@misc{k9, title={ok}}\n"
        files.append(text.encode())
    return files


def data_files() -> dict[str, bytes]:
    """The files of the test data, by name."""
    cases = json.loads((DATA / "parse.json").read_text("utf-8"))
    files = {
        case["id"]: case["bib"].encode("utf-8", "surrogateescape")
        if "bib" in case
        else base64.b64decode(case["bib_b64"])
        for case in cases
    }
    return files | {path.name: path.read_bytes() for path in sorted(DATA.rglob("*.bib"))}


def corpus_files() -> dict[str, Path]:
    """The files of the corpus in the folder that BIBCHECK_CORPUS names: none where it is not set."""
    folder = os.environ.get("BIBCHECK_CORPUS")
    return {str(path.relative_to(folder)): path for path in sorted(Path(folder).rglob("*.bib"))} if folder else {}
