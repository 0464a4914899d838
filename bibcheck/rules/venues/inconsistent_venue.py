"""Venues under several names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.journals import find_convention, journal_forms
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule, Scope, Vote, dominant, tell_forms, times
from bibcheck.syntax.edits import has_bare_quote
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import decode
from bibcheck.venues.forms import VenueForm, fill, find_identity, in_known_case, plain_number, read_form, read_venue_of
from bibcheck.venues.name import sponsors_agree
from bibcheck.venues.rewriting import rewrite
from bibcheck.venues.series import read_series

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


_SMALL = frozenset("a an and at by for from in of on the to with".split())
_CONVENTION = "convention"  # the key under which is voted on whether journals are abbreviated
_SPACED_MARK = pattern(r" [:;,.]")
_GLUED = pattern(r"[a-z]\.[A-Z]")
# `Bulletin linguistique et ethnologique`: in such names capitals are no better.
_FOREIGN = pattern(r"\b(?:et|de|des|du|la|le|les|und|der|die|das|des|für|zur|el|los|y|e|di|della|dei|och|van|het)\b")
_PLACEHOLDER = pattern(r"\{[a-zA-Z]++\}")
_NUMBER = pattern(r"[0-9]++")
_MANY = 3  # times that the name of a book stands in one letter case for each other one


class InconsistentVenue(Rule):
    """Call a journal or a conference by one name throughout a bibliography.

    Names are one venue if bibcheck knows them as such (`bibcheck venue NAME` says what it knows), or if they are equal once
    year, ordinal, sponsor, place and `Proceedings of the` are taken off. How the ordinal is written belongs to the form, its
    number and the year do not. Reported is every entry outside the form that most have; or, with `venue_form`, which the
    setting `venue-form` sets for all rules, outside that form, if any entry has it. Of a journal in full and abbreviated it is
    the form that most journals have, where mixed-venue-abbreviation sees that one prevails. An inverted name (`…, 2008
    Symposium on`), one that has its year twice and one in capitals throughout are the form of none, however many have it. No
    fix drops a number other than the year of the entry: `Yearbook of Trees 1927`, printed in 1928, keeps it.

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

    def votes(self, bib: Bibliography) -> Iterator[Vote]:
        found: dict[tuple[str, _Form], list[Field]] = {}
        for mention in bib.once(_read_mentions):
            form = _Form(mention.of_all_years, mention.acronym)
            found.setdefault((mention.key, form), []).append(mention.field)
        for (key, form), fields in found.items():
            yield self.vote(key, form.form.pattern, len(fields), fields[0].span(0, len(fields[0].text)), form)
        for journal, fields in bib.once(journal_forms).items():
            yield self.vote(_CONVENTION, journal.form, len(fields), fields[0].span(0, len(fields[0].text)), journal)

    def decide(self, votes: Sequence[Vote]) -> _Decisions | None:
        if votes[0].key == _CONVENTION:
            convention = find_convention([(vote.about, vote.times) for vote in votes], self.venue_form)
            return _Decisions({}, convention.form) if convention else None
        is_known = bool(votes[0].about.form.kind)
        groups = [list(votes)] if is_known else _part_by_sponsors(votes)
        wanted = {vote.about.form.kind for vote in votes} & {"full", "abbreviated"} | {self.venue_form}
        by_form = {
            form: [decision for group in groups if (decision := _decide_venue(group, form, is_known))]
            for form in wanted
        }
        return _Decisions(by_form, "")

    def speak(self, bib: Bibliography, decisions: Mapping[str, _Decisions]) -> Iterator[Finding]:
        convention = decisions[_CONVENTION].convention if _CONVENTION in decisions else ""
        for mention in bib.once(_read_mentions):
            if mention.key not in decisions:
                continue
            by_form = decisions[mention.key].by_form
            is_free = self.venue_form == "majority" and mention.key.startswith("journal ")
            for decision in by_form[convention if is_free and convention in by_form else self.venue_form]:
                if not decision.sponsors or mention.form.sponsors in decision.sponsors:
                    yield from self._compare(mention, decision)

    def _compare(self, mention: _Mention, decision: _Decision) -> Iterator[Finding]:
        form, chosen = mention.form, decision.chosen
        if form.pattern == chosen.pattern:
            return
        # A year in the midst of a name is what year-in-venue takes out.
        brings_year = "{year} " in chosen.pattern and "{year} " not in form.pattern
        # An acronym that series has already is what acronym-in-venue takes out.
        series = _series_acronym(mention.field)
        brings_acronym = series and not mention.acronym and decision.example and decision.acronym == series
        # `Front.Big Data` lacks a space, however many have it.
        brings_fault = _GLUED.search(chosen.pattern) and not _GLUED.search(form.pattern)
        is_told = not (brings_year or brings_acronym or brings_fault)
        text = fill(chosen, form.ordinal, form.year) if is_told else None
        if text and _drops_number(mention, text):
            text = None
        edit = rewrite(mention.field, text) if text and not has_bare_quote(text) else None
        tell = _spell if form.shown == chosen.shown else _shown
        counts: Counter[str] = Counter()
        for other, count in decision.counts.items():
            counts[tell(other)] += count
        if edit and not decision.example:
            remedy = f"write `{decode(text or '').text.strip('{}')}`"
        else:
            remedy = f"one venue in {len(counts)} forms" if edit else f"use one of its {len(counts)} forms"
        message = f"{_tell(tell(form), tell(chosen), counts)}: {remedy}"
        span = mention.field.span(0, len(mention.field.text))
        related = [decision.example] if decision.example else []
        yield self.finding(span, message, *([edit] if edit else []), related=related)


