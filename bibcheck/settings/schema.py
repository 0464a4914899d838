"""What the settings may hold, as JSON Schema: `bibcheck config --schema` prints it, and settings are held to it.

`title` says what a name is: an unknown one is then "unknown rule" and comes with a did-you-mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.records import NamedTuple
from bibcheck.rule import Level
from bibcheck.rules import RuleRecord
from bibcheck.settings.catalogue import Catalogue
from bibcheck.settings.presets import preset_names
from bibcheck.settings.schema_parts import CITE_COMMANDS, CUSTOM, FORMAT, LEVEL, STRINGS, VENUE
from bibcheck.text.suggestion import did_you_mean, meant_or_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bibcheck.settings.schema_parts import Schema


Keys = tuple[str | int, ...]

OUTPUT_FORMATS = (  # those of bibcheck.reports
    *(
        "full",
        "concise",
        "grouped",
        "json",
        "jsonl",
        "github",
        "gitlab",
        "sarif",
        "junit",
        "rdjson",
        "markdown",
        "html",
    ),
)

_FEW = 20  # so many names are all told where none is close to a mistaken one

_LITERAL = re.compile(r"""["']([^"']*)["']""")
_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "array": (list,),
    "object": (dict,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
}
_ARTICLES = {
    "string": "a string",
    "object": "a table",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
}


class Misfit(NamedTuple):
    """Something in the settings that may not be there: the keys that lead to it, and whether a key is what is wrong."""

    keys: Keys
    is_key: bool
    message: str


def settings_schema(catalogue: Catalogue) -> Schema:
    """The schema of `bibcheck.toml`, and of `[tool.bibcheck]`."""
    known = list(catalogue.categories)
    selection: Schema = {"type": "array", "items": {"title": "rule or category", "enum": catalogue.selectors}}
    silenced: Schema = {"type": "array", "items": {"title": "rule or category", "enum": catalogue.selectors[:-1]}}
    properties: Schema = {
        "preset": {
            "description": "Presets to start from; a later one goes before an earlier one, the settings before all.",
            "type": "array",
            "items": {"title": "preset", "enum": preset_names()},
        },
        "extend": {
            "description": "Settings files that these settings add to; what stands here goes before what stands there.",
            "anyOf": [{"type": "string"}, STRINGS],
        },
        "dialect": {
            "description": "What reads the files; left out, it is judged from each file.",
            "enum": ["bibtex", "biblatex"],
        },
        "style": {
            "description": "The bibliography style, as `\\bibliographystyle` names it, which decides what fixes are safe.",
            "type": "string",
        },
        "include": {**STRINGS, "description": "Patterns of the project's files, from the folder of the settings."},
        "exclude": {
            **STRINGS,
            "description": "Patterns of files and folders to leave out unless they are named.",
        },
        "max-file-size": {
            "description": "The most bytes that a file may have to be read; 100000000, if left out.",
            "type": "integer",
            "minimum": 1,
        },
        "documents": {
            **STRINGS,
            "description": "The main documents that cite: LaTeX, .aux, .bcf, Markdown, Typst, reStructuredText.",
        },
        "cite-commands": CITE_COMMANDS,
        "select": {**selection, "description": "The rules to run, in place of the default ones."},
        "extend-select": {**selection, "description": "Rules to run beside the others."},
        "ignore": {**selection, "description": "Rules not to run. The more specific name wins: all, category, rule."},
        "fixable": {**selection, "description": "The rules whose fixes are made; all, if left out."},
        "unfixable": {**selection, "description": "Rules whose findings are never fixed. The more specific name wins."},
        "per-file-ignores": {
            "description": "Rules not to run on the files that match a pattern.",
            "type": "object",
            "additionalProperties": selection,
        },
        "format": FORMAT,
        "rules": {
            "description": "The level of a rule, or a table of its level and its options.",
            "title": "rule",
            "type": "object",
            "propertyNames": {"enum": known},
            "properties": {rule: _rule_schema(record) for rule, record in catalogue.records.items()},
        },
        "entries": {
            "description": "What is not reported of an entry, by its cite key.",
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "properties": {"ignore": silenced, "why": {"type": "string"}},
                "required": ["ignore"],
                "additionalProperties": False,
            },
        },
        "venues": {
            "description": "The project's own journals and conferences, by their acronyms.",
            "type": "object",
            "additionalProperties": VENUE,
        },
        "venue-form": {
            "description": "How venues are called; left out, as most entries of a venue call it.",
            "enum": ["full", "abbreviated", "acronym"],
        },
        "output-format": {
            "title": "output format",
            "description": "The format of the report; full, if left out.",
            "enum": list(OUTPUT_FORMATS),
        },
        "fail-on": {
            "description": "The least level of a finding that makes the exit status 1; warning, if left out.",
            "enum": [Level.ERROR.value, Level.WARNING.value],
        },
        "baseline": {"description": "The file of the findings that are not reported.", "type": "string"},
        "plugins": {
            **STRINGS,
            "description": "Names of entry points of the group bibcheck.rules, whose rules join these.",
        },
        "custom": {"description": "House rules without Python.", "type": "array", "items": CUSTOM},
    }
    return {"title": "setting", "type": "object", "properties": properties, "additionalProperties": False}


def _rule_schema(rule: RuleRecord) -> Schema:
    options = {name: {**option_schema(option.type), "default": option.default} for name, option in rule.options.items()}
    table: Schema = {
        "title": "option",
        "type": "object",
        "properties": {"level": LEVEL, **options},
        "additionalProperties": False,
    }
    return {"anyOf": [LEVEL, table]}


def option_schema(annotation: str) -> Schema:
    """The schema of an option whose type is annotated so: bool, int, float, str, tuple[str, ...] or Literal."""
    if annotation.startswith("Literal["):
        return {"enum": _LITERAL.findall(annotation)}
    if annotation == "tuple[str, ...]":
        return dict(STRINGS)
    return {"type": {"bool": "boolean", "int": "integer", "float": "number", "str": "string"}[annotation]}


def misfits(value: object, schema: Schema, keys: Keys = ()) -> Iterator[Misfit]:
    """What in `value` the schema does not allow, in the order of the document."""
    if "anyOf" in schema:
        one, other = schema["anyOf"]
        if isinstance(value, dict | list | str):
            schema = other if isinstance(value, dict | list) else one
    if "anyOf" in schema:
        yield Misfit(keys, False, _mistyped(value, schema, keys))
    elif "enum" in schema:
        if value not in schema["enum"]:
            yield Misfit(keys, False, _unlisted(value, schema, keys))
    elif not _is_of_type(value, schema["type"]):
        yield Misfit(keys, False, _mistyped(value, schema, keys))
    elif isinstance(value, int) and value < schema.get("minimum", value):
        yield Misfit(keys, False, f"`{_dotted(keys)}` must be at least {schema['minimum']}, and this is {value}")
    elif isinstance(value, int) and value > schema.get("maximum", value):
        yield Misfit(keys, False, f"`{_dotted(keys)}` must be at most {schema['maximum']}, and this is {value}")
    elif isinstance(value, str) and "pattern" in schema and not re.fullmatch(schema["pattern"], value):
        yield Misfit(keys, False, f"`{_dotted(keys)}` is {schema['title']}, and not `{value}`")
    elif isinstance(value, dict):
        yield from _misfits_in_table(value, schema, keys)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from misfits(item, schema["items"], (*keys, number))


def _misfits_in_table(table: dict[str, Any], schema: Schema, keys: Keys) -> Iterator[Misfit]:
    properties = schema.get("properties", {})
    others = schema.get("additionalProperties")
    known = schema.get("propertyNames", {}).get("enum", properties)
    for name, value in table.items():
        if name in properties:
            yield from misfits(value, properties[name], (*keys, name))
        elif others:
            yield from misfits(value, others, (*keys, name))
        else:
            inside = f" in `{_dotted(keys)}`" if keys else ""
            noun = schema.get("title", "key")
            yield Misfit((*keys, name), True, f"unknown {noun} `{name}`{inside}{did_you_mean(name, known)}")
    for name in schema.get("required", ()):
        if name not in table:
            yield Misfit(keys, True, f"`{_dotted(keys)}` lacks `{name}`")


def _unlisted(value: object, schema: Schema, keys: Keys) -> str:
    allowed = schema["enum"]
    if not isinstance(value, str):
        return _mistyped(value, schema, keys)
    if len(allowed) > 5:
        meant = did_you_mean if len(allowed) > _FEW else meant_or_all
        return f"unknown {schema['title']} `{value}`{meant(value, allowed)}"
    return f"`{_dotted(keys)}` is {_describe(schema)}, and not `{value}`{did_you_mean(value, allowed)}"


def _mistyped(value: object, schema: Schema, keys: Keys) -> str:
    return f"`{_dotted(keys)}` must be {_describe(schema)}, and this is {_name_type(value)}"


def _is_of_type(value: object, type: str) -> bool:
    return isinstance(value, _TYPES[type]) and (type == "boolean" or not isinstance(value, bool))


def _describe(schema: Schema) -> str:
    if "anyOf" in schema:
        one, other = schema["anyOf"]
        return f"{_describe(one)}{',' if 'enum' in one else ''} or {_describe(other)}"
    if "enum" in schema and len(schema["enum"]) > 5:
        return f"a {schema['title']}"
    if "enum" in schema:
        *others, last = (f"`{value}`" for value in schema["enum"])
        return f"{', '.join(others)} or {last}" if others else last
    if schema["type"] == "array":
        return "a list of tables" if schema["items"].get("type") == "object" else "a list of strings"
    return _ARTICLES[schema["type"]]


def _name_type(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    for type, article in _ARTICLES.items():
        if _is_of_type(value, type):
            return article
    return "a date or a time"


def _dotted(keys: Keys) -> str:
    """Keys as the settings file would have them, indices left out."""
    return ".".join(key for key in keys if isinstance(key, str)) or "tool.bibcheck"
