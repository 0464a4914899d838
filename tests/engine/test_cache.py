"""What is kept from run to run: the findings are those of a run without, and nobody else's word is taken for them."""

from __future__ import annotations

import errno
import os
import pickle
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bibcheck.cli import main
from bibcheck.engine import store as store_module
from bibcheck.engine.check_file import Check as FileCheck
from bibcheck.engine.file_report import FileReport
from bibcheck.engine.store import FOLDER, Store
from bibcheck.source import Span

ROOT = Path(__file__).resolve().parents[2]
SEED = (ROOT / "tests/data/seed/references.bib").read_text(encoding="utf-8")
TWIN = "@article{twin, title = {Literate Programming at Large}, doi = {10.1093/comjnl/27.2.97}, year = 1984}\n"

Check = Callable[..., str]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of three files that are older than the run, and a user who has a cache folder."""
    monkeypatch.delenv("BIBCHECK_NO_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "bibcheck.toml").write_text('include = ["*.bib"]\nselect = ["all"]\n', encoding="utf-8")
    (folder / "a.bib").write_text(SEED, encoding="utf-8")
    (folder / "b.bib").write_text(SEED.replace("USENIX Association", "USENIX"), encoding="utf-8")
    (folder / "c.bib").write_text(TWIN, encoding="utf-8")
    time.sleep(0.05)
    return folder


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    def run(*arguments: str, error: str = "") -> str:
        main(["check", "--output-format", "json", *arguments])
        said = capsys.readouterr()
        assert error in said.err if error else not said.err
        return said.out

    return run


def records(project: Path, kind: str) -> list[Path]:
    return sorted((project / FOLDER).glob(f"*.{kind}"))


def forbid_checking(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("checked again")

    monkeypatch.setattr("bibcheck.engine.check_file.Check.run", fail)


def test_a_warm_run_writes_what_a_cold_one_does_and_checks_nothing(
    project: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = check("--no-cache")
    assert not (project / FOLDER).exists()
    cold = check()
    assert len(records(project, "run")) == 1
    assert len(records(project, "file")) == 3
    assert (project / FOLDER / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"
    forbid_checking(monkeypatch)
    assert without == cold == check()
    assert '"rule": "inconsistent-publisher"' in cold


def test_only_the_file_that_changed_is_checked(project: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    check()
    (project / "c.bib").write_text(TWIN + "@misc{new, pages = {1-2}}\n", encoding="utf-8")
    seen = []
    original = FileCheck.run

    def note(self: FileCheck, looked: Any) -> FileReport:
        seen.append(self.bib.path)
        return original(self, looked)

    monkeypatch.setattr(FileCheck, "run", note)
    changed = check()
    assert seen == ["c.bib"]
    assert changed == check("--no-cache")
    assert '"key": "new"' in changed


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file": lambda project: (project / "a.bib").write_text(SEED + TWIN, encoding="utf-8"),
    "a new file": lambda project: (project / "d.bib").write_text(TWIN, encoding="utf-8"),
    "a file less": lambda project: (project / "b.bib").unlink(),
    "a renamed file": lambda project: (project / "b.bib").rename(project / "e.bib"),
    "the settings": lambda project: (project / "bibcheck.toml").write_text('ignore = ["duplicates"]', encoding="utf-8"),
    "no settings": lambda project: (project / "bibcheck.toml").unlink(),
    "settings below": lambda project: _below(project, "bibcheck.toml", 'include = ["*.bib"]\nselect = ["pages"]'),
    "a file below": lambda project: _below(project, "f.bib", "@misc{f, pages = {1-2}}"),
    "what git ignores": lambda project: (project / ".gitignore").write_text("b.bib", encoding="utf-8"),
    "what git ignores above": lambda project: (project.parent / ".gitignore").write_text("b.bib", encoding="utf-8"),
    "times alone": lambda project: os.utime(project / "a.bib", (1, 1)),
}


def _below(project: Path, name: str, text: str) -> None:
    (project / "below").mkdir()
    (project / "below" / name).write_text(text, encoding="utf-8")
    (project / "below" / "g.bib").write_text("@misc{g, pages = {1-2}}", encoding="utf-8")


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("arguments", [(), (".",), ("a.bib", "c.bib")])
def test_what_a_run_depends_on_is_looked_at_again(
    what: str, arguments: tuple[str, ...], project: Path, check: Check
) -> None:
    check(*arguments)
    CHANGES[what](project)
    assert check(*arguments) == check(*arguments, "--no-cache")


def test_files_beside_are_looked_at_again_where_something_stands_nowhere(project: Path, check: Check) -> None:
    (project / "bibcheck.toml").unlink()
    (project / ".git").mkdir()
    (project / "a.bib").write_text("@inproceedings{a, title = {T}, crossref = {parent}}\n", encoding="utf-8")
    time.sleep(0.05)
    assert "undefined-crossref" in check("a.bib")
    (project / "c.bib").write_text("@proceedings{parent, title = {P}}\n", encoding="utf-8")
    assert "undefined-crossref" not in check("a.bib")
    time.sleep(0.05)
    assert check("a.bib") == check("a.bib")
    (project / "c.bib").unlink()
    assert "undefined-crossref" in check("a.bib")


@pytest.mark.parametrize("arguments", [(), (".",), ("--force-exclude", "a.bib", "below/f.bib")])
def test_settings_that_leave_files_out_are_looked_at_again(
    arguments: tuple[str, ...], project: Path, check: Check
) -> None:
    (project / "bibcheck.toml").unlink()
    (project / ".git").mkdir()
    _below(project, "f.bib", "@article{f, pages = {12-34}}")
    settings = project / "below/bibcheck.toml"
    settings.write_text('exclude = ["*.bib"]', encoding="utf-8")
    time.sleep(0.05)
    assert "f.bib" not in check(*arguments)
    assert len(records(project, "run")) == 1
    settings.write_text('exclude = ["x.bib"]', encoding="utf-8")
    assert "f.bib" in check(*arguments)


def test_what_a_killed_run_left_half_written_is_tidied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_MOST_BYTES", 5000)
    (tmp_path / "1.run.4711").write_bytes(bytes(9000))
    Store(str(tmp_path)).tidy()
    assert not list(tmp_path.iterdir())


def test_what_git_ignored_is_looked_at_again(project: Path, check: Check) -> None:
    (project / ".git").mkdir()
    (project / ".gitignore").write_text("a.bib\nb.bib\n", encoding="utf-8")
    time.sleep(0.05)
    before = check()
    (project / ".gitignore").write_text("b.bib\n", encoding="utf-8")
    after = check()
    assert after == check("--no-cache") != before


def test_documents_are_read_in_each_run(project: Path, check: Check) -> None:
    """What they cite, and the dialect that they show, of which the findings in bibliographies depend."""
    (project / "bibcheck.toml").write_text('select = ["all"]\n', encoding="utf-8")
    document = project / "main.tex"
    texts = [
        "\\cite{twin}\\bibliography{c}\\bibliographystyle{plain}\n",
        "\\cite{twin,gone}\\bibliography{c}\\bibliographystyle{plain}\n",
        "\\usepackage[backend=biber]{biblatex}\\addbibresource{c.bib}\\cite{twin}\n",
        "\\usepackage[backend=biber]{biblatex}\\addbibresource{a.bib}\\cite{twin}\n",
    ]
    for arguments in (["c.bib", "--document", "main.tex"], ["main.tex"], ["c.bib"]):
        said = []
        for text in texts:
            document.write_text(text, encoding="utf-8")
            time.sleep(0.05)
            said.append(check(*arguments))
            assert said[-1] == check(*arguments) == check("--no-cache", *arguments)
        assert (len(set(said)) > 1) == ("main.tex" in arguments)
    assert '"undefined-citation"' in check("main.tex", "c.bib") + check("c.bib", "--document", "main.tex")


def test_a_run_that_is_not_of_files_alone_is_no_answer(project: Path, check: Check) -> None:
    (project / "main.tex").write_text("\\cite{twin}\\bibliography{c}\n", encoding="utf-8")
    time.sleep(0.05)
    check("c.bib", "--document", "main.tex")
    check("c.bib", "main.tex")
    check("--baseline", "known.json", "--update-baseline", error="known")
    check("--baseline", "known.json")
    check("--add-ignores", error="ignored from now on")
    assert records(project, "run") == []
    assert records(project, "file")


def test_the_exit_status_is_kept_as_well(project: Path, check: Check) -> None:
    arguments = ["check", "c.bib", "--select", "missing-required-field", "--fail-on", "error"]
    assert [main(arguments), main(arguments)] == [0, 0]
    assert [main(arguments[:-2]), main(arguments[:-2])] == [1, 1]


@pytest.mark.usefixtures("project")
def test_another_command_line_gets_its_own_answer(check: Check) -> None:
    everything = check()
    few = check("--select", "pages")
    assert len(few) < len(everything)
    assert few == check("--select", "pages")
    assert everything == check()


def test_another_day_is_another_run(project: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    check()
    monkeypatch.setattr(time, "localtime", lambda: (2099, 1, 1))
    check()
    assert len(records(project, "run")) == 2
    assert len(records(project, "file")) == 6


@pytest.mark.parametrize("kind", ["run", "file"])
@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_damaged_records_are_thrown_away(kind: str, damage: bytes | None, project: Path, check: Check) -> None:
    cold = check()
    for path in [*records(project, kind), *records(project, "run")]:
        data = path.read_bytes()
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]) if damage is None else damage)
    assert check() == cold
    assert len(records(project, kind)) == (1 if kind == "run" else 3)
    assert check() == cold


class _Bomb:
    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.mkdir, ("exploded",)


def test_a_cache_that_comes_with_a_checkout_is_not_believed(
    project: Path, check: Check, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cold = check()
    for path in records(project, "file"):
        path.write_bytes(path.read_bytes()[:32] + pickle.dumps(_Bomb()))
    for path in records(project, "run"):
        path.unlink()
    assert check() == cold
    assert not (project / "exploded").exists()
    # The records of another user, whole as they are.
    kept = [path.read_bytes() for path in records(project, "run")]
    shutil.rmtree(tmp_path / "home")
    assert check() == cold
    assert [path.read_bytes() for path in records(project, "run")] != kept
    # A secret that others may read is none.
    (tmp_path / "home/bibcheck/secret").chmod(0o644)
    assert store_module._read_secret() is None or os.name != "posix"


def test_a_record_is_not_taken_for_another(project: Path, check: Check) -> None:
    check()
    few = check("--select", "pages")
    first, second = records(project, "run")
    texts = first.read_bytes(), second.read_bytes()
    first.write_bytes(texts[1])
    second.write_bytes(texts[0])
    assert check("--select", "pages") == few


def test_a_cache_that_is_a_link_is_left_alone(project: Path, check: Check, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (project / FOLDER).symlink_to(tmp_path / "elsewhere")
    assert check(error="this is a link") == check("--no-cache")
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.usefixtures("project")
def test_a_disk_that_takes_nothing_is_a_warning_and_right_findings(
    code: int, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = check("--no-cache")

    def fail(source: str, target: str) -> None:
        raise OSError(code, os.strerror(code), target)

    monkeypatch.setattr(os, "replace", fail)
    assert check(error="bibcheck: warning: nothing is kept for the next run: ") == right


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk")
def test_what_cannot_be_written_leaves_no_scrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    store = Store(str(tmp_path / "store"))
    store.write("first.run", b"1")
    original = os.open
    monkeypatch.setattr(os, "open", lambda path, *more: original("/dev/full" if ".run." in path else path, *more))
    store.write("second.run", b"2" * 100_000)
    assert "No space left" in store.problem
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == [".gitignore", "first.run"]


def test_the_store_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(store_module, "_MOST_BYTES", 5000)
    store = Store(str(tmp_path / "store"))
    for number in range(10):
        store.write(f"{number}.run", bytes(1000))
        os.utime(tmp_path / f"store/{number}.run", (number, number))
    store.tidy()
    assert [path.stem for path in sorted((tmp_path / "store").glob("*.run"))] == ["8", "9"]
    assert store.read("9.run") == bytes(1000)


def test_a_file_that_changes_during_the_run_is_no_answer(
    project: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(*about: Any) -> FileReport:
        (project / "c.bib").write_text("", encoding="utf-8")
        return original(*about)

    original = FileCheck.run
    monkeypatch.setattr(FileCheck, "run", change)
    check()
    assert not records(project, "run")


@pytest.mark.slow
def test_runs_that_meet(project: Path, check: Check) -> None:
    command = [sys.executable, "-m", "bibcheck", "check", "--output-format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [
        subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    reports = {run.communicate(timeout=60)[0] for run in runs}
    assert reports == {check("--no-cache")}


@pytest.mark.slow
def test_a_warm_run_loads_next_to_nothing(project: Path, check: Check) -> None:
    check()
    program = "import sys; from bibcheck.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-S", "-c", program, "check", "--output-format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(2):  # another encoding of standard output, another run
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    modules = {name for name in done.stderr.split() if name.startswith("bibcheck.")}
    assert modules <= {
        *("bibcheck.cli", "bibcheck.engine", "bibcheck.engine.store", "bibcheck.engine.answers"),
        *("bibcheck.settings", "bibcheck.settings.listing"),
    }
    assert not {"re", "argparse", "json", "enum"} & set(done.stderr.split())


def test_clean_deletes_what_was_kept(project: Path, check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    check()
    assert main(["clean"]) == 0
    assert capsys.readouterr().out == "4 records deleted from .bibcheck_cache\n"
    assert not (project / FOLDER).exists()
    assert main(["clean"]) == 0
    assert capsys.readouterr().out == "there was no cache\n"


@pytest.mark.usefixtures("project")
def test_fixes_are_made_though_the_answer_is_kept(check: Check, project: Path) -> None:
    check()
    main(["check", "--fix", "--quiet"])
    assert (project / "a.bib").read_text(encoding="utf-8") != SEED


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked")
@pytest.mark.usefixtures("project")
def test_findings_are_the_same_cold_and_warm_in_one_process_and_two(check: Check) -> None:
    assert main(["clean"]) == 0
    reports = [check("--no-cache", "--jobs", "1"), check("--no-cache", "--jobs", "2"), check("--jobs", "2")]
    reports += [check("--jobs", "2"), check("--jobs", "1"), check()]
    assert len({report.removeprefix("there was no cache\n") for report in reports}) == 1


@pytest.fixture
def large(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is kept in parts."""
    monkeypatch.setattr("bibcheck.engine.cache.LEAST", 20_000)
    monkeypatch.setattr("bibcheck.engine.kept_parts.KeptParts.size", 5_000)
    path = project / "a.bib"
    entries = (f"@book{{a{number},\n  title = {{Title {number}}},\n  pages = {{1-9}}\n}}\n\n" for number in range(700))
    path.write_text("".join(entries), encoding="utf-8")
    return path


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[Span]:
    """The parts that rules have looked at since it was emptied, by their spans."""
    seen: list[Span] = []
    original = FileCheck._look_at

    def note(self: FileCheck, number: int, wanted: Any) -> None:
        if self.bib.path == "a.bib" and number >= 0:
            seen.append(self.parts[number].span)
        original(self, number, wanted)

    monkeypatch.setattr(FileCheck, "_look_at", note)
    return seen


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