class _Decisions(NamedTuple):
    """The forms that a venue is to have, if one of those prevails in the whole bibliography, or which one does."""

    by_form: dict[str, list[_Decision]]
    convention: str


class _Mention(NamedTuple):
    """A venue in a field."""

    key: str  # equal for all names of one venue
    field: Field
    form: VenueForm
    of_all_years: VenueForm  # the form without what its edition has
    acronym: str


class _Form(NamedTuple):
    """How a venue is written, whatever its edition."""

    form: VenueForm
    acronym: str


class _Decision(NamedTuple):
    """The form that a venue is to have."""

    chosen: VenueForm
    sponsors: tuple[tuple[str, ...], ...]  # those of the names that are meant; empty where all are
    counts: dict[VenueForm, int]  # how often each form occurs: one for each pattern
    example: Vote | None  # the first place of the form
    acronym: str  # the one there


def _read_mentions(bib: Bibliography) -> list[_Mention]:
    """The venues of a file. How a text is taken apart does not depend on its entry, so that is done once."""
    mentions = []
    forms: dict[tuple[str, str, bool], tuple[VenueForm, VenueForm]] = {}
    for field in bib.fields("journal", "journaltitle", "booktitle"):
        if not field.is_known or not field.value:
            continue
        venue, text = read_venue_of(field)
        identity, found = find_identity(bib.venues, field, venue, text)
        if identity:
            kind = "booktitle" if field.name == "booktitle" else "journal"
            written_so = (field.text, kind, found is not None)
            if written_so not in forms:
                form = read_form(field, venue, text, found)
                forms[written_so] = form, form._replace(ordinal=None, year=None)
            form, of_all_years = forms[written_so]
            if venue.year is None:
                form = form._replace(year=plain_number(field))
            mentions.append(_Mention(f"{kind} {identity}", field, form, of_all_years, venue.acronym))
    return mentions


def _decide_venue(votes: list[Vote], wanted: str, is_known: bool) -> _Decision | None:
    counts: Counter[str] = Counter()
    for vote in votes:
        counts[vote.form] += vote.times
    if len(counts) == 1:
        return None
    chosen = _choose([vote.about.form for vote in votes], counts, wanted)
    elsewhere = [vote for vote in votes if vote.form == chosen.pattern]
    if elsewhere:
        chosen = _choose_spelling(elsewhere)
    sponsors = () if is_known else tuple(dict.fromkeys(vote.about.form.sponsors for vote in votes))
    example = elsewhere[0] if elsewhere else None
    occurring = {vote.form: vote.about.form for vote in reversed(votes)}
    told = {occurring[pattern]: count for pattern, count in counts.items()}
    return _Decision(chosen, sponsors, told, example, example.about.acronym if example else "")


def _drops_number(mention: _Mention, text: str) -> bool:
    """Whether a number would be lost with which the entry is told from others: `Yearbook of Trees 1927`, printed in 1928."""
    year = str(plain_number(mention.field) or "")
    told = {year, year[2:], str(mention.form.ordinal), *_NUMBER.findall(text)}
    return not told.issuperset(_NUMBER.findall(mention.field.text))


def _series_acronym(field: Field) -> str:
    """The acronym in the series field of the entry; empty where there is none."""
    own = field.entry.field("series") if field.entry else None
    series = read_series(decode(own.text).text) if own else None
    return series.acronym if series else ""


