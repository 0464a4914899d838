"""Settings as typed values: what each key is read as, and how settings add to others."""

from __future__ import annotations

import tomllib

import pytest

from bibcheck.formatter.settings import FormatSettings
from bibcheck.reports import FORMATS
from bibcheck.rule import Level
from bibcheck.settings.catalogue import Catalogue
from bibcheck.settings.schema import OUTPUT_FORMATS, settings_schema
from bibcheck.settings.table import (
    NO_SETTINGS,
    CustomTable,
    EntryTable,
    RuleTable,
    SettingsTable,
    VenueTable,
    read_table,
)


def read(text: str, below: SettingsTable = NO_SETTINGS) -> SettingsTable:
    return read_table(tomllib.loads(text), below)


def test_every_key_of_the_schema_is_an_attribute() -> None:
    keys = settings_schema(Catalogue())["properties"].keys()
    assert {key.replace("-", "_") for key in keys} == set(SettingsTable._fields)


def test_the_formats_of_reports_are_those_there_are() -> None:
    assert OUTPUT_FORMATS == FORMATS, "bibcheck/settings/schema.py and bibcheck/reports/__init__.py list the same"


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("", "include", None),
        ("include = []", "include", ()),
        ("preset = ['acm', 'ieee']", "preset", ("acm", "ieee")),
        ("dialect = 'bibtex'", "dialect", "bibtex"),
        ("style = 'IEEEtran'", "style", "IEEEtran"),
        ("documents = ['main.tex']", "documents", ("main.tex",)),
        ("cite-commands = ['seecite', '\\sc*']", "cite_commands", (("seecite", 1, False), ("sc", 1, False))),
        ("cite-commands = ['\\q[x]{text}[y]{keys}']", "cite_commands", (("q", 2, False),)),
        ("cite-commands = ['\\qs{keys}...']", "cite_commands", (("qs", 1, True),)),
        ("extend = '../bibcheck.toml'", "extend", ("../bibcheck.toml",)),
        ("extend = ['a.toml', 'b.toml']", "extend", ("a.toml", "b.toml")),
        ("fail-on = 'error'", "fail_on", "error"),
        ("output-format = 'concise'", "output_format", "concise"),
        ("baseline = 'known.json'", "baseline", "known.json"),
        ("extend-select = ['pages']", "extend_select", ("pages",)),
        ("per-file-ignores = { 'a.bib' = ['pages'] }", "per_file_ignores", {"a.bib": ("pages",)}),
        ("rules.x = 'off'", "rules", {"x": RuleTable(Level.OFF)}),
        ("rules.x = { level = 'error', a = ['b'] }", "rules", {"x": RuleTable(Level.ERROR, {"a": ("b",)})}),
        ("rules.x.a = 1", "rules", {"x": RuleTable(None, {"a": 1})}),
        ("entries.k = { ignore = ['pages'], why = 'so' }", "entries", {"k": EntryTable(("pages",), "so")}),
        ("venues.V = { name = 'Venue' }", "venues", {"V": VenueTable("Venue")}),
        ("venues.V = { name = 'V', forms = ['W'], doi = false }", "venues", {"V": VenueTable("V", ("W",), False)}),
        ("format = { indent = 4, field-order = ['a'] }", "format", FormatSettings(indent=4, field_order=("a",))),
        (
            "[[custom]]\nname = 'n'\nmessage = 'a\\n b'\nfield = 'Title'\npattern = 'x'\ntypes = ['Book']",
            "custom",
            (CustomTable("n", "a\\n b", ("title",), ("book",), pattern="x"),),
        ),
    ],
)
def test_a_key_is_read_as_its_type(text: str, key: str, value: object) -> None:
    table = read(text)
    assert getattr(table, key) == value
    assert table._replace(**{key: getattr(NO_SETTINGS, key)}) == NO_SETTINGS


@pytest.mark.parametrize(
    ("below", "above", "key", "value"),
    [
        ("dialect = 'bibtex'", "", "dialect", "bibtex"),
        ("dialect = 'bibtex'", "dialect = 'biblatex'", "dialect", "biblatex"),
        ("include = ['a']", "include = ['b']", "include", ("b",)),
        ("include = ['a']", "include = []", "include", ()),
        ("preset = ['acm']", "preset = ['ieee']", "preset", ("ieee",)),
        ("ignore = ['a']", "ignore = ['b']", "ignore", ("a", "b")),
        ("exclude = ['a']", "exclude = ['b']", "exclude", ("a", "b")),
        ("cite-commands = ['a']", "cite-commands = ['b']", "cite_commands", (("a", 1, False), ("b", 1, False))),
        ("extend = 'a'", "extend = 'b'", "extend", ("b",)),
        ("format.indent = 4", "format.tabs = true", "format", FormatSettings(indent=4, tabs=True)),
        ("rules.x = 'off'", "rules.x = { a = 1 }", "rules", {"x": RuleTable(Level.OFF, {"a": 1})}),
        ("rules.x.a = 1", "rules.x.b = 2", "rules", {"x": RuleTable(None, {"a": 1, "b": 2})}),
        ("entries.k.ignore = ['a']", "entries.k.ignore = ['b']", "entries", {"k": EntryTable(("a", "b"))}),
        ("venues.V.name = 'A'", "venues.V.name = 'B'", "venues", {"V": VenueTable("B")}),
        ("per-file-ignores.p = ['a']", "per-file-ignores.p = ['b']", "per_file_ignores", {"p": ("a", "b")}),
    ],
)
def test_settings_add_to_others(below: str, above: str, key: str, value: object) -> None:
    assert getattr(read(above, read(below)), key) == value
