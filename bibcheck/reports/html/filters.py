"""The form that filters the findings; the page's script shows it and makes it work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bibcheck.reports.html.elements import Html, element
from bibcheck.rule import Finding


def filters(findings: Sequence[Finding]) -> Html:
    """Choices by rule, level and file, each with its number of findings, and a search for text."""
    if not findings:
        return Html()
    return element(
        "form",
        _choice("rule", Counter(finding.rule for finding in findings)),
        _choice("level", Counter(finding.level.value for finding in findings)),
        _choice("file", Counter(finding.path for finding in findings)),
        element(
            "div",
            element("label", "Text", for_="filter-text"),
            element("input", id="filter-text", type="search", autocomplete="off", placeholder="key, author, message …"),
        ),
        element(
            "div",
            element("button", "Show all", type="reset"),
            element("button", "Unfold", type="button", id="unfold"),
            element("button", "Fold", type="button", id="fold"),
            class_="buttons",
        ),
        element("p", f"{len(findings):,} findings", id="shown", role="status"),
        id="filters",
        role="search",
        aria_label="Filter the findings",
        hidden=True,
    )


def _choice(name: str, counts: Counter[str]) -> Html:
    options = [
        element("option", f"{value} ({count:,})", value=value)
        for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return element(
        "div",
        element("label", name.capitalize(), for_=f"filter-{name}"),
        element("select", element("option", "all", value=""), *options, id=f"filter-{name}"),
    )
