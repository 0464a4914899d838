"""Fixes what a run finds: writes the files, or keeps what they would be."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence

from bibcheck.engine.check_file import LARGE
from bibcheck.engine.report import Report
from bibcheck.fixing.fixer import fix_files
from bibcheck.fixing.replacement import sweep
from bibcheck.fixing.write import WriteError, write_file
from bibcheck.rule import Finding, Fix
from bibcheck.source import Source

Lint = Callable[[Sequence[Source], Sequence[Source]], Report]


class Fixing:
    """The fixes of a run. With `unsafe`, the unsafe ones too; with `as_diff`, files stay as they are."""

    def __init__(self, *, unsafe: bool, as_diff: bool) -> None:
        self.unsafe = unsafe
        self.as_diff = as_diff
        self.changes: list[tuple[Source, Source]] = []  # files before and after
        self.passes: list[tuple[Source, list[Finding]]] = []  # what was fixed together, in the file as it was before
        self.problems: list[str] = []  # files that could not be written, in whole lines
        self.failures: list[str] = []  # fixes that do harm, and were left out
        self.notes: list[str] = []  # fixes that wait for what the author has to mend
        self.stdin: Source | None = None

    def run(
        self,
        sources: Sequence[Source],
        result: Report,
        lint: Lint,
        *,
        stdin: str | None,
        documents: Sequence[Source] = (),
    ) -> Report:
        """Fix the files of one settings file, and write them, but for what was read from `stdin`. Returns what is left.

        `documents` are what cites, to be fixed as well. `lint` says what is found in the first of its files, and is given
        the rest.
        """
        bibliographies, sources = sources, [*sources, *documents]
        current = {source.path: source for source in sources}

        def check(changed: Sequence[Source]) -> Sequence[Finding]:
            nonlocal result
            current.update((source.path, source) for source in changed)
            paths = {source.path for source in changed}
            if any(len(source.text) >= LARGE for source in changed):
                gc.collect()  # the readings of what it was before: the program itself looks for no garbage
            result = lint(changed, [source for path, source in current.items() if path not in paths])
            return result.findings

        done = fix_files(bibliographies, result.findings, check, self._wants, documents=documents)
        self.failures += done.failures
        self.notes += done.notes
        fixed = 0
        if not self.as_diff:
            for folder in {os.path.dirname(source.path) for source in sources if source.path != stdin}:
                sweep(folder)
        for before in sources:
            after = done.sources.get(before.path, before)
            if before.path == stdin:
                self.stdin = after
            elif not self._write(before, after):
                after = before
            if after is not before:
                self.changes.append((before, after))
                fixed += done.count(before.path)
                self.passes += done.passes[before.path]
            current[before.path] = after
        is_seen = all(result.sources.get(source.path) is source for source in current.values())
        if not is_seen or result.files < len(bibliographies):
            result = lint(list(current.values()), ())
        return result._replace(fixed=fixed)

    def _wants(self, finding: Finding) -> bool:
        return finding.safety is Fix.SAFE or (self.unsafe and finding.safety is Fix.UNSAFE)

    def _write(self, before: Source, after: Source) -> bool:
        """Put a file's new text in its place. Returns whether that went well."""
        if not self.as_diff:
            try:
                write_file(before, after.text)
            except WriteError as error:
                self.problems.append(str(error))
                return False
        return True
