"""Settings that add to those of other files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.settings.find import Settings, SettingsFinder
from bibcheck.settings.selection import Selection

HOUSE = '[[custom]]\nname = "house"\nfield = "x"\npattern = "{}"\nmessage = "m"'


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a folder `sub`; the current folder is the repository."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(**files: str) -> None:
    """Write `sub__bibcheck` to sub/bibcheck.toml."""
    for name, text in files.items():
        path = Path(name.replace("__", "/") + ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def settings_of(folder: str) -> Settings:
    return SettingsFinder().settings_for(os.path.abspath(folder))


def test_settings_add_to_those_of_another_file() -> None:
    write(
        bibcheck='dialect = "bibtex"\nignore = ["pages"]\n[rules]\nmissing-doi = { level = "error", expect = "always" }\n',
        sub__bibcheck='extend = "../bibcheck.toml"\nignore = ["dates"]\n[rules]\nmissing-doi = "warning"\n',
    )
    settings = settings_of("sub")
    assert (settings.table.dialect, settings.table.ignore) == ("bibtex", ("pages", "dates"))
    selection = Selection(settings)
    assert selection.decide("missing-doi") == ("warning", "sub/bibcheck.toml:4")
    assert selection.options("missing-doi") == {"expect": "always"}
    assert selection.option_origin("missing-doi") == "bibcheck.toml:4"
    assert selection.decide("hyphen-in-range") == ("off", "bibcheck.toml:2")
    assert (selection.dialect, selection.dialect_origin) == ("bibtex", "bibcheck.toml:1")
    assert [source.path for source in settings.sources] == ["bibcheck.toml", "sub/bibcheck.toml"]


def test_a_later_file_goes_before_an_earlier_one_and_files_may_extend_in_turn() -> None:
    write(
        a='dialect = "bibtex"\nvenue-form = "full"\n',
        b='extend = "c.toml"\ndialect = "biblatex"\n',
        c='style = "plain"\nvenue-form = "acronym"\ndialect = "bibtex"\n',
        sub__bibcheck='extend = ["../a.toml", "../b.toml"]\n',
    )
    table = settings_of("sub").table
    assert (table.dialect, table.venue_form, table.style) == ("biblatex", "acronym", "plain")


def test_two_files_may_extend_one_which_is_read_once() -> None:
    write(
        a="ignore = ['pages']\nstyle = 'plain'\n" + HOUSE.format("x"),
        b='extend = "a.toml"\nstyle = "alpha"\n',
        c='extend = "a.toml"\n',
        bibcheck='extend = ["b.toml", "c.toml"]',
    )
    table = settings_of(".").table
    assert (table.ignore, table.style, len(table.custom)) == (("pages",), "alpha", 1)


def test_many_files_that_extend_the_same_two_are_soon_read() -> None:
    write(a0="", b0="style = 'plain'\n", bibcheck='extend = "a40.toml"')
    for number in range(1, 41):
        text = f'extend = ["a{number - 1}.toml", "b{number - 1}.toml"]'
        write(**{f"a{number}": text, f"b{number}": text})
    assert settings_of(".").table.style == "plain"


def test_a_pyproject_may_be_extended() -> None:
    write(pyproject='[tool.bibcheck]\ndialect = "bibtex"\n', sub__bibcheck='extend = "../pyproject.toml"\n')
    assert settings_of("sub").table.dialect == "bibtex"


def test_patterns_and_paths_hold_from_the_file_that_has_them() -> None:
    write(
        house__bibcheck='baseline = "known.json"\ndocuments = ["main.tex"]\nexclude = ["old"]\n',
        bibcheck='exclude = ["build"]\nper-file-ignores = { "sub/x.bib" = ["pages"] }\n',
        sub__bibcheck='extend = ["../bibcheck.toml", "../house/bibcheck.toml"]\n',
    )
    settings = settings_of("sub")
    assert settings.baseline == os.path.abspath("house/known.json")
    assert settings.documents == (os.path.abspath("house/main.tex"),)
    assert settings.excludes(os.path.abspath("build"))
    assert not settings.excludes(os.path.abspath("sub/build"))
    assert settings.ignored(os.path.abspath("sub/x.bib")) == ["pages"]
    assert settings.ignored(os.path.abspath("sub/sub/x.bib")) == []


def test_house_rules_are_joined() -> None:
    rule = '[[custom]]\nname = "{}"\nfield = "title"\npattern = "x"\nmessage = "m"\n'
    write(
        bibcheck=rule.format("one"),
        sub__bibcheck='extend = "../bibcheck.toml"\nignore = ["one"]\n' + rule.format("two"),
    )
    assert settings_of("sub").catalogue.expand(["custom"]) == {"one", "two"}


def test_what_an_extended_file_silences_has_its_place_there(capsys: pytest.CaptureFixture[str]) -> None:
    entries = '[entries]\na = { ignore = ["hyphen-in-range"] }\n'
    write(bibcheck=entries, sub__bibcheck='extend = "../bibcheck.toml"\n')
    Path("sub/a.bib").write_text("@article{a, note = {x}}\n")
    assert main(["check", "--output-format", "concise", "--select", "syntax,pages", "sub/a.bib"]) == 1
    assert capsys.readouterr().out.startswith("bibcheck.toml:2:17: warning unused-suppression ")


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"bibcheck": 'extend = "none.toml"'}, "bibcheck.toml:1:10: `extend` names `none.toml`, and there is no such file"),
        ({"bibcheck": "extend = [\n 'none.toml']"}, "bibcheck.toml:2:2: `extend` names `none.toml`, and there is no such"),
        ({"bibcheck": 'extend = "a\\u0000b"'}, "bibcheck.toml:1:10: `extend` names `a\\x00b`, and there is no such file"),
        ({"bibcheck": 'extend = ""'}, "bibcheck.toml:1:10: `extend` names ``, and there is no such file"),
        ({"bibcheck": 'extend = "sub"'}, "bibcheck.toml:1:10: `extend` names `sub`, which is no file"),
        ({"bibcheck": "extend = 1"}, "bibcheck.toml:1:10: `extend` must be a string or a list of strings, and this is a whole"),
        ({"bibcheck": "extend = [1]"}, "bibcheck.toml:1:11: `extend` must be a string, and this is a whole number"),
        ({"bibcheck": 'extend = "bibcheck.toml"'}, "bibcheck.toml:1:10: these settings extend themselves: `bibcheck.toml`"),
        (
            {"bibcheck": 'extend = "a.toml"', "a": 'extend = "sub/b.toml"', "sub__b": 'extend = "../a.toml"'},
            "sub/b.toml:1:10: these settings extend themselves: `a.toml` extends `sub/b.toml` extends `a.toml`",
        ),
        ({"bibcheck": 'extend = "a.toml"', "a": "slect = []"}, "a.toml:1:1: unknown setting `slect`; did you mean `select`?"),
        ({"bibcheck": 'extend = "a.toml"', "a": "x = "}, "a.toml:1:5: broken TOML"),
        (
            {"bibcheck": 'extend = "pyproject.toml"', "pyproject": "[project]"},
            "bibcheck.toml:1:10: `extend` names `pyproject.toml`, and there is no [tool.bibcheck] in it",
        ),
        (
            {"bibcheck": 'extend = "a.toml"\nignore = ["hous"]', "a": HOUSE.format("x")},
            "bibcheck.toml:2:11: unknown rule or category `hous`; did you mean `house`?",
        ),
        (
            {"bibcheck": 'extend = "a.toml"', "a": HOUSE.format("(")},
            "a.toml:4:11: this is no regular expression",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_extended_is_told_with_its_place(
    capsys: pytest.CaptureFixture[str], files: dict[str, str], message: str
) -> None:
    write(**files)
    Path("a.bib").write_text("")
    assert main(["check", "a.bib"]) == 2
    assert capsys.readouterr().err.startswith(f"bibcheck: {message}")
