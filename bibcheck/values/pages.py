r"""Pages: ranges, lists, article numbers and page counts, each with its place.

What joins the two ends of a range is any dash there is (`-`, `--`, `–`, `\textendash`), so that it can be judged.
"""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.values.ordinals import read_roman

_SIMPLE = pattern(r"(?=[1-9])([0-9]{1,12})(?:(--?-?)([0-9]{1,12}))?\Z")

_DASH_ATOM = (
    r"(?:[-‐‑‒–—―−]|\\text(?:en|em)dash(?:\{\}|(?![A-Za-z])[ ]?)"
    r"|\{(?:-{1,3}|[‐‑‒–—―−]|\\text(?:en|em)dash)\}|\$-{1,3}\$)"
)
_DASH = pattern(rf"{_DASH_ATOM}(?:{_DASH_ATOM}|\{{\}})*+")
# How much a dash parts: a hyphen inside a page number (`A-12`) parts less than the dash between two of them.
_STRENGTH = {"-": 1, "‐": 1, "‑": 1, "‒": 2, "–": 2, "−": 2, "—": 3, "―": 3}

_THOUSANDS = r"[0-9]{1,3}(?:,[0-9]{3})++"
_THOUSANDS_RANGE = pattern(rf"(?<![0-9,])(?:{_THOUSANDS}|[0-9]{{1,3}}+)\s?{_DASH_ATOM}{{1,3}}\s?{_THOUSANDS}(?![0-9])")
_SEPARATOR = pattern(r"(?<!\\)[,;]|(?<=[\s~])(?:and|und|et|y|\\?&)(?=[\s~])")

# `P12` and `S12` are page numbers, `p. 12` and `S. 12` pages 12.
_PREFIX = pattern(
    r"(?:(?:[Pp][Pp]|[Pp]gs?|[Pp]ages?|PAGES|[Ss]eiten?|[Сс]тр|[Pp]ag|[Pp]|ss?|SS?|[Сс])\."
    r"|(?:[Pp][Pp]|[Pp]gs?|[Pp]ages?|PAGES|[Ss]eiten?|[Сс]тр|p|s|с)(?=[\s~:\\])|(?:pp|PP|Pp|pages?)\.?(?=[0-9]))"
    r"(?:[\s~:]|\\[, ])*+"
)
_UNIT = pattern(
    r"(?:[\s~](?:pp?|[Pp]ages?|pgs?|Seiten?|S|s|leaves|[Сс]|стр)|(?<=[0-9])(?:pp|p|pages))\.?\s*+\Z|\s?\([^()]{1,40}\)\s*+\Z"
)
_ARTICLE_LABEL = pattern(
    r"\{?(?:article|art\.|paper|id|cover|abstract|poster|plate|appendix|unit|section|sect?\.|lecture|chapter|ch\.|letter|lesson)"
    r"(?:[\s~]{1,3}(?:no\.?|number|id|\\?\#))?[\s~:.]{1,3}(?=\w)"
    r"|no\.[\s~]{0,2}(?=[0-9])",
    re.IGNORECASE,
)
_OPEN_END = pattern(r"(?:\s|~|\\,)?(?:\+|ff?\.?|sqq?\.?|et\sseqq?\.?|\\(?:sqq?|psqq?|psq|f|ff|nopp)(?:\{\})?)\Z")
# `xvi+354`, `xvii + 994 + 16 color plates`.
_COUNTED = (
    r"(?:[ivxlcdm]{1,12}|[0-9]{1,6}(?:\s(?:(?:colou?r|b/w|unnumbered|unn\.|un)\s)?"
    r"(?:pages?|plates?|figures?|maps?|leaves|tables?|pl|pp?)(?![a-z])\.?)?)"
)
_COUNT = pattern(rf"{_COUNTED}(?:\s?\+\s?{_COUNTED})++", re.IGNORECASE)

_ARABIC = pattern(rf"\d++|{_THOUSANDS}")
_PREFIXED = pattern(r"(?P<prefix>[^\W\d_]{0,12})(?P<number>\d{1,9})[^\W\d_]{0,2}")
_SECTIONED = pattern(r"(?P<prefix>(?:\w{1,4}[:.-])+)(?P<number>\d{1,9})")
_OF_NAMED_SECTION = pattern(r"[A-Z]{5,15}-\d{1,5}|[IVXLC]{1,8}-[IVXLC]{1,8}")  # `DAKOTA-2` of a newspaper, `I-II`
_IDENTIFIER = pattern(r"(?=\D{0,40}\d)[\w.:/()-]++")
_LONGEST_NUMBER = 18
_CASING = " \t\r\n~{}[]()"


