"""The values that a style hands to LaTeX: printed fields, and the macros that they take their text from."""

from __future__ import annotations

from bibcheck.bibliography import Bibliography
from bibcheck.patterns import pattern
from bibcheck.source import Span
from bibcheck.syntax.parser import lower_ascii
from bibcheck.syntax.tree import Field, String
from bibcheck.values.prose import hide
from bibcheck.values.url import find_urls

NAME_FIELDS = frozenset(
    "author editor translator annotator commentator introduction foreword afterword bookauthor editora editorb editorc"
    " holder shortauthor shorteditor".split()
)
TITLE_FIELDS = frozenset(
    "title subtitle titleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon journal"
    " journaltitle journalsubtitle journaltitleaddon issuetitle issuesubtitle issuetitleaddon eventtitle eventtitleaddon"
    " origtitle reprinttitle series shorttitle shortjournal shortseries".split()
)
_OTHER_FIELDS = frozenset(
    "publisher organization institution school address location venue origpublisher origlocation note addendum"
    " howpublished edition type version number volume volumes part issue chapter pages pagetotal eid year month nameaddon"
    " collaboration shorthand".split()
)
TYPESET_FIELDS = NAME_FIELDS | TITLE_FIELDS | _OTHER_FIELDS
# BibTeX's styles print none of these.
_OF_BIBLATEX = frozenset("shortauthor shorteditor shorttitle shortjournal shortseries shorthand".split())

_MARK = pattern(r"[^\n\r\t !'()*+,./0-9:;=?@A-Z\[\]a-z{}|-]|\{'")


class TypesetValue:
    """The value of a printed field, or of a macro that printed fields may use (its field then has no entry).

    `text` is the value as written, `prose` the same with formulas and commands hidden (`values.prose`): offsets of the
    one are offsets of the other.
    """

    __slots__ = ("_prose", "field", "text")

    def __init__(self, field: Field, text: str) -> None:
        self.field = field
        self.text = text
        self._prose: str | None = None

    @property
    def name(self) -> str:
        """The name of the field; empty for a macro."""
        return self.field.name if self.field.entry else ""

    @property
    def prose(self) -> str:
        """The text without what is no prose, at equal offsets."""
        if self._prose is None:
            self._prose = hide(self.text)
        return self._prose

    def place(self, start: int, end: int) -> Span | None:
        """The source span of `text[start:end]`; None where a macro contributed it, whose definition is judged itself."""
        return self.field.literal_span(start, end)


def typeset_values(bib: Bibliography) -> list[TypesetValue]:
    """The printed values of a file in file order, those of macros last."""
    return bib.once(_collect)


def marked_values(bib: Bibliography) -> list[TypesetValue]:
    """Those that hold more than ASCII letters, digits, braces and the signs that mean nothing to LaTeX.

    Few values do, and most of what can be wrong with text is in them.
    """
    return bib.once(_collect_marked)


def _collect(bib: Bibliography) -> list[TypesetValue]:
    names = TYPESET_FIELDS if bib.dialect == "biblatex" else TYPESET_FIELDS - _OF_BIBLATEX
    fields = [field for entry in bib.entries for field in entry.fields if field.name in names]
    return [TypesetValue(field, field.text) for field in fields] + _collect_macros(bib, names)


def _collect_macros(bib: Bibliography, names: frozenset[str]) -> list[TypesetValue]:
    fields = [field for block in bib.tree.blocks if type(block) is String for field in block.fields]
    if not fields:
        return []
    used: dict[bool, set[str]] = {True: set(), False: set()}
    for entry in bib.entries:
        for field in entry.fields:
            if not field.is_literal:
                used[field.name in names].update(_macros(field))
    elsewhere = used[False] - used[True]
    return [
        TypesetValue(field, field.text)
        for field in fields
        if lower_ascii(field.name) not in elsewhere and not find_urls(field.text)
    ]


def _macros(field: Field) -> list[str]:
    source = field.source_text
    return [lower_ascii(source[piece.start : piece.end]) for piece in field.pieces if piece.kind == "macro"]


def _collect_marked(bib: Bibliography) -> list[TypesetValue]:
    search = _MARK.search
    return [value for value in typeset_values(bib) if search(value.text)]
