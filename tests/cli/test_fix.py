"""`bibcheck check --fix` and `--diff`: what is written, what is printed, and with which status."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bibcheck.cli import main

# The hyphen between pages is mended safely, the doubled word is not.
BAD = "@article{a,\n  title = {On the the Design of Operating Systems},\n  pages = {97-111},\n}\n"
SAFE = BAD.replace("97-111", "97--111")
UNSAFE = SAFE.replace("the the", "the")
RULES = "hyphen-in-range,repeated-word"
Check = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str = BAD) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode("utf-8", "surrogateescape"))


def read(name: str) -> str:
    return Path(name).read_bytes().decode("utf-8", "surrogateescape")


@pytest.fixture
def check(capsysbinary: pytest.CaptureFixture[bytes]) -> Check:
    """`check(*arguments)`: status, stdout, stderr of `bibcheck check` with two rules."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["check", "--select", RULES, *arguments])
        printed = capsysbinary.readouterr()
        return status, printed.out.decode("utf-8", "surrogateescape"), printed.err.decode()

    return run


@pytest.mark.parametrize(
    ("arguments", "text", "status", "last"),
    [
        ([], BAD, 1, "2 findings (2 warnings) in 1 file; 1 fixable with --fix, 1 more with --unsafe-fixes"),
        (["--fix"], SAFE, 1, "1 fixed; 1 finding left (1 warning) in 1 file; 1 fixable with --fix --unsafe-fixes"),
        (["--fix", "--unsafe-fixes"], UNSAFE, 0, "2 fixed; no findings left in 1 file"),
        (["--fix", "--unsafe-fixes", "--exit-non-zero-on-fix"], UNSAFE, 1, "2 fixed; no findings left in 1 file"),
        (["--fix", "--exit-zero", "--exit-non-zero-on-fix"], SAFE, 0, None),
    ],
)
def test_fixes_are_made_as_asked(check: Check, arguments: list[str], text: str, status: int, last: str | None) -> None:
    write("a.bib")
    found, out, error = check("a.bib", *arguments)
    assert (found, error, read("a.bib")) == (status, "", text)
    assert last is None or out.splitlines()[-1] == last


def test_where_nothing_is_to_be_fixed_the_file_is_not_touched(check: Check) -> None:
    write("a.bib", UNSAFE)
    os.utime("a.bib", ns=(1, 1))
    assert check("a.bib", "--fix", "--exit-non-zero-on-fix") == (0, "no findings in 1 file\n", "")
    assert os.stat("a.bib").st_mtime_ns == 1


def test_findings_that_are_left_are_reported_where_they_are_now(check: Check) -> None:
    text = "@article{a,\n  pages = {97-111}, title = {On the the Design of Operating Systems},\n}\n"
    write("a.bib", text)
    _, out, error = check("a.bib", "--fix", "--output-format", "concise")
    assert out.startswith("a.bib:2:34: warning repeated-word ")
    assert error == "bibcheck: 1 fixed\n"
    write("a.bib", text)
    status, out, error = check("a.bib", "--fix", "--output-format", "json", "--quiet")
    (finding,) = json.loads(out)["findings"]
    assert (status, finding["rule"], error) == (1, "repeated-word", "")


@pytest.mark.parametrize(
    ("arguments", "new"), [(["--diff"], SAFE), (["--diff", "--fix"], SAFE), (["--diff", "--unsafe-fixes"], UNSAFE)]
)
def test_a_diff_changes_nothing_and_git_applies_it(check: Check, arguments: list[str], new: str) -> None:
    write("sub/a b.bib")
    write("c.bib", BAD.replace("\n", "\r\n") + "% \udce9")
    write("good.bib", UNSAFE)
    status, out, error = check(*arguments)
    assert (status, read("sub/a b.bib")) == (1, BAD)
    assert " would be fixed; " in error
    subprocess.run(["git", "apply", "-"], input=out.encode("utf-8", "surrogateescape"), check=True)
    assert read("sub/a b.bib") == new
    assert read("c.bib") == new.replace("\n", "\r\n") + "% \udce9"


