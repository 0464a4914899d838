"""Reads the commands of LaTeX that cite, and those that define such commands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from bibcheck.documents import latex_commands as commands
from bibcheck.documents import latex_definitions
from bibcheck.documents.document import Citation, CiteCommand, Entry, Notes
from bibcheck.documents.latex_arguments import UnclosedError, argument, is_literal, items
from bibcheck.lazy_re import pattern
from bibcheck.source import Source, Span

_KEYS = pattern(r"\*{0,2}+(?:[ \t]*+\[[^\[\]{}\\%]*+\]){0,2}+[ \t]*+\{([^{}\\#%]*+)\}")
# What nearly all citations are: `\\cite*[..][..]{key}`, with one key (group 1) or several (group 2), on one line.
_SIMPLE = pattern(
    r"\*{0,2}+(?:\[[^\[\]{}\\%\r\n]*+\]){0,2}+\{(?:([^\s,{}\\#%*\0][^\s,{}\\#%\0]*+)\}|([^{}\\%\r\n]*+)\})"
)
_PLAUSIBLE_KEY = pattern(r"""[^\s\\{}#$%~"(),='|]++""")

Handler = Callable[..., "int | None"]


class CitationReader:
    """One reading of one file. A handler gets a command's name and where it ends, and may say where reading goes on."""

    def __init__(self, source: Source, notes: Notes, cite_commands: Iterable[CiteCommand] = ()) -> None:
        self.text = source.text
        self.end = len(source.text)
        self.notes = notes
        self.citing = {**commands.CITE_COMMANDS, **{command.name: command for command in cite_commands}}
        self.handlers: dict[str, Handler] = dict.fromkeys(self.citing, CitationReader.cite)

    def cite(self, name: str, position: int) -> int | None:
        command = self.citing[name]
        if not command.argument:
            return self.cite_unknown(name, position)
        is_plain = command.argument == 1 and not command.multiple
        if not (is_plain and (simple := _SIMPLE.match(self.text, position))):
            for keys in self.key_lists(command, position):
                self.add_citations(command, keys)
        elif simple[1]:
            into = self.notes.nocites if command.hidden else self.notes.citations
            into.append(Citation(simple[1], Span(*simple.span(1)), f"\\{name}"))
        else:
            self.add_citations(command, Span(*simple.span(2)))
        return None

    def cite_unknown(self, name: str, position: int) -> int | None:
        """A command that is not known, with `cite` in its name, before what looks like keys."""
        if name not in commands.NOT_CITING and "@" not in name and (keys := _KEYS.match(self.text, position)):
            while keys:
                self.guess(name, Span(*keys.span(1)))
                keys = _KEYS.match(self.text, keys.end()) if name.endswith("cites") else None
        return None

    def guess(self, name: str, keys: Span) -> None:
        """Note what may be keys, if all of a list may."""
        found = list(items(self.text, keys))
        if all(_PLAUSIBLE_KEY.fullmatch(item.text) for item in found):
            self.notes.citations.extend(Citation(item.text, item.span, f"\\{name}", sure=False) for item in found)

    def add_citations(self, command: CiteCommand, keys: Span) -> None:
        """Note the keys of a list. With a `*` before it, a key belongs to the set that begins before (REVTeX, mcite)."""
        into = self.notes.nocites if command.hidden else self.notes.citations
        for key, span in items(self.text, keys):
            if not is_literal(key):
                continue
            if key[0] == "*" and len(key) > 1:
                key, span = key[1:], Span(span.start + 1, span.end)
            into.append(Citation(key, span, f"\\{command.name}"))

    def key_lists(self, command: CiteCommand, position: int) -> Iterator[Span]:
        """The arguments that hold keys: `\\name*<..>[..][..]{keys}`, `\\names(..)(..)[..][..]{keys}[..][..]{keys}`."""
        text = self.text
        for _ in range(2):  # harvard has a `**`
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

    def define(self, how: str, position: int) -> int | None:
        self.know(latex_definitions.defined(self.text, how, position, self.citing))
        return latex_definitions.after_name(self.text, how, position)

    def declare(self, how: str, position: int) -> int | None:
        self.know(latex_definitions.declared(self.text, how, position))
        return None

    def know(self, command: CiteCommand | None) -> None:
        if command and self.citing.get(command.name) != command:
            self.citing[command.name] = command
            self.handlers[command.name] = CitationReader.cite
            self.notes.cite_commands.append(command)

    def bibitem(self, _: str, position: int) -> int | None:
        if key := argument(self.text, self.after_options(position)):
            self.notes.entries.extend(Entry(*item) for item in items(self.text, key) if is_literal(item.text))
        return None
