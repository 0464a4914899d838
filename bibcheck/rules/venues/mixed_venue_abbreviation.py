"""Journals of which some are abbreviated and others are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.journals import find_convention, journal_forms
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule, Scope, Vote
from bibcheck.syntax.edits import replace_value
from bibcheck.venues.journal_names import write_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


_HERE = {"full": "in full", "abbreviated": "abbreviated"}


class MixedVenueAbbreviation(Rule):
    """Abbreviate the journals of a bibliography, or give all in full.

    Reported are the entries outside the form that most journals and most entries have, or outside the one that the setting
    `venue-form` asks for. Where neither prevails, the rule says nothing. Only journals that are known
    count, and names with abbreviated words in them; a journal that is its own abbreviation (`Nature`), one of one word and
    an acronym (`PNAS`) do not count. A macro of astronomers (`\\apj`) counts as abbreviated, because it is printed so; if half
    of the entries have one, the rule says nothing. inconsistent-venue reports a journal that stands in both forms. If
    abbreviated-venue or unabbreviated-venue is selected, that rule speaks instead of this one.

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
    yields_to = ("abbreviated-venue", "unabbreviated-venue")
    follows = {"venue_form": "venue-form"}

    venue_form: Literal["majority", "full", "abbreviated", "acronym"] = "majority"

    def votes(self, bib: Bibliography) -> Iterator[Vote]:
        for journal, fields in bib.once(journal_forms).items():
            yield self.vote("journals", journal.form, len(fields), fields[0].span(0, len(fields[0].text)), journal)

    def decide(self, votes: Sequence[Vote]) -> _Decision | None:
        convention = find_convention([(vote.about, vote.times) for vote in votes], self.venue_form)
        if convention is None:
            return None
        conform = [vote for vote in votes if vote.form == convention.form]
        example = min(conform, key=lambda vote: bool(vote.about.is_macro))
        reason = f"{convention.journals} of {convention.total} journals are {_HERE[convention.form]}"
        in_form = frozenset(vote.about.journal for vote in conform)
        return _Decision(convention.form, reason, in_form, example)

    def speak(self, bib: Bibliography, decisions: Mapping[str, _Decision]) -> Iterator[Finding]:
        for decision in decisions.values():
            for name, fields in bib.once(journal_forms).items():
                if name.is_macro or name.form == decision.convention or name.journal in decision.in_form:
                    continue
                other = write_name(name.other, in_ascii=bib.text.isascii()) if name.other else ""
                remedy = "" if other else f": give it {_HERE[decision.convention]}"
                message = f"`{name.text}` {_HERE[name.form]}, where {decision.reason}{remedy}"
                for field in fields:
                    edit = replace_value(field, other) if other else None
                    span = field.span(0, len(field.text))
                    yield self.finding(span, message, *([edit] if edit else []), related=[decision.example])


class _Decision(NamedTuple):
    """The form that journals are to have."""

    convention: str
    reason: str
    in_form: frozenset[str]  # journals that have it somewhere: inconsistent-venue compares their names
    example: Vote
