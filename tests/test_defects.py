"""What cannot be read: each mistake is one finding, of the rule that can say what it is."""

from __future__ import annotations

import pytest

from bibcheck.engine.linter import Linter
from bibcheck.rule import Finding, Fix, Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source
from tests.applying import apply

RULES = [name for name, category in rule_categories().items() if category == "syntax"]


def lint(text: str, dialect: str) -> list[Finding]:
    rules = [load_rule(name)() for name in RULES]
    linter = Linter([rule for rule in rules if rule.level_in_force is not Level.OFF], dialect=dialect)
    linter.add(Source("a.bib", text))
    return linter.finish().findings


NEXT = "\n@misc{next, title = {N}}\n@misc{last,}\n"

# The text, and the findings in file order: the rule and the text that it points at. `NEXT` follows.
BOTH_PROGRAMS = [
    ("@misc{k, title = {T} year = 1999}", [("missing-comma", "")]),
    ("@misc{k,\n title = {T}\n year = 1999,\n note = {n}\n}", [("missing-comma", "")]),
    ("@misc{k,\n title = {T}\n doi = {1}\n year = 1999\n}", [("missing-comma", ""), ("missing-comma", "")]),
    ("@misc{k title = {T}}", [("missing-comma", "")]),
    ("@misc{k\n title = {T}}", [("missing-comma", "")]),
    ("@misc{k, title = {T} note = {a@b.org, x}, month = jan}", [("missing-comma", "")]),
    ("@misc{, title = {T}}", [("missing-key", "@misc")]),
    ("@misc{title = {T}, year = 1999}", [("missing-key", "title")]),
    ("@misc{title={T}, year = 1999}", [("missing-key", "title")]),
    ("@misc{title = {T} year = 1999}", [("missing-key", "title"), ("missing-comma", "")]),
    ("@misc{my key, title = {T}}", [("invalid-key", "my key")]),
    ("@misc{Smith, 2010,\n title = {T}}", [("invalid-key", "Smith, 2010")]),
    ("@misc{Smith, J. 2010, title = {T}}", [("invalid-key", "Smith, J. 2010")]),
    ("@misc(k 1, title = {T})", [("invalid-key", "k 1")]),
    ("@misc{k, pages = 12--15, year = 1999}", [("lost-entry", "12--15")]),
    ("@misc{k, version = 1.2}", [("lost-entry", "1.2")]),
    ("@misc{k,\n doi=10.1038/nphoton.2015.103\n}", [("lost-entry", "10.1038/nphoton.2015.103")]),
    ("@misc{k, publisher = Springer Verlag, year = 1999}", [("lost-entry", "Springer Verlag")]),
    ("@misc{k, title = {T},, year = 1999}", [("syntax-error", "@misc")]),
    ("@misc{k, title == {T}, year = 1999}", [("syntax-error", "@misc")]),
    ("@misc{k, my title = {T}, year = 1999}", [("syntax-error", "@misc")]),
    ("@misc{k, title: {T}, year = 1999}", [("syntax-error", "@misc")]),
    ("@misc{k, title = {T}; year = 1999}", [("syntax-error", "@misc")]),
    ('@misc{k, title = "a "b = c" d", year = 1999}', [("syntax-error", "@misc")]),
    ('@misc{k, title = "a" #, year = 1999}', [("syntax-error", "@misc")]),
    ("@misc,{k, title = {T}}", [("syntax-error", "@misc")]),
    ("@misc k,\n title = {T}", [("syntax-error", "@misc")]),
    ("@string{a = }", [("syntax-error", "@string")]),
    ("@string a = {x}", [("syntax-error", "@string")]),
    ("@preamble{}", [("syntax-error", "@preamble")]),
    (
        "@misc{k,\n title = {T {U,\n year = 1999\n}\n@misc{lost, title = {L}}",
        [("runaway-value", "{")],
    ),
    ("@misc{k, title = {T}}, year = 1999}", [("stray-text", "year")]),
    ("@misc{k, title = {T},\n@misc{lost, title = {L}}", [("lost-entry", "@misc")]),
    ("@misc{k, title = {T}, @misc{lost, title = {L}}", [("lost-entry", "@misc")]),
]
ONLY_BIBTEX = [
    ("@misc{k, title = {T}", [("syntax-error", "@misc")]),
    ("@misc{k, title = {T, year = 1999}", [("syntax-error", "@misc")]),
    ("@misc{k, pages = 12--15}, year = 1999}", [("syntax-error", "@misc")]),
    ("@misc(k, title = {T}}", [("syntax-error", "@misc")]),
    ("@misc{k, title = {T}, % a comment\n year = 1999}", [("percent-in-entry", "% a comment")]),
    ("@misc{k, title = {T} % last\n}", [("percent-in-entry", "% last")]),
    ("@misc{k,\n % a@b.org\n % title = {T},\n year = 1999}", [("percent-in-entry", "% a@b.org\n % title = {T},")]),
    ("@misc{k, % one\n a = {b}, % two\n c = {d}}", [("percent-in-entry", "% one"), ("percent-in-entry", "% two")]),
    ("% @misc{k, title = {T}}", [("commented-entry", "@misc")]),
    ("% @misc{k,\n%  title = {T@x},\n% }", [("commented-entry", "@misc")]),
    ("%@misc{a,\n%}\n%@misc{b,\n%}", [("commented-entry", "@misc"), ("commented-entry", "@misc")]),
    ("@comment{@misc{k, title = {T}}}", [("commented-entry", "@misc")]),
    ("@comment{jabref: a@example.org}", [("commented-entry", "@example.org")]),
    ("@comment{jabref: see @knuth}", [("commented-entry", "@knuth")]),
    ("% me@example.org", [("commented-entry", "@example.org")]),
]
ONLY_BIBER = [
    ("@misc{k, title = {T}", [("lost-entry", "@misc")]),
    ("@misc{k(1), title = {T}}", [("invalid-key", "k(1)")]),
    ("% @misc{k, title = {T}}", []),
    ("@misc{k, title = {T}, % a comment\n year = 1999}", []),
    ("@comment{@misc{k, title = {T}}}", []),
    ("me@example.org (me)", [("commented-entry", "@example.org")]),
]
# Read by both as it is meant.
CLEAN = [
    "@misc{k, title = {T}, year = 1999,}",
    "@misc(k, title = {T})",
    "Some prose, 50% of it about year = 1999 and nothing else.",
    "% bibtex: title = {T},\n% }",
    "encoding = {utf-8}",
    "@comment{jabref-meta: databaseType:bibtex;}",
    "@misc{k, abstract = {Call\n@Override before it, or\n@interface {x}.}}",
    "@misc{k, url = {http://x.org/a%20b@c}, note = {100% of it}}",
    "@misc{k, title = {T}}  @misc{l, title = {U}}",
]


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(("text", "found"), BOTH_PROGRAMS)
def test_one_mistake_is_one_finding(text: str, found: list[tuple[str, str]], dialect: str) -> None:
    text += NEXT
    assert [(f.rule, text[f.span.start : f.span.end]) for f in lint(text, dialect)] == found


