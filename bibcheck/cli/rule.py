"""Print the manual pages of rules, or the list of them."""

from __future__ import annotations

import os
import sys

from bibcheck.reports.visible import visible, visible_line
from bibcheck.rule import Fix, Level, Rule
from bibcheck.rules import Option, RuleRecord, rule_categories
from bibcheck.rules.evidence import READ
from bibcheck.rules.manual import page
from bibcheck.settings.catalogue import Catalogue
from bibcheck.settings.errors import SettingsError
from bibcheck.settings.find import SettingsFinder
from bibcheck.settings.schema import option_schema
from bibcheck.settings.selection import check_names
from bibcheck.settings.toml_text import toml_text

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
    records = [record for name, record in catalogue.records.items() if name in wanted]
    if arguments.output_format == "json":
        import json

        text = json.dumps([_as_json(record) for record in records], indent=2)
    elif arguments.output_format == "markdown":
        text = "\n\n".join(_markdown(record, catalogue.load(record.name)) for record in records)
    elif arguments.names:
        text = "\n\n\n".join(_manual_page(record, catalogue.load(record.name)) for record in records)
    else:
        text = _list(records)
    # House rules bring texts of their own.
    sys.stdout.write("".join(f"{visible_line(line)}\n" for line in text.split("\n")))
    return 0


def _catalogue() -> Catalogue:
    """The rules there are here; where the settings are broken, as they are over a rule's name, those of the package."""
    try:
        return SettingsFinder().settings_for(os.getcwd()).catalogue
    except SettingsError as error:
        sys.stderr.write(f"bibcheck: {visible(str(error))}\n")
        return Catalogue()


def _as_json(record: RuleRecord) -> dict[str, Any]:
    return {
        "name": record.name,
        "category": record.category,
        "level": record.level.value,
        "fix": record.fix.value,
        "scope": record.scope.value,
        "summary": record.summary,
        "options": [
            {"name": name, "type": option.type, "default": option.default} for name, option in record.options.items()
        ],
    }


def _manual_page(record: RuleRecord, rule: type[Rule]) -> str:
    return f"{record.name} ({_facts(record)})\n\n{page(rule)}{_evidence(record)}{_options(record)}"


def _markdown(record: RuleRecord, rule: type[Rule]) -> str:
    """A section for the rule, its examples as code blocks: they are indented by four spaces already."""
    return f"## {record.name}\n\n{_facts(record)}\n\n{page(rule)}{_evidence(record)}{_options(record)}"


def _facts(record: RuleRecord) -> str:
    return f"{record.category}, level {record.level.value}, fix {record.fix.value}, scope {record.scope.value}"


def _evidence(record: RuleRecord) -> str:
    """How often the rule was right in real bibliographies."""
    if record.name not in READ:
        is_theirs = record.name not in rule_categories()  # a plugin's
        return "" if is_theirs or record.level is Level.OFF else "\n\nevidence: none of its findings was read"
    read, true, month = READ[record.name]
    return f"\n\nevidence: {true} of {read} read findings true, {month}"


def _options(record: RuleRecord) -> str:
    """The options with their defaults as the settings have them."""
    if not record.options:
        return ""
    lines = [f"[rules.{record.name}]", *(_option(record, name) for name in record.options)]
    return "\n\nOptions:\n\n" + "\n".join(f"    {line}" for line in lines)


def _option(record: RuleRecord, name: str) -> str:
    option = record.options[name]
    others = [value for value in _choices(option) if value != option.default]
    notes = [f"or {', '.join(map(toml_text, others))}"] if others else []
    if name in record.follows:
        notes.append(f"`{record.follows[name]}` sets it for all rules")
    return f"{name} = {toml_text(option.default)}" + (f"  # {'; '.join(notes)}" if notes else "")


def _choices(option: Option) -> list[Any]:
    """The values that an option may have, where they are few."""
    schema = option_schema(option.type)
    choices: list[Any] = [True, False] if schema.get("type") == "boolean" else schema.get("enum", [])
    return choices


def _list(records: list[RuleRecord]) -> str:
    """A line for each rule, under its category; `[*]` says that it has a safe fix."""
    width = max(len(record.name) for record in records)
    sections: dict[str, list[str]] = {}
    for record in sorted(records, key=lambda record: (record.category, record.name)):
        mark = "[*]" if record.fix is Fix.SAFE else ""
        line = f"  {record.name:{width}}  {record.level.value:7}  {mark:3}  {record.summary}"
        sections.setdefault(record.category, [record.category]).append(line)
    return "\n\n".join("\n".join(lines) for lines in sections.values())
