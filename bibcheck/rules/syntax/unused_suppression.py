"""Suppressions that silence nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.rule import Finding, Fix, Idle, Level, Rule
from bibcheck.source import Edit


class UnusedSuppression(Rule):
    """Take out a suppression that has become idle, or mend the name in it.

    What it silenced is mended, or the rule's name is misspelt: it would hide the next mistake, or hides none. The same
    goes for the settings' `entries`. A rule that does not run in this call is not reported.

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
            message = (
                f"`{each.name}` silences nothing here"
                if each.is_known
                else f"no rule is named `{each.name}`{each.hint}"
            )
            edits = [Edit(each.removal, "")] if each.removal else []
            yield self.finding(each, message, *edits)
