"""Reads Markdown: pandoc's, R Markdown, Quarto and MyST."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from re import Match, Pattern

from bibcheck.documents.document import CiteCommand, Document, Include, Notes
from bibcheck.documents.latex import LatexReader
from bibcheck.documents.lines import LINE_END, LINE_START
from bibcheck.documents.metadata import add_metadata, front_matter
from bibcheck.documents.pandoc_citations import CITATION, add_citation
from bibcheck.documents.rst import CITING_ROLE, CODE_DIRECTIVES, add_directive, add_keys, add_rst
from bibcheck.documents.suppressions import MARK, add_suppressions
from bibcheck.lazy_re import pattern
from bibcheck.source import Source, Span

_LIST_ITEM = r"(?:[-*+]|\d{1,9}[.)]|[a-zA-Z#][.)]|\(@[\w-]*+\)|\[\^[^\]\r\n]++\]:|[:~]|!!!|\?\?\?\+?)[ \t]"
_TOKEN = pattern(
    rf"{LINE_START}(?:(?P<blank>[ \t]*+(?:\r\n?+|\n))"
    r"|(?P<before>[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?)(?P<fence>`{3,}+|~{3,}+|:{3,}+)(?P<info>[^`\r\n]*+)(?=[\r\n]|\Z)"
    rf"|[ ]{{0,3}}(?P<item>{_LIST_ITEM})"
    r"|\((?P<target>[^()\s]++)\)="
    r"|:(?:label|name):[ \t]*+(?P<label>\S++))"
    r"|\\(?P<command>[a-zA-Z]++)|\\(?s:.)"
    r"|\{(?P<role>[a-z:]++)\}(?=`)"
    r"|(?P<ticks>`++)"
    r"|(?P<comment><!--)"
    r"|<(?P<element>style|script|pre|code)\b"
    r"|<[a-zA-Z/?!][^<>]*+>"
    r"|(?:https?|ftp)://[^\s<>\[\]()\"'`]*+"
    r"|\]\([^()\s]*+"
    r"|\{\{<[ \t]*+include[ \t]++(?:(?P<included>[^\s>\"']++)|\"(?P<quoted>[^\"\r\n]++)\")"
    r"|\{(?P<attributes>\#[^{}\r\n]*+)\}"
    rf"|{CITATION}"
)
_INDENTED_CODE = pattern(r"(?:(?: {4}|\t)[^\r\n]*+(?:\r\n?+|\n|\Z)|[ \t]*+(?:\r\n?+|\n))++")
_TICKS = pattern(r"`++")
_DEEPEST = 20  # directives in directives
_DIRECTIVE = pattern(r"[ \t]*+\{([\w:-]++)\}([^\r\n]*+)")
_CHILD = pattern(r"""\bchild[ \t]*+[=:][ \t]*+(c\([^()\r\n]*+\)|"[^"\r\n]*+"|'[^'\r\n]*+')""")
_STRING = pattern(r"""["']([^"'\r\n]++)["']""")
_CHUNK_LABEL = pattern(rf"{LINE_START}#\|[ \t]*+label:[ \t]*+(\S++)")
_IDENTIFIER = pattern(r"#([^\s#}]++)")
# Quarto, "Cross References", the reserved prefixes; with a colon those of pandoc-crossref.
_CROSS_REFERENCE = pattern(
    r"(?:[Ff]ig|[Tt]bl|[Ll]st|[Tt]ip|[Nn]te|[Ww]rn|[Ii]mp|[Cc]au|[Tt]hm|[Ll]em|[Cc]or|[Pp]rp|[Cc]nj|[Dd]ef|[Ee]xm|[Ee]xr"
    r"|[Ss]ol|[Rr]em|[Aa]lg|[Ee]q|[Ss]ec|[Ss]uppfig|[Ss]upptbl)-.*|(?:[Ff]ig|[Tt]bl|[Ee]q|[Ss]ec|[Ll]st):.*"
)
# Directives of MyST whose content is Markdown again; what is between the fences of others is code.
_PROSE_DIRECTIVES = frozenset(
    """
    note warning tip hint important caution attention danger error seealso admonition figure margin sidebar aside topic epigraph
    pull-quote highlights dropdown card grid grid-item grid-item-card tab-set tab-item table list-table div container
    versionadded versionchanged deprecated blockquote exercise solution exercise-start solution-start proof prf:proof
    prf:theorem prf:lemma prf:definition prf:example prf:remark prf:corollary prf:proposition prf:axiom prf:algorithm
    prf:conjecture prf:observation prf:property prf:assumption prf:criterion abstract details only sphinx-design
    """.split()
)


