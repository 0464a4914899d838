"""Digital object identifiers, bare and behind a resolver, in a field of their own and in free text."""

from __future__ import annotations

import re
from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.values.url import ESCAPE, trim, undo_escapes

# SICI names (ANSI/NISO Z39.56), as in `10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P`, hold brackets and
# semicolons, so that a suffix is all up to white space or a brace, or to where another identifier begins.
_SUFFIX_ATOM = (
    rf"(?:[^\s{{}}\"\\$`|,;hd]++|(?!https?:|doi:|(?:dx\.)?doi\.org/)[hd]|[,;](?!10\.[0-9]{{4}})"
    rf"|{ESCAPE}|\{{[\w.:/-]++\}})"
)
_DOI = pattern(
    rf"(?<![0-9.])10\.[1-9][0-9]{{3,8}}+(?:\.[0-9]++)*+(?:\\?/|(?:\\?%|\{{\\%\}})2F)(?![,;]){_SUFFIX_ATOM}++",
    re.IGNORECASE,
)
_LABEL = r"(?:(?<![\w/=.&?-])(?:urn:|info:|\\)?\{?doi\}?\s{0,3}[:=/.{]?\s{0,3})"
_RESOLVER = (
    r"(?:(?:https?:\\?/{1,2}\\?/?)?(?:(?:(?:dx|www)\.)?doi\.(?:org|acm\.org|ieeecomputersociety\.org|wiley\.com|apa\.org)"
    r"|dx\.medra\.org|hdl\.handle\.net)/{1,2}(?:abs/)?(?:doi[:=]\s?)?)"
)
_LEAD = pattern(rf"{_LABEL}?(?P<resolver>{_RESOLVER})?\Z", re.IGNORECASE)
_PAGE = pattern(r"(?:https?://|\bwww\.|(?<![\w.-])[\w-]++(?:\.[\w-]++)++/)[^\s{}<>\"]*+\Z", re.IGNORECASE)
_LONGEST_LEAD = 300
# The end of an address that is no part of the DOI in it. `/full` and its like are left in bare DOIs by copying.
_LANDING = pattern(r"/(?:full(?:text)?(?:/(?:html|pdf))?|abstract|e?pdf|epub)?\Z", re.IGNORECASE)
_QUERY = pattern(r"(?:\{?\\)?[?#]")
_NEXT_PARAMETER = pattern(r"(?:\{?\\)?[?#&]")
_PAGE_END = pattern(
    r"/(?:abs|html|meta|suppl_file/.*+|asset/.*+)\Z|(?:(?<=[0-9])v[0-9]++)?\.(?:full|abstract)(?:\.pdf|-text)?\Z"
    r"|(?<=[0-9])v[0-9]++\Z|\.pdf\Z|/[0-9]{5,}+/[A-Z][\w-]*+\Z",
    re.IGNORECASE | re.DOTALL,
)
_OPENING = pattern(r"(?:[\s{(<\[]|\\(?:url|href|nolinkurl|path)(?=\s*+\{))*+")
# https://shortdoi.org: a resolver leads from `10/bqhp9z` to the work as well.
_SHORT = pattern(
    rf"(?P<label>{_LABEL})?(?P<resolver>{_RESOLVER})?(?P<name>10/[0-9A-Z]{{3,12}}+)(?=[\s}})\]>.,;]*+\Z)", re.IGNORECASE
)
_PERCENT = pattern(r"%([0-7][0-9A-F])", re.IGNORECASE)
_ESCAPED = pattern(r"\\?%[0-7][0-9A-F]|&(?:lt|gt|amp);", re.IGNORECASE)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


class Doi(NamedTuple):
    """A DOI in a text.

    `kind` says what stood before it: "bare" nothing, "label" `doi:`, "resolver" the address of doi.org or its like, "page"
    the address of another site, which may have added something after the DOI that cannot be told from it.
    """

    normal: str  # lower case, LaTeX and percent escapes undone
    prefix: str  # `10.1145`; `10` in a short DOI
    suffix: str  # of `normal`
    span: Span  # of the bare DOI as written, without what a sentence or a landing page adds at its end
    lead: Span  # of the label or address before it, empty where there is none
    kind: str


@lru_cache(maxsize=8192)  # half a dozen rules ask for the same ones
def read_doi(text: str) -> Doi | None:
    """The DOI that a field holds; None where the field begins with something else.

    What follows `span` in the text does not belong to the DOI: punctuation, `/full`, another DOI.
    """
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    for match in _DOI.finditer(text):
        doi = _read(text, match, start)
        return doi if doi.lead.start == start else None
    short = _SHORT.match(text, start)
    if not short:
        return None
    name = short["name"].lower()
    lead = Span(start, short.start("name"))
    kind = "resolver" if short["resolver"] else "label" if short["label"] else "bare"
    return Doi(name, "10", name[3:], Span(*short.span("name")), lead, kind)


def find_dois(text: str) -> list[Doi]:
    """Every DOI in a text, those in addresses included."""
    dois = []
    end = 0
    if "10." in text:
        for match in _DOI.finditer(text):
            dois.append(_read(text, match, end))
            end = match.end()
    return dois


def _read(text: str, match: re.Match[str], previous: int) -> Doi:
    start, end = match.span()
    lead_start, kind = _find_lead(text, max(previous, start - _LONGEST_LEAD), start)
    if kind in ("resolver", "page"):
        cut = (_NEXT_PARAMETER if "?" in text[lead_start:start] else _QUERY).search(text, start, end)
        end = cut.start() if cut else end
    end = trim(text, start, end)
    if kind == "page" and (tail := _PAGE_END.search(text, start, end)):
        end = tail.start()
    if landing := _LANDING.search(text, start, end):
        end = landing.start()
    normal = _normalize(text[start:end])
    prefix, _, suffix = normal.partition("/")
    return Doi(normal, prefix, suffix, Span(start, end), Span(lead_start, start), kind)


def _find_lead(text: str, start: int, end: int) -> tuple[int, str]:
    if start == end:
        return end, "bare"
    lead = _LEAD.search(text, start, end)
    if lead and lead.start() < end:
        return lead.start(), "resolver" if lead["resolver"] else "label"
    page = _PAGE.search(text, start, end)
    return (page.start(), "page") if page else (end, "bare")


def _normalize(written: str) -> str:
    plain = undo_escapes(written).replace("\\/", "/").replace("{", "").replace("}", "")
    return _undo_percent(plain).lower()


def bare_doi(text: str, doi: Doi) -> str | None:
    """The DOI as a doi field wants it, in its own letter case, escapes undone; None where other text stands beside it."""
    around = text[: doi.lead.start] + text[doi.span.end :]
    if around.strip(" \t\r\n{}.").removeprefix("\\url"):
        return None
    return write_plain(text[doi.span.start : doi.span.end])


def write_plain(written: str) -> str:
    """A DOI without LaTeX's escapes, percent escapes and entities, which a doi field takes to the letter."""
    return undo_escapes(_undo_percent(undo_escapes(written)))


def has_escapes(written: str) -> str:
    """The first percent escape or entity of a DOI that stands for a character; empty if there is none."""
    match = _ESCAPED.search(written)
    return match[0] if match else ""


def _undo_percent(written: str) -> str:
    plain = _PERCENT.sub(lambda match: chr(int(match[1], 16)), written)
    for entity, character in _ENTITIES:
        plain = plain.replace(entity, character)
    return plain
