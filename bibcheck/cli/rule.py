"""Print the manual pages of rules, or the list of them."""

from __future__ import annotations

import os
import sys

from bibcheck.reports.visible import visible
from bibcheck.rule import Fix, Rule
from bibcheck.rules import RuleRecord
from bibcheck.rules.manual import page
from bibcheck.settings.catalogue import Catalogue
from bibcheck.settings.find import SettingsError, SettingsFinder
from bibcheck.settings.selection import check_names

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
    sys.stdout.write(text + "\n")
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
    options = "".join(f"\n\nOption {line}" for line in _options(record))
    return f"{record.name} ({_facts(record)})\n\n{page(rule)}{options}"


def _markdown(record: RuleRecord, rule: type[Rule]) -> str:
    """A section for the rule, its examples as code blocks: they are indented by four spaces already."""
    options = "".join(f"\n- `{line}`" for line in _options(record))
    return f"## {record.name}\n\n{_facts(record)}\n\n{page(rule)}" + (f"\n\nOptions:\n{options}" if options else "")


def _facts(record: RuleRecord) -> str:
    return f"{record.category}, level {record.level.value}, fix {record.fix.value}, scope {record.scope.value}"


def _options(record: RuleRecord) -> list[str]:
    return [f"{name}: {option.type} = {_default(option.default)}" for name, option in record.options.items()]


def _default(value: Any) -> str:
    """The default as the settings would have it."""
    import json

    return json.dumps(value, ensure_ascii=False)


def _list(records: list[RuleRecord]) -> str:
    """A line for each rule, under its category; `[*]` says that it has a safe fix."""
    width = max(len(record.name) for record in records)
    sections: dict[str, list[str]] = {}
    for record in sorted(records, key=lambda record: (record.category, record.name)):
        mark = "[*]" if record.fix is Fix.SAFE else ""
        line = f"  {record.name:{width}}  {record.level.value:7}  {mark:3}  {record.summary}"
        sections.setdefault(record.category, [record.category]).append(line)
    return "\n\n".join("\n".join(lines) for lines in sections.values())
