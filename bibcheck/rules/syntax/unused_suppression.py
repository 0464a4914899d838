"""Suppressions that silence nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.rule import Finding, Fix, Idle, Level, Rule
from bibcheck.source import Edit

_FAULTS = {
    "": "`{}` silences nothing here",
    "unknown": "no rule is named `{}`",
    "bare": "`{}` names no rule, and silences nothing: write which one, as in `ignore empty-field`",
    "verb": "`{}` silences nothing: write `ignore` or `ignore-file`, and which rules",
    "all": "`{}` silences nothing: write which rules, or their categories",
    "key": "no file of the project has the key `{}`",
}


class UnusedSuppression(Rule):
    """Take out a suppression that has become idle, or mend the name in it.

    What it silenced is mended, or the rule's name is misspelt: it would hide the next mistake, or hides none. The same
    goes for the settings' `entries`, also for a cite key that no file of the project has. A rule that does not run in this call
    is not reported. A comment that cannot work is reported and left to you: `ignore` with no rule, `ignore all`, `disable`.

    Bad:

        % bibcheck: ignore duplicate-field
                           ^^^^^^^^^^^^^^^
        @book{knuth86, title = {The TeXbook}, year = {1986}}

    Good:

        @book{knuth86, title = {The TeXbook}, year = {1986}}

    Bad:

        % bibcheck: ignore empty-field, duplicate-field -- as printed
        @book{knuth86, title = {The TeXbook}, edition = {}}

    Good:

        % bibcheck: ignore empty-field -- as printed
        @book{knuth86, title = {The TeXbook}, edition = {}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def review(self, idle: Sequence[Idle]) -> Iterator[Finding]:
        for each in idle:
            is_idle = each.fault in ("", "unknown")
            edits = [Edit(each.removal, "")] if each.removal and is_idle else []
            yield self.finding(each, _FAULTS[each.fault].format(each.name) + each.hint, *edits)