@pytest.mark.parametrize(
    ("text", "found", "dialect"),
    [*((*case, "bibtex") for case in ONLY_BIBTEX), *((*case, "biblatex") for case in ONLY_BIBER)],
)
def test_each_program_has_mistakes_of_its_own(text: str, found: list[tuple[str, str]], dialect: str) -> None:
    text += NEXT
    assert [(f.rule, text[f.span.start : f.span.end]) for f in lint(text, dialect)] == found


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize("text", CLEAN)
def test_what_can_be_read_is_clean(text: str, dialect: str) -> None:
    assert lint(text + NEXT, dialect) == []


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
@pytest.mark.parametrize(("text", "found"), BOTH_PROGRAMS)
def test_a_safe_fix_leaves_nothing_behind(text: str, found: list[tuple[str, str]], dialect: str) -> None:
    findings = lint(text + NEXT, dialect)
    fixable = [finding for finding in findings if finding.safety is Fix.SAFE]
    if fixable and len(fixable) == len(findings):
        assert lint(apply(text + NEXT, findings), dialect) == []


MESSAGES = [
    ("@a{k, t = {x}", "the entry is not closed: expected `}`, found the end of the file on line 1, column 14"),
    (
        "@a{k,\n t = {x",
        "the value of `t`, which begins on line 2, is never closed, found the end of the file on line 2",
    ),
    (
        "@a{k,\n t = {x,\n u = {y}\n}\n@b{l}\n",
        "the value of `t` is not closed and takes in the fields below it, found `@b`",
    ),
    ("@a{k, t = {x}; u = 1}", "expected `,` or `}` after the value of `t`, found `;` on line 1, column 14"),
    ('@a{k, t = "x "y" z"}', "the value of `t` ends at the second quotation mark: expected `,` or `}`, found `y` on"),
    (
        '@a{k, t = "x } y"}',
        "the value of `t` has more closing braces than opening ones, or lacks its closing quotation",
    ),
    ("@a{k, t {x}}", "expected `=` after the field name `t`, found `{` on line 1, column 9"),
    ("@a{k, t = , u = 1}", "expected the value of `t`, found `,` on line 1, column 11"),
    ("@a{k, t = {x} # , u = 1}", "expected another part of the value of `t` after `#`, found `,`"),
    ("@a{k, t = x y}, u = 1}", "the value of `t` is closed but not opened, found `y` on line 1, column 13"),
    ("@a{k,, t = 1}", "expected the name of a field or `}` after the comma, found `,` on line 1, column 6"),
    ("@a{k,\x0c t = 1}", "found the character U+000C on line 1, column 6"),
    ("@a(k, t = {x}}", "the entry is not closed by the `)` that belongs to how it is opened, found `}`"),
    ("@a,\n t = {x}", "expected `{` after `@a`, found `,` on line 1, column 3"),
    ("@string{t {x}}", "expected `=` after the name of the macro, found `{` on line 1, column 11"),
    ("@string{t = {x}, u = {y}}", "expected `}` after the value, found `,` on line 1, column 16"),
    ("@string{}", "expected the name of a macro, found `}`"),
]