class PageNumber(NamedTuple):
    """One page number as written, without brackets, braces and spaces around it.

    `style` is "arabic" `12`, "roman" `xii`, "prefixed" `S12` or `12a`, "sectioned" `34:1`, `2.5` or `A-12`, "named"
    `DAKOTA-2` or `I-II`, and "identifier" for whatever else has digits: `e12JG34`.
    """

    text: str
    span: Span
    style: str
    prefix: str  # `S` of `S12`, `34:` of `34:1`; else empty
    number: int | None  # the value of `12` in all of these, and of a roman number


class PagePart(NamedTuple):
    """One item of a list of pages.

    `kind` is "page" for one page; "range" for two with a dash between; "open" for one that says that more follow (`12--`,
    `12+`, `12ff.`); "article" for an article number or identifier, hyphen in it or not (`e0123-4`, `042301-7`,
    `Article 9`); "count" for a number of pages (`xvi+354`, `354 pages`); "other" for what is none of these.
    """

    kind: str
    span: Span
    first: PageNumber | None
    last: PageNumber | None  # of a range
    dash: Span  # what joins the ends, or says that more follow, with white space around it; else empty


class Pages(NamedTuple):
    """What a pages field holds."""

    parts: tuple[PagePart, ...]
    prefixes: tuple[Span, ...]  # `pp.`, `pages` before a part, with the space after
    unit: Span  # ` pp.`, ` (electronic)` at the end; else empty


def read_pages(text: str) -> Pages:
    """Read a pages field. Text that is not about pages gives parts of kind "other"; white space alone gives none."""
    simple = _SIMPLE.match(text)
    if simple:
        return Pages((_read_simple(simple),), (), Span(len(text), len(text)))
    end = len(text.rstrip(" \t\r\n~.,;"))
    unit = _UNIT.search(text, max(end - 60, 0), len(text))
    unit_span = Span(*unit.span()) if unit and text[: unit.start()].strip(_CASING) else Span(len(text), len(text))
    parts: list[PagePart] = []
    prefixes: list[Span] = []
    for start, stop in _split(text, min(end, unit_span.start)):
        prefix = _PREFIX.match(text, start, stop)
        if prefix and prefix.end() < stop:
            prefixes.append(Span(*prefix.span()))
            start = prefix.end()
        parts.append(_read_part(text, start, stop))
    if unit and unit_span.start < len(text) and "(" not in unit[0] and len(parts) == 1 and parts[0].kind == "page":
        parts = [part._replace(kind="count") for part in parts]
    return Pages(tuple(parts), tuple(prefixes), unit_span)


def _read_simple(match: re.Match[str]) -> PagePart:
    first = PageNumber(match[1], Span(*match.span(1)), "arabic", "", int(match[1]))
    if match[3] is None:
        return PagePart("page", Span(*match.span()), first, None, Span(match.end(), match.end()))
    last = PageNumber(match[3], Span(*match.span(3)), "arabic", "", int(match[3]))
    kind = "article" if _is_article(first, last, match[2]) else "range"
    return PagePart(kind, Span(*match.span()), first, last, Span(*match.span(2)))


def _split(text: str, end: int) -> list[tuple[int, int]]:
    """The spans of the parts of a list, white space around them and empty ones left out."""
    ranges = _THOUSANDS_RANGE.finditer(text, 0, end) if "," in text else ()
    whole = [match.span() for match in ranges if _rises(match[0])]
    edges = [0]
    for separator in _SEPARATOR.finditer(text, 0, end):
        if not any(start < separator.start() < stop for start, stop in whole):
            edges += separator.span()
    edges.append(end)
    spans = []
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        part = text[start:stop]
        if part.strip(_CASING):
            core = part.strip(" \t\r\n~")
            start += part.index(core)
            spans.append((start, start + len(core)))
    return spans


_NUMBER_WITH_COMMAS = pattern(r"[0-9][0-9,]*+")


def _rises(text: str) -> bool:
    """Whether the ends of a range with commas in them are in order if the commas mark thousands."""
    first, last = (int(number.replace(",", "")[:_LONGEST_NUMBER]) for number in _NUMBER_WITH_COMMAS.findall(text)[:2])
    return first < last


