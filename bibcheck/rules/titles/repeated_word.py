"""Words that stand twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.text.language import may_be_foreign

_TITLES = ("title", "subtitle", "maintitle")
_VENUES = ("booktitle", "booksubtitle", "journal", "journaltitle", "eventtitle")

# No two of these stand together in English. `that that`, `had had`, `is is` do, and so do `in in vitro` and `log on on`.
_TWICE = pattern(
    r"(?<![\w'’\\{\"$.-])(?P<word>the|of|and|for|with|from|by|an|at|to|into|between|using|their|these)[\s~]++(?P=word)"
    r"(?![\w'’}\"$/-]|\.\w)",
    re.IGNORECASE,
)
# What names of venues are made of: `Conference Conference on`. `The Web Conference` has an article of its own.
_VENUE_TWICE = pattern(
    r"(?<![\w'’\\{-])(?P<word>annual|international|conference|symposium|workshop|proceedings|journal|transactions"
    r"|the(?=[\s~]++(?-i:The)\s(?:[0-9]|annual\b|international\b)))[\s~]++(?P=word)(?![\w'’-])",
    re.IGNORECASE,
)
_SPONSOR_TWICE = pattern(
    r"\b(?P<sponsor>USENIX|ACM|IEEE|AAAI|IFIP|SIAM)\b\}?(?P<cut>(?:[\s/]++[\w{}-]++){0,6}?"
    r"\s+(?:Conference|Symposium|Workshop)\s+on(?P<again>\s+\{?(?P=sponsor)\b\}?))(?=\s+[A-Z])"
)
_EVENT_AFTER = pattern(r"[^,(:]{0,120}\b(?:Conference|Symposium|Workshop)\b")
# No other language has these twice in a row: in Danish `for for` may stand together.
_ENGLISH_ALONE = frozenset("the and with from between using their these".split())
_ENGLISH = pattern(r"\b(?:the|of|and|for|with|from|using)\b", re.IGNORECASE)


class _Repetition(NamedTuple):
    words: str
    start: int
    end: int
    cut: tuple[int, int]  # what to take away


class RepeatedWord(Rule):
    """Take out the word that stands twice.

    Reported are words that no English title repeats on purpose (`the the`, `of of`), and in the name of a venue the words
    that it is made of (`Conference Conference on`) and the sponsor that the ACM Digital Library gives twice
    (`USENIX Conference on USENIX …`). Not reported: `that that`, `had had`, names (`Pago Pago`, `The The`) and titles in
    other languages.

    Bad:

        @article{ng99, title = {On the the Design of Operating Systems}}
                                   ^^^^^^^

    Good:

        @article{ng99, title = {On the Design of Operating Systems}}

    Bad:

        @inproceedings{kivity14, booktitle = {Proceedings of the USENIX Conference on USENIX Annual Technical Conference}}
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @inproceedings{kivity14, booktitle = {Proceedings of the USENIX Annual Technical Conference}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, find in ((_TITLES, _find_in_title), (_VENUES, _find_in_venue)):
            for field in bib.fields(*names):
                repetitions = list(find(field.text))
                if not repetitions or (field.entry and may_be_foreign(field.entry)):
                    continue
                for words, start, end, cut in repetitions:
                    yield self.finding(field.span(start, end), f"`{words}` stands twice", replace(field, *cut, ""))


def _find_in_title(text: str) -> Iterator[_Repetition]:
    if _has_neighbours_alike(text):
        yield from _find_twice(text)


def _find_twice(text: str) -> Iterator[_Repetition]:
    english = {word.lower() for word in _ENGLISH.findall(text)}
    for match in _TWICE.finditer(text):
        word, end = match["word"], match.end()
        second = text[end - len(word) : end]
        # The band is `The The`, and names have an article of their own: `the The Hague`.
        # Dutch has `of of`, but no `of of Growth`.
        is_english = second in _ENGLISH_ALONE or (second == "of" and text[end:].lstrip()[:1].isupper())
        if second.islower() and (is_english or english - {second}):
            yield _Repetition(second, match.start(), end, (match.start() + len(word), end))


def _find_in_venue(text: str) -> Iterator[_Repetition]:
    if _has_neighbours_alike(text):
        yield from _find_twice(text)
        for match in _VENUE_TWICE.finditer(text):
            cut = (match.start() + len(match["word"]), match.end())
            yield _Repetition(match["word"], match.start(), match.end(), cut)
    if " on" not in text:
        return
    for match in _SPONSOR_TWICE.finditer(text):
        # `USENIX Conference on USENIX Annual Technical Conference` names an event twice, not only its sponsor.
        cut = match.span("cut" if _EVENT_AFTER.match(text, match.end()) else "again")
        yield _Repetition(match["sponsor"], match.start(), match.end(), cut)


def _has_neighbours_alike(text: str) -> bool:
    text = text.lower().replace("~", " ")
    for mark in "(),.:;":
        text = text.replace(mark, "")
    words = text.split()
    return any(map(eq, words, words[1:]))
