"""What a change has brought: the findings in entries that are not as in a git revision, and what these cause elsewhere."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.engine.baseline import Knowing, known_by
from bibcheck.engine.report import Report
from bibcheck.engine.run import run_rules
from bibcheck.rule import Finding
from bibcheck.settings.files import File, FileFinder
from bibcheck.settings.paths import shown
from bibcheck.settings.selection import CommandLine
from bibcheck.source import Source


class GitError(Exception):
    """Why git cannot say what stood in a revision, in one line."""


class Revision:
    """The files of a git revision, as they were. Raises GitError where there is no such revision."""

    def __init__(self, name: str, folder: str = os.curdir) -> None:
        self.name = name
        self.root = os.path.realpath(
            _git("rev-parse", "--show-toplevel", folder=folder).decode(errors="surrogateescape").strip()
        )
        commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}", folder=folder)
        self.commit = commit.decode().strip()
        listed = _git("ls-tree", "-r", "-z", "--full-tree", "--name-only", self.commit, folder=folder)
        self.paths = frozenset(os.fsdecode(path) for path in listed.split(b"\0") if path)

    def read(self, path: str) -> Source:
        """The file at a path as it was. Raises FileNotFoundError where there was none."""
        inside = os.path.relpath(os.path.realpath(path), self.root).replace(os.sep, "/")
        if inside not in self.paths:
            raise FileNotFoundError(2, "No such file or directory", path)
        data = _git("cat-file", "blob", f"{self.commit}:{inside}", folder=self.root)
        return Source.from_bytes(path, data)

    def removed(self, extension: str) -> list[str]:
        """The absolute paths of files that are not there any more."""
        paths = (os.path.join(self.root, path) for path in sorted(self.paths) if path.lower().endswith(extension))
        return [path for path in paths if not os.path.exists(path)]


def _git(*arguments: str, folder: str) -> bytes:
    from subprocess import PIPE, Popen

    try:
        with Popen(["git", *arguments], cwd=folder, stdout=PIPE, stderr=PIPE) as process:
            output, said = process.communicate()
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from None
    if process.returncode:
        raise GitError(said.decode(errors="replace").strip().partition("\n")[0] or f"there is no `{arguments[-1]}`")
    return output


def only_since(
    revision: str,
    now: Report,
    files: Sequence[File],
    finder: FileFinder,
    command: CommandLine,
    documents: Sequence[str],
) -> Report:
    """The report without what stood in the files as well when they were those of a git revision.

    Raises GitError, and what run_rules raises.
    """
    old = Revision(revision)
    here = [file for file in files if not file.is_stdin]
    gone = [
        File(shown(path), path, finder.settings.settings_for(os.path.dirname(path))) for path in old.removed(".bib")
    ]
    gone = [
        file for file in gone if file.settings.includes(file.absolute) and not file.settings.excludes(file.absolute)
    ]
    before, _ = run_rules([*here, *gone], finder, command, documents=documents, read=old.read)
    return now._replace(findings=only_new(now, before))


def only_new(now: Report, before: Report) -> list[Finding]:
    """The findings of a run in entries that the run before it did not see as they are now, and those that are new."""
    old = _entries(before.sources.values())
    changed = {
        path: {key for key, contents in _entries([source]).items() if not contents <= old.get(key, frozenset())}
        for path, source in now.sources.items()
    }
    left = Counter(map(Knowing(before).know, before.findings))
    found = []
    for finding, known in zip(now.findings, map(Knowing(now).know, now.findings), strict=True):
        is_old = left[known] > 0
        left[known] -= is_old
        owner = finding.key if finding.twin else known.key
        if not is_old or (owner and owner in changed[finding.path]):
            found.append(finding)
    return found


def _entries(sources: Iterable[Source]) -> dict[str, frozenset[str]]:
    """The entries of bibliographies by what they are known by, as written but for blanks."""
    found: dict[str, set[str]] = {}
    for source in sources:
        if source.path.lower().endswith(".bib"):
            for entry in Bibliography(source).entries:
                found.setdefault(known_by(entry, source.text), set()).add(
                    " ".join(source.text[entry.start : entry.end].split())
                )
    return {key: frozenset(contents) for key, contents in found.items()}
