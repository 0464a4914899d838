"""Parts of a file: where it is cut, and what tells whether a part was read as it was before."""

from __future__ import annotations

from zlib import crc32

from bibcheck.syntax.tree import Block, Entry, Fault, JoinedField, String

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def is_chosen(block: Block, one_in: int) -> bool:
    """Whether a file is cut before a block: of so many characters one is chosen, by the keys of entries."""
    return type(block) is Entry and crc32(block.key.encode("utf-8", "surrogatepass")) % one_in < block.end - block.start


def what_was_read(block: Block, start: int) -> tuple[Any, ...]:
    """What was read of a block that its own text does not tell; places from `start` on."""
    fault: Fault | None = getattr(block, "fault", None)
    fields = block.fields if isinstance(block, Entry | String) else ()
    joined = [[piece.text for piece in field.pieces] for field in fields if type(field) is JoinedField]
    return type(block).__name__, block.start - start, fault and fault._replace(offset=fault.offset - start), joined
