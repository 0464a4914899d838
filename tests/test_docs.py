"""The examples of the documents do what the documents say."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bibcheck.bibliography import Bibliography
from bibcheck.cli import main
from bibcheck.engine.linter import Linter
from bibcheck.formatter import format_text
from bibcheck.formatter.settings import FormatSettings
from bibcheck.rules.manual import examples
from bibcheck.settings.catalogue import Catalogue
from bibcheck.settings.presets import preset_names
from bibcheck.settings.schema import misfits, settings_schema
from bibcheck.settings.table import SettingsTable
from bibcheck.source import Source

DOCS = Path(__file__).resolve().parent.parent / "docs"


def blocks(document: str, language: str) -> list[str]:
    """The code blocks of a document that are in a language."""
    text = (DOCS / document).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder."""
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def test_the_house_rule_without_python(capsys: pytest.CaptureFixture[str]) -> None:
    settings, _, _, _ = blocks("rules.md", "toml")
    (entry,) = blocks("rules.md", "bibtex")
    (report,) = blocks("rules.md", "text")
    Path("bibcheck.toml").write_text(settings, encoding="utf-8")
    Path("a.bib").write_text(entry, encoding="utf-8")
    assert main(["check", "--select", "custom", "--output-format", "concise", "a.bib"]) == 1
    assert capsys.readouterr().out == report
    main(["check", "--select", "custom", "--output-format", "jsonl", "a.bib"])
    (edit,) = json.loads(capsys.readouterr().out)["fix"]["edits"]
    fixed = entry[: edit["start"]] + edit["text"] + entry[edit["end"] :]
    assert fixed == "@inproceedings{a, booktitle = {Workshop on Hot Topics in Operating Systems 2017}}\n"


def test_the_house_rules_of_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    _, settings, _, _ = blocks("rules.md", "toml")
    Path("bibcheck.toml").write_text(settings, encoding="utf-8")
    Path("a.bib").write_text(
        "@book{b, year = 1999, mrnumber = {1}, keywords = {measured, guessed}}\n"
        "@misc{a, year = 2000, mrnumber = {1}, keywords = {measured, modelled}}\n"
    )
    assert main(["check", "--select", "custom", "--output-format", "concise", "a.bib"]) == 1
    rules = {line.split()[2] for line in capsys.readouterr().out.splitlines()}
    assert rules == {"doi-or-url", "known-keywords", "unique-mrnumber", "newest-first"}


def test_the_keys_of_a_house_rule_are_those_of_the_schema() -> None:
    text = (DOCS / "rules.md").read_text(encoding="utf-8")
    keys = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert set(keys) == settings_schema(Catalogue())["properties"]["custom"]["items"]["properties"].keys()


def test_the_rules_in_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, _, package, settings = blocks("rules.md", "toml")
    (module,) = blocks("rules.md", "python")
    points = tomllib.loads(package)["project"]["entry-points"]["bibcheck.rules"]
    information = tmp_path / "our_bibliography_rules-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: our-bibliography-rules\nVersion: 1.0\n")
    lines = "\n".join(f"{name} = {value}" for name, value in points.items())
    (information / "entry_points.txt").write_text(f"[bibcheck.rules]\n{lines}\n")
    (tmp_path / "our_rules.py").write_text(module, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()

    Path("bibcheck.toml").write_text(settings, encoding="utf-8")
    Path("a.bib").write_text(
        "@dataset{a, doi = {10.1000/182}}\n@book{b, publisher = {Faber \\& Faber}}\n@dataset{c, url = {https://x.org}}\n"
    )
    assert main(["check", "--select", "ours", "--output-format", "concise", "a.bib"]) == 1
    assert capsys.readouterr().out == (
        "a.bib:1:10: error unlinked-dataset none of url\na.bib:2:29: warning spelled-ampersand `\\&` for `and` [*]\n"
    )
    rule = Catalogue(SettingsTable(plugins=("ours",))).load("unlinked-dataset")
    for example in examples(rule):
        linter = Linter([rule()])
        linter.add(Source("a.bib", example.text))
        assert bool(linter.finish().findings) is (example.verdict == "Bad")
    sys.modules.pop("our_rules")


@pytest.mark.slow
def test_the_rules_in_python_pass_a_strict_type_checker(tmp_path: Path) -> None:
    (module,) = blocks("rules.md", "python")
    (tmp_path / "our_rules.py").write_text(module, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull, "our_rules.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_settings_that_are_told_of_are_those_there_are() -> None:
    text = (DOCS / "settings.md").read_text(encoding="utf-8")
    schema = settings_schema(Catalogue())
    keys = re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)
    assert set(keys) == schema["properties"].keys()
    row = next(line for line in text.splitlines() if line.startswith("| `preset` |"))
    named = set(re.findall(r"`([a-z]+)`", row)) - {"preset"}
    assert named == set(preset_names()), "the row `preset` of docs/settings.md names all of them"


def test_the_settings_of_the_layout_are_those_there_are() -> None:
    text = (DOCS / "format.md").read_text(encoding="utf-8")
    schema = settings_schema(Catalogue())["properties"]["format"]
    assert re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE) == list(schema["properties"])
    assert {name.replace("_", "-") for name in FormatSettings._fields} == schema["properties"].keys()
    for name, value in schema["properties"].items():
        default = json.dumps(value["default"])
        assert f"`{default}`" in next(line for line in text.splitlines() if line.startswith(f"| `{name}` |"))
        assert list(misfits({"format": {name: value["default"]}}, settings_schema(Catalogue()))) == []


def test_the_layout_is_the_one_that_is_shown() -> None:
    (shown,) = blocks("format.md", "bibtex")
    assert format_text(Bibliography(Source("a.bib", " ".join(shown.split("\n  ")))), FormatSettings()) == shown


@pytest.mark.parametrize("name", ["preset", "plugins", "custom"])
def test_settings_have_a_description(name: str) -> None:
    assert settings_schema(Catalogue())["properties"][name]["description"]
    assert list(misfits({name: []}, settings_schema(Catalogue()))) == []
