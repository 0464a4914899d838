"""The commands that cite, against LaTeX.

Each command of a package that has `cite` in its name is given keys, and the `.aux` file shows which of them were cited.
"""

from __future__ import annotations

import re

import pytest

from tests.documents.reading import read
from tests.oracle.real_latex import cited_by_latex, commands_about_citations, has_latex

pytestmark = pytest.mark.tex

PREAMBLES = {
    "natbib.sty": r"\documentclass{article}\usepackage{natbib}",
    "bibentry.sty": r"\documentclass{article}\usepackage[numbers]{natbib}\usepackage{bibentry}",
    "apacite.sty": r"\documentclass{article}\usepackage{apacite}",
    "apacite.sty with natbibapa": r"\documentclass{article}\usepackage[natbibapa]{apacite}",
    "jurabib.sty": r"\documentclass{article}\usepackage{jurabib}",
    "harvard.sty": r"\documentclass{article}\usepackage{harvard}",
    "chicago.sty": r"\documentclass{article}\usepackage{chicago}",
    "cite.sty": r"\documentclass{article}\usepackage{cite}",
    "authordate1-4.sty": r"\documentclass{article}\usepackage{authordate1-4}",
    "inlinebib.sty": r"\documentclass{article}\usepackage{inlinebib}",
    "revtex4-2.cls": r"\documentclass{revtex4-2}",
    "elsarticle.cls": r"\documentclass{elsarticle}",
    "mnras.cls": r"\documentclass{mnras}",
    "biblatex.sty, numeric": r"\documentclass{article}\usepackage[style=numeric,natbib=true]{biblatex}",
    "biblatex.sty, authoryear": r"\documentclass{article}\usepackage[style=authoryear,mcite=true]{biblatex}",
    "biblatex.sty, verbose": r"\documentclass{article}\usepackage[style=verbose]{biblatex}",
}
# Those that set something up, which would break the documents: no person gives them keys.
SETTINGS = re.compile(r"(?:Declare|At|New|new|Provide|Renew|blx).*|.*(?:setup|style|format|punct|hook)")
# What bibcheck reads otherwise, and why.
DIFFERENT = {
    "citename": "natbib takes it out of a .bbl; in biblatex it cites",
    "supercites": "defined by the numeric styles alone",
    "Ftvolcites": "biblatex.def has `\\ftvolcite` in its definition, where the manual has a list of citations",
    "mcitelike": "for the authors of styles",
    "bibcrossrefcite": "stands in what jurabib.bst writes, as the four below",
    "bibcrossrefciteagain": "",
    "bibincollcrossrefcite": "",
    "bibincollcrossrefciteagain": "",
    "jbedbyincollcrossrefcite": "",
    "jbedbyincollcrossrefciteagain": "",
}


@pytest.mark.parametrize("package", PREAMBLES)
def test_what_a_command_cites(package: str) -> None:
    if not has_latex(package.replace(",", " ").split()[0]):
        pytest.skip("not installed")
    preamble = PREAMBLES[package]
    names = [name for name in commands_about_citations(preamble) if not SETTINGS.fullmatch(name)]
    uses = {name: rf"x \{name}{{{name}.1}}{{{name}.2}}{{{name}.3}}{{{name}.4}} y" for name in names}
    document = "\n\n".join([preamble, r"\begin{document}", *uses.values(), r"\end{document}"])
    together = set(cited_by_latex(document))
    assert together
    for name, use in uses.items():
        ours = sure_keys(f"{preamble}\n{use}")
        # One command may break those behind it: what LaTeX says of it alone counts.
        if name in DIFFERENT or ours == [key for key in keys_of(name) if key in together]:
            continue
        alone = set(cited_by_latex(f"{preamble}\n\\begin{{document}}\n{use}\n\\end{{document}}\n"))
        assert ours == [key for key in keys_of(name) if key in alone], name


def keys_of(name: str) -> list[str]:
    return [f"{name}.{number}" for number in range(1, 5)]


def sure_keys(text: str) -> list[str]:
    document = read("a.tex", text)
    return [citation.key for citation in (*document.citations, *document.nocites) if citation.sure]
