"""Venues under several names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Finding, Fix, Level, Rule, Scope, times
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import has_bare_quote, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import decode
from bibcheck.venues.forms import VenueForm, fill, find_identity, in_known_case, read_form, read_venue_of
from bibcheck.venues.name import sponsors_agree
from bibcheck.venues.series import read_series

if TYPE_CHECKING:
    from typing import Literal


class InconsistentVenue(Rule):
    """Call a journal or a conference by one name throughout a bibliography.

    Names are one venue if bibcheck knows them as such (`bibcheck venue NAME` says what it knows), or if they are equal once
    year, ordinal, sponsor, place and `Proceedings of the` are taken off. How the ordinal is written belongs to the form,
    its number and the year do not. Reported is every entry outside the form that most have; or, with `venue_form`, which the
    setting `venue-form` sets for all rules, outside that form, if any entry has it. An inverted name (`…, 2008
    Symposium on`) and one that has its year twice are the form of none, however many have it.

    Bad:

        @article{a, journal = {SIGOPS Oper. Syst. Rev.}, volume = 41, year = 2007}
                               ^^^^^^^^^^^^^^^^^^^^^^^
        @article{b, journal = {ACM SIGOPS Operating Systems Review}, volume = 42, year = 2008}
        @article{c, journal = {ACM SIGOPS Operating Systems Review}, volume = 43, year = 2009}

    Good:

        @article{a, journal = {ACM SIGOPS Operating Systems Review}, volume = 41, year = 2007}
        @article{b, journal = {ACM SIGOPS Operating Systems Review}, volume = 42, year = 2008}
        @article{c, journal = {ACM SIGOPS Operating Systems Review}, volume = 43, year = 2009}

    Bad:

        @inproceedings{a, booktitle = {Proceedings of the Sixteenth ACM Symposium on Operating Systems Principles}}
        @inproceedings{b, booktitle = {Proceedings of the Fourteenth ACM Symposium on Operating Systems Principles}}
        @inproceedings{c, booktitle = {Proceedings of the 26th Symposium on Operating Systems Principles}}
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @inproceedings{a, booktitle = {Proceedings of the Sixteenth ACM Symposium on Operating Systems Principles}}
        @inproceedings{b, booktitle = {Proceedings of the Fourteenth ACM Symposium on Operating Systems Principles}}
        @inproceedings{c, booktitle = {Proceedings of the Twenty-Sixth ACM Symposium on Operating Systems Principles}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    scope = Scope.PROJECT
    follows = {"venue_form": "venue-form"}

    venue_form: Literal["majority", "full", "abbreviated", "acronym"] = "majority"

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for field in bib.fields("journal", "journaltitle", "booktitle"):
            if not field.is_known or not field.value:
                continue
            venue, text = read_venue_of(field)
            identity, found = find_identity(field, venue, text)
            if identity:
                whole = replace_value(field, "")
                kind = "booktitle" if field.name == "booktitle" else "journal"
                form = read_form(field, venue, text, found)
                about = (form, tuple(whole.span) if whole else None, venue.acronym, _series_acronym(field))
                yield self.fact(f"{kind} {identity}", field.span(0, len(field.text)), about)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        is_known = bool(facts[0].about[0].kind)
        for group in [list(facts)] if is_known else _part_by_sponsors(facts):
            yield from self._judge_venue(group)

    def _judge_venue(self, facts: list[Fact]) -> Iterator[Finding]:
        counts = Counter(fact.about[0].pattern for fact in facts)
        if len(counts) == 1:
            return
        chosen = in_known_case(_choose([fact.about[0] for fact in facts], counts, self.venue_form))
        elsewhere = [fact for fact in facts if fact.about[0].pattern == chosen.pattern]
        if elsewhere:
            chosen = _choose_spelling([fact.about[0] for fact in elsewhere])
        for fact in facts:
            form, whole, acronym, series = fact.about
            if form.pattern != chosen.pattern:
                # A year in the midst of a name is what year-in-venue takes out.
                brings_year = "{year} " in chosen.pattern and "{year} " not in form.pattern
                # An acronym that series has already is what acronym-in-venue takes out.
                brings_acronym = series and not acronym and elsewhere and elsewhere[0].about[2] == series
                is_good = whole and not brings_year and not brings_acronym
                text = fill(chosen, form.ordinal, form.year) if is_good else None
                edits = [Edit(Span(*whole), text)] if text and not has_bare_quote(text) else []
                here, there = _tell_apart(form, chosen)
                rest = f"`{there}` {times(len(elsewhere))}" if elsewhere else f"the name is `{there}`"
                message = f"`{here}` {times(counts[form.pattern])}, and {rest}: one venue under {len(counts)} names"
                yield self.finding(fact, message, *edits, related=elsewhere[:1])


def _series_acronym(field: Field) -> str:
    """The acronym in the series field of the entry; empty where there is none."""
    own = field.entry.field("series") if field.entry else None
    series = read_series(decode(own.text).text) if own else None
    return series.acronym if series else ""


def _tell_apart(form: VenueForm, other: VenueForm) -> tuple[str, str]:
    """Two forms for people, who would see no difference between one ordinal in digits and one in words."""
    if form.shown != other.shown:
        return form.shown, other.shown
    return _spell(form), _spell(other)


def _spell(form: VenueForm) -> str:
    return form.shown.replace("Nth", "Fourth" if "{Ordinal}" in form.pattern else "4th")


def _part_by_sponsors(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Split facts of one name where their sponsors make two venues of it."""
    groups: list[list[Fact]] = []
    for fact in sorted(facts, key=lambda fact: -len(fact.about[0].sponsors)):
        sponsors = fact.about[0].sponsors
        home = next((group for group in groups if sponsors_agree(group[0].about[0].sponsors, sponsors)), None)
        if home is None:
            groups.append([fact])
        else:
            home.append(fact)
    # A name without sponsor fits each of several: then nobody can say which it is.
    if len(groups) > 1:
        groups = [[fact for fact in group if fact.about[0].sponsors] for group in groups]
    return [sorted(group, key=lambda fact: (fact.path, fact.span)) for group in groups if group]


def _choose(forms: list[VenueForm], counts: Counter[str], wanted: str) -> VenueForm:
    """The form that is asked for, else the majority's; in a tie the one that no other rule objects to, then the one by
    which the venue is known, then the one with more capitals, then the first. None that is inverted or has its year twice.

    Of forms that differ in letter case alone the one with more capitals, however few have it.
    """
    asked = [form for form in forms if form.kind == wanted] or forms
    asked = [form for form in asked if not form.is_unfit] or asked
    most = max(counts[form.pattern] for form in asked)
    often = [form for form in asked if counts[form.pattern] == most]
    sound = [form for form in often if not form.is_objectionable]
    chosen = max(sound or often, key=lambda form: (form.rank, _count_capitals(form)))
    alike = [form for form in forms if form.pattern.lower() == chosen.pattern.lower()]
    return max(
        alike, key=lambda form: (not form.is_objectionable, _count_capitals(form), counts[form.pattern], form.rank)
    )


def _choose_spelling(forms: list[VenueForm]) -> VenueForm:
    """Of forms that differ in LaTeX alone, the one that can serve others, and of those the most frequent and the plainest."""
    counts = Counter(form.template for form in forms)
    return max(forms, key=lambda form: (not form.is_bound, counts[form.template], -form.template.count("{")))


def _count_capitals(form: VenueForm) -> int:
    return sum(word[0].isupper() for word in form.pattern.split())
