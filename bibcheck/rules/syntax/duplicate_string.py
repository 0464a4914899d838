"""Macros that are defined twice, and definitions that hide a month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bibcheck.bibliography import Bibliography
from bibcheck.defects.macros import defined_macros, find_undefined_macros
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Fix, Level, Rule, Scope
from bibcheck.syntax.edits import delete_command
from bibcheck.syntax.macros import MONTHS
from bibcheck.syntax.tree import Field, String


class DuplicateString(Rule):
    """Define a macro once, and leave the months to the style.

    BibTeX takes the second definition silently: entries above it are printed with the first value, entries below it with
    the second. A macro that is named like a month hides the style's own, and with it the style's language and short form.
    Two files that define a macro differently are reported only if one of them takes other macros from the other, as then
    they are read together: a list of full names and one of short names are not.

    Bad:

        @string{compj = {The Computer Journal}}
        @string{compj = {Computer Journal}}
                ^^^^^

    Bad:

        @string{compj = {The Computer Journal}}
        @string{compj = "The Computer Journal"}

    Good:

        @string{compj = {The Computer Journal}}

    Bad:

        @string{may = {5}}
    """

    level = Level.WARNING
    fix = Fix.SAFE
    scope = Scope.PROJECT
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        # Of a definition that a `%` was to hide commented-entry speaks.
        commented = {defect.command.start for defect in bib.defects if defect.rule == "commented-entry"}
        for name, found in defined_macros(bib.tree).items():
            if commented:
                found = [(string, field) for string, field in found if string.start not in commented]
            if found and name in MONTHS:
                message = f"macro `{name}` hides the month that every style defines under this name"
                yield self.finding(found[0][1].name_span, message)
            for (_, first), (string, second) in pairwise(found):
                yield self._repeated(bib, name, first, string, second)

    def _repeated(self, bib: Bibliography, name: str, first: Field, string: String, second: Field) -> Finding:
        line = bib.source.place(first.name_span.start).line
        related = [self.related(first.name_span, "first defined here")]
        if not (first.is_known and second.is_known and first.value == second.value):
            message = f"macro `{name}` is already defined on line {line}, with another value: `{first.value}`"
            return self.finding(second.name_span, message, related=related)
        message = f"macro `{name}` is already defined on line {line}, with the same value"
        is_whole = len(string.fields) == 1 and not string.fault
        edits = [delete_command(bib.tree, string)] if is_whole else []
        return self.finding(second.name_span, message, *edits, related=related)

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for name, found in defined_macros(bib.tree).items():
            if found:
                field = found[-1][1]
                yield self.fact("macros", field.name_span, _Definition(name, field.value))
        for use in find_undefined_macros(bib.tree):
            yield self.fact("macros", use.span, _Use(use.name))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        defined: dict[str, dict[str, Fact]] = {}
        used: dict[str, set[str]] = {}
        for fact in facts:
            if isinstance(fact.about, _Use):
                used.setdefault(fact.path, set()).add(fact.about.macro)
            else:
                defined.setdefault(fact.about.macro, {})[fact.path] = fact
        for name, by_path in defined.items():
            first, *others = by_path.values()
            for other in others:
                value = first.about.value
                if value != other.about.value and _are_read_together(first.path, other.path, defined, used):
                    message = f"macro `{name}` is defined in `{first.path}` with another value: `{value}`"
                    yield self.finding(other, message, related=[first])


class _Definition(NamedTuple):
    """The value of a macro where its file is done."""

    macro: str
    value: str


class _Use(NamedTuple):
    """A macro that a file uses and does not define."""

    macro: str


def _are_read_together(path: str, other: str, defined: dict[str, dict[str, Fact]], used: dict[str, set[str]]) -> bool:
    """Whether one of the files takes a macro from the other."""
    return any(other in defined.get(name, ()) for name in used.get(path, ())) or any(
        path in defined.get(name, ()) for name in used.get(other, ())
    )
