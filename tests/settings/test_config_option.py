"""`--config`, `--isolated` and mistaken options: the settings of the command line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.settings.find import Settings, SettingsFinder
from bibcheck.settings.selection import Selection


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    Path("a.bib").write_text("")
    return tmp_path


def settings_with(*settings: str, isolated: bool = False) -> Settings:
    return SettingsFinder(isolated=isolated, settings=settings).settings_for(os.getcwd())


def test_a_key_of_the_command_line_goes_before_the_settings_file() -> None:
    Path("bibcheck.toml").write_text(
        'dialect = "bibtex"\n[rules]\nmissing-doi = { level = "error", expect = "always" }\n'
    )
    selection = Selection(settings_with('rules.missing-doi.level="warning"', "venue-form='full'"))
    assert selection.decide("missing-doi") == ("warning", "command line")
    assert selection.options("missing-doi") == {"expect": "always"}
    assert selection.options("inconsistent-venue") == {"venue_form": "full"}
    assert (selection.dialect, selection.dialect_origin) == ("bibtex", "bibcheck.toml:1")
    assert selection.settings.source is not None
    assert selection.settings.source.path == "bibcheck.toml"


def test_a_later_one_goes_before_an_earlier_one_and_lists_are_joined() -> None:
    table = settings_with('dialect="bibtex"', 'ignore=["pages"]', 'dialect="biblatex"', 'ignore=["dates"]').table
    assert (table.dialect, table.ignore) == ("biblatex", ("pages", "dates"))


def test_it_holds_without_a_settings_file() -> None:
    Path("bibcheck.toml").write_text('style = "plain"\n')
    assert settings_with("fail-on='error'", isolated=True).table == settings_with("fail-on='error'").table._replace(
        style=None
    )
    Path("bibcheck.toml").unlink()
    settings = settings_with('exclude=["old"]')
    assert settings.source is None
    assert settings.excludes(os.path.abspath("old"))


def test_it_may_extend_a_file() -> None:
    Path("house.toml").write_text('style = "plain"\n')
    assert settings_with('extend="house.toml"').table.style == "plain"


def test_a_file_with_an_equals_sign_in_its_name_is_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a=b.toml").write_text("ignore = ['pages']\n")
    assert main(["config", "--config", "a=b.toml"]) == 0
    assert 'ignore = ["pages"]  # a=b.toml:1\n' in capsys.readouterr().out


def test_config_shows_what_the_command_line_sets(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bibcheck.toml").write_text("ignore = ['pages']\n")
    assert main(["config", "--config", "ignore=['dates']", "--config", "fail-on='error'"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert 'ignore = ["pages", "dates"]  # bibcheck.toml:1, command line' in lines
    assert 'fail-on = "error"  # command line' in lines


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--config", ""], "--config: no file is named"),
        (["--config", "none.toml"], "none.toml: No such file or directory"),
        (["--config", "a.toml", "--config", "b.toml"], "--config names two settings files, `a.toml` and `b.toml`"),
        (["--config", "a.toml", "--isolated"], "--isolated takes no settings from files, and --config names `a.toml`"),
        (["--config", "slect=['pages']"], "--config:1:1: unknown setting `slect`; did you mean `select`?"),
        (["--config", "rules.missing-doi.levl='off'"], "--config:1:1: unknown option `levl` in `rules.missing-doi`; did"),
        (["--config", "style='x'", "--config", "dialect=1"], "--config 2:1:9: `dialect` must be `bibtex` or `biblatex`"),
        (["--config", "dialect=bibtex"], "--config:1:9: broken TOML: invalid value in `dialect=bibtex`; strings need quotes: "),
        (["--config", "extend='none.toml'"], "--config:1:8: `extend` names `none.toml`, and there is no such file"),
        (["--preset", "springer"], "--preset: unknown preset `springer`; there are `aas`, `acl`, `acm`, "),
        (["--config", "preset=['springer']"], "--config:1:9: unknown preset `springer`; there are `aas`, `acl`, `acm`, "),
    ],
)  # fmt: skip
def test_what_the_command_line_may_not_set(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["check", *arguments, "a.bib"]) == 2
    assert capsys.readouterr().err.startswith(f"bibcheck: {message}")


@pytest.mark.parametrize(
    ("command", "option", "message"),
    [
        ("check", "--selct=pages", "unrecognized arguments: --selct=pages; did you mean `--select`?"),
        ("check", "--outputformat", "unrecognized arguments: --outputformat; did you mean `--output-format`?"),
        ("format", "--stdin-file", "unrecognized arguments: --stdin-file; did you mean `--stdin-filename`?"),
        ("check", "--zzz", "unrecognized arguments: --zzz\n"),
        ("check", "--color=x", "argument --color: invalid choice: 'x'"),
    ],
)
def test_a_mistaken_option(capsys: pytest.CaptureFixture[str], command: str, option: str, message: str) -> None:
    assert main([command, option, "a.bib"]) == 2
    assert message in capsys.readouterr().err.replace(" a.bib", "")
