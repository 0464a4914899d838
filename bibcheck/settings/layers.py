"""Where settings come from: presets, files and those that they extend, the command line; each with the places of its keys."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import cached_property

from bibcheck.settings.errors import SettingsError
from bibcheck.settings.paths import shown
from bibcheck.settings.table import SettingsTable, read_table
from bibcheck.source import Source, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


COMMAND_LINE = "command line"
Keys = tuple[str | int, ...]

_TOML_PLACE = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"


class Layer:
    """The settings of one place. Its patterns hold from the absolute path `folder`.

    `raw` is the TOML table, `prefix` the keys that lead to it in its file. `label` names what has no file: a preset, the
    command line.
    """

    def __init__(
        self, raw: dict[str, Any], *, label: str = "", source: Source | None = None, prefix: Keys = (), folder: str = ""
    ) -> None:
        self.raw = raw
        self.label = label
        self.source = source
        self.prefix = prefix
        self.folder = folder

    @cached_property
    def table(self) -> SettingsTable:
        """What is set here alone. The schema must have passed it."""
        return read_table(self.raw)

    def span(self, *keys: str | int) -> Span:
        """Where a key (or an element of a list) stands in the file."""
        found = self._places.get((*self.prefix, *keys))
        return found.key if found else Span(0, 0)

    def origin(self, *keys: str | int) -> str:
        """`file:line` of a key that is set here, or the label."""
        if self.label or self.source is None:
            return self.label
        return f"{self.source.path}:{self.source.place(self.span(*keys).start).line}"

    def error(self, keys: Keys, message: str, *, is_key: bool = False) -> SettingsError:
        """An error at a key or at its value; at the table around it where the key has no place of its own."""
        if self.source is None:
            return SettingsError(f"{self.label}: {message}")
        path = [*self.prefix, *keys]
        while path and tuple(path) not in self._places:
            path.pop()
        place = self._places.get(tuple(path))
        span = (place.key if is_key else place.value) if place else Span(0, 0)
        return _error_at(self.source, span.start, message)

    @cached_property
    def _places(self) -> dict[Any, Any]:
        from bibcheck.settings.toml_places import find_places

        return dict(find_places(self.source.text)) if self.source else {}


def read_layers(path: str, folder: str) -> list[Layer] | None:
    """The settings in a file after those that it extends, not yet checked; None for a pyproject.toml that has none.

    Their patterns hold from `folder`, those of the files that they extend from where these are. Raises SettingsError.
    """
    layer = _read_layer(path, folder)
    if layer is None:
        return None
    identity = os.path.realpath(path)
    return _with_extended(layer, [identity], {identity})


def commanded_layers(texts: Sequence[str], folder: str) -> list[Layer]:
    """The settings in TOML documents of the command line, after the files that these extend; not yet checked."""
    layers = []
    for number, text in enumerate(texts, 1):
        source = Source("--config" if len(texts) == 1 else f"--config {number}", text)
        try:
            raw = parse_toml(source)
        except SettingsError as error:
            raise SettingsError(f'{error} in `{text}`; strings need quotes: `key="value"`') from None
        layers += _with_extended(Layer(raw, label=COMMAND_LINE, source=source, folder=folder), [], set())
    return layers


def _with_extended(layer: Layer, chain: list[str], seen: set[str]) -> list[Layer]:
    """A layer after those of the files that it extends, each file once.

    `chain` has the real paths of the files that lead to it, `seen` those of all files so far.
    """
    said = layer.raw.get("extend", ()) if isinstance(layer.raw, dict) else None
    if not isinstance(said, str | list) or not all(isinstance(path, str) for path in said):
        return [layer]  # the schema says what is wrong with it
    below = []
    for number, path in enumerate([said] if isinstance(said, str) else said):
        keys: Keys = ("extend",) if isinstance(said, str) else ("extend", number)
        below += _read_extended(layer, path, keys, chain, seen)
    return [*below, layer]


def _read_extended(layer: Layer, path: str, keys: Keys, chain: list[str], seen: set[str]) -> list[Layer]:
    absolute = os.path.normpath(os.path.join(layer.folder, os.path.expanduser(path)))
    if not path or not os.path.exists(absolute):
        raise layer.error(keys, f"`extend` names `{path}`, and there is no such file")
    if not os.path.isfile(absolute):
        raise layer.error(keys, f"`extend` names `{path}`, which is no file")
    identity = os.path.realpath(absolute)
    if identity in chain:
        files = " extends ".join(f"`{shown(one)}`" for one in (*chain[chain.index(identity) :], identity))
        raise layer.error(keys, f"these settings extend themselves: {files}")
    if identity in seen:
        return []
    below = _read_layer(absolute, os.path.dirname(absolute))
    if below is None:
        raise layer.error(keys, f"`extend` names `{path}`, and there is no [tool.bibcheck] in it")
    seen.add(identity)
    return _with_extended(below, [*chain, identity], seen)


def _read_layer(path: str, folder: str) -> Layer | None:
    """The settings in one file; None for a pyproject.toml that has none."""
    try:
        source = Source.from_file(path)
    except OSError as error:
        raise SettingsError(f"{shown(path)}: {error.strerror}") from None
    source.path = shown(path)
    if os.path.basename(path) != "pyproject.toml":
        return Layer(parse_toml(source), source=source, folder=folder)
    # tomllib is slow to load, and what is wrong in a file that does not speak of bibcheck is not for it to say.
    if "bibcheck" not in source.text:
        return None
    document = parse_toml(source)
    tool = document.get("tool")
    if not isinstance(tool, dict) or "bibcheck" not in tool:
        if "bibcheck" in document:
            outside = Layer(document, source=source)
            raise outside.error(("bibcheck",), "in pyproject.toml this is called `[tool.bibcheck]`", is_key=True)
        return None
    return Layer(tool["bibcheck"], source=source, prefix=("tool", "bibcheck"), folder=folder)


def parse_toml(source: Source) -> dict[str, Any]:
    """The document. Raises SettingsError with the place of what is wrong."""
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
    except ValueError as error:  # a number of thousands of digits
        raise SettingsError(f"{source.path}: broken TOML: {str(error).partition(';')[0].lower()}") from None


def _describe_toml_error(source: Source, message: str) -> str:
    match = re.search(_TOML_PLACE, message)
    words = message[: match.start()] if match else message
    line, column = (match[1], match[2]) if match and match[1] else source.place(len(source.text))
    return f"{source.path}:{line}:{column}: broken TOML: {words[:1].lower()}{words[1:]}"


def _error_at(source: Source, offset: int, message: str) -> SettingsError:
    place = source.place(offset)
    return SettingsError(f"{source.path}:{place.line}:{place.column}: {message}")
