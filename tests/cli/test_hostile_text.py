"""Whatever stands in a file, in its name or in the settings, no command prints what steers a terminal or a CI job."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.reports import FORMATS
from bibcheck.reports.visible import visible

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs names as POSIX has them")

STEERING = "\x1b[31m \x9b31m \u202e \u2066 \x07 ##[error]x <script>alert(1)</script>"
COMMAND = "::error::pwned"
HOSTILE = f"{COMMAND} {STEERING} %0A{COMMAND} \r{COMMAND}"
NAMES = (f"{COMMAND}.bib", f"a{STEERING.replace('/', '')}\n{COMMAND}.bib")
FIELDS = """author booktitle crossref date doi edition editor eprint isbn issn journal month note number pages publisher
    series title url volume year""".split()
BIBLIOGRAPHY = f"""\
% {HOSTILE}
{COMMAND} % bibcheck: ignore {STEERING}
@string{{a\x9b = {{{HOSTILE}}}}}
@article{{{COMMAND}\x9b\u202e, title = {{{HOSTILE}}}, title = {{{HOSTILE}}}, pages = {{1-2}}, note = b\u202e,
  \u202efoo\x9b = {{x}}}}
@{COMMAND}{{{COMMAND},
"""
BIBLIOGRAPHY += "".join(f"@inproceedings{{{COMMAND}{name}, {name} = {{{HOSTILE}}}, year = 2000}}\n" for name in FIELDS)
BIBLIOGRAPHY += f"@misc{{k, title={{{HOSTILE}}} year = 2000}}\n@misc{{k, author = {{A}}}}\n@comment{{{HOSTILE}"
TEXT = HOSTILE.replace("\\", "").translate({code: f"\\u{code:04x}" for code in (*range(32), *range(127, 160))})
SETTINGS = f"""\
documents = ["d.tex"]
[venues]
"{TEXT}" = {{ name = "{TEXT}", forms = ["{TEXT} x"], doi = false }}
[entries]
"{TEXT}" = {{ ignore = ["missing-doi"], why = "{TEXT}" }}
[[custom]]
name = "house-rule"
field = "title"
pattern = "(?s).+"
message = "{TEXT}"
replace = "{TEXT}"
"""
DOCUMENT = f"\\documentclass{{article}}\\bibliography{{{COMMAND}}} \\cite{{{COMMAND},{STEERING}}} {HOSTILE}"
DATA = {"json", "jsonl", "sarif", "rdjson", "read"}  # say what stands there, and are read by programs

# What prints anything of a file, a name or the settings.
COMMANDS: list[list[str]] = [
    *(["check", "--select", "all", "--show-all", "--output-format", name] for name in FORMATS),
    ["check", "--select", "all"],
    ["check", "--statistics"],
    ["check", "--show-files"],
    ["check", "--fix", "--unsafe-fixes", "--show-fixes", "--select", "all", "--ignore", "titles"],
    ["check", "--baseline", "b.json", "--update-baseline"],
    ["check", "--add-ignores"],
    ["check", "--document", HOSTILE],
    ["check", "--select", HOSTILE],
    ["check", "--preset", HOSTILE],
    ["check", "--config", f"{STEERING}=1"],
    ["check", "--config", f"ignore=[{TEXT!r}]"],
    ["check", "--since", HOSTILE],
    ["check", "--baseline", HOSTILE],
    ["check", "--output-file", f"{HOSTILE}/x"],
    ["check", f"--{HOSTILE}"],
    ["check", f"{COMMAND}/{STEERING}"],
    [HOSTILE],
    ["--quiet", HOSTILE],
    ["help", HOSTILE],
    ["format"],
    ["format", "--check"],
    ["format", f"{COMMAND}/{STEERING}"],
    ["rule"],
    ["rule", "house-rule"],
    ["rule", HOSTILE],
    ["rule", "--output-format", "json"],
    ["rule", "--output-format", "markdown", "house-rule"],
    ["config"],
    ["config", NAMES[0]],
    ["config", HOSTILE],
    ["config", "--schema"],
    ["venue", HOSTILE],
    ["venue", "--output-format", "json", HOSTILE],
    *(["venue", name] for name in NAMES),
    *(["read", name] for name in NAMES),
    *(["read", "--as", "biber", name] for name in NAMES),
    ["read", HOSTILE],
    ["read", "--count"],
    ["init", "--yes"],
    ["init", "--yes", "--preset", HOSTILE],
    ["clean"],
    ["completion", HOSTILE],
]


def hostile_lines(text: str) -> list[str]:
    """The lines that steer what shows them."""
    lines = text.replace("\t", "").split("\n")
    return [line for line in lines if visible(line) != line or line.lstrip().startswith("::")]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that somebody has filled for us, which is the current folder."""
    folder = tmp_path / f"{COMMAND} {STEERING.replace('/', '')}"
    try:
        (folder / ".git").mkdir(parents=True)
        for name in NAMES:
            (folder / name).write_text(BIBLIOGRAPHY, encoding="utf-8", newline="")
    except OSError:
        pytest.skip("the file system takes no such names")
    (folder / "bibcheck.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "d.tex").write_text(DOCUMENT, encoding="utf-8", newline="")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: ascii(" ".join(command))[1:60])
def test_no_command_prints_what_steers(project: Path, command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    if command[0] == "init":
        os.unlink("bibcheck.toml")
    main(command)
    sys.stdout.flush()
    printed = capfd.readouterr()
    assert printed.out + printed.err
    assert hostile_lines(printed.err) == []
    lines = hostile_lines(printed.out.replace("##", "#") if DATA.intersection(command) else printed.out)
    if "github" in command:
        lines = [line for line in lines if not line.startswith(("::error file=", "::warning file=", "::notice title="))]
    assert lines == []
    if "html" in command:
        assert "<script>alert" not in printed.out


BROKEN = [
    f'"{TEXT}" = 1\n',
    f'ignore = ["{TEXT}"]\n',
    f'[rules."{TEXT}"]\nx = 1\n',
    f'[rules.missing-doi]\n"{TEXT}" = "{TEXT}"\n',
    f'preset = ["{TEXT}"]\n',
    f'documents = ["{TEXT}"]\n',
    f'baseline = "{TEXT}"\n',
    f'extend = "{TEXT}"\n',
    f'dialect = "{TEXT}"\n',
    f'[[custom]]\nname = "{TEXT}"\n',
    f'[[custom]]\nname = "a-rule"\nfield = "title"\npattern = "[{TEXT}"\nmessage = "m"\n',
    f"[[{HOSTILE}\n",
    f"x = {STEERING}\n",
]


@pytest.mark.parametrize("settings", BROKEN, ids=lambda text: ascii(text)[1:40])
@pytest.mark.parametrize("command", ["check", "format", "config", "rule"])
def test_no_complaint_about_settings_does(
    project: Path, settings: str, command: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "bibcheck.toml").write_text(settings, encoding="utf-8")
    main([command])
    sys.stdout.flush()
    printed = capfd.readouterr()
    assert hostile_lines(printed.err) == []
    assert hostile_lines(printed.out) == []
