"""Options that several subcommands take."""

from __future__ import annotations

import os

from bibcheck.settings.errors import SettingsError
from bibcheck.settings.files import FileFinder
from bibcheck.settings.find import SettingsFinder
from bibcheck.settings.presets import preset_names
from bibcheck.settings.selection import CommandLine
from bibcheck.text.suggestion import meant_or_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_settings_options(parser: ArgumentParser) -> None:
    """`--config` and `--isolated`."""
    text = "take the settings from this file, its patterns hold from here; or set one key, in TOML; repeatable"
    parser.add_argument("--config", metavar="FILE|KEY=VALUE", action="append", default=[], help=text)
    parser.add_argument("--isolated", action="store_true", help="take no settings from files")


def add_file_options(parser: ArgumentParser) -> None:
    """`--exclude`, `--force-exclude` and `--no-gitignore`."""
    text = "leave out these files and folders, as `exclude` does; repeatable"
    parser.add_argument("--exclude", metavar="GLOB", action="append", default=[], help=text)
    parser.add_argument("--force-exclude", action="store_true", help="leave out excluded files even if they are named")
    parser.add_argument("--no-gitignore", action="store_true", help="look in folders for what git ignores as well")


def settings_finder(arguments: Namespace) -> SettingsFinder:
    """What finds the settings that these options ask for. Raises SettingsError."""
    # A file may have a `=` in its name.
    files = [each for each in arguments.config if "=" not in each or os.path.exists(each)]
    if "" in files:
        raise SettingsError("--config: no file is named")
    if len(files) > 1:
        raise SettingsError(
            f"--config names two settings files, `{files[0]}` and `{files[1]}`: let one `extend` the other"
        )
    if files and arguments.isolated:
        raise SettingsError(f"--isolated takes no settings from files, and --config names `{files[0]}`")
    settings = [each for each in arguments.config if each not in files]
    if getattr(arguments, "exclude", None):
        from bibcheck.settings.toml_text import toml_text

        settings.append(f"exclude = {toml_text(arguments.exclude)}")
    return SettingsFinder(files[0] if files else None, isolated=arguments.isolated, settings=settings)


def file_finder(arguments: Namespace, stdin_path: str, *, with_documents: bool = False) -> FileFinder:
    """What finds the files that paths stand for, by these options; FileFinder says more. Raises SettingsError."""
    return FileFinder(
        settings_finder(arguments),
        stdin_path=stdin_path,
        force_exclude=arguments.force_exclude,
        with_ignored=arguments.no_gitignore,
        with_documents=with_documents,
    )


def add_selection_options(parser: ArgumentParser) -> None:
    """`--select`, `--extend-select`, `--ignore` and `--preset`."""
    for option, does in (
        ("--select", "run these rules alone"),
        ("--extend-select", "run these rules too"),
        ("--ignore", "do not run these rules"),
    ):
        text = f"{does}: rules, categories or `all`, with commas between; repeatable"
        parser.add_argument(option, metavar="RULES", action="append", help=text)
    text = "start from these presets; with commas between, repeatable"
    parser.add_argument("--preset", metavar="NAMES", action="append", help=text)


def selected(arguments: Namespace) -> CommandLine:
    """The names that these options give. Raises SettingsError for a preset that there is not.

    Rule names are checked later, by check_selected: the settings may add rules.
    """
    presets = _names("--preset", arguments.preset)
    for name in presets or ():
        if name not in preset_names():
            raise SettingsError(f"--preset: unknown preset `{name}`{meant_or_all(name, preset_names())}")
    select = _names("--select", arguments.select)
    extend_select = _names("--extend-select", arguments.extend_select)
    return CommandLine(select, extend_select or (), _names("--ignore", arguments.ignore) or (), presets)


def _names(option: str, values: list[str] | None) -> list[str] | None:
    if values is None:
        return None
    names = [name.strip() for value in values for name in value.split(",") if name.strip()]
    if not names:
        what = "preset" if option == "--preset" else "rule"
        raise SettingsError(f"{option}: no {what} is named")
    return names
