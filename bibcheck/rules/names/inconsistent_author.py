"""People whose names are written in several ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import Mention, read_mentions
from bibcheck.knowledge.person_words import SHARED_FAMILIES
from bibcheck.lazy_re import pattern
from bibcheck.names.given import Given, is_short_for, read_given
from bibcheck.names.words import BARE, JOINED, RUN, fold, plain, shape, space_initials
from bibcheck.rule import Fact, Finding, Fix, Level, Related, Rule, Scope
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
                yield self.fact(mention.person, mention.span, mention, entry=mention.key, form=form)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        person = facts[0].key
        forms: dict[Given, list[Mention]] = {}
        for fact in facts:
            forms.setdefault(read_given(fact.about.given), []).append(fact.about._replace(path=fact.path))
        if len(forms) > _MOST_FORMS:
            return
        for form, written in forms.items():
            fuller = _fuller_forms(form, forms)
            if not fuller:
                yield from self._compare_accents(person, form, written)
                continue
            others = [mention for full in fuller for mention in forms[full]]
            full = max(forms[fuller[0]], key=_care)
            if _outnumbers(form, written, others):
                written, others, full = others, written, max(written, key=_care)
            evidence = _Evidence(person, others)
            for mention in written:
                if not _keeps_initials(mention, full) and (found := evidence.find(mention, not form.is_abbreviated)):
                    yield self._report(mention, full, *found)

    def _compare_accents(self, person: str, form: Given, written: list[Mention]) -> Iterator[Finding]:
        """The mentions of one form without the accents that all others with accents agree on."""
        spelled: dict[str, list[Mention]] = {}
        for mention in written:
            spelled.setdefault(_letters(mention), []).append(mention)
        accented = [mentions for letters, mentions in spelled.items() if not letters.isascii()]
        if len(accented) != 1:
            return
        evidence = _Evidence(person, accented[0])
        for letters, mentions in spelled.items():
            for mention in mentions if letters.isascii() else ():
                if found := evidence.find(mention, not form.is_abbreviated):
                    yield self._report(mention, accented[0][0], *found)

    def _report(self, mention: Mention, full: Mention, other: Mention, reason: str) -> Finding:
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
        message = f"{written} seems to be {wanted} of `{full.key}`, {reason}: write the name in one form"
        place = Fact("", mention.path, mention.span, None, mention.key, mention.field)
        related = [Related(other.path, other.span, "the same person")]
        return self.finding(place, message, *edits, related=related)


class _Evidence:
    """Whom and where a person has been seen with, from the mentions of the full form."""

    def __init__(self, person: str, mentions: Iterable[Mention]) -> None:
        self.person = person
        self.is_shared_name = person[:-2] in SHARED_FAMILIES
        self.company: dict[str, Mention] = {}
        self.venues: dict[str, Mention] = {}
        for mention in mentions:
            for other in mention.company:
                self.company.setdefault(other, mention)
            self.venues.setdefault(fold(mention.venue), mention)

    def find(self, mention: Mention, has_full_name: bool) -> tuple[Mention, str] | None:
        """The mention that shows who this is, and how: by a co-author, two if many bear their names, or by the venue."""
        if mention.company.count(self.person) > 1:
            return None
        shared = [other for other in mention.company if other in self.company and other != self.person]
        if len(shared) > 1 or any(other[:-2] not in SHARED_FAMILIES for other in shared):
            count = f"{len(shared)} co-authors" if len(shared) > 1 else "a co-author"
            return self.company[shared[0]], f"with {count} in common"
        venue = fold(mention.venue)
        if has_full_name and venue and venue in self.venues and not self.is_shared_name:
            return self.venues[venue], "in the same journal or conference"
        return None


def _fuller_forms(form: Given, forms: Iterable[Given]) -> list[Given]:
    """The forms that a form is short for, the fullest first; none if they are not all one person's."""
    fuller = sorted(
        (other for other in forms if is_short_for(form, other)), key=lambda given: given.fullness, reverse=True
    )
    return fuller if all(is_short_for(other, fuller[0]) for other in fuller[1:]) else []


def _outnumbers(form: Given, written: list[Mention], fuller: list[Mention]) -> bool:
    """Whether a form with a full given name is so much more frequent than the fuller ones that it is how the person signs."""
    return not form.is_abbreviated and len(written) >= _MANY * len(fuller)


def _keeps_initials(mention: Mention, full: Mention) -> bool:
    """Whether a name is in a list of initials alone, which a full name would make a mixture."""
    return len(mention.company) > 1 and not mention.has_full_names and not read_given(full.given).is_abbreviated


def _care(mention: Mention) -> tuple[bool, int]:
    """What tells the best written of the mentions of a form: accents, then full stops."""
    return not _letters(mention).isascii(), mention.given.count(".")


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
