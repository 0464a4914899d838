"""Keys that one command cites twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.documents.citing import Citing
from bibcheck.documents.document import Citation, Document
from bibcheck.documents.lines import on_one_line
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Place, Rule, Scope
from bibcheck.source import Edit, Span

# What stands between two keys of one list.
_SEPARATORS = {
    "latex": pattern(r"\s*+,(?:\s++|%[^\n]*+\n)*+"),
    "rst": pattern(r"\s*+,\s*+"),
    "markdown": pattern(r"\s*+(?:;\s*+-?@|,\s*+)"),
}


class RepeatedCitation(Rule):
    """Cite a key once in a list of citations.

    Bad:

        \\cite{knuth84,lamport94,knuth84}
                                ^^^^^^^
        @book{knuth84, title = {T}}
        @book{lamport94, title = {U}}

    Good:

        \\cite{knuth84,lamport94}
        @book{knuth84, title = {T}}
        @book{lamport94, title = {U}}
    """

    fix = Fix.SAFE
    scope = Scope.PROJECT
    needs_documents = True

    def check_documents(self, citing: Sequence[Citing]) -> Iterator[Finding]:
        for each in citing:
            for document in each.written_documents:
                if document.kind in _SEPARATORS:
                    yield from self._check(each, document)

    def _check(self, citing: Citing, document: Document) -> Iterator[Finding]:
        seen: dict[str, Citation] = {}
        last: Citation | None = None
        for citation in document.citations:
            between = citing.text_between(document.path, last.span, citation.span) if last else ""
            if last is None or not _SEPARATORS[document.kind].fullmatch(between):
                seen = {}
            first = seen.setdefault(citation.key, citation)
            if last and first is not citation:
                # A comment between them stays, and with it the finding.
                edits = [Edit(Span(last.span.end, citation.span.end), "")] if "%" not in between else []
                yield self.finding(
                    Place(document.path, citation.span, citation.key),
                    f"`{on_one_line(citation.key)}` is cited twice in one list",
                    *edits,
                    related=[Place(document.path, first.span)],
                )
            last = citation
