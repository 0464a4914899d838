"""The hooks as users run them: the real pre-commit from a clean clone, and a real `git commit`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bibcheck.rules.index import ROWS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="depends on how long a command may be")
CLEAN = "@misc{knuth84,\n  title = {Literate Programming},\n  author = {Donald E. Knuth},\n  year = {1984},\n}\n"
BROKEN = "@misc{knuth84,\n  title = {Literate Programming},\n  author = {Donald E. Knuth}\n  year = {1984},\n}\n"


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    identity = dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "A. Author")
    identity |= dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "author@example.org")
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=kept | identity | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository of a user."""
    home = tmp_path / "paper"
    home.mkdir()
    assert run("git", "init", "-q", "-b", "main", cwd=home).returncode == 0
    return home


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as committed plus what the work tree changes, in a clone without tags, as pre-commit makes one."""
    home = tmp_path_factory.mktemp("clone") / "bibcheck"
    assert run("git", "clone", "-q", "--no-tags", ROOT, home, cwd=ROOT).returncode == 0
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=ROOT).stdout.splitlines()
    for name in listed:
        if (ROOT / name).exists():
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, home / name)
    run("git", "add", "-A", cwd=home)
    run("git", "commit", "-q", "-m", "Work tree", "--allow-empty", cwd=home)
    return home


@pytest.fixture(scope="module")
def hook_environments(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where pre-commit keeps what it installs, for the tests of this module only."""
    return str(tmp_path_factory.mktemp("pre-commit"))


def stage(repository: Path, text: str) -> None:
    (repository / "references.bib").write_bytes(text.encode())
    assert run("git", "add", "references.bib", cwd=repository).returncode == 0


def try_hook(
    clone: Path, repository: Path, environments: str, hook: str = "bibcheck"
) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "pre_commit", "try-repo", clone, hook, "--verbose", "--all-files")
    return run(*command, cwd=repository, PRE_COMMIT_HOME=environments)


def test_pre_commit_passes_a_clean_file(clone: Path, repository: Path, hook_environments: str) -> None:
    stage(repository, CLEAN)
    done = try_hook(clone, repository, hook_environments)
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


def test_pre_commit_fails_a_broken_file_and_shows_the_finding(
    clone: Path, repository: Path, hook_environments: str
) -> None:
    stage(repository, BROKEN)
    done = try_hook(clone, repository, hook_environments)
    assert done.returncode == 1, done.stdout
    assert "references.bib:3:29: error missing-comma" in done.stdout


def test_pre_commit_formats_a_file_once(clone: Path, repository: Path, hook_environments: str) -> None:
    stage(repository, CLEAN.replace("  ", "    ").replace("{1984},", "{1984}"))
    done = try_hook(clone, repository, hook_environments, "bibcheck-format")
    assert done.returncode == 1, done.stdout
    assert "files were modified by this hook" in done.stdout
    assert (repository / "references.bib").read_text(encoding="utf-8") == CLEAN
    stage(repository, CLEAN)
    assert try_hook(clone, repository, hook_environments, "bibcheck-format").returncode == 0


def test_pre_commit_fixes_and_fails_when_it_did(clone: Path, repository: Path, hook_environments: str) -> None:
    stage(repository, BROKEN)
    fixed = try_hook(clone, repository, hook_environments, "bibcheck-fix")
    assert fixed.returncode == 1, fixed.stdout
    assert "1 fixed; no findings left in 1 file" in fixed.stdout
    assert (repository / "references.bib").read_bytes() == CLEAN.encode()
    stage(repository, CLEAN)
    passed = try_hook(clone, repository, hook_environments, "bibcheck-fix")
    assert passed.returncode == 0, passed.stdout


