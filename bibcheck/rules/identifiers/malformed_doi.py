"""DOIs that are none, or more than one."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.values.doi import Doi, read_doi
from bibcheck.values.url import undo_escapes

_DIGIT = pattern(r"[0-9]")
_DROPPED = pattern(r"[.,;:/\s]+|/(?:full|abstract|e?pdf|epub)(?:/\w+)?/?")
_CLOSING = " \t\r\n}"
_COMMA = pattern(r"\s*(10),(\d{4,9}/\S+)\s*")
_SPACED = pattern(r"\s*(10\.\d{4,9})\s*/\s*([\w.()/:-]+)\s*")


class MalformedDoi(Rule):
    """A DOI is `10.registrant/suffix`, and nothing more.

    What stands after it breaks the link: punctuation, a second DOI, the end of a landing page's address (`/pdf`,
    `/full`). Escapes are the business of escaped-url, an address before the DOI that of doi-as-url.
    Bad:

        @article{knuth84, doi = {10.1093/comjnl/27.2.97.}}
                                                       ^

    Good:

        @article{knuth84, doi = {10.1093/comjnl/27.2.97}}

    Bad:

        @article{knuth84, doi = {10,1093/comjnl/27.2.97}}

    Good:

        @article{knuth84, doi = {10.1093/comjnl/27.2.97}}
    """

    level = Level.ERROR
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, doi in bib.values(read_doi, "doi"):
            # A number without delimiters is a DOI that BibTeX cut short, a word without digits a placeholder.
            if not field.is_known or field.pieces[0].kind == "number" or not _DIGIT.search(field.text):
                continue
            if doi is None:
                yield self._report_none(field)
            elif field.text[doi.span.end :].strip(_CLOSING):
                yield self._report_rest(field, doi)

    def _report_none(self, field: Field) -> Finding:
        text = field.text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        meant = _guess(text)
        edits = [replace(field, start, end, meant)] if meant else []
        message = f"`{field.value}` is no DOI, which is 10, a point, a number, a slash and more"
        return self.finding(field.span(start, end), message, *edits)

    def _report_rest(self, field: Field, doi: Doi) -> Finding:
        end = len(field.text.rstrip(_CLOSING))
        rest = field.text[doi.span.end : end]
        what = "a second DOI" if read_doi(rest.lstrip(" ,;|")) else f"`{rest.strip()}`"
        edits = [replace(field, doi.span.end, end, "")] if _DROPPED.fullmatch(rest) else []
        return self.finding(field.span(doi.span.end, end), f"{what} after the DOI", *edits)


def _guess(text: str) -> str | None:
    plain = undo_escapes(text)
    match = _COMMA.fullmatch(plain)
    if match:
        return f"{match[1]}.{match[2]}"
    match = _SPACED.fullmatch(plain)
    return f"{match[1]}/{match[2]}" if match else None
