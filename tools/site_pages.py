"""Makes the pages of the site that come from the code: one for each rule, the list of rules, all keys of the settings.

MkDocs runs it (`hooks` in mkdocs.yml). CONTRIBUTING and CHANGELOG become pages as well, and links from the documents to
files of the repository that are no pages become their names.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bibcheck.rule import Fix, Level  # noqa: E402
from bibcheck.rules import RuleRecord  # noqa: E402
from bibcheck.rules.manual import page  # noqa: E402
from bibcheck.settings.catalogue import Catalogue  # noqa: E402
from bibcheck.settings.schema import option_schema, settings_schema  # noqa: E402
from bibcheck.settings.toml_text import toml_text  # noqa: E402
from tools.peers import section as peers_section  # noqa: E402

_FIX = {Fix.SAFE: "safe: `--fix` makes it", Fix.UNSAFE: "unsafe: `--fix --unsafe-fixes` makes it", Fix.NONE: "none"}
_LEVEL = {Level.ERROR: "error", Level.WARNING: "warning", Level.OFF: "off, until it is selected"}
_EXAMPLE = re.compile(
    r"^(?P<heading>(?:Bad|Good)(?:, with (?P<options>.+))?):\n\n(?P<block>(?:(?: {4}.*)?\n)+)", re.MULTILINE
)
_LINK = re.compile(r"\[([^\]]+)\]\(((?:\.\./)+|(?=docs/))([^)#]+)(#[^)]*)?\)")
_PAGES = {"CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changelog.md"}
_EVIDENCE_ROW = re.compile(r"^\| ([\w-]+) \| \w+ \| (\d+) \| (\d+) \| (\d*) \| (\d*) \|", re.MULTILINE)


def pages() -> dict[str, str]:
    """The pages that are made, by their paths in the site."""
    catalogue = Catalogue()
    evidence = _evidence()
    made = {"rules/index.md": _rule_list(list(catalogue.records.values()))}
    for name, record in catalogue.records.items():
        made[f"rules/{name}.md"] = rule_page(record, page(catalogue.load(name)), evidence.get(name, ""))
    made["settings-reference.md"] = _settings_reference(settings_schema(catalogue))
    for source, target in _PAGES.items():
        made[target] = (ROOT / source).read_text(encoding="utf-8")
    return made


def rule_page(record: RuleRecord, manual: str, evidence: str = "") -> str:
    """The page of a rule: its facts, its manual page with the examples as code, its options, what is known of it."""
    summary, _, rest = manual.partition("\n")
    parts = [
        f"# {record.name}",
        summary,
        "| category | level | fix | looks at |\n| --- | --- | --- | --- |\n"
        f"| {record.category} | {_LEVEL[record.level]} | {_FIX[record.fix]} | one {record.scope.value} |",
        _prose(rest),
        _options(record),
        evidence,
        peers_section(record.name),
        "## Silence it\n\nFor one entry, in the line above it, with the reason; for a project, in its "
        f"[settings](../settings.md):\n\n```bibtex\n% bibcheck: ignore {record.name} -- why\n```\n\n"
        f'```toml title="bibcheck.toml"\nignore = ["{record.name}"]\n```',
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _prose(text: str) -> str:
    """The text of a manual page, outside of its examples safe from being read as markup."""
    parts = []
    at = 0
    for example in _EXAMPLE.finditer(text + "\n"):
        parts += [_escaped(text[at : example.start()]), _example(example)]
        at = example.end()
    return "\n\n".join(part.strip("\n") for part in [*parts, _escaped(text[at:])] if part.strip())


def _example(example: re.Match[str]) -> str:
    lines = [line[4:] for line in example["block"].strip("\n").split("\n")]
    heading = example["heading"].partition(",")[0]
    options = f" with `{example['options']}`" if example["options"] else ""
    fence = "~~~~" if "```" in example["block"] else "```"
    return f"**{heading}**{options}\n\n{fence}bibtex\n" + "\n".join(lines) + f"\n{fence}"


def _escaped(text: str) -> str:
    """Text in which only code in backticks is markup."""
    pieces = re.split(r"(`[^`]*+`)", text)
    return "".join(
        piece if number % 2 else re.sub(r"([<*_\[\]$\\])", r"\\\1", piece) for number, piece in enumerate(pieces)
    )


def _options(record: RuleRecord) -> str:
    if not record.options:
        return ""
    lines = [f"[rules.{record.name}]"]
    for name, option in record.options.items():
        others = [toml_text(value) for value in option_schema(option.type).get("enum", ()) if value != option.default]
        lines.append(f"{name} = {toml_text(option.default)}" + (f"  # or {', '.join(others)}" if others else ""))
    listed = "\n".join(lines)
    return f'## Options\n\nWith their defaults:\n\n```toml title="bibcheck.toml"\n{listed}\n```'


def _evidence() -> dict[str, str]:
    """What the table of evidence says of each rule, in words."""
    said = {}
    for rule, files, findings, read, true in _EVIDENCE_ROW.findall((ROOT / "docs/evidence.md").read_text("utf-8")):
        if int(findings):
            text = f"In [real bibliographies](../evidence.md): {findings} findings in {files} files"
            said[rule] = f"## Evidence\n\n{text}" + (f"; of {read} that were read, {true} were true." if read else ".")
    return said


def _rule_list(records: list[RuleRecord]) -> str:
    parts = ["# Rules\n\nLevel and fix are those without settings."]
    for category in sorted({record.category for record in records}):
        rows = "\n".join(
            f"| [{each.name}]({each.name}.md) | {each.level.value} | {each.fix.value} | {_escaped(each.summary)} |"
            for each in records
            if each.category == category
        )
        parts.append(f"## {category}\n\n| rule | level | fix | |\n| --- | --- | --- | --- |\n{rows}")
    return "\n\n".join(parts) + "\n"


def _settings_reference(schema: dict[str, Any]) -> str:
    keys = (
        f"## {key}\n\n{_escaped(value.get('description', ''))}\n\n{_values(value)}"
        for key, value in schema["properties"].items()
    )
    head = "# All keys of the settings\n\nWhat each may hold. [Settings](settings.md) says how they work together."
    return "\n\n".join([head, *keys]) + "\n"


def _values(schema: dict[str, Any]) -> str:
    """What a key may hold, in words and a table of the keys inside it."""
    inner = schema if schema.get("type") == "object" else schema.get("items", {})
    inner = inner.get("additionalProperties") or inner if isinstance(inner, dict) else {}
    text = f"Takes {_type_name(schema)}."
    named = inner.get("properties", {}) if isinstance(inner, dict) else {}
    if named and not schema.get("propertyNames"):
        rows = "\n".join(f"| `{key}` | {_type_name(value)} | {_default(value)} |" for key, value in named.items())
        text += f"\n\n| key inside | takes | left out |\n| --- | --- | --- |\n{rows}"
    return text


def _default(schema: dict[str, Any]) -> str:
    return f"`{toml_text(schema['default'])}`" if "default" in schema else ""


def _type_name(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(map(_type_name, schema["anyOf"]))
    if "enum" in schema:
        few = schema["enum"] if len(schema["enum"]) <= 20 else []
        return ", ".join(f"`{value}`" for value in few) or f"a {schema.get('title', 'name')}"
    if schema["type"] == "array":
        items = schema["items"]
        return "a list of strings" if items.get("type") == "string" else f"a list: {_type_name(items)}"
    return {"object": "a table", "integer": "a number", "boolean": "`true` or `false`"}.get(schema["type"], "a string")


def linked(markdown: str) -> str:
    """The text of a page with links to pages of the site; of other files of the repository there is the name."""
    return _LINK.sub(_link, markdown)


def _link(found: re.Match[str]) -> str:
    text, _, target, anchor = found.groups()
    target = target.removeprefix("docs/")
    if target in _PAGES or (ROOT / "docs" / target).is_file():
        return f"[{text}]({_PAGES.get(target, target)}{anchor or ''})"
    return f"{text} (`{target}`)"


def with_omitted(nav: list[Any], documents: list[str]) -> list[Any]:
    """The menu, with the documents that it does not name among the guides."""
    named = set(re.findall(r"[\w/-]+\.md", str(nav)))
    omitted = [name for name in documents if name not in named]
    return [{"Guides": [*omitted, *part["Guides"]]} if "Guides" in part else part for part in nav]


def on_config(config: Any) -> Any:
    """Called by MkDocs with the settings in mkdocs.yml."""
    documents = sorted(path.relative_to(config.docs_dir).as_posix() for path in Path(config.docs_dir).rglob("*.md"))
    config.nav = with_omitted(config.nav, documents)
    return config


def on_files(files: Any, config: Any) -> Any:
    """Called by MkDocs once it knows the files: adds those that are made."""
    from mkdocs.structure.files import File, InclusionLevel

    for path, text in pages().items():
        # The pages of rules are reached from their list, and have no place in the menu.
        inclusion = InclusionLevel.NOT_IN_NAV if path.startswith("rules/") else InclusionLevel.UNDEFINED
        files.append(File.generated(config, path, content=text, inclusion=inclusion))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Called by MkDocs for each page."""
    return linked(markdown) if "/" not in page.file.src_uri else markdown
