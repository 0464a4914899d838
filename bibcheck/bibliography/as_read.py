"""A file as BibTeX or biber reads it, as plain data: what `bibcheck read` prints."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from bibcheck.names.parse import part_text, read_names
from bibcheck.source import Source
from bibcheck.syntax import parse
from bibcheck.syntax.parser import lower_ascii
from bibcheck.syntax.tree import REPEATED_FIELD, Entry, Fault, Preamble, Tree, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Record = dict[str, Any]

_BIBTEX_NAMES = ("author", "editor")
# blx-dm.def: the fields of the data type name.
_BIBER_NAMES = (
    "author editor editora editorb editorc translator bookauthor annotator commentator introduction foreword afterword "
    "holder shortauthor shorteditor sortname namea nameb namec"
).split()
_CHILDREN_TO_LIST = 2  # bibtex's -min-crossrefs: a parent that is not cited is listed from this many children on


def read_as_bibtex(source: Source, cited: Iterable[str] = ("*",)) -> dict[str, Any]:
    """What bibtex hands to a style that declares every field: `entries` in its order, `macros`, `preamble`, `messages`.

    `cited` are the keys that the document cites, `*` for all. In each record, `fields` has macros expanded and what
    crossref inherits; `own_fields` stands beside it in a file that uses crossref. `macros` are what a field of the macro
    alone would hold. Columns count bytes from 1, as bibtex's do. Lines count each line end once, as editors do, where
    bibtex takes CR LF for two line ends.
    """
    cites = _CiteList(cited)
    tree = parse(source, is_repeated=cites.is_repeated)
    cites.note_parent()
    records = {key: _record(cites.keys[key], entry) for key, entry in cites.entries.items()}
    if any("crossref" in record["fields"] for record in records.values()):
        for record in records.values():
            record["own_fields"] = dict(record["fields"])
    messages = list(_messages(source, cites.faults(tree)))
    messages += cites.inherit(records)
    messages += cites.drop_unlisted(records)
    for record in records.values():
        record["names"] = _names(record["fields"], _BIBTEX_NAMES, "bibtex")
    return {
        "entries": list(records.values()),
        "macros": {name: text.strip(" ") for name, text in tree.macros.items()},
        "preamble": "".join(fold(block.field.text) for block in tree.blocks if type(block) is Preamble and block.field),
        "messages": messages,
    }


def read_as_biber(source: Source) -> dict[str, Any]:
    """What btparse hands to biber, in the same form, before biber maps, decodes and drops anything.

    So entries of one key are all there. Of repeated fields the last counts. A field that is one undefined macro, or has
    no value, is None. `parse_ok` is false in an entry with an error, for which biber fails.
    """
    from bibcheck.syntax.btparse import stored_value

    tree = parse(source, "biblatex")
    entries = []
    for entry in tree.entries:
        fields = {field.name: stored_value(field) for field in entry.fields}
        names = _names(fields, _BIBER_NAMES, "biblatex")
        parse_ok = entry.fault is None
        entries.append({"key": entry.key, "type": entry.type, "fields": fields, "names": names, "parse_ok": parse_ok})
    preambles = [block.field for block in tree.blocks if type(block) is Preamble and block.field]
    return {
        "entries": entries,
        "macros": tree.macros,
        "preamble": "".join(stored_value(field) or "" for field in preambles),
        "messages": list(_messages(source, sorted(tree.faults, key=lambda fault: fault.offset))),
    }


class _CiteList:
    """The keys that bibtex lists, in its order, with what the database has for them (bibtex.web §§263-287).

    `keys` maps each key in lower case to its spelling in the list, `entries` those that are found to their entry.
    """

    def __init__(self, cited: Iterable[str]) -> None:
        self.keys: dict[str, str] = {}
        self.after_all: list[str] = []  # keys cited after `*`, which bibtex lists where the database has them
        self.takes_all = False
        self.entries: dict[str, Entry] = {}
        self.children: dict[str, int] = {}  # parents that are not cited, and how many children refer to them
        self.last: Entry | None = None
        for key in cited:
            if key == "*":
                self.takes_all = True
            elif self.takes_all:
                self.after_all.append(key)
            else:
                self.keys.setdefault(lower_ascii(key), key)

    def is_repeated(self, entry: Entry) -> bool:
        """Take note of an entry whose key bibtex has just read; whether an earlier one has it."""
        self.note_parent()
        key = lower_ascii(entry.key)
        if key in self.entries:
            return True
        if self.takes_all:
            self.keys.setdefault(key, entry.key)
        if key in self.keys:
            self.entries[key] = self.last = entry
        return False

    def note_parent(self) -> None:
        """List the parent of the last listed entry, all of which is read now (bibtex.web §265)."""
        entry, self.last = self.last, None
        field = entry.field("crossref") if entry and not self.takes_all else None
        if field is None:
            return
        key = lower_ascii(field.value)
        if key not in self.keys:
            self.keys[key] = field.value
            self.children[key] = 1
        elif key in self.children:
            self.children[key] += 1

    def faults(self, tree: Tree) -> list[Fault]:
        """What bibtex complains of while it reads: it does not look at the fields of an entry that is not listed."""
        unlisted = [entry for entry in tree.entries if self.entries.get(lower_ascii(entry.key)) is not entry]
        starts = [entry.start for entry in unlisted]
        faults = []
        for fault in tree.faults:
            index = bisect_right(starts, fault.offset) - 1
            if fault.kind == "error" or index < 0 or fault.offset > unlisted[index].end:
                faults.append(fault)
        faults += (fault for key, entry in self.entries.items() for fault in _repeated_fields(self.keys[key], entry))
        return sorted(faults, key=lambda fault: (fault.offset, fault.kind == "error"))

    def inherit(self, records: dict[str, Record]) -> Iterator[Record]:
        """Give each entry the fields of its parent that it has not got (§277), and complain of odd parents (§279)."""
        for key in self.keys:
            fields = records[key]["fields"] if key in records else {}
            parent = lower_ascii(fields.get("crossref", ""))
            if "crossref" in fields and parent in self.keys:
                fields["crossref"] = self.keys[parent]
                for name, value in records[parent]["fields"].items() if parent in records else ():
                    if name != "crossref":
                        fields.setdefault(name, value)
        for key in self.keys:
            if key in records and "crossref" in records[key]["fields"]:
                yield from self._judge_parent(key, records)

    def _judge_parent(self, key: str, records: dict[str, Record]) -> Iterator[Record]:
        fields = records[key]["fields"]
        parent = lower_ascii(fields["crossref"])
        names = f'entry "{self.keys[key]}" refers to entry "{fields["crossref"]}"'
        if parent not in records:
            yield _late("error", f"A bad cross reference---{names}, which doesn't exist")
            del fields["crossref"]
            return
        if "crossref" in records[parent]["fields"]:
            yield _late("warning", f"you've nested cross references--{names}, which also refers to something")
        if self._is_unlisted(parent):
            del fields["crossref"]

    def drop_unlisted(self, records: dict[str, Record]) -> Iterator[Record]:
        """Bring the records in the order of the list, without parents of too few children (§283, §286)."""
        listed = {key: records[key] for key in self.keys if key in records and not self._is_unlisted(key)}
        cited = [*self.keys.values(), *self.after_all]
        missing = dict.fromkeys(key for key in cited if lower_ascii(key) not in records)
        records.clear()
        records.update(listed)
        for key in missing:
            yield _late("warning", f'I didn\'t find a database entry for "{key}"')

    def _is_unlisted(self, key: str) -> bool:
        return self.children.get(key, _CHILDREN_TO_LIST) < _CHILDREN_TO_LIST


def _record(key: str, entry: Entry) -> Record:
    fields: dict[str, str] = {}
    for field in entry.fields:
        fields.setdefault(field.name, field.value)
    return {"key": key, "type": entry.type, "fields": fields}


def _repeated_fields(key: str, entry: Entry) -> Iterator[Fault]:
    names = set()
    for field in entry.fields:
        if field.name in names:
            message = f"I'm ignoring {key}'s extra \"{field.name}\" field"
            yield Fault(REPEATED_FIELD, message, field.end, "warning")
        names.add(field.name)


def _names(fields: Mapping[str, str | None], which: Iterable[str], dialect: str) -> Record:
    return {
        field: [
            {part: part_text(getattr(name, part)) for part in ("first", "von", "last", "jr")}
            for name in read_names(text, dialect)
        ]
        for field in which
        if (text := fields.get(field))
    }


def _messages(source: Source, faults: list[Fault]) -> Iterator[Record]:
    """The faults, which come in the order of the file, with line and column."""
    counted = column = 0
    for fault in faults:
        place = source.place(fault.offset)
        line_start = fault.offset - place.column + 1
        if line_start >= counted:
            counted, column = line_start, 1
        column += len(source.encode(source.text[counted : fault.offset])) - len(source.bom)
        counted = fault.offset
        message = {"kind": fault.kind, "message": fault.message, "line": place.line}
        yield message | ({"column": column, "skipping": fault.skipping} if fault.kind == "error" else {})


def _late(kind: str, message: str) -> Record:
    return {"kind": kind, "message": message, "line": None}
