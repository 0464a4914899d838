"""Settings: where they are found, what they may hold, and what is said of what they may not."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bibcheck.cli import main
from bibcheck.rule import Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.settings.catalogue import Catalogue
from bibcheck.settings.find import Settings, SettingsError, SettingsFinder
from bibcheck.settings.schema import misfits, settings_schema
from bibcheck.settings.selection import CommandLine, Decision, Selection

OURS = 'dialect = "bibtex"\n'


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str | bytes) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)


def settings_for(folder: str, **options: Any) -> Settings:
    return SettingsFinder(**options).settings_for(os.path.abspath(folder))


def read(text: str) -> Settings:
    write("bibcheck.toml", text)
    return settings_for(".")


def found(folder: str) -> str | None:
    source = settings_for(folder).source
    return source.path if source else None


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, None),
        ({"bibcheck.toml": ""}, "bibcheck.toml"),
        ({"pyproject.toml": "[tool.bibcheck]"}, "pyproject.toml"),
        ({"pyproject.toml": "[tool.bibcheck]", "bibcheck.toml": ""}, "bibcheck.toml"),
        ({"pyproject.toml": "[tool.bibcheck]", "sub/bibcheck.toml": ""}, "sub/bibcheck.toml"),
        ({"bibcheck.toml": "", "sub/pyproject.toml": "[tool.bibcheck]"}, "sub/pyproject.toml"),
        ({"bibcheck.toml": "", "sub/pyproject.toml": "[tool.other]"}, "bibcheck.toml"),
        ({"bibcheck.toml": "", "sub/pyproject.toml": 'project.dependencies = ["bibcheck"]'}, "bibcheck.toml"),
        ({"bibcheck.toml": "", "sub/pyproject.toml": "[tool.others-are] broken"}, "bibcheck.toml"),
        ({"bibcheck.toml": "", "sub/.git": "gitdir: elsewhere"}, None),
        ({"bibcheck.toml": "", "sub/.git": "", "sub/bibcheck.toml": ""}, "sub/bibcheck.toml"),
        ({"bibcheck.toml": "", "sub/deep/.git": ""}, None),
    ],
)
def test_settings_are_found_upwards(files: dict[str, str], expected: str | None) -> None:
    Path("sub/deep").mkdir(parents=True)
    for name, text in files.items():
        write(name, text)
    assert found("sub/deep") == expected


def test_the_command_may_name_the_settings_or_want_none() -> None:
    write("bibcheck.toml", OURS)
    write("other/pyproject.toml", '[tool.bibcheck]\ndialect = "biblatex"\n')
    assert settings_for(".").table.dialect == "bibtex"
    assert settings_for(".", named="other/pyproject.toml").table.dialect == "biblatex"
    assert settings_for(".", isolated=True).table.dialect is None
    write("none/pyproject.toml", "[project]\n")
    with pytest.raises(SettingsError, match=r"^none/pyproject\.toml: there is no \[tool\.bibcheck\] in it$"):
        SettingsFinder("none/pyproject.toml")


def test_settings_may_be_written_by_windows() -> None:
    write("bibcheck.toml", b'\xef\xbb\xbfdialect = "bibtex"\r\nignore = [\r\n  "pages",\r\n]\r\n')
    settings = settings_for(".")
    assert settings.table.dialect == "bibtex"
    assert settings.origin("ignore", 0) == "bibcheck.toml:3"


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop", "dangling"])
def test_settings_that_are_no_file_are_an_error(capsys: pytest.CaptureFixture[str], kind: str) -> None:
    write("sub/a.bib", "")
    if kind == "folder":
        Path("bibcheck.toml").mkdir()
    elif kind == "pipe":
        os.mkfifo("bibcheck.toml")
    else:
        Path("bibcheck.toml").symlink_to("bibcheck.toml" if kind == "loop" else "nothing")
    assert main(["check", "sub/a.bib"]) == 2
    assert capsys.readouterr().err == "bibcheck: bibcheck.toml: this is no file, and settings are looked for in it\n"


def test_a_pyproject_that_is_no_file_is_nothing_to_us() -> None:
    Path("pyproject.toml").mkdir()
    assert found(".") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('slect = ["pages"]', "1:1: unknown setting `slect`; did you mean `select`?"),
        ("\n  [extra-select]", "2:4: unknown setting `extra-select`; did you mean `extend-select`?"),
        ("\n[rule.x]\ny = 1", "2:2: unknown setting `rule`; did you mean `rules`?"),
        ("zzz = 1", "1:1: unknown setting `zzz`"),
        ('dialect = "bibltex"', "1:11: `dialect` is `bibtex` or `biblatex`, and not `bibltex`; did you mean"),
        ("dialect = 1", "1:11: `dialect` must be `bibtex` or `biblatex`, and this is a whole number"),
        ('select = "pages"', "1:10: `select` must be a list of strings, and this is a string"),
        ("select = [\n  'pages',\n  'pagse' ]", "3:3: unknown rule or category `pagse`; did you mean `pages`?"),
        ("ignore = [1]", "1:11: `ignore` must be a rule or category, and this is a whole number"),
        ("include = [true]", "1:12: `include` must be a string, and this is true or false"),
        ("exclude = 1979-05-27", "1:11: `exclude` must be a list of strings, and this is a date or a time"),
        ("per-file-ignores = []", "1:20: `per-file-ignores` must be a table, and this is a list"),
        ('per-file-ignores."a.bib" = ["page"]', "1:29: unknown rule or category `page`; did you mean `pages`?"),
        ('rules.hyphen-in-rang = "off"', "1:1: unknown rule `hyphen-in-rang` in `rules`; did you mean `hyphen-in"),
        ('[rules]\nhyphen-in-range = "of"', "2:19: `rules.hyphen-in-range` is `error`, `warning` or `off`, and not"),
        ("rules.hyphen-in-range = true", "1:25: `rules.hyphen-in-range` must be `error`, `warning` or `off`, or a table"),
        ('rules.hyphen-in-range = { levle = "off" }', "1:27: unknown option `levle` in `rules.hyphen-in-range`; did"),
        ('rules.hyphen-in-range.level = "on"', "1:31: `rules.hyphen-in-range.level` is `error`, `warning` or"),
        ('entries.a = { why = "so" }', "1:1: `entries.a` lacks `ignore`"),
        ('entries.a.ignore = ["all"]', "1:21: unknown rule or category `all`"),
        ('entries.a = { ignore = ["pages"], because = "so" }', "1:35: unknown key `because` in `entries.a`"),
        ('venue-form = "short"', "1:14: `venue-form` is `full`, `abbreviated` or `acronym`, and not `short`"),
        ('venues.C = { forms = ["D"] }', "1:1: `venues.C` lacks `name`"),
        ('venues.C = { name = "D", dio = true }', "1:26: unknown key `dio` in `venues.C`"),
        ('venues.C = { name = "D", doi = "no" }', "1:32: `venues.C.doi` must be true or false, and this is a string"),
        ('venues.C = "D"', "1:12: `venues.C` must be a table, and this is a string"),
        ("[tool.bibcheck]\nselect = ['pages']", "1:2: `[tool.bibcheck]` is for pyproject.toml; here its keys stand at the top"),
        ("format.indent = 1000000000", "1:17: `format.indent` must be at most 1000, and this is 1000000000"),
        ("format.wrap = 1000000000", "1:15: `format.wrap` must be at most 10000, and this is 1000000000"),
        ("format.blank-lines = 1000000000", "1:22: `format.blank-lines` must be at most 1000, and this is 1000000000"),
        ("format.indent = " + "1" * 5000, "broken TOML: exceeds the limit (4300 digits) for integer string conversion"),
        ('preset = ["neurips"]', "1:11: unknown preset `neurips`; there are `aas`, `acl`, `acm`, `all`,"),
        ('fail-on = "off"', "1:11: `fail-on` is `error` or `warning`, and not `off`"),
        ('output-format = "jsn"', "1:17: "),
        ("a = ", "1:5: broken TOML: invalid value"),
        ("a = 1\nb = 'x", "2:7: broken TOML: "),
        ("a = 1\na = 2", "2:6: broken TOML: cannot overwrite a value"),
        ("a = " + "[" * 100_000, "nested too deeply"),
        (b"dialect = 'bibtex' # \xe9", "1:22: this is not UTF-8"),
    ],
)  # fmt: skip
def test_what_settings_may_not_hold_is_told_with_its_place(
    capsys: pytest.CaptureFixture[str], text: str | bytes, message: str
) -> None:
    write("bibcheck.toml", text)
    write("a.bib", "")
    assert main(["check", "a.bib"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("bibcheck: bibcheck.toml:")
    assert message in printed.err
    assert printed.err.index("\n") == len(printed.err) - 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.bibcheck]\nrules.x = 'off'\n", "2:1: unknown rule `x` in `rules`"),
        ("[tool.other]\n[tool.bibcheck.rules]\nx = 'off'\n", "3:1: unknown rule `x` in `rules`"),
        ("[tool]\nbibcheck = { slect = [] }\n", "2:14: unknown setting `slect`; did you mean `select`?"),
        ("tool.bibcheck.slect = []\n", "1:1: unknown setting `slect`; did you mean `select`?"),
        ("[tool]\nbibcheck = 0\n", "2:12: `tool.bibcheck` must be a table, and this is a whole number"),
        ("[bibcheck]\nselect = []\n", "1:2: in pyproject.toml this is called `[tool.bibcheck]`"),
        ("[tool.bibcheck]\n[tool.bibcheck]\n", "2:15: broken TOML: cannot declare"),
    ],
)
def test_places_in_pyproject(capsys: pytest.CaptureFixture[str], text: str, message: str) -> None:
    write("pyproject.toml", text)
    assert main(["check"]) == 2
    assert capsys.readouterr().err.startswith(f"bibcheck: pyproject.toml:{message}")


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({"type": "boolean"}, [True, False], [1, 0, "true"]),
        ({"type": "integer"}, [0, -3], [True, 1.0, "1"]),
        ({"type": "number"}, [0, 1.5], [False, "1"]),
        ({"type": "string"}, ["", "x"], [1, ["x"]]),
        ({"enum": ["a", "b"]}, ["a", "b"], ["c", 1, ["a"], {}]),
        ({"type": "array", "items": {"type": "string"}}, [[], ["x"]], ["x", [1], [["x"]]]),
    ],
)
def test_types_of_options(schema: dict[str, Any], good: list[object], bad: list[object]) -> None:
    assert not [value for value in good if list(misfits(value, schema))]
    assert not [value for value in bad if not list(misfits(value, schema))]


def test_every_rule_has_its_options_in_the_schema() -> None:
    rules = settings_schema(Catalogue())["properties"]["rules"]["properties"]
    assert list(rules) == list(rule_categories())
    for name, schema in rules.items():
        assert set(schema["anyOf"][1]["properties"]) == {"level", *load_rule(name).options()}
        defaults = {
            option: list(value) if isinstance(value := getattr(load_rule(name), option), tuple) else value
            for option in load_rule(name).options()
        }
        assert not list(misfits(defaults, schema))


@pytest.mark.parametrize(
    ("text", "command", "expected"),
    [
        ("", {}, ("warning", "default")),
        ("ignore = ['pages']", {}, ("off", "bibcheck.toml:1")),
        ("ignore = ['all']\nextend-select = ['pages']", {}, ("warning", "bibcheck.toml:2")),
        ("ignore = ['pages']\nselect = ['hyphen-in-range']", {}, ("warning", "bibcheck.toml:2")),
        ("ignore = ['pages']\nselect = ['all']", {}, ("off", "bibcheck.toml:1")),
        ("ignore = ['pages']\nselect = ['pages']", {}, ("off", "bibcheck.toml:1")),
        ("select = ['single-page-range']", {}, ("off", "bibcheck.toml:1")),
        ("select = ['single-page-range']\nrules.hyphen-in-range = 'error'", {}, ("error", "bibcheck.toml:2")),
        ("rules.hyphen-in-range = 'error'", {}, ("error", "bibcheck.toml:1")),
        ("rules.hyphen-in-range.level = 'error'", {}, ("error", "bibcheck.toml:1")),
        ("rules.hyphen-in-range = {}", {}, ("warning", "default")),
        ("rules.hyphen-in-range = 'off'", {}, ("off", "bibcheck.toml:1")),
        ("rules.hyphen-in-range = 'off'\nselect = ['all']", {}, ("off", "bibcheck.toml:1")),
        ("rules.hyphen-in-range = 'off'", {"select": ["pages"]}, ("off", "bibcheck.toml:1")),
        ("rules.hyphen-in-range = 'off'", {"select": ["hyphen-in-range"]}, ("warning", "command line")),
        ("rules.hyphen-in-range = 'error'", {"select": ["pages"]}, ("error", "command line")),
        ("rules.hyphen-in-range = 'error'", {"select": ["single-page-range"]}, ("off", "command line")),
        ("ignore = ['pages']", {"extend_select": ["pages"]}, ("warning", "command line")),
        ("ignore = ['hyphen-in-range']", {"extend_select": ["pages"]}, ("off", "bibcheck.toml:1")),
        ("ignore = ['hyphen-in-range']", {"select": ["all"]}, ("off", "bibcheck.toml:1")),
        ("extend-select = ['hyphen-in-range']", {"select": ["single-page-range"]}, ("off", "command line")),
        ("select = ['hyphen-in-range']", {"ignore": ["hyphen-in-range"]}, ("off", "command line")),
        ("select = ['hyphen-in-range']", {"ignore": ["pages"]}, ("warning", "bibcheck.toml:1")),
        ("", {"select": ["pages"], "ignore": ["pages"]}, ("off", "command line")),
        ("", {"select": ["single-page-range"], "extend_select": ["pages"]}, ("warning", "command line")),
    ],
)
def test_the_more_specific_name_decides_and_then_the_command_line(
    text: str, command: dict[str, list[str]], expected: tuple[str, str]
) -> None:
    level, origin = expected
    decided = Selection(read(text), CommandLine(**command)).decide("hyphen-in-range")
    assert decided == Decision(Level(level), origin)


def test_a_rule_that_is_off_runs_at_warning_once_it_is_selected() -> None:
    off = [name for name in rule_categories() if load_rule(name).level is Level.OFF]
    for name in off:
        assert Selection(read("")).decide(name) == Decision(Level.OFF, "default")
        assert Selection(read(""), CommandLine(extend_select=[name])).decide(name).level is Level.WARNING
        assert Selection(read(f"rules.{name} = 'error'")).decide(name).level is Level.ERROR


def test_rules_get_the_options_of_the_settings() -> None:
    options = [(name, option) for name in rule_categories() for option in load_rule(name).options()]
    if not options:
        pytest.skip("no rule has options")
    for name, option in options:
        default = getattr(load_rule(name), option)
        value = list(default) if isinstance(default, tuple) else default
        settings = read(f"rules.{name} = {{ level = 'error', {option} = {json.dumps(value)} }}")
        (rule,) = Selection(settings, CommandLine(select=[name])).rules()
        assert (rule.level_in_force, vars(rule)[option]) == (Level.ERROR, default)


def test_the_form_of_venues_is_set_for_all_rules_that_ask_for_one() -> None:
    write("bibcheck.toml", 'venue-form = "full"\n')
    selection = Selection(settings_for("."))
    assert selection.options("inconsistent-venue") == {"venue_form": "full"}
    assert selection.option_origin("inconsistent-venue") == "bibcheck.toml:1"
    assert selection.options("hyphen-in-range") == {}
    write("bibcheck.toml", 'venue-form = "full"\n[rules]\ninconsistent-venue = { venue_form = "acronym" }\n')
    assert Selection(settings_for(".")).options("inconsistent-venue") == {"venue_form": "acronym"}


def test_the_venues_of_a_project() -> None:
    write(
        "bibcheck.toml",
        '[venues]\n"MyConf" = { name = "My Conference on Things", forms = ["MyConf Days"], doi = false }\n',
    )
    (venue,) = settings_for(".").venues
    assert (venue.acronym, venue.name, venue.forms) == ("MyConf", "My Conference on Things", ("MyConf Days",))
    assert (venue.kind, venue.registers_in(2020)) == ("conference", "no")


def test_per_file_ignores_stand_for_rules() -> None:
    settings = read('per-file-ignores = { "a.bib" = ["pages"], "old" = ["hyphen-in-range"] }')
    ignored = Selection(settings).ignored
    pages = {rule for rule, category in rule_categories().items() if category == "pages"}
    assert ignored(os.path.abspath("a.bib")) == pages
    assert ignored(os.path.abspath("old/b.bib")) == {"hyphen-in-range"}
    assert ignored(os.path.abspath("b.bib")) == frozenset()
    assert ignored(os.path.abspath("../a.bib")) == frozenset()


def test_entries_are_silenced_with_the_place_of_the_name() -> None:
    text = '[entries]\n"x:1" = { why = "so", ignore = ["pages", "hyphen-in-range"] }\n'
    silenced = Selection(read(text)).entry_suppressions()
    assert [(one.key, one.name, one.path) for one in silenced] == [
        ("x:1", "pages", "bibcheck.toml"),
        ("x:1", "hyphen-in-range", "bibcheck.toml"),
    ]
    assert [text[one.span.start : one.span.end] for one in silenced] == ['"pages"', '"hyphen-in-range"']


def test_the_keys_of_entries_have_places() -> None:
    text = '[entries]\n"x:1" = { ignore = ["pages"] }\n[entries.b]\nignore = ["pages"]\n'
    places = Selection(read(text)).entry_places()
    assert {key: (path, text[span.start : span.end]) for key, (path, span) in places.items()} == {
        "x:1": ("bibcheck.toml", '"x:1"'),
        "b": ("bibcheck.toml", "entries.b"),
    }


@pytest.mark.parametrize("arguments", [[], ["."], ["a.bib"]])
def test_config_prints_toml_with_origins(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    write("a.bib", "")
    write(
        "bibcheck.toml",
        'dialect = "bibtex"\nignore = ["pages-prefix"]\nper-file-ignores = { "a.bib" = ["single-page-range"] }\n',
    )
    assert main(["config", *arguments, "--ignore", "hyphen-in-range", "--extend-select", "pages"]) == 0
    out = capsys.readouterr().out
    printed = tomllib.loads(out)
    assert printed["dialect"] == "bibtex"
    assert printed["include"] == ["**/*.bib"]
    assert printed["ignore"] == ["pages-prefix", "hyphen-in-range"]
    assert list(printed["rules"]) == list(rule_categories())
    assert printed["rules"]["hyphen-in-range"] == "off"
    assert printed["rules"]["single-page-range"] == ("off" if arguments == ["a.bib"] else "warning")
    lines = out.splitlines()
    assert 'dialect = "bibtex"  # bibcheck.toml:1' in lines
    assert 'include = ["**/*.bib"]  # default' in lines
    assert 'ignore = ["pages-prefix", "hyphen-in-range"]  # bibcheck.toml:2, command line' in lines
    assert 'hyphen-in-range = "off"  # command line' in lines


def test_config_without_settings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--select", "pages"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# .: no settings file\n# dialect is judged from each file  # default\n")
    assert 'select = ["pages"]  # command line\n' in out
    assert "extend-select = []  # default\n" in out


def test_the_schema_is_printed_and_takes_what_the_settings_may_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    good = {
        "dialect": "biblatex",
        "select": ["all"],
        "per-file-ignores": {"*.bib": ["pages"]},
        "rules": {"hyphen-in-range": {"level": "off"}, "single-page-range": "error"},
        "entries": {"a": {"ignore": ["pages"], "why": "so"}},
    }
    assert not list(misfits(good, schema))
    assert [misfit.keys for misfit in misfits({"rules": {"hyphen-in-range": {"x": 1}}}, schema)] == [
        ("rules", "hyphen-in-range", "x")
    ]
