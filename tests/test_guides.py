"""What README and the documents tell people to type runs; the site has all its pages, and links lead somewhere."""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bibcheck.cli import main
from bibcheck.rules import rule_categories
from tools.site_pages import linked, pages, with_omitted

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FINDING = "paper.bib:2:14: warning hyphen-in-range page range joined by a hyphen [*]"
BIBLIOGRAPHY = "@article{a,\n  pages = {97-111},\n}\n"
# What is run elsewhere: by .ci/run, by test_hooks, by the tests of the benchmarks.
OTHER_PROGRAMS = {"python", "python3", "pip", "pre-commit", "cp", "chmod", "git"}


def commands() -> list[tuple[str, str]]:
    """Each command line of the shell blocks, with the name of its document."""
    found = []
    for document in DOCUMENTS:
        for block in re.findall(r"^ *```sh\n(.*?)^ *```$", document.read_text("utf-8"), re.MULTILINE | re.DOTALL):
            for line in block.replace("\\\n", " ").splitlines():
                if line.strip():
                    found.append((document.name, line.strip()))
    return found


OURS = [
    (document, line)
    for document, line in commands()
    if line.startswith("bibcheck ") and "--watch" not in line  # which ends with Ctrl-C alone: see cli/test_watch
]


@pytest.fixture(autouse=True)
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A paper with the files that the documents name, which is the current folder."""
    folder = tmp_path / "paper"
    (folder / ".git").mkdir(parents=True)
    for name in ("refs", "bib"):
        (folder / name).mkdir()
    (folder / "main.tex").write_text("\\cite{a}\\bibliography{paper}\n", encoding="utf-8")
    for name in ("paper.bib", "references.bib", "refs/more.bib", "bib/more.bib"):
        (folder / name).write_text(BIBLIOGRAPHY, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def give_stdin(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let standard input hold what a file holds."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(name).read_bytes()), "utf-8"))


def begin_branch(name: str) -> None:
    """Let git know a branch that has the bibliographies as they are."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for words in (
        ("init", "-q"),
        ("add", "."),
        ("commit", "-qm", "Begin"),
        ("update-ref", f"refs/remotes/{name}", "HEAD"),
    ):
        subprocess.run(["git", *who, *words], check=True)


def test_there_are_commands() -> None:
    assert len(OURS) > 20
    for _, line in commands():
        program = shlex.split(line, comments=True)[0]
        assert program in OTHER_PROGRAMS | {"bibcheck"} or program.startswith((".venv/bin/", ".ci/")), line


@pytest.mark.parametrize(("document", "line"), OURS)
def test_each_command_runs(
    document: str, line: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = shlex.split(line, comments=True)[1:]
    if "<" in words:
        at = words.index("<")
        give_stdin(words[at + 1], monkeypatch)
        words = words[:at]
    if "--since" in words:
        begin_branch(words[words.index("--since") + 1])
    status = main(words)
    assert status in (0, 1), capfd.readouterr().err
    for word in words:
        if ":" in word and words[words.index(word) - 1] == "--output":
            assert Path(word.partition(":")[2]).stat().st_size


def block(document: str, language: str, number: int = 0) -> str:
    text = (ROOT / "docs" / "guides" / document).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)[number]


@pytest.mark.skipif(not shutil.which("vim"), reason="no vim")
def test_vim_finds_the_places(tmp_path: Path) -> None:
    script = tmp_path / "run.vim"
    bibcheck = tmp_path / "bibcheck"
    bibcheck.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m bibcheck "$@"\n', encoding="utf-8")
    bibcheck.chmod(0o755)
    place = "[bufname(each.bufnr), each.lnum, each.col, each.type, each.text]"
    said = f"call writefile([json_encode(map(getqflist(), {{_, each -> {place}}}))], 'found')"
    script.write_text(block("editors.md", "vim") + f"edit paper.bib\nsetfiletype bib\nsilent make!\n{said}\nqall!\n")
    command = ["vim", "-u", "NONE", "-N", "-es", "-S", str(script)]
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(command, env={**os.environ, "PATH": path, "TERM": "dumb"}, timeout=60, check=False)
    found = json.loads(Path("found").read_text())
    text = "hyphen-in-range page range joined by a hyphen [*]"
    assert ["paper.bib", 2, 14, "w", text] in found


