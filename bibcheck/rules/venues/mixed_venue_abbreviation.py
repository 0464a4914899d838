"""Journals of which some are abbreviated and others are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Finding, Fix, Level, Rule, Scope
from bibcheck.source import Edit
from bibcheck.syntax.edits import replace_value
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import decode
from bibcheck.values.folding import fold_name
from bibcheck.venues.journal_names import JOURNALS, is_journal_macro, looks_abbreviated, read_journal_name, write_name

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

    venue_form: Literal["majority", "full", "abbreviated", "acronym"] = "majority"

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for field in bib.fields(*JOURNALS):
            if is_journal_macro(field):
                about = _Written("abbreviated", field.text, field.text, None, True)
            elif (read := _read(field)) and read[0]:
                form, text, journal, other = read
                edit = replace_value(field, write_name(other, in_ascii=bib.text.isascii())) if other else None
                about = _Written(form, text, journal, edit, False)
            else:
                continue
            yield self.fact("journals", field.span(0, len(field.text)), about)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        written = [fact for fact in facts if not fact.about.is_macro]
        if 2 * len(written) <= len(facts):
            return
        counts = Counter(form for form, _ in {(fact.about.form, fact.about.journal) for fact in facts})
        convention = self.venue_form
        if convention not in counts:
            convention, count = counts.most_common(1)[0]
            entries = sum(fact.about.form == convention for fact in facts)
            if count < _FEWEST or count < _SHARE * counts.total() or entries < _SHARE * len(facts):
                return
        example = next(fact for fact in (*written, *facts) if fact.about.form == convention)
        rest = f"{counts[convention]} of {counts.total()} journals are {_HERE[convention]}"
        for fact in written:
            form, text, _, edit, _ = fact.about
            if form != convention:
                message = f"`{text}` {_HERE[form]}, where {rest}"
                yield self.finding(fact, message, *([Edit(*edit)] if edit else []), related=[example])


class _Written(NamedTuple):
    """How a journal is written in an entry."""

    form: str  # "full" or "abbreviated"
    text: str
    journal: str  # equal for two names of one journal that is known
    edit: Edit | None  # writes it in the other form
    is_macro: bool


def _read(field: Field) -> tuple[str, str, str, str]:
    """Whether a journal is "full" or "abbreviated", as what it stands there, which it is, and how it is called in the other
    form.
    """
    name = read_journal_name(field)
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