def _read_part(text: str, start: int, end: int) -> PagePart:
    span = Span(start, end)
    none = Span(end, end)
    label = _ARTICLE_LABEL.match(text, start, end)
    if label:
        return PagePart("article", span, _read_number(text, label.end(), end), None, none)
    if _COUNT.fullmatch(text, start, end):
        return PagePart("count", span, None, None, none)
    opened = _OPEN_END.search(text, max(start, end - 12), end)
    first_end = opened.start() if opened else end
    dashes = [match.span() for match in _DASH.finditer(text, start, first_end)]
    if opened and not dashes:
        first = _read_number(text, start, first_end)
        if first and first.number is not None:
            return PagePart("open", span, first, None, Span(first_end, end))
    number = _read_number(text, start, end)
    # A slash is in identifiers alone, and a hyphen before it no dash: `astro-ph/0107457`.
    if number and (not dashes or "/" in number.text):
        kind = "article" if number.style == "identifier" else "page"
        return PagePart(kind, span, number, None, none)
    part = _read_range(text, span, dashes)
    if part is None and number and len(dashes) == 1 and number.style in ("sectioned", "named"):
        part = PagePart("page", span, number, None, none)
    return part or PagePart("other", span, None, None, none)


def _read_range(text: str, span: Span, dashes: list[tuple[int, int]]) -> PagePart | None:
    dash = _choose(text, dashes)
    if not dash:
        return None
    dash = Span(*_widen(text, dash, span))
    first = _read_number(text, span.start, dash.start)
    if not first:
        return None
    if dash.end >= span.end or text[dash.end : span.end] == "+":
        return PagePart("open", span, first, None, Span(dash.start, span.end))
    last = _read_number(text, dash.end, span.end)
    if not last:
        return None
    kind = "article" if _is_article(first, last, text[dash.start : dash.end]) else "range"
    return PagePart(kind, span, first, last, dash)


def _choose(text: str, dashes: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The dash that joins two ends: the only one, the strongest one, or the middle one of several alike."""
    if len(dashes) < 2:
        return dashes[0] if dashes else None
    strengths = [_weigh(text, start, end) for start, end in dashes]
    strongest = max(strengths)
    if strengths.count(strongest) == 1:
        return dashes[strengths.index(strongest)]
    return dashes[1] if len(dashes) == 3 else None


def _weigh(text: str, start: int, end: int) -> int:
    spaced = text[start - 1 : start].isspace() or text[end : end + 1].isspace()
    dash = text[start:end]
    written_out = 2 * dash.count("endash") + 3 * dash.count("emdash")
    return sum(_STRENGTH.get(character, 0) for character in dash) + written_out + 2 * spaced


def _widen(text: str, dash: tuple[int, int], bounds: Span) -> tuple[int, int]:
    r"""The dash with the space around it, `~` and `\,` included."""
    start, end = dash
    while start > bounds.start and text[start - 1] in " \t\r\n~":
        start -= 1
    if text.startswith("\\,", start - 2) and start - 2 > bounds.start:
        start -= 2
    if text.startswith("\\,", end):
        end += 2
    while end < bounds.end and text[end] in " \t\r\n~":
        end += 1
    return start, end


def _read_number(text: str, start: int, end: int) -> PageNumber | None:
    written = text[start:end]
    core = written.strip(_CASING)
    if not core:
        return None
    start += written.index(core)
    span = Span(start, start + len(core))
    plain = core.replace("\\,", "").replace("{", "").replace("}", "")
    if _ARABIC.fullmatch(plain):
        return PageNumber(plain, span, "arabic", "", _to_int(plain.replace(",", "")))
    if (roman := read_roman(plain)) is not None:
        return PageNumber(plain, span, "roman", "", roman)
    for style, form in (("prefixed", _PREFIXED), ("sectioned", _SECTIONED)):
        if match := form.fullmatch(plain):
            return PageNumber(plain, span, style, match["prefix"], _to_int(match["number"]))
    if _OF_NAMED_SECTION.fullmatch(plain):
        return PageNumber(plain, span, "named", "", None)
    if _IDENTIFIER.fullmatch(plain):
        return PageNumber(plain, span, "identifier", "", None)
    return None


def _is_article(first: PageNumber, last: PageNumber, dash: str) -> bool:
    """Whether what looks like a range is an article number with its page or its number of pages.

    `A12-3`, `e0123-4`, and the six digits of the American Physical Society: `042301-7`.
    """
    if last.prefix or last.style != "arabic":
        return "identifier" in (first.style, last.style) and dash == "-"
    digits = first.text[len(first.prefix) :]
    if len(digits) > len(last.text) and (digits.startswith("0") or (len(digits) > 5 and len(last.text) < 3)):
        return True
    return dash == "-" and first.style in ("prefixed", "identifier") and not first.text.isdigit()


def _to_int(digits: str) -> int | None:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else None
