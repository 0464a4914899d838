"""Reads LaTeX documents, packages and classes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bibcheck.documents import latex_commands as commands
from bibcheck.documents import latex_definitions, latex_skipping
from bibcheck.documents.document import (
    Bibliography,
    Citation,
    CiteCommand,
    Document,
    Embedded,
    Entry,
    Include,
    Notes,
    Package,
    Style,
)
from bibcheck.documents.latex_arguments import Item, UnclosedError, after_blanks, argument, items, options
from bibcheck.lazy_re import pattern
from bibcheck.source import Source, Span

_ENVIRONMENT = pattern(r"[ \t]*+\{([^{}\\%\r\n]++)\}")
_NEW_ENVIRONMENT = pattern(r"\s*+(?:\[([^\[\]]*+)\]\s*+)?+\{([^{}\\%\r\n]++)\}")
_SHORT_VERB = pattern(r"\*?\s*+(?:\[[^\[\]]*+\])?+\{?\\?([!-/:-@\[-`|~])\}?")
_PLAIN_INPUT = pattern(r"[ \t]++([^\s{}\\%#]++)")
_ROOT = pattern(r"(?m)^[ \t]*+%[ \t]*+![ \t]*+T[eE]X[ \t]++root[ \t]*+=[ \t]*+([^\r\n]*[^\s])")
_SUBFIX = pattern(r"\\subfix\s*+\{([^{}\\#]++)\}")
_MADE_BY_MACROS = pattern(r"[\\#{}]")
_PLAUSIBLE_KEY = pattern(r"""[^\s\\{}#$%~"(),='|]++""")
_INDENTATION = 200  # characters before a command that is alone on its line
_HEAD = 5_000  # characters at the start of a document in which an editor looks for its magic comments


def read_latex(source: Source, cite_commands: Iterable[CiteCommand] = ()) -> Document:
    """Read a document in which `cite_commands` cite beside those that packages define. Never raises."""
    return LatexReader(source, Notes(source.path), cite_commands).read()


class LatexReader:
    """One reading of one file. A handler gets a command's name and where it ends, and may say where reading goes on."""

    def __init__(self, source: Source, notes: Notes, cite_commands: Iterable[CiteCommand] = ()) -> None:
        self.text = source.text
        self.end = len(source.text)
        self.notes = notes
        self.citing = {**commands.CITE_COMMANDS, **{command.name: command for command in cite_commands}}
        self.handlers = {**HANDLERS, **dict.fromkeys(self.citing, LatexReader.cite)}
        self.verbatim = set(commands.VERBATIM_ENVIRONMENTS)
        self.short_verbs = ""
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
                go_on = self.skip_marked(match[0], match.end()) if match[0][0] not in "\\%" else None
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

    # Citations

    def cite(self, name: str, position: int) -> int | None:
        command = self.citing[name]
        for keys in self.key_lists(command, position):
            self.add_citations(command, [item for item in items(self.text, keys) if _is_literal(item)])
        return None

    def cite_unknown(self, name: str, position: int) -> int | None:
        """A command that is not known, with `cite` in its name, before what looks like keys."""
        if name in commands.NOT_CITING or "@" in name:
            return None
        command = CiteCommand(name)
        try:
            for keys in self.key_lists(command, position):
                found = list(items(self.text, keys))
                if all(_PLAUSIBLE_KEY.fullmatch(item.text) for item in found):
                    self.add_citations(command, found, sure=False)
        except UnclosedError as unclosed:
            return unclosed.stop
        return None

    def add_citations(self, command: CiteCommand, keys: Iterable[Item], *, sure: bool = True) -> None:
        into = self.notes.nocites if command.hidden else self.notes.citations
        into.extend(Citation(item.text, item.span, f"\\{command.name}", sure) for item in keys)

    def key_lists(self, command: CiteCommand, position: int) -> Iterator[Span]:
        """The arguments that hold keys: `\\name*<..>[..][..]{keys}`, `\\names(..)(..)[..][..]{keys}[..][..]{keys}`."""
        text = self.text
        position += text.startswith("*", position)
        for opening in ("(", "(") if command.multiple else ("<", "<"):
            if note := argument(text, position, opening):
                position = note.end + 1
        keys = self.key_list(command, position)
        while keys:
            yield keys
            if not command.multiple:
                return
            try:
                keys = self.key_list(command, keys.end + 1)
            except UnclosedError:
                return

    def key_list(self, command: CiteCommand, position: int) -> Span | None:
        found = None
        for _ in range(command.argument):
            position = self.after_options(position)
            found = argument(self.text, position)
            if found is None:
                return None
            position = found.end + 1
        return found

    def after_options(self, position: int) -> int:
        for _ in range(2):
            note = argument(self.text, position, "[")
            if note is None:
                break
            position = note.end + 1
        return position

    # Definitions

    def define(self, how: str, position: int) -> int | None:
        self.know(latex_definitions.defined(self.text, how, position, self.citing))
        return None

    def declare(self, how: str, position: int) -> int | None:
        self.know(latex_definitions.declared(self.text, how, position))
        return None

    def know(self, command: CiteCommand | None) -> None:
        if command and command.name not in self.citing:
            self.citing[command.name] = command
            self.handlers[command.name] = LatexReader.cite
            self.notes.cite_commands.append(command)

    def new_cites(self, _: str, position: int) -> int | None:
        """`\\newcites{name}{Heading}` of multibib."""
        if names := argument(self.text, position):
            for item in items(self.text, names):
                for citing in commands.MULTIBIB_CITING:
                    self.know(CiteCommand(citing + item.text, hidden=citing == "nocite"))
                self.handlers["bibliography" + item.text] = LatexReader.bibliography
                self.handlers["bibliographystyle" + item.text] = LatexReader.style
        return None

    # Bibliographies

    def bibliography(self, name: str, position: int) -> int | None:
        text = self.text
        position += text.startswith("*", position)
        option = argument(text, position, "[")
        names = option if name == "putbib" else argument(text, option.end + 1 if option else position)
        if names:
            given = dict(options(text, option))
            remote = given.get("location") == "remote" or given.get("glob") in ("", "true")
            self.add_bibliographies(name, names, remote=remote)
        return None

    def add_bibliographies(self, command: str, names: Span, *, remote: bool = False) -> None:
        for item in self.names(names):
            macros = bool(_MADE_BY_MACROS.search(item.text))
            self.notes.bibliographies.append(Bibliography(item.text, item.span, f"\\{command}", remote or macros))

    def names(self, span: Span) -> Iterator[Item]:
        """The names of files in a list, without the quotation marks and the `\\subfix` around them."""
        for item in items(self.text, span):
            if "\\" in item.text and (inner := _SUBFIX.fullmatch(item.text)):
                yield Item(inner[1], Span(item.span.start + inner.start(1), item.span.start + inner.end(1)))
            elif len(item.text) > 2 and item.text[0] == item.text[-1] == '"':
                yield Item(item.text[1:-1], Span(item.span.start + 1, item.span.end - 1))
            else:
                yield item

    def style(self, _: str, position: int) -> int | None:
        if names := argument(self.text, position):
            self.notes.styles.extend(Style(*item) for item in items(self.text, names) if _is_literal(item))
        return None

    def bibitem(self, _: str, position: int) -> int | None:
        if key := argument(self.text, self.after_options(position)):
            self.notes.entries.extend(Entry(*item) for item in items(self.text, key) if _is_literal(item))
        return None

    # Other files

    def include(self, name: str, position: int) -> int | None:
        position += self.text.startswith("*", position)  # newclude
        if names := argument(self.text, self.after_options(position)):
            for item in self.names(names):
                self.add_include(name, item)
        elif name == "input" and (plain := _PLAIN_INPUT.match(self.text, position)):
            self.add_include(name, Item(plain[1], Span(*plain.span(1))))
        return None

    def import_(self, name: str, position: int) -> int | None:
        text = self.text
        position += text.startswith("*", position)
        folder = argument(text, position)
        names = argument(text, folder.end + 1) if folder else None
        if folder and names:
            for item in self.names(names):
                self.add_include(name, item, folder=text[folder.start : folder.end].strip())
        return None

    def add_include(self, command: str, item: Item, *, folder: str = "", required: bool = True) -> None:
        literal = not _MADE_BY_MACROS.search(item.text + folder) and not item.text.startswith("|")
        required = required and command not in ("InputIfFileExists", "loadglsentries")
        self.notes.includes.append(Include(item.text, item.span, f"\\{command}", folder, required, literal))

    def packages(self, name: str, position: int) -> int | None:
        text = self.text
        option = argument(text, position, "[")
        names = argument(text, option.end + 1 if option else position)
        if names is None:
            return None
        given = options(text, option)
        for item in items(text, names):
            package = Package(item.text, item.span, given)
            if name not in ("documentclass", "LoadClass"):
                self.notes.packages.append(package)
            elif self.notes.document_class is None:
                self.notes.document_class = package
            if item.text == "subfiles" and name == "documentclass" and option:
                self.name_main(option)
            self.add_include(name, item, required=False)
        return None

    def name_main(self, option: Span) -> None:
        """`\\documentclass[main.tex]{subfiles}`."""
        for item in self.names(option):
            self.notes.main = Include(item.text, item.span, "\\documentclass")

    def pass_options(self, _: str, position: int) -> int | None:
        given = argument(self.text, position)
        names = argument(self.text, given.end + 1) if given else None
        for item in items(self.text, names) if names else ():
            self.notes.packages.append(Package(item.text, item.span, options(self.text, given)))
        return None

    # Environments, and what is not read

    def begin(self, _: str, position: int) -> int | None:
        match = _ENVIRONMENT.match(self.text, position)
        if match is None:
            return None
        name = match[1]
        if name.rstrip("*") in self.verbatim:
            return self.skip_environment(name, Span(*match.span(1)), match.end())
        if command := commands.CITING_ENVIRONMENTS.get(name.rstrip("*")):
            for keys in self.key_lists(command, match.end()):
                self.add_citations(command, [item for item in items(self.text, keys) if _is_literal(item)])
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
            self.notes.problem(*place, f"`{name}` is not ended, so that nothing after it is read")
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

    def skip_marked(self, token: str, position: int) -> int | None:
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
                position - len(name) - 1, position, f"`\\{name}` has no `\\fi`: nothing after it is read"
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


def _is_literal(item: Item) -> bool:
    return not _MADE_BY_MACROS.search(item.text)


_Handler = Callable[[LatexReader, str, int], int | None]
HANDLERS: dict[str, _Handler] = {
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
