"""The functions of the package for other programs: lint, fix and format files and texts."""

from __future__ import annotations

import os
from collections.abc import Sequence

from bibcheck.engine.report import Report
from bibcheck.settings.errors import reason
from bibcheck.settings.files import STDIN, FileFinder
from bibcheck.settings.find import SettingsFinder
from bibcheck.settings.selection import CommandLine
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.engine.fixing import Fixing

    Path = str | os.PathLike[str]


class BibcheckError(Exception):
    """A file that could not be read, checked, fixed or laid out, and why: `args` are whole lines with their paths."""


def lint(*paths: Path, settings: Path | None = None) -> Report:
    """The findings in files, and in the bibliographies below folders; those of the project where none is named.

    `settings` is a settings file; left out, each file has those that the command line would find for it. Raises
    `bibcheck.SettingsError` for settings that are wrong, and `bibcheck.BibcheckError` for a file that cannot be read.
    """
    return _run(paths, settings, None)


def lint_text(text: str, name: str = "<text>", *, settings: Path | None = None) -> Report:
    """The findings in a text as that of a file of the given name, which need not exist.

    Bytes that are not UTF-8 may stand in the text as Python's `surrogateescape` writes them. Raises `bibcheck.SettingsError`,
    and `bibcheck.BibcheckError` for a text that no file can hold: one with half of a character, as in `"\\ud800"`.
    """
    return _run_text(text, name, settings, None)


def fix(*paths: Path, settings: Path | None = None, unsafe: bool = False) -> Report:
    """Make the safe fixes in files, with `unsafe` all of them, and write the files. Gives what is left to report.

    Raises what `lint` raises, and `bibcheck.BibcheckError` where a file cannot be written: it is as it was then.
    """
    from bibcheck.engine.fixing import Fixing

    return _run(paths, settings, Fixing(unsafe=unsafe, as_diff=False))


def fix_text(text: str, name: str = "<text>", *, settings: Path | None = None, unsafe: bool = False) -> str:
    """A text with the safe fixes made, with `unsafe` all of them. Raises what `lint_text` raises."""
    from bibcheck.engine.fixing import Fixing

    fixing = Fixing(unsafe=unsafe, as_diff=False)
    _run_text(text, name, settings, fixing)
    return _whole_text(fixing.stdin) if fixing.stdin else text


def format(*paths: Path, settings: Path | None = None) -> list[str]:
    """Lay files out, and write those that this changes: gives their paths. Layout alone changes.

    Raises what `fix` raises.
    """
    from bibcheck.engine.layout import Layout
    from bibcheck.fixing.write import WriteError, write_file

    finder = FileFinder(_finder(settings))
    files = finder.find([os.fspath(path) for path in paths])
    layout = Layout(files, finder)
    problems = [*finder.problems, *layout.problems]
    changed = []
    for file in files:
        try:
            source = file.read()
            text = layout.lay_out(source, file)
            if text is not None and text != source.text:
                write_file(source, text)
                changed.append(file.path)
        except WriteError as error:
            problems.append(str(error))
        except Exception as error:
            problems.append(f"{file.path}: {reason(error)}")
    if problems:
        raise BibcheckError(*problems)
    return changed


def format_text(text: str, name: str = "<text>", *, settings: Path | None = None) -> str:
    """A text laid out as a file of the given name would be. Raises what `lint_text` raises."""
    from bibcheck.engine.layout import Layout

    finder = FileFinder(_finder(settings), stdin_path=name)
    (file,) = finder.find([STDIN])
    source = Source.from_bytes(file.path, _encode(text, name))
    laid_out = Layout([file], finder).lay_out(source, file)
    return text if laid_out is None else _whole_text(source.with_text(laid_out))


def _finder(settings: Path | None) -> SettingsFinder:
    return SettingsFinder(os.fspath(settings) if settings is not None else None)


def _run(paths: Sequence[Path], settings: Path | None, fixing: Fixing | None) -> Report:
    from bibcheck.engine.run import run_rules

    finder = FileFinder(_finder(settings), with_documents=True)
    files = finder.find([os.fspath(path) for path in paths])
    report, problems = run_rules(files, finder, CommandLine(), fixing=fixing)
    if finder.problems or problems:
        raise BibcheckError(*finder.problems, *problems)
    return report


def _run_text(text: str, name: str, settings: Path | None, fixing: Fixing | None) -> Report:
    from bibcheck.engine.run import run_rules

    finder = FileFinder(_finder(settings), stdin_path=name)
    data = _encode(text, name)
    report, problems = run_rules(
        finder.find([STDIN]), finder, CommandLine(), fixing=fixing, read_stdin=lambda most: data
    )
    if problems:
        raise BibcheckError(*problems)
    return report


def _encode(text: str, name: str) -> bytes:
    """The bytes of a file in which the text would be read again. Raises BibcheckError where there is no such file."""
    try:
        data = text.encode("utf-8", "surrogateescape")
        if _whole_text(Source.from_bytes(name, data)) == text:
            return data
        half = next(offset for offset, character in enumerate(text) if "\udc80" <= character <= "\udcff")
    except UnicodeEncodeError as error:
        half = error.start
    line, column = Source(name, text).place(half)
    raise BibcheckError(
        f"{name}:{line}:{column}: U+{ord(text[half]):04X} is half of a character: no file can hold this text"
    )


def _whole_text(source: Source) -> str:
    """The text of a source after its byte order mark, if it has one."""
    return source.bom.decode(source.encoding) + source.text
