"""Makes datamodel_tables.py out of sources/datamodel.toml: `python -m tools.build_datamodel`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any

SOURCE = Path(__file__).with_name("sources") / "datamodel.toml"
TABLES = Path(__file__).parent.parent / "bibcheck" / "knowledge" / "datamodel_tables.py"
_WIDTH = 120
_LONGEST_NAME = 40  # of a table, and no matter how long it is
_HEADER = '''"""The tables of datamodel.py, as strings of words. Made by tools/build_datamodel.py."""

from __future__ import annotations
'''


def build() -> str:
    """The text of datamodel_tables.py."""
    model = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return _HEADER + "".join(f"\n{name} = {_write(table)}\n" for name, table in _tables(model))


def _tables(model: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    bibtex, biblatex = model["bibtex"]["types"], model["biblatex"]["types"]
    styles = model["styles"].values()
    yield "BIBTEX_FIELDS", model["bibtex"]["fields"]
    yield "BIBTEX_TYPES", list(bibtex)
    yield "BIBTEX_REQUIRED", {name: table["required"] for name, table in bibtex.items()}
    yield "BIBTEX_REQUIRED_IN_CROSSREF", {name: table["in_crossref"] for name, table in bibtex.items()}
    yield "BIBTEX_EXCLUSIVE", {name: table.get("exclusive", ()) for name, table in bibtex.items()}
    yield "BIBTEX_PRINTED", _printed(model)
    yield "STYLE_TYPES", {name for style in styles for name in style["types"]}.union(*model["more"]["types"].values())
    yield "STYLE_FIELDS", {name for style in styles for name in style["fields"]}.union(model["more"]["fields"])
    yield "BIBLATEX_TYPES", [*biblatex, "xdata", *model["biblatex"]["unsupported"]]
    yield "BIBLATEX_REQUIRED", {name: table["required"] for name, table in biblatex.items()}
    yield "BIBLATEX_FIELDS", {name: table["fields"] for name, table in biblatex.items()}
    yield "BIBLATEX_GLOBAL_FIELDS", model["biblatex"]["global_fields"]
    yield "BIBLATEX_DATE_PARTS", model["biblatex"]["date_parts"]
    yield "TYPE_ALIASES", {name: [alias] for name, alias in model["biblatex"]["type_aliases"].items()}
    yield "FIELD_ALIASES", {name: [alias] for name, alias in model["biblatex"]["field_aliases"].items()}
    yield "NEVER_INHERITED", model["biblatex"]["inheritance_defaults"]["never_inherited"]
    yield "INHERITANCE", _inheritance(model["biblatex"]["inheritance"])
    yield "OWN_FIELDS", {name: table["own"] for name, table in model["programs"].items() if "own" in table}
    yield "OTHER_FIELDS", {name for table in model["programs"].values() for name in table.get("known", ())}


def _printed(model: dict[str, Any]) -> dict[str, set[str]]:
    """What each type prints in one style or another."""
    printed = {name: set(table["prints"]) for name, table in model["bibtex"]["types"].items()}
    for style in model["styles"].values():
        for name, fields in style["prints"].items():
            printed.setdefault(name, set()).update(fields)
    return printed


def _inheritance(rules: list[dict[str, list[str]]]) -> dict[str, list[str]]:
    """`parent child` to what is inherited under another name (`title>booktitle`), or not at all (`shorttitle>`)."""
    table: dict[str, list[str]] = {}
    for rule in rules:
        changes = [pair.replace(" ", "") for pair in rule["map"]]
        changes += [f"{name}>" for name in rule.get("not_inherited", ())]
        for parent in rule["parents"]:
            for child in rule["children"]:
                table.setdefault(f"{parent} {child}", []).extend(changes)
    return table


def _write(table: Any) -> str:
    if not isinstance(table, dict):
        return _string(_ordered(table), 0)
    lines = [f'    "{name}": {_string(_ordered(words), 4 + len(name) + 4)},\n' for name, words in table.items()]
    return "{\n" + "".join(lines) + "}"


def _ordered(words: Iterable[str]) -> Iterable[str]:
    return sorted(words) if isinstance(words, set) else words


def _string(words: Iterable[str], indent: int) -> str:
    """The words as one string literal that begins in the given column, over as many lines as it takes."""
    text = " ".join(words)
    if indent + len(text) + len('"",') <= _WIDTH - (0 if indent else _LONGEST_NAME):
        return f'"{text}"'
    margin = "    " if indent else ""
    lines = wrap(text, _WIDTH - len(margin) - len('    " "'), break_long_words=False, break_on_hyphens=False)
    spaced = [f'{margin}    "{line} "\n' for line in lines[:-1]] + [f'{margin}    "{lines[-1]}"\n']
    return "(\n" + "".join(spaced) + f"{margin})"


if __name__ == "__main__":
    TABLES.write_text(build(), encoding="utf-8")
