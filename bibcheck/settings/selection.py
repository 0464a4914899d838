"""Which rules run, at which level and with which options, and who said so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bibcheck.records import NamedTuple
from bibcheck.rule import Level, Rule
from bibcheck.settings.catalogue import ALL
from bibcheck.settings.errors import SettingsError
from bibcheck.settings.find import Settings
from bibcheck.settings.layers import COMMAND_LINE as COMMAND_LINE
from bibcheck.settings.layers import Layer
from bibcheck.settings.presets import read_preset
from bibcheck.source import Span
from bibcheck.syntax.suppression import EntrySuppression
from bibcheck.text.suggestion import did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class CommandLine(NamedTuple):
    """What the command line selects and ignores, and its presets; `select` and `preset` are None where not given."""

    select: Sequence[str] | None = None
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    preset: Sequence[str] | None = None


class Decision(NamedTuple):
    """The level of a rule in force, and where that was said: `default`, `command line`, `preset NAME` or `file:line`."""

    level: Level
    origin: str


class _Choice(NamedTuple):
    name: str
    runs: bool
    rank: int  # of who makes it: the number of its layer, and after all layers the command line
    keys: tuple[str | int, ...]  # where its layer has it


class Selection:
    """The rules that presets, the settings and the command line select.

    Of the names that speak of a rule, those of the settings and the command line go before those of presets. Of these, the
    more specific decides (`all`, category, rule); of equally specific ones, the command line's before the settings', a later
    preset's before an earlier one's, and then the one that ignores. A level speaks of its rule. A rule of which none speaks
    runs if it does by default and `select` is not given. `select` takes the place of all that is selected before it,
    `--preset` of the settings' presets.
    """

    def __init__(self, settings: Settings, command: CommandLine | None = None) -> None:
        command = command or CommandLine()
        self.settings = settings
        self.catalogue = settings.catalogue
        self.presets = list((settings.table.preset or ()) if command.preset is None else command.preset)
        self._layers: list[Layer] = [*map(read_preset, self.presets), *settings.layers]
        selecting = [rank for rank, layer in enumerate(self._layers) if layer.table.select is not None]
        if command.select is not None:
            selecting.append(len(self._layers))
        self._selecting = selecting[-1] if selecting else None
        self._choices = [
            choice
            for choice in (*self._settled(), *_commanded(command, len(self._layers)))
            if not choice.runs or choice.rank >= (self._selecting or 0)
        ]

    @property
    def dialect(self) -> str | None:
        """What reads the files, by the settings or the last preset that says so; None where it is judged from each."""
        return self._last("dialect").table.dialect if self._sets("dialect") else None

    @property
    def style(self) -> str | None:
        """The bibliography style, by the settings or the last preset that says so; None where nothing says it."""
        return self._last("style").table.style if self._sets("style") else None

    def stated(self, key: str, *, by_presets: bool = False) -> str | None:
        """What the settings say of `dialect` or `style`, or else what presets do: what documents show goes between them."""
        layers = self._layers[: len(self.presets)] if by_presets else self.settings.layers
        values = [getattr(layer.table, key) for layer in layers if key in layer.raw]
        return values[-1] if values else None

    @property
    def style_origin(self) -> str:
        """Where the style was set."""
        return self._last("style").origin("style") if self._sets("style") else "default"

    @property
    def dialect_origin(self) -> str:
        """Where the dialect was set."""
        return self._last("dialect").origin("dialect") if self._sets("dialect") else "default"

    def _sets(self, key: str) -> bool:
        """Whether a preset or the settings set a key."""
        return any(key in layer.raw for layer in self._layers)

    def _last(self, key: str) -> Layer:
        """The layer that decides on a key that is set."""
        return next(layer for layer in reversed(self._layers) if key in layer.raw)

    def decide(self, rule: str) -> Decision:
        """The level at which a rule runs, by its name, and where that was said."""
        choice = self._last_choice(rule)
        if choice:
            return Decision(self._level(rule, choice), self._origin(choice.rank, *choice.keys))
        origin = "default" if self._selecting is None else self._origin(self._selecting, "select")
        return Decision(self._level(rule, choice), origin)

    def rules(self, *, with_documents: bool = True) -> list[Rule]:
        """Every rule that runs, with its level, its options and the table that it follows.

        Those that need documents run only `with_documents`.
        """
        records = self.catalogue.records
        names = [name for name in self.catalogue.categories if with_documents or not records[name].needs_documents]
        levels = [(name, self._level(name, self._last_choice(name))) for name in names]
        load = self.catalogue.load
        rules = [load(name)(self.options(name), level) for name, level in levels if level is not Level.OFF]
        for rule in rules:
            if rule.table:
                rule.table_in_force = getattr(self.settings.table, rule.table.replace("-", "_"))
        return rules

    def options(self, rule: str) -> dict[str, Any]:
        """The options of a rule that presets and the settings set, for this rule or for all that follow a key."""
        options: dict[str, Any] = {}
        for option, key in self.catalogue.records[rule].follows.items():
            if self._sets(key):
                options[option] = getattr(self._last(key).table, key.replace("-", "_"))
        for layer in self._layers:
            if said := layer.table.rules.get(rule):
                options |= said.options
        return options

    def option_origin(self, rule: str) -> str:
        """Where the options of a rule were set last."""
        for layer in reversed(self._layers):
            if (said := layer.table.rules.get(rule)) and said.options:
                return layer.origin("rules", rule)
        followed = [key for key in self.catalogue.records[rule].follows.values() if self._sets(key)]
        return self._last(followed[-1]).origin(followed[-1]) if followed else "default"

    def ignored(self, path: str) -> frozenset[str]:
        """The rules that `per-file-ignores` turns off for the file at an absolute path."""
        return self.catalogue.expand(self.settings.ignored(path))

    def unfixable(self) -> frozenset[str]:
        """The rules whose fixes are not offered: of `fixable` and `unfixable`, the more specific name wins."""
        table = self.settings.table
        if table.fixable is None and not table.unfixable:
            return frozenset()
        fixable = (ALL,) if table.fixable is None else table.fixable

        def rank(names: Sequence[str], rule: str) -> int:
            return max((rank for rank, name in enumerate(self._names_of(rule), 1) if name in names), default=0)

        return frozenset(
            rule for rule in self.catalogue.categories if rank(table.unfixable, rule) >= rank(fixable, rule)
        )

    def _names_of(self, rule: str) -> tuple[str, str, str]:
        """The names that speak of a rule, the more specific last."""
        return ALL, self.catalogue.categories[rule], rule

    def entry_suppressions(self) -> list[EntrySuppression]:
        """What `entries` silences."""
        return [
            EntrySuppression(key, name, layer.source.path, layer.span("entries", key, "ignore", number))
            for layer in self.settings.layers
            if layer.source
            for key, entry in layer.table.entries.items()
            for number, name in enumerate(entry.ignore)
        ]

    def entry_places(self) -> dict[str, tuple[str, Span]]:
        """For each cite key in `entries` the settings file and the span where it stands: for keys that no file has."""
        return {
            key: (layer.source.path, layer.span("entries", key))
            for layer in self.settings.layers
            if layer.source
            for key in layer.table.entries
        }

    def _settled(self) -> Iterator[_Choice]:
        for rank, layer in enumerate(self._layers):
            table = layer.table
            for key, names, runs in (
                ("select", table.select or (), True),
                ("extend-select", table.extend_select, True),
                ("ignore", table.ignore, False),
            ):
                for number, name in enumerate(names):
                    yield _Choice(name, runs, rank, (key, number))
            for rule, said in table.rules.items():
                if said.level:
                    yield _Choice(rule, said.level is not Level.OFF, rank, ("rules", rule))

    def _last_choice(self, rule: str) -> _Choice | None:
        """The choice that decides on a rule; None where none speaks of it."""
        names = self._names_of(rule)
        return max(
            (choice for choice in self._choices if choice.name in names),
            key=lambda choice: (*self._weight(rule, choice), not choice.runs),
            default=None,
        )

    def _weight(self, rule: str, choice: _Choice) -> tuple[bool, int, int]:
        """How much a choice weighs for a rule: by whether presets make it, how specific it is, and what comes later."""
        return choice.rank >= len(self.presets), self._names_of(rule).index(choice.name), choice.rank

    def _level(self, rule: str, choice: _Choice | None) -> Level:
        """The level of a rule on which `choice` decides."""
        level = self._uncontradicted_level(rule, choice)
        if level is Level.OFF:
            return level
        others = self.catalogue.records[rule].yields_to
        yields = any(self._uncontradicted_level(other, self._last_choice(other)) is not Level.OFF for other in others)
        return Level.OFF if yields else level

    def _uncontradicted_level(self, rule: str, choice: _Choice | None) -> Level:
        """The level of a rule, off where the rule that demands the opposite goes before it."""
        level = self._selected_level(rule, choice)
        record = self.catalogue.records[rule]
        if not record.contrary or not choice or any(map(self._sets, record.follows.values())):
            return level
        other = self._last_choice(record.contrary)
        is_contradicted = other and self._selected_level(record.contrary, other) is not Level.OFF
        if is_contradicted and other and self._weight(record.contrary, other) >= self._weight(rule, choice):
            return Level.OFF
        return level

    def _selected_level(self, rule: str, choice: _Choice | None) -> Level:
        if not choice.runs if choice else self._selecting is not None:
            return Level.OFF
        default = self.catalogue.records[rule].level
        if choice is None:
            return default
        said = [layer.table.rules[rule].level for layer in self._layers if rule in layer.table.rules]
        level = next((level for level in reversed(said) if level), default)
        return Level.WARNING if level is Level.OFF else level

    def _origin(self, rank: int, *keys: str | int) -> str:
        return self._layers[rank].origin(*keys) if rank < len(self._layers) else COMMAND_LINE


def _commanded(command: CommandLine, rank: int) -> Iterator[_Choice]:
    for name in (*(command.select or ()), *command.extend_select):
        yield _Choice(name, True, rank, ())
    for name in command.ignore:
        yield _Choice(name, False, rank, ())


def check_selected(command: CommandLine, selectors: Iterable[str]) -> None:
    """Raise SettingsError for a name on the command line that is none of the rules, categories and `all`."""
    known = list(selectors)
    for option, names in (
        ("--select", command.select or ()),
        ("--extend-select", command.extend_select),
        ("--ignore", command.ignore),
    ):
        check_names(names, known, option)


def check_names(names: Iterable[str], known: list[str], option: str = "") -> None:
    """Raise SettingsError for a name that is no rule, no category and not `all`."""
    for name in names:
        if name not in known:
            before = f"{option}: " if option else ""
            raise SettingsError(f"{before}unknown rule or category `{name}`{did_you_mean(name, known)}")
