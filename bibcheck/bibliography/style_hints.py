"""What shows that a file is written for a style with rules of its own."""

from __future__ import annotations

import re

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.styles import STANDARD_BIBLATEX, prints
from bibcheck.lazy_re import pattern
from bibcheck.syntax.tree import Entry

# Fields that only its .bst files know, as the examples in its documentation have them (abntex2-doc-abnt-6023.bib).
_ABNTEX2 = frozenset("urlaccessdate furtherresp contribuidopor org-short illustrated reprinted-from".split())

# APA (6th edition, 7.02) writes this for a publisher that is the author.
_APA_PUBLISHER = "author"
_EAST_SLAVIC = ("russian", "ukrainian", "belarusian")
_CYRILLIC = pattern("[\u0400-\u04ff]")
_EXAMPLE = pattern(r"samp|[a-z]+[-_:]example", re.IGNORECASE)
_MANY_TYPES = 3
_HAN = pattern("[\u4e00-\u9fff]")
_TENTH = 10


# Entries that hold a style's settings, by their type and the start of their key, and the style that reads them.
# IEEEtran_bst_HOWTO; auguide4-2.tex of REVTeX, whose classes write the second kind by themselves.
_CONTROL_ENTRIES = (
    ("ieeetranbstctl", "", "IEEEtran"),
    ("control", "revtex42", "apsrev4-2"),
    ("control", "apsrev42", "apsrev4-2"),
    ("control", "aip42", "aipnum4-2"),
    ("control", "revtex41", "apsrev4-1"),
    ("control", "apsrev41", "apsrev4-1"),
    ("control", "aip41", "aipnum4-1"),
)


def style_of(bib: Bibliography) -> str | None:
    """The bibliography style that a file is for: as set, as its own entries tell, or BibLaTeX's; None where nothing tells."""
    if bib.style or bib.dialect == "biblatex":
        return bib.style or STANDARD_BIBLATEX
    return bib.of_whole(_hinted_style)


def does_print(bib: Bibliography, type: str, field: str) -> bool | None:
    """Whether the style of a file prints a field of an entry type: see `knowledge.styles`. None where that is out of sight."""
    style = style_of(bib)
    return prints(style, type, field) if style else None


def is_for_abntex2(bib: Bibliography) -> bool:
    """Whether a file is for abntex2, whose editions are written in Portuguese, and whose @inbook has a booktitle."""
    return bib.of_whole(_has_abntex2_fields)


def fills_gaps(bib: Bibliography) -> bool:
    """Whether the style that a file is for prints `[s.n.]`, `[s.d.]` or the like where an entry names no publisher or year:
    those of ABNT NBR 6023 (abntex2) and of GB/T 7714, the standard of China.
    """
    return is_for_abntex2(bib) or bib.of_whole(_is_chinese)


def is_for_apa(bib: Bibliography) -> bool:
    """Whether a file is for apacite or its like, which make `6th ed.` of an edition `6` (`\\PrintOrdinal`)."""
    return bib.of_whole(_has_authors_as_publishers)


def is_for_jurabib(entry: Entry) -> bool:
    """Whether an entry is for jurabib, the style of German lawyers: they name no publisher, and raise the edition's digits."""
    return "shortauthor" in entry.by_name and "shorttitle" in entry.by_name


def is_for_gost(bib: Bibliography) -> bool:
    """Whether a file has so much in Russian that its style may be GOST R 7.0.100: it prints the editors beside the authors,
    and puts works without author, or of more than three, under their titles.
    """
    return bib.of_whole(_is_east_slavic)


def has_no_titles(bib: Bibliography) -> bool:
    """Whether a file's articles have no titles, as styles of physics and astronomy want them (mnras.bst, apsrev4-2.bst)."""
    return bib.of_whole(_are_articles_untitled)


def shows_entry_types(bib: Bibliography) -> bool:
    """Whether a file is a style's own example of the entry types that it knows: `book-example`, `inbook-example`."""
    return bib.of_whole(_has_examples_of_types)


def _has_authors_as_publishers(bib: Bibliography) -> bool:
    return any(field.value.lower() == _APA_PUBLISHER for field in bib.fields("publisher"))


def _hinted_style(bib: Bibliography) -> str | None:
    if is_for_abntex2(bib):
        return "abntex2-alf"
    if not bib.mentions("bstctl") and not bib.mentions("@control"):
        return None
    for entry in bib.tree.entries:
        for type, start, style in _CONTROL_ENTRIES:
            if entry.type == type and entry.key.lower().startswith(start):
                return style
    return None


def _has_examples_of_types(bib: Bibliography) -> bool:
    if not bib.mentions("example") and not bib.mentions("samp"):
        return False
    shown = {entry.type for entry in bib.entries if entry.type in entry.key.lower() and _EXAMPLE.match(entry.key)}
    return len(shown) >= _MANY_TYPES


def _is_chinese(bib: Bibliography) -> bool:
    if bib.text.isascii():
        return False
    titles = [title.text for title in bib.fields("title")]
    return sum(_HAN.search(title) is not None for title in titles) * _TENTH >= len(titles) > 0


def _is_east_slavic(bib: Bibliography) -> bool:
    if not any(map(bib.mentions, _EAST_SLAVIC)) and bib.text.isascii():
        return False
    telling = [*bib.matching(_CYRILLIC, "title"), *bib.fields("langid", "language")]
    entries = {field.entry for field in telling if field.entry}
    return sum(map(is_in_east_slavic, entries)) * _TENTH >= len(bib.entries) > 0


def is_in_east_slavic(entry: Entry) -> bool:
    """Whether an entry is in Russian, Ukrainian or Belarusian."""
    fields = entry.by_name
    language, title = fields.get("langid") or fields.get("language"), fields.get("title")
    if language and language.value.lower().startswith(_EAST_SLAVIC):
        return True
    return title is not None and _CYRILLIC.search(title.text) is not None


def _are_articles_untitled(bib: Bibliography) -> bool:
    articles = [entry for entry in bib.entries if entry.type == "article"]
    return len(articles) > 1 and not any(entry.field("title") for entry in articles)


def _has_abntex2_fields(bib: Bibliography) -> bool:
    return any(name in _ABNTEX2 or name.startswith("abnt-") for name in bib.field_names)
