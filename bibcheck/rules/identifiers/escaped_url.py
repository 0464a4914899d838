r"""LaTeX escapes in fields that are taken to the letter."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.values.url import find_escapes


class EscapedUrl(Rule):
    r"""Write url and doi as they are: styles set them verbatim, so that an escape becomes part of the link.

    Bad:

        @misc{k, url = {https://example.org/a\_b\%20c}}
                                             ^^

    Good:

        @misc{k, url = {https://example.org/a_b%20c}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, escapes in bib.values(find_escapes, "url", "doi"):
            if escapes:
                start, end = escapes[0].span
                edits = [replace(field, *escape.span, escape.character) for escape in escapes]
                message = f"`{field.text[start:end]}` in {field.name}, which is taken to the letter: the link breaks"
                yield self.finding(field.span(start, end), message, *edits)
