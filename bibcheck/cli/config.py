"""Print the settings in force and where each comes from."""

from __future__ import annotations

import json
import os
import re
import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from bibcheck.cli.options import (
    add_selection_options,
    add_settings_options,
    check_selected,
    selected,
    settings_finder,
)
from bibcheck.rule import Level
from bibcheck.settings.find import Settings, SettingsError
from bibcheck.settings.paths import shown
from bibcheck.settings.presets import preset_text
from bibcheck.settings.schema import settings_schema
from bibcheck.settings.selection import COMMAND_LINE, CommandLine, Selection

USAGE = "bibcheck config [PATH] [options]"

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_DEFAULTS: dict[str, Any] = {
    "include": ["**/*.bib"],
    "exclude": [],
    "extend-select": [],
    "ignore": [],
    "fixable": ["all"],
    "unfixable": [],
    "per-file-ignores": {},
    "entries": {},
}


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck config`."""
    parser.add_argument("path", metavar="PATH", nargs="?", default=".", help="a file or folder; the current folder")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of the settings instead")
    add_selection_options(parser)
    add_settings_options(parser)


def run(arguments: Namespace) -> int:
    """Print the settings as TOML with their origins as comments, or the schema. Returns 0."""
    command = selected(arguments)
    if not os.path.exists(arguments.path):
        raise SettingsError(f"{shown(arguments.path)}: no such file or folder")
    path = os.path.abspath(arguments.path)
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    settings = settings_finder(arguments).settings_for(folder)
    check_selected(command, settings.catalogue.selectors)
    if arguments.schema:
        dialect = "https://json-schema.org/draft/2020-12/schema"
        sys.stdout.write(json.dumps({"$schema": dialect, **settings_schema(settings.catalogue)}, indent=2) + "\n")
        return 0
    selection = Selection(settings, command)
    origin = settings.source.path if settings.source else "no settings file"
    lines = [f"# {shown(arguments.path)}: {origin}", *_values(selection, command), "", "[rules]"]
    lines += _levels(selection, path)
    lines += [line for name in selection.presets for line in ("", f"# preset {name}:", *_show_preset(name))]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _show_preset(name: str) -> list[str]:
    """The file of a preset as comments: it says the source of each line."""
    return [f"# {line}".rstrip() for line in preset_text(name).splitlines()]


def _values(selection: Selection, command: CommandLine) -> list[str]:
    dialect = selection.dialect
    lines = [f"dialect = {_toml(dialect)}" if dialect else "# dialect is judged from each file"]
    lines[0] += f"  # {selection.dialect_origin}"
    if selection.style:
        lines.append(f"style = {_toml(selection.style)}  # {selection.style_origin}")
    lines += [
        f"{key} = {_toml(value)}  # {', '.join(origins) or 'default'}"
        for key, (value, origins) in _merge(selection.settings, command).items()
    ]
    return lines


def _merge(settings: Settings, command: CommandLine) -> dict[str, tuple[Any, list[str]]]:
    """The settings but `dialect`, `style` and `rules`, each with the places that have made it what it is."""
    merged: dict[str, tuple[Any, list[str]]] = {key: (value, []) for key, value in _DEFAULTS.items()}
    for key, value in settings.table.items():
        if key not in ("dialect", "style", "rules"):
            merged[key] = (value, [settings.origin(key)])
    if command.preset is not None:
        merged["preset"] = (command.preset, [COMMAND_LINE])
    if command.select is not None:
        merged["select"] = (command.select, [COMMAND_LINE])
        merged["extend-select"] = ([], [])
    for key, names in (("extend-select", command.extend_select), ("ignore", command.ignore)):
        if names:
            value, origins = merged[key]
            merged[key] = ([*value, *names], [*origins, COMMAND_LINE])
    return merged


def _levels(selection: Selection, path: str) -> list[str]:
    ignored = selection.ignored(path)
    lines = []
    for rule in selection.catalogue.categories:
        level, origin = selection.decide(rule)
        if rule in ignored:
            level, origin = Level.OFF, selection.settings.origin("per-file-ignores")
        options = selection.options(rule)
        value = {"level": level.value, **options} if options else level.value
        if options and (said := selection.option_origin(rule)) != origin:
            origin = f"{origin}, {said}"
        lines.append(f"{rule} = {_toml(value)}  # {origin}")
    return lines


def _toml(value: Any) -> str:
    """A value as TOML; its strings, numbers and truth values are those of JSON."""
    if isinstance(value, dict):
        pairs = (
            f"{key if _BARE_KEY.fullmatch(key) else json.dumps(key)} = {_toml(value)}" for key, value in value.items()
        )
        return f"{{ {', '.join(pairs)} }}" if value else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False)
