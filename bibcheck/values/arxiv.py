"""arXiv identifiers, of both schemes, and what about them cannot be.

The schemes and their dates: https://info.arxiv.org/help/arxiv_identifier.html. `archive/YYMMNNN` until March 2007,
`YYMM.NNNN` from April 2007, `YYMM.NNNNN` from January 2015.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.source import Span
from bibcheck.syntax.tree import Field

# The archives of the old scheme, those since subsumed included.
_ARCHIVES = frozenset(
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs "
    "dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics "
    "plasm-ph q-alg q-bio quant-ph solv-int stat supr-con".split()
)
_LATER_ARCHIVES = frozenset(("econ", "eess", "q-fin"))
_ALL_ARCHIVES = _ARCHIVES | _LATER_ARCHIVES
# Those that are a primary class as they stand, for they have no subject classes.
_UNDIVIDED = frozenset("gr-qc hep-ex hep-lat hep-ph hep-th math-ph nucl-ex nucl-th quant-ph".split())

_FIRST_MONTH = (1991, 7)  # hep-lat/9107001
_NEW_SCHEME = (2007, 4)
_FIVE_DIGITS = (2015, 1)

_IDENTIFIER = pattern(
    r"(?:(?<![\w.])|(?<=arxiv)|(?<=arxiv\.))"
    r"(?:(?P<new>[0-9]{4})\.(?P<sequence>[0-9]{3,6})"
    r"|(?!arxiv)(?P<archive>[a-z]{1,8}(?:-[a-z]{2,4})?)(?:\.(?P<subject>[a-z]{2}))?/(?P<old>[0-9]{6,8}))(?![0-9])"
    r"(?:v(?P<version>[0-9]{1,3})(?![0-9]))?",
    re.IGNORECASE,
)
# A quick look at a text for what every identifier in it has.
_MAY_BE = pattern(r"[0-9]{4}\.[0-9]{3}|/[0-9]{6}")
_LONE_NUMBER = pattern(r"(?P<old>[0-9]{7})(?:v(?P<version>[0-9]{1,3}))?(?=[\s}]*+\Z)")
_CLASS = pattern(
    r"\s{0,3}[\[(]\{?(?P<archive>[a-z]{2,8}(?:-[a-z]{2,4})?)(?:\.(?P<subject>[a-z-]{2,8}))?(?=[\]),;\s}])",
    re.IGNORECASE,
)
_LABEL = pattern(
    r"(?:(?<![\w-])\\?(?:arxiv|corr|\{(?:arxiv|corr)\})(?:\.org)?"
    r"(?:\s{0,3}(?:e-?prints?|pre-?prints?|no\.?|id)){0,2}[\s,~]{0,3}"
    r"(?:arxiv|\{arxiv\})?\s{0,3}[:.=/#]?\s{0,3}(?:abs/|[\[({])?|(?<![\w/])abs/)\Z",
    re.IGNORECASE,
)
_ADDRESS = pattern(
    r"(?:(?:https?://)?(?:[a-z]{2,9}\.)?arxiv\.org/(?:abs|pdf|html|format|ps|e-print)/{1,2}"
    r"|(?:(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|\bdoi:\s?)?10\.48550/arxiv\.)\Z",
    re.IGNORECASE,
)
_LONGEST_LEAD = 60
# What stands beside an identifier in the journal of a preprint that has appeared nowhere else.
_ARXIV_WORDS = pattern(
    r"arxiv(?:\.org)?|corr|abs|pdf|https?|www|doi|org|(?:e-?|pre-?)prints?|preprint|server|repository|cornell|university"
    r"|technical|report|online|available|at|the|of|computing|research|in|on|no|id|v[0-9]+",
    re.IGNORECASE,
)
_WORD = pattern(r"[^\W\d_]++(?:-[^\W\d_]++)*+")
_IN_BRACKETS = pattern(r"\[[^\[\]]{0,40}\]")
_WITH_SUBJECT = pattern(r"\s*arxiv:\s[^\d:]*\Z", re.IGNORECASE)  # `arXiv: Learning`, as Semantic Scholar has it
_OPENING = pattern(r"(?:[\s{(<\[]|\\(?:url|href|nolinkurl|path)(?=\s*+\{))*+")
_NO_ARCHIVE = "no archive before the number"


class ArxivId(NamedTuple):
    """An arXiv identifier in a text, well formed or not.

    `problem` says in a few words what about it cannot be, and is empty where all is well; a date to come is for the
    caller to judge, who has the clock. `kind` says what stood before it: "bare" nothing, "label" `arXiv:`, "address" that
    of arXiv or its DOI.
    """

    normal: str  # as arXiv writes it, without the version: `1706.03762`, `math/0309136`
    version: int | None
    archive: str  # of the old scheme, lower case; empty in the new one
    primary_class: str  # `cs.CL` of `1706.03762 [cs.CL]`, `math.GT` of `math.GT/0309136`; else empty
    year: int
    month: int  # as written: 0 to 99
    span: Span  # of the identifier with its version
    lead: Span  # of the label or address before it
    kind: str
    problem: str


def read_arxiv(text: str) -> ArxivId | None:
    """The identifier that a field begins with, behind `arXiv:` or an address or not; None where there is none.

    A number of the old scheme without its archive passes too, if its date can be: `problem` says what it lacks. Whether
    the field means arXiv is for the caller to know: other archives have numbers of the same look.
    """
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    match = _IDENTIFIER.search(text, start, start + _LONGEST_LEAD + 30)
    if match:
        identifier = _read(text, match, start)
        return identifier if identifier.lead.start == start else None
    lone = _LONE_NUMBER.search(text, start) if len(text) < start + 2 * _LONGEST_LEAD else None
    if lone and _find_lead(text, start, lone.start())[0] == start:
        identifier = _read(text, lone, start)
        return identifier if identifier.problem == _NO_ARCHIVE else None
    return None


@lru_cache(maxsize=8192)  # several rules ask for the same texts
def find_arxiv(text: str) -> tuple[ArxivId, ...]:
    """Every identifier in a text that its label, address or archive shows to be one of arXiv."""
    if not _MAY_BE.search(text):
        return ()
    found = []
    end = 0
    for match in _IDENTIFIER.finditer(text):
        start = match.start()
        identifier = _read(text, match, max(end, start - _LONGEST_LEAD))
        lone = identifier.kind == "bare"
        if not lone or (
            identifier.archive and not identifier.problem and text[start - 1 : start] not in ("/", "=", "-")
        ):
            found.append(identifier)
        end = match.end()
    return tuple(found)


def _read(text: str, match: re.Match[str], bound: int) -> ArxivId:
    lead, kind = _find_lead(text, bound, match.start())
    parts = match.groupdict()
    digits, sequence = parts.get("new") or parts["old"], parts.get("sequence") or parts["old"][4:]
    archive = (parts.get("archive") or "").lower()
    year, month = int(digits[:2]), int(digits[2:4])
    if parts.get("new") or year < 91:
        year += 2000
    else:
        year += 1900
    normal = f"{digits}.{sequence}" if parts.get("new") else f"{archive}/{digits}".lstrip("/")
    subject = parts.get("subject") or ""
    problem = _judge_new(year, month, sequence) if parts.get("new") else _judge_old(year, month, sequence, archive)
    return ArxivId(
        normal,
        int(parts["version"]) if parts["version"] else None,
        archive,
        _name_class(archive, subject) or _find_class(text, match.end()),
        year,
        month,
        Span(*match.span()),
        Span(lead, match.start()),
        kind,
        problem,
    )


def _judge_new(year: int, month: int, sequence: str) -> str:
    if not 1 <= month <= 12:
        return f"month {month:02}"
    if (year, month) < _NEW_SCHEME:
        return "identifiers of this form begin with 0704"
    if (year, month) < _FIVE_DIGITS and len(sequence) != 4:
        return f"{len(sequence)} digits after the point, which are 4 until 1412"
    if (year, month) >= _FIVE_DIGITS and len(sequence) != 5:
        return f"{len(sequence)} digits after the point, which are 5 from 1501 on"
    return "" if sequence.strip("0") else f"number {sequence}"


def _judge_old(year: int, month: int, sequence: str, archive: str) -> str:
    if not 1 <= month <= 12:
        return f"month {month:02}"
    if not _FIRST_MONTH <= (year, month) < _NEW_SCHEME:
        return "identifiers of this form go from 9107 to 0703"
    if len(sequence) != 3:
        return f"{len(sequence) + 4} digits, which are 7 in this form"
    if not archive:
        return _NO_ARCHIVE
    if archive not in _ARCHIVES:
        return f"unknown archive `{archive}`"
    return "" if sequence.strip("0") else f"number {sequence}"


def _find_lead(text: str, start: int, end: int) -> tuple[int, str]:
    for kind, form in (("address", _ADDRESS), ("label", _LABEL)):
        if start < end and (lead := form.search(text, start, end)):
            return lead.start(), kind
    return end, "bare"


def _find_class(text: str, start: int) -> str:
    match = _CLASS.match(text, start)
    return _name_class(match["archive"].lower(), match["subject"] or "") if match else ""


def _name_class(archive: str, subject: str) -> str:
    if archive not in _ARCHIVES and archive not in _LATER_ARCHIVES:
        return ""
    if subject:
        return f"{archive}.{subject.upper() if len(subject) == 2 else subject.lower()}"
    return archive if archive in _UNDIVIDED else ""


def is_arxiv_eprint(field: Field) -> bool:
    """Whether an eprint field is about arXiv: its entry says so, or the field itself does."""
    entry = field.entry
    for name in ("archiveprefix", "eprinttype"):
        type = entry.field(name) if entry else None
        if type and type.value:
            return type.value.strip("{}").lower() == "arxiv"
    return "arxiv" in field.text.lower()


def is_archive_of_scholar(journal: str, volume: str) -> bool:
    """Whether a journal and its volume are what Google Scholar makes of a preprint on arXiv: `stat`, volume 1050."""
    return volume.strip() == "1050" and journal.strip() in _ALL_ARCHIVES


def names_only_arxiv(journal: str) -> bool:
    """Whether a journal field says nothing but that the work is on arXiv: `arXiv preprint arXiv:1706.03762 [cs.CL]`."""
    if "arxiv" not in journal.lower() and "corr" not in journal.lower():
        return False
    if _WITH_SUBJECT.match(journal):
        return True
    for number in reversed(find_arxiv(journal)):
        journal = journal[: number.lead.start] + " " + journal[number.span.end :]
    words = _WORD.findall(_IN_BRACKETS.sub(" ", journal.replace("{", "").replace("}", "")))
    return all(_ARXIV_WORDS.fullmatch(word) or word.lower() in _ALL_ARCHIVES for word in words)
