"""The parts of the schema of the settings: house rules, layout, venues."""

from __future__ import annotations

from bibcheck.formatter.settings import SORT_NAMES, FormatSettings
from bibcheck.rule import Level
from bibcheck.settings.catalogue import NAME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Schema = dict[str, Any]

# A LaTeX command by name or as it is used: `\seecite`, `\quoted{text}{keys}`, `\seecites{keys}...`.
CITE_COMMAND = r"^\\?([a-zA-Z@]+)\*?((?:\[[^\[\]{}]*\]|\{[^\[\]{}]*\})*)(\.\.\.)?$"
STRINGS: Schema = {"type": "array", "items": {"type": "string"}}
LEVEL: Schema = {"title": "level", "enum": [level.value for level in Level]}
SORT: Schema = {
    "type": "array",
    "items": {"title": "sort key", "enum": [sign + name for name in SORT_NAMES for sign in ("", "-")]},
}
CITE_COMMANDS: Schema = {
    "description": "LaTeX commands that cite, beside those that are known; the keys stand in the last braces.",
    "type": "array",
    "items": {
        "title": "a command such as `\\mycite` or `\\quoted{text}{keys}`",
        "type": "string",
        "pattern": CITE_COMMAND,
    },
}
CUSTOM: Schema = {
    "title": "key",
    "type": "object",
    "properties": {
        "name": {"title": "lower-case letters and hyphens", "type": "string", "pattern": NAME},
        "message": {"type": "string", "description": "What is wrong."},
        "level": LEVEL,
        "field": {"anyOf": [{"type": "string"}, STRINGS], "description": "The field to look into, or several."},
        "types": {**STRINGS, "description": "The entry types to look into; all, if left out."},
        "pattern": {"type": "string", "description": "A regular expression that the field must not hold."},
        "replace": {"type": "string", "description": "What to write in place of the pattern."},
        "require": {
            **STRINGS,
            "description": "Fields that entries must have: `doi|url`, by type `book: isbn, publisher`.",
        },
        "allowed": {**STRINGS, "description": "The values that the field may have."},
        "separator": {"type": "string", "description": "What stands between the values in the field."},
        "unique": {"type": "boolean", "description": "Whether no two entries may share the value of the field."},
        "order": {**SORT, "description": "What entries are sorted by, the first of these before the others."},
    },
    "required": ["name"],
    "oneOf": [
        {"required": ["pattern", "field", "message"]},
        {"required": ["require"]},
        {"required": ["allowed", "field"]},
        {"required": ["unique", "field"]},
        {"required": ["order"]},
    ],
    "additionalProperties": False,
}
FORMAT: Schema = {
    "description": "How `bibcheck format` lays files out.",
    "title": "setting",
    "type": "object",
    "properties": {
        "indent": {"type": "integer", "minimum": 0, "maximum": 1000, "description": "Spaces before a field."},
        "tabs": {"type": "boolean", "description": "A tab in place of these."},
        "align": {"type": "boolean", "description": "Whether the `=` of an entry stand below one another."},
        "delimiters": {"enum": ["braces", "quotes", "keep"], "description": "What values stand in."},
        "numbers": {"enum": ["keep", "bare", "braced"], "description": "Whether values of digits have delimiters."},
        "name-case": {"enum": ["lower", "keep"], "description": "The letters of entry types and field names."},
        "trailing-comma": {"type": "boolean", "description": "Whether a comma follows the last field."},
        "wrap": {
            "type": "integer",
            "minimum": 0,
            "maximum": 10000,
            "description": "The width of lines; 0 keeps the breaks of values.",
        },
        "blank-lines": {
            "type": "integer",
            "minimum": 0,
            "maximum": 1000,
            "description": "Blank lines between entries.",
        },
        "field-order": {
            **STRINGS,
            "description": "The fields that come first; by type `article: author, title`.",
        },
        "sort": {
            **SORT,
            "description": "What entries are sorted by, the first of these before the others; `-` for descending.",
        },
        "strings": {"enum": ["keep", "top"], "description": "Where @string and @preamble stand."},
    },
    "additionalProperties": False,
}
for _name, _default in FormatSettings()._asdict().items():
    FORMAT["properties"][_name.replace("_", "-")]["default"] = (
        list(_default) if isinstance(_default, tuple) else _default
    )
VENUE: Schema = {
    "title": "key",
    "type": "object",
    "properties": {"name": {"type": "string"}, "forms": STRINGS, "doi": {"type": "boolean"}},
    "required": ["name"],
    "additionalProperties": False,
}
