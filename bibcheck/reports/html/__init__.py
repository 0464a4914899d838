"""A page for a browser in one file, for people who edit proceedings: it asks nothing of a network or a server.

Scripts and styles are let in by their hashes, so that nothing else in the page runs, whatever a bibliography holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck import __version__
from bibcheck.engine.report import Report
from bibcheck.reports.bibliographies import bibliographies
from bibcheck.reports.html.contents import contents_of
from bibcheck.reports.html.elements import Html, element, raw
from bibcheck.reports.html.figures import figures
from bibcheck.reports.html.filters import filters
from bibcheck.reports.html.findings import file_sections
from bibcheck.reports.shown import by_weight
from bibcheck.reports.summary import counted, summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


_MOST = 5_000  # findings that are shown


def write(result: Report, out: TextIO, *, color: bool = False, quiet: bool = False, show_all: bool = False) -> None:
    """Write the page."""
    page = f"<!doctype html>\n{element('html', _head(), element('body', *_body(result)), lang='en')}\n"
    is_utf8 = (getattr(out, "encoding", None) or "utf-8").lower() in ("utf-8", "utf8")
    out.write(page if is_utf8 else page.encode("ascii", "xmlcharrefreplace").decode())


def _head() -> Html:
    style, script = _asset("page.css"), _asset("page.js")
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"bibcheck {__version__}"),
        element("title", "bibcheck report"),
        element("style", raw(style)),
        element("script", raw(script)),
    )


def _body(result: Report) -> Iterator[Html]:
    bibs = bibliographies(result)
    shown = by_weight(result.findings)[:_MOST]
    yield element("a", "Skip to the findings", class_="skip", href="#findings")
    yield element(
        "header",
        element("h1", "bibcheck report"),
        element("p", *_unbroken_options(summary(result))),
        element("p", f"{counted(result.entries, 'entry', 'entries')} in {counted(result.files, 'file')}"),
    )
    overview = element("div", *figures(result, contents_of(bibs)), class_="figures")
    yield element(
        "main",
        element("section", element("h2", "Overview", id="overview"), overview, aria_labelledby="overview"),
        element(
            "section",
            element("h2", "Findings", id="findings", tabindex="-1"),
            filters(shown),
            _cut_note(len(shown), len(result.findings)),
            *file_sections(result, shown, bibs),
            aria_labelledby="findings",
        ),
    )
    yield element("footer", element("p", f"Made by bibcheck {__version__}."))


def _unbroken_options(text: str) -> Iterator[str]:
    """A text in which no line ends within the name of an option."""
    for number, part in enumerate(re.split(r"(--[\w-]+)", text)):
        yield element("span", part, class_="option") if number % 2 else part


def _cut_note(shown: int, found: int) -> Html:
    if not found:
        return element("p", "Nothing was found.")
    if shown == found:
        return Html()
    return element(
        "p",
        f"This page shows {shown:,} of {found:,} findings: errors first, and the first three of each rule in each file.",
        class_="note",
    )


def _asset(name: str) -> str:
    from pkgutil import get_data

    return (get_data(__name__, name) or b"").decode()


def _hash(text: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
