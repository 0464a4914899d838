"""A file in the place of another: nothing is lost on the way, and nothing is left over."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bibcheck.fixing import replacement
from bibcheck.fixing.replacement import replace, sweep

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the files and signals of POSIX")
OLD, NEW, THEIRS = b"old\n", b"new\n", b"theirs\n"


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "a.bib").write_bytes(OLD)
    return str(tmp_path / "a.bib")


def content(path: str) -> bytes:
    return Path(path).read_bytes()


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_new_file_takes_the_place_of_the_old_one(
    path: str, can_exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_exchange:
        monkeypatch.setattr(replacement, "_exchange", lambda *paths: False)
    os.chmod(path, 0o640)
    replace(path, OLD, NEW)
    assert content(path) == NEW
    assert os.stat(path).st_mode & 0o777 == 0o640
    assert os.listdir(os.path.dirname(path)) == ["a.bib"]


def test_extended_attributes_stay(path: str) -> None:
    try:
        os.setxattr(path, "user.mark", b"mine")
    except (AttributeError, OSError):
        pytest.skip("no extended attributes here")
    replace(path, OLD, NEW)
    assert os.getxattr(path, "user.mark") == b"mine"


def test_a_file_with_several_names_is_left_alone(path: str) -> None:
    os.link(path, path + ".copy")
    with pytest.raises(OSError, match="several names"):
        replace(path, OLD, NEW)
    assert (content(path), content(path + ".copy")) == (OLD, OLD)


def test_a_file_that_another_run_writes_is_left_alone(path: str) -> None:
    with open(path, "r+b") as other:
        assert replacement._lock(other.fileno())
        with pytest.raises(OSError, match="another program is writing it"):
            replace(path, OLD, NEW)
    replace(path, OLD, NEW)


def put_theirs_in_its_place(path: str) -> None:
    Path(path + "~").write_bytes(THEIRS)
    os.replace(path + "~", path)


def write_theirs_into_it(path: str) -> None:
    Path(path).write_bytes(THEIRS)


@pytest.mark.parametrize("change", [put_theirs_in_its_place, write_theirs_into_it])
def test_what_comes_in_at_the_last_moment_is_put_back(
    path: str, change: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the last look at the file and the step that replaces it."""
    exchange = replacement._exchange
    steps = []

    def change_and_exchange(first: str, second: str) -> bool:
        if not steps:
            change(path)  # type: ignore[operator]
        steps.append(1)
        return exchange(first, second)

    Path(path + ".probe").touch()
    if not exchange(path, path + ".probe"):
        pytest.skip("files cannot change places here")
    exchange(path, path + ".probe")
    os.unlink(path + ".probe")
    monkeypatch.setattr(replacement, "_exchange", change_and_exchange)
    with pytest.raises(OSError, match="changed since"):
        replace(path, OLD, NEW)
    assert content(path) == THEIRS
    assert os.listdir(os.path.dirname(path)) == ["a.bib"]


SIGNALLED = """
import os, signal, sys
from bibcheck.fixing import replacement
copy = replacement._copy_status
def signal_and_copy(*arguments):
    os.kill(os.getpid(), int(sys.argv[2]))
    copy(*arguments)
replacement._copy_status = signal_and_copy
replacement.replace(sys.argv[1], b"old\\n", b"new\\n")
print("went on")
"""


ENDING = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGALRM, signal.SIGUSR1, signal.SIGXCPU]


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_waits_until_the_file_is_written(path: str, number: int) -> None:
    done = subprocess.run([sys.executable, "-c", SIGNALLED, path, str(int(number))], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (-number, b"")
    assert content(path) == NEW
    assert os.listdir(os.path.dirname(path)) == ["a.bib"]


def test_a_signal_that_is_ignored_stays_ignored(path: str) -> None:
    program = f"import signal; signal.signal(1, signal.SIG_IGN){SIGNALLED}"
    done = subprocess.run([sys.executable, "-c", program, path, "1"], capture_output=True, check=False)
    assert (done.returncode, done.stdout, content(path)) == (0, b"went on\n", NEW)


WRITING = """
import sys
from bibcheck.fixing.replacement import replace
texts = [b"a" * 300_000, b"b" * 300_000]
print("begun", flush=True)
while True:
    replace(sys.argv[1], texts[0], texts[1])
    texts.reverse()
"""


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_whatever_ends_a_run_nothing_is_torn_and_the_next_one_tidies_up(path: str, number: int) -> None:
    for attempt in range(10):
        Path(path).write_bytes(b"a" * 300_000)
        with subprocess.Popen(
            [sys.executable, "-c", WRITING, path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as running:
            assert running.stdout
            running.stdout.readline()
            time.sleep(0.003 * attempt)
            running.send_signal(number)
        assert content(path) in (b"a" * 300_000, b"b" * 300_000)
        if number == signal.SIGKILL:
            sweep(os.path.dirname(path))
        assert os.listdir(os.path.dirname(path)) == ["a.bib"]


def test_sweeping_takes_what_is_left_over_and_nothing_else(path: str) -> None:
    folder = Path(path).parent
    for name in (".bibcheck-stale.tmp", ".bibcheck-notes.txt", "bibcheck-x.tmp"):
        (folder / name).touch()
    (folder / ".bibcheck-folder.tmp").mkdir()
    (folder / ".bibcheck-link.tmp").symlink_to("a.bib")
    with open(folder / ".bibcheck-at-work.tmp", "wb") as at_work:
        assert replacement._lock(at_work.fileno())
        sweep(str(folder))
    assert ".bibcheck-stale.tmp" not in os.listdir(folder)
    assert len(os.listdir(folder)) == 6
    assert content(path) == OLD


@pytest.mark.parametrize("is_over", [True, False])
def test_a_run_that_tidies_up_takes_nothing_from_one_that_begins(
    path: str, is_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other run finds the new file before it is locked, and has removed it or is about to."""
    folder = Path(path).parent
    lock = replacement._lock
    held = []
    calls = iter(range(9))

    def lock_late(descriptor: int) -> bool:
        if next(calls) == 1:
            (new,) = folder.glob(".bibcheck-*")
            with open(new, "r+b") as other:
                assert lock(other.fileno())
                if is_over:
                    new.unlink()
                else:
                    held.append(os.dup(other.fileno()))
        return lock(descriptor)

    monkeypatch.setattr(replacement, "_lock", lock_late)
    replace(path, OLD, NEW)
    assert content(path) == NEW
    monkeypatch.undo()
    for descriptor in held:
        os.close(descriptor)
    sweep(str(folder))
    assert os.listdir(folder) == ["a.bib"]