def test_pre_commit_holds_documents_against_bibliographies(
    clone: Path, repository: Path, hook_environments: str
) -> None:
    (repository / "bibcheck.toml").write_text('documents = ["main.tex"]\n', encoding="utf-8")
    (repository / "main.tex").write_text("\\cite{knuth84,gone}\\bibliography{references}\n", encoding="utf-8")
    stage(repository, CLEAN)
    run("git", "add", ".", cwd=repository)
    done = try_hook(clone, repository, hook_environments, "bibcheck-citations")
    assert done.returncode == 1, done.stdout
    assert "main.tex:1:15: error undefined-citation" in done.stdout
    staged = run(
        *(sys.executable, "-m", "pre_commit", "try-repo", clone, "bibcheck-citations", "--files", "references.bib"),
        cwd=repository,
        PRE_COMMIT_HOME=hook_environments,
    )
    assert "main.tex:1:15: error undefined-citation" in staged.stdout


def test_a_commit_through_pre_commit_is_refused(clone: Path, repository: Path, hook_environments: str) -> None:
    revision = run("git", "rev-parse", "HEAD", cwd=clone).stdout.strip()
    (repository / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: '{clone.as_posix()}'\n  rev: {revision}\n  hooks:\n  - id: bibcheck\n", encoding="utf-8"
    )
    run("git", "add", ".pre-commit-config.yaml", cwd=repository)
    installed = run(sys.executable, "-m", "pre_commit", "install", cwd=repository, PRE_COMMIT_HOME=hook_environments)
    assert installed.returncode == 0, installed.stdout
    stage(repository, BROKEN)
    refused = run("git", "commit", "-m", "Add references", cwd=repository, PRE_COMMIT_HOME=hook_environments)
    assert refused.returncode == 1, refused.stdout
    assert "references.bib:3:29: error missing-comma" in refused.stdout
    stage(repository, CLEAN)
    accepted = run("git", "commit", "-m", "Add references", cwd=repository, PRE_COMMIT_HOME=hook_environments)
    assert accepted.returncode == 0, accepted.stdout


@pytest.fixture
def plain_hook(repository: Path) -> Path:
    """The hook for git alone, installed as its header says."""
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    shutil.copy(ROOT / "hooks" / "git" / "pre-commit", hook)
    hook.chmod(0o755)
    return hook


def commit_with_plain_git(repository: Path) -> subprocess.CompletedProcess[str]:
    scripts = str(Path(sys.executable).parent)
    path = scripts + os.pathsep + os.environ["PATH"]
    return run("git", "commit", "-m", "Add references", cwd=repository, PATH=path)


@pytest.mark.usefixtures("plain_hook")
def test_plain_git_refuses_a_broken_file(repository: Path) -> None:
    stage(repository, BROKEN)
    done = commit_with_plain_git(repository)
    assert done.returncode != 0
    assert "references.bib:3:29: error missing-comma" in done.stdout
    stage(repository, CLEAN)
    assert commit_with_plain_git(repository).returncode == 0


@pytest.mark.usefixtures("plain_hook")
def test_plain_git_lints_what_is_staged(repository: Path) -> None:
    stage(repository, CLEAN)
    (repository / "references.bib").write_text(BROKEN, encoding="utf-8")
    done = commit_with_plain_git(repository)
    assert done.returncode == 0, done.stdout
    stage(repository, BROKEN)
    (repository / "references.bib").write_text(CLEAN, encoding="utf-8")
    assert commit_with_plain_git(repository).returncode != 0


@pytest.mark.usefixtures("plain_hook")
def test_plain_git_sees_settings_and_files_that_the_commit_leaves_alone(repository: Path) -> None:
    (repository / "bibcheck.toml").write_text('ignore = ["missing-comma"]\n', encoding="utf-8")
    run("git", "add", "bibcheck.toml", cwd=repository)
    (repository / "old paper.bib").write_text(BROKEN, encoding="utf-8")
    run("git", "add", "old paper.bib", cwd=repository)
    assert commit_with_plain_git(repository).returncode == 0
    stage(repository, CLEAN.replace("@misc{knuth84", "@misc{other"))
    assert commit_with_plain_git(repository).returncode == 0
    stage(repository, "@misc{x, title = {T}, note = {}}\n")
    done = commit_with_plain_git(repository)
    assert "references.bib:1:" in done.stdout
    assert "old paper.bib" not in done.stdout


