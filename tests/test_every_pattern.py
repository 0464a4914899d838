"""Every pattern of the package is known to tests/benchmarks/patterns.py, which makes it work."""

from __future__ import annotations

import re
from collections.abc import Callable

from bibcheck.documents import latex_skipping, markdown, rst
from bibcheck.engine import proposal
from bibcheck.knowledge import doi_patterns, retired_urls
from bibcheck.text import latex
from tests.every_pattern import computed_patterns, every_pattern

PATTERNS = every_pattern()
# What is searched for in texts of bounded length, or from one place, where it says so: pumping tells nothing of it.
BOUNDED = {
    "bibcheck.documents.latex_definitions._LET": "matched at a place",
    "bibcheck.documents.latex_definitions._COPY": "matched at a place",
    "bibcheck.documents.latex_definitions._DEFINED": "matched at a place",
    "bibcheck.documents.latex_skipping._OPTIONS": "matched at a place",
    "bibcheck.documents.latex_skipping._LANGUAGE": "matched at a place",
    "bibcheck.documents.typst._ARGUMENT_NAME": "the characters just before a string",
    "bibcheck.rules.citations.repeated_citation._SEPARATORS": "fullmatch",
    "bibcheck.rules.dates.malformed_date._DAY_FIRST": "fullmatch",
    "bibcheck.rules.dates.malformed_date._MONTH_FIRST": "fullmatch",
    "bibcheck.rules.dates.malformed_date._MONTH_YEAR": "fullmatch",
    "bibcheck.rules.entries.misplaced_value._YEAR": "matched at the start of a value",
    "bibcheck.rules.entries.stray_delimiter._LAST_WORD": "the last 30 characters",
    "bibcheck.rules.identifiers.secondhand_url._HOSTS": "fullmatch of a host",
    "bibcheck.rules.text.mojibake._WORD_BEFORE": "some characters before a place",
    "bibcheck.rules.titles.trailing_period._END": "the last 80 characters",
}
# Functions that make a pattern of what they are given, and what they make, or who judges it.
COMPUTED: dict[str, Callable[[], list[re.Pattern[str]]] | str] = {
    "bibcheck.documents.latex_skipping: _COMMAND + also + (f'|{_CHUNK}' if with_chunks else '')": (
        lambda: [latex_skipping.tokens("|+", True)]
    ),
    "bibcheck.documents.markdown: f'{LINE_START}[ \\\\t>]*+{character}{{{width},}}+[ \\\\t]*+{LINE_END}'": (
        lambda: [markdown._closing_fence("`", 3)]
    ),
    (
        "bibcheck.documents.rst: f'[^\\\\r\\\\n]*+(?:{line_end}|\\\\Z)(?:[ \\\\t]*+{line_end}|[ \\\\t]{{{width + 1},}}+"
        "[^\\\\r\\\\n]++(?:{line_end}|\\\\Z))*+'"
    ): lambda: [rst._indented(2)],
    "bibcheck.engine.proposal: expression": lambda: [re.compile(expression) for _, expression in proposal._PRESETS],
    "bibcheck.knowledge.doi_patterns: regex": lambda: [
        carrier[0] for carriers in doi_patterns._patterns().values() for carrier in carriers
    ],
    "bibcheck.knowledge.retired_urls: '.*' if regex == '*' else regex": lambda: [
        retired for rules in retired_urls._rules().values() for retired, _ in rules
    ],
    "bibcheck.lazy_re: self._source": "compiles what is made elsewhere",
    "bibcheck.lazy_re.store: source": "compiles what is made elsewhere",
    "bibcheck.reports.visible: _STEERING": "one character",
    "bibcheck.reports.visible: _STEERING_IN_LINES": "one character",
    "bibcheck.rules.keys.key_pattern: _PLACEHOLDER.sub('x', self.pattern)": "test_key_pattern.py",
    "bibcheck.rules.keys.key_pattern: wanted": "test_key_pattern.py",
    "bibcheck.settings.catalogue: NAME": "the names of rules",
    "bibcheck.settings.custom: other.pattern": "test_pattern_cost.py",
    "bibcheck.settings.custom: table.pattern or ''": "test_pattern_cost.py",
    "bibcheck.settings.layers: _TOML_PLACE": "messages of tomllib",
    "bibcheck.settings.paths: expression + ('(?:/.*)?' if folders else '')": "tests/settings/test_paths.py",
    "bibcheck.settings.paths: f'[{negated}{members}]'": "one character",
    "bibcheck.settings.schema: schema['pattern']": "those of the schema, on settings",
    "bibcheck.settings.table: CITE_COMMAND": "those of the schema, on settings",
    "bibcheck.syntax.parser: f'{start}(?:({_BRACED}|{_QUOTED}|[0-9]++)|({name})){WS}{end}'": "held by the readers",
    "bibcheck.syntax.parser: f'{start}({operand}(?:#{WS}{operand})++){end}'": "held by the readers",
    "bibcheck.text.latex: token": lambda: [latex._token_pattern(True), latex._token_pattern(False)],
}
MADE = [
    (place.partition(":")[0], made) for place, make in COMPUTED.items() if not isinstance(make, str) for made in make()
]


def test_what_is_exempted_is_there() -> None:
    assert set(BOUNDED) <= {each.place for each in PATTERNS.values()}


def test_patterns_are_not_made_where_nobody_judges_them() -> None:
    assert set(computed_patterns()) == set(COMPUTED)
