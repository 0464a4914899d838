"""Reads the commands of LaTeX that name other files: bibliographies and their styles, parts, packages and classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bibcheck.documents import latex_commands as commands
from bibcheck.documents.document import Bibliography, CiteCommand, Include, Notes, Package, Style
from bibcheck.documents.latex_arguments import Item, argument, is_literal, items, options
from bibcheck.documents.latex_citations import CitationReader, Handler
from bibcheck.lazy_re import pattern
from bibcheck.source import Source, Span

_PLAIN_INPUT = pattern(r"[ \t]++([^\s{}\\%#]++)")
_SUBFIX = pattern(r"\\subfix\s*+\{([^{}\\#]++)\}")


class FileReader(CitationReader):
    """Adds what names files."""

    def __init__(self, source: Source, notes: Notes, cite_commands: Iterable[CiteCommand] = ()) -> None:
        given = list(cite_commands)
        super().__init__(source, notes, given)
        for name in filter(None, map(commands.multibib_name, given)):  # another document has the \newcites
            self.handlers.update(_made_by_multibib(name))

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
            macros = not is_literal(item.text)
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
            self.notes.styles.extend(Style(*item) for item in items(self.text, names) if is_literal(item.text))
        return None

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
        literal = is_literal(item.text + folder) and not item.text.startswith("|")
        required = required and command != "InputIfFileExists" and not _may_be_elsewhere(item.text)
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
            for command in commands.REDEFINED.get(item.text, ()):
                self.know(command)
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

    def new_cites(self, _: str, position: int) -> int | None:
        """`\\newcites{name}{Heading}` of multibib."""
        if names := argument(self.text, position):
            for item in items(self.text, names):
                for citing in commands.MULTIBIB_CITING:
                    self.know(CiteCommand(citing + item.text, hidden=citing == "nocite"))
                self.handlers.update(_made_by_multibib(item.text))
        return None


def _made_by_multibib(name: str) -> dict[str, Handler]:
    """The commands that `\\newcites{name}` makes, beside those that cite."""
    return {f"bibliography{name}": FileReader.bibliography, f"bibliographystyle{name}": FileReader.style}


def _may_be_elsewhere(name: str) -> bool:
    """Whether a file may be part of a TeX distribution, or not be written yet."""
    known = name.removesuffix(".tex") in commands.DISTRIBUTED_FILES
    return known or name.endswith(commands.DISTRIBUTED_ENDINGS + commands.WRITTEN_ENDINGS)
