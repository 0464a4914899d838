"""People whose names are written in several ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import Company, Mention, read_mentions
from bibcheck.knowledge.person_words import SHARED_FAMILIES
from bibcheck.lazy_re import pattern
from bibcheck.names.given import Given, is_short_for, read_given
from bibcheck.names.words import BARE, JOINED, RUN, fold, plain, shape, space_initials
from bibcheck.rule import Fact, Finding, Fix, Level, Place, Related, Rule, Scope
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import brace_quotes

# `M.F.a b`: the marks of affiliations, which Scopus exports with a name.
_MARKS = pattern(r"[.\s][a-z](?![^\W_]|[.'’-])")
_BARE = (BARE, RUN, JOINED)
_MOST_PEOPLE = 30
_MANY = 3  # times that a shorter form stands for each fuller one
_MOST_FORMS = 40  # of one family name and initial, beyond which nobody can tell who is who


class InconsistentAuthor(Rule):
    """Write a person's name in one form throughout the project, with the given names as full as you have them.

    `X. Zhu` in one reference and `Xiaoyun Zhu` in another are sorted apart, and author-year styles treat them as two people.
    Two names are one person's if the family names are equal, one form of the given names is short for the other and for no
    other, and there is evidence: a co-author in common, or, if a given name is in full, the same journal or conference. Names
    that differ only in accents are one person's too. The shorter form is reported, and the fix writes the fullest one; a form
    that is outnumbered three to one by a shorter one with a full given name is reported instead, without a fix, which would
    take initials away. A list in which all names have initials alone is in a form of its own and is not reported, nor are
    lists of more than 30 people.

    Bad:

        @inproceedings{hunt07, author = {Hunt, Galen and Aiken, Mark and Larus, J.}}
                                         ^^^^^^^^^^^                     ^^^^^^^^^
        @article{hunt08, author = {Hunt, Galen C. and Larus, James R.}}

    Good:

        @inproceedings{hunt07, author = {Hunt, Galen C. and Aiken, Mark and Larus, James R.}}
        @article{hunt08, author = {Hunt, Galen C. and Larus, James R.}}

    Good:

        @article{wang19, author = {Wang, Wei and Ng, Ann}}
        @article{wang20, author = {Wang, Wenhao and Ng, Ann}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    scope = Scope.PROJECT
    smallest_group = 2
    differing_forms = True

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        for mention in read_mentions(bib, _MOST_PEOPLE):
            if not _MARKS.search(mention.given):
                form = f"{mention.given}\n{mention.family}"
                yield self.fact(mention.person, mention.span, mention, entry=mention.company.key, form=form)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        person = facts[0].key
        forms: dict[Given, list[Fact]] = {}
        for fact in facts:
            forms.setdefault(read_given(fact.about.given), []).append(fact)
        if len(forms) > _MOST_FORMS:
            return
        for form, written in forms.items():
            fuller = _fuller_forms(form, forms)
            if not fuller:
                yield from self._compare_accents(person, form, written)
                continue
            others = [fact for full in fuller for fact in forms[full]]
            full = max(forms[fuller[0]], key=_care)
            if _outnumbers(form, written, others):
                written, others, full = others, written, max(written, key=_care)
            evidence = _Evidence(person, others)
            for fact in written:
                mention: Mention = fact.about
                if not _keeps_initials(mention, full.about) and (
                    found := evidence.find(mention.company, not form.is_abbreviated)
                ):
                    yield self._report(fact, full, *found)

    def _compare_accents(self, person: str, form: Given, written: list[Fact]) -> Iterator[Finding]:
        """The mentions of one form without the accents that all others with accents agree on."""
        spelled: dict[str, list[Fact]] = {}
        for fact in written:
            spelled.setdefault(_letters(fact.about), []).append(fact)
        accented = [facts for letters, facts in spelled.items() if not letters.isascii()]
        if len(accented) != 1:
            return
        evidence = _Evidence(person, accented[0])
        for letters, facts in spelled.items():
            for fact in facts if letters.isascii() else ():
                if found := evidence.find(fact.about.company, not form.is_abbreviated):
                    yield self._report(fact, accented[0][0], *found)

    def _report(self, fact: Fact, fullest: Fact, other: Fact, reason: str) -> Finding:
        mention: Mention = fact.about
        full: Mention = fullest.about
        edits = []
        # What has accents, or an initial, that the other form has not is for the author to mend.
        has_less = read_given(full.given).fullness < read_given(mention.given).fullness
        if (
            mention.is_literal
            and not has_less
            and (_bare_letters(mention.given).isascii() or not _bare_letters(full.given).isascii())
        ):
            edits.append(Edit(Span(*mention.given_span), brace_quotes(_with_full_stops(full.given))))
            if _bare_letters(mention.family).isascii() and not _bare_letters(full.family).isascii():
                edits.append(Edit(Span(*mention.family_span), brace_quotes(full.family)))
        written, wanted = (f"`{name.given} {name.family}`" for name in (mention, full))
        message = f"{written} seems to be {wanted} of `{fullest.entry}`, {reason}: write the name in one form"
        place = Place(fact.path, fact.span, fact.entry, mention.company.field)
        return self.finding(place, message, *edits, related=[Related(other.path, other.span, "the same person")])


class _Evidence:
    """Whom and where a person has been seen with, from the mentions of the full form."""

    def __init__(self, person: str, facts: Iterable[Fact]) -> None:
        self.person = person
        self.is_shared_name = person[:-2] in SHARED_FAMILIES
        self.people: dict[str, Fact] = {}
        self.venues: dict[str, Fact] = {}
        for fact in facts:
            for other in fact.about.company.people:
                self.people.setdefault(other, fact)
            self.venues.setdefault(fold(fact.about.company.venue), fact)

    def find(self, company: Company, has_full_name: bool) -> tuple[Fact, str] | None:
        """The mention that shows who this is, and how: by a co-author, two if many bear their names, or by the venue."""
        if company.people.count(self.person) > 1:
            return None
        shared = [other for other in company.people if other in self.people and other != self.person]
        if len(shared) > 1 or any(other[:-2] not in SHARED_FAMILIES for other in shared):
            count = f"{len(shared)} co-authors" if len(shared) > 1 else "a co-author"
            return self.people[shared[0]], f"with {count} in common"
        venue = fold(company.venue)
        if has_full_name and venue and venue in self.venues and not self.is_shared_name:
            return self.venues[venue], "in the same journal or conference"
        return None


def _fuller_forms(form: Given, forms: Iterable[Given]) -> list[Given]:
    """The forms that a form is short for, the fullest first; none if they are not all one person's."""
    fuller = sorted(
        (other for other in forms if is_short_for(form, other)), key=lambda given: given.fullness, reverse=True
    )
    return fuller if all(is_short_for(other, fuller[0]) for other in fuller[1:]) else []


def _outnumbers(form: Given, written: list[Fact], fuller: list[Fact]) -> bool:
    """Whether a form with a full given name is so much more frequent than the fuller ones that it is how the person signs."""
    return not form.is_abbreviated and len(written) >= _MANY * len(fuller)


def _keeps_initials(mention: Mention, full: Mention) -> bool:
    """Whether a name is in a list of initials alone, which a full name would make a mixture."""
    company = mention.company
    return len(company.people) > 1 and not company.has_full_names and not read_given(full.given).is_abbreviated


def _care(fact: Fact) -> tuple[bool, int]:
    """What tells the best written of the mentions of a form: accents, then full stops."""
    return not _letters(fact.about).isascii(), fact.about.given.count(".")


def _with_full_stops(given: str) -> str:
    """Given names with their initials apart, each with its full stop: they are to be written once."""
    words = given.split(" ")
    return " ".join(
        space_initials(word) if "\\" not in word and "{" not in word and shape(word) in _BARE else word
        for word in words
    )


def _letters(mention: Mention) -> str:
    return _bare_letters(mention.given) + _bare_letters(mention.family)


def _bare_letters(text: str) -> str:
    """The letters of a name, accents included."""
    return "".join([letter for letter in plain(text).lower() if letter.isalpha()])
