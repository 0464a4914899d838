"""The rules that findings name, for reports that explain them."""

from __future__ import annotations

from bibcheck.engine.report import Report
from bibcheck.rule import Rule
from bibcheck.rules import load_rule


def rules_by_name(result: Report) -> dict[str, type[Rule] | None]:
    """The rules that ran, as far as the run says, and those that found something; None for one of which no class is known."""
    known: dict[str, type[Rule] | None] = {rule.name: rule for rule in getattr(result, "rules", ())}
    for name in sorted({finding.rule for finding in result.findings} - known.keys()):
        try:
            known[name] = load_rule(name)
        except KeyError:
            known[name] = None
    return dict(sorted(known.items()))
