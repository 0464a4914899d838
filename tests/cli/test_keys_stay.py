"""No fix renames an entry: documents that nobody named may cite it. What documents cite is mended towards the entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.source import Source
from bibcheck.syntax.parser import parse

KEYS = ["DBLP:conf/x/Y84", "mÃ¼ller84", "inv\u200bisible", "großmann", "UPPER", "a'b", "b(c", "d=e", "x+y"]
ENTRY = (
    "@article{%s,\n  author = {Ann Lee},\n  title = {Title of %d},\n  journal = {Journal},\n  year = {20%02d},\n}\n\n"
)


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_keys_stay(dialect: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("refs.bib").write_text(
        "".join(ENTRY % (key, number, number) for number, key in enumerate(KEYS)), encoding="utf-8"
    )
    cited = ",".join(KEYS)
    Path("main.tex").write_text(f"\\cite{{{cited},upper}}\\bibliographystyle{{plain}}\\bibliography{{refs}}\n", "utf-8")
    Path("bibcheck.toml").write_text(f"dialect = '{dialect}'\ndocuments = ['main.tex']\n", "utf-8")
    before = keys(dialect)
    assert main(["check", "--fix", "--unsafe-fixes", "--select", "all", "--no-cache", "--exit-zero"]) == 0
    assert keys(dialect) == before
    mended = Path("main.tex").read_text("utf-8").removeprefix("\\cite{").partition("}")[0]
    assert mended.startswith(cited)
    assert "upper" not in mended


def keys(dialect: str) -> list[str]:
    return [entry.key for entry in parse(Source.from_file("refs.bib"), dialect).entries]
