"""The modules of the package out of one file (bibcheck.lazy_re.kept): finding and opening 250 takes longer than running them.

The program alone loads them so; other programs import the package as any other. A module whose source was changed since,
or that is not in the file, is loaded as ever, and kept at the end of the run.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader

from bibcheck.lazy_re.kept import read_kept, write_kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType
    from typing import Any

_KIND = "modules"
_PACKAGE = "bibcheck."


class KeptModules:
    """Finds and loads modules of the package for `sys.meta_path`."""

    def __init__(self) -> None:
        # By name: the path of the source, its time and size, and the marshalled code.
        self.modules: dict[str, tuple[str, int, int, bytes]] = read_kept(_KIND, is_code=True)
        self.earlier = frozenset(sys.modules)  # what is loaded before, on the way here

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: Any = None) -> ModuleSpec | None:
        """The module, if it is kept, lies where its package is, and its source is as it was."""
        kept = self.modules.get(name)
        if kept is None or path is None or _state(kept[0]) != kept[1:3]:
            return None
        folder, file = os.path.split(kept[0])
        is_package = file == "__init__.py"
        if (os.path.dirname(folder) if is_package else folder) not in path:
            return None
        spec = ModuleSpec(name, self, origin=kept[0], is_package=is_package)  # type: ignore[arg-type]
        spec.has_location = True
        if is_package:
            spec.submodule_search_locations = [folder]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """A module like any other."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the code of a module in it."""
        exec(marshal.loads(self.modules[module.__name__][3]), module.__dict__)

    def save(self) -> None:
        """Keep what this run has loaded in other ways."""
        if sys.dont_write_bytecode:
            return
        later = [(name, module) for name, module in sys.modules.items() if name not in self.earlier]
        new = {name: kept for name, module in later if (kept := _keep(name, module))}
        if new:
            write_kept(_KIND, self.modules | new, is_code=True)


def _keep(name: str, module: ModuleType) -> tuple[str, int, int, bytes] | None:
    spec = module.__spec__
    if not name.startswith(_PACKAGE) or spec is None or type(spec.loader) is not SourceFileLoader or not spec.origin:
        return None
    state = _state(spec.origin)  # before the code is read: a source that changes between the two is not taken next time
    code = spec.loader.get_code(name)
    return (spec.origin, *state, marshal.dumps(code)) if state and code else None


def _state(path: str) -> tuple[int, int] | None:
    """What tells one version of a source from another, as it does for bytecode: time and size."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
