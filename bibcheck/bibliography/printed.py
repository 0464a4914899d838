"""The values that a style hands to LaTeX: printed fields, and the macros that they take their text from."""

from __future__ import annotations

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.source import Span
from bibcheck.syntax.parser import lower_ascii
from bibcheck.syntax.tree import Field, String
from bibcheck.text.prose import hide
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
    " collaboration shorthand label".split()
)
TYPESET_FIELDS = NAME_FIELDS | TITLE_FIELDS | _OTHER_FIELDS
# BibTeX's styles print none of these.
_OF_BIBTEX = TYPESET_FIELDS - frozenset(
    "shortauthor shorteditor shorttitle shortjournal shortseries shorthand label".split()
)

_MARK = pattern(r"[^\n\r\t !'()*+,./0-9:;=?@A-Z\[\]a-z}|-](?:(?<!\{)|')")


# What is left when these are taken out of a file as UTF-8 is odd: not ASCII, or a control character.
_COMMON_BYTES = bytes([*b"\t\n\r", *range(0x20, 0x7F)])


class TypesetValue:
    """The value of a printed field, or of a macro that printed fields may use (its field then has no entry).

    `text` is the value as written, `prose` the same with formulas and commands hidden (`values.prose`): offsets of the
    one are offsets of the other.
    """

    __slots__ = ("_prose", "field", "text")

    def __init__(self, field: Field) -> None:
        self.field = field
        self.text = field.text
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


def typeset_fields(bib: Bibliography) -> list[Field]:
    """The printed fields of a file, name by name; those of the definitions of macros last."""
    return bib.once(_collect)


def marked_values(bib: Bibliography) -> list[TypesetValue]:
    """The printed values that hold more than ASCII letters, digits, braces and the signs that mean nothing to LaTeX.

    Few values do, and most of what can be wrong with text is in them.
    """
    return bib.once(_collect_marked)


def values_holding(bib: Bibliography, *texts: str) -> list[TypesetValue]:
    """The printed values in which one of some texts stands as given, in file order."""
    names = _printed_names(bib)
    macros = {id(field) for field in _printed_macros(bib)}
    return [
        TypesetValue(field)
        for field in bib.fields_holding(*texts)
        if (field.name in names if field.entry else id(field) in macros)
    ]


def odd_characters(bib: Bibliography) -> frozenset[str]:
    """The characters of a file that are not ASCII, and the control characters among those that are.

    One quick look at the text that tells rules about characters whether there is anything for them.
    """
    return bib.of_whole(_collect_odd)


def _collect(bib: Bibliography) -> list[Field]:
    names = _printed_names(bib)
    used = [name for name in bib.field_names if name in names]
    return [*bib.fields(*used), *_printed_macros(bib)]


def _printed_names(bib: Bibliography) -> frozenset[str]:
    return TYPESET_FIELDS if bib.dialect == "biblatex" else _OF_BIBTEX


def _printed_macros(bib: Bibliography) -> list[Field]:
    """The definitions of macros that are printed, as far as is known."""
    start, end = bib.span
    defined = [field for field in bib.whole.once(_collect_macros) if start <= field.value_start < end]
    elsewhere = bib.of_whole(_find_unprinted) if defined else frozenset()
    return [field for field in defined if lower_ascii(field.name) not in elsewhere]


def _collect_macros(bib: Bibliography) -> list[Field]:
    fields = [field for block in bib.tree.blocks if type(block) is String for field in block.fields]
    return [field for field in fields if field.is_known and not find_urls(field.text)]


def _find_unprinted(bib: Bibliography) -> frozenset[str]:
    """The macros of which fields are made that are not printed, and no others."""
    names = _printed_names(bib)
    printed: set[str] = set()
    others: set[str] = set()
    for entry in bib.entries:
        for field in entry.fields:
            if not field.is_literal:
                (printed if field.name in names else others).update(_macros(field))
    return frozenset(others - printed)


def _macros(field: Field) -> list[str]:
    source = field.source_text
    return [lower_ascii(source[piece.start : piece.end]) for piece in field.pieces if piece.kind == "macro"]


def _collect_marked(bib: Bibliography) -> list[TypesetValue]:
    search = _MARK.search
    return [TypesetValue(field) for field in typeset_fields(bib) if search(field.text)]


def _collect_odd(bib: Bibliography) -> frozenset[str]:
    odd = bib.text.encode("utf-8", "surrogatepass").translate(None, _COMMON_BYTES)
    return frozenset(odd.decode("utf-8", "surrogatepass"))
