"""Keys that stand on two entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.links import find_links
from bibcheck.records import NamedTuple
from bibcheck.rule import Fact, Finding, Fix, Level, Place, Rule, Scope
from bibcheck.source import Edit, Span
from bibcheck.syntax.edits import delete_command
from bibcheck.syntax.tree import Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.documents.citing import Citing


class DuplicateKey(Rule):
    """Give every entry a key of its own.

    BibTeX and biber keep the first entry of a key and drop the others. Keys of different files may be equal, but for those
    that one document loads, where documents are known. The fix takes a later entry out where it says the same as the first.
    In BibLaTeX, a key in ids that is the key of an entry too is reported.

    Bad:

        @book{knuth84, title = {T}}
        @book{knuth84, title = {T}}
              ^^^^^^^

    Good:

        @book{knuth84, title = {T}}

    Bad:

        @book{knuth84, title = {T}}
        @book{knuth84, title = {U}}
              ^^^^^^^

    Good:

        @book{knuth84a, title = {T}}
        @book{knuth84b, title = {U}}
    """

    level = Level.ERROR
    fix = Fix.SAFE
    scope = Scope.PROJECT
    whole_file = True
    smallest_group = 2
    largest_group = 10_000

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        """Other keys of an entry (BibLaTeX's ids) that are keys of entries."""
        if bib.dialect != "biblatex" or not bib.fields("ids"):
            return
        keys = {entry.key for entry in bib.entries}
        for alias in find_links(bib, "ids"):
            if alias.target in keys:
                message = f"`{alias.target}` in ids is the key of an entry: biber leaves this one out"
                yield self.finding(alias.span, message)

    def facts(self, bib: Bibliography) -> Iterator[Fact]:
        seen: dict[str, list[Entry]] = {}
        for entry in bib.entries:
            if entry.key:
                seen.setdefault(entry.key, []).append(entry)
        for key, entries in seen.items():
            about = f"{bib.path}\n{key}"
            for entry in entries if len(entries) > 1 else ():
                deletion = delete_command(bib.tree, entry)
                twin = _Twin(_content(entry), deletion.span if deletion else None, key)
                yield self.fact(about, entry, twin)

    def judge(self, facts: Sequence[Fact]) -> Iterator[Finding]:
        first, *others = facts
        for other in others:
            content, deletion, key = other.about
            equal = content == first.about.content
            kept = "the first and drops this one" if first.path == other.path else f"that of `{first.path}`"
            difference = "" if equal else f" by another entry: BibTeX keeps {kept}"
            edits = [Edit(deletion, "")] if equal and deletion else []
            yield self.finding(other, f"key `{key}` is already used{difference}", *edits, related=[first])

    def check_documents(self, citing: Sequence[Citing]) -> Iterator[Finding]:
        """Keys that stand in two files which one document loads."""
        for each in citing:
            for key, places in each.entries.items() if len(each.files) > 1 else ():
                first, *others = (Place(path, entry.span, entry.key) for path, entry in places)
                for other, (path, entry) in zip(others, places[1:], strict=True):
                    if path != first.path:
                        equal = entry.content == places[0].entry.content
                        what = "the same entry" if equal else "another entry"
                        message = f"key `{key}` is that of {what} in `{first.path}`, which `{each.main}` loads before this file"
                        yield self.finding(other, message, related=[first])


class _Twin(NamedTuple):
    """An entry whose key others have."""

    content: int  # a digest
    deletion: Span | None
    key: str


def _content(entry: Entry) -> int:
    from hashlib import blake2b  # takes 4 ms to load

    fields = [(field.name, field.value) for field in entry.fields]
    content = repr((entry.type, str(entry.fault), fields)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(content, digest_size=16).digest())
