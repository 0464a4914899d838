"""A module imports only what stands below it, and only those that face the outside touch files or print."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "bibcheck"

# From the bottom up. A module may import those of earlier lines, and of its own.
LAYERS = (
    ("", "records", "lazy_re", "source"),
    ("syntax",),
    ("text",),
    ("values",),
    ("knowledge",),
    ("defects",),
    ("names",),
    ("venues",),
    ("bibliography",),
    ("documents",),
    ("rule",),
    ("formatter",),
    ("rules",),
    ("settings",),
    ("fixing",),
    ("engine",),
    ("reports",),
    ("cli",),
    ("spark",),
    ("__main__",),
)
OPEN_FILES = {"lazy_re", "source", "engine", "settings", "fixing", "venues", "knowledge", "cli", "spark"}
PRINT = {"reports", "cli"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """The dotted name below `bibcheck`: empty for the package itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def top(name: str) -> str:
    return name.partition(".")[0]


def imported(path: Path) -> Iterator[str]:
    """What a module imports of the package, wherever it does, by the same names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.split(".")[0] == "bibcheck":
                yield resolve(name.partition(".")[2])


def resolve(name: str) -> str:
    """The module of `module.thing`."""
    path = PACKAGE / name.replace(".", "/")
    if name and not path.is_dir() and not path.with_suffix(".py").is_file():
        return name.rpartition(".")[0]
    return name


def height(name: str) -> int:
    for number, layer in enumerate(LAYERS):
        if top(name) in layer:
            return number
    raise AssertionError(f"say in LAYERS where {top(name)} stands")


# The package itself names for type checkers what it imports on first use.
@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path)], ids=name_of)
def test_a_module_imports_only_what_stands_below_it(path: Path) -> None:
    own = height(name_of(path))
    assert not [name for name in imported(path) if height(name) > own]


@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path).startswith("rules.")], ids=name_of)
def test_rules_know_neither_the_engine_nor_one_another(path: Path) -> None:
    assert not [name for name in imported(path) if height(name) >= height("rules")]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_a_few_modules_open_files_or_print(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    if top(name_of(path)) not in OPEN_FILES:
        assert not used & {"open", "read_text", "read_bytes", "write_text", "write_bytes", "open_text", "from_file"}
    if top(name_of(path)) not in PRINT:
        assert not used & {"print", "stdout", "stderr"}


def test_the_layers_are_those_of_the_package() -> None:
    there = {top(name_of(path)) for path in MODULES}
    assert there == {room for layer in LAYERS for room in layer}


def test_no_room_is_crowded() -> None:
    assert len([path for path in PACKAGE.iterdir() if path.suffix == ".py"]) <= 6
    for folder in {path.parent for path in MODULES} - {PACKAGE / "values"}:
        if PACKAGE / "rules" not in folder.parents:
            assert len(list(folder.glob("*.py"))) <= 25, folder
