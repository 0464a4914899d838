"""Every rule there is for one settings file: those of the package, of its plugins, and those that it defines itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bibcheck.rule import Rule
from bibcheck.rules import load_rule, record_of, rule_records
from bibcheck.settings.errors import RuleError
from bibcheck.settings.table import SettingsTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


CUSTOM = "custom"  # the category of house rules
ALL = "all"
NAME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_ENTRY_POINTS = "bibcheck.rules"
_OPTION_TYPES = re.compile(r"bool|int|float|str|tuple\[str, \.\.\.\]|Literal\[[^\[\]]+\]")


class Catalogue:
    """The rules by their names. Raises RuleError for what the tables add and cannot be used.

    `records` has what there is to know of each rule without loading it.
    """

    def __init__(self, *tables: SettingsTable) -> None:
        self.records = dict(rule_records())
        self.categories = {name: record.category for name, record in self.records.items()}
        self._taken = {*self.categories.values(), CUSTOM, ALL}
        self._added: dict[str, type[Rule]] = {}
        plugins: set[str] = set()  # two tables may name the same plugin
        for number, table in enumerate(tables):
            try:
                self._add_all(table, plugins)
            except RuleError as error:
                error.table = number
                raise
            plugins.update(table.plugins)

    def _add_all(self, table: SettingsTable, loaded: set[str]) -> None:
        for number, plugin in enumerate(table.plugins):
            if plugin in loaded:
                continue
            self._check_name(plugin, "plugins", number)
            self._taken.add(plugin)
            for rule in _load_plugin(plugin, number):
                self._add(rule, "plugins", number)
        if table.custom:
            from bibcheck.settings.custom import make_custom_rules

            for number, rule in enumerate(make_custom_rules(table.custom)):
                self._add(rule, "custom", number, "name")

    def load(self, name: str) -> type[Rule]:
        """The class of a rule. Raises KeyError for a name that no rule bears."""
        return self._added.get(name) or load_rule(name)

    def expand(self, names: Iterable[str]) -> frozenset[str]:
        """The rules that names stand for: a rule for itself, a category for its rules, `all` for every rule."""
        wanted = frozenset(names)
        if not wanted:
            return wanted
        return frozenset(rule for rule, category in self.categories.items() if wanted & {rule, category, ALL})

    @property
    def selectors(self) -> list[str]:
        """Every name that selects rules: rules, categories, `all`."""
        return [*self.categories, *sorted(set(self.categories.values())), ALL]

    def _add(self, rule: type[Rule], *keys: str | int) -> None:
        self._check_name(rule.name, *keys)
        self.records[rule.name] = record_of(rule)
        self.categories[rule.name] = rule.category
        self._added[rule.name] = rule

    def _check_name(self, name: str, *keys: str | int) -> None:
        if name in self.categories or name in self._taken:
            raise RuleError(f"there is a rule or category `{name}` already", *keys)


def _load_plugin(plugin: str, number: int) -> list[type[Rule]]:
    """The rules of an installed package, by the name of its entry point."""
    from importlib.metadata import entry_points  # 47 ms that only a plugin costs

    points = entry_points(group=_ENTRY_POINTS, name=plugin)
    if not points:
        message = f"no installed package offers the plugin `{plugin}` (entry point group {_ENTRY_POINTS})"
        raise RuleError(message, "plugins", number)
    rules: list[type[Rule]] = []
    for point in points:
        try:
            rules += _rules_in(point.load())
        except (Exception, SystemExit) as error:
            message = f"the plugin `{plugin}` cannot be loaded ({type(error).__name__}: {error})"
            raise RuleError(message, "plugins", number) from None
    if not rules:
        raise RuleError(f"the plugin `{plugin}` offers no rules", "plugins", number)
    for rule in rules:
        _check_rule(rule, rules, plugin, number)
        rule.category = plugin
    return rules


def _rules_in(loaded: Any) -> list[type[Rule]]:
    """The rule that an entry point names; or those of the module that it names, less those that it imports."""
    if isinstance(loaded, type):
        return [loaded] if issubclass(loaded, Rule) else []
    return [
        thing
        for thing in dict.fromkeys(one for one in vars(loaded).values() if isinstance(one, type))
        if issubclass(thing, Rule)
        and not thing.__name__.startswith("_")
        and f"{thing.__module__}.".startswith(f"{loaded.__name__}.")
    ]


def _check_rule(rule: type[Rule], rules: list[type[Rule]], plugin: str, number: int) -> None:
    """Raise RuleError for what the settings could not name or hold to its type."""
    if not re.fullmatch(NAME, rule.name):
        raise RuleError(
            f"the plugin `{plugin}` names a rule `{rule.name}`: lower-case letters and hyphens", "plugins", number
        )
    known = {"", *rule_records(), *(other.name for other in rules)}
    unknown = [other for other in (rule.contrary, *rule.yields_to) if other not in known]
    if unknown:
        raise RuleError(f"the rule `{rule.name}` names a rule `{unknown[0]}`, which there is not", "plugins", number)
    keys = [
        key for key in (rule.table, *rule.follows.values()) if key.replace("-", "_") not in ("", *SettingsTable._fields)
    ]
    if keys:
        raise RuleError(f"the rule `{rule.name}` names a setting `{keys[0]}`, which there is not", "plugins", number)
    for option, annotation in rule.options().items():
        if not _OPTION_TYPES.fullmatch(annotation):
            message = f"the option `{option}` of `{rule.name}` has the type `{annotation}`, which settings do not know"
            raise RuleError(message, "plugins", number)
