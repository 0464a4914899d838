"""Presets: what their files hold, how they stack, and what the settings and the command line make of them."""

from __future__ import annotations

import re
import tomllib
from itertools import permutations
from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.knowledge.styles import styles
from bibcheck.rule import Level
from bibcheck.rules import load_rule, rule_categories
from bibcheck.settings.catalogue import Catalogue
from bibcheck.settings.find import Settings, read_settings
from bibcheck.settings.presets import preset_names, preset_text, read_preset
from bibcheck.settings.schema import misfits, settings_schema
from bibcheck.settings.selection import CommandLine, Decision, Selection

PRESETS = "aas acl acm all apa aps biblatex elsevier ieee integrity joss jss lncs strict typst".split()
RECOMMENDED = "missing-recommended-field"
ENTRY = "@article{a, title = {{On Trees}}, author = {Knuth, D. E.}, journal = {J}, year = 1984}\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def select(text: str = "", **command: list[str]) -> Selection:
    Path("bibcheck.toml").write_text(text, encoding="utf-8")
    return Selection(read_settings("bibcheck.toml", "."), CommandLine(**command))


def test_the_presets() -> None:
    assert preset_names() == PRESETS, "PRESETS, above, names all of them in order"
    assert all(re.fullmatch("[a-z]+", name) for name in preset_names()), "small letters alone"


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_holds_what_settings_may_hold(name: str) -> None:
    table = read_preset(name).raw
    assert [misfit.message for misfit in misfits(table, settings_schema(Catalogue()))] == []
    assert table.keys() <= {"dialect", "style", "extend-select", "ignore", "rules"}


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_names_its_sources_and_says_why_beside_each_rule(name: str) -> None:
    text = preset_text(name)
    assert text.startswith("# ")
    rules = read_preset(name).table.rules
    unexplained = [
        line
        for line in text.splitlines()
        if (line.split(" = ")[0] in rules or re.fullmatch(r' +"[a-z-]+",(?: +#.*)?', line)) and "  # " not in line
    ]
    assert unexplained == [], "say why in a comment behind each"


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_turns_on_what_it_names(name: str) -> None:
    table = read_preset(name).raw
    selection = select(preset := f'preset = ["{name}"]\n')
    for rule in table.get("extend-select", ()):
        if rule != "all":
            assert load_rule(rule).level is Level.OFF, f"{rule} runs anyway"
            assert selection.decide(rule) == Decision(Level.WARNING, f"preset {name}")
    assert selection.dialect == table.get("dialect")
    assert selection.rules()
    assert select(preset + 'select = ["pages"]').decide("missing-doi").level is Level.OFF


def test_all_is_every_rule() -> None:
    rules = select('venue-form = "full"', preset=["all"]).rules()
    # which has nothing to say where the form of venues is a policy
    assert [rule.name for rule in rules] == [name for name in rule_categories() if name != "mixed-venue-abbreviation"]


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("", {"mixed-venue-abbreviation"}),
        ("extend-select = ['all']", {"mixed-venue-abbreviation"}),
        ("extend-select = ['abbreviated-venue', 'unabbreviated-venue']", {"mixed-venue-abbreviation"}),
        ("extend-select = ['abbreviated-venue']", {"abbreviated-venue"}),
        ("extend-select = ['all', 'abbreviated-venue']", {"abbreviated-venue"}),
        ("preset = ['ieee']\nextend-select = ['abbreviated-venue']", {"abbreviated-venue"}),
        ("extend-select = ['all']\nvenue-form = 'full'", {"abbreviated-venue", "unabbreviated-venue"}),
    ],
)
def test_contrary_policies_are_silent_together(text: str, running: set[str]) -> None:
    names = {rule.name for rule in select(text).rules()}
    assert names & {"abbreviated-venue", "unabbreviated-venue", "mixed-venue-abbreviation"} == running


@pytest.mark.parametrize(("first", "second"), [*permutations(PRESETS, 2)])
def test_presets_stack(first: str, second: str) -> None:
    before, alone, both = select(preset=[first]), select(preset=[second]), select(preset=[first, second])
    for rule in rule_categories():
        decision = alone.decide(rule)
        if decision.origin == f"preset {second}" and second != "all":
            assert both.decide(rule) == decision
        assert both.options(rule) == {**before.options(rule), **alone.options(rule)}
    assert both.dialect == (alone.dialect or before.dialect)


