"""The settings as one typed object: what a settings file, a preset or the command line sets, and what holds in the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bibcheck.records import NamedTuple
from bibcheck.rule import Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    from bibcheck.formatter.settings import FormatSettings


class RuleTable(NamedTuple):
    """What `rules` says of one rule. `level` is None where it is not set."""

    level: Level | None = None
    options: Mapping[str, Any] = {}


class EntryTable(NamedTuple):
    """What `entries` says of one cite key: rules and categories that are not reported there."""

    ignore: tuple[str, ...]
    why: str = ""


class VenueTable(NamedTuple):
    """What `venues` says of one acronym. `doi` is None where it does not say whether there are DOIs."""

    name: str
    forms: tuple[str, ...] = ()
    doi: bool | None = None


class CiteCommandTable(NamedTuple):
    """A LaTeX command of `cite-commands`: which of its arguments in braces holds the keys, and whether more may follow."""

    name: str
    argument: int
    multiple: bool


class CustomTable(NamedTuple):
    """One house rule of `custom`: it has one of `pattern`, `require`, `allowed`, `unique` and `order`."""

    name: str
    message: str = ""
    field: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    level: Level = Level.WARNING
    pattern: str | None = None
    replace: str | None = None
    require: tuple[str, ...] = ()  # fields by type: knowledge.datamodel, read_lists
    allowed: tuple[str, ...] = ()
    separator: str = ""  # between the values in a field
    unique: bool = False
    order: tuple[str, ...] = ()  # as `sort` of the formatter


class SettingsTable(NamedTuple):
    """Every key of the settings, with underscores for its hyphens. None stands for a key that is not set."""

    preset: tuple[str, ...] | None = None
    extend: tuple[str, ...] = ()
    dialect: Literal["bibtex", "biblatex"] | None = None
    style: str | None = None
    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    max_file_size: int | None = None
    documents: tuple[str, ...] | None = None
    cite_commands: tuple[CiteCommandTable, ...] = ()
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fixable: tuple[str, ...] | None = None
    unfixable: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = {}
    rules: Mapping[str, RuleTable] = {}
    entries: Mapping[str, EntryTable] = {}
    venues: Mapping[str, VenueTable] = {}
    venue_form: Literal["full", "abbreviated", "acronym"] | None = None
    format: FormatSettings | None = None
    output_format: str | None = None
    fail_on: Literal["error", "warning"] | None = None
    baseline: str | None = None
    plugins: tuple[str, ...] = ()
    custom: tuple[CustomTable, ...] = ()


NO_SETTINGS = SettingsTable()


def read_table(raw: Mapping[str, Any], below: SettingsTable = NO_SETTINGS) -> SettingsTable:
    """The settings in a TOML table that the schema has passed, on top of those that it adds to.

    Lists of what is left out, selected or ignored are joined, tables are joined key by key; any other value takes the place
    of the one below.
    """
    values = {}
    for key, value in raw.items():
        name = key.replace("-", "_")
        values[name] = _READERS.get(name, _take)(value, getattr(below, name))
    return below._replace(**values)


def is_joined(key: str) -> bool:
    """Whether a key of the settings is joined with what it adds to, and does not take its place."""
    return key != "extend" and key.replace("-", "_") in _READERS


def _take(value: Any, below: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _join(value: list[str], below: tuple[str, ...]) -> tuple[str, ...]:
    return (*below, *value)


def _read_extend(value: str | list[str], below: tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _read_format(value: dict[str, Any], below: FormatSettings | None) -> FormatSettings:
    from bibcheck.formatter.settings import read_format_settings

    return read_format_settings(value, below)


def _read_ignores(value: dict[str, list[str]], below: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    return {**below, **{pattern: _join(names, below.get(pattern, ())) for pattern, names in value.items()}}


def _read_rules(value: dict[str, Any], below: Mapping[str, RuleTable]) -> Mapping[str, RuleTable]:
    return {**below, **{rule: _read_rule(said, below.get(rule, RuleTable())) for rule, said in value.items()}}


def _read_rule(said: str | dict[str, Any], below: RuleTable) -> RuleTable:
    table = {"level": said} if isinstance(said, str) else said
    level = Level(table["level"]) if "level" in table else below.level
    options = {option: _take(value, None) for option, value in table.items() if option != "level"}
    return RuleTable(level, {**below.options, **options})


def _read_entries(value: dict[str, Any], below: Mapping[str, EntryTable]) -> Mapping[str, EntryTable]:
    read = {}
    for key, table in value.items():
        before = below.get(key, EntryTable(()))
        read[key] = EntryTable(_join(table["ignore"], before.ignore), table.get("why", before.why))
    return {**below, **read}


def _read_venues(value: dict[str, Any], below: Mapping[str, VenueTable]) -> Mapping[str, VenueTable]:
    read = {
        acronym: VenueTable(table["name"], tuple(table.get("forms", ())), table.get("doi"))
        for acronym, table in value.items()
    }
    return {**below, **read}


def _read_cite_commands(value: list[str], below: tuple[CiteCommandTable, ...]) -> tuple[CiteCommandTable, ...]:
    from bibcheck.settings.schema_parts import CITE_COMMAND

    read = filter(None, (re.fullmatch(CITE_COMMAND, command) for command in value))
    return (*below, *(CiteCommandTable(each[1], each[2].count("{") or 1, bool(each[3])) for each in read))


def _read_custom(value: list[dict[str, Any]], below: tuple[CustomTable, ...]) -> tuple[CustomTable, ...]:
    return (*below, *map(_read_custom_rule, value))


def _read_custom_rule(table: dict[str, Any]) -> CustomTable:
    values = {key: _take(value, None) for key, value in table.items()}
    fields = [table["field"]] if isinstance(table.get("field"), str) else table.get("field", ())
    values["field"] = tuple(dict.fromkeys(name.lower() for name in fields))
    values["types"] = tuple(type.lower() for type in table.get("types", ()))
    values["message"] = " ".join(table.get("message", "").split())
    values["level"] = Level(table.get("level", "warning"))
    return CustomTable(**values)


_READERS: dict[str, Callable[[Any, Any], Any]] = {
    **dict.fromkeys(("exclude", "extend_select", "ignore", "unfixable", "plugins"), _join),
    "extend": _read_extend,
    "format": _read_format,
    "per_file_ignores": _read_ignores,
    "rules": _read_rules,
    "entries": _read_entries,
    "cite_commands": _read_cite_commands,
    "venues": _read_venues,
    "custom": _read_custom,
}
