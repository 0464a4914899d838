"""The program as people and other programs call it: exit status, messages, what is read and what is printed."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bibcheck import __version__
from bibcheck.cli import COMMANDS, main
from bibcheck.rule import Finding
from bibcheck.rules import load_rule, rule_categories

BAD = "@article{a, pages = {97-111}}\n"
GOOD = "@article{a, pages = {97--111}}\n"
FINDING = "warning hyphen-in-range page range joined by a hyphen [*]\n"
Check = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def write(name: str, text: str = BAD) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode("utf-8", "surrogateescape"))


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """`check(*arguments)`: status, stdout, stderr of `bibcheck check` with one rule and a line for each finding."""

    def run(*arguments: str, format: str = "concise") -> tuple[int, str, str]:
        status = main(["check", "--select", "hyphen-in-range", "--output-format", format, *arguments])
        return status, *capsys.readouterr()

    return run


@pytest.mark.parametrize(
    ("text", "arguments", "status"),
    [(GOOD, [], 0), (BAD, [], 1), (BAD, ["--exit-zero"], 0), ("", [], 0), ("no entries at all", [], 0)],
)
def test_exit_status_says_whether_there_are_findings(
    check: Check, text: str, arguments: list[str], status: int
) -> None:
    write("a.bib", text)
    assert check("a.bib", *arguments)[::2] == (status, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["refernces.bib"], "refernces.bib: no such file or folder; did you mean `references.bib`?"),
        (["references"], "references: no such file or folder; did you mean `references.bib`?"),
        (["zzz"], "zzz: no such file or folder"),
        (["nowhere/zzz"], "nowhere/zzz: no such file or folder"),
        (["empty"], "empty: no .bib files in this folder"),
        (["--ignore", "hyphen-range"], "unknown rule or category `hyphen-range`; did you mean `hyphen-in-range`?"),
        (["--extend-select", "page"], "--extend-select: unknown rule or category `page`; did you mean `pages`?"),
        (["--ignore", " , "], "--ignore: no rule is named"),
        (["--ignore", "hyphen-in-range"], "no rule is left to run: each is off, ignored or not selected"),
        (["--config", "zzz.toml"], "zzz.toml: No such file or directory"),
        (["--stdin-filename", "b.bib", "references.bib"], "--stdin-filename names what `-` reads, and `-` is not"),
        (["--output-file", "references.bib"], "references.bib is a bibliography, and the report would replace it"),
        (["--output-file", "new.bib"], "new.bib is a bibliography, and the report would replace it"),
        (["--output-file", "nowhere/report.txt"], "nowhere/report.txt: No such file or directory"),
    ],
)
def test_what_cannot_run_says_why_and_exits_with_2(check: Check, arguments: list[str], message: str) -> None:
    write("references.bib", GOOD)
    Path("empty/deep/.hidden").mkdir(parents=True)
    write("empty/deep/.hidden/a.bib")
    status, out, error = check(*arguments)
    assert (status, out) == (2, "")
    assert error.startswith("bibcheck: ")
    assert message in error
    assert error.index("\n") == len(error) - 1
    assert Path("references.bib").read_text() == GOOD


def test_an_empty_project_is_not_clean(check: Check) -> None:
    status, out, error = check()
    assert (status, out) == (2, "")
    assert "no .bib files in this folder" in error


def test_one_bad_path_does_not_keep_the_others_from_being_checked(check: Check) -> None:
    write("a.bib")
    assert check("zzz.bib", "a.bib") == (2, f"a.bib:1:24: {FINDING}", "bibcheck: zzz.bib: no such file or folder\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a socket in a folder")
def test_an_unreadable_file_is_named_and_the_others_are_checked(check: Check) -> None:
    write("a.bib")
    with socket.socket(socket.AF_UNIX) as unreadable:
        unreadable.bind("b.bib")
        status, out, error = check("a.bib", "b.bib")
    assert (status, out) == (2, f"a.bib:1:24: {FINDING}")
    assert error.startswith("bibcheck: b.bib: ")
    assert error.count("\n") == 1


def test_a_rule_that_raises_is_reported_and_the_status_is_2(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Iterator[Finding]:
        yield from ()
        raise ValueError("odd")

    monkeypatch.setattr(load_rule("hyphen-in-range"), "check", fail)
    write("a.bib")
    status, out, _ = check("a.bib", "--exit-zero")
    assert status == 2
    assert "internal error in hyphen-in-range" in out


def test_the_project_is_every_bib_file_below_the_current_folder_but_for_hidden_ones(check: Check) -> None:
    for name in ("b.bib", "a/c.BIB", "a/x.txt", ".git/x.bib", ".venv/x.bib", "node_modules/p/x.bib", "a/.h/x.bib"):
        write(name)
    assert check()[1] == f"a/c.BIB:1:24: {FINDING}b.bib:1:24: {FINDING}"


def test_a_named_file_is_read_whatever_it_is_called(check: Check) -> None:
    write("a.txt")
    write(".hidden/b")
    assert check("a.txt", ".hidden/b")[1] == f".hidden/b:1:24: {FINDING}a.txt:1:24: {FINDING}"


@pytest.mark.parametrize(
    "arguments", [["./a.bib"], ["sub/../a.bib"], ["a.bib", "./a.bib", "."], [".", "link.bib"], [os.curdir]]
)
def test_each_file_is_read_once_and_named_from_the_current_folder(check: Check, arguments: list[str]) -> None:
    write("a.bib")
    Path("sub").mkdir()
    Path("link.bib").symlink_to("a.bib")
    assert check(*arguments)[1] == f"a.bib:1:24: {FINDING}"


def test_files_elsewhere_are_named_as_given(check: Check, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.bib")
    write("sub/b.bib")
    monkeypatch.chdir("sub")
    absolute = str(project / "a.bib")
    assert check("../a.bib")[1] == f"../a.bib:1:24: {FINDING}"
    assert check(absolute)[1] == f"{absolute}:1:24: {FINDING}"
    assert check(str(project / "sub" / "b.bib"))[1] == f"b.bib:1:24: {FINDING}"


def test_options_may_stand_between_paths_and_a_double_dash_ends_them(check: Check) -> None:
    write("a.bib")
    write("-b.bib")
    both = f"-b.bib:1:24: {FINDING}a.bib:1:24: {FINDING}"
    assert check("./-b.bib", "--exit-zero", "a.bib") == (0, both, "")
    assert check("a.bib", "--", "-b.bib") == (1, both, "")


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        (["-"], "<stdin>"),
        (["-", "--stdin-filename", "sub/x.bib"], "sub/x.bib"),
        (["--stdin-filename", "x.bib"], "x.bib"),
        (["x.bib", "-", "--stdin-filename", "x.bib"], "x.bib"),  # what an editor has, not what lies on the disk
    ],
)
def test_standard_input_is_a_file(
    check: Check, monkeypatch: pytest.MonkeyPatch, arguments: list[str], path: str
) -> None:
    write("x.bib", GOOD)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BAD.encode())))
    assert check(*arguments) == (1, f"{path}:1:24: {FINDING}", "")


def test_exclude_holds_for_files_that_are_found_and_with_force_exclude_for_named_ones(check: Check) -> None:
    write("bibcheck.toml", 'exclude = ["old", "**/*-draft.bib"]\n')
    for name in ("a.bib", "old/b.bib", "sub/c-draft.bib"):
        write(name)
    assert check()[1] == f"a.bib:1:24: {FINDING}"
    assert check("old/b.bib")[1] == f"old/b.bib:1:24: {FINDING}"
    assert check("old/b.bib", "sub/c-draft.bib", "--force-exclude") == (0, "", "")
    assert check("old", "--force-exclude") == (0, "", "")
    assert check("old") == (2, "", "bibcheck: old: `exclude` leaves out all that is in this folder\n")
    assert check("old/b.bib", "a.bib", "--force-exclude")[1] == f"a.bib:1:24: {FINDING}"


def test_include_says_what_the_project_is_from_any_of_its_folders(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("bibcheck.toml", 'include = ["*.bib", "refs/*.bibliography"]\n')
    for name in ("a.bib", "sub/b.bib", "refs/c.bibliography"):
        write(name)
    assert check()[1] == f"a.bib:1:24: {FINDING}refs/c.bibliography:1:24: {FINDING}"
    assert check("sub") == (2, "", "bibcheck: sub: no files that `include` takes in this folder\n")
    assert check("sub/b.bib")[0] == 1
    monkeypatch.chdir("sub")
    assert check()[1].count(FINDING) == 2


def test_each_file_has_the_settings_nearest_to_it(check: Check) -> None:
    write("bibcheck.toml", 'rules.hyphen-in-range = "error"\n')
    write("sub/pyproject.toml", '[tool.bibcheck]\nignore = ["all"]\nextend-select = ["hyphen-in-range"]\n')
    write("a.bib")
    write("sub/b.bib")
    write("sub/deep/c.bib")
    found = [json.loads(line) for line in check(format="jsonl")[1].splitlines()]
    assert [(finding["path"], finding["level"]) for finding in found] == [
        ("a.bib", "error"),
        ("sub/b.bib", "warning"),
        ("sub/deep/c.bib", "warning"),
    ]
    assert '"level": "warning"' in check("a.bib", "--isolated", format="jsonl")[1]


def test_settings_may_turn_everything_off_for_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    write("bibcheck.toml", 'select = ["hyphen-in-range"]\n')
    write("old/bibcheck.toml", 'ignore = ["all"]\n')
    write("old/a.bib")
    write("b.bib", GOOD)
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "no findings in 2 files\n"
    assert main(["check", "old"]) == 2
    assert "no rule is left to run" in capsys.readouterr().err


def test_settings_of_another_file_are_taken_and_their_patterns_hold_from_here(check: Check) -> None:
    write("ci/strict.toml", 'exclude = ["old"]\nrules.hyphen-in-range = "error"\n')
    write("bibcheck.toml", "this = is not even TOML")
    write("a.bib")
    write("old/b.bib")
    status, out, _ = check("--config", "ci/strict.toml", format="jsonl")
    assert (status, out.count('"level": "error"'), out.count('"old/b.bib"')) == (1, 1, 0)


def test_per_file_ignores_silence_rules_for_the_files_that_match(check: Check) -> None:
    write("bibcheck.toml", 'per-file-ignores = { "old/*.bib" = ["pages"], "b.bib" = ["all"] }\n')
    for name in ("a.bib", "b.bib", "old/c.bib", "old/deep/d.bib"):
        write(name)
    assert check()[1] == f"a.bib:1:24: {FINDING}old/deep/d.bib:1:24: {FINDING}"


def test_an_entry_may_be_silenced_in_the_settings(check: Check) -> None:
    write("bibcheck.toml", '[entries]\na = { ignore = ["pages"], why = "as printed" }\n')
    write("a.bib", BAD + BAD.replace("{a", "{b"))
    assert check()[1] == f"a.bib:2:24: {FINDING}"


def test_the_settings_file_is_read_for_findings_that_stand_in_it(check: Check) -> None:
    needs("unused-suppression")
    write("bibcheck.toml", '[entries]\na = { ignore = ["hyphen-in-range"] }\n')
    write("a.bib", GOOD)
    _, out, _ = check("--select", "unused-suppression")
    assert out.startswith("bibcheck.toml:2:17: warning unused-suppression ")


@pytest.mark.parametrize("include", ["", 'include = ["**/*.bib"]\n'])
def test_a_key_in_the_settings_that_no_file_has_is_reported(check: Check, include: str) -> None:
    write("bibcheck.toml", include + '[entries]\na = { ignore = ["pages"] }\ngone = { ignore = ["pages"] }\n')
    write("a.bib", "@misc{b}\n")
    write("sub/b.bib", BAD)
    for path in ("a.bib", "."):
        _, out, _ = check("--extend-select", "unused-suppression", path)
        line = 3 + bool(include)
        expected = f"bibcheck.toml:{line}:1: warning unused-suppression no file of the project has the key `gone`\n"
        assert out.startswith(expected) and "`a`" not in out


def needs(rule: str) -> None:
    if rule not in rule_categories():
        pytest.skip(f"{rule} is not there")


def test_the_whole_project_is_looked_at_whatever_the_command_names(check: Check) -> None:
    needs("undefined-string")
    write("a.bib", "@article{a, journal = tocs2}\n")
    write("sub/strings.bib", "@string{tocs2 = {Transactions}}\n")
    assert check("--select", "undefined-string", "a.bib")[0] == 1
    write("bibcheck.toml", 'include = ["**/*.bib"]\n')
    assert check("--select", "undefined-string", "a.bib") == (0, "", "")


def test_files_beside_the_named_one_are_asked_before_something_is_said_to_stand_nowhere(check: Check) -> None:
    needs("undefined-string")
    write("a.bib", "@article{a, journal = tocs2}\n")
    assert check("--select", "undefined-string", "a.bib")[0] == 1
    write("strings.bib", "@string{tocs2 = {Transactions}}\n")
    assert check("--select", "undefined-string", "a.bib") == (0, "", "")


def test_a_report_may_go_to_a_file(check: Check) -> None:
    write("a.bib", BAD.replace("{a,", "{\udcff\u202ea,"))
    assert check("--output-file", "report.txt", format="full") == (1, "", "")
    report = Path("report.txt").read_bytes().decode()
    assert report.startswith(f"a.bib:1:26: {FINDING}")
    assert "\x1b" not in report
    assert check("--output-file", "report.txt", "--ignore", "all", "--extend-select", "hyphen-in-range")[0] == 1


def test_statistics_stand_in_place_of_the_findings(check: Check) -> None:
    write("a.bib", BAD * 2)
    assert check("--statistics") == (
        1,
        "rule             findings    safe  unsafe\nhyphen-in-range         2       2       0\n"
        "total                   2       2       0\n\nDOIs: 0 of 2 entries (0%)\n",
        "",
    )
    status, out, error = check("--statistics", format="json")
    assert (status, out) == (2, "")
    assert error == "bibcheck: --statistics is a table for people, and the format json is not\n"


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ([], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": ""}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour(
    check: Check,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    colored: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    write("a.bib")
    assert ("\x1b[1m" in check(*arguments)[1]) is colored


def test_quiet_leaves_out_the_summary(check: Check) -> None:
    write("a.bib", GOOD)
    assert check(format="full")[1] == "no findings in 1 file\n"
    assert check("--quiet", format="full")[1] == ""


@pytest.mark.parametrize(
    ("arguments", "status", "out", "error"),
    [
        ([], 2, "usage: bibcheck COMMAND", ""),
        (["--help"], 0, "usage: bibcheck COMMAND", ""),
        (["check", "--help"], 0, "usage: bibcheck check [PATH ...]", ""),
        (["--version"], 0, f"bibcheck {__version__}\n", ""),
        (["chekc"], 2, "", "bibcheck: unknown command `chekc`; did you mean `check`?\n"),
        (["a.bib"], 2, "", "bibcheck: `a.bib` is not a command; to check it, run: bibcheck check a.bib\n"),
        (["--quiet", "check"], 2, "", "usage: bibcheck COMMAND"),
        (["check", "--outputformat", "json"], 2, "", "usage: bibcheck check"),
        (["check", "--isolated", "--config", "x"], 2, "", "bibcheck: --isolated takes no settings from files"),
        (["read", "zzz.bib"], 2, "", "bibcheck: zzz.bib: No such file or directory\n"),
        (["rule", "hyphen"], 2, "", "bibcheck: unknown rule or category `hyphen`"),
        (["config", "zzz"], 2, "", "bibcheck: zzz: no such file or folder\n"),
        (["venue", "Proc. 26th SOSP"], 0, "ACM SIGOPS Symposium on Operating Systems Principles\n", ""),
        (["venue", "Unheard-of Things"], 1, "Unheard-of Things: not known\n", ""),
        (["venue", "\x1b[31m"], 1, "\\x1b[31m: not known\n", ""),
        (["venue", "."], 1, ".: not known\n", ""),
        (["venue"], 2, "", "usage: bibcheck venue NAME|FILE"),
    ],
)
def test_arguments(capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, out: str, error: str) -> None:
    write("a.bib")
    assert main(arguments) == status
    printed = capsys.readouterr()
    assert printed.out.startswith(out)
    assert printed.err.startswith(error)
    assert bool(printed.out) is bool(out)
    assert bool(printed.err) is bool(error)


def test_help_tells_of_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    out = capsys.readouterr().out
    assert all(f"\n  {command} " in out for command in COMMANDS)


def test_rule_as_json_is_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "--output-format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [rule["name"] for rule in listed] == list(rule_categories())
    found = next(rule for rule in listed if rule["name"] == "hyphen-in-range")
    assert list(found) == ["name", "category", "level", "fix", "scope", "summary", "options"]
    assert (found["category"], found["level"], found["fix"], found["scope"]) == ("pages", "warning", "safe", "entry")
    assert {rule["level"] for rule in listed} <= {"error", "warning", "off"}
    assert all(set(option) == {"name", "type", "default"} for rule in listed for option in rule["options"])


@pytest.mark.parametrize(
    ("arguments", "starts", "holds"),
    [
        ([], "", "\n  hyphen-in-range "),
        (["hyphen-in-range"], "hyphen-in-range (pages, level warning, fix safe, scope entry)\n\n", "\nBad:\n\n    @"),
        (["pages"], "", "hyphen-in-range (pages,"),
        (["hyphen-in-range", "--output-format", "markdown"], "## hyphen-in-range\n\npages, level", "\nGood:\n\n    @"),
    ],
)
def test_rule_for_people(capsys: pytest.CaptureFixture[str], arguments: list[str], starts: str, holds: str) -> None:
    assert main(["rule", *arguments]) == 0
    out = capsys.readouterr().out
    assert out.startswith(starts)
    assert holds in out


def test_read_prints_the_reading_of_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.bib", "@string{x = {M\udcff}}\n@article{a, title = x # { y}}\n")
    assert main(["read", "a.bib", "--as", "bibtex"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert read["entries"][0]["fields"]["title"] == "M\udcff y"


def test_venue_says_what_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["venue", "Commun. ACM"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Communications of the ACM",
        "  kind          journal",
        "  abbreviation  Commun. ACM",
        "  acronym       CACM",
        "  other forms   Comm. ACM; Communications of the Association for Computing Machinery",
        "  publisher     Association for Computing Machinery",
        "  ISSN          0001-0782",
        "  DOIs          yes (10.1145)",
        "  volume        year - 1957 (1958-)",
    ]
    main(["venue", "Front. Phys."])
    assert " (perhaps: the name may be that of another venue)\n" in capsys.readouterr().out
    main(["venue", "NIPS 2016", "--output-format", "json"])
    record = json.loads(capsys.readouterr().out)
    assert (record["id"], record["form"], record["sure"], record["dois"]) == ("neurips", "former", True, "no")
    assert record["former"] == {"NIPS": 2017}
    assert main(["venue", "nothing of the kind", "--output-format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == {"name": "nothing of the kind", "known": False}


def test_venue_lists_the_venues_of_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    write("bibcheck.toml", '[venues]\nMyConf = { name = "My Conference on Things" }\n')
    names = [
        "Nature",
        "MyConf 2020",
        "Commun. ACM",
        "Communications of the {ACM}",
        "CACM",
        "Commun. ACM",
        "Unheard \x1b of",
    ]
    write("a.bib", "".join(f"@article{{k{number}, journal = {{{name}}}}}\n" for number, name in enumerate(names)))
    assert main(["venue", "a.bib"]) == 0
    assert capsys.readouterr().out.split("\n\n") == [
        "Communications of the ACM\n     2  Commun. ACM\n     1  Communications of the {ACM}\n     1  CACM",
        "Nature\n     1  Nature",
        "My Conference on Things\n     1  MyConf 2020",
        "     1  Unheard \\x1b of\n",
    ]
    main(["venue", "a.bib", "--output-format", "json"])
    first, *_ = json.loads(capsys.readouterr().out)
    assert first == {
        "id": "j:communications of acm",
        "name": "Communications of the ACM",
        "forms": {"Commun. ACM": 2, "Communications of the {ACM}": 1, "CACM": 1},
    }


def test_the_venues_of_a_project_are_known_to_its_rules(check: Check) -> None:
    paper = "@inproceedings{k, title = {T}, booktitle = {Proc. IEEE MyConf Workshop}, year = 2015}\n"
    write("a.bib", paper)
    assert check("--select", "missing-doi", "a.bib")[0] == 1
    write("bibcheck.toml", '[venues]\nMyConf = { name = "IEEE MyConf Workshop", doi = false }\n')
    assert check("--select", "missing-doi", "a.bib")[0] == 0
    Path("bibcheck.toml").unlink()
    assert check("--select", "missing-doi", "a.bib")[0] == 1


def test_an_interrupt_is_quiet(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(Interrupted()))
    assert check("-") == (130, "", "")


def bibcheck(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "bibcheck", *arguments]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)


def test_the_program_exits_with_the_status() -> None:
    write("a.bib")
    done = bibcheck("check", "--select", "hyphen-in-range", "a.bib")
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.startswith(b"a.bib:1:24: warning hyphen-in-range ")


def test_an_output_that_takes_no_unicode_gets_escapes() -> None:
    write("é.bib", BAD.replace("97-", "–, 97-"))
    done = bibcheck("check", "--select", "hyphen-in-range", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.startswith(rb"\xe9.bib:1:27: warning hyphen-in-range ")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_goes_away_is_no_error() -> None:
    write("a.bib", BAD.replace("97-", "97–") * 5000)
    # More than a pipe takes before somebody reads.
    command = [sys.executable, "-m", "bibcheck", "check", "--select", "hyphen-in-range", "--output-format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.parametrize("data", [b"a.bib\0-\0 b.bib\0", b"a.bib\n-\n b.bib\n", b"a.bib\r\n-\r\n b.bib"])
def test_a_list_says_what_is_checked(data: bytes, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.bib", "-", " b.bib", "c.bib"):
        Path(name).write_text(BAD, encoding="utf-8")
    Path("list").write_bytes(data)
    expected = (1, f" b.bib:1:24: {FINDING}-:1:24: {FINDING}a.bib:1:24: {FINDING}", "")
    assert check("--files-from", "list") == expected
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert check("--files-from", "-") == expected
    assert check("--files-from", "list", "c.bib")[1].count(FINDING) == 4


def test_an_empty_list_is_not_the_project(check: Check) -> None:
    Path("a.bib").write_text(BAD, encoding="utf-8")
    Path("list").touch()
    assert check("--files-from", "list") == (0, "", "")
    assert check("--files-from", "-", "-")[0] == 2
    assert check("--files-from", "nothing") == (2, "", "bibcheck: nothing: No such file or directory\n")


NO_ENTRY = "no bibliography: no line begins an entry, as `@book{key,` does"


@pytest.mark.parametrize(
    ("name", "text"), [("passwd", "root:x:0:0:root:/root:/bin/sh\n"), ("main.py", "@property\ndef f(): pass\n")]
)
def test_a_file_that_is_no_bibliography_is_refused(name: str, text: str, check: Check) -> None:
    Path(name).write_text(text, encoding="utf-8")
    Path("a.bib").write_text(BAD, encoding="utf-8")
    status, out, error = check(name, "a.bib")
    assert (status, error) == (2, f"bibcheck: {name}: {NO_ENTRY}\n")
    assert out == f"a.bib:1:24: {FINDING}"
    assert main(["format", name]) == 2


@pytest.mark.parametrize(
    ("name", "text"), [("a.txt", BAD), ("refs", "% text\n" + BAD), ("a.bbl", "text }@article(a)\n")]
)
def test_a_bibliography_may_be_called_anything(name: str, text: str, check: Check) -> None:
    Path(name).write_text(text, encoding="utf-8")
    assert check(name)[0] != 2
