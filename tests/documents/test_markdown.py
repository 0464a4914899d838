"""Markdown of pandoc, R Markdown, Quarto and MyST."""

from __future__ import annotations

import pytest

from tests.documents.reading import cited, read

CITING = [
    ("See @a.", "a"),
    ("[@a; see @b, p. 3; -@c]", "a b c"),
    ("-@a and @b [p. 3], @c's", "a b c"),
    ("@Foo_bar.baz. @a:b; @x--y", "Foo_bar.baz a:b x"),
    ("@{https://x.org/bib?name=a&date=2000} @{a{b}c}", "https://x.org/bib?name=a&date=2000 a{b}c"),
    ('_@a *@b* (@c) "@d" a-@e', "a b c d e"),
    ("_@a_", "a_"),
    ("@müller2020 @1984 @_x", "müller2020 1984 _x"),
    ("- @a\n\n    @b in the item\n\n1. x\n\n    @c", "a b c"),
    ("[^1]: A note\n\n    with @a in it.", "a"),
    ("paragraph\n    @a still the paragraph", "a"),
    ("```r\ncode\n```\n@a\n~~~\n```\n~~~\n@b", "a b"),
    ("> ```\n> @no\n> ```\n> @a", "a"),
    ("`code` @a ``co`de`` @b ` @c", "a b c"),
    ("<!-- x --> @a <b title='@no'>@b</b> <!-- @c", "a b c"),
    ("<pre> @a", "a"),
    (r"\@no @a \cite{b} \citep[see][p. 3]{c,d}", "a b c d"),
    ("{cite}`a` {cite:p}`b,c` {cite:t}`d` {footcite:ps}`e` {cite:p}`{see}f{p. 3}`", "a b c d e f"),
    ("```{note}\n@a {cite}`b`\n```\n@c", "a b c"),
    ("````{admonition} Title\n```{warning}\n@a\n```\n@b\n````\n@c", "a b c"),
    (":::{note}\n@a\n:::\n@b", "a b"),
    ("::: {.callout-note}\n[@a]\n:::", "a"),
    ("[text @a](https://x.org/@no) ![c @b](x@2.png){width=50%}", "a b"),
    ("| a | b |\n|---|---|\n| @a | [@b] |", "a b"),
    ("---\nabstract: |\n  As @a says.\n---\n@b", "a b"),
]
CLEAN = [
    "",
    "someone@example.org, first.last@example.org, <someone@example.org>, [x](mailto:a@b.c)",
    "`@a` ``@a`` ``` @a ```",
    "```\n@a\n```",
    "~~~ {.python}\n@decorator\n~~~",
    "```{r, echo=FALSE}\nx@slot\n```",
    "````\n```\n@a\n```\n````",
    "Text\n\n    @decorator\n    def f(): pass\n\n    @other\n\nText",
    "\t@a",
    "<!-- @a\n\n[@b] -->",
    r"\@a \@ref(tab:y)",
    "<style>\n@media print { a { color: red } }\n</style>\n<script>f('@a')</script> <pre class='x'>@b</pre> <code>@c</code>",
    "https://medium.com/@someone/a <https://x.org/@b> [x](https://x.org/@c)",
    "@ a, @, @.a @-a",
    "(@good) An example.\n\nAs (@good) says, and @good too.",
    "@fig:one [@tbl:two; @eq:three]",
    "(my-target)=\n# Heading\n\nSee @my-target.",
    "# Heading {#intro}\n\nSee @intro.",
    "```{literalinclude} x.py\n```\n```{code-block} python\n@a\n```",
    ":::{code-block} python\n@a\n:::",
    "`` {cite}`a` ``",
    "```\n@a never closed",
    "---\ntitle: x\nauthor: '@a'\nemail: a@b.c\n---\n",
]


@pytest.mark.parametrize(("text", "keys"), CITING)
def test_citations(text: str, keys: str) -> None:
    document = read("a.md", text)
    assert [citation.key for citation in document.citations] == keys.split()
    assert not document.problems


@pytest.mark.parametrize("text", CLEAN)
def test_what_does_not_cite(text: str) -> None:
    document = read("a.md", text)
    assert not document.citations and not document.nocites and not document.problems


def test_cross_references_of_quarto() -> None:
    text = "See @fig-one, @Tbl-two, [@sec-x; @smith], @eq-y, @thm-z and @figure."
    assert cited("a.qmd", text) == ["smith", "figure"]
    document = read("a.md", text)
    assert [citation.key for citation in document.citations if citation.sure] == ["smith", "figure"]
    assert "fig-one" in [citation.key for citation in document.citations]


