r"""What Zotero writes into `note` because BibTeX has no field for it: `Publisher: Elsevier`, `\_eprint: https://example.org/a.pdf`."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span

EPRINT = "_eprint: "  # before the address of a file
_LINE = pattern(
    r"^[ \t]*+(?P<line>(?:\\?_eprint|(?P<label>Publisher|Number|Conference Name|Section(?=: \D))): [^\n]*[^\s])[ \t\r]*+$",
    re.MULTILINE,
)
_FIELDS = {"Publisher": "publisher", "Number": "number", "Conference Name": "booktitle"}
_LONGEST = 2000


class ZoteroNote(NamedTuple):
    """Lines of a note, and the fields that mean the same. `is_all` is whether the note has nothing else."""

    span: Span
    fields: tuple[str, ...]
    is_all: bool


def find_zotero_note(text: str) -> ZoteroNote | None:
    """The lines of Zotero in a note; None where there are none."""
    lines = list(_LINE.finditer(text)) if ": " in text and len(text) <= _LONGEST else []
    if not lines:
        return None
    fields = tuple([_FIELDS[line["label"]] for line in lines if line["label"] in _FIELDS])
    rest = _LINE.sub("", text).strip()
    return ZoteroNote(Span(lines[0].start("line"), lines[-1].end("line")), fields, not rest)
