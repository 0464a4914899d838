"""Writing: a file is its old self or its new one, never less; and a diff is what git makes of it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.fixing.write import WriteError, unified_diff, write_file
from bibcheck.source import Source
from bibcheck.text.line_changes import changed_lines

OLD = "@misc{a,\n  title = {T},\n}\n"
NEW = "@misc{a,\n  title = {U},\n}\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs the modes and links of POSIX")


@pytest.fixture
def source(tmp_path: Path) -> Source:
    path = tmp_path / "a.bib"
    path.write_bytes(OLD.encode())
    return Source.from_file(str(path))


@pytest.mark.parametrize(
    "data",
    [
        b"@misc{a,\n  title = {T}}",
        b"@misc{a,\r\n  title = {T}}\r\n",
        b"\xef\xbb\xbf@misc{a, title = {T}}\n",
        b"@misc{a, title = {T}, note = {\xe9\xff}}\r",
        b"\xff\xfe" + "@misc{é, title = {T}}\n".encode("utf-16-le"),
        b"\xfe\xff" + "@misc{é, title = {T}}\n".encode("utf-16-be"),
    ],
)
def test_all_but_the_change_stays_byte_for_byte(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(data)
    source = Source.from_file(str(path))
    write_file(source, source.text.replace("T", "U"))
    wide = {b"\xff\xfe": (b"T\0", b"U\0"), b"\xfe\xff": (b"\0T", b"\0U")}
    assert path.read_bytes() == data.replace(*wide.get(data[:2], (b"T", b"U")))
    assert os.listdir(tmp_path) == ["a.bib"]


def test_a_file_that_has_the_text_is_not_touched(source: Source) -> None:
    before = os.stat(source.path)
    write_file(source, OLD)
    after = os.stat(source.path)
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


@posix
def test_the_mode_stays(source: Source) -> None:
    os.chmod(source.path, 0o640)
    write_file(source, NEW)
    assert stat.S_IMODE(os.stat(source.path).st_mode) == 0o640


@posix
def test_a_link_stays_and_its_target_is_written(source: Source, tmp_path: Path) -> None:
    folder = tmp_path / "paper"
    folder.mkdir()
    (tmp_path / ".git").mkdir()
    (folder / "link.bib").symlink_to("../a.bib")
    write_file(Source.from_file(str(folder / "link.bib")), NEW)
    assert os.readlink(folder / "link.bib") == "../a.bib"
    assert (tmp_path / "a.bib").read_text() == NEW
    assert os.listdir(folder) == ["link.bib"]


def refused(source: Source) -> str:
    with pytest.raises(WriteError) as caught:
        write_file(source, NEW)
    assert os.listdir(os.path.dirname(source.path)) == ["a.bib"]
    return str(caught.value).removeprefix(f"{source.path}: not written: ")


def test_what_changed_since_it_was_read_is_left_alone(source: Source) -> None:
    Path(source.path).write_text("% mine\n")
    assert refused(source) == "it has changed since it was read"
    assert Path(source.path).read_text() == "% mine\n"


@posix
def test_a_read_only_file_is_left_alone(source: Source) -> None:
    os.chmod(source.path, 0o444)
    assert refused(source) == "it is read-only"
    assert Path(source.path).read_text() == OLD


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder in which this process may write nothing, with a file in it which it may."""
    folder = Path(tempfile.mkdtemp())
    (folder / "a.bib").write_bytes(OLD.encode())
    os.chmod(folder / "a.bib", 0o666)
    os.chmod(folder, 0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)  # root may write anywhere
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        os.chmod(folder, 0o755)
        shutil.rmtree(folder)


