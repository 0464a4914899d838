"""Citations of keys that no entry has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.documents.citing import Citing
from bibcheck.documents.document import ALL_ENTRIES
from bibcheck.documents.lines import on_one_line
from bibcheck.rule import Finding, Level, Place, Rule, Scope
from bibcheck.text.suggestion import Suggestions


class UndefinedCitation(Rule):
    """Cite keys that a bibliography of the document has: another one is printed as `[?]`.

    Only where all bibliographies of the document are in sight. A key that differs in letter case alone is for
    miscased-citation.

    Bad:

        \\cite{knuth48}
              ^^^^^^^
        @book{knuth84, title = {T}}

    Good:

        \\cite{knuth84}
        @book{knuth84, title = {T}}
    """

    level = Level.ERROR
    scope = Scope.PROJECT
    needs_documents = True

    def check_documents(self, citing: Sequence[Citing]) -> Iterator[Finding]:
        for each in citing:
            if each.is_whole:
                yield from self._check(each)

    def _check(self, citing: Citing) -> Iterator[Finding]:
        where = f"`{citing.files[0]}`" if len(citing.files) == 1 else f"a bibliography of `{citing.main}`"
        suggestions = Suggestions([*citing.entries, *citing.defined])
        for document, citation in citing.citations():
            key = citation.key
            if not citation.sure or key == ALL_ENTRIES or key in citing.entries or key in citing.defined:
                continue
            if key.lower() in citing.by_folded_key:
                continue
            hint = _HINT if _is_list(key, citing) else suggestions.hint(key)
            place = Place(document.path, citation.span, key)
            yield self.finding(place, f"`{on_one_line(key)}` is cited, and no entry in {where} has this key{hint}")


_HINT = "; keys are separated by commas, not by `;`"


def _is_list(key: str, citing: Citing) -> bool:
    """Whether it is several keys, as pandoc separates them."""
    return ";" in key and any(part.strip() in citing.entries for part in key.split(";"))
