"""The year of an edition at the end of the name of its venue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Entry
from bibcheck.text.latex import decode
from bibcheck.values.ordinals import find_ordinals

_LONGEST = 1_000  # a name is never as long
_EVENT = r"(?:Conferences?|Conf\.|Symposi(?:um|a)|Symp\.|Workshops?|Congress|Colloquium|Meetings?|Summit|Forum|Seminar)"
_IS_EVENT = pattern(rf"\b{_EVENT}(?!\w)", re.IGNORECASE)
_IS_JOURNAL = pattern(r"\b(?:Journal|Bulletin|Transactions|Letters|Magazine|Annals)\b")
# `Proceedings of the …`, `Companion Proceedings of The …`: what a publisher prints on the volume.
_PROCEEDINGS = pattern(r"(?:Companion\s|Adjunct\s)?Proceedings\sof\b", re.IGNORECASE)
_ENDS_WITH_EVENT = pattern(rf"\b{_EVENT}\Z", re.IGNORECASE)
# `… on Computer Systems 2007`, `… on Image Processing (ICIP), 2009`
_AT_END = pattern(r"(?P<before>[\w&./-]+|\((?:[^()]{1,30})\))(?P<year>,?\s(?:19|20)[0-9]{2})(?=\.?\Z)")
# `2009 IFIP/IEEE International Symposium on …`, `Proceedings of the 2014 CHI Conference on …`
_AT_START = pattern(r"(?:\A|\b[Tt]he\s)(?P<year>(?:19|20)[0-9]{2}\s)")
_NAME = pattern(rf"\b{_EVENT}(?:\s(?:on|of|for|in)\s(?P<subject>.*))?\Z", re.IGNORECASE)
# `Visions of 2030`, `Horizon 2020`, `May 1998`: the year belongs to the word before it.
_NO_NAME = frozenset(
    "of in for to by since until till from after before beyond towards toward around about and the a at on year years vision"
    " agenda horizon europe target goals census election elections crisis world january february march april may june july"
    " august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall"
    " winter".split()
)


class YearInVenue(Rule):
    """Leave the year out at the end of the name of a conference or journal: the year field prints it already.

    Reports the year of the year field after a full name: `… on Image Processing (ICIP), 2009`, `2nd European Conference on
    Computer Systems 2007`. Many official names hold the year, and are not reported: `2017 14th IAPR International Conference
    on Document Analysis and Recognition`, `Proceedings of the 2016 CHI Conference on Human Factors in Computing Systems`,
    `Companion Proceedings of the Web Conference 2018`. Nor is an acronym with its year (`CRYPTO 2013`), a date, or a year that
    the conference is about (`Visions of 2030`). The fix is unsafe, as it takes the year out of the printed name.

    With `official_names = true`, for bibliographies that write no year in any name, the year at the start and at the end of
    official names is reported too.

    Bad:

        @inproceedings{hore09,
          booktitle = {16th International Conference on Image Processing (ICIP), 2009},
                                                                                 ^^^^
          year      = {2009}
        }

    Good:

        @inproceedings{hore09,
          booktitle = {16th International Conference on Image Processing (ICIP)},
          year      = {2009}
        }

    Bad:

        @inproceedings{hunt07,
          booktitle = {Proceedings of the 2nd European Conference on Computer Systems 2007},
                                                                                      ^^^^
          year      = {2007}
        }

    Good:

        @inproceedings{hunt07,
          booktitle = {Proceedings of the 2nd European Conference on Computer Systems},
          year      = {2007}
        }

    Bad, with official_names = true:

        @inproceedings{heo09, booktitle = {2009 IEEE Symposium on Integrated Network Management}, year = {2009}}
                                           ^^^^

    Good, with official_names = true:

        @inproceedings{heo09, booktitle = {IEEE Symposium on Integrated Network Management}, year = {2009}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    official_names: bool = False

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("booktitle", "journal", "journaltitle", "eventtitle"):
            year = _find_year(bib, field.entry) if field.entry and ("19" in field.text or "20" in field.text) else ""
            if not year or year not in field.text or len(field.text) > _LONGEST:
                continue
            if field.entry and field.entry.type == "proceedings":
                continue  # its title says the same
            decoded = decode(field.text)
            match = self._find(decoded.text, is_journal=field.name != "booktitle")
            if match and year in match["year"]:
                start = match.start("year") + match["year"].index(year)
                span = field.span(*decoded.source_span(start, start + len(year)))
                message = f"`{year}` in the name of the venue, and in the year field too: it is printed twice"
                yield self.finding(span, message, replace(field, *decoded.source_span(*match.span("year")), ""))

    def _find(self, name: str, *, is_journal: bool) -> re.Match[str] | None:
        """Where a name has its year, if it has one too many."""
        if self.official_names and _IS_EVENT.search(name) and (match := _AT_START.search(name)):
            return match
        match = _AT_END.search(name, max(len(name) - 60, 0))
        if not match:
            return None
        before = name[: match.start("year")]
        is_apart = match["year"].startswith(",") or before.endswith(".")
        if _IS_EVENT.search(name) and _ends_full_name(before):
            return match if self.official_names or is_apart or not _may_be_official(before) else None
        return match if is_journal and _IS_JOURNAL.search(before) and _is_word(match["before"]) else None


def _find_year(bib: Bibliography, entry: Entry) -> str:
    """The four digits of the year that is printed; empty where it is not in sight."""
    for source in (entry, bib.parent(entry)):
        field = source and (source.field("year") or source.field("date"))
        if field:
            found = re.match(r"((?:19|20)[0-9]{2})(?![0-9])", field.value.strip("{} "))
            return found[1] if found else ""
    return ""


def _may_be_official(name: str) -> bool:
    """Whether a year right after a name may be what tells this volume from others: the name then has no ordinal."""
    is_title = _PROCEEDINGS.match(name) or _ENDS_WITH_EVENT.search(name)
    return is_title is not None and not find_ordinals(name)


def _is_word(text: str) -> bool:
    """Whether a word may end a name: not a number, an acronym, or what a year goes with (`May 1998`)."""
    word = text.strip(".,")
    return word.isalpha() and word.lower() not in _NO_NAME and sum(letter.isupper() for letter in word) < 2


def _ends_full_name(text: str) -> bool:
    """Whether a full name of an event ends here: not an acronym, a place or a date."""
    words, _, acronym = text.rpartition("(")
    if text.endswith(")"):
        return bool(words) and not any(digit.isdigit() for digit in acronym) and _ends_full_name(words.rstrip())
    if not _is_word(text.rpartition(" ")[2]):
        return False
    events = list(_IS_EVENT.finditer(text))
    name = _NAME.match(text, events[-1].start()) if events else None
    if not name:
        return False
    # What a comma parts from the name is a place, an acronym or a date, unless it is the last item of a list.
    subject = name["subject"] or ""
    return not re.search(r"[:;()–—]|\s-\s", subject) and ("," not in subject or _is_list(subject))


def _is_list(subject: str) -> bool:
    return subject.rpartition(",")[2].lstrip().startswith(("and ", "& "))
