"""What is in a folder, in a form that can be compared with what was there in an earlier run."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable


def listing(entries: Iterable[os.DirEntry[str]]) -> str:
    """The names of a folder's entries, those of folders marked; without the cache, which comes and goes."""
    names = (entry.name + "/" * entry.is_dir(follow_symlinks=False) for entry in entries)
    return "\0".join(sorted(name for name in names if name != ".bibcheck_cache/"))
