"""Words in braces here and bare there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.proper_names import proper_names
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Fix, Level, Rule, Scope
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.values.letter_case import LOWERED_TYPES, has_inner_capitals
from bibcheck.values.titles import TitleWord, title_words

_WORD = pattern(r"[^\W\d_]+")
# `{Markov}`, and `{M}arkov` as many write it.
_BRACED = pattern(r"\{([^\W\d_][^{}\\]*)\}([^\W\d_]*+)")
_SHORTEST = 3


class InconsistentProtection(Rule):
    """Put braces around a name in every title if one title has them.

    Reported are names of people, places, languages and products that have braces (`{Markov}` or `{M}arkov`) in one title of
    the file and none in another, and that are never in lower case. unprotected-capitals reports acronyms and words with
    capitals inside.

    Bad:

        @article{a, title = {Inference in {Bayesian} networks}}
        @article{b, title = {Learning with Bayesian models}}
                                           ^^^^^^^^

    Good:

        @article{a, title = {Inference in {Bayesian} networks}}
        @article{b, title = {Learning with {Bayesian} models}}
    """

    level = Level.WARNING
    fix = Fix.SAFE
    scope = Scope.FILE

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        names = bib.of_whole(_braced_names)
        for field in bib.fields("title") if names else ():
            if names.isdisjoint(_WORD.findall(field.text.lower().replace("{", "").replace("}", ""))):
                continue
            lowered = field.entry is not None and field.entry.type in LOWERED_TYPES
            words = title_words(field.text)
            braced = [word for word in words if not word.bare and _is_alone(field, word)]
            # Where an exporter braced every capital, it meant none of them.
            meant = len(braced) < max(3, sum(word.text[0].isupper() for word in words if not word.opens))
            for word in words:
                if len(word.text) < _SHORTEST or word.text.lower() not in names or has_inner_capitals(word):
                    continue
                span = field.span(word.start, word.end)
                if word in braced and meant and word.text[0].isupper():
                    yield self.fact(word.text.lower(), span, _Mention("braced", word.text))
                elif word.bare and not word.text[0].isupper():
                    yield self.fact(word.text.lower(), span, _Mention("lower", word.text))
                elif word.bare and lowered and not word.opens:
                    edit = replace(field, word.start, word.end, f"{{{word.text}}}")
                    yield self.fact(word.text.lower(), span, _Mention("bare", word.text, edit.span if edit else None))

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        kinds = {fact.about.kind for fact in facts}
        if not {"braced", "bare"} <= kinds or "lower" in kinds or facts[0].about.text not in proper_names():
            return
        example = next(fact for fact in facts if fact.about.kind == "braced")
        for fact in facts:
            kind, text, span = fact.about
            if kind == "bare" and text == example.about.text:
                edits = [Edit(span, f"{{{text}}}")] if span else []
                yield self.finding(
                    fact, f"`{text}` without the braces that it has in another title", *edits, related=[example]
                )


class _Mention(NamedTuple):
    """A name in a title: in braces, without, or in lower case; and what the fix can put in braces."""

    kind: str
    text: str
    span: Span | None = None


def _braced_names(bib: Bibliography) -> set[str]:
    """The known names that stand in braces in some title, in lower case."""
    braced = {match[1] + match[2] for field in bib.fields("title") for match in _BRACED.finditer(field.text)}
    return {name.lower() for name in braced & proper_names()} if braced else set()


def _is_alone(field: Field, word: TitleWord) -> bool:
    """Whether braces hold this word, or its first letter, and nothing else."""
    text = field.text
    if not word.protected:  # `{M}arkov`
        return text.startswith(f"{{{word.text[0]}}}", word.start)
    return text[word.start - 1 : word.start] == "{" and text[word.end : word.end + 1] == "}"
