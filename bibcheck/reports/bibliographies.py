"""The bibliographies that were checked, read again for reports that speak of more than findings."""

from __future__ import annotations

from bibcheck.bibliography import Bibliography
from bibcheck.engine.report import Report


def checked_paths(result: Report) -> list[str]:
    """The bibliographies that were checked, sorted: where others were read to compare, those in which something was found."""
    paths = [path for path in result.sources if not path.endswith(".toml")]
    if len(paths) > result.files:
        found = {finding.path for finding in result.findings}
        paths = [path for path in paths if path in found]
    return sorted(paths)


def bibliographies(result: Report) -> list[Bibliography]:
    """The checked files as rules see them."""
    return [Bibliography(result.sources[path]) for path in checked_paths(result)]
