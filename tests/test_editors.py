"""The configurations that docs/guides/editors.md has for editors, run in those that the machine has."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs" / "guides" / "editors.md").read_text("utf-8")
# With characters of two and four bytes, and of two UTF-16 code units, before what is found.
BIBLIOGRAPHY = "@misc{a,\n  note = {Ö𝔘}, pages = {97-111},\n  pages = {1},\n}\n"
HYPHEN = "page range joined by a hyphen [*]"
TWICE = "`pages` is given again: BibTeX keeps `97-111`, biber `1`; keep one"

ALE = next((path for path in Path("/usr/share").glob("vim/vimfiles/pack/*/opt/ale")), None)
ELPA = Path("/usr/share/emacs/site-lisp/elpa")  # where Debian has flycheck


def block(language: str, number: int = 0) -> str:
    return re.findall(rf"^```{language}\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)[number]


@pytest.fixture(autouse=True)
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a bibliography, which is the current one, and this very bibcheck on the PATH."""
    (tmp_path / "paper" / ".git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "paper")
    Path("paper.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    program = tmp_path / "bibcheck"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m bibcheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL, check=False)
    return done.stdout + done.stderr


@pytest.mark.skipif(not (shutil.which("vim") and ALE), reason="no Vim with ALE")
def test_ale() -> None:
    assert ALE
    settings = f"set nocompatible\nset runtimepath^={ALE}\nruntime plugin/ale.vim\n"
    Path("run.vim").write_text(
        f"{settings}{block('vim', 1)}let g:ale_linters = {{'bib': ['bibcheck']}}\nlet g:ale_linters_explicit = 1\n"
        "edit paper.bib\nsetfiletype bib\ncall ale#Queue(0)\ncall ale#test#WaitForJobs(60000)\nsleep 300m\n"
        "call writefile([json_encode(ale#engine#GetLoclist(bufnr('')))], 'found')\nqall!\n",
        encoding="utf-8",
    )
    run("vim", "-u", "NONE", "-N", "-es", "-S", "run.vim")
    found = json.loads(Path("found").read_text(encoding="utf-8"))
    shown = [[each[key] for key in ("lnum", "col", "type", "code", "text")] for each in found]
    column = len("  note = {Ö𝔘}, pages = {97".encode()) + 1  # Vim counts bytes
    assert shown == [[2, column, "W", "hyphen-in-range", HYPHEN], [3, 3, "E", "duplicate-field", TWICE]]


@pytest.mark.skipif(not (shutil.which("emacs") and [*ELPA.glob("flycheck*")]), reason="no Emacs with flycheck")
def test_flycheck() -> None:
    Path("run.el").write_text(
        f"""(require 'package) (setq package-directory-list '("{ELPA}")) (package-initialize) (require 'flycheck)
        {block("elisp")}
        (find-file "paper.bib") (bibtex-mode) (flycheck-mode 1) (flycheck-buffer)
        (let ((n 0)) (while (and (flycheck-running-p) (< n 600)) (sleep-for 0.1) (setq n (1+ n))))
        (dolist (each flycheck-current-errors)
          (message "%S" (list (flycheck-error-line each) (flycheck-error-column each) (flycheck-error-level each)
                              (flycheck-error-id each) (flycheck-error-message each))))""",
        encoding="utf-8",
    )
    shown = run("emacs", "--quick", "--batch", "--load", "run.el").splitlines()
    assert shown[-2:] == [f'(2 27 warning "hyphen-in-range" "{HYPHEN}")', f'(3 3 error "duplicate-field" "{TWICE}")']


@pytest.mark.skipif(not shutil.which("emacs"), reason="no Emacs")
def test_flymake() -> None:
    Path("setup.el").write_text(block("elisp", 1), encoding="utf-8")
    Path("run.el").write_text(
        """(require 'flymake) (load-file "setup.el") (find-file "paper.bib") (flymake-start)
        (let ((n 0))
          (while (and (null (flymake-diagnostics)) (< n 600)) (accept-process-output nil 0.1) (setq n (1+ n))))
        (dolist (each (flymake-diagnostics))
          (let ((found (buffer-substring-no-properties (flymake-diagnostic-beg each) (flymake-diagnostic-end each))))
            (message "%S" (list (flymake-diagnostic-type each) (flymake-diagnostic-text each) found))))""",
        encoding="utf-8",
    )
    shown = run("emacs", "--quick", "--batch", "--load", "run.el").splitlines()
    hyphen, twice = (
        f'(:warning "hyphen-in-range {HYPHEN}" "-111")',
        f'(:error "duplicate-field {TWICE}" "pages")',
    )
    assert {hyphen, twice} <= set(shown)


@pytest.mark.skipif(not shutil.which("efm-langserver"), reason="no efm-langserver")
def test_efm() -> None:
    Path("efm.yaml").write_text(block("yaml"), encoding="utf-8")
    server = subprocess.Popen(
        ["efm-langserver", "-c", str(Path("efm.yaml").absolute())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        _send(server, "initialize", {"rootUri": Path.cwd().as_uri(), "capabilities": {}}, id=1)
        assert "result" in _receive(server)
        document = {
            "uri": Path("paper.bib").absolute().as_uri(),
            "languageId": "bib",
            "version": 1,
            "text": BIBLIOGRAPHY,
        }
        _send(server, "textDocument/didOpen", {"textDocument": document})
        said = _receive(server)
    finally:
        server.kill()
        server.communicate()
    assert said["method"] == "textDocument/publishDiagnostics"
    found = said["params"]["diagnostics"]
    assert [(each["range"]["start"]["line"], each["severity"], each["message"]) for each in found] == [
        (1, 2, f"hyphen-in-range {HYPHEN}"),
        (2, 1, f"duplicate-field {TWICE}"),
    ]


def _send(server: subprocess.Popen[bytes], method: str, parameters: dict[str, Any], **more: int) -> None:
    assert server.stdin
    text = json.dumps({"jsonrpc": "2.0", "method": method, "params": parameters, **more}).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(text), text))
    server.stdin.flush()


def _receive(server: subprocess.Popen[bytes]) -> dict[str, Any]:
    assert server.stdout
    length = 0
    while line := server.stdout.readline().strip():
        if line.lower().startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
    return dict(json.loads(server.stdout.read(length)))
