"""Macros that nothing uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.defects.macros import defined_macros, macro_uses
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Fix, Level, Rule, Scope
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import delete_command


class UnusedString(Rule):
    """Delete a macro that no entry uses.

    This is a house policy, as a list of journals is often kept whole. Uses in other files of the project count.

    Bad:

        @string{compj = {The Computer Journal}}
                ^^^^^
        @string{cup = {Cambridge University Press}}
        @book{knuth92, title = {Literate Programming}, publisher = cup}

    Good:

        @string{cup = {Cambridge University Press}}
        @book{knuth92, title = {Literate Programming}, publisher = cup}
    """

    level = Level.OFF
    fix = Fix.UNSAFE
    scope = Scope.PROJECT
    absence = True
    whole_file = True

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for name, found in defined_macros(bib.tree).items():
            for string, field in found:
                is_whole = len(string.fields) == 1 and string.fault is None
                deletion = delete_command(bib.tree, string) if is_whole else None
                yield self.fact(name, field.name_span, _Definition(deletion.span if deletion else None))
        spans = {use.name: use.span for use in macro_uses(bib.tree)}
        for name, span in spans.items():
            yield self.fact(name, span, None)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        if any(fact.about is None for fact in facts):
            return
        for fact in facts:
            edits = [Edit(deletion, "")] if (deletion := fact.about.deletion) else []
            yield self.finding(fact, f"nothing uses the macro `{fact.key}`", *edits)

    def sought(self, facts: Sequence[Fact]) -> Iterator[str]:
        yield facts[0].key


class _Definition(NamedTuple):
    """Where a macro is defined: what to delete, or None where other things stand in the command too."""

    deletion: Span | None
