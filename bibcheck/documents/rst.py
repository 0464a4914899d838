"""Reads reStructuredText with the roles and directives of sphinxcontrib-bibtex, and Sphinx's `conf.py`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from re import Match, Pattern

from bibcheck.documents.document import ALL_ENTRIES, Bibliography, Citation, Document, Include, Notes, Style
from bibcheck.documents.lines import LINE_END, LINE_START, line_start
from bibcheck.documents.suppressions import MARK, add_suppressions
from bibcheck.lazy_re import pattern
from bibcheck.source import Source, Span

_TOKEN = pattern(
    r"``[^\r\n]*?``|:(?P<role>[a-zA-Z][\w+.-]{0,40}+(?::[\w+.-]{1,40}+){0,3}+):`(?P<content>[^`]*+)`"
    rf"|{LINE_START}(?P<indent>[ \t]*+)\.\."
    r"(?:[ \t]++(?:(?P<directive>[\w+-]++(?::[\w+-]++)*+)::(?P<argument>[^\r\n]*+)|(?P<marked>[\[_|])?))?+"
    rf"|(?P<literal>::)[ \t]*+{LINE_END}"
)
CITING_ROLE = pattern(r"(?:foot)?cite(?::\w+)?|nocite|cite[tp]")
# sphinxcontrib-bibtex 2.6: `{see}key{p. 3}`.
_KEYS = pattern(r"\{[^{}]*+\}|([^\s,;{}][^,;{}]*+)")
_WORD = pattern(r"\S++")
_OPTION = pattern(rf"{LINE_START}[ \t]*+:([\w-]++):[ \t]*+([^\r\n]*+)")
_TARGET = pattern(
    rf"{LINE_START}[ \t]*+(?!:[\w-]++:)(?:[^<\r\n]*?<([^<>\r\n]++)>[ \t]*+|([^\s<>][^<>\r\n]*+)){LINE_END}"
)
CODE_DIRECTIVES = frozenset(
    "code code-block sourcecode highlight literalinclude math raw parsed-literal doctest testcode testsetup prompt ipython"
    " jupyter-execute plot graphviz mermaid productionlist code-cell".split()
)
_LISTING = frozenset({"bibliography", "footbibliography", "toctree", "include"})
_CONFIGURED = pattern(rf"{LINE_START}bibtex_bibfiles\s*+=\s*+[\[(]([^\])=]*+)[\])]")
_CONFIGURED_STYLE = pattern(rf"""{LINE_START}bibtex_default_style\s*+=\s*+["']([^"'\r\n]++)["']""")
_STRING = pattern(r"""#[^\r\n]*+|"([^"\r\n]++)"|'([^'\r\n]++)'""")


def read_rst(source: Source) -> Document:
    """Read a document in reStructuredText. Never raises."""
    notes = Notes(source.path)
    add_rst(notes, source.text, Span(0, len(source.text)))
    return notes.document("rst")


def read_sphinx_configuration(source: Source) -> Document:
    """Read the bibliographies that `conf.py` names. Never raises."""
    notes = Notes(source.path)
    for files in _CONFIGURED.finditer(source.text):
        for match in _STRING.finditer(source.text, *files.span(1)):
            if match.lastindex:
                span = Span(*match.span(match.lastindex))
                notes.bibliographies.append(Bibliography(match[match.lastindex], span, "bibtex_bibfiles"))
    if style := _CONFIGURED_STYLE.search(source.text):
        notes.styles.append(Style(style[1], Span(*style.span(1))))
    return notes.document("rst")


def add_rst(notes: Notes, text: str, region: Span) -> None:
    """Note what a region of reStructuredText says."""
    position = region.start
    while position < region.end:
        for match in _TOKEN.finditer(text, position, region.end):
            if match["role"] is not None:
                if CITING_ROLE.fullmatch(match["role"]):
                    add_keys(notes, match["role"], text, Span(*match.span("content")))
            elif (after := _after_block(notes, text, match, region.end)) > match.end():
                position = after
                break
        else:
            return


def _after_block(notes: Notes, text: str, match: Match[str], limit: int) -> int:
    """Where reading goes on after a directive, a comment or the `::` before a literal block."""
    end = match.end()
    if match["literal"]:
        start = line_start(text, match.start())
        width = len(text[start:end]) - len(text[start:end].lstrip())
        return after_indented(text, end, width, limit)
    if match["indent"] is None or match["marked"]:
        return end
    block = Span(end, after_indented(text, end, len(match["indent"]), limit))
    name = match["directive"]
    if name is None and MARK in text[block.start : block.end]:
        comment = Span(match.end("indent"), block.start + len(text[block.start : block.end].rstrip()))
        add_suppressions(notes, text, comment, Span(block.start, comment.end))
    if name is None or name in CODE_DIRECTIVES:
        return block.end
    add_directive(notes, name, text, Span(*match.span("argument")), block)
    return block.end if name in _LISTING else end


def after_indented(text: str, position: int, width: int, limit: int) -> int:
    """The end of the lines after this one that are empty, or indented further than `width`."""
    match = _indented(min(width, 1_000)).match(text, position, limit)
    return match.end() if match else position


@lru_cache(maxsize=32)
def _indented(width: int) -> Pattern[str]:
    line_end = r"(?:\r\n?+|\n)"
    return pattern(
        rf"[^\r\n]*+(?:{line_end}|\Z)(?:[ \t]*+{line_end}|[ \t]{{{width + 1},}}+[^\r\n]++(?:{line_end}|\Z))*+"
    )


def add_keys(notes: Notes, role: str, text: str, content: Span) -> None:
    """Note the keys of a role: separated by commas, with notes in braces around them."""
    hidden = role in ("cite:empty", "nocite")
    for match in _KEYS.finditer(text, *content):
        if match[1]:
            key = match[1].rstrip()
            into = notes.nocites if hidden else notes.citations
            into.append(Citation(key, Span(match.start(1), match.start(1) + len(key)), role))


def add_directive(notes: Notes, name: str, text: str, argument: Span, block: Span) -> None:
    """Note what a directive says that names files; `block` holds its options and content."""
    if name in ("bibliography", "footbibliography"):
        for match in _WORD.finditer(text, *argument):
            notes.bibliographies.append(Bibliography(match[0], Span(*match.span()), name))
        for option in _OPTION.finditer(text, *block):
            if option[1] == "all":
                notes.nocites.append(Citation(ALL_ENTRIES, Span(*option.span(1)), name))
            elif option[1] == "keyprefix":
                _doubt(notes, option[2].strip())
            elif option[1] == "style" and option[2].strip():
                style = option[2].strip()
                notes.styles.append(Style(style, Span(option.start(2), option.start(2) + len(style))))
    elif name == "include":
        for target, span in _stripped(text, argument):
            notes.includes.append(Include(target, span, name))
    elif name == "toctree":
        for match in _TARGET.finditer(text, *block):
            for target, span in _stripped(text, Span(*match.span(match.lastindex or 0))):
                literal = not any(character in target for character in "*?:")
                notes.includes.append(Include(target, span, name, required=False, literal=literal))


def _doubt(notes: Notes, prefix: str) -> None:
    """A bibliography with a `keyprefix` answers for the keys that begin so, and its entries are without it."""
    notes.terms.update(citation.key for citation in notes.citations if citation.key.startswith(prefix))


def _stripped(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """The text of a span without blanks around it, if any is left."""
    part = text[span.start : span.end]
    if word := part.strip():
        start = span.start + len(part) - len(part.lstrip())
        yield word, Span(start, start + len(word))
