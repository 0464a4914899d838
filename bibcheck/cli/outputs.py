"""Where reports go, and in which format: one to standard output or a file in its place, others to the files named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib import import_module

from bibcheck.records import NamedTuple
from bibcheck.reports import FORMATS
from bibcheck.settings.errors import SettingsError
from bibcheck.settings.files import File, FileFinder
from bibcheck.settings.paths import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

_TABLE_FORMATS = ("full", "concise")  # which --statistics takes the place of


class Output(NamedTuple):
    """One report. `file` is None for standard output; `is_added` says that it goes behind what the file holds."""

    format: str
    file: str | None = None
    is_added: bool = False


def add_output_options(parser: ArgumentParser) -> None:
    """`--output`, `--output-format` and `--output-file`."""
    text = "full if neither this, the settings nor the CI says otherwise"
    parser.add_argument("--output-format", choices=FORMATS, help=text)
    parser.add_argument("--output-file", metavar="FILE", help="write the report there")
    text = "write a report in this format, to this file as well; repeatable"
    parser.add_argument("--output", metavar="FORMAT[:FILE]", action="append", help=text)


def find_outputs(arguments: Namespace, files: Sequence[File], finder: FileFinder) -> list[Output]:
    """The reports to write, that for standard output first. Raises SettingsError for those that cannot be written."""
    named = [_read(text) for text in arguments.output or ()]
    if arguments.diff and (named or arguments.output_file):
        option = "--output-file" if arguments.output_file else "--output"
        raise SettingsError(f"--diff goes to standard output, and {option} is for a report")
    formats = [each.format for each in named if each.file is None]
    formats += [arguments.output_format] * bool(arguments.output_format)
    if len(formats) > 1:
        raise SettingsError(f"standard output takes one report, and these are for it: {', '.join(formats)}")
    if arguments.statistics and formats and formats[0] not in _TABLE_FORMATS:
        raise SettingsError(f"--statistics is a table for people, and the format {formats[0]} is not")
    if arguments.statistics:
        formats = ["statistics"]
    main = [Output(format, arguments.output_file) for format in formats] or list(_unnamed(arguments, files, finder))
    outputs = [*main, *(each for each in named if each.file is not None)]
    _protect(outputs, files)
    if any(each.format == "html" for each in outputs):
        _need_templates()
    return outputs


def _read(text: str) -> Output:
    format, colon, file = text.partition(":")
    if format not in FORMATS:
        from bibcheck.text.suggestion import meant_or_all

        raise SettingsError(f"--output: unknown format `{format}`{meant_or_all(format, FORMATS)}")
    if colon and not file:
        raise SettingsError(f"--output {text}: no file is named")
    return Output(format, file if colon and file != "-" else None, _is_step_summary(file))


def _unnamed(arguments: Namespace, files: Sequence[File], finder: FileFinder) -> Iterator[Output]:
    """The reports where the command line names no format: as the settings say, or else as the CI reads it."""
    format = _set_format(files, finder)
    if format or arguments.output_file or os.environ.get("GITHUB_ACTIONS") != "true":
        # GitLab shows a log in colour, and reads reports from files that its settings and --output name.
        yield Output(format or "full", arguments.output_file)
        return
    yield Output("github")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and os.access(summary, os.W_OK):
        yield Output("markdown", summary, is_added=True)


def _set_format(files: Sequence[File], finder: FileFinder) -> str | None:
    """What the settings of the files say, if they say one thing; else those of the current folder."""
    said = {file.settings.table.output_format for file in files}
    return said.pop() if len(said) == 1 else finder.settings.settings_for(os.getcwd()).table.output_format


def _is_step_summary(file: str) -> bool:
    """Whether this is the file in which a step of GitHub Actions gathers its summary: others may have written there."""
    return bool(file) and file == os.environ.get("GITHUB_STEP_SUMMARY")


def _need_templates() -> None:
    """Say before the files are checked that what writes the HTML report is not installed."""
    try:
        import_module("jinja2")
    except ImportError:
        raise SettingsError("the html report needs a package more: pip install 'latex-bibcheck[html]'") from None


def _protect(outputs: Sequence[Output], files: Sequence[File]) -> None:
    """Refuse to write a report over a bibliography, or over another report."""
    seen: set[str] = set()
    for file in (output.file for output in outputs if output.file is not None):
        target = os.path.realpath(file)
        if target.lower().endswith(".bib") or any(target == os.path.realpath(each.absolute) for each in files):
            raise SettingsError(f"{shown(file)} is a bibliography, and the report would replace it")
        if target in seen and target != os.devnull:
            raise SettingsError(f"two reports are to be written to {shown(file)}")
        seen.add(target)
