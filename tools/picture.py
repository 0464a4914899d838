"""Draws a real run of bibcheck as it looks in a terminal: `python -m tools.picture > docs/run.svg`."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from bibcheck.cli import main

COMMAND = "bibcheck check paper.bib"
BIBLIOGRAPHY = """\
@inproceedings{lipp2018meltdown,
  author = {Moritz Lipp and Michael Schwarz, Daniel Gruss},
  title = {Meltdown: Reading Kernel Memory from User Space},
  booktitle = {27th USENIX Security Symposium},
  pages = {973-990},
  year = {2018},
}

@article{dean2008mapreduce,
  author = {Jeffrey Dean and Sanjay Ghemawat},
  title = {MapReduce: Simplified Data Processing on Large Clusters}
  journal = {Communications of the ACM},
  volume = {51},
  year = {2008},
  doi = {https://doi.org/10.1145/1327452.1327492},
}
"""
_CODE = re.compile(r"\x1b\[([\d;]*)m")
_COLOURS = {"31": "#ff7b72", "33": "#e3b341", "34": "#79c0ff", "36": "#76e3ea", "32": "#7ee787", "35": "#d2a8ff"}
_LINE, _COLUMN, _MARGIN = 19, 8.43, 16
_COLUMNS = 114


def run() -> str:
    """What the command prints, in colour."""
    with TemporaryDirectory() as folder, redirect_stdout(io.StringIO()) as out:
        file = Path(folder) / "paper.bib"
        file.write_text(BIBLIOGRAPHY, encoding="utf-8")
        main(["check", "--isolated", "--color", "always", "--output-format", "full", str(file)])
    return re.sub(r"\S*/paper\.bib", lambda found: _codes(found[0]) + "paper.bib", out.getvalue())


def _codes(text: str) -> str:
    return "".join(found[0] for found in _CODE.finditer(text))


def draw(printed: str) -> str:
    """A terminal as SVG, its text escaped."""
    printed_lines = [f"\x1b[1m$ {COMMAND}\x1b[0m", *printed.rstrip("\n").split("\n")]
    lines = [part for line in printed_lines for part in _wrapped(line)]
    width = round(max(len(_CODE.sub("", line)) for line in lines) * _COLUMN) + 2 * _MARGIN
    height = len(lines) * _LINE + 2 * _MARGIN
    rows = "\n".join(
        f'<text x="{_MARGIN}" y="{_MARGIN + 14 + number * _LINE}" xml:space="preserve">{"".join(_spans(line))}</text>'
        for number, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="A run of bibcheck in a terminal">\n'
        f'<rect width="{width}" height="{height}" rx="8" fill="#0d1117"/>\n'
        f'<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace" font-size="14" '
        f'fill="#e6edf3">\n{rows}\n</g>\n</svg>\n'
    )


def _wrapped(line: str) -> Iterator[str]:
    """A line in parts that fit the picture, cut at spaces; each begins with the codes that are in force there."""
    while len(_CODE.sub("", line)) > _COLUMNS:
        cuts = (found.end() for found in re.finditer(" ", line))
        cut = max((cut for cut in cuts if len(_CODE.sub("", line[:cut])) <= _COLUMNS), default=len(line))
        yield line[:cut]
        line = _codes(line[:cut]) + line[cut:]
    yield line


def _spans(line: str) -> Iterator[str]:
    style: dict[str, str] = {}
    text, *rest = _CODE.split(line)
    if text:
        yield escape(text)
    for codes, text in zip(rest[::2], rest[1::2], strict=True):
        for code in codes.split(";") or ["0"]:
            if code in ("", "0"):
                style = {}
            elif code == "1":
                style["font-weight"] = "bold"
            elif code == "2":
                style["fill-opacity"] = "0.65"
            elif code in _COLOURS:
                style["fill"] = _COLOURS[code]
        attributes = "".join(f' {name}="{value}"' for name, value in style.items())
        if text:
            yield f"<tspan{attributes}>{escape(text)}</tspan>" if attributes else escape(text)


if __name__ == "__main__":
    sys.stdout.write(draw(run()))
