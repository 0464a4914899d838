"""Typst."""

from __future__ import annotations

import pytest

from tests.documents.reading import read

CITING = [
    ("See @a.", "a"),
    ("@a, @b: @c; @d... (@e)", "a b c d e"),
    ("@DBLP:conf.x-y_z: and @müller", "DBLP:conf.x-y_z müller"),
    ("@a[p. 7] @b[see @c]", "a b c"),
    ('#cite(<a>) #cite(<b:c>, form: "prose", supplement: [p. 3, see @d])', "a b:c d"),
    ('#cite(label("DBLP:books/lib/Knuth86a"))', "DBLP:books/lib/Knuth86a"),
    ('#cite("a", "b", style: "ieee")', "a b"),
    ("#ref(<a>)", "a"),
    ('#figure(image("x.png"), caption: [From @a]) <fig> @b', "a b"),
    ("#let f(x) = [#x @a]\n@b", "a b"),
    ("#let f = { let y = 1; [@a] }\n@b", "a b"),
    ("#if x [@a] else [@b] @c", "a b c"),
    ("#if x {\n  [@a]\n} else {\n  cite(<b>)\n}\n@c", "a b c"),
    ("#for x in y [@a] @b", "a b"),
    ("#set text(10pt); @a", "a"),
    ("#set text(10pt)\n@a", "a"),
    ("#show: conf.with(\n  title: [A @a],\n  abstract: [B @b],\n)\n@c", "a b c"),
    ("#text(red)[@a][@b] @c", "a b c"),
    ("#x.y.z(1)[@a] #x.y @b", "a b"),
    ("[@a] and [@b [@c]]", "a b c"),
    ("$x^2$ @a $ #cite(<b>) $", "a b"),
    ("`raw` @a ``` raw ``` @b `` @c", "a b c"),
    ("/* x /* y */ @no */ @a // @no\n@b", "a b"),
    ("https://x.org/@no @a", "a"),
    ('#"string" @a #(1 + 2) @b', "a b"),
    ("#context [@a] @b", "a b"),
    ("a ] ) } @a", "a"),
    ("In [0, 1) as @a", "a"),
    (
        "#let x = (a: 1, b: [y])\n#show link: it => text(blue)[#it]\n#for (k, v) in x [@a] @b\n#context query(<q>).len()\n@c",
        "a b c",
    ),
    ('#if x == "a" {\n  [@a]\n}\n@b #f(1)(2)[@c].g @d $#h(<i>)[@e]$ @f', "a b c d e f"),
    ("#table(columns: 2, [@a], [@b],\n  [x], cite(<c>))", "a b c"),
]
CLEAN = [
    "",
    r"\@a someone\@example.org",
    "`@a` ```typ @a #cite(<b>)```",
    "// @a\n/* @b */",
    "= Heading <sec>\nSee @sec.",
    "#figure(x) <fig:a>\n@fig:a @fig:a[page]",
    "$ x = y $ <eq> @eq #ref(<eq>)",
    "$a @b$",
    '#let x = "@a"\n#f("cite(<a>)", "@b")',
    "#link(<a>)[x] #query(<b>) #show <c>: none",
    '#[#x #label("a")] @a',
    "@ a @",
    "https://x.org/@a http://x.org/@b",
    '#import "@preview/cetz:0.3.0": canvas',
]


@pytest.mark.parametrize(("text", "keys"), CITING)
def test_citations(text: str, keys: str) -> None:
    document = read("a.typ", text)
    assert [citation.key for citation in document.citations] == keys.split()
    assert not document.problems


@pytest.mark.parametrize("text", CLEAN)
def test_what_does_not_cite(text: str) -> None:
    document = read("a.typ", text)
    assert not document.citations and not document.nocites and not document.problems


@pytest.mark.parametrize(
    ("text", "names", "styles"),
    [
        ('#bibliography("a.bib")', ["a.bib"], []),
        ('#bibliography("a.bib", style: "apa", title: "References")', ["a.bib"], ["apa"]),
        ('#bibliography(("a.bib", "b.yml"), title: [R])', ["a.bib", "b.yml"], []),
        ('#show: paper.with(\n  bibliography: bibliography("refs/a.bib", full: false),\n)', ["refs/a.bib"], []),
        ('#bibliography(read("a.bib", encoding: none))', ["a.bib"], []),
        ('#bibliography("a.bib", title: text("References"))', ["a.bib"], []),
        ('// #bibliography("a.bib")\n`#bibliography("b.bib")`', [], []),
    ],
)
def test_bibliographies(text: str, names: list[str], styles: list[str]) -> None:
    document = read("a.typ", text)
    assert [bibliography.name for bibliography in document.bibliographies] == names
    assert [style.name for style in document.styles] == styles
    assert not document.nocites


def test_a_full_bibliography_lists_every_entry() -> None:
    document = read("a.typ", '#bibliography("a.bib", full: true)')
    assert [citation.key for citation in document.nocites] == ["*"]


def test_includes() -> None:
    text = '#include "a.typ"\n#import "b.typ": x, y\n#{ include "c.typ" }\n#import "@preview/d:1.0.0": *\n@k'
    document = read("a.typ", text)
    assert [include.name for include in document.includes] == ["a.typ", "b.typ", "c.typ"]
    assert [citation.key for citation in document.citations] == ["k"]


@pytest.mark.parametrize(
    ("text", "message", "keys"),
    [
        ("@a #f(1, [@b]", "`(` is not closed", ["a", "b"]),
        ("@a `@b", "raw text is not closed; nothing after it is read", ["a"]),
    ],
)
def test_a_broken_document_is_read_as_far_as_it_goes(text: str, message: str, keys: list[str]) -> None:
    document = read("a.typ", text)
    assert [problem.message for problem in document.problems] == [message]
    assert [citation.key for citation in document.citations] == keys


@pytest.mark.parametrize(
    "text",
    [
        '#let terms = ((key: "cpu", short: "CPU"),)\nA @cpu and @knuth.',
        "#show: init.with((cpu: [Central], gpu: [Graphics]))\nA @cpu and @knuth.",
    ],
)
def test_a_name_that_may_be_a_term_of_a_glossary_is_not_sure(text: str) -> None:
    assert [(citation.key, citation.sure) for citation in read("a.typ", text).citations] == [
        ("cpu", False),
        ("knuth", True),
    ]


def test_packages() -> None:
    assert [package.name for package in read("a.typ", '#import "@preview/glossarium:0.5.1": *').packages] == [
        "@preview/glossarium:0.5.1"
    ]
