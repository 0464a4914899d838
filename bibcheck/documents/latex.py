"""Reads LaTeX documents, packages and classes."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match

from bibcheck.documents import latex_commands as commands
from bibcheck.documents import latex_definitions, latex_skipping
from bibcheck.documents.document import CiteCommand, Document, Embedded, Include, Notes
from bibcheck.documents.latex_arguments import UnclosedError, after_blanks, argument
from bibcheck.documents.latex_citations import Handler
from bibcheck.documents.latex_files import FileReader
from bibcheck.documents.lines import LINE_START
from bibcheck.documents.suppressions import MARK, add_suppressions
from bibcheck.lazy_re import pattern
from bibcheck.source import Source, Span

_ENVIRONMENT = pattern(r"[ \t]*+\{([^{}\\%\r\n]++)\}")
_NEW_ENVIRONMENT = pattern(r"\s*+(?:\[([^\[\]]*+)\]\s*+)?+\{([^{}\\%\r\n]++)\}")
_SHORT_VERB = pattern(r"\*?\s*+(?:\[[^\[\]]*+\])?+\{?\\?([!-/:-@\[-`|~])\}?")
_ROOT = pattern(rf"{LINE_START}[ \t]*+%[ \t]*+![ \t]*+T[eE]X[ \t]++root[ \t]*+=[ \t]*+([^\r\n]*[^\s])")
_INDENTATION = 200  # characters before a command that is alone on its line
_HEAD = 5_000  # characters at the start of a document in which an editor looks for its magic comments


def read_latex(source: Source, cite_commands: Iterable[CiteCommand] = ()) -> Document:
    """Read a document in which `cite_commands` cite beside those that packages define. Never raises."""
    return LatexReader(source, Notes(source.path), cite_commands).read()


class LatexReader(FileReader):
    """Goes through the text, and adds what is not read."""

    def __init__(self, source: Source, notes: Notes, cite_commands: Iterable[CiteCommand] = ()) -> None:
        super().__init__(source, notes, cite_commands)
        self.handlers = {**_HANDLERS, **self.handlers}
        self.verbatim = set(commands.VERBATIM_ENVIRONMENTS)
        self.short_verbs = ""
        self.speaks = MARK in source.text  # whether comments silence findings
        self.with_chunks = source.path.lower().endswith(".rnw")

    def read(self) -> Document:
        if "!" in self.text[:_HEAD] and (root := _ROOT.search(self.text, 0, _HEAD)):
            self.notes.main = Include(root[1], Span(*root.span(1)), "root")
        position = 0
        while position < self.end:
            position = self.read_from(position)
        return self.notes.document("latex")

    def read_from(self, position: int) -> int:
        """Read up to where something is passed over. Returns where to go on."""
        handlers = self.handlers
        for match in latex_skipping.tokens(self.short_verbs, self.with_chunks).finditer(self.text, position, self.end):
            name = match[1]
            if name is None:
                go_on = self.skip_marked(match) if match[0][0] not in "\\%" or self.speaks else None
            elif name in handlers or "cite" in name or "Cite" in name:
                go_on = self.take(name, match.end())
            else:
                continue
            if go_on is not None:
                return max(go_on, match.end())
        return self.end

    def take(self, name: str, position: int) -> int | None:
        """Note what a command says that ends at `position`. Returns where to go on, if not behind its name."""
        handler = self.handlers.get(name, LatexReader.cite_unknown)
        try:
            return handler(self, name, position)
        except UnclosedError as unclosed:
            self.notes.problem(unclosed.at, unclosed.at + 1, f"`\\{name}` has an argument that is not closed")
            return max(unclosed.stop, position)

    def citing_command(self, name: str, position: int) -> int | None:
        """As `take`, in a document of another language that may hold citing commands."""
        cites = name in self.citing or name in commands.BIBLIOGRAPHY_COMMANDS
        return self.take(name, position) if cites else None

    def begin(self, _: str, position: int) -> int | None:
        match = _ENVIRONMENT.match(self.text, position)
        if match is None:
            return None
        name = match[1]
        if name.rstrip("*") in self.verbatim:
            return self.skip_environment(name, Span(*match.span(1)), match.end())
        if command := commands.CITING_ENVIRONMENTS.get(name.rstrip("*")):
            for keys in self.key_lists(command, match.end()):
                self.add_citations(command, keys)
        elif name == "refsection":
            return self.refsection(name, match.end())
        elif name == "btSect":
            return self.bibliography(name, match.end())
        return None

    def refsection(self, name: str, position: int) -> int | None:
        if names := argument(self.text, position, "["):
            self.add_bibliographies(name, names)
        return None

    def skip_environment(self, name: str, place: Span, position: int) -> int:
        end = self.text.find(f"\\end{{{name}}}", position)
        if end < 0:
            self.notes.problem(*place, f"`{name}` is not ended; nothing after it is read")
            return self.end
        if name.startswith("filecontents"):
            self.embed(position, end)
        return end + len(f"\\end{{{name}}}")

    def embed(self, position: int, end: int) -> None:
        """Note the text of a `filecontents` environment, if it is a bibliography."""
        option = argument(self.text, position, "[")
        name = argument(self.text, option.end + 1 if option else position)
        if name and self.text[name.start : name.end].strip().lower().endswith(".bib"):
            file = self.text[name.start : name.end].strip()
            self.notes.embedded.append(Embedded(file, Span(name.end + 1, end)))

    def new_environment(self, name: str, position: int) -> int | None:
        """An environment that is defined to hold code, or to be left out."""
        if match := _NEW_ENVIRONMENT.match(self.text, position):
            self.verbatim.add((match[1] or f"{match[2]}code") if name == "newminted" else match[2])
        return None

    def short_verb(self, name: str, position: int) -> int | None:
        """From here on, a character stands for `\\verb` (or no longer does)."""
        match = _SHORT_VERB.match(self.text, position)
        if match is None:
            return None
        others = self.short_verbs.replace(match[1], "")
        self.short_verbs = others if name in ("DeleteShortVerb", "UndefineShortVerb") else others + match[1]
        return match.end()

    def skip_marked(self, match: Match[str]) -> int | None:
        """What is neither a command nor an escaped character: a comment, a piece of code."""
        token, position = match[0], match.end()
        if token[0] == "%":
            add_suppressions(self.notes, self.text, Span(*match.span()), Span(*match.span()))
            return None
        if token[0] == "\\":
            return None
        if token.startswith("<<"):
            return latex_skipping.after_chunk(self.text, position)
        return latex_skipping.after_inline_code(self.text, "verb", position - 1)

    def skip_code(self, name: str, position: int) -> int | None:
        return latex_skipping.after_inline_code(self.text, name, position)

    def skip_false(self, name: str, position: int) -> int | None:
        if name == "if" and (
            not self.text.startswith("0", position) or self.text[position + 1 : position + 2].isalnum()
        ):
            return None
        end = latex_skipping.after_false(self.text, position)
        if end is None:
            self.notes.problem(
                position - len(name) - 1, position, f"`\\{name}` has no `\\fi`; nothing after it is read"
            )
        return self.end if end is None else end

    def end_environment(self, _: str, position: int) -> int | None:
        """TeX reads nothing behind `\\end{document}`."""
        return self.end if self.text.startswith("{document}", after_blanks(self.text, position)) else None

    def end_input(self, name: str, position: int) -> int | None:
        """TeX reads the line to its end. A command that is not alone on its line belongs to a condition."""
        start = position - len(name) - 1
        before = self.text[max(0, start - _INDENTATION) : start].rstrip(" \t")
        if before and before[-1] not in "\r\n":
            return None
        ends = [end for end in (self.text.find("\n", position), self.text.find("\r", position)) if end >= 0]
        self.end = min([self.end, *ends])
        return position


_HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(latex_definitions.DEFINITIONS, LatexReader.define),
    **dict.fromkeys(latex_definitions.DECLARATIONS, LatexReader.declare),
    **dict.fromkeys(commands.BIBLIOGRAPHY_COMMANDS, LatexReader.bibliography),
    **dict.fromkeys(commands.STYLE_COMMANDS, LatexReader.style),
    **dict.fromkeys(commands.INCLUDE_COMMANDS, LatexReader.include),
    **dict.fromkeys(commands.IMPORT_COMMANDS, LatexReader.import_),
    **dict.fromkeys(("documentclass", "LoadClass", "usepackage", "RequirePackage"), LatexReader.packages),
    **dict.fromkeys(latex_skipping.INLINE_CODE, LatexReader.skip_code),
    **dict.fromkeys(("iffalse", "if"), LatexReader.skip_false),
    **dict.fromkeys(
        (
            "lstnewenvironment",
            "DefineVerbatimEnvironment",
            "newtcblisting",
            "NewTCBListing",
            "excludecomment",
            "newminted",
        ),
        LatexReader.new_environment,
    ),
    **dict.fromkeys(
        ("MakeShortVerb", "DefineShortVerb", "lstMakeShortInline", "DeleteShortVerb", "UndefineShortVerb"),
        LatexReader.short_verb,
    ),
    "bibitem": LatexReader.bibitem,
    "newcites": LatexReader.new_cites,
    "newrefsection": LatexReader.refsection,
    "PassOptionsToPackage": LatexReader.pass_options,
    "begin": LatexReader.begin,
    "end": LatexReader.end_environment,
    "endinput": LatexReader.end_input,
}