def read_markdown(source: Source, cite_commands: Iterable[CiteCommand] = ()) -> Document:
    """Read a Markdown document; `cite_commands` are LaTeX commands that cite in it as well. Never raises."""
    return _MarkdownReader(source, cite_commands).read()


class _MarkdownReader:
    """One reading of one file."""

    def __init__(self, source: Source, cite_commands: Iterable[CiteCommand] = ()) -> None:
        self.text = source.text
        self.notes = Notes(source.path)
        self.latex = LatexReader(source, self.notes, cite_commands)
        self.is_quarto = source.path.lower().endswith(".qmd")
        self.open_fences: list[str] = []
        self.in_list = False
        self.never_closed: set[str] = set()
        self.closing_ticks: dict[int, int] | None = None

    def read(self) -> Document:
        position = 0
        if region := front_matter(self.text):
            add_metadata(self.notes, self.text, region)
            position = region.end + 3
        elif code := _INDENTED_CODE.match(self.text):
            position = code.end()
        while position < len(self.text):
            position = self.read_from(position)
        return self.notes.document("markdown")

    def read_from(self, position: int) -> int:
        """Read up to where something is passed over. Returns where to go on."""
        for match in _TOKEN.finditer(self.text, position):
            go_on = self.take(match)
            if go_on is not None and go_on > match.end():
                return go_on
        return len(self.text)

    def take(self, match: Match[str]) -> int | None:
        """Note what a token says. Returns where reading goes on, if not behind it."""
        if match["key"] is not None or match["braced"] is not None:
            self.cite(match)
            return None
        handler = _HANDLERS.get(match.lastgroup or "")
        return handler(self, match) if handler else None

    def cite(self, match: Match[str]) -> None:
        key = match["key"] or match["braced"]
        refers = _CROSS_REFERENCE.fullmatch(key)
        if refers and (self.is_quarto or ":" in key):
            return
        add_citation(self.notes, match, sure=not refers)

    def blank(self, match: Match[str]) -> int | None:
        """Lines that are indented after an empty one are code, unless they belong to a list."""
        end = match.end()
        first = self.text[end : end + 1]
        if first and not first.isspace():
            self.in_list = False
        elif not self.in_list and (code := _INDENTED_CODE.match(self.text, end)):
            return code.end() - (0 if code.end() == len(self.text) else 1) if code[0].strip() else None
        return None

    def item(self, match: Match[str]) -> None:
        self.in_list = True
        if match["item"].startswith("(@"):
            self.notes.labels.add(match["item"].strip(" \t()@"))

    def fence(self, match: Match[str]) -> int | None:
        fence, info = match["fence"], match["info"].strip()
        directive = _DIRECTIVE.fullmatch(self.text, *match.span("info"))
        name = directive[1] if directive else ""
        if fence[0] == ":":
            if name not in CODE_DIRECTIVES:
                if directive:
                    self.directive(directive, Span(match.end(), match.end()))
                return None
        elif not info and any(fence.startswith(opened) for opened in self.open_fences):
            while not fence.startswith(self.open_fences.pop()):
                pass
            return None
        elif name in _PROSE_DIRECTIVES and len(self.open_fences) < _DEEPEST:
            self.open_fences.append(fence)
            return None
        closing = _closing_fence(fence[0], min(len(fence), 100)).search(self.text, match.end())
        block = Span(match.end(), closing.start() if closing else len(self.text))
        self.code_block(match, directive, block)
        return closing.end() if closing else len(self.text)

    def code_block(self, match: Match[str], directive: Match[str] | None, block: Span) -> None:
        for child in _CHILD.finditer(self.text, *match.span("info")):
            for name in _STRING.finditer(self.text, *child.span(1)):
                self.notes.includes.append(Include(name[1], Span(*name.span(1)), "child"))
        for label in _CHUNK_LABEL.finditer(self.text, *block):
            self.notes.labels.add(label[1])
        if directive:
            self.directive(directive, block)

    def directive(self, directive: Match[str], block: Span) -> None:
        """Note what a MyST directive says; sphinxcontrib-bibtex has the same ones for both languages."""
        if directive[1] == "eval-rst":
            add_rst(self.notes, self.text, block)
        else:
            add_directive(self.notes, directive[1], self.text, Span(*directive.span(2)), block)

    def command(self, match: Match[str]) -> int | None:
        return self.latex.citing_command(match["command"], match.end())

    def role(self, match: Match[str]) -> int | None:
        if not CITING_ROLE.fullmatch(match["role"]):
            return None
        ticks = match.end()
        end = self.after_code(ticks)
        if end is None:
            return None
        width = len(self.text[ticks:end]) - len(self.text[ticks:end].lstrip("`"))
        add_keys(self.notes, match["role"], self.text, Span(ticks + width, end - width))
        return end

    def ticks(self, match: Match[str]) -> int | None:
        return self.after_code(match.start())

    def after_code(self, start: int) -> int | None:
        """The end of the code span that opens at `start`: the next run of as many backticks."""
        if self.closing_ticks is None:
            self.closing_ticks = {}
            following: dict[int, int] = {}
            for run in reversed([match.span() for match in _TICKS.finditer(self.text)]):
                width = run[1] - run[0]
                if width in following:
                    self.closing_ticks[run[0]] = following[width]
                following[width] = run[1]
        return self.closing_ticks.get(start)

    def comment(self, match: Match[str]) -> int | None:
        end = self.after_closing("-->", match.end())
        if end and self.text.find(MARK, match.end(), end) >= 0:
            add_suppressions(self.notes, self.text, Span(match.start(), end), Span(match.end(), end - len("-->")))
        return end

    def element(self, match: Match[str]) -> int | None:
        """An HTML element whose content is code."""
        return self.after_closing(f"</{match['element']}>", match.end())

    def after_closing(self, mark: str, position: int) -> int | None:
        """The end of what `mark` closes. What is not closed is text, and not looked for again."""
        end = -1 if mark in self.never_closed else self.text.find(mark, position)
        if end < 0:
            self.never_closed.add(mark)
            return None
        return end + len(mark)

    def included(self, match: Match[str]) -> None:
        group = match.lastgroup or ""
        self.notes.includes.append(Include(match[group], Span(*match.span(group)), "include"))

    def attributes(self, match: Match[str]) -> None:
        self.notes.labels.update(_IDENTIFIER.findall(match["attributes"]))

    def label(self, match: Match[str]) -> None:
        self.notes.labels.add(match["label"])

    def target(self, match: Match[str]) -> None:
        self.notes.labels.add(match["target"])


@lru_cache(maxsize=32)
def _closing_fence(character: str, width: int) -> Pattern[str]:
    return pattern(rf"{LINE_START}[ \t>]*+{character}{{{width},}}+[ \t]*+{LINE_END}")


_HANDLERS: dict[str, Callable[[_MarkdownReader, Match[str]], int | None]] = {
    "blank": _MarkdownReader.blank,
    "info": _MarkdownReader.fence,
    "item": _MarkdownReader.item,
    "target": _MarkdownReader.target,
    "command": _MarkdownReader.command,
    "role": _MarkdownReader.role,
    "ticks": _MarkdownReader.ticks,
    "comment": _MarkdownReader.comment,
    "element": _MarkdownReader.element,
    "included": _MarkdownReader.included,
    "quoted": _MarkdownReader.included,
    "attributes": _MarkdownReader.attributes,
    "label": _MarkdownReader.label,
}
