"""The store of compiled patterns: it gives what the compiler gives, or it is not used."""

from __future__ import annotations

import gc
import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bibcheck.lazy_re import _LazyPattern, store
from bibcheck.lazy_re import kept as kept_files

ROOT = Path(__file__).resolve().parent.parent
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and owners are POSIX's")


def forget() -> None:
    """What the process remembers of the store."""
    store._stored.cache_clear()
    store._new.cache_clear()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty store in a folder of its own, in a process that may write bytecode."""
    home = tmp_path / "bibcheck"
    home.mkdir(mode=0o700)
    monkeypatch.setattr(kept_files, "_folders", lambda is_code: iter([str(home)]))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    forget()
    yield home
    forget()


def kept(folder: Path, *sources: str) -> Path:
    """The file, once a run has compiled some patterns."""
    for source in sources:
        store.compiled(source)
    store.save()
    forget()
    return Path(kept_files._path(str(folder), "patterns"))


def package_patterns() -> set[tuple[str, int]]:
    for path in (ROOT / "bibcheck").rglob("*.py"):
        if path.name != "__main__.py":
            parts = path.relative_to(ROOT).with_suffix("").parts
            importlib.import_module(".".join(parts).removesuffix(".__init__"))
    return {(one._source, int(one._flags)) for one in gc.get_objects() if type(one) is _LazyPattern}


def test_every_pattern_of_the_package_is_kept_as_it_is_compiled(folder: Path) -> None:
    patterns = package_patterns()
    patterns.discard(("(", 0))  # of a test
    assert len(patterns) > 300
    for source, flags in patterns:
        store.compiled(source, flags)
    store.save()
    forget()
    assert set(store._stored()) >= patterns
    for source, flags in patterns:
        restored, made = store.compiled(source, flags), re.compile(source, flags)
        assert restored == made  # the same code
        assert (restored.groups, restored.groupindex, restored.flags) == (made.groups, made.groupindex, made.flags)
    assert not store._new()


def test_a_named_group_is_found_by_its_name(folder: Path) -> None:
    kept(folder, r"(?P<year>\d{4})-(?P<month>\d\d)")
    match = store.compiled(r"(?P<year>\d{4})-(?P<month>\d\d)").search("on 2020-02")
    assert match and match.groupdict() == {"year": "2020", "month": "02"} and match.lastgroup == "month"


def test_what_is_new_joins_what_is_there(folder: Path) -> None:
    kept(folder, "a")
    file = kept(folder, "b")
    assert set(store._stored()) == {("a", 0), ("b", 0)}
    assert [path.name for path in folder.iterdir()] == [file.name]


def test_a_store_that_is_too_large_begins_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_MOST_PATTERNS", 2)
    kept(folder, "a", "b")
    kept(folder, "c")
    assert set(store._stored()) == {("c", 0)}


def test_a_damaged_store_is_not_read(folder: Path) -> None:
    file = kept(folder, "a", "b+", "[a-z]")
    whole = file.read_bytes()
    assert kept_files._unpack(whole)
    for place in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[place] ^= 1 << place % 8
        assert kept_files._unpack(bytes(changed)) is None
        assert kept_files._unpack(whole[:place]) is None


def test_the_store_of_another_interpreter_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(folder, "a")
    monkeypatch.setattr(kept_files, "_identity", lambda: "another")
    assert store._stored() == {}


@pytest.mark.parametrize(
    "code",
    [
        (32, b"\xff\xff\xff\xff" * 3, 0, {}, (None,)),
        (32, b"", 0, {}, (None,)),
        (32, b"abc", 0, {}, (None,)),
        (32, b"\x00" * 400, 3, {}, (None,)),
        (32, 5, 0, {}, (None,)),
        ("x",),
        (),
    ],
)
def test_code_that_the_engine_does_not_take_is_compiled_anew(folder: Path, code: object) -> None:
    (Path(kept_files._path(str(folder), "patterns"))).write_bytes(kept_files._pack({("a+", 0): code}))  # type: ignore[dict-item]
    assert store.compiled("a+") == re.compile("a+")
    assert store._stored() == {}


def test_a_broken_pattern_is_an_error(folder: Path) -> None:
    with pytest.raises(re.error):
        store.compiled("(")


@POSIX
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_is_not_read(folder: Path, mode: int) -> None:
    file = kept(folder, "a")
    assert kept_files._read(str(folder), "patterns")
    file.chmod(mode)
    assert not kept_files._read(str(folder), "patterns")


@POSIX
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_may_write_is_neither_read_nor_written(folder: Path, mode: int) -> None:
    kept(folder, "a")
    folder.chmod(mode)
    assert not kept_files._read(str(folder), "patterns")
    assert not kept_files._write(str(folder), "patterns", b"x")


@POSIX
def test_the_file_of_somebody_else_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = kept(folder, "a")
    owner = os.stat(kept_files.__file__).st_uid
    assert kept_files._is_trusted(file.stat())
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    assert kept_files._is_trusted(file.stat()) == (file.stat().st_uid == owner)
    stranger = os.stat_result((0o100644, 0, 0, 1, owner + 2, 0, 0, 0, 0, 0))
    assert not kept_files._is_trusted(stranger)


@POSIX
def test_neither_a_link_nor_a_pipe_is_read(folder: Path, tmp_path: Path) -> None:
    file = kept(folder, "a")
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert not kept_files._read(str(folder), "patterns")
    file.unlink()
    os.mkfifo(file)
    assert not kept_files._read(str(folder), "patterns")


@POSIX
def test_what_is_written_is_for_its_owner_alone_to_write(folder: Path) -> None:
    before = os.umask(0)
    try:
        file = kept(folder, "a")
    finally:
        os.umask(before)
    assert file.stat().st_mode & 0o777 == 0o644


def test_nothing_is_written_where_python_writes_no_bytecode(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert not kept(folder, "a").exists()


def test_the_second_folder_serves_where_the_first_cannot_be_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    second = tmp_path / "cache" / "bibcheck"
    monkeypatch.setattr(kept_files, "_folders", lambda is_code: iter([str(tmp_path / "file" / "x"), str(second)]))
    kept(folder, "a")
    assert set(store._stored()) == {("a", 0)}
    if os.name == "posix":
        assert second.stat().st_mode & 0o777 == 0o700


def program(cache: Path, *options: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(cache / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *options, "-m", "bibcheck", "check", "--isolated", str(cache / "a.bib")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=cache)


def test_the_second_run_says_what_the_first_said(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@article{a, title = {T}, pages = {1-2}}\n", encoding="utf-8")
    runs = [program(tmp_path, "-B"), program(tmp_path)]
    (file,) = tmp_path.rglob("patterns.*")
    first = file.stat()
    runs += [program(tmp_path), program(tmp_path)]
    assert len({(run.returncode, run.stdout, run.stderr) for run in runs}) == 1
    assert runs[0].returncode == 1 and "hyphen-in-range" in runs[0].stdout
    assert file.stat().st_mtime_ns == first.st_mtime_ns  # nothing was left to compile
    file.write_bytes(file.read_bytes()[:1000])
    assert program(tmp_path).stdout == runs[0].stdout
    assert file.stat().st_size == first.st_size
