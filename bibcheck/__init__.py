"""bibcheck: a linter for BibTeX and BibLaTeX bibliographies.

    import bibcheck

    report = bibcheck.lint("references.bib")
    for finding in report.findings:
        place = report.sources[finding.path].place(finding.span.start)
        print(finding.path, place.line, finding.rule, finding.message)

The functions `lint`, `lint_text`, `fix`, `fix_text`, `format` and `format_text` are documented where they are defined, in
bibcheck.engine.api. They are imported at their first use.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bibcheck.engine.api import BibcheckError as BibcheckError
    from bibcheck.engine.api import fix as fix
    from bibcheck.engine.api import fix_text as fix_text
    from bibcheck.engine.api import format as format
    from bibcheck.engine.api import format_text as format_text
    from bibcheck.engine.api import lint as lint
    from bibcheck.engine.api import lint_text as lint_text
    from bibcheck.engine.report import Report as Report
    from bibcheck.rule import Finding as Finding
    from bibcheck.settings.errors import SettingsError as SettingsError
    from bibcheck.source import Edit as Edit

__version__ = "0.1.0"

_HOMES = {
    **dict.fromkeys(
        ("BibcheckError", "fix", "fix_text", "format", "format_text", "lint", "lint_text"), "bibcheck.engine.api"
    ),
    "Report": "bibcheck.engine.report",
    "Finding": "bibcheck.rule",
    "Edit": "bibcheck.source",
    "SettingsError": "bibcheck.settings.errors",
}
__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module `bibcheck` has no attribute `{name}`")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
