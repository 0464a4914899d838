"""The settings: found upwards from the files that are checked, read, and held to their schema."""

from __future__ import annotations

import os
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bibcheck.settings.paths import compile_pattern, relative_to, shown
from bibcheck.source import Source, Span

if TYPE_CHECKING:
    from bibcheck.settings.catalogue import Catalogue
    from bibcheck.venues.index import KnownVenue

FILE_NAMES = ("bibcheck.toml", "pyproject.toml")
_TOML_PLACE = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"


class SettingsError(Exception):
    """What is wrong with the settings or the command line, in one line, with its place."""


class Settings:
    """One settings file, or (`source` is None) the defaults. Patterns hold from the absolute path `folder`."""

    def __init__(self, folder: str, source: Source | None = None, table: dict[str, Any] | None = None) -> None:
        self.folder = folder
        self.source = source
        self.table = {} if table is None else table
        # Where the table stands in its file.
        self.prefix = ("tool", "bibcheck") if source and _is_pyproject(source.path) else ()

    @cached_property
    def catalogue(self) -> Catalogue:
        """The rules that there are, house rules and those of plugins included. Raises RuleError."""
        from bibcheck.settings.catalogue import Catalogue

        return Catalogue(self.table)

    @property
    def says_what_the_project_is(self) -> bool:
        """Whether `include` is set, so that all files of the project are known."""
        return "include" in self.table

    @cached_property
    def venues(self) -> tuple[KnownVenue, ...]:
        """The journals and conferences of `venues`."""
        table = self.table.get("venues")
        if not table:
            return ()
        from bibcheck.venues.index import own_venue

        return tuple(
            own_venue(acronym, venue["name"], tuple(venue.get("forms", ())), venue.get("doi"))
            for acronym, venue in table.items()
        )

    @cached_property
    def _include(self) -> list[re.Pattern[str]]:
        return [compile_pattern(pattern) for pattern in self.table.get("include", ())]

    @cached_property
    def _exclude(self) -> list[re.Pattern[str]]:
        return [compile_pattern(pattern, folders=True) for pattern in self.table.get("exclude", ())]

    @cached_property
    def _ignored_by_file(self) -> list[tuple[re.Pattern[str], list[str]]]:
        table = self.table.get("per-file-ignores", {})
        return [(compile_pattern(pattern, folders=True), names) for pattern, names in table.items()]

    def includes(self, path: str) -> bool:
        """Whether the file at an absolute path is one of the project; outside the folder, any .bib file is."""
        inside = relative_to(self.folder, path)
        if inside is None or not self.says_what_the_project_is:
            return path.lower().endswith(".bib")
        return any(pattern.fullmatch(inside) for pattern in self._include)

    def excludes(self, path: str) -> bool:
        """Whether the file or folder at an absolute path is left out unless it is named."""
        inside = relative_to(self.folder, path)
        return inside is not None and any(pattern.fullmatch(inside) for pattern in self._exclude)

    def ignored(self, path: str) -> list[str]:
        """The names in `per-file-ignores` that hold for the file at an absolute path."""
        inside = relative_to(self.folder, path)
        if inside is None:
            return []
        return [name for pattern, names in self._ignored_by_file if pattern.fullmatch(inside) for name in names]

    def span(self, *keys: str | int) -> Span:
        """Where a key (or an element of a list) stands in the settings file."""
        found = self._places.get((*self.prefix, *keys))
        return found.key if found else Span(0, 0)

    def origin(self, *keys: str | int) -> str:
        """`file:line` of a key that is set."""
        assert self.source
        return f"{self.source.path}:{self.source.place(self.span(*keys).start).line}"

    @cached_property
    def _places(self) -> dict[Any, Any]:
        from bibcheck.settings.toml_places import find_places

        return dict(find_places(self.source.text)) if self.source else {}


