"""Journals of which some are abbreviated and others are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule, Scope, Vote
from bibcheck.syntax.edits import replace_value
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import decode
from bibcheck.values.folding import fold_name
from bibcheck.venues.journal_names import JOURNALS, is_journal_macro, looks_abbreviated, read_journal_name, write_name
from bibcheck.venues.recognise import Venues

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


_FEWEST = 2  # journals that make a convention
_SHARE = 0.65  # of the journals, and of the entries
_HERE = {"full": "in full", "abbreviated": "abbreviated"}


class MixedVenueAbbreviation(Rule):
    """Abbreviate the journals of a bibliography, or give all in full.

    Reported are the entries outside the form that most journals and most entries have, or outside the one that the setting
    `venue-form` asks for. Where neither prevails, the rule says nothing. Only journals that are known
    count, and names with abbreviated words in them; a journal that is its own abbreviation (`Nature`), one of one word and
    an acronym (`PNAS`) are neither. A macro of astronomers (`\\apj`), which is printed abbreviated, counts so, and where half
    of the entries have one, the others are no measure. Where abbreviated-venue or unabbreviated-venue is selected, that rule
    speaks in place of this one.

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
        found: dict[_Name, list[Field]] = {}
        for field in bib.fields(*JOURNALS):
            if name := _name_in(bib.venues, field):
                found.setdefault(name, []).append(field)
        for name, fields in found.items():
            yield self.vote("journals", name.form, len(fields), fields[0].span(0, len(fields[0].text)), name)

    def decide(self, votes: Sequence[Vote]) -> _Decision | None:
        written = [vote for vote in votes if not vote.about.is_macro]
        total = sum(vote.times for vote in votes)
        if 2 * sum(vote.times for vote in written) <= total:
            return None
        counts = Counter(form for form, _ in {(vote.form, vote.about.journal) for vote in votes})
        convention: str = self.venue_form
        if convention not in counts:
            convention, count = counts.most_common(1)[0]
            entries = sum(vote.times for vote in votes if vote.form == convention)
            if count < _FEWEST or count < _SHARE * counts.total() or entries < _SHARE * total:
                return None
        example = next(vote for vote in (*written, *votes) if vote.form == convention)
        rest = f"{counts[convention]} of {counts.total()} journals are {_HERE[convention]}"
        return _Decision(convention, rest, example)

    def speak(self, bib: Bibliography, decisions: Mapping[str, _Decision]) -> Iterator[Finding]:
        for decision in decisions.values():
            for field in bib.fields(*JOURNALS):
                name = _name_in(bib.venues, field)
                if name and not name.is_macro and name.form != decision.convention:
                    other = write_name(name.other, in_ascii=bib.text.isascii()) if name.other else ""
                    edit = replace_value(field, other) if other else None
                    message = f"`{name.text}` {_HERE[name.form]}, where {decision.reason}"
                    span = field.span(0, len(field.text))
                    yield self.finding(span, message, *([edit] if edit else []), related=[decision.example])


class _Name(NamedTuple):
    """How a journal is called in an entry."""

    form: str  # "full" or "abbreviated"
    text: str
    journal: str  # equal for two names of one journal that is known
    other: str  # its name in the other form; empty where that is not known
    is_macro: bool


class _Decision(NamedTuple):
    """The form that journals are to have."""

    convention: str
    reason: str
    example: Vote


def _name_in(venues: Venues, field: Field) -> _Name | None:
    if is_journal_macro(field):
        return _Name("abbreviated", field.text, field.text, "", True)
    form, text, journal, other = _read(venues, field)
    return _Name(form, text, journal, other, False) if form else None


def _read(venues: Venues, field: Field) -> tuple[str, str, str, str]:
    """Whether a journal is "full" or "abbreviated", as what it stands there, which it is, and how it is called in the other
    form.
    """
    name = read_journal_name(venues, field)
    if name:
        is_countable = name.form in _HERE and " " in name.text
        return (
            name.form if is_countable else "",
            name.text,
            name.id,
            name.full if name.form == "abbreviated" else name.abbreviation,
        )
    text = decode(field.text).text if field.is_known else ""
    return "abbreviated" if looks_abbreviated(text) else "", text, fold_name(text), ""
