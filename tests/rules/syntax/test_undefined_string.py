"""undefined-string: what it reports, and what it lets be."""

from __future__ import annotations

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.engine.linter import Linter
from bibcheck.rule import Fact
from bibcheck.rules import load_rule
from bibcheck.source import Source
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


def test_two_names_used_throughout_are_both_shown(check: Check) -> None:
    text = "".join(f"@misc{{k{number}, note = {'lncs' if number % 2 else 'lnai'}}}\n" for number in range(10))
    (finding,) = check("undefined-string", text)
    assert finding.message.startswith("macros `lnai`, `lncs`, used 10 times, defined in no file")


def test_a_slip_is_reported_beside_what_is_out_of_sight(check: Check) -> None:
    text = "@misc{k, note = jone, month = june}\n@misc{l, note = jtwo}\n@misc{m, note = jthree}\n"
    messages = [finding.message for finding in check("undefined-string", text)]
    assert ["did you mean `jun`" in message for message in messages] == [False, True]
    assert len(check("undefined-string", "@misc{k, note = jone, month = june, key = jtwo}\n")) == 3


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        (
            "note = foo, title = foo",
            [
                "macro `foo` is defined nowhere, and BibTeX prints nothing for it (text wants braces)",
                "macro `foo` is defined nowhere, and BibTeX prints nothing for it (text wants braces)",
            ],
        ),
        ("note = foo", ["macro `foo` is defined nowhere, and BibTeX prints nothing for it (text wants braces)"]),
        (
            "note = foo, title = bar, series = baz",
            ["macros `foo`, `bar` and 1 more, used 3 times, defined in no file of the project"],
        ),
    ],
)
def test_the_message_says_how_many(check: Check, fields: str, messages: list[str]) -> None:
    assert [finding.message for finding in check("undefined-string", "@article{k, " + fields + "}\n")] == messages


@pytest.mark.parametrize(("macros", "count"), [("ab", 2), ("abc", 1)])
def test_three_macros_are_from_a_file_out_of_sight(check: Check, macros: str, count: int) -> None:
    text = "".join(f"@misc{{{name}, note = zz{name}zz}}\n" for name in macros)
    assert len(check("undefined-string", text)) == count


@pytest.mark.parametrize(("uses", "count"), [(9, 9), (10, 1)])
def test_a_macro_that_is_used_ten_times_is_from_a_file_out_of_sight(check: Check, uses: int, count: int) -> None:
    text = "".join(f"@misc{{k{number}, note = zzz}}\n" for number in range(uses))
    assert len(check("undefined-string", text)) == count
    assert len(check("undefined-string", "@string{other = {x}}\n" + text)) == uses


def test_the_first_use_of_what_is_out_of_sight_is_pointed_at(check: Check) -> None:
    text = "".join(f"@misc{{k{number}, note = zzz}}\n" for number in range(10))
    [finding] = check("undefined-string", text)
    assert (finding.key, finding.span.start) == ("k0", text.index("zzz"))


def test_what_files_that_are_not_checked_are_asked_for() -> None:
    rule = load_rule("undefined-string")()
    facts: list[Fact] = []
    for path, text in {"a.bib": "@misc{a, note = There, annote = here}", "b.bib": "@string{here = {x}}"}.items():
        rule.path = path
        facts += rule.facts(Bibliography(Source(path, text)))
    assert list(rule.sought(facts)) == ["there"]
