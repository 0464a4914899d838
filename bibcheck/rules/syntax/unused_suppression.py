"""Suppressions that silence nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Fact, Finding, Fix, Level, Rule
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import delete


class UnusedSuppression(Rule):
    """Take out a suppression that has become idle, or mend the name in it.

    What it silenced is mended, or the rule's name is misspelt: it would hide the next mistake, or hides none. The same
    goes for the settings' `entries`. A rule that does not run in this call is not reported.

    Bad:

        % bibcheck: ignore duplicate-field
                           ^^^^^^^^^^^^^^^
        @book{knuth86, title = {The TeXbook}, year = {1986}}

    Good:

        @book{knuth86, title = {The TeXbook}, year = {1986}}

    Bad:

        % bibcheck: ignore empty-field, duplicate-field -- as printed
        @book{knuth86, title = {The TeXbook}, edition = {}}

    Good:

        % bibcheck: ignore empty-field -- as printed
        @book{knuth86, title = {The TeXbook}, edition = {}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self._texts: dict[str, str] = {}

    def check(self, bib: Bibliography) -> Iterable[Finding]:
        if "bibcheck:" in bib.text:
            self._texts[bib.path] = bib.text  # edits are made once all files are judged
        return ()

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        """One fact for each idle name: about it, whether it is known, the span of its comment, whether it is alone."""
        for fact in facts:
            is_known, comment, is_alone = fact.about
            message = f"`{fact.key}` silences nothing here" if is_known else f"no rule is named `{fact.key}`"
            closest = "" if is_known else _closest(fact.key)
            edits = self._deletion(fact, Span(*comment), is_alone) if comment else []
            yield self.finding(fact, f"{message}; did you mean `{closest}`" if closest else message, *edits)

    def _deletion(self, fact: Fact, comment: Span, is_alone: bool) -> list[Edit]:
        text = self._texts.get(fact.path)
        if text is None:
            return []
        if is_alone:
            return [delete(text, comment)]
        start, end = fact.span
        before = len(text[comment.start : start].rstrip(", \t"))
        after = len(text[end : comment.end]) - len(text[end : comment.end].lstrip(", \t"))
        if text[comment.start : start].rstrip(" \t").endswith(","):
            return [Edit(Span(comment.start + before, end), "")]
        return [Edit(Span(start, end + after), "")]


def _closest(name: str) -> str:
    from difflib import get_close_matches  # 9 ms that only a mistake costs

    known = [name for rule in Rule.__subclasses__() for name in (rule.name, rule.category)]
    return next(iter(get_close_matches(name, known, n=1, cutoff=0.6)), "")
