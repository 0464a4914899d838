r"""Addresses: their parts and places, and the LaTeX escapes that url and doi, which are verbatim, do not want."""

from __future__ import annotations

import re
from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span

_COMMANDS = {
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textunderscore": "_",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textquotesingle": "'",
    "slash": "/",
    "sim": "~",
    "tilde": "~",
}
_BARE_ESCAPE = (
    r"(?:\\[_%&#$~^/](?:\{\})?+"
    r"|\\(?:text(?:asciitilde|asciicircum|underscore|less|greater|bar|quotesingle)|slash)(?:\{\}|[ ]++|(?![A-Za-z]))"
    r"|\$[<>_~^]\$|\$\\(?:_|sim|tilde)(?:\{[ ]?\})?+\$)"
)
# One character as LaTeX writes it: `\_`, `{\_}`, `{_}`, `\~{}`, `\textless{}`, `$\sim$`. A pattern for other patterns.
ESCAPE = rf"(?:\{{{_BARE_ESCAPE}\}}|{_BARE_ESCAPE}|\{{[^\s{{}}\\$A-Za-z0-9]\}})"
_ESCAPE = pattern(ESCAPE)

_SCHEMES = r"(?:https?|ftps?|sftp|file|git|svn|ssh|gopher|ipfs)://"
_ATOM = rf"(?:[^\s{{}}<>\"\\$^`|]++|{ESCAPE}|\$(?![\\<>_~^]))"
_ADDRESS = pattern(rf"(?<![A-Za-z0-9@/])(?:{_SCHEMES}|www\.(?=[A-Za-z0-9])){_ATOM}++", re.IGNORECASE)
# A whole field may hold any scheme, or a host with a path and no scheme at all.
_WHOLE_ADDRESS = pattern(
    rf"(?:[A-Z][A-Z0-9+.-]*+://|(?:mailto|doi|urn|news|data|info):(?=\S)|www\."
    rf"|[A-Z0-9-]++(?:\.[A-Z0-9-]++)++(?:(?<=[A-Z])(?=/)|(?<=\.com|\.org|\.net|\.edu|\.gov)(?![A-Z0-9@.-]))){_ATOM}*+",
    re.IGNORECASE,
)
_REDIRECTION = pattern(
    r"(?:www\.)?google\.[a-z.]{2,6}/(?:url|imgres)\Z|scholar\.google\.[a-z.]{2,6}/scholar_url\Z|lm?\.facebook\.com/l\.php\Z"
    r"|(?:www\.)?youtube\.com/redirect\Z"
)
_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.-]*+):")
_PARTS = pattern(r"(?://(?:[^/?#@]*+@)?+([^/?#:]*+)[^/?#]*+)?+([^?#]*+)(?:\?([^#]*+))?+(?:#(.*+))?+", re.DOTALL)
_OPENING = pattern(r"(?:[\s{]|\\(?:url|nolinkurl|path|href|urlprefix)(?=\s*+\{))*+")
_COMMAND_BEFORE = pattern(r"\\(url|nolinkurl|path|href)\s{0,9}\{\s{0,9}\Z")
_WRITTEN_QUERY = pattern(r"\?(.*?)(?=(?:\{?\\)?#|\Z)", re.DOTALL)
_AMPERSAND = pattern(r"\{\\?&\}|\\?&(?:amp;)?+")
_CLOSING = pattern(r"\s*+\}")


class Escape(NamedTuple):
    """A character that is written as LaTeX, and where."""

    span: Span
    character: str


class Url(NamedTuple):
    r"""An address in a text. The parts are those of `normal`, the spans those of the text.

    `scheme` and `host` are lower case, without user and port; `scheme` is empty in `www.example.org`. `whole` is the
    address with the `\url{…}` (or `\href{…}`, its first argument) around it, whose name is `command`.
    """

    normal: str  # escapes undone
    scheme: str
    host: str
    path: str
    query: str
    fragment: str
    span: Span
    query_span: Span  # what follows `?`; empty, at the end, where there is no query
    whole: Span
    command: str


class Parameter(NamedTuple):
    """One `name=value` of a query; `span` takes in neither the `&` before nor the one after."""

    name: str
    value: str
    span: Span


