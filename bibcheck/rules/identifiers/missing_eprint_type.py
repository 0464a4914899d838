"""arXiv numbers without the name of the archive."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import insert_after, rename_field, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.values.arxiv import ArxivId, read_arxiv

_PLACES = frozenset("eprint doi url journal journaltitle booktitle howpublished note crossref xdata".split())
_TYPES = ("archiveprefix", "eprinttype")


class MissingEprintType(Rule):
    """Reports an arXiv number in eprint that nothing says is one: styles then print the bare number, without a link.

    A number of the form used before April 2007 needs its archive too (`hep-th/0401001`). A number in a field `arxiv`
    or `arxivid`, which no style prints, is reported where nothing else says where to find the work.
    Bad:

        @misc{k, title = {T}, eprint = {1706.03762}}
                                        ^^^^^^^^^^

    Good:

        @misc{k, title = {T}, eprint = {1706.03762}, archiveprefix = {arXiv}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, number in bib.values(read_arxiv, "eprint"):
            # What follows a fault is unread.
            if not number or number.kind != "bare" or field.entry is None or field.entry.fault:
                continue
            typed = any(map(field.entry.field, _TYPES))
            if number.problem == "no archive before the number":
                if typed:
                    message = f"`{number.normal}` without its archive; write it as in `hep-th/{number.normal}`"
                    yield self.finding(field.span(*number.span), message)
            elif not typed and not number.problem and not bib.may_have(field.entry, *_TYPES):
                name, value = ("eprinttype", "arxiv") if bib.dialect == "biblatex" else ("archiveprefix", "arXiv")
                message = f"`{number.normal}` looks like an arXiv number; add `{name} = {{{value}}}`"
                yield self.finding(field.span(*number.span), message, insert_after(field, name, value))
        for field, number in bib.values(read_arxiv, "arxiv", "arxivid"):
            if not number or number.problem or field.entry is None or field.entry.fault:
                continue
            if field.entry.by_name.keys().isdisjoint(_PLACES):
                message = f"`{number.normal}` in `{field.name}`, which no style prints: write it in `eprint`"
                yield self.finding(field.span(*number.span), message, *_to_eprint(bib, field, number))


def _to_eprint(bib: Bibliography, field: Field, number: ArxivId) -> list[Edit | None]:
    name, value = ("eprinttype", "arxiv") if bib.dialect == "biblatex" else ("archiveprefix", "arXiv")
    typed = field.entry is not None and any(map(field.entry.field, _TYPES))
    edits = [rename_field(field, "eprint"), replace_value(field, field.text[slice(*number.span)])]
    return edits if typed else [*edits, insert_after(field, name, value)]
