"""Cite keys as pandoc reads them: `@key`, `-@key`, `@{key}` (Text.Pandoc.Parsing.Citations, citeKey)."""

from __future__ import annotations

from re import Match

from bibcheck.documents.document import ALL_ENTRIES, Citation, Notes
from bibcheck.lazy_re import pattern
from bibcheck.source import Span

# A letter, digit or `_`, then punctuation only between such characters, or before the `/` of an address; in braces anything
# but blanks, braces balanced. What follows a word, or a word with a full stop, is an address of e-mail or the like.
CITATION = (
    r"(?<![^\W_])(?<![^\W_]\.)-?@(?:(?P<key>[\w*](?:\w|[:.#$%&+?<>~/-](?=\w)|[:/](?=/))*+)"
    r"|\{(?P<braced>[^\s{}]++(?:\{[^\s{}]*+\}[^\s{}]*+)*+)\})"
)
_CITATION = pattern(CITATION)
# Written where a program looks the work up by itself (mystmd).
_LOOKED_UP = pattern(r"https?:.*|doi:.*|10\.\d{4,9}/.*|wikipedia:.*")


def add_citations(notes: Notes, text: str, region: Span, *, hidden: bool = False) -> None:
    """Note the citations of a region; `hidden`: they are listed, not printed."""
    for match in _CITATION.finditer(text, region.start, region.end):
        add_citation(notes, match, hidden=hidden)


def add_citation(notes: Notes, match: Match[str], *, hidden: bool = False, sure: bool = True) -> None:
    """Note the citation that a pattern with CITATION in it has found."""
    group = "key" if match["key"] is not None else "braced"
    key = match[group]
    into = notes.nocites if hidden else notes.citations
    if key != ALL_ENTRIES or hidden:
        into.append(Citation(key, Span(*match.span(group)), "@", sure and not _LOOKED_UP.fullmatch(key)))