def find_escapes(text: str) -> list[Escape]:
    r"""The characters written as LaTeX: `\_`, `{\_}`, `\textasciitilde{}`, `$\sim$`…"""
    if "\\" not in text and "{" not in text and "$" not in text:
        return []
    return [Escape(Span(*match.span()), _plain(match)) for match in _ESCAPE.finditer(text)]


def undo_escapes(text: str) -> str:
    """The text with the characters that `find_escapes` finds written plainly."""
    if "\\" not in text and "{" not in text and "$" not in text:
        return text
    return _ESCAPE.sub(_plain, text)


@lru_cache(maxsize=8192)  # here and below: a dozen rules ask for the same addresses
def read_url(text: str) -> Url | None:
    r"""The address that a field begins with, `\url{` and braces before it passed over; None where it begins otherwise.

    A host with a path passes without a scheme (`arxiv.org/abs/…`). What follows the address is for the caller to judge.
    """
    opening = _OPENING.match(text)
    match = _WHOLE_ADDRESS.match(text, opening.end() if opening else 0)
    return _read(text, match) if match else None


@lru_cache(maxsize=8192)
def find_urls(text: str) -> tuple[Url, ...]:
    """Every address in a text that has a known scheme or begins with `www.`; punctuation after it left out."""
    if "://" not in text and "www." not in text.lower():
        return ()
    return tuple([_read(text, match) for match in _ADDRESS.finditer(text)])


def read_parameters(text: str, url: Url) -> list[Parameter]:
    """The parameters of the query of an address that was read from `text`."""
    start, query_end = url.query_span
    parameters = []
    while start < query_end:
        ampersand = _AMPERSAND.search(text, start, query_end)
        end = ampersand.start() if ampersand else query_end
        if end > start:
            name, _, value = undo_escapes(text[start:end]).partition("=")
            parameters.append(Parameter(name, value, Span(start, end)))
        start = ampersand.end() if ampersand else query_end
    return parameters


def redirect_target(url: Url) -> str:
    """The address that a search engine's link to a result leads to, as its parameters say; empty for other addresses."""
    if not _REDIRECTION.match(url.host + url.path):
        return ""
    from urllib.parse import parse_qs  # few files need it

    parameters = parse_qs(url.query)
    targets = [value for name in ("url", "q", "u", "imgrefurl") for value in parameters.get(name, ())]
    return next((target for target in targets if target.startswith(("http://", "https://")) and " " not in target), "")


def trim(text: str, start: int, end: int) -> int:
    """Where an address or identifier in `text[start:end]` ends without the punctuation of the sentence around it.

    A closing bracket stays where its opening one is inside too.
    """
    surplus = {")": 0, "]": 0, ">": 0}
    for opening, closing in ("()", "[]", "<>"):
        surplus[closing] = text.count(closing, start, end) - text.count(opening, start, end)
    while end > start:
        last = text[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in ".,;:!?'":
            break
        end -= 1
    return end


def _read(text: str, match: re.Match[str]) -> Url:
    start = match.start()
    end = trim(text, start, match.end())
    normal = undo_escapes(text[start:end])
    scheme = _SCHEME.match(normal)
    rest = normal[scheme.end() :] if scheme else "//" + normal
    parts = _PARTS.match(rest)
    host, path, query, fragment = parts.groups(default="") if parts else ("", rest, "", "")
    written = _WRITTEN_QUERY.search(text, start, end)
    whole, command = _find_command(text, start, end)
    return Url(
        normal,
        scheme[1].lower() if scheme else "",
        host.lower(),
        path,
        query,
        fragment,
        Span(start, end),
        Span(*written.span(1)) if written else Span(end, end),
        whole,
        command,
    )


def _find_command(text: str, start: int, end: int) -> tuple[Span, str]:
    before = _COMMAND_BEFORE.search(text, max(start - 40, 0), start)
    if not before:
        return Span(start, end), ""
    after = _CLOSING.match(text, end)
    return Span(before.start(), after.end() if after else end), before[1]


def _plain(match: re.Match[str]) -> str:
    core = match[0].strip("{} $\\")
    return _COMMANDS.get(core, core) or "$"
