"""Reads Typst documents: markup, code and mathematics are told apart, as citations differ in them."""

from __future__ import annotations

from collections.abc import Callable
from re import Match

from bibcheck.documents.document import ALL_ENTRIES, Bibliography, Citation, Document, Include, Notes, Package, Style
from bibcheck.documents.suppressions import MARK, add_suppressions
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Source, Span

# typst-syntax, lexer.rs: is_valid_in_label_literal; a reference does not end in a full stop or a colon.
_LABEL = r"[\w:.-]"
_REFERENCE = rf"@(?P<reference>[\w-](?:{_LABEL}*[\w-])?)"
_SKIPPED = r"(?P<line>//[^\r\n]*+)|(?P<comment>/\*)|(?P<raw>`++)|\\(?s:.)"
_MARKUP = pattern(
    rf"https?://[^\s\[\]()\"`]*+|{_SKIPPED}|{_REFERENCE}|<(?P<label>{_LABEL}++)>|(?P<hash>#)|(?P<open>[\[$])|(?P<close>\])"
)
_CODE = pattern(
    rf"(?P<string>\"(?:[^\"\\]|\\(?s:.))*+\"?)|{_SKIPPED}|<(?P<label>{_LABEL}++)>|(?P<word>[^\W\d][\w-]*+)"
    r"|(?P<open>[\[({$])|(?P<close>[\])}])|(?P<end>;|\r\n?+|\n)"
)
_MATH = pattern(rf"(?P<string>\"(?:[^\"\\]|\\(?s:.))*+\"?)|{_SKIPPED}|(?P<hash>#)|(?P<close>\$)")
_MODES = {"": _MARKUP, "]": _MARKUP, "$": _MATH, ")": _CODE, "}": _CODE, "\n": _CODE}
_COMMENT = pattern(r"/\*|\*/")
_WORD = pattern(r"[^\W\d][\w-]*+")
_METHOD = pattern(r"(?:\.[^\W\d][\w-]*+)++(?=[(\[])")
_NAME = pattern(rf"{_LABEL}++")
_STRING = pattern(r"\"(?:[^\"\\]|\\(?s:.))*+\"")
_FILE = pattern(r"\s*+\"([^\"\\\r\n]++)\"")
_ELSE = pattern(r"\s*+else\b")
_TRUE = pattern(r"\s*+:\s*+true\b")
_ARGUMENT_NAME = pattern(r"([\w-]++)\s*+:\Z")
_CLOSING = {"[": "]", "(": ")", "{": "}", "$": "$"}
# After these, code goes on to the end of the line, and after the second kind at most to the end of a block.
_STATEMENTS = frozenset("let set show import include return".split())
_BLOCKS = frozenset("if for while context".split())
_CITING = frozenset({"cite", "ref"})
_WITHIN_BIBLIOGRAPHY = frozenset({"read", "bytes", "path"})
_TEXT = "text"  # names a bracket that is text itself: `[0, 1)`
_LOOK_BACK = 100  # characters before a string in which the name of its argument is looked for
_NEAR = 5  # open brackets among which the partner of a closing one is looked for


class _Frame(NamedTuple):
    """An open bracket: `name` is the function whose arguments it holds; a statement is closed by the end of its line."""

    closing: str
    start: int = 0
    name: str = ""


def read_typst(source: Source) -> Document:
    """Read a Typst document. Never raises."""
    return _TypstReader(source).read()