def test_the_problem_matcher_of_vs_code_takes_a_line() -> None:
    (task,) = json.loads(block("editors.md", "json"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    found = re.match(pattern["regexp"], FINDING)
    assert found
    named = {name: found[group] for name, group in pattern.items() if name != "regexp"}
    assert named == {
        "file": "paper.bib",
        "line": "2",
        "column": "14",
        "severity": "warning",
        "code": "hyphen-in-range",
        "message": "page range joined by a hyphen [*]",
    }
    assert main([*shlex.split(task["command"])[1:], "paper.bib"]) == 1


def test_what_editors_run_takes_the_text_of_the_buffer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = yaml.safe_load(block("editors.md", "yaml"))["languages"]["bib"][0]["lint-command"]
    give_stdin("paper.bib", monkeypatch)
    assert main(shlex.split(command.replace("${INPUT}", "paper.bib"))[1:]) == 1
    assert FINDING in capsys.readouterr().out


def test_hooks_in_the_guides_are_there() -> None:
    for document in DOCUMENTS:
        for name in re.findall(r"`(hooks/[\w./-]+)`", document.read_text("utf-8")):
            assert (ROOT / name).exists(), name
    guide = (ROOT / "docs" / "guides" / "github.md").read_text("utf-8")
    action = yaml.safe_load((ROOT / "hooks" / "github" / "action.yml").read_text("utf-8"))
    assert re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE) == list(action["inputs"])


def test_no_address_is_named_that_the_project_does_not_own() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    named = [
        name
        for name in listed
        if not name.startswith("tests/") and name.endswith((".md", ".toml", ".yml", ".yaml", ".py"))
        if re.search(r"github\.com/bibcheck|bibcheck\.(org|dev|io)", (ROOT / name).read_text("utf-8"))
    ]
    assert named == []


def anchors(text: str) -> set[str]:
    """The names of the headings in a page, as GitHub and the site make them."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(
    "document",
    [*DOCUMENTS, *(ROOT / name for name in ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"))],
    ids=lambda document: document.stem,
)
def test_links_of_the_documents_lead_somewhere(document: Path) -> None:
    made = pages()
    for target, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)]+))?\)", document.read_text("utf-8")):
        path = (document.parent / target).resolve() if target else document
        inside = path.relative_to(ROOT / "docs").as_posix() if path.is_relative_to(ROOT / "docs") else ""
        assert path.exists() or inside in made, target
        if anchor:
            text = made.get(inside) or path.read_text("utf-8")
            assert anchor in anchors(text), f"{target}#{anchor}"


def test_each_rule_has_a_page() -> None:
    made = pages()
    assert {f"rules/{name}.md" for name in rule_categories()} | {"rules/index.md"} == {
        path for path in made if path.startswith("rules/")
    }
    text = made["rules/missing-doi.md"]
    assert text.startswith("# missing-doi\n")
    assert "**Bad**" in text
    assert "**Good**" in text
    assert "[rules.missing-doi]\nexpect = " in text
    assert "% bibcheck: ignore missing-doi -- why" in text


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("see [CONTRIBUTING](../CONTRIBUTING.md)", "see [CONTRIBUTING](contributing.md)"),
        ("[a](docs/architecture.md#b) and [c](docs/json.md)", "[a](architecture.md#b) and [c](json.md)"),
        ("[sources](../tools/sources/README.md)", "sources (`tools/sources/README.md`)"),
        ("[settings](settings.md)", "[settings](settings.md)"),
    ],
)
def test_links_to_files_that_are_no_pages(markdown: str, expected: str) -> None:
    assert linked(markdown) == expected


def test_a_document_that_the_menu_omits_is_a_guide() -> None:
    nav = ["index.md", {"Guides": ["guides/a.md", {"B": "b.md"}]}, {"More": ["c.md"]}]
    documents = ["b.md", "c.md", "guides/a.md", "index.md", "new.md"]
    guides = {"Guides": ["new.md", "guides/a.md", {"B": "b.md"}]}
    assert with_omitted(nav, documents) == ["index.md", guides, {"More": ["c.md"]}]


@pytest.mark.slow
def test_the_site_builds_strictly(tmp_path: Path) -> None:
    pytest.importorskip("material")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site" / "rules" / "hyphen-in-range" / "index.html").read_text("utf-8")
    # Whoever reads the site needs no network.
    assert not re.search(r'<(?:script|img|link rel="(?:stylesheet|preconnect)")[^>]+(?:src|href)="https?:', page)