LAST_LINES = [
    ("@misc{a}\n@misc{b} @misc{c}", "@misc{a}\n@misc{b}\n@misc{c}"),
    ("@misc{a}@misc{b} @misc{c}\n", "@misc{a}\n@misc{b}\n@misc{c}\n"),
    ("@misc{a,\r\n t = {x}\r\n} @string{b = {c}}", "@misc{a,\r\n t = {x}\r\n}\r\n@string{b = {c}}"),
    ("@misc{a} @comment{b}", "@misc{a} @comment{b}"),
    ("@misc{a} % see @misc{b}", "@misc{a} % see @misc{b}"),
    ("@misc{a} me@example.org", "@misc{a} me@example.org"),
    ("@misc{a}\n\n", "@misc{a}\n\n"),
]


PERCENTS = [
    ("@a{k,\n  % t = {x},\n  u = {y}\n}\n", "% t = {x},\n@a{k,\n  u = {y}\n}\n"),
    ("@a{k, t = {x}, % c\r\n u = {y}\r\n}\r\n", "% c\r\n@a{k, t = {x},\r\n u = {y}\r\n}\r\n"),
    ("@a{k,\n  % one\n  % two\n  u = {y}\n}\n", "% one\n% two\n@a{k,\n  u = {y}\n}\n"),
    ("@a{k,\n  % me@example.org\n  u = {y}\n}\n", "@a{k,\n  % me@example.org\n  u = {y}\n}\n"),
    ("@b{l} @a{k,\n  % c\n  u = {y}\n}\n", "@b{l} @a{k,\n  % c\n  u = {y}\n}\n"),
]


@pytest.mark.parametrize(
    "piece", ["@", "@a{", "@a{b,c={", "% @a{b,\n", "@a{b,c=1 d=2 ", "a@b.c ", "@comment{{ @", "@a{b,%\n"]
)
@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_time_is_linear_in_the_text(piece: str, dialect: str) -> None:
    from time import process_time

    def seconds(count: int) -> float:
        start = process_time()
        lint(piece * count, dialect)
        return process_time() - start

    assert seconds(8000) < 12 * seconds(2000) + 0.5
