import random
import re
from time import process_time

import pytest

from bibcheck.values.titles import title_words

# Titles and what bibtex makes of them with `title "t" change.case$`.
CHANGED = [
    ("DNA and X-ray: The IPv6", "Dna and x-ray: The ipv6"),
    ("{DNA} {D}NA RNA", "{DNA} {D}na rna"),
    (r"G{\"o}del {\"O}SV \"Osv", r"G{\"o}del {\"o}sv \"osv"),
    (r"\"{U}ber G\"{o}del", r"\"{U}ber g\"{o}del"),
    (r"{\em DNA} \emph{DNA} {\v SAB}", r"{\em DNA} \emph{DNA} {\v sab}"),
    (r"\O stergaard {\O}STERGAARD {\AA}B {\OE}UVRE", r"\o stergaard {\o}stergaard {\aa}b {\oe}uvre"),
    (r"{\'E}TUDE: {\'E}TUDE", r"{\'E}tude: {\'E}tude"),
    (r"A:~B: C:D: \'Ex", r"A:~b: C:d: \'ex"),
    ("``Quoted'' Word", "``quoted'' word"),
    ("Foo{:} Bar", "Foo{:} bar"),
    (r"{{\'E}tude} {Pok{\'e}mon GO}", r"{{\'E}tude} {Pok{\'e}mon GO}"),
    (r"{\TeX} and {{\TeX}}nician: {\LaTeX} Book", r"{\TeX} and {{\TeX}}nician: {\LaTeX} book"),
    ("$K$-Means and {$K$-Means}", "$k$-means and {$K$-Means}"),
    ("{GPU}'s {C++}-Based: {A} Survey", "{GPU}'s {C++}-based: {A} survey"),
    ("{OSDI} '16 -- A Report", "{OSDI} '16 -- a report"),
    ("3D Printing", "3d printing"),
    (r"{\relax Ch}ar {\.I}STANBUL {\c{C}}ELIK", r"{\relax Ch}ar {\.i}stanbul {\c{c}}elik"),
]


def names(words):
    return [word.text for word in words]


@pytest.mark.parametrize(("title", "changed"), CHANGED)
def test_words_keep_or_change_their_case_as_in_bibtex(title, changed):
    words = title_words(title)
    assert words
    for word in words:
        before, after = title[word.start : word.end], changed[word.start : word.end]
        opening = len(r"{\'E}") if before.startswith("{") else 1
        if word.protected:
            assert after == before
        elif word.bare and word.opens:
            assert after == before[:opening] + lower(before[opening:])
        elif word.bare:
            assert after == lower(before)


def lower(text):
    """Lower case as BibTeX has it: ASCII letters."""
    return re.sub("[A-Z]+", lambda match: match[0].lower(), text)


WORDS = [
    ("DNA and X-ray: The IPv6 don't", "DNA and X-ray The IPv6 don't", "DNA and X-ray The IPv6 don't", ""),
    ("{DNA} {D}NA RNA", "DNA DNA RNA", "RNA", "DNA"),
    ("{{All of it}}", "All of it", "", "All of it"),
    (r"G{\"o}del {\"O}SV \"Osv G\"odel G\"{o}del", "Gödel ÖSV Ösv Gödel Gödel", "Gödel ÖSV Ösv Gödel Gödel", ""),
    (r"\"{O}SV \'{E}TUDE", "ÖSV ÉTUDE", "", ""),
    (r"{\O}stergaard \O stergaard {\aa}B", "Østergaard Østergaard åB", "Østergaard Østergaard åB", ""),
    (r"{\em DNA} {\v SAB} {\sl A {B}}", "DNA ŠAB A B", "", ""),
    (r"\emph{DNA} \textsc{Unix}like", "DNA Unixlike", "", "DNA"),
    (r"{{\'E}tude} {Pok{\'e}mon}", "Étude Pokémon", "", "Étude Pokémon"),
    (r"\TeX\ {\LaTeX} {{\TeX}}nician", "TeX LaTeX TeXnician", "", ""),
    (r"$K$-Means of $O(n)$ \(X\) H$_2$O", "K-Means of O n X H2O", "of", ""),
    ("{GPU}'s {C++}-Based", "GPU's C Based", "Based", "C"),
    ("A--B C---D E/F", "A B C D E F", "A B C D E F", ""),
    ("``Quoted'' `Word'", "Quoted Word", "Quoted Word", ""),
    ("x~Y\n   Z", "x Y Z", "x Y Z", ""),
    (r"AT\&T snake\_case data\-Base", "AT T snake_case dataBase", "AT T", ""),
    (r"\foo{Bar} \foo", "Bar foo", "", "Bar"),
    ("", "", "", ""),
    ("{} -- ...", "", "", ""),
]


@pytest.mark.parametrize(("title", "texts", "bare", "protected"), WORDS)
def test_words_and_their_kinds(title, texts, bare, protected):
    words = title_words(title)
    assert " ".join(names(words)) == texts
    assert " ".join(names(word for word in words if word.bare)) == bare
    assert " ".join(names(word for word in words if word.protected)) == protected


@pytest.mark.parametrize(
    ("title", "openers"),
    [
        ("Foo Bar: The End", "Foo The"),
        (" \n Foo Bar", "Foo"),
        ("Foo:\n      The End", "Foo The"),
        (r"{\'E}tude: {\"O}sterreich", "Étude Österreich"),
        (r"\'Etude: \"Osterreich", ""),  # there the accent is the first character
        ("Foo:Bar: ``Baz", "Foo"),
        ("Foo:~Bar", "Foo"),
        ("``Foo'' Bar", ""),
        ("Foo{:} Bar", "Foo"),
    ],
)
def test_the_first_word_and_those_after_a_colon_open(title, openers):
    assert " ".join(names(word for word in title_words(title) if word.opens)) == openers


@pytest.mark.parametrize(
    ("title", "sources"),
    [
        ("a {D}NA b", ["a", "{D}NA", "b"]),
        ("{DNA} {X}-ray", ["DNA", "{X}-ray"]),
        (r"G{\"o}del's \emph{Foo}", [r"G{\"o}del's", "Foo"]),
        ("{A Title}", ["A", "Title"]),
        (r"\textsc{D}na $O(n)$", [r"\textsc{D}na", "$O(n)$", "$O(n)$"]),
    ],
)
def test_a_word_has_its_place(title, sources):
    assert [title[word.start : word.end] for word in title_words(title)] == sources


def test_any_value_has_words_in_order():
    choose = random.Random(0)
    for _ in range(3000):
        value = "".join(
            choose.choices([*"\\{}$~ :A-b'\"", "\\emph", "\\'", "{\\'E}", "\u0301", "é"], k=choose.randint(1, 14))
        )
        words = title_words(value)
        assert all(word.start < word.end for word in words)
        assert not any(word.bare and word.protected for word in words)
        starts = [word.start for word in words]
        assert starts == sorted(starts)


@pytest.mark.parametrize(
    "unit", ["{", "\\", "$", "A ", "{A}", "{\\'A}", "\\'{A}", "a-", "'", "$A$ ", "{A", ": A", ":\n", "{\\em A} "]
)
def test_a_long_value_takes_its_time_in_proportion(unit):
    started = process_time()
    title_words(unit * (200_000 // len(unit)))
    assert process_time() - started < 10
