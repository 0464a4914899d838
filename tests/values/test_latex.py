import random
import subprocess
import sys
from time import process_time

import pytest

from bibcheck.text.latex import brace_groups, decode, math_spans
from bibcheck.text.latex_commands import ask_pylatexenc

PLAIN = [
    "",
    "Computer Programming as an Art",
    "Gödel, Escher, Bach",
    "50% of what? 100%!",
    "a & b # c _ d ^ e",
    "O'Reilly's well-known book",
    "10.1145/3133956",
]

TEXTS = [
    # accents
    (r"\"a \'e \`e \^o \~n \=u \.z", "ä é è ô ñ ū ż"),
    (r"\"{a} {\"a} {\"{a}} \" a", "ä ä ä ä"),
    (r"\c{c} \c c {\c c} \v{s} \v s \H{o} \k{a} \r{u} \u{g} \d{u} \b{b}", "ç ç ç š š ő ą ů ğ ụ ḇ"),
    (r"\'\i \'{\i} {\'\i}n \^{\i} \'\j", "íí ín î j́"),
    (r"{\'{\^e}} \'{\^{e}}", "ế ế"),
    (r"\'{\ae}", "ǽ"),
    (r"Erd{\H o}s and Paul Erd\H{o}s", "Erdős and Paul Erdős"),
    ("e\u0301t\u00e9 o\u0302\u0301", "été ố"),
    # letters and symbols
    (r"{\o} \o{} \O stergaard {\ss} \ss\ {\aa}\AA{} \L{}ukasz \L ukasz \i", "ø ø Østergaard ß ß åÅ Łukasz Łukasz ı"),
    (r"\& \% \_ \# \$ \{ \}", "& % _ # $ { }"),
    (r"AT{\&}T {\&}", "AT&T &"),
    (r"``a'' --- b -- c ?`d !`e `f'", "“a” — b – c ¿d ¡e `f'"),
    (r"a\textendash b \textemdash{} \ldots{} \copyright{} \S\,5", "a–b — … © § 5"),
    (r"\textquotedblleft a\textquotedblright", "“a”"),
    (r"\TeX{} and {\LaTeX} and \BibTeX", "TeX and LaTeX and BibTeX"),
    # white space
    ("J.~R. Tolkien", "J. R. Tolkien"),
    ("a\n    b\t c  d \n e", "a b c d e"),
    (" a ", "a"),
    ("{ a } { b }", "a b"),
    (r"J.\,R.\ Smith\\x", "J. R. Smith x"),
    (r"data\-base \/x\@.", "database x."),
    ("a~ b", "a b"),
    ("no\u00a0break\u2009space", "no break space"),
    ("soft\u00adhyphen", "softhyphen"),
    # groups and styles
    ("{{The} {DNA}}", "The DNA"),
    (r"\emph{x} \textit{y} {\em z} {\bf a} \textsc{B} \mbox{c}", "x y z a B c"),
    (r"4\textsuperscript{th}", "4th"),
    (r"\url{http://a.org/b_c~d%20e}", "http://a.org/b_c~d%20e"),
    (r"\href{http://a.org/~b}{text}", "text"),
    (r"Meta\kern-.1em Font", "MetaFont"),
    (r"\noopsort{1973b}x", "x"),
    # formulas
    (r"$\mu$ $n$ $\alpha$-helix", "μ n α-helix"),
    (r"CO$_{2}$ and H$_2$O, 5$^{\rm th}$, 6\({}^{\mbox{th}}\)", "CO2 and H2O, 5th, 6th"),
    (r"$10^{-3}$ $n \times n$ $90^{\circ}$ $Z^\prime$", "10^-3 n × n 90° Z′"),
    (r"$\mathcal{O}(n \log n)$ $\mathbb{R}^n$", "O(n log n) R^n"),
    (r"29th $\{$USENIX$\}$ Symposium", "29th {USENIX} Symposium"),
    (r"costs \$5 or $6", "costs $5 or $6"),
    (r"$}a{$ b", "$a$ b"),
    # what pylatexenc knows
    (r"$\frac{1}{2}$ $\sqrt{s}=7$ $\bar{x}$", "1/2 √(s)=7 x̅"),
    (r"\textonehalf{} {\texthvlig}", "½ ƕ"),
    (r"\texorpdfstring{$\alpha$}{alpha}b", "alphab"),
    (r"a\footnote{50% off} b", "a[50% off] b"),
    # what nobody knows: a name, unless an argument or a styled text follows
    (r"the \CTAN{} and \foo, \foo bar", "the CTAN and foo, foo bar"),
    (r"\foo{bar} {\smc Unix}", "bar Unix"),
    (r"\apj", "apj"),
    (r"\today", "today"),
    # broken
    ("\\", "\\"),
    ("{\\", "\\"),
    (r"\'", "'"),
    (r"\frac{1}", "1"),
    (r"\cite", "cite"),
    (r"$\frac{1}$", "frac1"),
    (r"\href{a", "a"),
    (r"\(x", "x"),
    ("$", "$"),
    ("}{", ""),
]

