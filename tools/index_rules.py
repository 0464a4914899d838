"""Makes bibcheck/rules/index.py out of the rules: `python -m tools.index_rules`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bibcheck.rule import Rule
from bibcheck.rules import load_rule, record_of, rule_categories

INDEX = Path(__file__).parent.parent / "bibcheck" / "rules" / "index.py"
_HEADER = '''# ruff: noqa: E501
# fmt: off
"""What is known of each rule without importing it. Made by `python -m tools.index_rules`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# The fields of RuleRecord.
ROWS: tuple[tuple[Any, ...], ...] = (
'''


def build() -> str:
    """The text of index.py."""
    rows = (f"    {_row(load_rule(name))!r},\n" for name in rule_categories())
    return f"{_HEADER}{''.join(rows)})\n"


def _row(rule: type[Rule]) -> tuple[Any, ...]:
    record = record_of(rule)
    return (
        *(record.name, record.category, record.level.value, record.fix.value, record.scope.value, record.summary),
        {name: tuple(option) for name, option in record.options.items()},
        *(record.table, dict(record.follows), record.contrary, record.yields_to),
        *([True] if record.needs_documents else []),
    )


if __name__ == "__main__":
    INDEX.write_text(build(), encoding="utf-8")