def _tell(own: str, chosen: str, counts: Mapping[str, int]) -> str:
    """How often a form occurs, beside the one that is chosen, or the most frequent one where that occurs nowhere."""
    others = [form for form in counts if form != own]
    if not others:
        return f"`{own}` {times(counts[own])}"
    return tell_forms(own, chosen if chosen in others else max(others, key=counts.__getitem__), counts)


def _shown(form: VenueForm) -> str:
    return form.shown


def _spell(form: VenueForm) -> str:
    """A form with an example of its ordinal, to tell digits from words."""
    return form.shown.replace("Nth", "Fourth" if "{Ordinal}" in form.pattern else "4th")


def _part_by_sponsors(votes: Sequence[Vote]) -> list[list[Vote]]:
    """Split the forms of one name where their sponsors make two venues of it."""
    groups: list[list[Vote]] = []
    for vote in sorted(votes, key=lambda vote: -len(vote.about.form.sponsors)):
        sponsors = vote.about.form.sponsors
        home = next((group for group in groups if sponsors_agree(group[0].about.form.sponsors, sponsors)), None)
        if home is None:
            groups.append([vote])
        else:
            home.append(vote)
    # A name without sponsor fits each of several: then nobody can say which it is.
    if len(groups) > 1:
        groups = [[vote for vote in group if vote.about.form.sponsors] for group in groups]
    return [sorted(group, key=lambda vote: (vote.path, vote.span)) for group in groups if group]


def _choose(forms: list[VenueForm], counts: Counter[str], wanted: str) -> VenueForm:
    """The form that is asked for, else the one that nine of ten have, else the majority's in its best letter case.

    A venue that is not known keeps the letter case that three of four have; one with a foreign name that of most. In a tie
    it is the form that no other rule objects to, then the one by which the venue is known, then the plainest, then the one
    with more capitals, then the first. An inverted name, and one that has its year twice, is not chosen.
    """
    asked = [form for form in forms if form.kind == wanted] or forms
    asked = [form for form in asked if not form.is_unfit] or asked
    # The only one of the form that is asked for is not one that nine of ten have, unless it is that of all.
    patterns = {form.pattern for form in asked}
    often = dominant({pattern: counts[pattern] for pattern in patterns} if len(patterns) > 1 else counts)
    if often in patterns:
        return next(form for form in asked if form.pattern == often)
    most = max(counts[form.pattern] for form in asked)
    frequent = [form for form in asked if counts[form.pattern] == most]
    sound = [form for form in frequent if not form.is_objectionable]
    chosen = max(sound or frequent, key=lambda form: (form.rank, _is_plain(form), _count_capitals(form)))
    alike = [form for form in forms if form.pattern.lower() == chosen.pattern.lower()]
    others = sum(counts[pattern] for pattern in {form.pattern for form in alike} - {chosen.pattern})
    is_cased = _count_capitals(chosen) and (counts[chosen.pattern] >= _MANY * others or _FOREIGN.search(chosen.pattern))
    if not chosen.kind and not chosen.is_objectionable and is_cased:
        return in_known_case(chosen)
    best = max(
        alike, key=lambda form: (not form.is_objectionable, _count_capitals(form), counts[form.pattern], form.rank)
    )
    return in_known_case(best)


def _is_plain(form: VenueForm) -> bool:
    """Whether a form has no commands and no space before a punctuation mark."""
    return "\\" not in form.template and not _SPACED_MARK.search(form.pattern)


def _choose_spelling(votes: list[Vote]) -> VenueForm:
    """Of forms that differ in LaTeX alone, the one that can serve others, and of those the most frequent and the plainest."""
    counts: Counter[str] = Counter()
    for vote in votes:
        counts[vote.about.form.template] += vote.times
    forms: list[VenueForm] = [vote.about.form for vote in votes]
    return max(forms, key=lambda form: (not form.is_bound, counts[form.template], -form.template.count("{")))


def _count_capitals(form: VenueForm) -> int:
    """How many words have a capital, but for those that have none in a title: `Computing In Science`; 0 for `ALL OF THEM`."""
    if _PLACEHOLDER.sub("", form.pattern).isupper() and " " in form.pattern.strip():
        return 0
    first, *rest = form.pattern.split() or [""]
    return first[:1].isupper() + sum(word.islower() if word.lower() in _SMALL else word[0].isupper() for word in rest)
