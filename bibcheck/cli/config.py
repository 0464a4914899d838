"""Print the settings in force and where each comes from."""

from __future__ import annotations

import json
import os
import sys

from bibcheck.cli.options import (
    add_selection_options,
    add_settings_options,
    selected,
    settings_finder,
)
from bibcheck.reports.visible import visible
from bibcheck.rule import Level
from bibcheck.settings.find import Settings, SettingsError
from bibcheck.settings.paths import shown
from bibcheck.settings.presets import preset_text
from bibcheck.settings.schema import settings_schema
from bibcheck.settings.selection import COMMAND_LINE, CommandLine, Selection, check_selected
from bibcheck.settings.table import is_joined
from bibcheck.settings.toml_text import toml_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import Any

USAGE = "bibcheck config [PATH] [options]"

_DEFAULTS: dict[str, Any] = {
    "include": ["**/*.bib"],
    "exclude": [],
    "extend-select": [],
    "ignore": [],
    "fixable": ["all"],
    "unfixable": [],
    "per-file-ignores": {},
    "entries": {},
    "output-format": "full",
    "fail-on": "warning",
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
    lines = [f"# {visible(f'{shown(arguments.path)}: {origin}')}", *_values(selection, command), "", "[rules]"]
    lines += _levels(selection, path)
    lines += [line for name in selection.presets for line in ("", f"# preset {name}:", *_show_preset(name))]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _show_preset(name: str) -> list[str]:
    """The file of a preset as comments: it says the source of each line."""
    return [f"# {line}".rstrip() for line in preset_text(name).splitlines()]


def _values(selection: Selection, command: CommandLine) -> list[str]:
    dialect = selection.dialect
    lines = [f"dialect = {toml_text(dialect)}" if dialect else "# dialect is judged from each file"]
    lines[0] += f"  # {visible(selection.dialect_origin)}{_yielding(selection, 'dialect')}"
    if selection.style:
        origin = f"{visible(selection.style_origin)}{_yielding(selection, 'style')}"
        lines.append(f"style = {toml_text(selection.style)}  # {origin}")
    for key, (value, origins) in _merge(selection.settings, command).items():
        line = f"{key} = {toml_text(value)}  # {visible(', '.join(origins)) or 'default'}"
        # What it adds to is told already: read again, it would be there twice.
        lines.append(f"# {line}" if key == "extend" else line)
    return lines


def _yielding(selection: Selection, key: str) -> str:
    """Says of `dialect` or `style` that documents come before it, as they do before presets and defaults."""
    yields = selection.settings.documents and not selection.stated(key)
    return ", where the documents show none" if yields else ""


def _merge(settings: Settings, command: CommandLine) -> dict[str, tuple[Any, list[str]]]:
    """The settings but `dialect`, `style` and `rules`, each with the places that have made it what it is."""
    merged: dict[str, tuple[Any, list[str]]] = {key: (value, []) for key, value in _DEFAULTS.items()}
    for layer in settings.layers:
        for key, value in layer.raw.items():
            if key not in ("dialect", "style", "rules"):
                before, origins = merged.get(key, (None, []))
                origin = layer.origin(key)
                is_added = is_joined(key) and bool(origins)
                merged[key] = (_add(key, value, before), [*origins, origin]) if is_added else (value, [origin])
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


def _add(key: str, value: Any, before: Any) -> Any:
    """A value on top of the one that it adds to, as read_table has it."""
    if isinstance(value, list):
        return [*before, *value]
    if key == "per-file-ignores":
        return {**before, **{pattern: [*before.get(pattern, ()), *names] for pattern, names in value.items()}}
    if key == "entries":
        return {**before, **{name: _add_entry(entry, before.get(name, {})) for name, entry in value.items()}}
    return {**before, **value}


def _add_entry(entry: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    return {**before, **entry, "ignore": [*before.get("ignore", ()), *entry["ignore"]]}


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
        lines.append(f"{rule} = {toml_text(value)}  # {visible(origin)}")
    return lines