@pytest.mark.usefixtures("plain_hook")
def test_plain_git_has_nothing_to_say_to_a_commit_without_bibliographies(repository: Path) -> None:
    (repository / "paper.tex").write_text("text\n", encoding="utf-8")
    run("git", "add", "paper.tex", cwd=repository)
    assert commit_with_plain_git(repository).returncode == 0


def add(repository: Path, *names: str | bytes) -> None:
    command = [b"git", b"add", b"--", *(os.fsencode(name) for name in names)]
    assert subprocess.run(command, cwd=repository, check=False).returncode == 0


@pytest.mark.usefixtures("plain_hook")
@pytest.mark.parametrize(
    "name", ["a b.bib", "UPPER.BIB", "Mixed.Bib", "sub folder/x.bib", "line\nfeed.bib", "-x.bib", b"latin\xe9.bib"]
)
def test_plain_git_finds_files_of_any_name(name: str | bytes, repository: Path) -> None:
    path = Path(os.fsdecode(os.path.join(os.fsencode(repository), os.fsencode(name))))
    path.parent.mkdir(exist_ok=True)
    for text, is_accepted in ((BROKEN, False), (CLEAN, True)):
        path.write_text(text, encoding="utf-8")
        add(repository, name)
        done = commit_with_plain_git(repository)
        assert (done.returncode == 0) is is_accepted, done.stdout
        assert ("missing-comma" in done.stdout) is not is_accepted


def test_plain_git_works_in_a_repository_with_an_odd_name(tmp_path: Path) -> None:
    repository = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), b"my \xe9 paper")))
    repository.mkdir()
    run("git", "init", "-q", cwd=repository)
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    shutil.copy(ROOT / "hooks" / "git" / "pre-commit", hook)
    stage(repository, BROKEN)
    assert "references.bib:3:29: error missing-comma" in commit_with_plain_git(repository).stdout


@pytest.mark.usefixtures("plain_hook")
def test_plain_git_leaves_links_and_submodules_alone(repository: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "refs.bib").write_text(BROKEN, encoding="utf-8")
    (repository / "link.bib").symlink_to("../outside/refs.bib")
    run("git", "init", "-q", cwd=outside)
    run("git", "commit", "-q", "--allow-empty", "-m", "Begin", cwd=outside)
    run("git", "-c", "protocol.file.allow=always", "submodule", "add", "-q", outside, "s.bib", cwd=repository)
    add(repository, "link.bib")
    staged = run("git", "ls-files", "--stage", cwd=repository).stdout
    assert "120000" in staged and "160000" in staged
    done = commit_with_plain_git(repository)
    assert done.returncode == 0, done.stdout
    # A link that becomes a file is one to check.
    (repository / "link.bib").unlink()
    (repository / "link.bib").write_text(BROKEN, encoding="utf-8")
    add(repository, "link.bib")
    assert "link.bib:3:29: error missing-comma" in commit_with_plain_git(repository).stdout


@pytest.mark.usefixtures("plain_hook")
def test_plain_git_checks_all_files_of_a_large_commit_together(repository: Path) -> None:
    """So many names do not fit on one command line."""
    for number in range(12_000):
        (repository / f"{'long' * 40}-{number:05}.bib").write_text(f"@misc{{k{number}}}\n", encoding="utf-8")
    add(repository, ".")
    done = commit_with_plain_git(repository)
    assert done.returncode == 0
    assert "no findings in 12,000 files\n" in done.stdout


