"""Curly quotation marks and Unicode dashes."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.printed import TypesetValue, marked_values, odd_characters
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.text.latex_writing import TYPOGRAPHIC

_CHARACTER = pattern("[" + "".join(TYPOGRAPHIC) + "]")
# Where dashes join the ends of ranges, they are other rules' business.
_RANGES = frozenset("pages year month volume number issue".split())


class TypographicCharacter(Rule):
    r"""Write quotation marks and dashes as TeX does: ``` ``word'' ``` for `“word”`, `--` for `–`.

    Both print the same. This is a policy for those who want one form in all files.
    Bad:

        @article{k, title = {“Simple” is Harder – the Author’s View}}
                             ^

    Good:

        @article{k, title = {``Simple'' is Harder -- the Author's View}}
    """

    level = Level.OFF
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if odd_characters(bib).isdisjoint(TYPOGRAPHIC):
            return
        for value in marked_values(bib):
            if value.name not in _RANGES and not value.text.isascii():
                yield from self._judge(value)

    def _judge(self, value: TypesetValue) -> Iterator[Finding]:
        """One finding for all characters of a value."""
        places = [match.span() for match in _CHARACTER.finditer(value.prose) if value.place(*match.span())]
        if not places:
            return
        text = value.text
        # German sets “ where English has ”: what is meant is for the author to say.
        edits = []
        if "„" not in text and "‚" not in text:
            edits = [replace(value.field, start, end, TYPOGRAPHIC[text[start]]) for start, end in places]
        first = text[places[0][0]]
        more = f", and {len(places) - 1} more here" if len(places) > 1 else ""
        message = f"`{first}` (U+{ord(first):04X}) where TeX has a form of its own{more}"
        yield self.finding(value.field.span(*places[0]), message, *edits)