@posix
def test_a_read_only_folder_is_left_alone(read_only_folder: Path) -> None:
    assert refused(Source.from_file(str(read_only_folder / "a.bib"))) == "Permission denied"
    assert (read_only_folder / "a.bib").read_text() == OLD


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_leaves_the_old_file(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    def made_on_a_full_disk(dir: str, **_: str) -> tuple[int, str]:
        name = os.path.join(dir, ".bibcheck-full.tmp")
        os.symlink("/dev/full", name)
        return os.open(name, os.O_WRONLY), name

    monkeypatch.setattr("tempfile.mkstemp", made_on_a_full_disk)
    assert refused(source) == "No space left on device"
    assert Path(source.path).read_text() == OLD


def test_a_file_that_is_gone_is_not_made_anew(source: Source) -> None:
    os.unlink(source.path)
    with pytest.raises(WriteError, match="No such file"):
        write_file(source, NEW)
    assert not os.path.exists(source.path)


KILLED = """
import sys
from bibcheck.source import Source
from bibcheck.fixing.write import write_file
source = Source.from_file(sys.argv[1])
texts = ["% a\\n" * 100_000, "% b\\n" * 100_000]
while True:
    write_file(source, texts[0])
    source = Source(source.path, texts[0])
    texts.reverse()
"""


def test_a_killed_process_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    for moment in (0.3, 0.35, 0.4):
        path.write_text("% a\n" * 100_000, newline="\n")
        process = subprocess.Popen([sys.executable, "-c", KILLED, str(path)])
        time.sleep(moment)
        process.kill()
        process.wait()
        assert path.read_bytes() in (b"% a\n" * 100_000, b"% b\n" * 100_000)


KILLED_BEFORE_THE_LAST_STEP = """
import os, signal, sys
from bibcheck.cli import main
from bibcheck.fixing import replacement
replacement._exchange = lambda *paths: os.kill(os.getpid(), signal.SIGKILL)
main(sys.argv[1:])
"""
UNTIDY = "@article{a, title = {T}, pages = {1-2}}\n"


@posix
@pytest.mark.parametrize("command", [["check", "--fix", "--exit-zero"], ["format"]])
def test_what_is_killed_before_the_last_step_has_changed_nothing(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "a.bib"
    path.write_text(UNTIDY)
    program = [sys.executable, "-c", KILLED_BEFORE_THE_LAST_STEP, *command, "a.bib"]
    assert subprocess.run(program, cwd=tmp_path, check=False).returncode == -9
    assert path.read_text() == UNTIDY
    left = [name for name in os.listdir(tmp_path) if name != "a.bib"]
    assert len(left) == 1
    again = subprocess.run(
        [sys.executable, "-m", "bibcheck", *command], cwd=tmp_path, check=False, capture_output=True, text=True
    )
    assert (again.returncode, path.read_text() != UNTIDY) == (0, True), again.stderr
    assert os.listdir(tmp_path) == ["a.bib"]  # what the killed run left is gone as well


@posix
@pytest.mark.parametrize("command", [["check", "--fix", "--quiet"], ["format"]])
def test_without_room_for_the_new_file_the_old_one_stays(tmp_path: Path, command: list[str]) -> None:
    import resource

    def leave_no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))

    path = tmp_path / "a.bib"
    path.write_text(UNTIDY)
    done = subprocess.run(
        [sys.executable, "-B", "-m", "bibcheck", *command, "a.bib"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=leave_no_room,
    )
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "bibcheck: a.bib: not written: File too large")
    assert (os.listdir(tmp_path), path.read_text()) == (["a.bib"], UNTIDY)


def test_what_someone_changes_meanwhile_is_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = "@misc{theirs, note = {x}}\n"
    make = tempfile.mkstemp

    def change_and_make(*arguments: str, **options: str) -> tuple[int, str]:
        (tmp_path / "a.bib").write_text(theirs)
        return make(*arguments, **options)

    monkeypatch.setattr("tempfile.mkstemp", change_and_make)
    monkeypatch.chdir(tmp_path)
    for command in (["check", "--fix", "--quiet"], ["format"]):
        (tmp_path / "a.bib").write_text(UNTIDY)
        assert main([*command, "a.bib"]) == 2
        assert capsys.readouterr().err.startswith("bibcheck: a.bib: not written: it has changed since it was read\n")
        assert (os.listdir(tmp_path), (tmp_path / "a.bib").read_text()) == (["a.bib"], theirs)


