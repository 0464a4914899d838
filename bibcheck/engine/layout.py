"""Lays out files by the settings that hold for them."""

from __future__ import annotations

from collections.abc import Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.formatter import format_text
from bibcheck.formatter.settings import FormatSettings
from bibcheck.settings.files import File, FileFinder, have_documents
from bibcheck.settings.selection import Selection
from bibcheck.source import Source
from bibcheck.syntax.suppression import read_suppressions

RULE, CATEGORY = (
    "unformatted",
    "layout",
)  # the rule and the category that keep the layout of a file where they are silenced


class Layout:
    """Lays out files of one run, each in the dialect that is checked: of the settings, of the documents, of presets.

    `documents` are the paths of what cites, beside those of the settings; `problems` says in whole lines which could not be
    read.
    """

    def __init__(self, files: Sequence[File], finder: FileFinder, documents: Sequence[str] = ()) -> None:
        self.problems: list[str] = []
        self._shown: dict[str, str] = {}
        groups: dict[int, list[File]] = {}
        for file in files:
            groups.setdefault(id(file.settings), []).append(file)
        for group in groups.values():
            if Selection(group[0].settings).stated("dialect") is None and have_documents(group, documents):
                self._look_at_documents(group, finder, documents)

    def _look_at_documents(self, files: Sequence[File], finder: FileFinder, named: Sequence[str]) -> None:
        from bibcheck.engine.documents import document_requests, load_documents

        documents = load_documents(document_requests(files, finder, named), files, Source.from_file)
        self._shown |= {path: dialect for path, (dialect, _) in documents.shown().items()}
        self.problems += (line for line in documents.problems if line not in self.problems)

    def lay_out(self, source: Source, file: File) -> str | None:
        """The text of a file in the layout that its settings ask for; None where it is to stay as it is."""
        selection = Selection(file.settings)
        dialect = selection.stated("dialect") or self._shown.get(file.path) or selection.dialect
        bib = Bibliography(source, dialect)
        if RULE in selection.ignored(file.absolute) or _is_silenced(bib):
            return None
        return format_text(bib, file.settings.table.format or FormatSettings())


def _is_silenced(bib: Bibliography) -> bool:
    """Whether the file itself says that its layout stays."""
    return any(each.target is None and each.name in (RULE, CATEGORY) for each in read_suppressions(bib.tree))
