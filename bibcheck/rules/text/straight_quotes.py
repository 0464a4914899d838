"""Straight quotation marks, which TeX prints as closing ones."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.printed import TypesetValue, marked_values
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.text.language import may_be_foreign
from bibcheck.text.straight_quotes import StraightQuote, find_straight_quotes

# In these, marks around all of the value are left over from an export, as stray-delimiter says.
_NAMES = frozenset(
    "publisher organization institution school address location journal journaltitle booktitle series type number".split()
)
_QUOTED = pattern(r'[\s{]*+".*"[\s}.,]*+\Z', 16)
_NOT_QUOTED_AS_ENGLISH = pattern("[„«»‹›\u0370-\u052f\u0590-\u08ff\u3000-\u9fff]")


class StraightQuotes(Rule):
    r"""Reports straight quotation marks: TeX prints `"word"` with two closing marks.

    Write them as ``` ``word'' ```. Marks that do not pair, or stand where none opens or closes, are reported without a
    fix, as are those in other languages than English, which quote otherwise. Inches and seconds (`5"`), babel's
    shorthands for German (`"a`, ``"` ``), code in `\texttt` and a lone `"` that stands where a closing mark should are
    not reported.
    Bad:

        @article{k, title = {The "New" Economy}, booktitle = "On {"}Style{"} and Taste"}
                                 ^^^^^                           ^^^^^^^^^^^

    Good:

        @article{k, title = {The ``New'' Economy}, booktitle = "On ``Style'' and Taste"}

    Bad:

        @article{k, title = {The Meaning of" Meaning"}}
                                           ^^^^^^^^^^
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for value in marked_values(bib):
            if '"' in value.text and not (value.name in _NAMES and _QUOTED.match(value.text)):
                yield from self._judge(value)

    def _judge(self, value: TypesetValue) -> Iterator[Finding]:
        """One finding for each pair, or for each mark that has no pair."""
        quotes = find_straight_quotes(value.text, value.prose)
        if not quotes:
            return
        is_foreign = _is_foreign(value)
        if is_foreign and len(quotes) % 2:
            return  # `"Uber` is an umlaut to babel
        step = 2 if len(quotes) % 2 == 0 else 1
        for number in range(0, len(quotes), step):
            pair = quotes[number : number + step]
            span = value.place(pair[0].start, pair[-1].end)
            if span:
                edits = [replace(value.field, q.start, q.end, q.text) for q in pair if q.text is not None]
                yield self.finding(span, _describe(value.text, pair), *([] if is_foreign else edits))


def _describe(text: str, pair: list[StraightQuote]) -> str:
    if len(pair) == 1:
        return '`"` is printed as a closing quotation mark; write ` `` ` to open'
    quoted = " ".join(text[pair[0].start : pair[1].end].split())
    shown = quoted if len(quoted) <= 40 else quoted[:19] + "…" + quoted[-20:]
    return f"`{shown}` is printed with closing quotation marks only; write ` `` ` to open"


def _is_foreign(value: TypesetValue) -> bool:
    entry = value.field.entry
    if entry is None or _NOT_QUOTED_AS_ENGLISH.search(value.text):
        return True
    return may_be_foreign(entry)
