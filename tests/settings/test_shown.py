"""What `bibcheck rule` and `bibcheck config` show of the settings."""

from __future__ import annotations

import os
import textwrap
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bibcheck.cli import main
from bibcheck.rules import rule_records
from bibcheck.settings.find import SettingsFinder
from bibcheck.settings.toml_text import toml_text

STEERING = "\x1b31m \x9b31m \u202e \u2066 \x7f"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def page(rule: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["rule", rule]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        ("missing-doi", ['expect = "evidence"  # or "always"']),
        ("wrong-dialect", ["pure = false  # or true", "mixed = false  # or true", "allow = []"]),
        ("year-mismatch", ["lag = 2"]),
        (
            "inconsistent-venue",
            ['venue_form = "majority"  # or "full", "abbreviated", "acronym"; `venue-form` sets it for all rules'],
        ),
    ],
)  # fmt: skip
def test_options_are_shown_as_the_settings_have_them(
    capsys: pytest.CaptureFixture[str], rule: str, lines: list[str]
) -> None:
    expected = "".join(f"    {line}\n" for line in [f"[rules.{rule}]", *lines])
    assert page(rule, capsys).endswith(f"\n\nOptions:\n\n{expected}")


@pytest.mark.parametrize("rule", [name for name, record in rule_records().items() if record.options])
def test_options_that_are_shown_may_be_set(capsys: pytest.CaptureFixture[str], rule: str) -> None:
    shown = textwrap.dedent(page(rule, capsys).rpartition("\n\nOptions:\n\n")[2])
    assert set(tomllib.loads(shown)["rules"][rule]) == set(rule_records()[rule].options)
    Path("bibcheck.toml").write_text(shown, encoding="utf-8")
    assert main(["config"]) == 0


def test_a_rule_without_options_shows_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Options" not in page("hyphen-in-range", capsys)


def test_what_steers_a_terminal_is_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    text = toml_text(STEERING)
    Path("bibcheck.toml").write_text(
        f"exclude = [{text}]\n[entries]\n{text} = {{ ignore = ['pages'], why = {text} }}\n"
        f"[[custom]]\nname = 'house'\nfield = 'title'\npattern = {text}\nmessage = {text}\n"
        f"[venues]\n{text} = {{ name = {text} }}\n",
        encoding="utf-8",
    )
    for command in (["rule", "house"], ["rule"], ["rule", "all", "--output-format", "markdown"], ["config"]):
        assert main(command) == 0
        out = capsys.readouterr().out
        assert not set(out) & set(STEERING) - {" ", "m", "3", "1"}, command
    printed = tomllib.loads(out)
    assert (printed["exclude"], printed["custom"][0]["message"]) == ([STEERING], STEERING)
    assert printed["venues"] == {STEERING: {"name": STEERING}}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (3, "3"),
        ('a"b\\', '"a\\"b\\\\"'),
        ("é", '"é"'),
        ("\x1b\x9b\u202e\n", '"\\u001b\\u009b\\u202e\\n"'),
        ((), "[]"),
        (("a", "b"), '["a", "b"]'),
        ({}, "{}"),
        ({"a-b": 1, "c d": {"e": [2]}}, '{ a-b = 1, "c d" = { e = [2] } }'),
    ],
)
def test_values_as_toml(value: Any, text: str) -> None:
    assert toml_text(value) == text
    read = tomllib.loads(f"value = {text}")["value"]
    assert read == (list(value) if isinstance(value, tuple) else value)


@pytest.mark.parametrize("arguments", [[], ["--config", "style='x'"]])
def test_the_new_keys_are_shown(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    Path("bibcheck.toml").write_text(
        'style = "plain"\ndocuments = ["main.tex"]\noutput-format = "concise"\nfail-on = "error"\nbaseline = "known.json"\n'
    )
    assert main(["config", *arguments]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert 'documents = ["main.tex"]  # bibcheck.toml:2' in lines
    assert 'output-format = "concise"  # bibcheck.toml:3' in lines
    assert 'fail-on = "error"  # bibcheck.toml:4' in lines
    assert 'baseline = "known.json"  # bibcheck.toml:5' in lines
    style = 'style = "x"  # command line' if arguments else 'style = "plain"  # bibcheck.toml:1'
    assert style in lines


@pytest.mark.parametrize(
    ("settings", "dialect", "style"),
    [
        ("", "# dialect is judged from each file  # default", 'style = "ACM-Reference-Format"  # preset acm'),
        (
            "documents = ['main.tex']\n",
            "# dialect is judged from each file  # default, where the documents show none",
            'style = "ACM-Reference-Format"  # preset acm, where the documents show none',
        ),
        (
            "documents = ['main.tex']\ndialect = 'bibtex'\nstyle = 'plain'\n",
            'dialect = "bibtex"  # bibcheck.toml:2',
            'style = "plain"  # bibcheck.toml:3',
        ),
    ],
)
def test_documents_come_before_presets(
    settings: str, dialect: str, style: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bibcheck.toml").write_text(f"{settings}preset = ['acm']\n")
    assert main(["config"]) == 0
    assert capsys.readouterr().out.splitlines()[1:3] == [dialect, style]


def test_defaults_of_the_new_keys_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert 'output-format = "full"  # default' in lines
    assert 'fail-on = "warning"  # default' in lines


def test_what_config_shows_is_what_the_settings_come_to(capsys: pytest.CaptureFixture[str]) -> None:
    Path("house.toml").write_text(
        "style = 'plain'\nignore = ['pages']\nper-file-ignores = { a = ['dates'], b = ['dates'] }\n"
        "[entries]\nk = { ignore = ['titles'], why = 'so' }\n[venues]\nV = { name = 'V', forms = ['W'] }\n"
        "[format]\nindent = 4\nsort = ['key']\n"
        "[[custom]]\nname = 'one'\nrequire = ['doi']\n"
    )
    Path("bibcheck.toml").write_text(
        "extend = 'house.toml'\nignore = ['dates']\nper-file-ignores = { a = ['titles'] }\n"
        "[entries]\nk = { ignore = ['names'] }\n[venues]\nV = { name = 'Venue' }\n[format]\nsort = ['year']\n"
        "[[custom]]\nname = 'two'\norder = ['key']\n"
    )
    here = os.getcwd()
    table = SettingsFinder().settings_for(here).table
    assert main(["config"]) == 0
    printed = capsys.readouterr().out
    assert '# extend = "house.toml"  # bibcheck.toml:1' in printed.splitlines()
    assert 'ignore = ["pages", "dates"]  # house.toml:2, bibcheck.toml:2' in printed.splitlines()
    Path("bibcheck.toml").write_text(printed)
    again = SettingsFinder().settings_for(here).table
    for key in ("style", "ignore", "per_file_ignores", "entries", "venues", "format", "custom"):
        assert getattr(again, key) == getattr(table, key), key
