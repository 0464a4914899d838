"""Macros: what is not defined, defined too late, twice, or for nothing."""

from __future__ import annotations

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rules import load_rule
from bibcheck.source import Source
from tests.applying import apply
from tests.rules.conftest import Check

UNDEFINED = [
    ("@misc{k, note = foo}", "bibtex", ["foo"], "macro `foo` is defined nowhere"),
    ("@misc{k, note = {a} # Foo # {b}}", "bibtex", ["Foo"], "macro `Foo` is defined nowhere"),
    ("@misc{k, month = sept}", "bibtex", ["sept"], "did you mean `sep`"),
    ("@misc{k, month = January}", "bibtex", ["January"], "did you mean `jan`"),
    ("@misc{k, month = August}", "biblatex", ["August"], "did you mean `aug`"),
    ("@string{compj = {x}} @misc{k, note = comj}", "bibtex", ["comj"], "did you mean `compj`"),
    ("@string{a = b}", "bibtex", ["b"], "defined nowhere"),
    ("@preamble{a}", "bibtex", ["a"], "defined nowhere"),
    ("@misc{k, url = http://x.org/}", "bibtex", ["http://x.org/"], "has neither braces nor quotes around it"),
    ("@misc{k, note = “a”}", "bibtex", ["“a”"], "has neither braces nor quotes around it"),
    ("@misc{k, number = -5}", "bibtex", ["-5"], "has neither braces nor quotes around it"),
    ("@misc{k, note = foo}\n@misc{l, note = foo}", "bibtex", ["foo", "foo"], "defined nowhere"),
    ("@string{foo = foo # {x}}", "bibtex", ["foo"], "in its own definition"),
    ("@misc{k, date = {2000}, journaltitle = prl}", "biblatex", ["prl"], "biber prints nothing"),
]
DEFINED = [
    ("@misc{k, month = jan # {~12}}", "bibtex"),
    ("@misc{k, month = Dec}", "biblatex"),
    ("@article{k, journal = cacm} @article{l, journal = TCS}", "bibtex"),
    ("@article{k, journal = prl} @article{l, journal = tochi}", "bibtex"),
    ("@article{k, journal = IEEE_J_AC} @article{l, journal = IEEE_O_CSTO}", "bibtex"),
    ("@string{Foo = {x}} @misc{k, note = foo}", "bibtex"),
    ("@string(foo = {x}) @misc{k, note = FOO}", "biblatex"),
    ("@misc{k, note = foo} @string{foo = {x}}", "bibtex"),  # late-string's
    ("@misc{k, pages = 12--15} @misc{l}", "bibtex"),  # lost-entry's
    ("@misc{k, pages = 12--15} @misc{l,}", "biblatex"),
    ("@misc{k, note = Some Text, year = 1} @misc{l}", "bibtex"),
    ("@misc{k, note = {foo}}", "bibtex"),
]


@pytest.mark.parametrize(("text", "dialect", "pointed_at", "message"), UNDEFINED)
def test_a_macro_that_nothing_defines(
    check: Check, text: str, dialect: str, pointed_at: list[str], message: str
) -> None:
    text += "\n@misc{last,}\n"
    findings = check("undefined-string", text, dialect=dialect)
    assert [text[finding.span.start : finding.span.end] for finding in findings] == pointed_at
    assert message in findings[0].message


@pytest.mark.parametrize(("text", "dialect"), DEFINED)
def test_a_macro_that_is_defined_somewhere(check: Check, text: str, dialect: str) -> None:
    assert check("undefined-string", text + "\n@misc{last,}\n", dialect=dialect) == []


def test_a_definition_in_another_file_counts(check: Check) -> None:
    assert check("undefined-string", "@misc{k, note = foo}\n", "@string{foo = {x}}\n") == []


def test_a_definition_in_a_file_that_is_not_checked_counts() -> None:
    context = [Source("strings.bib", "@string{foo = {x}}\n")]
    linter = Linter([load_rule("undefined-string")()], context=lambda: context)
    linter.add(Source("a.bib", "@misc{k, note = foo, month = bar}\n"))
    assert ["bar" in finding.message for finding in linter.finish().findings] == [True]


def test_a_file_that_lives_on_another_out_of_sight_gets_one_finding(check: Check) -> None:
    text = "\n".join(f"@misc{{k{number}, note = journal{number}}}" for number in range(12)) + "\n"
    (finding,) = check("undefined-string", text)
    assert "macros `journal0`, `journal1` and 10 more, used 12 times, defined in" in finding.message
    assert len(check("undefined-string", "@string{own = {x}}\n" + text)) == 12
    assert len(check("undefined-string", text, "@string{journal0 = {x}}\n")) == 11


def test_a_name_used_throughout_gets_one_finding(check: Check) -> None:
    text = "".join(f"@misc{{k{number}, note = lncs}}\n" for number in range(10))
    (finding,) = check("undefined-string", text)
    assert finding.message.startswith("macro `lncs`, used 10 times, defined in no file")


