"""What git ignores: the `.gitignore` files from the top of the repository down."""

from __future__ import annotations

import os

from bibcheck.lazy_re import pattern
from bibcheck.settings.paths import relative_to

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NAME = ".gitignore"
_LITERAL = pattern(r"[^*?\[\]\\!/]+")


class GitIgnore:
    """Says of files and folders whether git ignores them, those above excepted: a walk does not go into what is ignored."""

    def __init__(self) -> None:
        self._by_folder: dict[str, tuple[_Patterns, ...]] = {}
        self.looked_at: set[str] = set()  # the files and folders on which the answers depend

    def ignores(self, path: str, *, is_folder: bool) -> bool:
        """Whether git ignores the file or folder at an absolute path."""
        for patterns in reversed(self._patterns(os.path.dirname(path))):
            found = patterns.decide(path, is_folder=is_folder)
            if found is not None:
                return found
        return False

    def _patterns(self, folder: str) -> tuple[_Patterns, ...]:
        """The patterns that hold for what is right in a folder, those of the folder last."""
        if folder not in self._by_folder:
            above = os.path.dirname(folder)
            self.looked_at |= {os.path.join(folder, _NAME), os.path.join(folder, ".git")}
            is_top = above == folder or os.path.exists(os.path.join(folder, ".git"))
            own = _Patterns.read(folder)
            self._by_folder[folder] = (*(() if is_top else self._patterns(above)), *([own] if own else []))
        return self._by_folder[folder]


class _Patterns:
    """The patterns of one `.gitignore`. What matches them is loaded only for a path that may be one of them."""

    def __init__(self, folder: str, lines: list[str]) -> None:
        self.folder = folder
        self.lines = lines
        # Of each pattern the longest text that must stand in whatever it takes.
        self.literals = {max(_LITERAL.findall(line) or [""], key=len) for line in lines}
        self._spec: GitIgnoreSpec | None = None

    @classmethod
    def read(cls, folder: str) -> _Patterns | None:
        try:
            with open(os.path.join(folder, _NAME), encoding="utf-8", errors="surrogateescape") as file:
                lines = [line.rstrip() for line in file]
        except OSError:
            return None
        lines = [line for line in lines if line and not line.startswith("#")]
        return cls(folder, lines) if lines else None

    def decide(self, path: str, *, is_folder: bool) -> bool | None:
        """Whether the patterns take a path or take it out again; None where they say nothing of it."""
        inside = relative_to(self.folder, path) or ""
        if not any(literal in inside for literal in self.literals):
            return None
        if self._spec is None:
            from pathspec import GitIgnoreSpec  # 35 ms

            self._spec = GitIgnoreSpec.from_lines(self.lines)
        return self._spec.check_file(inside + "/" * is_folder).include