@pytest.mark.parametrize(
    ("text", "arguments", "expected"),
    [
        (UNSAFE, [], (0, "", "no findings in 1 file\n")),
        (
            SAFE,
            [],
            (0, "", "1 finding (1 warning) in 1 file; 1 fixable with --fix --unsafe-fixes\n"),
        ),
        (SAFE, ["--quiet"], (0, "", "")),
    ],
)
def test_a_diff_without_changes_says_what_is_left(
    check: Check, text: str, arguments: list[str], expected: tuple[int, str, str]
) -> None:
    write("a.bib", text)
    assert check("a.bib", "--diff", *arguments) == expected


def give(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    data = text.encode("utf-8", "surrogateescape")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), newline=""))


@pytest.mark.parametrize("text", [BAD, BAD.replace("\n", "\r\n"), "\ufeff" + BAD, BAD + "% \udcff", SAFE, ""])
def test_standard_input_goes_fixed_to_standard_output_alone(
    check: Check, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    write("a.bib")
    give(monkeypatch, text)
    status, out, error = check("-", "--fix", "--stdin-filename", "a.bib")
    assert out == text.replace("97-111", "97--111")
    assert ("repeated-word" in error) is bool(text)
    assert status == (1 if text else 0)
    assert read("a.bib") == BAD


def test_standard_input_that_is_excluded_comes_out_as_it_is(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    write("bibcheck.toml", 'exclude = ["old"]\n')
    give(monkeypatch, BAD)
    status, out, _ = check("-", "--fix", "--stdin-filename", "old/a.bib", "--force-exclude")
    assert (status, out) == (0, BAD)


def test_standard_input_as_a_diff(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, BAD)
    status, out, _ = check("-", "--diff", "--stdin-filename", "a.bib")
    assert (status, out.splitlines()[:2]) == (1, ["--- a/a.bib", "+++ b/a.bib"])


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ('fixable = ["titles"]', BAD.replace("the the", "the")),
        ('fixable = ["hyphen-in-range"]', SAFE),
        ('fixable = ["all"]', UNSAFE),
        ("fixable = []", BAD),
        ('unfixable = ["hyphen-in-range"]', BAD.replace("the the", "the")),
        ('unfixable = ["pages", "titles"]', BAD),
        ('unfixable = ["all"]\nfixable = ["pages"]', SAFE),
        ('unfixable = ["pages"]\nfixable = ["hyphen-in-range"]', SAFE),
        ('unfixable = ["pages"]\nfixable = ["pages"]', BAD),
        ('per-file-ignores = { "a.bib" = ["pages"] }', BAD.replace("the the", "the")),
        ('[entries]\na = { ignore = ["pages"] }', BAD.replace("the the", "the")),
    ],
)
def test_settings_say_what_is_fixed(check: Check, settings: str, text: str) -> None:
    write("bibcheck.toml", settings + "\n")
    write("a.bib")
    check("a.bib", "--fix", "--unsafe-fixes")
    assert read("a.bib") == text


def test_what_may_not_be_fixed_is_not_offered_as_fixable(check: Check) -> None:
    write("bibcheck.toml", 'unfixable = ["pages"]\n')
    write("a.bib", BAD.replace("the the", "the"))
    status, out, _ = check("a.bib")
    assert status == 1
    assert "[*]" not in out
    assert out.endswith("1 finding (1 warning) in 1 file\n")