class _TypstReader:
    """One reading of one file. Handlers return where reading goes on, or nothing where the mode stays the same."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.notes = Notes(source.path)
        self.speaks = MARK in source.text  # whether comments silence findings
        self.frames = [_Frame("")]

    def read(self) -> Document:
        position = 0
        while position < len(self.text):
            position = self.read_from(position)
        unclosed = [frame for frame in self.frames[1:] if frame.closing != "\n" and frame.name != _TEXT]
        if unclosed:
            start = unclosed[0].start
            self.notes.problem(start, start + 1, f"`{self.text[start]}` is not closed")
        return self.notes.document("typst")

    def read_from(self, position: int) -> int:
        """Read on in the mode of the innermost bracket."""
        for match in _MODES[self.frames[-1].closing].finditer(self.text, position):
            if (handler := _HANDLERS.get(match.lastgroup or "")) and (go_on := handler(self, match)) is not None:
                return go_on
        return len(self.text)

    # Markup

    def reference(self, match: Match[str]) -> None:
        self.notes.citations.append(Citation(match["reference"], Span(*match.span("reference")), "@"))

    def label(self, match: Match[str]) -> None:
        frame = self.frames[-1]
        if frame.name in _CITING:
            self.notes.citations.append(Citation(match["label"], Span(*match.span("label")), frame.name))
        elif _MODES[frame.closing] is _MARKUP:
            self.notes.labels.add(match["label"])

    def hash(self, match: Match[str]) -> int | None:
        """`#` in markup or mathematics: one expression or statement in code."""
        start = match.end()
        if string := _STRING.match(self.text, start):
            return string.end()
        word = _WORD.match(self.text, start)
        if word is None:
            return self.open_call(start, "")
        if word[0] in _STATEMENTS or word[0] in _BLOCKS:
            self.frames.append(_Frame("\n", match.start(), word[0]))
            return start
        return self.open_call(word.end(), word[0])

    def open_call(self, position: int, name: str) -> int | None:
        """The bracket that directly follows an expression in markup, after names of fields or methods."""
        if method := _METHOD.match(self.text, position):
            position = method.end()
        bracket = self.text[position : position + 1]
        if bracket not in ("(", "[", "{") or (bracket == "{" and name):
            return None
        self.frames.append(_Frame(_CLOSING[bracket], position, name if bracket == "(" else ""))
        return position + 1

    # Code

    def word(self, match: Match[str]) -> int | None:
        word, end = match[0], match.end()
        frame = self.frames[-1]
        if word in ("include", "import"):
            return self.include(word, end)
        if self.text.startswith(":", end):
            self.notes.terms.add(word)
        if word == "full" and frame.name == "bibliography" and _TRUE.match(self.text, end):
            self.notes.nocites.append(Citation(ALL_ENTRIES, Span(*match.span()), "bibliography"))
        if not self.text.startswith("(", end):
            return None
        if (frame.name == "bibliography" and word in _WITHIN_BIBLIOGRAPHY) or (
            frame.name in _CITING and word == "label"
        ):
            word = frame.name
        self.frames.append(_Frame(")", end, word))
        return end + 1

    def include(self, command: str, position: int) -> int | None:
        file = _FILE.match(self.text, position)
        if file is None:
            return None
        if file[1].startswith("@"):
            self.notes.packages.append(Package(file[1], Span(*file.span(1))))
        else:
            self.notes.includes.append(Include(file[1], Span(*file.span(1)), command))
        return file.end()

    def string(self, match: Match[str]) -> None:
        start, end = match.span()
        span = Span(start + 1, max(start + 1, end - match[0].endswith('"')))
        name = self.frames[-1].name
        value = self.text[span.start : span.end]
        if name not in ("bibliography", "cite", "ref", "label"):
            if _NAME.fullmatch(value):
                self.notes.terms.add(value)
            return
        if not value:
            return
        before = self.text[max(0, start - _LOOK_BACK) : start].rstrip()
        if before.endswith(("(", ",")):
            if name == "bibliography":
                self.notes.bibliographies.append(Bibliography(value, span, name))
            elif name == "label":
                self.notes.labels.add(value)
            else:
                self.notes.citations.append(Citation(value, span, name))
        elif name == "bibliography" and (argument := _ARGUMENT_NAME.search(before)) and argument[1] == "style":
            self.notes.styles.append(Style(value, span))

    def end(self, match: Match[str]) -> int | None:
        if self.frames[-1].closing != "\n":
            return None
        self.frames.pop()
        return match.end()

    # Brackets

    def open_bracket(self, match: Match[str]) -> int:
        frame = self.frames[-1]
        before = self.text[max(0, match.start() - _LOOK_BACK) : match.start()].rstrip()[-1:]
        inherits = match[0] == "(" and frame.name == "bibliography" and before in ("(", ",")
        name = _TEXT if match[0] == "[" and _MODES[frame.closing] is _MARKUP else frame.name if inherits else ""
        self.frames.append(_Frame(_CLOSING[match[0]], match.start(), name))
        return match.end()

    def close_bracket(self, match: Match[str]) -> int | None:
        """Close the bracket, and the statements and unclosed brackets within it."""
        frames = self.frames
        for depth in range(1, min(_NEAR, len(frames) - 1) + 1):
            if frames[-depth].closing == match[0]:
                del frames[-depth:]
                return self.after_bracket(match[0], match.end())
        return None

    def after_bracket(self, bracket: str, position: int) -> int:
        frame = self.frames[-1]
        if frame.closing == "\n":
            if frame.name in _BLOCKS and bracket in "]}" and not _ELSE.match(self.text, position):
                self.frames.pop()
        elif _MODES[frame.closing] is not _CODE and bracket != "$":
            return self.open_call(position, "") or position
        return position

    # What is not read

    def raw(self, match: Match[str]) -> int | None:
        ticks = match["raw"]
        if len(ticks) == 2:
            return None
        end = self.text.find(ticks, match.end())
        if end < 0:
            self.notes.problem(*match.span("raw"), "raw text is not closed; nothing after it is read")
            return len(self.text)
        return end + len(ticks)

    def comment(self, match: Match[str]) -> int:
        """Comments nest."""
        depth = 1
        for mark in _COMMENT.finditer(self.text, match.end()):
            depth += 1 if mark[0] == "/*" else -1
            if not depth:
                self.suppress(Span(match.start(), mark.end()), Span(match.end(), mark.start()))
                return mark.end()
        return len(self.text)

    def line_comment(self, match: Match[str]) -> None:
        self.suppress(Span(*match.span()), Span(*match.span()))

    def suppress(self, comment: Span, inside: Span) -> None:
        if self.speaks:
            add_suppressions(self.notes, self.text, comment, inside)


_HANDLERS: dict[str, Callable[[_TypstReader, Match[str]], int | None]] = {
    "reference": _TypstReader.reference,
    "label": _TypstReader.label,
    "hash": _TypstReader.hash,
    "word": _TypstReader.word,
    "string": _TypstReader.string,
    "end": _TypstReader.end,
    "open": _TypstReader.open_bracket,
    "close": _TypstReader.close_bracket,
    "raw": _TypstReader.raw,
    "comment": _TypstReader.comment,
    "line": _TypstReader.line_comment,
}
