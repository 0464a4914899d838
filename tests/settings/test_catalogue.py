"""Rules that the settings add: house rules of a pattern, and those of plugins."""

from __future__ import annotations

import importlib
import json
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bibcheck.cli import main
from bibcheck.engine.linter import Linter
from bibcheck.rule import Finding, Fix, Level
from bibcheck.rules import rule_categories
from bibcheck.settings.catalogue import Catalogue
from bibcheck.settings.find import read_settings
from bibcheck.settings.selection import CommandLine, Selection
from bibcheck.settings.table import SettingsTable
from bibcheck.source import Source
from tests.applying import apply

HOTOS = """
[[custom]]
name = "expand-hotos"
field = "booktitle"
pattern = '\\bHotOS\\b'
message = "write the workshop's name out"
replace = "Workshop on Hot Topics in Operating Systems"
"""
PAPER = "@inproceedings{a, title = {HotOS}, booktitle = {HotOS 2017}}\n"
PLUGIN = """
from __future__ import annotations

from bibcheck.rule import Finding, Level, Rule
from bibcheck.rules.pages.hyphen_in_range import HyphenInRange


class _Word(Rule):
    def check(self, bib):
        for field in bib.fields("title"):
            at = field.text.lower().find(self.word)
            if at >= 0:
                yield self.finding(field.span(at, at + len(self.word)), f"title holds `{self.word}`")


class ForbiddenWord(_Word):
    \"\"\"Keep words out of titles.\"\"\"

    name = "forbidden-word"
    level = Level.ERROR
    word: str = "novel"


class ColdWord(_Word):
    \"\"\"Keep cold words out of titles.\"\"\"

    name = "cold-word"
    level = Level.OFF
    word = "ice"
"""
Report = Callable[..., tuple[int, list[str]]]


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder."""
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """`installed(module text, *entry points)`: as if a distribution with the module `house_rules` were installed."""
    home = tmp_path / "site"
    home.mkdir()
    monkeypatch.syspath_prepend(str(home))

    def install(text: str, *points: str) -> None:
        (home / "house_rules.py").write_text(text, encoding="utf-8")
        information = home / "house_rules-1.0.dist-info"
        information.mkdir()
        (information / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n")
        lines = "\n".join(points or ("house = house_rules",))
        (information / "entry_points.txt").write_text(f"[bibcheck.rules]\n{lines}\n", encoding="utf-8")
        importlib.invalidate_caches()

    yield install
    sys.modules.pop("house_rules", None)


def lint(settings: str, text: str, **command: list[str]) -> list[Finding]:
    Path("bibcheck.toml").write_text(settings, encoding="utf-8")
    selection = Selection(read_settings("bibcheck.toml", "."), CommandLine(**command))
    linter = Linter(selection.rules(), known_names=selection.catalogue.selectors)
    linter.add(Source("a.bib", text))
    return linter.finish().findings


def custom(text: str, table: str) -> list[Finding]:
    """What one house rule finds."""
    settings = f'[[custom]]\nname = "house"\nmessage = "not so"\n{textwrap.dedent(table)}'
    return lint(settings, text, select=["custom"])


def test_a_house_rule_is_a_rule() -> None:
    Path("bibcheck.toml").write_text(HOTOS, encoding="utf-8")
    catalogue = read_settings("bibcheck.toml", ".").catalogue
    rule = catalogue.load("expand-hotos")
    assert (rule.name, rule.category, rule.level, rule.fix) == ("expand-hotos", "custom", Level.WARNING, Fix.SAFE)
    assert catalogue.expand(["custom"]) == {"expand-hotos"}
    assert catalogue.expand(["all"]) == {"expand-hotos", *rule_categories()}
    (finding,) = lint(HOTOS, PAPER, select=["custom"])
    assert PAPER[finding.span.start : finding.span.end] == "HotOS"
    assert (finding.message, finding.key, finding.field) == ("write the workshop's name out", "a", "booktitle")
    assert "{Workshop on Hot Topics in Operating Systems 2017}" in apply(PAPER, [finding])


@pytest.mark.parametrize(
    ("text", "table", "found"),
    [
        ("@article{a, title = {a novel b}}", "field = 'title'\npattern = 'novel'", ["novel"]),
        ("@article{a, TITLE = {a Novel b}}", "field = 'Title'\npattern = '(?i)novel'", ["Novel"]),
        ("@article{a, title = {a Novel b}}", "field = 'title'\npattern = 'novel'", []),
        ("@article{a, note = {novel}}", "field = 'title'\npattern = 'novel'", []),
        ("@article{a, note = {x}, title = {x x}}", "field = ['title', 'note']\npattern = 'x'", ["x", "x", "x"]),
        ("@article{a, title = {x}}", "field = ['title', 'TITLE']\npattern = 'x'", ["x"]),
        ("@article{a, title = {x}}\n@Book{b, title = {x}}", "field = 'title'\npattern = 'x'\ntypes = ['book']", ["x"]),
        ("@article{a, title = {x}}", "field = 'title'\npattern = 'x'\ntypes = ['Article', 'misc']", ["x"]),
        ('@string{s = "x y"}\n@article{a, title = s # { x}}', "field = 'title'\npattern = 'x$'", ["x"]),
        ('@string{s = "x y"}\n@article{a, title = s}', "field = 'title'\npattern = 'x'", ["s"]),
        ("@article{a, title = {Trees}}", "field = 'title'\npattern = '^(?!.*DOI)'", [""]),
    ],
)
def test_a_pattern_is_looked_for_in_the_fields_and_types(text: str, table: str, found: list[str]) -> None:
    spans = [finding.span for finding in custom(text, table)]
    assert [text[span.start : span.end] for span in spans] == found


@pytest.mark.parametrize(
    ("value", "pattern", "replacement", "expected"),
    [
        ("{HotOS}", "HotOS", "Hot Topics", "{Hot Topics}"),
        ("{vol 12, vol 3}", r"vol (\d+)", r"\1", "{12, 3}"),
        ("{12/3}", r"(?P<a>\d+)/(?P<b>\d+)", r"\g<b>(\g<a>)", "{3(12)}"),
        ("{a-b}", "a(x)?-b", r"\1c", "{c}"),
        ("{a  b}", "  +", "", "{ab}"),
        ("{Tex}", "Tex", r"\\TeX{}", r"{\TeX{}}"),
        ('"x"', "x", "y", '"y"'),
        # What holds the pattern again would be mended without end.
        ("{IEEE}", "IEEE", "{IEEE}", "{IEEE}"),
        ("{IEEE}", r"(?<!\{)\bIEEE\b", "{IEEE}", "{{IEEE}}"),
        # What a macro says does not stand here.
        ("jan", "January", "x", "jan"),
        ("{Jan}uary", "January", "x", "{Jan}uary"),
    ],
)  # fmt: skip
def test_a_replacement_may_have_groups(value: str, pattern: str, replacement: str, expected: str) -> None:
    text = f"@string{{jan = {{January}}}}\n@article{{a, note = {value}}}\n"
    table = f"field = 'note'\npattern = '{pattern}'\nreplace = '{replacement}'"
    findings = custom(text, table)
    assert apply(text, findings) == text.replace(f"note = {value}", f"note = {expected}")


@pytest.mark.parametrize(
    ("settings", "command", "level"),
    [
        ("", {}, "warning"),
        ('level = "error"', {}, "error"),
        ('level = "off"', {}, None),
        ('level = "off"', {"extend_select": ["custom"]}, "warning"),
        ('rules.expand-hotos = "error"', {}, "error"),
        ('rules.expand-hotos = "off"', {}, None),
        ('ignore = ["custom"]', {}, None),
        ('ignore = ["expand-hotos"]', {}, None),
        ('select = ["custom"]', {}, "warning"),
        ('per-file-ignores = {"a.bib" = ["custom"]}', {}, None),
        ('preset = ["all"]', {}, "warning"),
        ("", {"ignore": ["expand-hotos"]}, None),
        ("", {"select": ["expand-hotos"]}, "warning"),
        ("", {"select": ["pages"]}, None),
    ],
)
def test_a_house_rule_is_selected_like_any_other(
    capsys: pytest.CaptureFixture[str], settings: str, command: dict[str, list[str]], level: str | None
) -> None:
    before, after = ("", settings) if settings.startswith("level") else (settings, "")
    Path("bibcheck.toml").write_text(before + HOTOS + after, encoding="utf-8")
    Path("a.bib").write_text(PAPER, encoding="utf-8")
    options = [f"--{name.replace('_', '-')}={','.join(names)}" for name, names in command.items()]
    main(["check", "--output-format", "jsonl", *options, "a.bib"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["level"] for one in found if one["rule"] == "expand-hotos"] == ([level] if level else [])


@pytest.mark.parametrize(
    ("above", "entries", "found"),
    [
        ("% bibcheck: ignore expand-hotos -- as printed", "", []),
        ("% bibcheck: ignore custom", "", []),
        ("% bibcheck: ignore-file expand-hotos", "", []),
        ("", '[entries]\na = { ignore = ["expand-hotos"] }\n', []),
        ("", '[entries]\na = { ignore = ["custom"] }\n', []),
        ("", '[entries]\nb = { ignore = ["custom"] }\n', ["expand-hotos"]),
        ("% bibcheck: ignore pages-prefix", "", ["expand-hotos"]),
        ("% bibcheck: ignore expand-hotso", "", ["unused-suppression", "expand-hotos"]),
    ],
)
def test_a_house_rule_is_suppressed_like_any_other(
    capsys: pytest.CaptureFixture[str], above: str, entries: str, found: list[str]
) -> None:
    Path("bibcheck.toml").write_text(entries + HOTOS, encoding="utf-8")
    Path("a.bib").write_text(f"{above}\n{PAPER}", encoding="utf-8")
    main(["check", "--output-format", "jsonl", "--select", "custom,unused-suppression", "a.bib"])
    assert [json.loads(line)["rule"] for line in capsys.readouterr().out.splitlines()] == found


def test_a_house_rule_of_one_folder_may_be_named_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sub").mkdir()
    Path("sub/bibcheck.toml").write_text(HOTOS, encoding="utf-8")
    for name in ("a.bib", "sub/b.bib"):
        Path(name).write_text(PAPER, encoding="utf-8")
    assert main(["check", "--output-format", "concise", "--select", "expand-hotos"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "sub/b.bib:1:49: warning expand-hotos write the workshop's name out [*]"
    ]
    assert main(["check", "--select", "expand-hotos", "a.bib"]) == 2
    assert "--select: unknown rule or category `expand-hotos`" in capsys.readouterr().err


def test_a_house_rule_has_a_manual_page_and_stands_in_the_settings_in_force(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("bibcheck.toml").write_text(HOTOS, encoding="utf-8")
    assert main(["rule", "expand-hotos"]) == 0
    assert capsys.readouterr().out == (
        "expand-hotos (custom, level warning, fix safe, scope entry)\n\n"
        "write the workshop's name out.\n\nA house rule of this project: `\\bHotOS\\b` in booktitle.\n"
    )
    assert main(["config"]) == 0
    printed = capsys.readouterr().out
    assert 'expand-hotos = "warning"  # default\n' in printed
    assert main(["config", "--schema"]) == 0
    assert "expand-hotos" in json.loads(capsys.readouterr().out)["properties"]["rules"]["properties"]
    Path("bibcheck.toml").write_text(printed, encoding="utf-8")
    assert main(["config"]) == 0
    assert "expand-hotos" in capsys.readouterr().out


def test_the_list_of_rules_is_there_even_if_the_settings_are_broken(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bibcheck.toml").write_text('select = ["hyphen-in-rage"]', encoding="utf-8")
    assert main(["rule"]) == 0
    printed = capsys.readouterr()
    assert "\n  hyphen-in-range " in printed.out
    assert printed.err.startswith(
        "bibcheck: bibcheck.toml:1:11: unknown rule or category `hyphen-in-rage`; did you mean"
    )


def test_a_pattern_is_not_tried_on_what_would_take_too_long() -> None:
    table = "field = 'note'\npattern = '.*a.*b.*c'"
    short, long = custom("@article{a, note = {abc}}", table), custom(f"@article{{a, note = {{{'a' * 3000}}}}}", table)
    assert [finding.message for finding in short] == ["not so"]
    assert [finding.message for finding in long] == [
        "the value has 3000 characters, and the pattern is tried on up to 100: possessive repetitions (`*+`, `++`) "
        "make it faster"
    ]


def replacing(*rules: str) -> str:
    """Settings with house rules, each `field pattern replacement`, named a, b, c."""
    tables = []
    for name, rule in zip("abc", rules, strict=False):
        field, pattern, replacement = rule.split(" ")
        tables.append(
            f"[[custom]]\nname='{name}'\nmessage='m'\nfield='{field}'\npattern='{pattern}'\nreplace='{replacement}'\n"
        )
    return "".join(tables)


@pytest.mark.parametrize(
    ("rules", "place", "names"),
    [
        (("note a bb", "note b aa"), "6:9", "ba"),
        (("note a b", "note b c", "note c a"), "6:9", "bca"),
        (("note x y", "note a bb", "note b aa"), "12:9", "cb"),
    ],
)
def test_house_rules_that_undo_one_another_are_refused(
    capsys: pytest.CaptureFixture[str], rules: tuple[str, ...], place: str, names: str
) -> None:
    held = ", whose replacement holds that of ".join(f"`{name}`" for name in names)
    message = f"{place}: fixing would not end: this replacement holds the pattern of {held}\n"
    assert_refused(capsys, replacing(*rules), message)


@pytest.mark.parametrize(
    "rules",
    [
        ("note a bb",),
        ("note a b", "note b c"),
        ("note a b", "title b a"),
        ("note a aa", "note b bb"),
        ("note a b", "note c a"),
    ],
)
def test_house_rules_may_follow_one_another(rules: tuple[str, ...]) -> None:
    Path("bibcheck.toml").write_text(replacing(*rules), encoding="utf-8")
    assert read_settings("bibcheck.toml", ".").catalogue.expand(["custom"]) == set("abc"[: len(rules)])


def demanded(text: str, table: str, *more: str) -> list[str]:
    """The messages of one house rule, with the text that each is about."""
    Path("bibcheck.toml").write_text(f"[[custom]]\nname = 'house'\n{table}", encoding="utf-8")
    selection = Selection(read_settings("bibcheck.toml", "."), CommandLine(select=["custom"]))
    linter = Linter(selection.rules(), known_names=selection.catalogue.selectors)
    texts = {f"{name}.bib": each for name, each in zip("abc", (text, *more), strict=False)}
    for path, each in texts.items():
        linter.add(Source(path, each))
    found = linter.finish().findings
    return [f"{texts[one.path][one.span.start : one.span.end]}: {one.message}" for one in found]


@pytest.mark.parametrize(
    ("text", "table", "found"),
    [
        ("@article{a, title = {T}}", "require = ['doi|url']", ["a: no `doi` or `url` in `@article`"]),
        ("@article{a, title = {T}}", "require = ['doi']\nmessage = 'say where'", ["a: say where: no `doi` in `@article`"]),
        ("@article{a, doi = {}}", "require = ['doi']", ["a: no `doi` in `@article`"]),
        ("@Article{a, title = {T}}", "require = ['book: isbn', 'article: doi']", ["a: no `doi` in `@article`"]),
        ("@article{a, title = {T}}\n@book{b, title = {T}}", "require = ['doi']\ntypes = ['book']", ["b: no `doi` in `@book`"]),
        ("@article{a, URL = {x}}", "require = ['doi|url']", []),
        ("@book{a, title = {T}}", "require = ['article: doi']", []),
        ("@article{a, crossref = {elsewhere}}", "require = ['journal']", []),
        ("@article{a, crossref = {b}}\n@book{b, journal = {J}}", "require = ['article: journal']", []),
        ("@xdata{a, title = {T}}\n@control{b}\n@IEEEtranBSTCTL{c}\n@set{d}", "require = ['doi']", []),
    ],
)  # fmt: skip
def test_fields_may_be_required(text: str, table: str, found: list[str]) -> None:
    assert demanded(text, table) == found


KEYWORDS = "field = 'keywords'\nallowed = ['measured', 'modelled']\n"


@pytest.mark.parametrize(
    ("text", "table", "found"),
    [
        ("@misc{a, keywords = {mesured}}", KEYWORDS, ["mesured: `mesured` is none of `measured`, `modelled`"]),
        ("@misc{a, keywords = { x,\n measured , y z }}", KEYWORDS + "separator = ','", [
            "x: `x` is none of `measured`, `modelled`", "y z: `y z` is none of `measured`, `modelled`"]),
        ("@misc{a, keywords = {x}}", KEYWORDS + "message = 'odd'", ["x: odd: `x` is none of `measured`, `modelled`"]),
        ("@misc{a, lang = {germn}}", "field = 'lang'\nallowed = ['german', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']", [
            "germn: `germn` is not allowed in `lang`; did you mean `german`?"]),
        ("@misc{a, keywords = {measured}}\n@misc{b, keywords = {modelled}}", KEYWORDS, []),
        ("@misc{a, keywords = {measured, , modelled,}}", KEYWORDS + "separator = ','", []),
        ("@misc{a, keywords = {}}\n@misc{b, keywords = undefined}\n@misc{c, note = {x}}", KEYWORDS, []),
        ("@string{m = {measured}}\n@misc{a, keywords = m}", KEYWORDS, []),
        ("@misc{a, keywords = {x}}", KEYWORDS + "types = ['book']", []),
    ],
)  # fmt: skip
def test_values_may_be_limited(text: str, table: str, found: list[str]) -> None:
    assert demanded(text, table) == found


@pytest.mark.parametrize(
    ("texts", "table", "found"),
    [
        (["@misc{a, mr = {1}}\n@misc{b, mr = {2}}\n@misc{c, mr = 1}"], "field = 'mr'", ["1: `c` has the `mr` of `a`"]),
        (["@misc{a, mr = {1}}", "@misc{b, mr = {1}}"], "field = 'mr'\nmessage = 'so'", ["{1}: so: `b` has the `mr` of `a`"]),
        (["@misc{a, mr = {1 \n 2}}\n@misc{b, mr = {1 2}}"], "field = 'mr'", ["{1 2}: `b` has the `mr` of `a`"]),
        (["@misc{a, x = {1}, y = {1}}"], "field = ['x', 'y']", []),
        (["@misc{a, mr = {1}, mr = {1}}"], "field = 'mr'", []),
        (["@misc{a, mr = {}}\n@misc{b, mr = {}}\n@misc{c, mr = m}\n@misc{d, mr = m}"], "field = 'mr'", []),
        (["@misc{a, mr = {1}}\n@book{b, mr = {1}}"], "field = 'mr'\ntypes = ['book']", []),
    ],
)  # fmt: skip
def test_values_may_have_to_be_unique(texts: list[str], table: str, found: list[str]) -> None:
    assert demanded(texts[0], f"{table}\nunique = true", *texts[1:]) == found


@pytest.mark.parametrize(
    ("text", "order", "found"),
    [
        ("@misc{b}\n@misc{a}\n@misc{c}", "'key'", ["a: `a` belongs before `b`, sorted by key"]),
        ("@misc{b}\n@misc{c}\n@misc{a}", "'key'", ["a: `a` belongs before `b`, sorted by key"]),
        ("@misc{a}\n@misc{z}\n@misc{b}\n@misc{c}", "'key'", ["z: `z` belongs after `c`, sorted by key"]),
        ("@misc{a, year = 2000}\n@misc{b, year = 2001}", "'-year', 'key'", ["b: `b` belongs before `a`, sorted by -year, key"]),
        ("@misc{a}\n@misc{B}\n@misc{c}", "'key'", []),
        ("@misc{b, year = 1999}\n@misc{a, year = 2000}\n@misc{c}", "'year'", []),
        ("@misc{a}", "'key'", []),
        ("", "'key'", []),
        # What others cross-reference stays below them.
        ("@inproceedings{b, crossref = {a}}\n@proceedings{a, title = {T}}", "'key'", []),
    ],
)  # fmt: skip
def test_entries_may_have_to_be_in_order(text: str, order: str, found: list[str]) -> None:
    assert demanded(text, f"order = [{order}]") == found


HOUSE = '[[custom]]\nname = "house"\nfield = "title"\nmessage = "m"\npattern = '
FULL = HOUSE + '"x"\n'


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (FULL + 'filed = "title"\n', "6:1: unknown key `filed` in `custom`; did you mean `field`?"),
        (HOUSE + "'('\n", "5:11: this is no regular expression: missing ), unterminated subpattern at position 0"),
        (HOUSE + "'a{99999999999999999999}'\n", "5:11: this is no regular expression: the repetition number"),
        (HOUSE + "1\n", "5:11: `custom.pattern` must be a string, and this is a whole number"),
        (FULL + "replace = '\\1'\n", "6:11: this is no replacement for the pattern: invalid group reference 1"),
        (FULL + "replace = '\\g<y>'\n", "6:11: this is no replacement for the pattern: unknown group name 'y'"),
        (FULL + "replace = '\\q'\n", "6:11: this is no replacement for the pattern: bad escape \\q"),
        (HOUSE + "'(a+)+$'\n", "5:11: this pattern may never end: it repeats what can match in several ways; make the inner"),
        (HOUSE + "'[[a]'\n", "5:11: later versions of Python may read this pattern otherwise: possible nested set at"),
        ("[[custom]]\nname = 'x'\npattern = 'x'\nmessage = 'm'", "1:3: `custom` lacks `field`, which `pattern` needs"),
        ("[[custom]]\nname = 'x'\npattern = 'x'\nfield = []\nmessage = 'm'", "1:3: `custom` lacks `field`, which"),
        ("[[custom]]\nname = 'x'\npattern = 'x'\nfield = 'x'", "1:3: `custom` lacks `message`, which `pattern` needs"),
        ("[[custom]]\nname = 'x'\nunique = true", "1:3: `custom` lacks `field`, which `unique` needs"),
        ("[[custom]]\nname = 'x'\nunique = false", "1:3: `custom` lacks `pattern`, `require`, `allowed`, `unique` or"),
        ("[[custom]]\nname = 'x'\nunique = 1", "3:10: `custom.unique` must be true or false, and this is a whole number"),
        ("[[custom]]\nname = 'x'\nfield = 'y'\nunique = true\nallowed = ['z']", "4:10: `unique` does not go with `allowed`"),
        ("[[custom]]\nname = 'x'\nrequire = ['y']\nreplace = 'z'", "4:11: `replace` does not go with `require`"),
        ("[[custom]]\nname = 'x'\norder = ['key']\nfield = 'z'", "4:9: `field` does not go with `order`"),
        ("[[custom]]\nname = 'x'\norder = ['keys']", "3:10: unknown sort key `keys`; did you mean `key`?"),
        (FULL + 'level = "info"\n', "6:9: `custom.level` is `error`, `warning` or `off`, and not `info`"),
        (FULL + 'types = "book"\n', "6:9: `custom.types` must be a list of strings, and this is a string"),
        (FULL.replace('"title"', "['title', 1]"), "3:19: `custom.field` must be a string, and this is a whole number"),
        (FULL.replace("house", "House_1"), "2:8: `custom.name` is lower-case letters and hyphens, and not `House_1`"),
        (
            "cite-commands = ['\\my cite']",
            "1:18: `cite-commands` is a command such as `\\mycite` or `\\quoted{text}{keys}`, and not `\\my cite`",
        ),
        ("cite-commands = ['\\cite{keys']", "1:18: `cite-commands` is a command such as"),
        ("cite-commands = 'mycite'", "1:17: `cite-commands` must be a list of strings, and this is a string"),
        (FULL.replace("house", ""), "2:8: `custom.name` is lower-case letters and hyphens, and not ``"),
        (FULL.replace('"house"', r'"house\n"'), "2:8: `custom.name` is lower-case letters and hyphens, and not"),
        (FULL.replace("house", "missing-doi"), "2:8: there is a rule or category `missing-doi` already"),
        (FULL.replace("house", "pages"), "2:8: there is a rule or category `pages` already"),
        (FULL.replace("house", "custom"), "2:8: there is a rule or category `custom` already"),
        (FULL.replace("house", "all"), "2:8: there is a rule or category `all` already"),
        (FULL + "\n" + FULL, "8:8: there is a rule or category `house` already"),
        ('\n[[custom]]\nname = "house"\n', "2:3: `custom` lacks `pattern`, `require`, `allowed`, `unique` or `order`"),
        ('custom = [{ name = "house" }]', "1:11: `custom` lacks `pattern`, `require`, `allowed`, `unique` or `order`"),
        ('custom = "house"', "1:10: `custom` must be a list of tables, and this is a string"),
        ('[custom]\nname = "house"', "1:1: `custom` must be a list of tables, and this is a table"),
        ("custom = [1]", "1:11: `custom` must be a table, and this is a whole number"),
        (FULL + 'pattrn = "x"\n' + "[rules]\nhouse = 'of'", "6:1: unknown key `pattrn` in `custom`; did you mean `pattern`"),
        ('rules.hous = "off"\n' + FULL, "1:1: unknown rule `hous` in `rules`; did you mean `house`?"),
        ('rules.house.word = "off"\n' + FULL, "1:1: unknown option `word` in `rules.house`"),
        ('ignore = ["custom"]', "1:11: unknown rule or category `custom`"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_house_rule_is_told_with_its_place(
    capsys: pytest.CaptureFixture[str], settings: str, message: str
) -> None:
    assert_refused(capsys, settings, message)


def assert_refused(capsys: pytest.CaptureFixture[str], settings: str, message: str) -> None:
    Path("bibcheck.toml").write_text(settings, encoding="utf-8")
    Path("a.bib").write_text(PAPER, encoding="utf-8")
    assert main(["check", "a.bib"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"bibcheck: bibcheck.toml:{message}")
    assert printed.err.index("\n") == len(printed.err) - 1


def test_the_rules_of_a_plugin_are_of_its_category(installed: Callable[..., None]) -> None:
    installed(PLUGIN)
    catalogue = Catalogue(SettingsTable(plugins=("house",)))
    assert catalogue.expand(["house"]) == {"forbidden-word", "cold-word"}
    text = "@article{a, title = {A Novel Ice}}"
    (finding,) = lint('plugins = ["house"]', text, select=["house"], ignore=["cold-word"])
    assert (finding.rule, finding.category, finding.level) == ("forbidden-word", "house", Level.ERROR)
    assert text[finding.span.start : finding.span.end] == "Novel"


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("", ["forbidden-word"]),
        ('extend-select = ["cold-word"]', ["forbidden-word", "cold-word"]),
        ('rules.forbidden-word = { word = "x" }', []),
        ('rules.forbidden-word = { word = "ice" }', ["forbidden-word"]),
        ('ignore = ["house"]', []),
    ],
)
def test_the_rules_of_a_plugin_are_selected_and_have_options(
    installed: Callable[..., None], settings: str, found: list[str]
) -> None:
    installed(PLUGIN)
    findings = lint(f'plugins = ["house"]\n{settings}', "@article{a, title = {A Novel Ice}}")
    assert [finding.rule for finding in findings if finding.category == "house"] == found


def test_an_entry_point_may_name_one_rule(installed: Callable[..., None]) -> None:
    installed(PLUGIN, "house = house_rules:ColdWord")
    assert Catalogue(SettingsTable(plugins=("house",))).expand(["house"]) == {"cold-word"}


def test_without_its_name_in_the_settings_no_plugin_is_loaded(installed: Callable[..., None]) -> None:
    installed("raise ValueError")
    assert Catalogue().categories == rule_categories()


RULE = "from bibcheck.rule import Rule\nclass X(Rule):\n    name = "


@pytest.mark.parametrize(
    ("module", "point", "message"),
    [
        (PLUGIN, "other = house_rules", "no installed package offers the plugin `house` (entry point group bibcheck.rules)"),
        ("raise ValueError('odd\\nthing')", "", "the plugin `house` cannot be loaded (ValueError: odd"),
        ("import sys; sys.exit(0)", "", "the plugin `house` cannot be loaded (SystemExit: 0)"),
        ("def", "", "the plugin `house` cannot be loaded (SyntaxError: "),
        ("import house_rules_missing", "", "the plugin `house` cannot be loaded (ModuleNotFoundError: "),
        (PLUGIN, "house = house_rules:Nothing", "the plugin `house` cannot be loaded (AttributeError: "),
        ("x = 1", "", "the plugin `house` offers no rules"),
        ("from bibcheck.rule import Rule", "", "the plugin `house` offers no rules"),
        ("from bibcheck.rule import Level", "house = house_rules:Level", "the plugin `house` offers no rules"),
        (RULE + "'missing-doi'", "", "there is a rule or category `missing-doi` already"),
        (RULE + "'house'", "", "there is a rule or category `house` already"),
        (RULE + "'My Rule'", "", "the plugin `house` names a rule `My Rule`: lower-case letters and hyphens"),
        (RULE + "'x'\n    contrary = 'y'", "", "the rule `x` names a rule `y`, which there is not"),
        (RULE + "'x'\n    yields_to = ('missing-doi', 'y')", "", "the rule `x` names a rule `y`, which there is not"),
        (RULE + "'x'\n    follows = {'form': 'venue-from'}", "", "the rule `x` names a setting `venue-from`, which there is"),
        (RULE + "'x'\n    table = 'formats'", "", "the rule `x` names a setting `formats`, which there is not"),
        (RULE + "'x'\n    limit: 'list[int]' = []", "", "the option `limit` of `x` has the type `list[int]`, which settings"),
    ],
)  # fmt: skip
def test_a_plugin_that_cannot_be_used(
    capsys: pytest.CaptureFixture[str], installed: Callable[..., None], module: str, point: str, message: str
) -> None:
    installed(module, *([point] if point else []))
    assert_refused(capsys, '\nplugins = ["house"]', f"2:12: {message}")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('plugins = "house"', "1:11: `plugins` must be a list of strings, and this is a string"),
        ('plugins = ["pages"]', "1:12: there is a rule or category `pages` already"),
        ('plugins = ["missing-doi"]', "1:12: there is a rule or category `missing-doi` already"),
        ('plugins = ["house",\n "house"]', "2:2: there is a rule or category `house` already"),
        ('plugins = ["house"]\n' + FULL.replace("house", "cold-word"), "3:8: there is a rule or category `cold-word`"),
    ],
)
def test_names_of_plugins(
    capsys: pytest.CaptureFixture[str], installed: Callable[..., None], settings: str, message: str
) -> None:
    installed(PLUGIN)
    assert_refused(capsys, settings, message)
