"""What YAML metadata says of bibliographies: before a Markdown document, and in the settings of Quarto, MyST and others.

Only the keys that matter are read, each with its region of lines: a word, a list in brackets or a list of dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.documents.bookdown import CHAPTERS, SITE, SUBFOLDERS
from bibcheck.documents.document import Bibliography, Document, Entry, Include, Notes, Package, Style
from bibcheck.documents.lines import LINE_END, LINE_START
from bibcheck.documents.pandoc_citations import add_citations
from bibcheck.documents.suppressions import MARK, add_suppressions
from bibcheck.lazy_re import pattern
from bibcheck.source import Source, Span

_OPENING = pattern(r"\s*+---[ \t]*+(?:\r\n?+|\n)(?!\s)")
_CLOSING = pattern(rf"{LINE_START}(?:---|\.\.\.)[ \t]*+{LINE_END}")
_KEY = pattern(rf"{LINE_START}([ \t]*+)((?:-[ \t]++)?)([A-Za-z][\w-]*+)[ \t]*+:(?=[ \t\r\n]|\Z)")
_LINE = pattern(rf"{LINE_START}([ \t]*+)([^\s][^\r\n]*+)")
_VALUE = pattern(
    r"""(?<!\S)\#[^\r\n]*+ | (?<!\S)-(?=\s) | (?<![^\s{,])[\w-]++:(?=\s) | ![^\r\n]*+
    | "([^"\r\n]*+)" | '([^'\r\n]*+)' | ([^\s\[\]{},"'\#|>&*!](?:[^\r\n,\[\]{}\#]|(?<=\S)\#)*+)""",
    re.VERBOSE,
)
_ID = pattern(
    rf"""{LINE_START}[ \t]*+(?:-[ \t]++)?id[ \t]*+:[ \t]*+(?:"([^"\r\n]++)"|'([^'\r\n]++)'|([^\s#"'][^\r\n]*+))"""
)

_FILE = pattern(rf"{LINE_START}[ \t]*+(?:-[ \t]++)?(?:file|root):[ \t]++([^\s#'\"]++)")  # Jupyter Book

_COMMENT = pattern(r"(?<!\S)#[^\r\n]*+")

# Formats of journals, as extensions of Quarto and packages of R name them, and Typst, which reads the bibliography itself.
_FORMAT = pattern(
    r"(?<!\S)\#[^\r\n]*+|(?<![\w:./-])(rticles::\w++|[a-zA-Z][\w]*+(?:-\w++)*?-(?:pdf|html|typst)|typst)(?![\w/-]|\.\w|::)"
)

_BIBLIOGRAPHIES = frozenset({"bibliography", "bibtex_bibfiles"})
_STYLES = frozenset({"csl", "biblio-style", "bibtex_default_style"})
_PACKAGES = frozenset({"citation_package", "citation-package", "cite-method"})
_FORMATS = frozenset({"format", "output"})
_LONGEST_FORMATS = 4_000  # characters of what stands below them
_CHAPTERS = frozenset({"chapters", "appendices", CHAPTERS})
_PROSE = frozenset({"abstract", "acknowledgements", "acknowledgments", "thanks"})
_READ = (
    _BIBLIOGRAPHIES | _FORMATS | _STYLES | _PACKAGES | _CHAPTERS | _PROSE | {"nocite", "references", SITE, SUBFOLDERS}
)


def read_metadata(source: Source) -> Document:
    """Read a file of settings: `_quarto.yml`, `_bookdown.yml`, `myst.yml`, `_config.yml`, `_toc.yml`. Never raises."""
    notes = Notes(source.path)
    add_metadata(notes, source.text, Span(0, len(source.text)))
    if MARK in source.text:
        for match in _COMMENT.finditer(source.text):
            add_suppressions(notes, source.text, Span(*match.span()), Span(match.start() + 1, match.end()))
    if source.path.endswith("_output.yml"):
        _add_formats(notes, source.text, Span(0, len(source.text)))
    if source.path.endswith("_toc.yml"):
        noted = {include.span for include in notes.includes}  # with their endings, below `chapters`
        for match in _FILE.finditer(source.text):
            if (span := Span(*match.span(1))) not in noted:
                notes.includes.append(Include(match[1], span, "toctree", required=False))
    return notes.document("yaml")


def front_matter(text: str) -> Span | None:
    """The lines between `---` and `---` or `...` at the start of a document."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    return Span(opening.end(), closing.start()) if opening and closing else None


def add_metadata(notes: Notes, text: str, region: Span) -> None:
    """Note what a region of YAML says."""
    position = region.start
    while key := _KEY.search(text, position, region.end):
        name = key[3].lower()
        position = key.end()
        if name in _READ:
            limit = min(region.end, position + _LONGEST_FORMATS) if name in _FORMATS else region.end
            value = Span(position, _end_of_value(text, key, limit))
            _add_value(notes, name, text, value)
            # What a format is given stands below it, and may name a style.
            position = max(position, value.start if name in _FORMATS else value.end)


def _end_of_value(text: str, key: re.Match[str], limit: int) -> int:
    """Where the next line begins that is indented no further than the key. Dashes may stand below their key."""
    width = len(key[1]) + len(key[2])
    for line in _LINE.finditer(text, key.end(), limit):
        if line.start() > key.end() and len(line[1]) <= width:
            dash = line[2].startswith("- ") and len(line[1]) == width
            if not dash and line[2][0] not in "]}":
                return line.start()
    return limit


def _add_value(notes: Notes, name: str, text: str, value: Span) -> None:
    if name == "nocite" or name in _PROSE:
        add_citations(notes, text, value, hidden=name == "nocite")
    elif name in _FORMATS:
        _add_formats(notes, text, value)
    elif name == "references":
        for match in _ID.finditer(text, value.start, value.end):
            notes.entries.append(Entry(*_trimmed(match)))
    else:
        for word, span in _values(text, value):
            if name in _BIBLIOGRAPHIES:
                remote = word.startswith(("http://", "https://"))
                notes.bibliographies.append(Bibliography(word, span, name, remote))
            elif name in _CHAPTERS:
                if word.lower().endswith((".qmd", ".rmd", ".md", ".ipynb")):
                    notes.includes.append(Include(word, span, name, literal=not word.endswith(".ipynb")))
            elif name == SITE:
                if word.startswith("bookdown::"):
                    notes.includes.append(Include(word, span, name, required=False, literal=False))
            elif name == SUBFOLDERS:
                notes.includes.append(Include(word, span, name, required=False, literal=False))
            elif name in _STYLES:
                notes.styles.append(Style(word, span))
            else:
                notes.packages.append(Package(word, span))


def _add_formats(notes: Notes, text: str, region: Span) -> None:
    for match in _FORMAT.finditer(text, region.start, region.end):
        if match[1]:
            notes.packages.append(Package(match[1], Span(*match.span(1))))


def _values(text: str, value: Span) -> Iterator[tuple[str, Span]]:
    for match in _VALUE.finditer(text, value.start, value.end):
        if match.lastindex and match[match.lastindex].strip():
            yield _trimmed(match)


def _trimmed(match: re.Match[str]) -> tuple[str, Span]:
    """The word that a pattern found, and its place."""
    group = match.lastindex or 0
    word = match[group].rstrip()
    return word, Span(match.start(group), match.start(group) + len(word))
