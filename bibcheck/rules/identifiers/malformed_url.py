r"""Addresses that lead nowhere as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import mend, mend_value
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.tree import Field
from bibcheck.values.doi import read_doi
from bibcheck.values.url import find_urls, read_url

_BRACKETED = pattern(r"\s*(?:<\s*([^<>\s]+)\s*>|\"([^\"\s]+)\")\s*")
_UNCLOSED = pattern(r"\\(?:url|href|path)\s*\{[^{}]*\Z")
_COMMAND = pattern(r"\\url\s{0,9}\{([^{}]*)\}")
_MAY_BE_ADDRESS = pattern(r"\w[.:@/]\S|[\\#]")  # or a macro's argument
_WITHOUT_COLON = pattern(r"\s*(https?)(?://?|:/|:)(?=[\w-]+\.[\w.-]+(?:/|\Z))")
_WHITE = pattern(r"\s+")
_SCHEME = pattern(r"[A-Za-z][A-Za-z0-9+.-]*:")


class MalformedUrl(Rule):
    r"""Reports a url that is not one whole address with its scheme, and a `\url{...}` without an address.

    LaTeX escapes are reported by escaped-url, a DOI in url by doi-in-wrong-field.
    Bad:

        @misc{k, url = {www.example.org/page}}
                        ^^^^^^^^^^^^^^^^^^^^

    Good:

        @misc{k, url = {https://www.example.org/page}}

    Bad:

        @misc{k, url = {<https://www.example.org/page>}}

    Good:

        @misc{k, url = {https://www.example.org/page}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("url"):
            if field.is_known and field.value:
                yield from self._judge(field)
        for field in bib.matching(_COMMAND, "howpublished", "note"):
            for command in _COMMAND.finditer(field.text):
                if not _MAY_BE_ADDRESS.search(command[1]):
                    message = f"`{command[0]}` holds no address; write one, or remove the command"
                    yield self.finding(field.span(*command.span()), message)

    def _judge(self, field: Field) -> Iterator[Finding]:
        text = field.text
        bracketed = _BRACKETED.fullmatch(text)
        if bracketed:
            what = "angle brackets" if bracketed[1] else "quotation marks"
            edits = mend_value(field, bracketed[1] or bracketed[2])
            yield self.finding(field, f"address in {what}; remove them", *edits)
            return
        if _UNCLOSED.search(text):
            yield self.finding(field, r"`\url` without its closing brace")
            return
        addresses = find_urls(text)
        if len(addresses) > 1 and text[addresses[1].span.start - 1].isspace():
            second = addresses[1]
            yield self.finding(
                field.span(*second.span), f"a second address in one url, `{second.normal}`; move it to note"
            )
            return
        url = read_url(text)
        if url and not url.scheme:
            start = url.span.start
            edits = mend(field, (start, start, "https://"))
            yield self.finding(field.span(*url.span), "address without its scheme: write `https://` before it", *edits)
        elif broken := _WITHOUT_COLON.match(text):
            edits = mend(field, (*broken.span(), f"{broken[1]}://"))
            yield self.finding(field.span(*broken.span()), f"`{broken[0].strip()}` for `{broken[1]}://`", *edits)
        elif url is None and not _SCHEME.match(text.strip(" \t\r\n{")) and not read_doi(text) and "\\" not in text:
            yield self.finding(
                field, f"`{field.value}` is no address, which starts with `https://`; move it to note, or remove it"
            )
        elif url:
            yield from self._judge_spaces(field, url.span.start)

    def _judge_spaces(self, field: Field, start: int) -> Iterator[Finding]:
        end = len(field.text.rstrip(" \t\r\n}"))
        spaces = list(_WHITE.finditer(field.text, start, end))
        if spaces:
            # A line break is where the address was cut; what follows a space may be prose.
            broken = all("\n" in match[0] or "\r" in match[0] for match in spaces)
            edits = mend(field, *((*match.span(), "") for match in spaces)) if broken else ()
            yield self.finding(field.span(*spaces[0].span()), "white space inside an address; remove it", *edits)
