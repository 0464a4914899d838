"""Values that stand in the field of another: pages and editors in the name of a book, a date of access in a note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.values.dates import read_day
from bibcheck.values.url import find_urls

_RANGE = r"\d{1,6}(?:\s*+(?:-{1,3}|–|—)\s*+\d{1,6})?"
_PAGES = pattern(
    rf"(?<![\s~])[\s~]*+[,;.(]?[\s~]*+\b(?:pp?\.|pages?)[\s~]*+(?P<value>{_RANGE})\)?(?=\s*+\.?\s*+\Z|[,;])",
    re.IGNORECASE,
)
_VOLUME = pattern(r"(?<![\s~])[\s~]*+,[\s~]*+(?:vol\.|volume)[\s~]*+(?P<value>\d{1,5})\s*+\.?\s*+\Z", re.IGNORECASE)
_DIGIT = pattern(r"\d")
_EDITORS = pattern(r"\(\s?[Ee]ds?\.\s?\)|,\s(?:[Ee]ds\.|[Ee]ditors?),|\b[Ee]dited\sby\s(?=[A-Z])|\([Ee]ditors?\)")
_SERIES = pattern(
    r"\b(?:LN(?:CS|AI|BI|EE|ICST)|Lecture\sNotes\sin\s[A-Z][\w ]{3,40}|LIPIcs|CCIS)[\s,~]++(?:[Vv]ol\.|[Vv]olume)[\s~]*+\d{1,5}"
)
# Series of books whose names are nothing else; `Lecture Notes in Topology` may be somebody's title.
_SERIES_NAME = pattern(
    r"Springer\s(?:Tracts|Series|Proceedings|Monographs)\sin\s[\w ,&-]{3,50}|Graduate\sTexts\sin\s(?:Mathematics|Physics)"
    r"|Lecture\sNotes\sin\s(?:Computer\sScience|Artificial\sIntelligence|Mathematics|Physics)"
    r"|Communications\sin\sComputer\sand\sInformation\sScience|Undergraduate\sTexts\sin\sMathematics",
    re.IGNORECASE,
)
_PAGES_ALONE = pattern(rf"(?:pp?\.|pages?)\s*+(?P<value>{_RANGE})", re.IGNORECASE)
_VOLUME_ALONE = pattern(r"(?:vol\.?|volume)\s*+(?P<value>\d{1,5})", re.IGNORECASE)
_ACCESSED = pattern(
    r"[(\[]?\s*+(?:online;\s)?(?:last\s)?(?:accessed|visited|retrieved|checked)(?:\son)?\s*+:?\s*+(?P<date>[^()\[\]]{6,40})[)\].\s]*+",
    re.IGNORECASE,
)
_URL_COMMAND = pattern(r"\\url\s*+\{(?P<address>[^{}\s]++)\}")
# In eprint; arXiv's are the business of malformed-arxiv-id.
WEB_ADDRESS = pattern(r"\s*+(?:\\url\s*+\{)?https?://(?!(?:\w{2,9}\.)?arxiv\.org)", re.IGNORECASE)
# What leads to an address and says nothing else, with what parts it from the words before.
_LEADING = pattern(
    r"(?:\A|[,;.:])\s*+(?:(?:(?:available(?:\s(?:online|electronically))?|online|retrieved|accessible)(?:\s(?:at|from|on|under|via))?"
    r"|url|see|web\s?(?:page|site)|home\s?page|link)\s*+:?\s*+)?\Z",
    re.IGNORECASE,
)
_FOLLOWING = pattern(r"\s*+\Z|\s*+[,;.]\s*+|\s++(?=[(\[])")
_END = pattern(r"[.\s]*+\Z")
# What lies at the address is then something else than the work.
_OTHER_THING = pattern(
    r"\b(?:slides?|code|software|implementation|video|data(?:set)?s?|demo|supplement\w*|appendi\w++|poster|talk|preprint"
    r"|errat\w++|reviews?|translation|original|pdf|github|gitlab|repositor\w++|mirror|documentation)\b|_eprint:",
    re.IGNORECASE,
)
_SIGNS = " ~,;.()\t\r\n"
_LONGEST = 2000
_LONGEST_SERIES = 90


class Misplaced(NamedTuple):
    """A value in a text. `cut` is what goes with it, `span` the value with its word, `field` the one meant for it."""

    field: str
    value: str
    span: Span
    cut: Span


def find_in_container(text: str) -> Iterator[Misplaced]:
    """Pages, and a volume at the end, in the name of a journal, a book or a series."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return
    for name, found in (("pages", _PAGES), ("volume", _VOLUME)):
        for match in found.finditer(text):
            what = match[0].strip(_SIGNS)
            start = text.index(what, match.start())
            yield Misplaced(name, match["value"], Span(start, start + len(what)), Span(*match.span()))


def find_editors(text: str) -> Span | None:
    """What says in the name of a book that people before or after it are its editors."""
    match = _EDITORS.search(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    what = match[0].strip(" ,")
    start = text.index(what, match.start())
    return Span(start, start + len(what))


def find_series(text: str) -> Span | None:
    """A series with its volume in the name of a book or a publisher: `LNCS vol. 27`."""
    match = _SERIES.search(text) if len(text) <= _LONGEST else None
    return Span(*match.span()) if match else None


def read_alone(text: str) -> tuple[str, str] | None:
    """The field that a whole value is meant for, and what to write there: `pp. 97--111`, `Vol. 27`."""
    for name, form in (("pages", _PAGES_ALONE), ("volume", _VOLUME_ALONE)):
        if match := form.fullmatch(text.strip()):
            return name, match["value"]
    return None


def read_access(text: str) -> str | None:
    """The day in a note that says when a page was looked at and nothing else, in ISO form: `Accessed 3 May 2020`."""
    match = _ACCESSED.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return read_day(match["date"].rstrip(". \t\r\n")) if match else None


def find_address(text: str) -> Misplaced | None:
    r"""The address of the work in a note that begins or ends with one: `\url{https://example.org}, in German`."""
    for address, span in _find_addresses(text) if len(text) <= _LONGEST else ():
        value = f"https://{address}" if address.lower().startswith("www.") else address
        before, after = text[: span.start], text[span.end :]
        if _OTHER_THING.search(before) or _OTHER_THING.search(after):
            continue
        leading, following = _LEADING.search(before), _FOLLOWING.match(after)
        if leading and following and not leading.start():
            return Misplaced("url", value, span, Span(0, span.end + following.end()))
        if leading and _END.match(after):
            return Misplaced("url", value, span, Span(leading.start(), len(text)))
        if read_access(f"{before.rstrip(_SIGNS)} {after.lstrip(_SIGNS)}"):
            return Misplaced("url", value, span, span)
    return None


def _find_addresses(text: str) -> Iterator[tuple[str, Span]]:
    r"""The first address and the last, in `\url{…}` or as plain text, with where they stand."""
    found = [(match["address"], Span(*match.span())) for match in _URL_COMMAND.finditer(text)]
    found += [(url.normal, url.span) for url in find_urls(text) if not url.command]
    found.sort(key=lambda address: address[1])
    yield from found[:1]
    yield from found[1:][-1:]


def is_series_name(title: str) -> bool:
    """Whether a title without LaTeX is only the name of a series of books."""
    return len(title) < _LONGEST_SERIES and _SERIES_NAME.fullmatch(title.strip()) is not None
