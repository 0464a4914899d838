"""Reads `.aux` files: what LaTeX wrote down for BibTeX, and biblatex for itself."""

from __future__ import annotations

from bibcheck.documents.document import ALL_ENTRIES, Bibliography, Citation, Document, Include, Notes, Style
from bibcheck.documents.latex_arguments import items
from bibcheck.lazy_re import pattern
from bibcheck.source import Source, Span

_COMMAND = pattern(
    r"\\(citation|bibdata|bibstyle|@input)\{([^{}\r\n]*+)\}|\\abx@aux@(cite|nocite)(?:\{\d*+\})?+\{([^{}\r\n]*+)\}"
)
# Entries that set up a style (biblatex, REVTeX, IEEEtran, achemso) or hold a note (REVTeX), in files that a package writes.
_WRITTEN_BY_PACKAGES = pattern(r"(?i:.*control)|Note\d+")


def read_aux(source: Source) -> Document:
    """Read an `.aux` file. Never raises."""
    notes = Notes(source.path)
    for match in _COMMAND.finditer(source.text):
        name = match[1] or match[3]
        for item in items(source.text, Span(*match.span(2 if match[1] else 4))):
            if name == "@input":
                notes.includes.append(Include(item.text, item.span, "\\@input", required=False))
            elif name == "bibdata":
                notes.bibliographies.append(Bibliography(item.text, item.span, "\\bibdata"))
            elif name == "bibstyle":
                notes.styles.append(Style(item.text, item.span))
            else:
                into = notes.nocites if item.text == ALL_ENTRIES or name == "nocite" else notes.citations
                sure = not _WRITTEN_BY_PACKAGES.fullmatch(item.text)
                into.append(Citation(item.text, item.span, "\\citation" if match[1] else f"\\abx@aux@{name}", sure))
    return notes.document("aux")
