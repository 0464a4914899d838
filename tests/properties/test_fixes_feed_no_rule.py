"""No fix makes work for another rule: after `--fix` no rule has more findings in a file than before.

Nor does fixing twice change what fixing once has left, nor is a fix taken back as a mistake of bibcheck. feeds.py says which
rules may rise after which fixes, and why.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bibcheck.source import Source
from tests.oracle.inputs import corpus_files, data_files
from tests.properties.feeds import MAY_RISE, SELECTED, WANTED, Exemption, describe, judge_fixes

pytestmark = pytest.mark.slow

DOCS = Path(__file__).resolve().parents[2] / "docs"


def documented_files() -> dict[str, bytes]:
    """The bibliographies in the documentation."""
    files = {path.name: path.read_bytes() for path in sorted(DOCS.rglob("*.bib"))}
    for path in sorted(DOCS.rglob("*.md")):
        examples = re.findall(r"^```bibtex\n(.*?)^```", path.read_text("utf-8"), re.DOTALL | re.MULTILINE)
        files |= {f"{path.name}-{number}": example.encode() for number, example in enumerate(examples, 1)}
    return files


@pytest.mark.parametrize("safety", WANTED)
@pytest.mark.parametrize("selected", SELECTED)
@pytest.mark.parametrize("name", [*data_files(), *documented_files()])
def test_files_that_ship(name: str, selected: str, safety: str) -> None:
    data = (data_files() | documented_files())[name]
    assert [*describe(judge_fixes(Source.from_bytes("a.bib", data), selected, safety))] == []


PAPER = "@inproceedings{k%d, title = {Nets %d}, booktitle = {Symposium on Nets (NETS)}}\n"
ARTICLE = "@article{k%d, title = {Nets %d}, %s}\n"
RISING = {
    "inconsistent-fields": "".join(PAPER % (n, n) for n in range(12)) + PAPER.replace(" (NETS)", "") % (12, 12),
    "mixed-doi-presence": "".join(ARTICLE % (n, n, f"doi = {{10.1000/{n}}}") for n in range(7))
    + "".join(ARTICLE % (n, n, f"url = {{http://stacks.iop.org/0034-4885/57/i=4/a=00{n}}}") for n in range(7, 9))
    + "".join(ARTICLE % (n, n, "volume = 1") for n in range(9, 11)),
}


@pytest.mark.parametrize("exemption", MAY_RISE, ids=lambda exemption: exemption.rule)
def test_each_exemption_is_needed_and_enough(exemption: Exemption) -> None:
    source = Source("a.bib", RISING[exemption.rule])
    assert exemption.rule in {rise.rule for rise in judge_fixes(source, "all", "unsafe", strictly=True).risen}
    assert [*describe(judge_fixes(source, "all", "unsafe"))] == []


MENDED = {
    "an address in a note": "@online{k, title = {On Trees}, date = {2001},"
    " note = {https://example.org/trees/oaks.html, accessed May 3, 2020}}",
    "an undated address in a note": "@misc{k, title = {On Trees}, date = {2001}, note = {https://example.org/trees/oaks.html}}",
    "an address in eprint": "@misc{k, title = {On Trees}, year = {2001}, eprint = {https://example.org/trees/oaks.html}}",
    "an address without its scheme": "@misc{k, title = {On Trees}, date = {2001}, note = {www.example.org/trees/oaks.html}}",
    "a misspelt journal": "@article{k, author = {Ann Doe}, title = {On Trees}, journal = {The Knowledge Engeneering Review},"
    " volume = {12}, number = {1}, pages = {39--58}, year = {1997}}",
    "a misspelt publisher": "@inproceedings{k, author = {Ann Doe}, title = {On Trees}, booktitle = {Nights of Oak},"
    " publisher = {Assocation for Computing Machinery}, pages = {39--58}, year = {2017}}",
}


@pytest.mark.parametrize("text", MENDED.values(), ids=MENDED)
def test_rules_see_through_what_others_mend(text: str) -> None:
    assert [*describe(judge_fixes(Source("a.bib", text), "all", "unsafe", strictly=True))] == []


@pytest.mark.skipif(not corpus_files(), reason="BIBCHECK_CORPUS names no folder")
@pytest.mark.parametrize("safety", WANTED)
@pytest.mark.parametrize("selected", SELECTED)
@pytest.mark.parametrize("name", corpus_files())
def test_corpus(name: str, selected: str, safety: str) -> None:
    source = Source.from_bytes("a.bib", corpus_files()[name].read_bytes())
    assert [*describe(judge_fixes(source, selected, safety))] == []
