"""Fields without a value."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.style_hints import is_for_abntex2
from bibcheck.knowledge.datamodel import required_fields
from bibcheck.knowledge.emacs import without_prefix
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import delete_field, delete_fields
from bibcheck.syntax.tree import WHITE_SPACE, Entry, Field

_EMPTY = pattern(r"""=[ \t\r\n]*+(?:\{[ \t\r\n]*+\}|"[ \t\r\n]*+")""")
# What an editor looks for in any reference.
_EXPECTED = frozenset(
    "author editor title booktitle journal journaltitle year date pages publisher school institution volume url doi".split()
)
_SHOWN = 3
_MANY = 3  # of one name, beyond which a program exports it empty


class EmptyField(Rule):
    """Leave out a field that has no value.

    It prints nothing, and hides that something is missing: BibTeX takes the field as given where it stands twice. Fields
    that every entry should fill (author, title, pages, publisher and the like) are reported one by one, unless the type
    requires them: then missing-required-field speaks. All others, and those that are empty more than three times, are what a
    program exports empty: they are one finding a file.
    Not reported in a file for BibTeX: an entry with a crossref, where the empty field keeps the parent's out.

    Bad:

        @article{knuth84, title = {Literate Programming}, number = {}, year = 1984}
                                                                   ^^

    Good:

        @article{knuth84, title = {Literate Programming}, year = 1984}
    """

    level = Level.WARNING
    fix = Fix.SAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if not _EMPTY.search(bib.text):
            return
        exported: list[Field] = []
        for name in bib.field_names:
            if without_prefix(name):  # optional-prefix speaks of it
                continue
            if name == "illustrated" and is_for_abntex2(bib):  # there, or not there, is all that it says
                continue
            empty: list[Field] = []
            for field in bib.fields(name):
                if not _is_empty(field) or _is_repeated(field):
                    continue
                if bib.dialect == "bibtex" and _has_parent(field):
                    continue
                if not _is_required(field, bib.dialect):
                    empty.append(field)
            if name not in _EXPECTED or len(empty) > _MANY:
                exported += empty
                continue
            for field in empty:
                edit = delete_field(field) if _may_go(field) else None
                yield self.finding(field, f"`{name}` is empty{'' if edit else ': fill it in'}", edit)
        if exported:
            yield self._describe(exported)

    def _describe(self, fields: list[Field]) -> Finding:
        names = list(dict.fromkeys(field.name for field in fields))
        shown = ", ".join(f"`{name}`" for name in names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
        times = f" ({len(fields)} times in this file)" if len(fields) > 1 else ""
        message = f"{shown} {'are' if len(names) > 1 else 'is'} empty{times}"
        first = min(fields, key=_place)
        edits = delete_fields(field for field in sorted(fields, key=_place) if _may_go(field))
        return self.finding(first, message, *edits, stands_for="the file" if len(fields) > 1 else "")


def _is_empty(field: Field) -> bool:
    start, end = field.value_start, field.value_end
    is_likely = end - start < 3 or field.source_text[start + 1] in WHITE_SPACE + '}"'
    return is_likely and not field.value and all(piece.kind in ("braced", "quoted") for piece in field.pieces)


def _is_required(field: Field, dialect: str) -> bool:
    entry = field.entry
    groups = required_fields(entry.type, dialect) if entry and not _has_parent(field) else ()
    return any(field.name in group and entry and not any(map(_is_filled, map(entry.field, group))) for group in groups)


def _is_repeated(field: Field) -> bool:
    """Whether the entry has the field above as well: duplicate-field speaks of it."""
    return field.entry is not None and field.entry.field(field.name) is not field


def _is_filled(field: Field | None) -> bool:
    return field is not None and bool(field.value or not field.is_known)


def _has_parent(field: Field) -> bool:
    return field.entry is not None and field.entry.field("crossref") is not None


def _may_go(field: Field) -> bool:
    """Whether something would be left in the entry."""
    return field.entry is not None and not _is_hollow(field.entry)


def _is_hollow(entry: Entry) -> bool:
    return all(map(_is_empty, entry.fields))


def _place(field: Field) -> int:
    return field.start
