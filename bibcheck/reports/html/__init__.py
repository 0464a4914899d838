"""A page for a browser in one file, for people who edit proceedings: it asks nothing of a network or a server.

The mark-up is in `templates/`, for Jinja2, which the extra `html` installs; what the templates say is gathered here, as plain
data. Scripts and styles are let in by their hashes, so that nothing else in the page runs, whatever a bibliography holds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from bibcheck import __version__
from bibcheck.engine.report import Report
from bibcheck.records import NamedTuple
from bibcheck.reports.bibliographies import bibliographies
from bibcheck.reports.html.contents import contents_of
from bibcheck.reports.html.figures import figures
from bibcheck.reports.html.findings import files_with_findings
from bibcheck.reports.shown import by_weight
from bibcheck.reports.summary import summary
from bibcheck.rule import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


_MOST = 5_000  # findings that are shown
_OPTION = re.compile(r"(--[\w-]+)")


class Choice(NamedTuple):
    """What the findings can be filtered by: the values that they have, each with its number of findings."""

    name: str
    values: list[tuple[str, int]]


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write the page."""
    from bibcheck.reports.html.environment import page_pieces

    bibs = bibliographies(result)
    shown = by_weight(result.findings)[:_MOST]
    pieces = page_pieces(
        version=__version__,
        summary=_OPTION.split(summary(result)),  # no line is to end within the name of an option
        result=result,
        shown=len(shown),
        figures=list(figures(result, contents_of(bibs))),
        choices=_choices(shown),
        files=files_with_findings(result, shown, bibs),
    )
    out.writelines(pieces if _is_utf8(out) else map(_ascii, pieces))


def _choices(findings: Iterable[Finding]) -> Iterator[Choice]:
    named = [(finding.rule, finding.level.value, finding.path) for finding in findings]
    for name, values in zip(("rule", "level", "file"), zip(*named, strict=True), strict=bool(named)):
        yield Choice(name, sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _is_utf8(out: TextIO) -> bool:
    return (getattr(out, "encoding", None) or "utf-8").lower() in ("utf-8", "utf8")


def _ascii(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode()