def test_a_slip_is_reported_beside_what_is_out_of_sight(check: Check) -> None:
    text = "@misc{k, note = jone, month = june}\n@misc{l, note = jtwo}\n@misc{m, note = jthree}\n"
    messages = [finding.message for finding in check("undefined-string", text)]
    assert ["did you mean `jun`" in message for message in messages] == [False, True]
    assert len(check("undefined-string", "@misc{k, note = jone, month = june, key = jtwo}\n")) == 3


LATE = [
    ("@misc{k, note = foo}\n@string{foo = {x}}\n", "@string{foo = {x}}\n@misc{k, note = foo}\n"),
    (
        "@misc{k}\n\n@misc{l, note = foo}\n@misc{m, note = foo}\n\n@string{foo = {x}}\n",
        "@misc{k}\n\n@string{foo = {x}}\n@misc{l, note = foo}\n@misc{m, note = foo}\n",
    ),
    (
        "% bibcheck: ignore x -- y\r\n@misc{k, note = foo}\r\n@string{foo = {x}}\r\n",
        "@string{foo = {x}}\r\n% bibcheck: ignore x -- y\r\n@misc{k, note = foo}\r\n",
    ),
    ("@string{b = a}\n@string{a = {x}}\n", "@string{a = {x}}\n@string{b = a}\n"),
    (
        "@string{z = {Z}}\n@misc{k, note = foo}\n@string{foo = z # jan}\n",
        "@string{z = {Z}}\n@string{foo = z # jan}\n@misc{k, note = foo}\n",
    ),
    # Its own macro would be undefined there.
    ("@misc{k, note = foo}\n@string{z = {Z}}\n@string{foo = z}\n", None),
]


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(("text", "fixed"), LATE)
def test_a_late_definition_moves_above_its_first_use(check: Check, text: str, fixed: str | None, dialect: str) -> None:
    findings = check("late-string", text, dialect=dialect)
    assert len(findings) == 1
    assert "below its first use" in findings[0].message
    assert apply(text, findings) == (fixed or text)


@pytest.mark.parametrize(
    "text",
    [
        "@string{a = {x}}\n@misc{k, note = a}\n",
        "@string{a = {x}}\n@misc{k, note = a}\n@string{a = {y}}\n",
        "@misc{k, note = a}\n",
    ],
)
def test_a_definition_in_time_is_clean(check: Check, text: str) -> None:
    assert check("late-string", text) == []


DUPLICATES = [
    ("@string{a = {x}}\n@string{a = {y}}\n", "already defined on line 1, with another value: `x`", None),
    ('@string{a = {x}}\n@string{A = "x"}\n@misc{k}\n', "with the same value", "@string{a = {x}}\n@misc{k}\n"),
    ("@string{a = {x y}}\n@string{a = {x\n y}}\n", "with the same value", "@string{a = {x y}}\n"),
    ("@string{may = {5}}\n", "hides the month", None),
]


@pytest.mark.parametrize(("text", "message", "fixed"), DUPLICATES)
def test_a_second_definition(check: Check, text: str, message: str, fixed: str | None) -> None:
    findings = check("duplicate-string", text)
    assert [message in finding.message for finding in findings] == [True]
    assert apply(text, findings) == (fixed or text)


LONG = "@string{a = {Annals}}\n@string{b = {Bulletin}}\n"
SHORT = "@string{a = {Ann.}}\n@string{b = {Bull.}}\n"
USES_B = "@string{a = {Ann.}}\n@misc{k, note = b}\n"


@pytest.mark.parametrize(
    ("files", "paths"),
    [
        ([LONG, SHORT], []),  # one or the other is read
        ([LONG, SHORT, "@misc{k, note = a # b}\n"], []),
        ([LONG, USES_B], ["b.bib"]),  # the second takes `b` from the first
        ([LONG, "@string{a = {Annals}}\n@misc{k, note = b}\n"], []),  # the same value
        ([SHORT, "@string{a = {Annals}}\n@misc{k, note = a}\n"], []),
    ],
)
def test_another_value_in_another_file(check: Check, files: list[str], paths: list[str]) -> None:
    assert [finding.path for finding in check("duplicate-string", *files)] == paths


UNUSED = [
    (["@string{a = {x}}\n@misc{k, note = {a}}\n"], ["a"], "@misc{k, note = {a}}\n"),
    (["@string{a = {x}}\n@string{b = a}\n"], ["b"], "@string{a = {x}}\n"),
    (["@string{a = {x}}\n@misc{k, note = A}\n"], [], None),
    (["@string{a = {x}}\n@preamble{a # {y}}\n"], [], None),
    (["@string{a = {x}}\n", "@misc{k, note = a}\n"], [], None),
]


@pytest.mark.parametrize(("files", "names", "fixed"), UNUSED)
def test_a_macro_that_nothing_uses(check: Check, files: list[str], names: list[str], fixed: str | None) -> None:
    findings = check("unused-string", *files)
    assert [files[0][finding.span.start : finding.span.end] for finding in findings] == names
    assert apply(files[0], findings) == (fixed or files[0])
