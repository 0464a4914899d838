"""One file's tree with its fields indexed and its dialect judged: what rules look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter

from bibcheck.bibliography.dialect import declared_dialect, has_biblatex, is_mixed, judge_dialect
from bibcheck.bibliography.parts import is_chosen, what_was_read
from bibcheck.source import Source, Span
from bibcheck.syntax.parser import lower_ascii, parse
from bibcheck.syntax.tree import Block, Entry, Field, String, Tree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from bibcheck.defects import Defect
    from bibcheck.venues.index import KnownVenue
    from bibcheck.venues.recognise import Venues

    _Value = TypeVar("_Value")

# Settings for a program, written as entries: IEEEtran, REVTeX, natbib-like tools. They are no references.
CONTROL_TYPES = frozenset("ieeetranbstctl control bibtexctl acs-control achemso-control".split())

# The fields by which an entry inherits others.
INHERITING = ("crossref", "xdata")
_MOST_ANCESTORS = 12  # beyond which nothing is claimed of what an entry inherits
_PIECE = 1_000_000  # characters of a large text that are in lower case at a time


class Bibliography:
    """A file as rules see it. `dialect` is "bibtex" or "biblatex": as set, or judged from the file.

    `style` is the bibliography style that the settings or a document name; None where nothing says it. `own_venues` are the
    journals and conferences that the project's settings add to those of the world. `whole` is the file itself where this is a
    part of it. What rules ask of the whole file goes through `of_whole`, and is noted in `asked` where that is wanted.
    """

    whole: Bibliography
    asked: dict[tuple[Any, ...], Any] | None = None

    def __init__(
        self,
        source: Source,
        dialect: str | None = None,
        style: str | None = None,
        *,
        own_venues: tuple[KnownVenue, ...] = (),
    ) -> None:
        self.source = source
        self.path = source.path
        self.text = source.text
        self._own_venues = own_venues
        self._venues: Venues | None = None
        self.style = style
        self._take(parse(source))
        declared = dialect or declared_dialect(self.text)
        self.dialect = declared or judge_dialect(self.tree, self.entries if self.has_biblatex else ())
        self.is_dialect_given = declared is not None
        # Whether nothing says which dialect the file is in, and it has of both: BibTeX's demands may not hold then.
        self.is_mixed = not declared and self.dialect == "bibtex" and self.has_biblatex and is_mixed(self.entries)
        if self.dialect == "biblatex":
            self._take(parse(source, self.dialect))

    def _take(self, tree: Tree) -> None:
        self.whole = self
        self.tree = tree
        self._keys: dict[str, Entry] | None = None
        self._defects: list[Defect] | None = None
        self._mentioned: dict[str, bool] = {}
        self.is_large = False  # whether to save memory rather than time
        # References only: what programs keep for themselves is in the tree.
        entries = [entry for entry in tree.entries if entry.type not in CONTROL_TYPES]
        self._list(entries, Span(0, len(self.text)))

    def _list(self, entries: list[Entry], span: Span) -> None:
        self.entries = entries
        self.span = span
        self._fields: dict[str, list[Field]] | None = None
        self._distinct: dict[tuple[str, ...], dict[str, list[Field]]] = {}
        self._computed: dict[Callable[[Bibliography], Any], Any] = {}
        self._values: dict[tuple[Callable[[str], Any], tuple[str, ...]], list[tuple[Field, Any]]] = {}

    def part(self, entries: list[Entry], span: Span) -> Bibliography:
        """The file as seen by rules that look at one entry at a time: of its entries only these are listed, and their fields.

        `span` is where it is searched for texts. The tree, the defects, the dialect and parents are the whole file's.
        """
        part = Bibliography.__new__(Bibliography)
        part.__dict__.update(self.__dict__)
        part.is_large = False  # what is read of a part is kept until it is forgotten
        part._list(entries, span)
        return part

    def parts(self, size: int) -> Iterator[Bibliography]:
        """Parts that cover the file, of about so many characters each, cut between blocks.

        The keys of entries choose where, so that most cuts stay where they are when something is put in or taken out.
        """
        if len(self.text) < 2 * size:
            yield self
            return
        entries: list[Entry] = []
        start = 0
        for block in self.tree.blocks:
            length = block.start - start
            if length >= 2 * size or (length > size // 2 and is_chosen(block, size - size // 2)):
                yield self.part(entries, Span(start, block.start))
                entries, start = [], block.start
            if type(block) is Entry and block.type not in CONTROL_TYPES:
                entries.append(block)
        yield self.part(entries, Span(start, len(self.text)))

    def forget(self) -> None:
        """Free what was read of the values of these entries. All of it is read again when it is asked for."""
        values = self.tree.values
        if values.by_entry:
            self._list(self.entries, self.span)
            for entry in self.entries:
                entry.forget()
        else:
            self._distinct.clear()
            self._values.clear()
            for field in values.read_alone:
                field.forget()
            values.read_alone.clear()

    def fields(self, *names: str) -> Sequence[Field]:
        """The fields of the given names (lower case), name by name, each in file order. Repeated fields included."""
        index = self._index()
        if len(names) == 1:
            return index.get(names[0], ())
        return [field for name in names for field in index.get(name, ())]

    def matching(self, pattern: re.Pattern[str], *names: str) -> list[Field]:
        """The fields of the given names in whose text a pattern is found, in the order of `fields`.

        Choose so what a rule looks at more closely: the loop is over texts alone, at a tenth of a microsecond each. For a
        pattern that must stand at the start use `beginning`: a search for `\\A...` tries every place.
        """
        search = pattern.search
        return [field for field in self.fields(*names) if search(field.text)]

    def beginning(self, pattern: re.Pattern[str], *names: str) -> list[Field]:
        """The fields of the given names whose text a pattern matches at its start, in the order of `fields`."""
        match = pattern.match
        return [field for field in self.fields(*names) if match(field.text)]

    def distinct(self, *names: str) -> Mapping[str, Sequence[Field]]:
        """The texts that fields of the given names have, each with its fields, in the order of `fields`."""
        found = self._distinct.get(names)
        if found is None:
            found = self._distinct[names] = {}
            for field in self.fields(*names):
                if field.text in found:
                    found[field.text].append(field)
                else:
                    found[field.text] = [field]
        return found

    @property
    def shapes(self) -> Mapping[tuple[str, ...], Sequence[Entry]]:
        """The entries by shape: their type, then the names of their fields in order. A file has few shapes."""
        return self.once(_shapes)

    def having(self, *names: str) -> list[Entry]:
        """The entries that have all of the given fields, in file order."""
        found = [entries for shape, entries in self.shapes.items() if all(name in shape[1:] for name in names)]
        return sorted((entry for entries in found for entry in entries), key=attrgetter("start"))

    def values(self, read: Callable[[str], _Value], *names: str) -> list[tuple[Field, _Value]]:
        """The fields of the given names, each with what a reader of `values` makes of its text: read once, and kept."""
        found = self._values.get((read, names))
        if found is None:
            found = self._values[read, names] = [(field, read(field.text)) for field in self.fields(*names)]
        return found

    def once(self, compute: Callable[[Bibliography], _Value]) -> _Value:
        """What a function makes of this file: computed at the first call, and kept for the rules that share it."""
        found: _Value
        if compute in self._computed:
            found = self._computed[compute]
        else:
            found = self._computed[compute] = self._compute_sparingly(compute) if self.is_large else compute(self)
        return found

    def _compute_sparingly(self, compute: Callable[[Bibliography], _Value]) -> _Value:
        """What a function makes of a large file, of which only what it asks for is read, and not kept."""
        values = self.tree.values
        before, values.by_entry = values.by_entry, False
        found = compute(self)
        self.forget()
        values.by_entry = before
        return found

    def of_whole(self, compute: Callable[..., _Value], *about: Any) -> _Value:
        """What a function makes of the whole file, wherever it is cut: plain data, which tells of no place in it.

        It is a function of a module. So what is said of a part can be kept for as long as it is answered the same.
        """
        found = compute(self.whole, *about) if about else self.whole.once(compute)
        if self.asked is not None:
            self.asked[compute, *about] = found
        return found

    def mentions(self, word: str) -> bool:
        """Whether a word, given in lower case, stands anywhere in the file in whatever letter case."""
        return self.of_whole(_mentions, word)

    def fields_holding(self, *texts: str) -> list[Field]:
        """The fields in which one of some texts stands as given, in file order; those of @string commands included.

        The file is searched and not each value, which is quick where few fields are found.
        """
        starts = self.whole.once(block_starts)
        found: dict[int, Field] = {}
        for text in texts:
            place = self.text.find(text, *self.span)
            while place >= 0:
                field = _field_at(self.tree.blocks[bisect_right(starts, place) - 1], place)
                after = place + 1
                if field:
                    after = max(after, field.value_end)
                    found[place] = field
                place = self.text.find(text, after, self.span.end)
        return list(dict.fromkeys(found[place] for place in sorted(found)))

    @property
    def venues(self) -> Venues:
        """What the names of journals and conferences in this file can mean."""
        if self._venues is None:
            from bibcheck.venues.recognise import venues_with  # few rules need them

            self._venues = venues_with(self._own_venues)
        return self._venues

    @property
    def field_names(self) -> list[str]:
        """The names of all fields of the file, in order of first use."""
        return list(self._index())

    def parent(self, entry: Entry) -> Entry | None:
        """The entry that `entry` inherits from through crossref (or xref, xdata in BibLaTeX), if it is in this file."""
        for name in ("crossref", "xdata", "xref"):
            field = entry.field(name)
            if field and (parent := self._entry(field.value)) and parent is not entry:
                return parent
        return None

    @property
    def program(self) -> str:
        """The program that reads the file, as messages call it."""
        return "biber" if self.dialect == "biblatex" else "BibTeX"

    @property
    def defects(self) -> list[Defect]:
        """What keeps commands from being read as they were meant, in file order."""
        if self.whole._defects is None:
            from bibcheck.defects import find_defects

            self.whole._defects = find_defects(self.tree)
        return self.whole._defects

    @property
    def has_biblatex(self) -> bool:
        """Whether anything in the file is of BibLaTeX."""
        return self.of_whole(_has_biblatex)

    def may_have(self, entry: Entry, *names: str) -> bool:
        """Whether an entry has one of the fields, or inherits it, or may: its parent is out of sight."""
        return any(map(entry.field, names)) or self.may_inherit(entry, *names)

    def may_inherit(self, entry: Entry, *names: str) -> bool:
        """Whether an entry inherits one of the fields, as the program at hand does it, or may for all that can be seen."""
        seen: set[tuple[int, tuple[str, ...]]] = set()
        waiting = [(parent, self._names_in(parent, entry, by, names)) for parent, by in self._parents(entry)]
        while waiting:
            parent, wanted = waiting.pop()
            if parent is None or any(map(parent.field, wanted)) or len(seen) > _MOST_ANCESTORS:
                return True
            if wanted and (id(parent), wanted) not in seen:
                seen.add((id(parent), wanted))
                waiting += [(next_, self._names_in(next_, parent, by, wanted)) for next_, by in self._parents(parent)]
        return False

    def _parents(self, entry: Entry) -> Iterator[tuple[Entry | None, str]]:
        """What an entry inherits from, None where that is out of sight, each with the field that names it."""
        for name in INHERITING:
            field = entry.field(name)
            for key in field.value.split(",") if field else ():
                yield self._entry(key.strip()) if field and field.is_known else None, name

    def _names_in(self, parent: Entry | None, child: Entry, by: str, names: tuple[str, ...]) -> tuple[str, ...]:
        """The fields of a parent out of which the program makes the named ones of its child."""
        if parent is None or self.dialect == "bibtex" or by == "xdata":
            return names
        from bibcheck.knowledge.datamodel import inherited_names

        return inherited_names(parent.type, child.type, names)

    def _index(self) -> dict[str, list[Field]]:
        if self._fields is None:
            self._fields = {}
            for entry in self.entries:
                for field in entry.fields:
                    self._fields.setdefault(field.name, []).append(field)
        return self._fields

    def _entry(self, key: str) -> Entry | None:
        """The first entry of the file that has a key, in whatever letter case."""
        key = lower_ascii(key)
        if self.asked is not None:
            self.of_whole(_entry_read, key)
        return self.whole._by_key().get(key)

    def _by_key(self) -> dict[str, Entry]:
        if self._keys is None:
            self._keys = {}
            for entry in self.entries:
                self._keys.setdefault(lower_ascii(entry.key), entry)
        return self._keys


def _entry_read(bib: Bibliography, key: str) -> tuple[Any, ...] | None:
    entry = bib._by_key().get(key)
    return (bib.text[entry.start : entry.end], what_was_read(entry, entry.start)) if entry else None


def block_starts(bib: Bibliography) -> list[int]:
    """Where the blocks of a file start, to be bisected; for `bib.once`."""
    return [block.start for block in bib.tree.blocks]


def _field_at(block: Block, place: int) -> Field | None:
    """The field in whose value an offset lies."""
    if isinstance(block, Entry | String):
        for field in block.fields:
            if field.value_start <= place < field.value_end:
                return field
    return None


def _mentions(bib: Bibliography, word: str) -> bool:
    mentioned = bib._mentioned
    if word not in mentioned:
        mentioned[word] = word.encode() in bib.once(_lower) if not bib.is_large else _is_in(bib.text, word)
    return mentioned[word]


def _lower(bib: Bibliography) -> bytes:
    return _lower_bytes(bib.text)


def _is_in(text: str, word: str) -> bool:
    """Whether a word in lower case stands in a large text, of which no second one in lower case is made."""
    wanted = word.encode()
    return any(
        wanted in _lower_bytes(text[start : start + _PIECE + len(word)]) for start in range(0, len(text), _PIECE)
    )


def _lower_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass").lower()  # bytes are lowered in a sixth of the time


def _shapes(bib: Bibliography) -> dict[tuple[str, ...], list[Entry]]:
    shapes: dict[tuple[str, ...], list[Entry]] = {}
    for entry in bib.entries:
        shapes.setdefault((entry.type, *[field.name for field in entry.fields]), []).append(entry)
    return shapes


def _has_biblatex(bib: Bibliography) -> bool:
    return has_biblatex(bib.entries, bib.field_names)