SPANS = [
    ("plain text", "text", "text"),
    (r"G{\"o}del", "ö", r"{\"o}"),
    (r"G\"{o}del", "ö", r"\"{o}"),
    (r"G{\"o}del", "Gödel", r"G{\"o}del"),
    (r"{G{\"o}del} x", "Gödel", r"G{\"o}del"),
    ("{DNA} replication", "DNA", "DNA"),
    ("{DNA} replication", "replication", "replication"),
    ("{D}NA test", "DNA", "{D}NA"),
    ("test {D}NA", "DNA", "{D}NA"),
    ("DN{A}", "DNA", "DN{A}"),
    ("{{D}NA}", "DNA", "{D}NA"),
    ("{Deep} {Learning}", "Deep Learning", "{Deep} {Learning}"),
    (r"\emph{D}NA", "DNA", r"\emph{D}NA"),
    (r"x \textbf {D}NA", "DNA", r"\textbf {D}NA"),
    (r"\emph{Word}", "Word", "Word"),
    ("{Deep Learning} for", "Learning for", "Learning} for"),  # no way to balance it
    ("a\n   b", " ", "\n   "),
    ("  a", "a", "a"),
    ("pages 1--2", "–", "--"),
    (r"A $\alpha$-helix", "α", r"$\alpha$"),
    (r"A $\alpha$-helix", "helix", "helix"),
    (r"$n^2$-ary", "^", "$n^2$"),
    (r"{\TeX}book", "TeXbook", r"{\TeX}book"),
    (r"the \LaTeX\ book", "LaTeX", r"\LaTeX"),
    (r"\url{http://a_b}", "a_b", "a_b"),
    (r"\texorpdfstring{$\alpha$}{alpha}b", "b", "b"),
    (r"\texorpdfstring{$\alpha$}{alpha}b", "pha", r"\texorpdfstring{$\alpha$}{alpha}"),
    (r"\foo bar", "bar", "bar"),
    (r"50\% of 10% x", "x", "x"),
    ("e\u0301te", "é", "e\u0301"),
]


@pytest.mark.parametrize("value", PLAIN)
def test_a_value_without_latex_is_its_own_text(value):
    decoded = decode(value)
    assert decoded.text == value
    assert all(decoded.source_span(start, start + 1) == (start, start + 1) for start in range(len(value)))


@pytest.mark.parametrize(("value", "text"), TEXTS)
def test_latex_becomes_text(value, text):
    assert decode(value).text == text


@pytest.mark.parametrize(("value", "part", "source"), SPANS)
def test_text_is_found_in_the_value(value, part, source):
    decoded = decode(value)
    place = decoded.text.index(part)
    start, end = decoded.source_span(place, place + len(part))
    assert value[start:end] == source


