"""reStructuredText with sphinxcontrib-bibtex."""

from __future__ import annotations

import pytest

from tests.documents.reading import cited, read

CITING = [
    (":cite:`a` :cite:p:`b,c` :cite:t:`d` :cite:ps:`e` :cite:authorpar:`f`", "a b c d e f"),
    (":footcite:`a` :footcite:t:`b` text\\ :footcite:p:`c`", "a b c"),
    (":cite:p:`{see}a{p. 3},b`", "a b"),
    (":cite:p:`a,\n  b`", "a b"),
    ("Literal::\n\n   :cite:`no`\n\n:cite:`a`", "a"),
    (".. note::\n\n   :cite:`a`\n\n.. figure:: x.png\n\n   :cite:`b`", "a b"),
    (".. a comment\n   :cite:`no`\n\n:cite:`a`", "a"),
    (".. [1] A footnote :cite:`a`\n.. |x| replace:: :cite:`b`", "a b"),
    ("* item :cite:`a`\n\n  .. code-block:: rst\n\n     :cite:`no`\n\n  :cite:`b`", "a b"),
]
CLEAN = [
    "",
    "``:cite:`a```  :code:`:cite:` :ref:`a` `a`_ [a]_ a@b.c",
    ".. code-block:: rst\n   :linenos:\n\n   :cite:`a`\n",
    ".. :cite:`a`",
    "..\n   :cite:`a`",
    "Example::\n\n    :cite:`a`\n\n    :cite:`b`",
    ".. math::\n\n   :cite:`a`",
    ":cite:`` :cite:`,`",
]


@pytest.mark.parametrize(("text", "keys"), CITING)
def test_citations(text: str, keys: str) -> None:
    assert cited("a.rst", text) == keys.split()


@pytest.mark.parametrize("text", CLEAN)
def test_what_does_not_cite(text: str) -> None:
    document = read("a.rst", text)
    assert not document.citations and not document.nocites and not document.problems


def test_bibliographies() -> None:
    text = ".. bibliography:: a.bib dir/b.bib\n   :style: unsrt\n   :all:\n"
    text += "\n.. footbibliography::\n\n.. bibliography::\n   :cited:\n"
    document = read("a.rst", text)
    assert [bibliography.name for bibliography in document.bibliographies] == ["a.bib", "dir/b.bib"]
    assert [style.name for style in document.styles] == ["unsrt"]
    assert [citation.key for citation in document.nocites] == ["*"]


def test_what_is_listed_and_not_printed() -> None:
    document = read("a.rst", ":cite:empty:`a` :cite:`b`")
    assert [citation.key for citation in document.nocites] == ["a"]


def test_includes() -> None:
    text = ".. include:: a.rst\n\n.. toctree::\n   :maxdepth: 2\n\n   b\n   The c <dir/c>\n   https://x.org/\n   d*\n"
    document = read("a.rst", text)
    assert [include.name for include in document.includes if include.literal] == ["a.rst", "b", "dir/c"]


@pytest.mark.parametrize(
    "text",
    [
        "extensions = ['sphinxcontrib.bibtex']\nbibtex_bibfiles = ['a.bib', \"b.bib\"]\n",
        "bibtex_bibfiles = [\n    'a.bib',  # 'no.bib'\n    'b.bib',\n]\n",
    ],
)
def test_settings_of_sphinx(text: str) -> None:
    document = read("conf.py", text)
    assert [bibliography.name for bibliography in document.bibliographies] == ["a.bib", "b.bib"]
    assert read("conf.py", "bibtex_default_style = 'alpha'\n").styles[0].name == "alpha"


def test_keys_with_the_prefix_of_a_bibliography_are_not_sure() -> None:
    document = read("a.rst", ":cite:`a-boole` :cite:`b`\n\n.. bibliography::\n   :keyprefix: a-\n")
    assert [citation.sure for citation in document.citations] == [False, True]
