"""Bibliographies that a document names and that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.documents.citing import Citing
from bibcheck.documents.document import Bibliography
from bibcheck.documents.lines import on_one_line
from bibcheck.rule import Finding, Level, Place, Rule, Scope
from bibcheck.text.suggestion import did_you_mean

_BIBLATEX_COMMANDS = ("\\addbibresource", "\\addglobalbib", "\\addsectionbib")


class MissingBibliography(Rule):
    """Name bibliographies that are there, and with their `.bib` in `\\addbibresource`, which does not add it.

    Bad:

        \\bibliography{thesis}
                      ^^^^^^
        @book{knuth84, title = {T}}

    Good:

        \\bibliography{references}
        @book{knuth84, title = {T}}

    Bad:

        \\addbibresource{references}
                        ^^^^^^^^^^
        @book{knuth84, title = {T}}

    Good:

        \\addbibresource{references.bib}
        @book{knuth84, title = {T}}
    """

    level = Level.ERROR
    scope = Scope.PROJECT
    needs_documents = True

    def check_documents(self, citing: Sequence[Citing]) -> Iterator[Finding]:
        for each in citing:
            there = [*each.files, *each.keys]
            for path, named in each.missing:
                yield self.finding(
                    Place(path, named.span),
                    f"there is no bibliography `{on_one_line(named.name)}`{_hint(named, there)}",
                )
            for found in each.project.bibliographies:
                name = found.bibliography.name
                if (
                    found.path
                    and found.bibliography.command in _BIBLATEX_COMMANDS
                    and found.path.endswith(f"{name}.bib")
                ):
                    message = f"`{found.bibliography.command}` takes the whole name of the file, `{name}.bib`"
                    yield self.finding(Place(found.document, found.bibliography.span), message)


def _hint(named: Bibliography, there: Sequence[str]) -> str:
    """The bibliography that may be meant, by its name without folder and extension where it is named so."""
    names = [path.rpartition("/")[2] for path in there]
    if not named.name.endswith(".bib"):
        names = [name.removesuffix(".bib") for name in names]
    return did_you_mean(named.name.rpartition("/")[2], names)