def test_labels_of_chunks_are_no_citations() -> None:
    assert cited("a.qmd", "```{r}\n#| label: plot\nx\n```\n@plot @a") == ["a"]


def test_works_that_a_program_looks_up_are_not_sure() -> None:
    document = read("a.md", "@https://doi.org/10.1000/xyz [@doi:10.1000/xyz] @10.1000/xyz @a")
    assert [citation.sure for citation in document.citations] == [False, False, False, True]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("---\nbibliography: a.bib\n---\n", ["a.bib"]),
        ("---\nbibliography: a.bib # the main one\n...\n", ["a.bib"]),
        ("---\nbibliography: 'my refs.bib'\n---\n", ["my refs.bib"]),
        ("---\nbibliography: my refs.bib\n---\n", ["my refs.bib"]),
        ('---\nbibliography: [a.bib, "b.bib"]\n---\n', ["a.bib", "b.bib"]),
        ("---\nbibliography:\n  [ a.bib,\n    b.bib\n  ]\ntitle: x\n---\n", ["a.bib", "b.bib"]),
        ("---\nbibliography:\n- a.bib\n- 'b.bib'\nauthor:\n- no.bib\n---\n", ["a.bib", "b.bib"]),
        ("---\r\nbibliography:\r\n  - a.bib\r\n  # - no.bib\r\n  - b.bib\r\ntitle: x\r\n---\r\n", ["a.bib", "b.bib"]),
        ("---\nbibliography:\n  main: a.bib\n  other: b.bib\n---\n", ["a.bib", "b.bib"]),
        ("---\nbibliography: refs-2.bib\nbiblio-title: no\n---\n", ["refs-2.bib"]),
        ("```{bibliography} a.bib b.bib\n:style: plain\n```", ["a.bib", "b.bib"]),
        (":::{bibliography} a.bib\n:::", ["a.bib"]),
        ("```{eval-rst}\n.. bibliography:: a.bib\n```", ["a.bib"]),
        ("\\bibliography{a}", ["a"]),
        ("Text\n\n---\n\nbibliography: no.bib\n\n---\n", []),
        ("---\n# bibliography: no.bib\n---\n", []),
    ],
)
def test_bibliographies(text: str, names: list[str]) -> None:
    assert [bibliography.name for bibliography in read("a.md", text).bibliographies] == names


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("---\nnocite: '@*'\n---\n", ["*"]),
        ("---\nnocite: |\n  @a, @b\ntitle: '@no'\n---\n", ["a", "b"]),
        ('---\nnocite: "[@a; @b]"\n---\n', ["a", "b"]),
        ("\\nocite{a}", ["a"]),
        ("```{bibliography}\n:all:\n```", ["*"]),
    ],
)
def test_what_is_listed_and_not_printed(text: str, keys: list[str]) -> None:
    assert [citation.key for citation in read("a.md", text).nocites] == keys


def test_other_metadata() -> None:
    text = (
        "---\ncsl: apa.csl\noutput:\n  pdf_document:\n    citation_package: biblatex\n"
        "references:\n- id: a\n  title: A\n- type: book\n  id: 'b'\n---\n@a @b"
    )
    document = read("a.Rmd", text)
    assert [style.name for style in document.styles] == ["apa.csl"]
    assert [package.name for package in document.packages] == ["biblatex"]
    assert [entry.key for entry in document.entries] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{{< include _a.qmd >}}", ["_a.qmd"]),
        ("```{r, child='a.Rmd'}\n```\n```{r child = c(\"b.Rmd\", 'c.Rmd')}\n```", ["a.Rmd", "b.Rmd", "c.Rmd"]),
        ("```{include} a.md\n```", ["a.md"]),
        ("```{toctree}\n:maxdepth: 2\n\na\nThe b <dir/b>\n```", ["a", "dir/b"]),
        ("`{{< include no.qmd >}}`", []),
    ],
)
def test_includes(text: str, names: list[str]) -> None:
    assert [include.name for include in read("a.qmd", text).includes] == names


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("_quarto.yml", "project:\n  type: book\nbibliography: a.bib\n"),
        ("_bookdown.yaml", "bibliography: [a.bib]\n"),
        ("_config.yml", "bibtex_bibfiles:\n  - a.bib\nsphinx:\n  x: y\n"),
        ("myst.yml", "project:\n  bibliography:\n    - a.bib\n"),
    ],
)
def test_settings_of_projects(path: str, text: str) -> None:
    assert [bibliography.name for bibliography in read(path, text).bibliographies] == ["a.bib"]
