"""`--add-ignores`: writes the present findings to `entries` in the settings, so that they are not reported there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from bibcheck.engine.report import Report
from bibcheck.fixing.fixer import apply_edits
from bibcheck.fixing.write import WriteError, write_file
from bibcheck.rule import Finding
from bibcheck.settings.errors import SettingsError
from bibcheck.settings.find import Settings
from bibcheck.settings.layers import parse_toml
from bibcheck.settings.paths import shown
from bibcheck.settings.toml_places import find_places
from bibcheck.settings.toml_text import toml_key, toml_text
from bibcheck.source import Edit, Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Keys = tuple[str | int, ...]

_NEW_FILE = "bibcheck.toml"


def add_ignores(result: Report, settings_of: Callable[[str], Settings]) -> Report:
    """Write the findings of entries to the settings that hold for their files. Returns the report without them.

    Raises SettingsError where a settings file cannot take them.
    """
    by_file: dict[str, tuple[Settings, list[Finding]]] = {}
    for finding in result.findings:
        if finding.key:
            settings = settings_of(finding.path)
            path = settings.source.path if settings.source else _NEW_FILE
            by_file.setdefault(path, (settings, []))[1].append(finding)
    for path, (settings, findings) in by_file.items():
        rules: dict[str, set[str]] = {}
        for finding in findings:
            rules.setdefault(finding.key, set()).add(finding.rule)
        _write(path, settings, rules)
        entries = "entry" if len(rules) == 1 else "entries"
        sys.stderr.write(f"bibcheck: {shown(path)}: findings of {len(rules)} {entries} are ignored from now on\n")
    return result._replace(findings=[finding for finding in result.findings if not finding.key])


def _write(path: str, settings: Settings, rules: Mapping[str, set[str]]) -> None:
    layers = [layer for layer in settings.layers if not layer.label and layer.source is settings.source]
    prefix = layers[-1].prefix if layers else ()
    is_new = settings.source is None
    if is_new and os.path.exists(path):
        raise SettingsError(f"--add-ignores: {path} is there, and is not the settings of these files")
    source = Source(path, "") if is_new else Source.from_file(path)
    text = with_ignores(source, prefix, rules)
    try:
        if is_new:
            with open(path, "x", encoding="utf-8", newline="") as file:
                file.write(text)
        else:
            write_file(source, text)
    except WriteError as error:
        raise SettingsError(str(error)) from None


def with_ignores(source: Source, prefix: Keys, rules: Mapping[str, set[str]]) -> str:
    """The text of a settings file with rules ignored for cite keys, in sorted order, and all else as it was.

    Raises SettingsError where that cannot be done by adding to it.
    """
    before = parse_toml(source)
    places = find_places(source.text)
    entries = _inside(before, prefix).get("entries", {})
    edits = []
    added: dict[str, list[str]] = {}
    for key, names in sorted(rules.items()):
        old = entries.get(key, {}).get("ignore", [])
        new = sorted({*old, *names})
        place = places.get((*prefix, "entries", key, "ignore"))
        if place:
            if new != old:
                edits.append(Edit(place.value, toml_text(new)))
        else:
            added[key] = new
    newline = source.newline
    tables = [
        f"[{'.'.join(toml_key(str(part)) for part in (*prefix, 'entries', key))}]{newline}ignore = {toml_text(names)}{newline}"
        for key, names in added.items()
    ]
    if tables:
        end = len(source.text)
        gap = "" if not source.text else newline if source.text.endswith(("\n", "\r")) else newline * 2
        edits.append(Edit(Span(end, end), gap + newline.join(tables)))
    text = apply_edits(source.text, edits)
    _prove(source, text, prefix, rules, before)
    return text


def _prove(source: Source, text: str, prefix: Keys, rules: Mapping[str, set[str]], before: dict[str, Any]) -> None:
    """Raise SettingsError where a text does not say what the settings said and the new ignores."""
    wanted = before
    entries = _inside(wanted, prefix).setdefault("entries", {})
    for key, names in rules.items():
        table = entries.setdefault(key, {})
        table["ignore"] = sorted({*table.get("ignore", ()), *names})
    try:
        done = parse_toml(source.with_text(text)) == wanted
    except SettingsError:
        done = False
    if not done:
        raise SettingsError(
            f"{source.path}: `entries` is written so that nothing can be added: write it as tables, [entries.key]"
        )


def _inside(document: dict[str, Any], prefix: Keys) -> dict[str, Any]:
    for key in prefix:
        document = document.setdefault(str(key), {})
    return document
