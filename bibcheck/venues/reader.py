"""How venues.py takes a name apart."""

from __future__ import annotations

import re
from collections.abc import Callable

from bibcheck.lazy_re import pattern
from bibcheck.source import Span
from bibcheck.values.folding import WORD, fold_name
from bibcheck.values.ordinals import find_ordinals, read_roman
from bibcheck.values.places import is_country_or_region
from bibcheck.venues import parts as venue_parts
from bibcheck.venues.name import Venue, VenuePart
from bibcheck.venues.series import full_year, read_series


class VenueReader:
    """Takes one part after another off a name; `rest` is as long as the name, with blanks for what was taken."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rest = text.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\u00a0", " ")
        self.parts: list[VenuePart] = []
        self.is_event = bool(venue_parts.IS_EVENT.search(self.rest))
        self.ordinal: int | None = None
        self.year: int | None = None
        self.acronym = ""

    def read(self) -> Venue:
        self.take_lead()
        sponsors = self.find_sponsors()
        if "(" in self.rest:
            self.take("acronym", venue_parts.PARENTHESIS, self.is_acronym)
        if venue_parts.DIGIT.search(self.rest):
            self.take("date", venue_parts.DATE, self.is_date)
            self.take("acronym", venue_parts.ACRONYM_SEGMENT, self.is_acronym_segment)
            self.take("year", venue_parts.YEAR, self.is_year)
            if self.is_event or len(self.rest.split()) < 3:
                self.take("edition", venue_parts.SHORT_EDITION)
        self.take_ordinal()
        if self.is_event:
            self.take("tail", venue_parts.TAIL)
            self.take("volume", venue_parts.VOLUME)
            self.take_place()
        if self.is_event or self.rest.lstrip().lower().startswith("advances in"):
            self.take("edition", venue_parts.LAST_NUMBER)
        if self.is_event:
            self.take_sponsors()
        name, is_inverted = _straighten(_tidy(self.rest))
        identity = fold_name(name)
        if not identity or (not self.is_event and venue_parts.SPONSORS.fullmatch(name)):
            # `Proceedings of the IEEE`, or nothing but a year.
            has_lead = any(part.kind == "lead" for part in self.parts)
            identity = f"proceedings {identity}" if identity and has_lead else fold_name(self.text)
            name = _tidy(self.text)
        parts = tuple(sorted(self.parts, key=lambda part: part.span))
        return Venue(name, identity, parts, self.ordinal, self.year, self.acronym, sponsors, self.is_event, is_inverted)

    def take(self, kind: str, pattern: re.Pattern[str], wanted: Callable[[re.Match[str]], bool] | None = None) -> None:
        """Take every match of a pattern off, if it is wanted."""

        def blank(match: re.Match[str]) -> str:
            if wanted and not wanted(match):
                return match[0]
            self.note(kind, *match.span())
            return " " * len(match[0])

        self.rest = pattern.sub(blank, self.rest)

    def note(self, kind: str, start: int, end: int) -> None:
        written = self.rest[start:end]
        start += len(written) - len(written.lstrip())
        end -= len(written) - len(written.rstrip())
        self.parts.append(VenuePart(kind, self.text[start:end], Span(start, end)))

    def cut(self, kind: str, start: int, end: int) -> None:
        self.note(kind, start, end)
        self.rest = self.rest[:start] + " " * (end - start) + self.rest[end:]

    def begins_segment(self, start: int) -> bool:
        return bool(venue_parts.SEGMENT_BEGINS.search(self.rest, 0, start))

    def follows_part(self, start: int) -> bool:
        return len(self.rest[:start].rstrip()) < len(self.text[:start].rstrip())

    def find_sponsors(self) -> tuple[str, ...]:
        groups = [group[0] for group in venue_parts.SPONSORS.finditer(self.rest) if self.may_sponsor(group)]
        names = [name[0].split()[0].upper() for group in groups for name in venue_parts.ONE_SPONSOR.finditer(group)]
        return tuple(dict.fromkeys(names))

    def may_sponsor(self, match: re.Match[str]) -> bool:
        return not venue_parts.NO_SPONSOR_AFTER.search(self.rest, 0, match.start())

    def take_lead(self) -> None:
        # The patterns are slow to compile, and most names begin otherwise.
        for kind, word, lead in (("presented", "presented", venue_parts.PRESENTED), ("in", "in", venue_parts.IN)):
            if self.rest.lstrip()[: len(word)].lower() == word and (match := lead.match(self.rest)):
                self.cut(kind, *match.span())
        if match := venue_parts.OTHER_LEAD.match(self.rest):
            self.cut("lead", *match.span())
        lower = self.rest.lower()
        if "proc" in lower or "rec" in lower:
            while match := venue_parts.LEAD.match(self.rest, len(self.rest) - len(self.rest.lstrip())):
                self.cut("lead", *match.span())
            self.take("lead", venue_parts.LATER_LEAD, lambda match: self.begins_segment(match.start()))

    def is_acronym(self, match: re.Match[str]) -> bool:
        content = match[1].strip()
        series = read_series(content)
        if series:
            self.year = self.year or series.year
        elif not venue_parts.NUMBERED.fullmatch(content):
            return False
        self.acronym = self.acronym or (series.acronym if series else content.rstrip("0123456789'’- "))
        return True

    def is_acronym_segment(self, match: re.Match[str]) -> bool:
        others = self.rest[: match.start()] + self.rest[match.end() :]
        if len(WORD.findall(others)) < 2:
            return False
        if not self.begins_segment(match.start()):
            # Without a comma before it, only at the end, and not `… of the EU 2020`.
            is_last = not self.rest[match.end() :].strip(" .")
            if not is_last or len(match["acronym"]) < 4 or not match["acronym"].isupper():
                return False
        self.acronym = self.acronym or match["acronym"]
        if year := venue_parts.YEAR_AT_END.search(match[0]):
            self.year = self.year or _read_year(year[0])
        return True

    def is_date(self, match: re.Match[str]) -> bool:
        if match["year"]:
            self.year = self.year or int(match["year"])
        return True

    def is_year(self, match: re.Match[str]) -> bool:
        if venue_parts.NO_YEAR_AFTER.search(self.rest, 0, match.start()):
            return False
        self.year = self.year or _read_year(match[0].strip(" -'’‘"))
        return True

    def take_ordinal(self) -> None:
        """Take off the first ordinal that counts the event, in digits, words or Roman."""
        for ordinal in find_ordinals(self.rest):
            start, end = ordinal.span
            if venue_parts.NO_ORDINAL.match(self.rest, end):
                continue
            if ordinal.form == "digits" or (self.is_event and self.counts(start)):
                self.ordinal = ordinal.number
                self.cut("ordinal", start, end)
                return
        roman = venue_parts.ROMAN_ORDINAL.search(self.rest) if self.is_event else None
        if roman and (number := read_roman(roman["roman"])) and self.counts(roman.start()):
            self.ordinal = number
            self.cut("ordinal", *roman.span())
        elif self.is_event:
            self.take_other_ordinal()

    def take_other_ordinal(self) -> None:
        """Take off an ordinal in German, French or Spanish: `26.`, `5e`, `3ª`, `Zweite`."""
        for ordinal in (venue_parts.OTHER_ORDINAL, venue_parts.OTHER_ORDINAL_WORD):
            match = ordinal.search(self.rest)
            if match and self.counts(match.start()):
                named = match.lastgroup or ""
                self.ordinal = int(match["number"] if named == "number" else named[1:])
                self.cut("ordinal", *match.span())
                return

    def counts(self, start: int) -> bool:
        """Whether an ordinal at this place counts what follows: at most an article, a sponsor or a year is before it."""
        before = venue_parts.SPONSORS.sub("", self.rest[:start])
        return bool(
            self.follows_part(start)
            or venue_parts.SEGMENT_BEGINS.search(before)
            or venue_parts.ARTICLE_BEFORE.search(before)
        )

    def take_place(self) -> None:
        """Take off `City, State, Country` at the end: a country or state that is known, and one name before it."""
        segments = [match.span() for match in venue_parts.SEGMENT.finditer(self.rest) if match[0].strip(" .")]
        known = 0
        while known < len(segments) - 1 and is_country_or_region(self.rest[slice(*segments[-1 - known])]):
            known += 1
        if not known:
            return
        first = len(segments) - known
        city = self.rest[slice(*segments[first - 1])].strip(" .")
        if first > 1 and venue_parts.CITY.fullmatch(city) and not venue_parts.IS_EVENT.search(city):
            first -= 1
        start, end = segments[first][0], segments[-1][1]
        self.cut("place", start, start + len(self.rest[start:end].rstrip(" .")))

    def take_sponsors(self) -> None:
        """Take off sponsors and `Annual`, unless nothing but the kind of event would be left: `ACM SIGCOMM Conference`."""
        rest, parts = self.rest, list(self.parts)
        event = venue_parts.IS_EVENT.search(rest)
        self.take("sponsors", venue_parts.SPONSORS, self.may_sponsor)
        frequency = venue_parts.FREQUENCY.search(self.rest, 0, event.start()) if event else None
        if frequency and (self.begins_segment(frequency.start()) or self.follows_part(frequency.start())):
            self.cut("frequency", *frequency.span())
        if not any(_is_topic(word) for word in WORD.findall(self.rest)):
            self.rest, self.parts = rest, parts


def _read_year(digits: str) -> int:
    """The year, or the first of two, that two digits or four stand for."""
    return full_year(digits) if len(digits) == 2 else int(digits[:4])


def _is_topic(word: str) -> bool:
    return word.lower() not in venue_parts.GENERIC and not word.isdigit() and not venue_parts.IS_EVENT.fullmatch(word)


_WHITE_RUN = pattern(r"\s+")
_LEFTOVERS = (
    pattern(r"\(\s*\)|\s(?=[,.:;])"),
    pattern(r"(?:[,.:;]|\s[-–—]{1,3})+(?=\s?[,:;]|\s?$|\s[–—-])"),
    pattern(r"^(?:[\s,.:;–—-]|[Tt]he\s)+"),
)


def _tidy(text: str) -> str:
    """The words that are left, with single spaces and without the punctuation that went with what was taken off."""
    text = _WHITE_RUN.sub(" ", text)
    for leftover in _LEFTOVERS:
        text = leftover.sub("", text)
    return text.strip(" ,:;–—-")


def _straighten(name: str) -> tuple[str, bool]:
    """`Robotics, International Conference on` as `International Conference on Robotics`, and whether that was needed."""
    inverted = venue_parts.INVERTED.match(name) if name.endswith(("on", "of", "in", "for")) else None
    if not inverted or not venue_parts.IS_EVENT.search(inverted["event"]):
        return name, False
    return f"{inverted['event']} {inverted['topic'].strip(' ,.')}", True
