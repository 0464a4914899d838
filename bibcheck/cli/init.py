"""Propose settings for the project in the current folder, and write what is agreed to."""

from __future__ import annotations

import os
import re
import sys

from bibcheck.engine.proposal import Proposal, propose
from bibcheck.reports.visible import visible
from bibcheck.settings.errors import SettingsError
from bibcheck.settings.files import FileFinder
from bibcheck.settings.find import SettingsFinder
from bibcheck.settings.presets import preset_names
from bibcheck.settings.toml_text import toml_text
from bibcheck.text.suggestion import meant_or_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

USAGE = "bibcheck init [options]"
SETTINGS = "bibcheck.toml"
BASELINE = "bibcheck-baseline.json"
PRE_COMMIT = ".pre-commit-config.yaml"
# They run the bibcheck that is installed, which is the one that proposes them.
_HOOK = """\
    - id: bibcheck
      name: bibcheck
      entry: bibcheck check --force-exclude
      language: system
      types: [bib]
      require_serial: true
"""
_CITATIONS_HOOK = """\
    - id: bibcheck-citations
      name: bibcheck citations
      entry: bibcheck check --select undefined-citation,miscased-citation,repeated-citation,missing-bibliography,duplicate-key
      language: system
      pass_filenames: false
      files: '(?i)\\.(bib|tex|ltx|aux|bcf|md|markdown|rmd|qmd|typ|rst)$'
"""
_LAST_KEY = re.compile(r"^[A-Za-z_]\w*(?=:)", re.MULTILINE)
_ITEM = re.compile(r"^([ \t]*)-[ \t]+repo:", re.MULTILINE)


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck init`."""
    parser.add_argument("--preset", metavar="NAME", help="the preset; left out, what the documents show")
    parser.add_argument("--dialect", choices=("bibtex", "biblatex"), help="left out, what the documents show")
    parser.add_argument("--document", metavar="FILE", action="append", help="a main document; left out, those found")
    parser.add_argument("--baseline", action="store_true", help="write the present findings to a baseline")
    parser.add_argument("--no-baseline", action="store_true", help="do not propose a baseline")
    parser.add_argument("--pre-commit", action="store_true", help="add the hooks, even to a project without pre-commit")
    parser.add_argument("--no-pre-commit", action="store_true", help="do not propose the hooks")
    parser.add_argument("--yes", action="store_true", help="write all that is proposed, and ask nothing")


def run(arguments: Namespace) -> int:
    """Show what would be written, ask, and write it. Returns 0; raises SettingsError where there are settings already."""
    if SettingsFinder().settings_for(os.getcwd()).source or os.path.exists(SETTINGS):
        raise SettingsError("there are settings already: `bibcheck config` shows them")
    if arguments.preset and arguments.preset not in preset_names():
        raise SettingsError(
            f"--preset: unknown preset `{arguments.preset}`{meant_or_all(arguments.preset, preset_names())}"
        )
    proposal = propose(os.curdir)
    text = _settings(proposal, arguments)
    if not _agreed(SETTINGS, text, arguments):
        return 0
    _write(SETTINGS, text)
    hooks = None if arguments.no_pre_commit else _hooks(arguments, bool(_documents(proposal, arguments)))
    if hooks and _agreed(PRE_COMMIT, hooks, arguments):
        _write(PRE_COMMIT, hooks)
    if not arguments.no_baseline:
        _propose_baseline(text, arguments)
    return 0


def _documents(proposal: Proposal, arguments: Namespace) -> list[str]:
    return list(proposal.documents if arguments.document is None else arguments.document)


def _settings(proposal: Proposal, arguments: Namespace) -> str:
    presets = [arguments.preset] if arguments.preset else list(proposal.presets)
    rows: list[tuple[str, str | list[str]]] = [
        ("preset", presets),
        ("dialect", arguments.dialect or proposal.dialect),
        ("documents", _documents(proposal, arguments)),
    ]
    given = {"preset": arguments.preset, "dialect": arguments.dialect, "documents": arguments.document}
    lines = []
    for key, value in rows:
        why = "" if given[key] else proposal.why.get(key, "")
        if value:
            lines.append(f"{key} = {toml_text(value)}" + (f"  # {visible(why)}" if why else ""))
    return "".join(f"{line}\n" for line in lines) or "# the default rules, for every .bib file\n"


def _hooks(arguments: Namespace, with_documents: bool) -> str | None:
    """The text of the pre-commit configuration with our hooks; None where they cannot be added, or are there."""
    try:
        with open(PRE_COMMIT, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError:
        if not arguments.pre_commit:
            return None
        text = "repos:\n"
    keys = _LAST_KEY.findall(text)
    if "id: bibcheck" in text or not keys or keys[-1] != "repos":
        return None
    item = _ITEM.search(text)
    indent = item[1] if item else "  "
    added = "- repo: local\n  hooks:\n" + _HOOK + _CITATIONS_HOOK * with_documents
    return text.rstrip("\n") + "\n" + "".join(f"{indent}{line}" for line in added.splitlines(keepends=True))


def _propose_baseline(text: str, arguments: Namespace) -> None:
    """Keep the present findings in a baseline, if there are any."""
    from bibcheck.cli.baseline import leave_out_known
    from bibcheck.engine.run import run_rules
    from bibcheck.settings.selection import CommandLine

    finder = FileFinder(SettingsFinder())
    files = finder.find([])
    report, _ = run_rules(files, finder, CommandLine())
    if not report.findings:
        sys.stdout.write("no findings: there is no need for a baseline\n")
        return
    sys.stdout.write(f"{len(report.findings)} findings by these settings\n")
    with_baseline = f'{text}baseline = "{BASELINE}"\n'
    if _agreed(f"{SETTINGS} and {BASELINE}", with_baseline, arguments, forced=arguments.baseline):
        leave_out_known(report, files, finder.settings_of, BASELINE, update=True)
        _write(SETTINGS, with_baseline)


def _agreed(name: str, text: str, arguments: Namespace, *, forced: bool = False) -> bool:
    """Show what would be written, and ask whether to, where there is someone to ask."""
    sys.stdout.write(f"{name}:\n\n" + "".join(f"    {visible(line)}\n" for line in text.splitlines()) + "\n")
    if arguments.yes or forced:
        return True
    if not (sys.stdin and sys.stdin.isatty()):
        sys.stdout.write("not written: --yes writes what is proposed\n")
        return False
    sys.stdout.write(f"write {name}? [Y/n] ")
    sys.stdout.flush()
    return sys.stdin.readline().lower() in ("\n", "y\n", "yes\n")


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    sys.stdout.write(f"written: {path}\n")
