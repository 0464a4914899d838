"""Comparing takes time in proportion to the entries, also where all of them share what is compared."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path
from typing import Any

import pytest

from bibcheck.engine.check_file import note_file
from bibcheck.engine.combine import combine
from bibcheck.engine.plan import Plan
from bibcheck.rules import load_rule, rule_categories
from bibcheck.source import Source

BENCHMARK = Path(__file__).resolve().parents[1] / "benchmarks/growth.py"
FEW, TIMES = 500, 8
WORST = 2.5  # times as much as linear: sorting, and machines that do other things as well


def growth() -> Any:
    spec = importlib.util.spec_from_file_location("growth", BENCHMARK)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def seconds_to_compare(text: str) -> float:
    plan = Plan([rule() for name in rule_categories() if (rule := load_rule(name)).scope != "entry"])
    report = note_file(Source("a.bib", text), plan)
    best = 99.0
    for _ in range(2):
        began = time.process_time()
        combine([report], plan, read=lambda path: plan.read(Source("a.bib", text)))
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.slow
@pytest.mark.parametrize("shape", growth().SHAPES)
def test_comparing_is_linear(shape: str) -> None:
    make = growth().SHAPES[shape]
    few, many = ("".join(make(count)) for count in (FEW, FEW * TIMES))
    assert seconds_to_compare(many) <= max(seconds_to_compare(few), 0.02) * TIMES * WORST


def test_the_files_have_the_entries_that_they_should() -> None:
    for shape, make in growth().SHAPES.items():
        bib = Plan([]).read(Source("a.bib", "".join(make(40))))
        assert len(bib.entries) == 40, shape
        assert len({entry.key for entry in bib.entries}) == (1 if shape in ("one key", "one entry") else 40), shape