def test_without_the_program_only_commits_of_bibliographies_are_refused(plain_hook: Path, repository: Path) -> None:
    (repository / "paper.tex").write_text("text\n", encoding="utf-8")
    add(repository, "paper.tex")
    command = ("git", "commit", "-m", "Add")
    assert run(*command, cwd=repository, BIBCHECK="no-such-program").returncode == 0
    stage(repository, CLEAN)
    refused = run(*command, cwd=repository, BIBCHECK="no-such-program")
    assert refused.returncode != 0
    assert "no-such-program is not installed" in refused.stdout
    assert "install bibcheck (see its README)" in refused.stdout and "pip install" not in refused.stdout


def test_the_manifest_names_no_stages() -> None:
    """Those that pre-commit 3.1 knows are not those of 3.2 and later."""
    assert "stages:" not in (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")


def test_the_hook_for_documents_runs_no_rule_that_is_off_by_default() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (entry,) = (hook["entry"] for hook in hooks if hook["id"] == "bibcheck-citations")
    selected = entry.partition("--select ")[2].split(",")
    citations = [row[0] for row in ROWS if row[1] == "citations" and row[2] != "off"]
    assert sorted(selected) == sorted([*citations, "duplicate-key"])


TEN = {
    "a": "author = {Knuth, Donald E.}, title = {One}, doi = {10.1145/3368089.3409701}, publisher = {Addison-Wesley}",
    "b": "author = {Knuth, Donald}, title = {Two}, doi = {10.1145/3368089.3409702}, publisher = {Addison-Wesley}",
    "c": "author = {Lamport, Leslie}, title = {Three}, doi = {10.1145/3368089.3409703}, publisher = {Addison-Wesley}",
    "d": "author = {Roe, Richard}, title = {Four}, doi = {10.1145/3368089.3409704}, publisher = {Addison Wesley}",
    "e": "author = {Knuth, Donald E.}, title = {One}, doi = {10.1145/3368089.3409701}, pages = {1-2}",
    "f": "author = {Poe, Edgar}, title = {Six}, doi = {10.1145/3368089.3409706}, publisher = {Addison-Wesley}",
    "g": "author = {Loe, Lucy}, title = {Seven}, doi = {10.1145/3368089.3409707}, publisher = {Addison-Wesley}",
    "h": "author = {Moe, Mary}, title = {Eight}, doi = {10.1145/3368089.3409708}, publisher = {Addison-Wesley}",
    "i": "author = {Noe, Nora}, title = {Nine}, doi = {10.1145/3368089.3409703}, publisher = {Addison-Wesley}",
    "j": "author = {Soe, Sue}, title = {Ten}, doi = {10.1145/3368089.3409709}, publisher = {Addison-Wesley}",
}
PROJECT = 'include = ["*.bib"]\ndocuments = ["main.tex"]\noutput-format = "concise"\n'


@pytest.fixture
def project(clone: Path, repository: Path) -> Path:
    """Ten bibliographies and two documents, all committed, below a pre-commit that runs two of the hooks."""
    for name, fields in TEN.items():
        (repository / f"{name}.bib").write_text(f"@book{{{name}, {fields}, year = 1984}}\n", encoding="utf-8")
    (repository / "main.tex").write_text("\\input{part}\\cite{a}\\bibliography{a,b}\n", encoding="utf-8")
    (repository / "part.tex").write_text("\\cite{b}\n", encoding="utf-8")
    (repository / "bibcheck.toml").write_text(PROJECT, encoding="utf-8")
    run("git", "add", ".", cwd=repository)
    assert run("git", "commit", "-q", "-m", "Begin", cwd=repository).returncode == 0
    return repository


def configure(repository: Path, clone: Path, *lines: str) -> None:
    revision = run("git", "rev-parse", "HEAD", cwd=clone).stdout.strip()
    hooks = "".join(f"  {line}\n" for line in lines)
    (repository / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: '{clone.as_posix()}'\n  rev: {revision}\n  hooks:\n{hooks}", encoding="utf-8"
    )
    run("git", "add", ".pre-commit-config.yaml", cwd=repository)


def change(repository: Path, name: str, old: str, new: str) -> None:
    path = repository / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert run("git", "add", name, cwd=repository).returncode == 0


def lines_of(text: str, *names: str) -> list[str]:
    """The findings in some files."""
    return sorted(line for line in text.splitlines() if line.startswith(tuple(f"{name}:" for name in names)))


def in_batches_of_one(repository: Path) -> None:
    """The same hook, with a command so long that pre-commit has room for one file name behind it."""
    command = (
        f"{sys.executable} -m bibcheck check --force-exclude --output concise --output json:/dev/stderr --exclude "
    )
    longest = max(min(os.sysconf("SC_ARG_MAX"), 2**17), 2**12)  # pre_commit.xargs, _get_platform_max_length
    room = len(" d.bib") + 2
    entry = command + "x" * (longest - len(command) - 1 - room)
    (repository / ".pre-commit-config.yaml").write_text(
        "repos:\n- repo: local\n  hooks:\n  - id: bibcheck\n    name: bibcheck\n    language: system\n"
        f"    types: [bib]\n    require_serial: true\n    entry: {entry}\n",
        encoding="utf-8",
    )
    run("git", "add", ".pre-commit-config.yaml", cwd=repository)


@pytest.mark.parametrize("batch", [pytest.param(1, marks=ON_LINUX), 2])
def test_two_staged_files_of_ten_get_what_ci_reports_of_them(
    batch: int, clone: Path, project: Path, hook_environments: str
) -> None:
    if batch == 1:
        in_batches_of_one(project)
    else:
        configure(project, clone, "- id: bibcheck", "  args: [--output, concise, --output, 'json:/dev/stderr']")
    change(project, "d.bib", "Four", "The the four")
    change(project, "e.bib", "1-2", "3-4")
    command = (sys.executable, "-m", "pre_commit", "run", "bibcheck", "--verbose")
    staged = run(*command, cwd=project, PRE_COMMIT_HOME=hook_environments, PYTHONPATH=str(ROOT))
    assert staged.stdout.count('{"version"') == 2 // batch, staged.stdout
    ci = run(sys.executable, "-m", "bibcheck", "check", cwd=project, PYTHONPATH=str(ROOT))
    wanted = lines_of(ci.stdout, "d.bib", "e.bib")
    assert {line.split()[2] for line in wanted} >= {
        "duplicate-doi",  # with a.bib, which is not staged
        "inconsistent-publisher",  # beside all others
        "hyphen-in-range",
        "repeated-word",
    }
    assert lines_of(staged.stdout, *(f"{name}.bib" for name in TEN)) == wanted


def test_a_document_that_is_staged_alone_gets_its_undefined_citations(
    clone: Path, project: Path, hook_environments: str
) -> None:
    configure(project, clone, "- id: bibcheck", "- id: bibcheck-citations")
    command = (sys.executable, "-m", "pre_commit", "run", "--verbose")
    clean = run(*command, cwd=project, PRE_COMMIT_HOME=hook_environments)
    assert clean.returncode == 0, clean.stdout
    change(project, "part.tex", "{b}", "{b,bb}")
    staged = run(*command, cwd=project, PRE_COMMIT_HOME=hook_environments)
    ci = run(sys.executable, "-m", "bibcheck", "check", cwd=project, PYTHONPATH=str(ROOT))
    assert staged.returncode == 1
    (found,) = lines_of(staged.stdout, "part.tex", "main.tex")
    assert found.startswith("part.tex:1:9: error undefined-citation `bb` is cited")
    assert lines_of(ci.stdout, "part.tex", "main.tex") == [found]


def test_an_entry_that_is_taken_out_is_missed_by_the_document_that_cites_it(
    clone: Path, project: Path, hook_environments: str
) -> None:
    configure(project, clone, "- id: bibcheck-citations")
    change(project, "b.bib", "@book{b,", "@book{b2,")
    staged = run(sys.executable, "-m", "pre_commit", "run", "--verbose", cwd=project, PRE_COMMIT_HOME=hook_environments)
    assert lines_of(staged.stdout, "part.tex") != []
