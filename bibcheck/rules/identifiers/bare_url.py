r"""Addresses as plain text, where TeX cannot break them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule, Tentative
from bibcheck.syntax.edits import replace
from bibcheck.values.url import find_urls
from bibcheck.values.zotero_note import EPRINT

_MORE = pattern(r"(?<=[/_-])\s++[\w.~-]*+/")  # `http://a.org/b/ c/d`: an address with a blank in it


class BareUrl(Rule):
    r"""Reports an address as plain text in howpublished, note or a title.

    In `\url{...}` it can be broken at the end of a line; as plain text it cannot, and its `_` and `~` are commands to
    TeX. An address in a title belongs in url; where it stays, it wants braces as well, so that styles do not change its
    case. Of an address that BibLaTeX has `url` for, misplaced-value speaks.

    Bad:

        @misc{k, howpublished = {https://example.org/a_b}}
                                 ^^^^^^^^^^^^^^^^^^^^^^^

    Good:

        @misc{k, howpublished = {\url{https://example.org/a_b}}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding | Tentative]:
        for field, urls in bib.values(find_urls, "howpublished", "note"):
            for url in urls:
                # What Zotero writes before it goes with it: see export-residue.
                if not url.command and not field.text.endswith(EPRINT, 0, url.span.start):
                    is_whole = not _MORE.match(field.text, url.span.end)
                    edits = [replace(field, *url.span, rf"\url{{{url.normal}}}")] if is_whole else []
                    finding = self.finding(field.span(*url.span), r"address as plain text, without `\url`", *edits)
                    is_in_note = bib.dialect == "biblatex" and field.name == "note"
                    yield Tentative(finding, "misplaced-value", (finding.span.start,)) if is_in_note else finding
        for field, urls in bib.values(find_urls, "title", "booktitle"):
            for url in urls:
                if not url.command and url.scheme:
                    edit = replace(field, *url.span, rf"{{\url{{{url.normal}}}}}")
                    message = f"address in {field.name}; write it in url"
                    yield self.finding(field.span(*url.span), message, edit, safety=Fix.UNSAFE)
