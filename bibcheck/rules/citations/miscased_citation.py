"""Citations whose letter case is not that of the entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bibcheck.documents.citing import Citing
from bibcheck.documents.evidence import evidence
from bibcheck.rule import Finding, Fix, Level, Place, Rule, Scope
from bibcheck.source import Edit


class MiscasedCitation(Rule):
    """Cite a key in the letter case of the entry: LaTeX, biber, pandoc and Typst tell `Knuth84` from `knuth84`.

    BibTeX takes either, and stops where a document has both: for it, one that is cited in one letter case alone is a warning.

    Bad:

        \\cite{Knuth84}
              ^^^^^^^
        @book{knuth84, title = {T}}

    Good:

        \\cite{knuth84}
        @book{knuth84, title = {T}}
    """

    level = Level.ERROR
    fix = Fix.SAFE
    scope = Scope.PROJECT
    needs_documents = True

    def check_documents(self, citing: Sequence[Citing]) -> Iterator[Finding]:
        for each in citing:
            if each.is_whole:
                yield from self._check(each)

    def _check(self, citing: Citing) -> Iterator[Finding]:
        is_for_bibtex = evidence(citing.documents).program == "bibtex"
        forms = Counter(key.lower() for key in {citation.key for _, citation in citing.citations()})
        for document, citation in citing.citations():
            key = citation.key
            if not citation.sure or key in citing.entries or key in citing.defined:
                continue
            right = citing.by_folded_key.get(key.lower())
            if right is None:
                continue
            found = citing.entries[right][0]
            # What a program has written is written anew by it.
            edits = [Edit(citation.span, right)] if document in citing.written_documents else []
            finding = self.finding(
                Place(document.path, citation.span, key),
                f"`{key}` is cited, and the key of the entry is `{right}`",
                *edits,
                related=[Place(found.path, found.entry.span)],
            )
            is_read = is_for_bibtex and forms[key.lower()] == 1
            yield finding._replace(level=Level.WARNING) if is_read else finding