class SettingsFinder:
    """The settings for each folder: those that the command names, or the nearest upwards, or the defaults."""

    def __init__(self, named: str | None = None, *, isolated: bool = False) -> None:
        self._defaults = Settings(os.getcwd())
        self._named = read_settings(named, os.getcwd()) if named else self._defaults if isolated else None
        self._by_folder: dict[str, Settings] = {}

    def settings_for(self, folder: str) -> Settings:
        """The settings that hold for the files of an absolute folder. Raises SettingsError."""
        if self._named:
            return self._named
        if folder not in self._by_folder:
            self._by_folder[folder] = self._find(folder)
        return self._by_folder[folder]

    def _find(self, folder: str) -> Settings:
        for name in FILE_NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (settings := _read_if_ours(path, folder)):
                return settings
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return self._defaults
        return self.settings_for(parent)


def read_settings(path: str, folder: str) -> Settings:
    """The settings in the file at `path`, which the command names. Raises SettingsError."""
    settings = _read_if_ours(path, folder)
    if settings is None:
        raise SettingsError(f"{shown(path)}: there is no [tool.bibcheck] in it")
    return settings


def _read_if_ours(path: str, folder: str) -> Settings | None:
    """The settings in a file; None for a pyproject.toml that has none."""
    try:
        source = Source.from_file(path)
    except OSError as error:
        raise SettingsError(f"{shown(path)}: {error.strerror}") from None
    source.path = shown(path)
    if not _is_pyproject(path):
        return _check(Settings(folder, source, _parse(source)))
    # tomllib is slow to load, and what is wrong in a file that does not speak of bibcheck is not for it to say.
    if "bibcheck" not in source.text:
        return None
    tool = _parse(source).get("tool")
    if not isinstance(tool, dict) or "bibcheck" not in tool:
        return None
    return _check(Settings(folder, source, tool["bibcheck"]))


def _is_pyproject(path: str) -> bool:
    return os.path.basename(path) == "pyproject.toml"


def _parse(source: Source) -> dict[str, Any]:
    import tomllib

    bad = re.search("[\ud800-\udfff]", source.text)
    if bad:
        raise _error_at(source, bad.start(), "this is not UTF-8")
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_describe_toml_error(source, str(error))) from None
    except RecursionError:
        raise SettingsError(f"{source.path}: nested too deeply") from None


def _describe_toml_error(source: Source, message: str) -> str:
    match = re.search(_TOML_PLACE, message)
    words = message[: match.start()] if match else message
    line, column = (match[1], match[2]) if match and match[1] else source.place(len(source.text))
    return f"{source.path}:{line}:{column}: broken TOML: {words[:1].lower()}{words[1:]}"


def _check(settings: Settings) -> Settings:
    from bibcheck.settings.catalogue import Catalogue, RuleError
    from bibcheck.settings.schema import misfits, settings_schema

    table = settings.table
    # House rules and plugins first: the names of their rules may stand in everything else.
    for misfit in misfits(table, settings_schema(Catalogue(), ())):
        if misfit.keys[:1] in ((), ("custom",), ("plugins",)):
            raise _error_in(settings, misfit.keys, misfit.message, is_key=misfit.is_key)
    try:
        catalogue = settings.catalogue
    except RuleError as error:
        raise _error_in(settings, error.keys, str(error)) from None
    rules = table.get("rules")
    named = [rule for rule in rules if rule in catalogue.categories] if isinstance(rules, dict) else []
    for misfit in misfits(table, settings_schema(catalogue, named)):
        raise _error_in(settings, misfit.keys, misfit.message, is_key=misfit.is_key)
    return settings


def _error_in(settings: Settings, keys: tuple[str | int, ...], message: str, *, is_key: bool = False) -> SettingsError:
    """An error at a key of the settings, or at its value; at the table around it where the key has no place of its own."""
    assert settings.source
    places = settings._places
    path = [*settings.prefix, *keys]
    while path and tuple(path) not in places:
        path.pop()
    place = places.get(tuple(path))
    span = (place.key if is_key else place.value) if place else Span(0, 0)
    return _error_at(settings.source, span.start, message)


def _error_at(source: Source, offset: int, message: str) -> SettingsError:
    place = source.place(offset)
    return SettingsError(f"{source.path}:{place.line}:{place.column}: {message}")
