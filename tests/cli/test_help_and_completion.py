"""`bibcheck help` prints what --help prints; the scripts of `bibcheck completion` are taken by their shells."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from bibcheck.cli import COMMANDS, main


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_is_that_of_the_option(command: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    named = [command] if command else []
    assert main(["help", *named]) == 0
    shown = capsys.readouterr().out
    assert main([*named, "--help"]) == 0
    assert shown == capsys.readouterr().out
    assert shown.startswith(f"usage: bibcheck {command or 'COMMAND'}")


def test_help_on_what_is_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "chek"]) == 2
    assert capsys.readouterr().err == "bibcheck: unknown command `chek`; did you mean `check`?\n"


def completions(script: str, line: str) -> list[str]:
    """What bash offers for the last word of a line."""
    program = f"{script}\nCOMP_WORDS=({line} ); COMP_CWORD=$(({len(line.split(' '))} - 1))\n_bibcheck\n"
    program += 'printf "%s\\n" "${COMPREPLY[@]}"\n'
    done = subprocess.run(["bash", "-euc", program], capture_output=True, text=True, check=True)
    assert not done.stderr
    return done.stdout.split()


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("bibcheck ch", ["check"]),
        ("bibcheck check --output-fo", ["--output-format"]),
        ("bibcheck check --output-format ju", ["junit"]),
        ("bibcheck check --output sar", ["sarif"]),
        ("bibcheck check --ignore hyphen-in-r", ["hyphen-in-range"]),
        ("bibcheck check --preset iee", ["ieee"]),
        ("bibcheck rule year-m", ["year-mismatch"]),
        ("bibcheck help comp", ["completion"]),
        ("bibcheck completion z", ["zsh"]),
        ("bibcheck check /etc/passw", ["/etc/passwd"]),
    ],
)
def test_bash(line: str, offered: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == 0
    found = completions(capsys.readouterr().out, line)
    assert set(offered) <= set(found)
    assert all(word.startswith(line.rpartition(" ")[2]) for word in found)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_takes_its_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for command in COMMANDS:
        assert re.search(rf"\b{command}\b", script)
    if not shutil.which(shell):
        return
    done = subprocess.run([shell, "-n"], input=script, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
