"""Which rules run, at which level and with which options, and who said so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from bibcheck.rule import Level, Rule
from bibcheck.settings.catalogue import ALL
from bibcheck.settings.find import Settings
from bibcheck.settings.presets import read_preset
from bibcheck.syntax.suppression import EntrySuppression

COMMAND_LINE = "command line"
# Rules of which each is a policy and the other the contrary one. Where both are selected, the weightier choice counts; where
# one choice selects both (`all`), neither says anything until the setting tells which is meant.
_CONTRARY = {"abbreviated-venue": "unabbreviated-venue", "unabbreviated-venue": "abbreviated-venue"}
_ARBITER = "venue-form"
_MOOT = "mixed-venue-abbreviation"  # where one of these policies is selected, which speaks of every entry
_SHARED = {"venue_form": "venue-form"}  # options that several rules have, each with the setting that sets it for all


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
    rank: int  # of who makes it: the place of its table, and after all tables the command line
    keys: tuple[str | int, ...]  # where its table has it


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
        self.presets = list(settings.table.get("preset", ()) if command.preset is None else command.preset)
        self._tables: list[dict[str, Any]] = [*map(read_preset, self.presets), settings.table]
        self._rules: list[dict[str, Any]] = [table.get("rules", {}) for table in self._tables]
        selecting = [rank for rank, table in enumerate(self._tables) if "select" in table]
        if command.select is not None:
            selecting.append(len(self._tables))
        self._selecting = selecting[-1] if selecting else None
        self._choices = [
            choice
            for choice in (*self._settled(), *_commanded(command, len(self._tables)))
            if not choice.runs or choice.rank >= (self._selecting or 0)
        ]

    @property
    def dialect(self) -> str | None:
        """What reads the files, by the settings or the last preset that says so; None where it is judged from each."""
        return next((table["dialect"] for table in reversed(self._tables) if "dialect" in table), None)

    @property
    def style(self) -> str | None:
        """The bibliography style, by the settings or the last preset that says so; None where nothing says it."""
        return next((table["style"] for table in reversed(self._tables) if "style" in table), None)

    @property
    def dialect_origin(self) -> str:
        """Where the dialect was set."""
        return self._origin_of("dialect")

    @property
    def style_origin(self) -> str:
        """Where the style was set."""
        return self._origin_of("style")

    def _origin_of(self, key: str) -> str:
        said = [rank for rank, table in enumerate(self._tables) if key in table]
        return self._origin(said[-1], key) if said else "default"

    def decide(self, rule: str) -> Decision:
        """The level at which a rule runs, by its name, and where that was said."""
        choice = self._last_choice(rule)
        if choice:
            return Decision(self._level(rule, choice), self._origin(choice.rank, *choice.keys))
        origin = "default" if self._selecting is None else self._origin(self._selecting, "select")
        return Decision(self._level(rule, choice), origin)

    def rules(self) -> list[Rule]:
        """Every rule that runs, with its level, its options and the table that it follows."""
        levels = [(name, self._level(name, self._last_choice(name))) for name in self.catalogue.categories]
        load = self.catalogue.load
        rules = [load(name)(self.options(name), level) for name, level in levels if level is not Level.OFF]
        for rule in rules:
            if rule.table:
                rule.table_in_force = self.settings.table.get(rule.table, {})
        return rules

    def options(self, rule: str) -> dict[str, Any]:
        """The options of a rule that presets and the settings set, for this rule or for all that have them."""
        options: dict[str, Any] = {}
        for option, key in _SHARED.items():
            said = [table[key] for table in self._tables if key in table]
            if said and option in self.catalogue.load(rule).options():
                options[option] = said[-1]
        for rules in self._rules:
            table = rules.get(rule)
            if isinstance(table, dict):
                options |= {name: value for name, value in table.items() if name != "level"}
        return {name: tuple(value) if isinstance(value, list) else value for name, value in options.items()}

    def option_origin(self, rule: str) -> str:
        """Where the options of a rule were set last."""
        for rank, rules in reversed([*enumerate(self._rules)]):
            table = rules.get(rule)
            if isinstance(table, dict) and table.keys() - {"level"}:
                return self._origin(rank, "rules", rule)
        said = [(rank, key) for key in _SHARED.values() for rank, table in enumerate(self._tables) if key in table]
        return self._origin(*said[-1]) if said else "default"

    def ignored(self, path: str) -> frozenset[str]:
        """The rules that `per-file-ignores` turns off for the file at an absolute path."""
        return self.catalogue.expand(self.settings.ignored(path))

    def unfixable(self) -> frozenset[str]:
        """The rules whose fixes are not offered: of `fixable` and `unfixable`, the more specific name wins."""
        table = self.settings.table
        if not table.keys() & {"fixable", "unfixable"}:
            return frozenset()
        fixable, unfixable = table.get("fixable", (ALL,)), table.get("unfixable", ())

        def rank(names: Sequence[str], rule: str) -> int:
            return max((rank for rank, name in enumerate(self._names_of(rule), 1) if name in names), default=0)

        return frozenset(rule for rule in self.catalogue.categories if rank(unfixable, rule) >= rank(fixable, rule))

    def _names_of(self, rule: str) -> tuple[str, str, str]:
        """The names that speak of a rule, the more specific last."""
        return ALL, self.catalogue.categories[rule], rule

    def entry_suppressions(self) -> list[EntrySuppression]:
        """What `entries` silences."""
        if self.settings.source is None:
            return []
        return [
            EntrySuppression(key, name, self.settings.source.path, self.settings.span("entries", key, "ignore", number))
            for key, table in self.settings.table.get("entries", {}).items()
            for number, name in enumerate(table["ignore"])
        ]

    def _settled(self) -> Iterator[_Choice]:
        for rank, table in enumerate(self._tables):
            for key in ("select", "extend-select", "ignore"):
                for number, name in enumerate(table.get(key, ())):
                    yield _Choice(name, key != "ignore", rank, (key, number))
            for rule, said in table.get("rules", {}).items():
                if level := _level_in(said):
                    yield _Choice(rule, level != "off", rank, ("rules", rule))

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
        level = self._selected_level(rule, choice)
        if rule == _MOOT and any(
            self._level(policy, self._last_choice(policy)) is not Level.OFF for policy in _CONTRARY
        ):
            return Level.OFF
        contrary = _CONTRARY.get(rule)
        if not contrary or not choice or any(_ARBITER in table for table in self._tables):
            return level
        other = self._last_choice(contrary)
        is_contradicted = other and self._selected_level(contrary, other) is not Level.OFF
        if is_contradicted and other and self._weight(contrary, other) >= self._weight(rule, choice):
            return Level.OFF
        return level

    def _selected_level(self, rule: str, choice: _Choice | None) -> Level:
        if not choice.runs if choice else self._selecting is not None:
            return Level.OFF
        default = self.catalogue.load(rule).level
        if choice is None:
            return default
        levels = [level for table in self._rules if (level := _level_in(table.get(rule)))]
        level = Level(levels[-1]) if levels else default
        return Level.WARNING if level is Level.OFF else level

    def _origin(self, rank: int, *keys: str | int) -> str:
        if rank < len(self.presets):
            return f"preset {self.presets[rank]}"
        return self.settings.origin(*keys) if rank < len(self._tables) else COMMAND_LINE


def _level_in(said: Any) -> str | None:
    """The level in what a table says of a rule."""
    level: str | None = said.get("level") if isinstance(said, dict) else said
    return level


def _commanded(command: CommandLine, rank: int) -> Iterator[_Choice]:
    for name in (*(command.select or ()), *command.extend_select):
        yield _Choice(name, True, rank, ())
    for name in command.ignore:
        yield _Choice(name, False, rank, ())
