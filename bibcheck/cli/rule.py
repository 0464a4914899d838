"""Print the manual pages of rules, or the list of them."""

from __future__ import annotations

import os
import sys

from bibcheck.cli.options import check_names
from bibcheck.reports.visible import visible
from bibcheck.rule import Fix, Rule
from bibcheck.rules.manual import page, summary
from bibcheck.settings.catalogue import Catalogue
from bibcheck.settings.find import SettingsError, SettingsFinder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import Any

USAGE = "bibcheck rule [NAME ...] [options]"


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck rule`."""
    parser.add_argument("names", metavar="NAME", nargs="*", help="a rule, a category or `all`; the list if left out")
    formats = ("text", "json", "markdown")
    parser.add_argument("--output-format", choices=formats, default="text", help="text if left out")


def run(arguments: Namespace) -> int:
    """Print what is asked for. Returns 0."""
    catalogue = _catalogue()
    check_names(arguments.names, catalogue.selectors)
    wanted = catalogue.expand(arguments.names or ["all"])
    rules = [catalogue.load(name) for name in catalogue.categories if name in wanted]
    if arguments.output_format == "json":
        import json

        text = json.dumps([_record(rule) for rule in rules], indent=2)
    elif arguments.output_format == "markdown":
        text = "\n\n".join(_markdown(rule) for rule in rules)
    elif arguments.names:
        text = "\n\n\n".join(_manual_page(rule) for rule in rules)
    else:
        text = _list(rules)
    sys.stdout.write(text + "\n")
    return 0


def _catalogue() -> Catalogue:
    """The rules there are here; where the settings are broken, as they are over a rule's name, those of the package."""
    try:
        return SettingsFinder().settings_for(os.getcwd()).catalogue
    except SettingsError as error:
        sys.stderr.write(f"bibcheck: {visible(str(error))}\n")
        return Catalogue()


def _record(rule: type[Rule]) -> dict[str, Any]:
    return {
        "name": rule.name,
        "category": rule.category,
        "level": rule.level.value,
        "fix": rule.fix.value,
        "scope": rule.scope.value,
        "summary": summary(rule),
        "options": [
            {"name": name, "type": type, "default": getattr(rule, name)} for name, type in rule.options().items()
        ],
    }


def _manual_page(rule: type[Rule]) -> str:
    return f"{rule.name} ({_facts(rule)})\n\n{page(rule)}" + "".join(f"\n\nOption {line}" for line in _options(rule))


def _markdown(rule: type[Rule]) -> str:
    """A section for the rule, its examples as code blocks: they are indented by four spaces already."""
    options = "".join(f"\n- `{line}`" for line in _options(rule))
    return f"## {rule.name}\n\n{_facts(rule)}\n\n{page(rule)}" + (f"\n\nOptions:\n{options}" if options else "")


def _facts(rule: type[Rule]) -> str:
    return f"{rule.category}, level {rule.level.value}, fix {rule.fix.value}, scope {rule.scope.value}"


def _options(rule: type[Rule]) -> list[str]:
    return [f"{name}: {type} = {_default(getattr(rule, name))}" for name, type in rule.options().items()]


def _default(value: Any) -> str:
    """The default as the settings would have it."""
    import json

    return json.dumps(value, ensure_ascii=False)


def _list(rules: list[type[Rule]]) -> str:
    """A line for each rule, under its category; `[*]` says that it has a safe fix."""
    width = max(len(rule.name) for rule in rules)
    sections: dict[str, list[str]] = {}
    for rule in sorted(rules, key=lambda rule: (rule.category, rule.name)):
        mark = "[*]" if rule.fix is Fix.SAFE else ""
        line = f"  {rule.name:{width}}  {rule.level.value:7}  {mark:3}  {summary(rule)}"
        sections.setdefault(rule.category, [rule.category]).append(line)
    return "\n\n".join("\n".join(lines) for lines in sections.values())
