r"""LaTeX escapes in fields that are taken to the letter."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.tree import Field
from bibcheck.text.markup import has_url_entity
from bibcheck.values.doi import read_doi
from bibcheck.values.url import find_escapes


class EscapedUrl(Rule):
    r"""Reports LaTeX escapes in url and doi, where they become part of the link.

    Styles set these fields verbatim. An address with HTML in it (`\&amp;`) is reported by html-markup.
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
            if escapes and not _is_reported_otherwise(field):
                start, end = escapes[0].span
                edits = mend(field, *((*escape.span, escape.character) for escape in escapes))
                message = f"`{field.text[start:end]}` in {field.name}, which is taken to the letter: the link breaks"
                yield self.finding(field.span(start, end), message, *edits)


def _is_reported_otherwise(field: Field) -> bool:
    """Whether html-markup reports an address, or malformed-doi what is no DOI."""
    return has_url_entity(field.text) if field.name == "url" else read_doi(field.text) is None
