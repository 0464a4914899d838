"""`--baseline` and `--update-baseline`: leaves known findings out of a report, and writes down which are known."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from bibcheck.engine.baseline import Baseline, BaselineError, Knowing, path_in, read_baseline
from bibcheck.engine.report import Report
from bibcheck.rule import Finding
from bibcheck.settings.errors import SettingsError
from bibcheck.settings.files import File
from bibcheck.settings.find import Settings
from bibcheck.settings.paths import shown


def leave_out_known(
    result: Report, files: Sequence[File], settings_of: Callable[[str], Settings], named: str | None, *, update: bool
) -> Report:
    """The report without the findings that are known. With `update`, all that it has are known from now on.

    `named` is the baseline that the command line names, in place of those of the settings. Raises SettingsError.
    """
    groups: dict[str, list[Finding]] = {}
    for file in files:
        groups.setdefault(_baseline_of(file.settings, named), [])
    for finding in result.findings:
        groups.setdefault(_baseline_of(settings_of(finding.path), named), []).append(finding)
    if update and not any(groups):
        raise SettingsError(
            "--update-baseline: no baseline is named: give --baseline FILE, or `baseline` in the settings"
        )
    new: list[Finding] = groups.pop("", [])
    know = Knowing(result).know
    for path, findings in groups.items():
        baseline = _read(path, result, update=update)
        if update:
            _update(path, baseline, findings, result, files)
        else:
            new += baseline.without(findings, know)
    kept = set(map(id, new))
    left = [finding for finding in result.findings if id(finding) in kept]
    return result._replace(findings=left, known=len(result.findings) - len(left))


def _baseline_of(settings: Settings, named: str | None) -> str:
    return os.path.abspath(named) if named else settings.baseline or ""


def _read(path: str, result: Report, *, update: bool) -> Baseline:
    if path.lower().endswith(".bib") or any(os.path.abspath(source) == path for source in result.sources):
        raise SettingsError(f"--baseline: {shown(path)} is a file that is checked")
    try:
        return read_baseline(path)
    except FileNotFoundError:
        if update:
            return Baseline()
        raise SettingsError(f"{shown(path)}: there is no such baseline; --update-baseline writes it") from None
    except OSError as error:
        raise SettingsError(f"{shown(path)}: {error.strerror}") from None
    except (BaselineError, UnicodeDecodeError):
        raise SettingsError(f"{shown(path)}: this is no baseline that bibcheck has written") from None


def _update(path: str, baseline: Baseline, findings: Sequence[Finding], result: Report, files: Sequence[File]) -> None:
    folder = os.path.dirname(path)
    checked = {path_in(folder, name) for name in (*(file.path for file in files), *(each.path for each in findings))}

    def is_gone(name: str) -> bool:
        return name in checked or not os.path.exists(os.path.join(folder, name))

    know = Knowing(result).know
    found = [(path_in(folder, each.path), know(each)) for each in findings]
    updated = baseline.updated(found, is_gone)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(updated.text())
    count = sum(updated.counts.values())
    sys.stderr.write(f"bibcheck: {shown(path)}: {count} known {'finding' if count == 1 else 'findings'}\n")
