"""A name for each finding that stays the same while the file changes around it.

It is made of the rule, the path from the project's root, the cite key, the field and the text that was found. White space,
delimiters and letter case do not count, so that it survives another layout; nor do lines, so that it survives an entry
that is added above. Where two findings have all of this in common, they are numbered in their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from bibcheck.reports.repository import Repository
from bibcheck.rule import Finding
from bibcheck.source import Source

_LAYOUT = re.compile(r'[\s{}",]++')
_LOOKED_AT = 1000  # characters of the text that was found
_KEPT = 200  # of them, the layout left out


def fingerprints(findings: Iterable[Finding], sources: Mapping[str, Source]) -> list[str]:
    """The fingerprint of each finding, in their order: 32 hexadecimal digits, no two alike.

    To be asked of all findings of a run at once, for those that look alike are numbered.
    """
    repository = Repository()
    seen: dict[tuple[str, ...], int] = {}
    made = []
    for finding in findings:
        path = repository.project_path(finding.path)
        about = (finding.rule, path, finding.key, finding.field, _found_text(finding, sources))
        number = seen[about] = seen.get(about, 0) + 1
        digest = sha256("\0".join((*about, str(number))).encode("utf-8", "surrogatepass"))
        made.append(digest.hexdigest()[:32])
    return made


def _found_text(finding: Finding, sources: Mapping[str, Source]) -> str:
    start, end = finding.span
    text = sources[finding.path].text[start : min(end, start + _LOOKED_AT)]
    return _LAYOUT.sub("", text).lower()[:_KEPT]