EDITS: dict[str, tuple[str, str]] = {
    "a title": ("{Title 300}", "{Title 300 and More Words}"),
    "an entry less": ("@book{a300,\n  title = {Title 300},\n  pages = {1-9}\n}\n\n", ""),
    "an entry more": ("@book{a300,", "@book{new, title = {New}, pages = {1-9}}\n\n@book{a300,"),
    "an entry at the top": ("@book{a0,", "@book{new, title = {New}, pages = {1-9}}\n\n@book{a0,"),
    "an entry at the end": ("@book{a699,", "@book{new, title = {New}, pages = {1-9}}\n\n@book{a699,"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_only_the_part_that_changed_is_looked_at(edit: str, large: Path, check: Check, looked: list[Span]) -> None:
    check("--jobs", "1")
    assert len(looked) > 6
    looked.clear()
    _replace(large, *EDITS[edit])
    warm = check("--jobs", "1")
    assert sum(span.end - span.start for span in looked) < 25_000
    assert warm == check("--no-cache", "--jobs", "1")


def test_other_files_that_change_leave_a_large_one_as_it_was(large: Path, check: Check, looked: list[Span]) -> None:
    check("--jobs", "1")
    looked.clear()
    (large.parent / "c.bib").write_text(TWIN + "@misc{new, pages = {1-2}}\n", encoding="utf-8")
    warm = check("--jobs", "1")
    assert not looked
    assert warm == check("--no-cache", "--jobs", "1")


def test_workers_keep_parts_and_look_at_those_that_are_left(large: Path, check: Check, looked: list[Span]) -> None:
    cold = check("--jobs", "2")
    assert not looked
    assert cold == check("--no-cache", "--jobs", "1")
    looked.clear()
    _replace(large, *EDITS["a title"])
    warm = check("--jobs", "1")
    assert 0 < len(looked) < 3
    _replace(large, "{Title 100}", "{Another}")
    assert check("--jobs", "2") == check("--no-cache", "--jobs", "1") != warm


def test_what_a_rule_said_of_a_part_before_it_raised_is_not_kept(
    large: Path, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bibcheck.rules.pages.hyphen_in_range import HyphenInRange
    from bibcheck.rules.titles.trailing_period import TrailingPeriod

    sound = check("--no-cache", "--jobs", "1")
    with monkeypatch.context() as context:
        context.setattr(TrailingPeriod, "check", lambda self, bib: 1 / 0)
        assert "internal error in trailing-period" in check("--jobs", "1")
    assert check("--jobs", "1") == sound
    assert HyphenInRange.name in sound