@pytest.mark.parametrize(
    "comment", ["% bibcheck: ignore pages -- as printed\n", "@comment{bibcheck: ignore-file pages}\n"]
)
def test_what_is_silenced_is_not_fixed(check: Check, comment: str) -> None:
    write("a.bib", comment + BAD)
    check("a.bib", "--fix", "--unsafe-fixes")
    assert read("a.bib") == comment + BAD.replace("the the", "the")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--unsafe-fixes"], "--unsafe-fixes says which fixes --fix makes or --diff shows, and neither is given"),
        (["--diff", "--output-file", "x.txt"], "--diff goes to standard output, and --output-file is for a report"),
    ],
)
def test_contradictions_are_refused(check: Check, arguments: list[str], message: str) -> None:
    write("a.bib")
    assert check("a.bib", *arguments) == (2, "", f"bibcheck: {message}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_file_that_cannot_be_written_is_named_and_the_others_are_fixed(check: Check) -> None:
    for name in ("a.bib", "b.bib", "c.bib"):
        write(name)
    os.chmod("b.bib", 0o444)
    status, out, error = check("--fix", "--output-format", "concise", "--quiet")
    assert (status, error) == (2, "bibcheck: b.bib: not written: it is read-only\n")
    assert [read(name) for name in ("a.bib", "b.bib", "c.bib")] == [SAFE, BAD, SAFE]
    # What is said of it holds for what it is.
    assert "b.bib:3:14: warning hyphen-in-range" in out
    assert "a.bib:3:14" not in out


def test_the_project_is_fixed_as_one(check: Check) -> None:
    write("bibcheck.toml", 'include = ["**/*.bib"]\n')
    for name in ("a.bib", "sub/b.bib"):
        write(name)
    status, out, _ = check("--fix", "--unsafe-fixes")
    assert (status, out) == (0, "4 fixed; no findings left in 2 files\n")
    assert [read(name) for name in ("a.bib", "sub/b.bib")] == [UNSAFE, UNSAFE]


def test_files_that_are_not_named_stay_as_they_are(check: Check) -> None:
    write("bibcheck.toml", 'include = ["**/*.bib"]\n')
    write("a.bib")
    write("b.bib")
    check("a.bib", "--fix")
    assert (read("a.bib"), read("b.bib")) == (SAFE, BAD)


def test_a_check_does_not_load_what_fixes() -> None:
    write("a.bib")
    program = "import sys; from bibcheck.cli import main; main(['check', 'a.bib']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1].split()
    assert "bibcheck.engine.linter" in loaded
    assert not {
        "bibcheck.fixing.fixer",
        "bibcheck.fixing.guard",
        "bibcheck.fixing.write",
        "bibcheck.engine.fixing",
    } & set(loaded)


SLIP = "@article{a,\ntitle={x}\nyear=2000,\n\n@article{b,\ntitle={y},\n}\n"


def test_a_fix_that_waits_for_what_the_author_has_to_mend_is_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.bib", SLIP)
    assert main(["check", "--fix", "--select", "missing-comma"]) == 1
    assert capsys.readouterr().err == (
        "bibcheck: a.bib: fix of missing-comma left out: it would lose the entry type `article`\n"
    )
    assert main(["check", "--fix", "--select", "missing-comma", "--quiet"]) == 1
    assert (capsys.readouterr().err, read("a.bib")) == ("", SLIP)


COPY = "@misc{k,\n  title = {x},\n}\n"


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        # Biber does not read the first entry after the lone `@misc`: for it the second is no copy.
        (f"@misc\n{COPY}{COPY}@misc{{e}}\n", f"@misc\n{COPY}{COPY}@misc{{e}}\n"),
        (f"{COPY}{COPY}@misc{{e}}\n", f"{COPY}@misc{{e}}\n"),
        (f"{COPY}{COPY}{COPY}", COPY),
        ("@misc{k,a=1}\n@book{e,}\n@misc{k,a=1}\n", "@misc{k,a=1}\n@book{e,}\n"),
    ],
)
def test_a_copy_goes_only_where_both_programs_read_the_other(text: str, fixed: str) -> None:
    write("a.bib", text)
    main(["check", "--fix", "--select", "duplicate-key"])
    assert read("a.bib") == fixed


def test_a_diff_has_the_files_in_order_and_no_escapes_for_a_terminal(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = "% \x1b[31m\x9b\u202e\n" + BAD
    for name in ("z.bib", "a/b.bib", "c/d.bib"):
        write(name, odd)
    for folder in (".", "a"):  # of which each has its files done together
        Path(folder, "bibcheck.toml").touch()
    piped = check("--diff", "z.bib", "c/d.bib", "a/b.bib")[1]
    assert [line[6:] for line in piped.splitlines() if line.startswith("+++")] == ["a/b.bib", "c/d.bib", "z.bib"]
    assert "\x1b[31m" in piped
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    shown = check("--diff")[1]
    assert r" % \x1b[31m\x9b\u202e" in shown
    assert not {"\x1b", "\x9b", "\u202e"} & set(shown)


@pytest.mark.parametrize("text", ["@misc{k}@misc{l}\n@misc{k}", "@misc{k,a=1}@book{e,}\n@misc{k,a=1}\n"])
def test_a_copy_on_the_last_line_that_cannot_go_is_a_note(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    """BibTeX reads one command on a file's last line, which would be the first line then."""
    write("a.bib", text)
    assert main(["check", "--fix", "--select", "duplicate-key"]) == 1
    assert "fix of duplicate-key left out: it would lose the entry" in capsys.readouterr().err
    assert read("a.bib") == text
