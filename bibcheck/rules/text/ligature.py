"""Ligatures that were copied out of a PDF as one character."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.printed import marked_values, odd_characters
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace

_LETTERS = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", "ff fi fl ffi ffl st st".split(), strict=True))
_LIGATURE = pattern("[ﬀ-ﬆ]")


class Ligature(Rule):
    """Write `fi` as two letters: `ﬁ` is one, which search, sorting and many fonts do not know.

    Copying text out of a PDF leaves such characters. TeX sets ligatures of its own accord.
    Bad:

        @article{k, title = {Eﬃcient Signiﬁcance Tests}}
                              ^

    Good:

        @article{k, title = {Efficient Significance Tests}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if odd_characters(bib).isdisjoint(_LETTERS):
            return
        for value in marked_values(bib):
            places = [match.span() for match in _LIGATURE.finditer(value.text) if value.place(*match.span())]
            if places:
                first = value.text[places[0][0]]
                more = f", and {len(places) - 1} more here" if len(places) > 1 else ""
                message = f"`{first}` is one character (U+{ord(first):04X}) for `{_LETTERS[first]}`{more}"
                edits = [replace(value.field, start, end, _LETTERS[value.text[start]]) for start, end in places]
                yield self.finding(value.field.span(*places[0]), message, *edits)
