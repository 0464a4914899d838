"""What exports put around the name of a venue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import Decoded, decode

_LONGEST = 1_000  # a name is never as long
_LONGEST_SHOWN = 60
_BOOKS = ("booktitle",)
_JOURNALS = ("journal", "journaltitle")

_PRESENTED = pattern(r"(?:Paper )?(?:was )?Presented (?:as part of|at)(?: the)? (?=\S)", re.IGNORECASE)
_VENUE = (
    r"(?:(?:the )?(?:(?:Proceedings|Proc|Conference|Annual|International)\b"
    r"|(?:[0-9]{1,3}(?:st|nd|rd|th)|First|Second|Third)\s|(?:19|20)[0-9]{2}\s(?=[A-Z])"
    r"|(?:IEEE|ACM|USENIX|AAAI|IFIP|SIAM)\b)|Advances in\b)"
)
_IN = pattern(rf"In(?:: ?(?=\S)| (?={_VENUE}))")
_PROCEEDINGS_TWICE = pattern(
    r"(?P<first>Proc(?:eedings|\.) (?:of )?(?:the )?)(?P<second>Proc(?:eedings|\.) (?:of )?(?:the )?)(?=\S)",
    re.IGNORECASE,
)
_UNFINISHED = pattern(
    r"\b(?:Conference|Symposium|Symposia|Workshops?|Congress|Colloquium|Meeting|Transactions|Journal) (?P<of>on|of|for)\.?\Z",
    re.IGNORECASE,
)
_ARTICLE_LAST = pattern(r",\s(?P<article>The)\Z")
# `ICC 2019 - 2019 IEEE International Conference on Communications (ICC)`, with its acronym and year twice
_ACRONYM_FIRST = pattern(
    r"(?P<first>(?P<acronym>[A-Z][A-Za-z0-9-]{1,15}) (?P<year>(?:19|20)[0-9]{2})\s?[-–—]{1,3}\s?)(?P=year) .*\((?P=acronym)\)\Z"
)


class VenueBoilerplate(Rule):
    """Give the name of the venue alone: no `Presented as part of the`, no `In`, no turned ends.

    BibTeX writes `In` before a booktitle itself, and `Proceedings of Proceedings of` is a template filled in twice. IEEE
    Xplore turned the names of its venues round, so that they end in `… Conference on` with nothing after it; the fix
    turns them back, and names that end in `, The` too. It also writes acronym and year twice: `ICC 2019 - 2019 IEEE
    International Conference on Communications (ICC)`. Books whose titles begin with `In` (`In Honor of Mary Haas`) stay.

    Bad:

        @inproceedings{a, booktitle = {Presented as part of the 21st USENIX Security Symposium}}
                                       ^^^^^^^^^^^^^^^^^^^^^^^^
        @inproceedings{b, booktitle = {In Proceedings of the Ninth Symposium on Computer Architecture}}
                                       ^^
        @inproceedings{c, booktitle = {Acoustics, Speech and Signal Processing, IEEE International Conference on}}
                                                                                                   ^^^^^^^^^^^^^

    Good:

        @inproceedings{a, booktitle = {21st USENIX Security Symposium}}
        @inproceedings{b, booktitle = {Proceedings of the Ninth Symposium on Computer Architecture}}
        @inproceedings{c, booktitle = {IEEE International Conference on Acoustics, Speech and Signal Processing}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields(*_BOOKS, *_JOURNALS):
            if len(field.text) > _LONGEST or not _may_concern(field.text):
                continue
            decoded = decode(field.text)
            text = decoded.text
            if match := _UNFINISHED.search(text, max(len(text) - 40, 0)):
                span = decoded.source_span(*match.span())
                edit = _turn_round(field, decoded, match)
                message = (
                    f"name is inverted; write `{_shorten(edit.text)}`"
                    if edit
                    else f"`{match[0]}` with nothing after it: write the whole name"
                )
                yield self.finding(field.span(*span), message, *([edit] if edit else []))
            if match := _ARTICLE_LAST.search(text, max(len(text) - 6, 0)):
                turned = f"The {field.text[: decoded.source_span(*match.span())[0]]}"
                message = f"name is inverted; write `{_shorten(turned)}`"
                edit = replace(field, 0, len(field.text.rstrip()), turned)
                yield self.finding(field.span(*decoded.source_span(*match.span("article"))), message, edit)
            if match := _ACRONYM_FIRST.match(text):
                span = decoded.source_span(*match.span("first"))
                message = f"`{match['first'].rstrip(' -–—')}` before the name of the venue, which says it again"
                yield self.finding(field.span(*span), message, replace(field, *span, ""))
            if match := _PROCEEDINGS_TWICE.search(text):
                edit = replace(field, *decoded.source_span(*match.span("first")), "")
                span = field.span(*decoded.source_span(match.start(), match.start() + len(match[0].rstrip())))
                yield self.finding(span, f"`{match[0].rstrip()}`, where once is enough", edit)
            if match := _IN.match(text) or (_PRESENTED.match(text) if field.name in _BOOKS else None):
                what = match[0].rstrip()
                own = ", where BibTeX writes its own" if what[:2] == "In" and field.name in _BOOKS else ""
                edit = replace(field, *decoded.source_span(*match.span()), "")
                span = field.span(*decoded.source_span(0, len(what)))
                yield self.finding(span, f"`{what}` before the name of the venue{own}", edit)


def _may_concern(text: str) -> bool:
    start = text.lstrip(" {\t\r\n")[:9].lower()
    if start.startswith(("in", "present", "paper pre", "was pres", "proc")):
        return True
    end = text.rstrip(" .}\t\r\n")
    return end.endswith((" on", " of", " for", ", The")) or (
        end.endswith(")") and _ACRONYM_FIRST.match(text) is not None
    )


def _shorten(name: str) -> str:
    """The first words of a name."""
    words = " ".join(name.split())
    return words if len(words) <= _LONGEST_SHOWN else words[:_LONGEST_SHOWN].rpartition(" ")[0] + " …"


def _turn_round(field: Field, decoded: Decoded, match: re.Match[str]) -> Edit | None:
    """`Acoustics, Speech and Signal Processing (ICASSP), 2013 IEEE International Conference on` the right way round."""
    head, comma, tail = decoded.text[: match.end("of")].rpartition(", ")
    # More than one remark in between, as in `…, 2009. ASRU 2009. IEEE Workshop on`: where each belongs is to be thought of.
    if not comma or re.search(r"\.(?:\s|\Z)", head) or re.search(r"\.\s", tail):
        return None
    start, end = decoded.source_span(0, len(head))
    tail_start, tail_end = decoded.source_span(len(head) + len(comma), match.end("of"))
    name, rest = field.text[start:end], field.text[tail_start:tail_end]
    return replace(field, start, tail_end, f"{rest} {name}")
