"""Macros that no @string defines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.style_hints import is_for_abntex2
from bibcheck.defects.macros import defined_macros, find_undefined_macros, macro_uses
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Fix, Level, Rule, Scope
from bibcheck.source import Span
from bibcheck.syntax.macros import MONTHS
from bibcheck.syntax.parser import lower_ascii
from bibcheck.syntax.tree import SELF_REFERENCE

_PLAIN_NAME = pattern(r"[^\W\d][\w:.&+-]*+")
# From so many names on, or uses of them, a file without any @string takes them from a file that is out of sight.
_MANY = 3
_OFTEN = 10
_MOST_SUGGESTED = 20
_NEAR = 3  # how far before the place where a program gave up the name is part of the trouble


class UndefinedString(Rule):
    """Define every macro, or put braces around what is text.

    A value without braces or quotes is the name of a macro. If no @string defines it, BibTeX warns and prints nothing for
    it. A definition in another file of the project counts. The months are defined everywhere; the macros of well-known
    styles (`cacm`, `jacm`, `tcs`, `prl`) and lists (`IEEE_J_AC`) are not reported in a file for BibTeX, but biber knows
    only the months. A file that has no @string and takes three names or more from elsewhere, or one ten times, none of them
    defined in the project, gets one finding.

    Bad:

        @article{knuth84, title = {Literate Programming}, journal = compj, month = mya}
                                                                    ^^^^^          ^^^

    Good:

        @string{compj = {The Computer Journal}}
        @article{knuth84, title = {Literate Programming}, journal = compj, month = may}
    """

    level = Level.ERROR
    fix = Fix.NONE
    scope = Scope.PROJECT
    absence = True
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        ends = {fault.offset for fault in bib.tree.faults if fault.code == SELF_REFERENCE}
        for use in macro_uses(bib.tree) if ends else ():
            if use.span.end in ends:
                yield self.finding(use.span, f"macro `{use.name}` stands in its own definition, where it is empty")

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        names = defined_macros(bib.tree)
        if names:
            yield self.fact("macros", Span(0, 0), _Defined(tuple(names)))
        uses = find_undefined_macros(bib.tree)
        explained = _bare_values(bib) if uses else set()
        for use in uses:
            is_explained = use.name[0].isdecimal() or not explained.isdisjoint(_places(use.span))
            # The styles of abntex2 are out of sight, and have months in Portuguese.
            is_explained = is_explained or (use.field.name == "month" and is_for_abntex2(bib))
            # What is defined below its use is late-string's.
            if not is_explained and use.name not in names and not (bib.dialect == "bibtex" and _is_known(use.name)):
                raw = bib.text[use.span.start : use.span.end]
                yield self.fact("macros", use.span, _Use(raw, use.field.name, bib.program))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        defined = _defined_in(facts)
        has_own = {fact.path for fact in facts if isinstance(fact.about, _Defined)}
        by_path: dict[str, dict[str, list[Fact]]] = {}
        for fact in facts:
            if isinstance(fact.about, _Use) and (name := lower_ascii(fact.about.macro)) not in defined:
                by_path.setdefault(fact.path, {}).setdefault(name, []).append(fact)
        uses_of_all = [fact for fact in facts if isinstance(fact.about, _Use)]
        helped = {fact.path for fact in uses_of_all if lower_ascii(fact.about.macro) in defined}
        for path, uses in by_path.items():
            elsewhere = [name for name in uses if not _month_meant(name, uses[name][0].about.field)]
            times = sum(len(uses[name]) for name in elsewhere)
            if (len(elsewhere) >= _MANY or times >= _OFTEN) and path not in has_own | helped:
                yield self._elsewhere({name: uses.pop(name) for name in elsewhere})
            yield from self._undefined(uses, [*defined, *MONTHS])

    def sought(self, facts: Sequence[Fact]) -> Iterator[str]:
        used = {lower_ascii(fact.about.macro) for fact in facts if isinstance(fact.about, _Use)}
        yield from sorted(used - _defined_in(facts))

    def _elsewhere(self, uses: dict[str, list[Fact]]) -> Finding:
        names = list(uses)
        shown = ", ".join(f"`{name}`" for name in names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
        times = sum(map(len, uses.values()))
        what = f"{'macros' if len(names) > 1 else 'macro'} {shown}, used {times} times"
        return self.finding(uses[names[0]][0], f"{what}, defined in no file of the project", stands_for="the file")

    def _undefined(self, uses: dict[str, list[Fact]], known: list[str]) -> Iterator[Finding]:
        for number, name in enumerate(uses):
            closest = _closest(name, uses[name][0].about.field, known) if number < _MOST_SUGGESTED else ""
            for fact in uses[name]:
                raw, _, program = fact.about
                what = f"macro `{raw}` is defined nowhere, and {program} prints nothing for it (text wants braces)"
                if not _PLAIN_NAME.fullmatch(raw):
                    what = f"`{raw}` has neither braces nor quotes around it: {program} takes it for a macro"
                yield self.finding(fact, f"{what}; did you mean `{closest}`" if closest else what)


class _Defined(NamedTuple):
    """The macros that a file defines, in lower case."""

    names: tuple[str, ...]


class _Use(NamedTuple):
    """A macro as it is written in a value."""

    macro: str
    field: str
    program: str  # that reads the file


def _defined_in(facts: Sequence[Fact]) -> set[str]:
    """The macros that the files of facts define."""
    return {name for fact in facts if isinstance(fact.about, _Defined) for name in fact.about.names}


def _bare_values(bib: Bibliography) -> set[int]:
    """Where values begin, or end, over which a program gave up: of these, another rule speaks."""
    starts = {defect.span.start for defect in bib.defects if defect.rule == "lost-entry"}
    return starts | {defect.at for defect in bib.defects if defect.rule == "syntax-error"}


def _places(span: Span) -> tuple[int, ...]:
    """Where a value begins, and where a program may have given up right after it."""
    return (span.start, *range(span.end, span.end + _NEAR))


def _is_known(name: str) -> bool:
    from bibcheck.knowledge.style_macros import is_known_macro  # only a macro that the file does not define asks

    return is_known_macro(name)


def _month_meant(name: str, field: str) -> str:
    """The macro of the month that is written out: `june`."""
    if field == "month" and name[:3] in MONTHS and MONTHS[name[:3]].lower().startswith(name.rstrip(".")):
        return name[:3]
    return ""


def _closest(name: str, field: str, known: list[str]) -> str:
    """The macro that may be meant."""
    if month := _month_meant(name, field):
        return month
    from difflib import get_close_matches  # 9 ms that only a mistake costs

    return next(iter(get_close_matches(name, known, n=1, cutoff=0.7)), "")