@pytest.mark.parametrize(
    ("value", "offset", "place"),
    [("{ab}", 0, 1), ("{ab}", 1, 2), ("{ab}", 2, 4), ("ab", 2, 2), ("{}", 0, 2)],
)
def test_an_empty_part_has_a_place(value, offset, place):
    assert decode(value).source_span(offset, offset) == (place, place)


@pytest.mark.parametrize(
    ("value", "formulas"),
    [
        ("plain", []),
        ("$x$ and $$y$$", ["$x$", "$$y$$"]),
        (r"\(x\) \$5 $y$", [r"\(x\)", "$y$"]),
        (r"\\(x) and $z$", ["$z$"]),
        (r"5 $ and", []),
        ("a {$x} y$ $z$", ["$ $"]),
        (r"$\{$USENIX$\}$", [r"$\{$", r"$\}$"]),
        (r"$a\$b$", [r"$a\$b$"]),
        (r"\(x", []),
    ],
)
def test_formulas(value, formulas):
    assert [value[start:end] for start, end in math_spans(value)] == formulas


@pytest.mark.parametrize(
    ("value", "groups"),
    [
        ("plain", []),
        ("{DNA} and {RNA}", ["{DNA}", "{RNA}"]),
        ("{a {b} c}", ["{a {b} c}"]),
        (r"G{\"o}del {\em {X}}", [r"{\"o}", r"{\em {X}}"]),
        (r"\emph{X} {{\'E}tude}", ["{X}", r"{{\'E}tude}"]),
        (r"a\{b\}", [r"{b\}"]),
        ("} {a", ["{a"]),
    ],
)
def test_groups(value, groups):
    assert [value[start:end] for start, end in brace_groups(value)] == groups


ATOMS = [*"\\{}$~%^ \n'`-aei[]&", "--", "é", "\u0301", "\u00a0", "\\i", "\\c", '\\"', "\\(", "\\)", "\\\\", "\\frac"]
ATOMS += [
    "\\sqrt",
    "\\foo",
    "\\url{",
    "\\emph",
    "\\begin{a}",
    "\\footnote",
    "\\textcolor",
    "\\cite",
    "\\hspace",
    "\\href",
]


def test_broken_latex_never_fails_and_every_character_has_a_source():
    choose = random.Random(0)
    for _ in range(4000):
        value = "".join(choose.choices(ATOMS, k=choose.randint(1, 14)))
        decoded = decode(value)
        assert "  " not in decoded.text
        assert decoded.text == decoded.text.strip(" ")
        for offset in range(len(decoded.text)):
            start, end = decoded.source_span(offset, offset + 1)
            assert 0 <= start < end <= len(value), value
        assert all(value[start] in "$\\" for start, _ in math_spans(value))


def test_pylatexenc_does_not_speak_up(caplog):
    ask_pylatexenc.cache_clear()
    assert decode(r"a \sqrt\frac").text == "a sqrtfrac"
    assert not caplog.records


REPEATED = [
    *"{}\\$~%^'- \n\u00a0",
    "a ",
    "$}",
    "$ \\$",
    "\\(",
    "\\a{",
    "\\foo ",
    "\\'{",
    "{\\",
    "\\kern",
    "\\c ",
    "a\u0301",
]
REPEATED += ["\\frac{", "\\frac{a}{b}", "$\\frac{", "$\\sqrt{a}$", "\\url{", "\\href{a}"]


@pytest.mark.parametrize("unit", REPEATED)
def test_a_long_value_takes_its_time_in_proportion(unit):
    value = unit * (300_000 // len(unit))
    started = process_time()
    decoded = decode(value)
    decoded.source_span(0, len(decoded.text))
    math_spans(value)
    assert process_time() - started < 10


def test_common_latex_does_not_load_pylatexenc():
    values = [r"G{\"o}del, \'Eric", r"\emph{A} {\LaTeX} $\mu$ \& $n^2$", r"\apj", r"a--b \url{c}"]
    program = f"import sys\nfrom bibcheck.text.latex import decode\nfor value in {values!r}: decode(value)\n"
    program += "print('pylatexenc' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout == "False\n"