@pytest.mark.parametrize(
    ("text", "command", "rule", "expected"),
    [
        ("", {}, "double-braced-title", ("off", "default")),
        ("preset = ['joss']", {}, "double-braced-title", ("warning", "preset joss")),
        ("preset = ['joss']", {}, "missing-doi", ("warning", "preset joss")),
        ("preset = ['joss', 'ieee']", {}, "missing-doi", ("off", "preset ieee")),
        ("preset = ['ieee', 'joss']", {}, "missing-doi", ("warning", "preset joss")),
        ("preset = ['typst', 'ieee']", {}, "malformed-month", ("warning", "preset ieee")),
        ("preset = ['ieee', 'typst']", {}, "malformed-month", ("error", "preset typst")),
        ("preset = ['ieee']\nrules.missing-doi = 'error'", {}, "missing-doi", ("error", "bibcheck.toml:2")),
        ("preset = ['ieee']\nselect = ['missing-doi']", {}, "missing-doi", ("warning", "bibcheck.toml:2")),
        # The settings go before presets even where these are more specific.
        ("preset = ['joss']\nignore = ['titles']", {}, "double-braced-title", ("off", "bibcheck.toml:2")),
        ("preset = ['joss']\nignore = ['all']", {}, "missing-doi", ("off", "bibcheck.toml:2")),
        ("preset = ['ieee']\nextend-select = ['identifiers']", {}, "missing-doi", ("warning", "bibcheck.toml:2")),
        ("preset = ['joss']\nselect = ['pages']", {}, "double-braced-title", ("off", "bibcheck.toml:2")),
        ("preset = ['joss']\nselect = ['pages']", {}, "hyphen-in-range", ("warning", "bibcheck.toml:2")),
        ("preset = ['typst']\nselect = ['dates']", {}, "malformed-month", ("error", "bibcheck.toml:2")),
        ("preset = ['all', 'ieee']", {}, "missing-doi", ("off", "preset ieee")),
        ("preset = ['ieee', 'all']", {}, "missing-doi", ("off", "preset ieee")),
        ("preset = ['joss']", {"ignore": ["titles"]}, "double-braced-title", ("off", "command line")),
        ("preset = ['joss']", {"select": ["pages"]}, "double-braced-title", ("off", "command line")),
        ("preset = ['ieee']", {"select": ["missing-doi"]}, "missing-doi", ("warning", "command line")),
        ("preset = ['joss']", {"preset": ["acl"]}, "double-braced-title", ("off", "default")),
        ("preset = ['joss']", {"preset": ["acl"]}, "non-ascii", ("warning", "preset acl")),
        ("ignore = ['non-ascii']", {"preset": ["acl"]}, "non-ascii", ("off", "bibcheck.toml:1")),
    ],
)
def test_a_later_preset_goes_before_an_earlier_one_and_the_settings_before_all(
    text: str, command: dict[str, list[str]], rule: str, expected: tuple[str, str]
) -> None:
    level, origin = expected
    assert select(text, **command).decide(rule) == Decision(Level(level), origin)


def test_options_merge_one_by_one() -> None:
    preset = "preset = ['biblatex']\n"
    assert select(preset).options("wrong-dialect") == {"pure": True}
    assert select(preset + "rules.wrong-dialect.allow = ['year']").options("wrong-dialect") == {
        "pure": True,
        "allow": ("year",),
    }
    assert select(preset + "rules.wrong-dialect.pure = false").options("wrong-dialect") == {"pure": False}
    assert select(preset + "rules.wrong-dialect = 'error'").options("wrong-dialect") == {"pure": True}
    stacked = select("preset = ['acm', 'biblatex', 'elsevier']")
    assert stacked.options("wrong-dialect") == {"pure": True, "allow": tuple(_rule("acm", "wrong-dialect")["allow"])}
    fields = stacked.options(RECOMMENDED)["fields"]
    assert fields == tuple(_rule("elsevier", RECOMMENDED)["fields"])


