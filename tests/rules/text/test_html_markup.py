"""html-markup: what is reported, how it is repaired, and what stays."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check
from tests.rules.text.conftest import Repair

MARKUP = [
    ("A &amp; B", r"A \& B"),
    (r"A \&amp; B {\&}amp; C", r"A \& B \& C"),
    ("A &amp;amp; B &amp;lt; C", r"A \& B $<$ C"),
    (r"Morgan \&\#38; Claypool", r"Morgan \& Claypool"),
    ("1990&#8211;2000 &mdash; &#x2026;", r"1990--2000 --- {\ldots}"),
    ("&quot;Word&quot; (&ldquo;x&rdquo;) y&#146;s", "``Word'' (``x'') y's"),
    ("p &lt; 0.05", "p $<$ 0.05"),
    ("&Aacute;lvarez, &scaron;koda", r"{\'A}lvarez, {\v{s}}koda"),
    ("a&nbsp;b &nbsp; c", "a b c"),
    ("micro&shy;services", "microservices"),
    ("$a &lt; b$", "$a < b$"),
    ("<i>Homo</i> <EM>sapiens</EM> <b>a</b>", r"\emph{Homo} \emph{sapiens} \textbf{a}"),
    ("&lt;i&gt;Homo&lt;/i&gt;", r"\emph{Homo}"),
    (r"{\textless}i{\textgreater}Homo{\textless}/i{\textgreater} s", r"\emph{Homo} s"),
    (r"\textless{}i\textgreater{}Homo\textless{}/i\textgreater{} s", r"\emph{Homo} s"),
    (r"$\less$i$\greater$Homo$\less$/i$\greater$", r"\emph{Homo}"),
    ("{$<$}i{$>$}Homo{$<$}/i{$>$}", r"\emph{Homo}"),
    ("CO<sub>2</sub>, 10<sup>-6</sup>, H<inf>max</inf>", r"CO$_{2}$, 10$^{-6}$, H\textsubscript{max}"),
    ('<span style="font-variant:small-caps;">dna</span> <span class="x">y</span>', r"\textsc{dna} y"),
    ("<jats:title>On <jats:italic>X</jats:italic></jats:title>", r"On \emph{X}"),
    ("one<br/>two <br> three", "one two three"),
    ("<i>a<sub>2</sub></i>", r"\emph{a$_{2}$}"),
    ("a&#776; and a&#x308;b", r"{\"a} and {\"a}b"),
]
REPORTED_ONLY = [
    '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>x</mml:mi></mml:math>',
    "S$_{B<SUP>9</SUP>}$ catalogue",
    "an <em>unfinished tag",
    "{a<i>b}c</i>",
]
PLAIN = [
    "Lions & Tigers; more",
    r"R&D; A\&A; AT\&T;",
    "P<0.05 and b>c, a <b c",
    "List<b> and Vector<i>",
    "The <title> Tag, the <box> and <today>",
    "mail <smith@example.org>",
    r"the \<box>",
    "Research & copy; not",
    "if a<p and p>b",
]


@pytest.mark.parametrize(("value", "fixed"), MARKUP)
def test_markup_becomes_latex(repair: Repair, value: str, fixed: str) -> None:
    findings, repaired = repair("html-markup", value)
    assert findings
    assert repaired == fixed


@pytest.mark.parametrize("value", REPORTED_ONLY)
def test_markup_without_a_fix(repair: Repair, value: str) -> None:
    findings, repaired = repair("html-markup", value)
    assert len(findings) == 1
    assert repaired == value


@pytest.mark.parametrize("value", PLAIN)
def test_text_that_is_no_markup(repair: Repair, value: str) -> None:
    assert repair("html-markup", value) == ([], value)


def test_letters_stay_letters_where_the_file_has_others(check: Check) -> None:
    (finding,) = check("html-markup", "@misc{k, title = {Caf&eacute;}, note = {é}}\n", dialect="bibtex")
    assert finding.edits[0].text == "é"


def test_an_element_is_one_finding_from_tag_to_tag(check: Check) -> None:
    text = "@misc{k, title = {A <i>b</i> c}}\n"
    (finding,) = check("html-markup", text)
    assert text[slice(*finding.span)] == "<i>b</i>"
    assert finding.message == "the tag `<i>` is printed as it stands: write it in LaTeX"


def test_addresses_want_the_bare_ampersand(check: Check) -> None:
    text = "@misc{k, url = {https://a.org/?a=1&amp;b=2&lt=3}, abstract = {<p>a &amp; b</p>}}\n"
    (finding,) = check("html-markup", text)
    assert [(text[slice(*edit.span)], edit.text) for edit in finding.edits] == [("&amp;", "&")]


@pytest.mark.parametrize(
    ("value", "messages"),
    [
        ("A &amp; B &amp; <i>C</i>", ["`&amp;` is HTML for `&`, and 2 more here"]),
        (
            "A &amp; <mml:math>x</mml:math>",
            ["`&amp;` is HTML for `&`", "MathML `<mml:math>` is printed as it stands: write it in LaTeX"],
        ),
    ],
)
def test_a_value_is_one_finding_for_what_can_be_mended(check: Check, value: str, messages: list[str]) -> None:
    findings = check("html-markup", f"@misc{{k, title = {{{value}}}}}\n")
    assert [finding.message for finding in findings] == messages


def test_an_address_is_mended_whole(check: Check) -> None:
    text = "@misc{k, url = {http://a.org/d?doi=10.1\\&amp;rep=rep\\_1\\&amp;type=pdf}}\n"
    (finding,) = check("html-markup", text)
    assert apply(text, [finding]) == "@misc{k, url = {http://a.org/d?doi=10.1&rep=rep_1&type=pdf}}\n"
    assert not check("escaped-url", text)


def test_an_address_is_one_finding(check: Check) -> None:
    (finding,) = check("html-markup", "@misc{k, url = {https://example.org/?a=1\\&amp;rep=2\\&amp;type=pdf}}")
    assert [edit.text for edit in finding.edits] == ["&", "&"]
