"""What rules have said of the parts of a file, kept: when the file changes, only the parts that changed are looked at again.

A part is as it was if its text is, what was read of it, and what rules were told of the rest of the file when they asked
(`Bibliography.of_whole`). It may stand at another place: on the way out of the store, every span is moved there.
"""

from __future__ import annotations

import pickle
from bisect import bisect_left
from io import BytesIO

from bibcheck.bibliography import Bibliography, block_starts
from bibcheck.bibliography.parts import what_was_read
from bibcheck.engine.findings import Findings
from bibcheck.engine.notes import Notes
from bibcheck.engine.store import Store, digest
from bibcheck.source import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PART = 150_000  # characters: smaller parts mean less to do after a change, and more where all has to be looked at


class KeptParts:
    """What was said of parts of one file. `about` tells all on which that depends beside the file."""

    size = PART

    def __init__(self, store: Store, about: bytes) -> None:
        self._store = store
        self._about = about

    def find(self, part: Bibliography) -> Notes | None:
        """What was said of a part that is as it was; None where there is nothing."""
        data = self._store.read(self._name(part))
        if data is None:
            return None
        # The store has the signature of this user on it, and this very code has written it.
        start, asked = pickle.load(stream := BytesIO(data))
        if any(part.of_whole(*question) != answer for question, answer in (asked or {}).items()):
            return None
        by = part.span.start - start
        findings, tentative, facts, votes = _Moving(stream, by).load() if by else pickle.load(stream)
        notes = Notes(Findings(), [], {}, facts, votes, {})
        notes.findings.extend(findings)
        for each in tentative:
            notes.tentative.append(each._replace(places=tuple(place + by for place in each.places)))
        return notes

    def keep(self, part: Bibliography, notes: Notes) -> None:
        """Keep what was said of a part while `asked` was noted, unless a rule raised."""
        if not notes.crashes:
            said = (list(notes.findings), notes.tentative, notes.facts, notes.votes)
            records = ((part.span.start, part.asked), said)
            data = b"".join(pickle.dumps(record, pickle.HIGHEST_PROTOCOL) for record in records)
            self._store.write(self._name(part), data)

    def _name(self, part: Bibliography) -> str:
        start, end = part.span
        read = repr((self._reading(part), part.dialect, part.is_dialect_given, part.is_mixed, part.style))
        text = part.source.encode(part.text[start:end])
        return digest(self._about + digest(read.encode("utf-8", "surrogatepass")) + text).hex() + ".file"

    def _reading(self, part: Bibliography) -> tuple[Any, ...] | None:
        """What was read of the text of a part that the text does not tell; None of the whole file, whose text tells all."""
        if part is part.whole:
            return None
        start, end = part.span
        starts = part.whole.once(block_starts)
        blocks = part.tree.blocks[bisect_left(starts, start) : bisect_left(starts, end)]
        faults = [
            fault._replace(offset=fault.offset - start) for fault in part.tree.faults if start <= fault.offset < end
        ]
        return part.text.isascii(), faults, [what_was_read(block, start) for block in blocks]


class _Moving(pickle.Unpickler):
    """Reads a record, with all spans moved by so many characters."""

    def __init__(self, stream: BytesIO, by: int) -> None:
        super().__init__(stream)

        class Moved(Span):
            def __new__(cls, start: int, end: int) -> Span:  # type: ignore[misc]
                return Span(start + by, end + by)

        self._moved = Moved

    def find_class(self, module: str, name: str) -> Any:
        return self._moved if (module, name) == (Span.__module__, Span.__name__) else super().find_class(module, name)
