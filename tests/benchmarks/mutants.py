"""Small changes to a module: what a slip of the hand could have written instead."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import NamedTuple

TURNED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
# What does nothing at run time, or nothing but save time: annotations, decorators (here caches), imports for types, and
# `strict=True`, which says that two lists have one length.
PASSED_OVER = {"annotation", "returns", "decorator_list"}


class Mutant(NamedTuple):
    """One change: its number within the module, where it is, and what stands there before and after."""

    module: Path
    number: int
    line: int
    text: str
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.text}\n    `{self.was}` → `{self.now}`"


def mutants(module: Path, root: Path) -> list[Mutant]:
    """All changes that can be made to a module, whose path is relative to the root."""
    source = (root / module).read_text(encoding="utf-8")
    lines = source.splitlines()
    return [
        Mutant(module, number, node.lineno, lines[node.lineno - 1].strip(), ast.unparse(node), ast.unparse(changed))
        for number, (node, changed) in enumerate(_each(ast.parse(source)))
    ]


def changed_tree(mutant: Mutant, root: Path) -> ast.Module:
    """The syntax tree of the module with the one change made."""
    tree = ast.parse((root / mutant.module).read_text(encoding="utf-8"))
    for number, _ in enumerate(_each(tree)):
        if number == mutant.number:
            break
    return ast.fix_missing_locations(tree)


def _each(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, ast.AST]]:
    """Each node that can be changed, and what it becomes; the tree has the change until the next one is asked for."""
    for parent, name, at, node in list(_places(tree)):
        for changed in _variants(node, parent, name):
            ast.copy_location(changed, node)
            _put(parent, name, at, changed)
            yield node, changed
            _put(parent, name, at, node)


def _places(parent: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.expr | ast.stmt]]:
    for name, value in ast.iter_fields(parent):
        if name in PASSED_OVER or _is_passed_over(parent):
            continue
        for at, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(node, ast.expr | ast.stmt):
                yield parent, name, at, node
            if isinstance(node, ast.AST):
                yield from _places(node)


def _is_passed_over(node: ast.AST) -> bool:
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.keyword(arg="strict"):
            return True
        case ast.Assign(targets=[ast.Name(id="TYPE_CHECKING")]):
            return True
    return False


def _put(parent: ast.AST, name: str, at: int | None, node: ast.AST) -> None:
    if at is None:
        setattr(parent, name, node)
    else:
        getattr(parent, name)[at] = node


def _variants(node: ast.AST, parent: ast.AST, name: str) -> Iterator[ast.AST]:
    match node:
        case ast.Compare():
            yield from _comparisons(node)
            return
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
            return
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
            return
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.BinOp(op=ast.Add() | ast.Sub()) if not any(map(_is_text, (node.left, node.right))):
            yield ast.BinOp(node.left, ast.Sub() if isinstance(node.op, ast.Add) else ast.Add(), node.right)
        case ast.Continue() | ast.Break() | ast.Return(value=None):
            yield ast.Pass()
    if name in {"test", "ifs"} and isinstance(node, ast.expr) and not isinstance(node, ast.Constant):
        yield ast.UnaryOp(ast.Not(), node)


def _comparisons(node: ast.Compare) -> Iterator[ast.AST]:
    for at, operator in enumerate(node.ops):
        for other in TURNED[type(operator)]:
            changed = copy(node)
            changed.ops = [*node.ops[:at], other(), *node.ops[at + 1 :]]
            yield changed


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
