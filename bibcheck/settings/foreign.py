"""Files called `.bib` that are something else: a page that a server gave in place of the file, an export in another format."""

from __future__ import annotations

from bibcheck.lazy_re import pattern

# How a bibliography begins an entry. A decorator or an annotation of a program has no brace.
ENTRY = pattern(r"(?m)^[ \t]*+@[ \t]*+\w++[ \t\r\n]*+\{[ \t\r\n]*+[^\s,{}]++[ \t\r\n]*+[,=]")

# How files of other formats begin, in lower case. Bytes that are not UTF-8 are lone surrogates.
_BEGINNINGS = (
    ("<!doctype", "HTML"),
    ("<html", "HTML"),
    ("<?xml", "XML"),
    ("{", "JSON"),
    ("[", "JSON"),
    ("ty  - ", "RIS"),
    ("%0 ", "EndNote's format"),
    ("pmid- ", "PubMed's format"),
    ("%pdf-", "PDF"),
    ("\udc89png", "PNG"),
    ("pk\x03\x04", "ZIP"),
    ("\x1f\udc8b", "gzip"),
)


def foreign_format(text: str) -> str:
    """The format of a text that begins as no bibliography does and has no entry; empty for all others."""
    beginning = text[:200].lstrip(" \t\r\n").lower()
    for sign, name in _BEGINNINGS:
        if beginning.startswith(sign):
            return "" if ENTRY.search(text) else name
    return ""
