"""Whatever lies in a folder, the other files are checked and fixed, and what is not checked has a line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.engine.plan import Plan
from bibcheck.fixing import guard
from bibcheck.settings.files import File
from bibcheck.source import Source
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import Tree

BAD = "@article{a, pages = {97-111}}\n"
FIXED = BAD.replace("97-111", "97--111")
ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links, pipes and names as POSIX has them")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two files to fix, which is the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("a.bib", "z.bib"):
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    return tmp_path


def fix(*arguments: str) -> int:
    return main(["check", "--fix", "--select", "hyphen-in-range", *arguments])


def texts() -> list[str]:
    return [Path(name).read_text(encoding="utf-8") for name in ("a.bib", "z.bib")]


@posix
def test_a_loop_of_links_and_a_pipe_have_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    Path("d").mkdir()
    os.symlink("l.bib", "d/l.bib")
    os.mkfifo("d/p.bib")
    assert fix() == 2
    assert texts() == [FIXED, FIXED]
    assert capsys.readouterr().err.splitlines() == [
        "bibcheck: d/l.bib: Too many levels of symbolic links",
        "bibcheck: d/p.bib: not read: it is no regular file",
    ]


@posix
def test_a_loop_beside_a_file_does_not_keep_its_crossrefs_from_being_judged(capsys: pytest.CaptureFixture[str]) -> None:
    os.symlink("l.bib", "l.bib")
    Path("a.bib").write_text("@misc{b, crossref = {nowhere}}\n", encoding="utf-8")
    assert main(["check", "--select", "undefined-crossref", "a.bib"]) == 1
    printed = capsys.readouterr()
    assert "crossref names `nowhere`" in printed.out and printed.err == ""


@posix
def test_links_that_lead_nowhere_or_to_a_folder_and_folders_named_like_files_are_nothing_to_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("x.bib").mkdir()
    os.symlink("nothing", "dangling.bib")
    os.symlink("x.bib", "folder.bib")
    assert fix() == 0
    assert texts() == [FIXED, FIXED]
    assert capsys.readouterr().err == ""
    assert fix("dangling.bib") == 2
    assert capsys.readouterr().err == "bibcheck: dangling.bib: a link that leads to no file\n"


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_not_read(device: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert fix(device, "a.bib") == 2
    assert texts() == [FIXED, BAD]
    assert capsys.readouterr().err == f"bibcheck: {device}: not read: it is no regular file\n"


@posix
def test_a_name_that_is_no_text_is_shown_with_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    name = os.fsdecode(b"\xff\x1b[31m\n.bib")
    try:
        Path(name).write_text(BAD, encoding="utf-8")
    except OSError:
        pytest.skip("names are UTF-8 here")
    assert main(["check", "--select", "hyphen-in-range", "--output-format", "concise"]) == 1
    assert r"\xff\x1b[31m\n.bib:1:24: warning hyphen-in-range" in capsys.readouterr().out
    assert fix() == 0
    assert Path(name).read_text(encoding="utf-8") == FIXED


@pytest.mark.parametrize(
    "data",
    [
        b"\xfe\xff\xd8\x00\x00@",
        b"\xff\xfe\x00\xd8@\x00m\x00",
        b"\xff\xfe\n@misc{b, title = {T}}",
        b"\xfe\xff\xdc\x80\x00@\x00{",
        b"\x00" * 999,
    ],
)
def test_odd_utf_16_ends_no_run(data: bytes) -> None:
    Path("m.bib").write_bytes(data)
    fix()
    assert texts() == [FIXED, FIXED]
    assert Path("m.bib").read_bytes() == data
    assert main(["format"]) == 0
    assert main(["format", "--check"]) == 0


def test_a_file_that_is_too_large_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bibcheck.toml").write_text("max-file-size = 100", encoding="utf-8")
    Path("a.bib").write_text(BAD * 5, encoding="utf-8")
    assert fix() == 2
    assert texts() == [BAD * 5, FIXED]
    said = "bibcheck: a.bib: not read: it has more than 100 bytes, which `max-file-size` allows\n"
    assert capsys.readouterr().err == said
    assert main(["format"]) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_cannot_be_checked_does_not_keep_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read = Plan.read

    def fail(self: Plan, source: Source) -> object:
        if source.path == "a.bib":
            raise ValueError("no way")
        return read(self, source)

    monkeypatch.setattr(Plan, "read", fail)
    assert fix() == 2
    assert texts() == [BAD, FIXED]
    assert capsys.readouterr().err.startswith(
        "bibcheck: a.bib: not checked: internal error, please report (ValueError: no way at test_hostile_folders.py:"
    )


def test_a_file_that_cannot_be_fixed_does_not_keep_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(source: Source, dialect: str) -> Tree:
        if source.path == "a.bib" and "97--111" in source.text:
            raise RecursionError("deep")
        return parse(source, dialect)

    monkeypatch.setattr(guard, "parse", fail)
    assert fix() == 2
    assert texts() == [BAD, FIXED]
    printed = capsys.readouterr()
    assert printed.err.startswith("bibcheck: a.bib: not fixed: internal error, please report (RecursionError: deep")
    assert "a.bib:1:24: warning hyphen-in-range" in printed.out


def test_a_file_that_cannot_be_laid_out_does_not_keep_the_others(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from bibcheck.engine.layout import Layout

    lay_out = Layout.lay_out

    def fail(layout: Layout, source: Source, file: File) -> str | None:
        if source.path == "a.bib":
            raise ValueError("no way")
        return lay_out(layout, source, file)

    monkeypatch.setattr(Layout, "lay_out", fail)
    assert main(["format"]) == 2
    assert texts() == [BAD, "@article{a,\n  pages = {97-111},\n}\n"]
    assert "bibcheck: a.bib: internal error, please report (ValueError: no way" in capsys.readouterr().err


@posix
@pytest.mark.parametrize(
    ("redirection", "status", "said"),
    [
        ("a.bib >&-", 2, "bibcheck: standard output is closed, and nobody has seen what was found\n"),
        ("- <&-", 2, "bibcheck: <stdin>: standard input is closed\n"),
        ("a.bib 2>&-", 1, ""),
        ("--fix - <&-", 2, "bibcheck: <stdin>: standard input is closed\nno file checked\n"),
        ("nothing.bib 2>&-", 2, ""),
    ],
)
def test_closed_streams(redirection: str, status: int, said: str) -> None:
    program = f"{sys.executable} -m bibcheck check --select hyphen-in-range {redirection}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (status, said)


@posix
def test_what_a_command_pipes_in_as_a_file_is_read() -> None:
    reader, writer = os.pipe()
    os.write(writer, BAD.encode())
    os.close(writer)
    assert main(["check", "--select", "hyphen-in-range", f"/dev/fd/{reader}"]) == 1
    os.close(reader)


@pytest.mark.parametrize(
    "start", [["-P", "-m", "bibcheck"], ["-P", "-c", "import sys; from bibcheck.cli import run; sys.exit(run())"]]
)
def test_modules_that_lie_in_the_folder_are_not_loaded(start: list[str]) -> None:
    """As the command `bibcheck` starts, and `python -P`: see the limits in docs/promises.md."""
    for name in ("tomllib.py", "json.py", "re.py", "bibcheck.py", "pylatexenc.py", "sitecustomize.py"):
        Path(name).write_text("print('planted')\n", encoding="utf-8")
    Path("bibcheck.toml").write_text("select = ['hyphen-in-range']\n", encoding="utf-8")
    command = [sys.executable, *start, "check", "--no-cache", "a.bib"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "hyphen-in-range" in done.stdout and "planted" not in done.stdout + done.stderr