def _rule(preset: str, rule: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = read_preset(preset).raw["rules"][rule]
    return table


@pytest.mark.parametrize(
    ("text", "command", "dialect", "origin"),
    [
        ("", {}, None, "default"),
        ("preset = ['joss']", {}, None, "default"),
        ("preset = ['biblatex']", {}, "biblatex", "preset biblatex"),
        ("preset = ['biblatex', 'acl']", {}, "bibtex", "preset acl"),
        ("preset = ['acl', 'joss']", {}, "bibtex", "preset acl"),
        ("preset = ['acl']\ndialect = 'biblatex'", {}, "biblatex", "bibcheck.toml:2"),
        ("dialect = 'biblatex'", {"preset": ["acl"]}, "biblatex", "bibcheck.toml:1"),
        ("preset = ['acl']", {"preset": ["joss"]}, None, "default"),
    ],
)
def test_dialect(text: str, command: dict[str, list[str]], dialect: str | None, origin: str) -> None:
    selection = select(text, **command)
    assert (selection.dialect, selection.dialect_origin) == (dialect, origin)


@pytest.mark.parametrize(
    ("text", "style", "origin"),
    [
        ("", None, "default"),
        ("style = 'siamplain'", "siamplain", "bibcheck.toml:1"),
        ("preset = ['ieee']", "IEEEtran", "preset ieee"),
        ("preset = ['ieee', 'lncs', 'joss']", "splncs04", "preset lncs"),
        ("preset = ['ieee']\nstyle = 'plainnat'", "plainnat", "bibcheck.toml:2"),
    ],
)
def test_style(text: str, style: str | None, origin: str) -> None:
    selection = select(text)
    assert (selection.style, selection.style_origin) == (style, origin)


@pytest.mark.parametrize("name", PRESETS)
def test_what_the_style_of_a_preset_prints_is_known(name: str) -> None:
    style = read_preset(name).table.style
    assert style is None or style in styles()


def test_without_settings_there_is_no_preset() -> None:
    selection = Selection(Settings("."))
    assert (selection.presets, selection.dialect) == ([], None)


@pytest.mark.parametrize(
    ("arguments", "settings", "rules"),
    [
        ([], "", set()),
        (["--preset", "joss"], "", {"double-braced-title"}),
        (["--preset", "joss,acl"], "", {"double-braced-title", "abbreviated-given-name", RECOMMENDED}),
        (["--preset", "joss", "--preset", "acl", "--ignore", "names"], "", {"double-braced-title", RECOMMENDED}),
        ([], "preset = ['joss']", {"double-braced-title"}),
        (["--preset", "acl"], "preset = ['joss']", {"abbreviated-given-name", RECOMMENDED}),
        (["--isolated"], "preset = ['joss']", set()),
    ],
)  # fmt: skip
def test_a_run_with_presets(
    capsys: pytest.CaptureFixture[str], arguments: list[str], settings: str, rules: set[str]
) -> None:
    Path("bibcheck.toml").write_text(settings, encoding="utf-8")
    Path("a.bib").write_text(ENTRY, encoding="utf-8")
    assert main(["check", "--output-format", "concise", "a.bib", *arguments]) == (1 if rules else 0)
    assert {line.split(" ")[2] for line in capsys.readouterr().out.splitlines()} == rules


@pytest.mark.parametrize(
    ("arguments", "settings", "message"),
    [
        (["--preset", "elsvier"], "", "--preset: unknown preset `elsvier`; did you mean `elsevier`?"),
        (["--preset", "acm,zzzz"], "", "--preset: unknown preset `zzzz`"),
        (["--preset", " , "], "", "--preset: no preset is named"),
        ([], 'preset = [\n  "elsvier" ]', "bibcheck.toml:2:3: unknown preset `elsvier`; did you mean `elsevier`?"),
        ([], 'preset = "acm"', "bibcheck.toml:1:10: `preset` must be a list of strings, and this is a string"),
        ([], "preset = ['../acm']", "bibcheck.toml:1:11: unknown preset `../acm`"),
    ],
)
def test_an_unknown_preset(
    capsys: pytest.CaptureFixture[str], arguments: list[str], settings: str, message: str
) -> None:
    Path("bibcheck.toml").write_text(settings, encoding="utf-8")
    Path("a.bib").write_text(ENTRY, encoding="utf-8")
    assert main(["check", "a.bib", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"bibcheck: {message}")


def test_config_shows_what_presets_do_and_their_own_text(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bibcheck.toml").write_text("rules.missing-doi = 'error'\n", encoding="utf-8")
    assert main(["config", "--preset", "acl,acm"]) == 0
    out = capsys.readouterr().out
    printed = tomllib.loads(out)
    assert printed["preset"] == ["acl", "acm"]
    assert printed["rules"][RECOMMENDED]["fields"] == _rule("acm", RECOMMENDED)["fields"]
    lines = out.splitlines()
    assert 'preset = ["acl", "acm"]  # command line' in lines
    assert 'dialect = "bibtex"  # preset acl' in lines
    assert 'style = "ACM-Reference-Format"  # preset acm' in lines
    assert 'non-ascii = "warning"  # preset acl' in lines
    assert 'missing-doi = "error"  # bibcheck.toml:1' in lines
    for name in ("acl", "acm"):
        shown = "\n".join(f"# {line}".rstrip() for line in preset_text(name).splitlines())
        assert f"# preset {name}:\n{shown}\n" in out
