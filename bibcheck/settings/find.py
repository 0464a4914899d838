"""The settings: found upwards from the files that are checked, or named by the command line."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import cached_property

from bibcheck.settings.errors import SettingsError as SettingsError
from bibcheck.settings.layers import Layer, commanded_layers, read_layers
from bibcheck.settings.paths import compile_pattern, relative_to, shown
from bibcheck.settings.table import NO_SETTINGS, read_table
from bibcheck.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.settings.catalogue import Catalogue
    from bibcheck.venues.index import KnownVenue

FILE_NAMES = ("bibcheck.toml", "pyproject.toml")


class Settings:
    """The settings that hold for files below the absolute path `folder`.

    `layers` have been checked, which gives the catalogue; a later one goes before an earlier one. `table` is what they come
    to, `source` the settings file (None where there is none), `sources` the texts of all layers.
    """

    def __init__(self, folder: str, layers: Sequence[Layer] = (), catalogue: Catalogue | None = None) -> None:
        self._catalogue = catalogue
        self.folder = folder
        self.layers = tuple(layers)
        self.table = NO_SETTINGS
        for layer in self.layers:
            self.table = read_table(layer.raw, self.table)
        self.sources = [layer.source for layer in self.layers if layer.source]

    @property
    def source(self) -> Source | None:
        """The settings file."""
        files = [layer.source for layer in self.layers if not layer.label]
        return files[-1] if files else None

    @cached_property
    def catalogue(self) -> Catalogue:
        """The rules that there are, house rules and those of plugins included."""
        from bibcheck.settings.catalogue import Catalogue

        return self._catalogue or Catalogue()

    @property
    def says_what_the_project_is(self) -> bool:
        """Whether `include` is set, so that all files of the project are known."""
        return self.table.include is not None

    @cached_property
    def venues(self) -> tuple[KnownVenue, ...]:
        """The journals and conferences of `venues`."""
        if not self.table.venues:
            return ()
        from bibcheck.venues.index import own_venue

        return tuple(
            own_venue(acronym, venue.name, venue.forms, venue.doi) for acronym, venue in self.table.venues.items()
        )

    @property
    def documents(self) -> tuple[str, ...]:
        """The absolute paths of `documents`."""
        layer = self._last("documents")
        return tuple(_absolute(layer, path) for path in layer.table.documents or ()) if layer else ()

    @property
    def baseline(self) -> str | None:
        """The absolute path of `baseline`."""
        layer = self._last("baseline")
        return _absolute(layer, layer.table.baseline or "") if layer else None

    def _last(self, name: str) -> Layer | None:
        """The layer that decides on a key that is None where it is not set."""
        said = [layer for layer in self.layers if getattr(layer.table, name) is not None]
        return said[-1] if said else None

    @cached_property
    def _include(self) -> list[_Pattern]:
        layer = self._last("include")
        return [_Pattern(layer.folder, pattern) for pattern in layer.table.include or ()] if layer else []

    @cached_property
    def _exclude(self) -> list[_Pattern]:
        return [
            _Pattern(layer.folder, pattern, folders=True) for layer in self.layers for pattern in layer.table.exclude
        ]

    @cached_property
    def _ignored_by_file(self) -> list[tuple[_Pattern, tuple[str, ...]]]:
        return [
            (_Pattern(layer.folder, pattern, folders=True), names)
            for layer in self.layers
            for pattern, names in layer.table.per_file_ignores.items()
        ]

    def includes(self, path: str) -> bool:
        """Whether the file at an absolute path is one of the project; outside the folder, any .bib file is."""
        if not self.says_what_the_project_is or relative_to(self.folder, path) is None:
            return path.lower().endswith(".bib")
        return any(pattern.takes(path) for pattern in self._include)

    def excludes(self, path: str) -> bool:
        """Whether the file or folder at an absolute path is left out unless it is named."""
        return any(pattern.takes(path) for pattern in self._exclude)

    def ignored(self, path: str) -> list[str]:
        """The names in `per-file-ignores` that hold for the file at an absolute path."""
        return [name for pattern, names in self._ignored_by_file if pattern.takes(path) for name in names]

    def origin(self, *keys: str | int) -> str:
        """`file:line` of a key that is set, or what else sets it; where several layers do, the one that decides."""
        for layer in reversed(self.layers):
            if keys[0] in layer.raw:
                return layer.origin(*keys)
        return "default"


def _absolute(layer: Layer, path: str) -> str:
    return os.path.normpath(os.path.join(layer.folder, path))


class _Pattern:
    """A pattern of paths below a folder."""

    def __init__(self, folder: str, pattern: str, *, folders: bool = False) -> None:
        self.folder = folder
        self.compiled: re.Pattern[str] = compile_pattern(pattern, folders=folders)

    def takes(self, path: str) -> bool:
        inside = relative_to(self.folder, path)
        return inside is not None and bool(self.compiled.fullmatch(inside))


class SettingsFinder:
    """The settings for each folder: those that the command names, or the nearest upwards, or the defaults.

    `settings` are TOML documents of the command line that go before all files. Raises SettingsError.
    """

    def __init__(self, named: str | None = None, *, isolated: bool = False, settings: Sequence[str] = ()) -> None:
        here = os.getcwd()
        self._commanded = commanded_layers(settings, here)
        self._named = None
        if named:
            self._named = self._settings(here, _read_named(named, here))
        elif isolated:
            self._named = self._settings(here)
        self._by_folder: dict[str, Settings] = {}

    def settings_for(self, folder: str) -> Settings:
        """The settings that hold for the files of an absolute folder. Raises SettingsError."""
        if self._named:
            return self._named
        if folder not in self._by_folder:
            self._by_folder[folder] = self._find(folder)
        return self._by_folder[folder]

    def all_settings(self) -> list[Settings]:
        """All settings that were found so far."""
        return [self._named] if self._named else list(self._by_folder.values())

    def _find(self, folder: str) -> Settings:
        for name in FILE_NAMES:
            path = os.path.join(folder, name)
            if _is_file(path) and (layers := read_layers(path, folder)):
                return self._settings(folder, layers)
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return self._defaults
        return self.settings_for(parent)

    @cached_property
    def _defaults(self) -> Settings:
        return self._settings(os.getcwd())

    def _settings(self, folder: str, layers: Sequence[Layer] = ()) -> Settings:
        layers = [*layers, *self._commanded]
        return _checked(folder, layers) if layers else Settings(folder)


def read_settings(path: str, folder: str) -> Settings:
    """The settings in the file at `path`, with patterns that hold from `folder`. Raises SettingsError."""
    return _checked(folder, _read_named(path, folder))


def _checked(folder: str, layers: Sequence[Layer]) -> Settings:
    from bibcheck.settings.check import check_layers

    return Settings(folder, layers, check_layers(layers))


def _read_named(path: str, folder: str) -> list[Layer]:
    layers = read_layers(path, folder)
    if layers is None:
        raise SettingsError(f"{shown(path)}: there is no [tool.bibcheck] in it")
    return layers


def _is_file(path: str) -> bool:
    """Whether a settings file is there. What bears the name of ours and cannot be read is not passed over in silence."""
    if os.path.isfile(path):
        return True
    if os.path.basename(path) == "bibcheck.toml" and os.path.lexists(path):
        raise SettingsError(f"{shown(path)}: this is no file, and settings are looked for in it")
    return False