def apply_with_git(folder: Path, patch: bytes) -> None:
    done = subprocess.run(["git", "apply", "-"], input=patch, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


NUMBERS = "".join(f"line {number}\n" for number in range(30))
DIFFS = [
    (b"a\n", b"b\n"),
    (b"a", b"b"),
    (b"a", b"a\n"),
    (b"a\n", b"a"),
    (b"", b"a\n"),
    (b"a\n", b""),
    (b"a\r\nb\r\n", b"a\r\nc\r\n"),
    (b"a\rb\rc", b"a\rx\rc"),
    (b"\xe9\xff\nx\n", b"\xe9\xff\ny\n"),
    (b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\nc\n"),
    (b"\n\n\n\na\n\n\n\n", b"\n\n\n\n\n\n\n"),
    (NUMBERS.encode(), NUMBERS.replace("line 0\n", "").replace("line 29\n", "line\n").encode()),
    (NUMBERS.encode(), NUMBERS.replace("line 10\n", "").replace("line 17\n", "x\n").encode()),
    (NUMBERS.encode(), NUMBERS.replace("line 10\n", "").replace("line 18\n", "x\n").encode()),
    (b"\xff\xfe" + "a\nb\n".encode("utf-16-le"), b"\xff\xfe" + "a\nĊ\n".encode("utf-16-le")),
]


@pytest.mark.parametrize(("old", "new"), DIFFS)
def test_git_applies_a_diff(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(old)
    apply_with_git(tmp_path, unified_diff(Source.from_bytes("a.bib", old), Source.from_bytes("a.bib", new).text))
    assert path.read_bytes() == new if new else not path.exists() or not path.read_bytes()


@posix
@pytest.mark.parametrize(
    "name", ["a b.bib", "é.bib", 'a"b.bib', "a\\b.bib", "a\tb.bib", "in/a folder/a.bib", "\udcff.bib"]
)
def test_git_finds_the_file_of_a_diff(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(OLD)
    apply_with_git(tmp_path, unified_diff(Source(name, OLD), NEW))
    assert path.read_text() == NEW


def test_a_diff_shows_three_lines_around_a_change() -> None:
    new = NUMBERS.replace("line 10\n", "line ten\n")
    assert unified_diff(Source("a.bib", NUMBERS), new).decode() == (
        "--- a/a.bib\n+++ b/a.bib\n@@ -8,7 +8,7 @@\n line 7\n line 8\n line 9\n-line 10\n+line ten\n"
        " line 11\n line 12\n line 13\n"
    )
    assert unified_diff(Source("a.bib", NUMBERS), NUMBERS) == b""


@pytest.mark.parametrize("seed", range(50))
def test_the_changes_make_the_new_lines_of_the_old_ones(seed: int) -> None:
    dice = random.Random(seed)
    old = dice.choices("abcdefgh", k=dice.choice((5, 40, 200)))
    new = [line for line in old if dice.random() > 0.1]
    for _ in range(dice.choice((0, 3, 100))):
        new.insert(dice.randrange(len(new) + 1), dice.choice("abcxyz"))
    made: list[str] = []
    at = 0
    for start, end, new_start, new_end in changed_lines(old, new):
        made += old[at:start] + new[new_start:new_end]
        at = end
    assert made + old[at:] == new


def test_the_time_grows_with_the_lines_alone() -> None:
    # difflib takes minutes for these.
    old = [
        line for n in range(5000) for line in (f"@misc{{k{n},", f" year = {n % 70},", f" pages = {n % 300},", "}", "")
    ]
    for new in (
        [f" {line}" if line.startswith(" ") else line for line in old],
        [f" {line}" for line in old],
        old[::-1],
    ):
        start = time.process_time()
        changed_lines(old, new)
        assert time.process_time() - start < 3
