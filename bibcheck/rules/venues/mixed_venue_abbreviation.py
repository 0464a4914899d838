"""Journals of which some are abbreviated and others are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from bibcheck.bibliography import Bibliography
from bibcheck.edits import replace_value
from bibcheck.journal_names import JOURNALS, looks_abbreviated, read_journal_name, write_name
from bibcheck.rule import Edit, Fact, Finding, Fix, Level, Rule, Scope
from bibcheck.syntax.tree import Field
from bibcheck.values.latex import decode

_FEWEST = 2  # entries that make a convention
_SHARE = 0.6
_HERE = {"full": "in full", "abbreviated": "abbreviated"}
_ELSEWHERE = {"full": "give the journal in full", "abbreviated": "abbreviate the journal"}


class MixedVenueAbbreviation(Rule):
    """Abbreviate the journals of a bibliography, or give all in full.

    Reported are the entries outside the form that most have, or outside the one that the setting `venue-form` asks for.
    Where neither prevails, the rule says nothing. Only journals that are known count, and names with abbreviated words in
    them; a journal that is its own abbreviation (`Nature`), one of one word and an acronym (`PNAS`) are neither. Where
    abbreviated-venue or unabbreviated-venue is selected, that rule speaks in place of this one.

    Bad:

        @article{a, journal = {Communications of the ACM}}
        @article{b, journal = {Journal of the ACM}}
        @article{c, journal = {Physical Review Letters}}
        @article{d, journal = {IEEE J. Sel. Areas Commun.}}
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @article{a, journal = {Communications of the ACM}}
        @article{b, journal = {Journal of the ACM}}
        @article{c, journal = {Physical Review Letters}}
        @article{d, journal = {IEEE Journal on Selected Areas in Communications}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    scope = Scope.PROJECT

    venue_form: Literal["majority", "full", "abbreviated", "acronym"] = "majority"

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for field in bib.fields(*JOURNALS):
            form, text, other = _read(field)
            if form:
                edit = replace_value(field, write_name(bib, other)) if other else None
                yield self.fact("journals", field.span(0, len(field.text)), (form, text, edit))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        counts = Counter(fact.about[0] for fact in facts)
        convention = self.venue_form
        if convention not in counts:
            convention, count = counts.most_common(1)[0]
            if count < _FEWEST or count < _SHARE * len(facts):
                return
        example = next(fact for fact in facts if fact.about[0] == convention)
        for fact in facts:
            form, text, edit = fact.about
            if form != convention:
                rest = f"{counts[convention]} of {len(facts)} entries {_ELSEWHERE[convention]}"
                message = f"`{text}` {_HERE[form]}, where {rest}"
                yield self.finding(fact, message, *([Edit(*edit)] if edit else []), related=[example])


def _read(field: Field) -> tuple[str, str, str]:
    """Whether a journal is "full" or "abbreviated", as what it stands there, and how it is called in the other form."""
    name = read_journal_name(field)
    if name:
        is_countable = name.form in _HERE and " " in name.text
        return (
            name.form if is_countable else "",
            name.text,
            name.full if name.form == "abbreviated" else name.abbreviation,
        )
    text = decode(field.text).text if field.is_known else ""
    return "abbreviated" if looks_abbreviated(text) else "", text, ""
