"""Lays out one file by the settings that hold for it."""

from __future__ import annotations

from bibcheck.bibliography import Bibliography
from bibcheck.formatter import format_text
from bibcheck.formatter.settings import FormatSettings
from bibcheck.settings.files import File
from bibcheck.settings.selection import Selection
from bibcheck.source import Source
from bibcheck.syntax.suppression import read_suppressions

RULE, CATEGORY = (
    "unformatted",
    "layout",
)  # the rule and the category that keep the layout of a file where they are silenced


def lay_out(source: Source, file: File) -> str | None:
    """The text of a file in the layout that its settings ask for; None where it is to stay as it is."""
    selection = Selection(file.settings)
    bib = Bibliography(source, selection.dialect)
    if RULE in selection.ignored(file.absolute) or _is_silenced(bib):
        return None
    return format_text(bib, file.settings.table.format or FormatSettings())


def _is_silenced(bib: Bibliography) -> bool:
    """Whether the file itself says that its layout stays."""
    return any(each.target is None and each.name in (RULE, CATEGORY) for each in read_suppressions(bib.tree))
