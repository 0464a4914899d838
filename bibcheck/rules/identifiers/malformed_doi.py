"""DOIs that are none, or more than one."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend_value
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.tree import Field
from bibcheck.values.doi import Doi, has_escapes, read_doi, write_plain
from bibcheck.values.placeholders import is_placeholder
from bibcheck.values.url import undo_escapes

_DROPPED = pattern(r"[.,;:/\s]+|/(?:full|abstract|e?pdf|epub)(?:/\w+)?/?")
_CLOSING = " \t\r\n}"
_COMMA = pattern(r"\s*(10),(\d{4,9}/\S+)\s*")
_SPACED = pattern(r"\s*(10\.\d{4,9})\s*/\s*([\w.()/:-]+)\s*")
_WITHOUT_START = pattern(r"\s*(?:0?\.)?(\d{4,5}/\S+)\s*")  # `1038/nature10836`, `0.1007/978-3-030-10564-8_24`
_NATURE = pattern(
    r"\s*((?:nature|ncomms|nmeth|nbt|srep)\d{3,5}|s4\d{4}-\d{3}-\d{4,5}-[\dxyz])\s*"
)  # suffixes that tell the house
_ARXIV_VERSION = pattern(r"(10\.48550/arxiv\.[\w.-]+(?:/\d+)?)(v\d+)", 2)


class MalformedDoi(Rule):
    """Reports a doi that is not `10.registrant/suffix`, or has more in it than that.

    What stands after a DOI breaks the link: punctuation, a second DOI, the end of a landing page's address (`/pdf`,
    `/full`), and in the DOI of an arXiv paper the version, because only `10.48550/arXiv.1706.03762` is registered.
    Percent escapes (`%3C`) and HTML (`&lt;`) are taken to the letter. LaTeX escapes are reported by escaped-url, an
    address before the DOI by doi-as-url.

    Bad:

        @article{knuth84, doi = {10.1093/comjnl/27.2.97.}}
                                                       ^

    Good:

        @article{knuth84, doi = {10.1093/comjnl/27.2.97}}

    Bad:

        @article{knuth84, doi = {1093/comjnl/27.2.97}}

    Good:

        @article{knuth84, doi = {10.1093/comjnl/27.2.97}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, doi in bib.values(read_doi, "doi"):
            # A number without delimiters is a DOI that BibTeX cut short.
            if not field.is_known or not field.value or field.pieces[0].kind == "number":
                continue
            if doi is None:
                if not is_placeholder(field.name, field.value):
                    yield self._report_none(field)
            elif field.text[doi.span.end :].strip(_CLOSING):
                yield self._report_rest(field, doi)
            else:
                yield from self._judge_whole(field, doi)

    def _report_none(self, field: Field) -> Finding:
        text = field.text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        meant = _guess(text)
        edits = mend_value(field, meant) if meant else ()
        shown = f"; did you mean `{meant}`?" if edits else "; write all of it, or remove the field"
        return self.finding(
            field.span(start, end), f"`{field.value}` is no DOI, which starts with `10.`{shown}", *edits
        )

    def _report_rest(self, field: Field, doi: Doi) -> Finding:
        end = len(field.text.rstrip(_CLOSING))
        rest = field.text[doi.span.end : end]
        what = "a second DOI" if read_doi(rest.lstrip(" ,;|")) else f"`{rest.strip()}`"
        plain = write_plain(field.text[doi.span.start : doi.span.end])
        edits = mend_value(field, plain) if _DROPPED.fullmatch(rest) else ()
        return self.finding(field.span(doi.span.end, end), f"{what} after the DOI; remove it", *edits)

    def _judge_whole(self, field: Field, doi: Doi) -> Iterator[Finding]:
        written = field.text[doi.span.start : doi.span.end]
        version = _ARXIV_VERSION.fullmatch(written)
        if version:
            start = doi.span.start + version.start(2)
            message = f"a DOI of arXiv is registered without `{version[2]}`, and does not resolve with it"
            yield self.finding(field.span(start, doi.span.end), message, *mend_value(field, version[1]))
        elif doi.kind == "bare" and (escape := has_escapes(written)):
            message = f"`{escape}` in a DOI is taken to the letter: the link breaks"
            start = doi.span.start + written.index(escape)
            yield self.finding(
                field.span(start, start + len(escape)), message, *mend_value(field, write_plain(written))
            )


def _guess(text: str) -> str | None:
    plain = undo_escapes(text)
    if match := _COMMA.fullmatch(plain):
        return f"{match[1]}.{match[2]}"
    if match := _SPACED.fullmatch(plain):
        return f"{match[1]}/{match[2]}"
    if match := _NATURE.fullmatch(plain):
        return f"10.1038/{match[1]}"
    match = _WITHOUT_START.fullmatch(plain)
    return f"10.{match[1]}" if match else None
