"""Fields without a value."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.style_hints import is_for_abntex2
from bibcheck.knowledge.emacs import without_prefix
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import delete_field
from bibcheck.syntax.tree import WHITE_SPACE, Field

_EMPTY = pattern(r"""=[ \t\r\n]*+(?:\{[ \t\r\n]*+\}|"[ \t\r\n]*+")""")


class EmptyField(Rule):
    """Leave out a field that has no value.

    It prints nothing, and hides that something is missing: BibTeX takes the field for given where it stands twice. An
    entry with a crossref is not reported in a file for BibTeX, where the empty field keeps the parent's out.

    Bad:

        @article{knuth84, title = {Literate Programming}, number = {}, year = 1984}
                                                                   ^^

    Good:

        @article{knuth84, title = {Literate Programming}, year = 1984}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if not _EMPTY.search(bib.text):
            return
        for name in bib.field_names:
            if without_prefix(name):  # optional-prefix speaks of it
                continue
            if name == "illustrated" and is_for_abntex2(bib):  # there, or not there, is all that it says
                continue
            for field in bib.fields(name):
                if _is_empty(field) and (bib.dialect == "biblatex" or not _has_parent(field)):
                    yield self.finding(field, f"`{name}` is empty", None if _is_alone(field) else delete_field(field))


def _is_empty(field: Field) -> bool:
    start, end = field.value_start, field.value_end
    is_likely = end - start < 3 or field.source_text[start + 1] in WHITE_SPACE + '}"'
    return is_likely and not field.value and all(piece.kind in ("braced", "quoted") for piece in field.pieces)


def _has_parent(field: Field) -> bool:
    return field.entry is not None and field.entry.field("crossref") is not None


def _is_alone(field: Field) -> bool:
    """Whether nothing would be left in the entry: biber wants the comma after the key."""
    return field.entry is not None and all(map(_is_empty, field.entry.fields))
