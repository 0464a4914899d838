"""Acronyms of conferences that are written against the file's own convention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule, Scope
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import decode
from bibcheck.venues.series import Series, read_series

_FEWEST = 3  # entries that make a convention
_SHARE = 0.6  # of all acronyms that have an edition
# What follows the acronym in each convention that a year alone determines.
_WRITTEN = {"X 'YY": " '{short}", "X'YY": "'{short}", "X YYYY": " {year}", "X-YYYY": "-{year}"}


class InconsistentSeries(Rule):
    """Write the acronyms of conferences in series in one way: `SOSP '97`, `NSDI '14`, `ASPLOS '11`.

    The convention is what most of the file's acronyms with a year or a number follow; where none prevails, the rule says
    nothing. Acronyms alone (`LNCS`) and names in words are no part of it.

    Bad:

        @inproceedings{a, series = {SOSP '97}, year = {1997}}
        @inproceedings{b, series = {EuroSys '07}, year = {2007}}
        @inproceedings{c, series = {SOSP '17}, year = {2017}}
        @inproceedings{d, series = {NSDI'14}, year = {2014}}
                                    ^^^^^^^

    Good:

        @inproceedings{a, series = {SOSP '97}, year = {1997}}
        @inproceedings{b, series = {EuroSys '07}, year = {2007}}
        @inproceedings{c, series = {SOSP '17}, year = {2017}}
        @inproceedings{d, series = {NSDI '14}, year = {2014}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    scope = Scope.FILE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        written = []
        for field in bib.fields("series"):
            decoded = decode(field.text)
            series = read_series(decoded.text)
            if series and series.edition:
                start, end = decoded.source_span(series.acronym_span.start, series.edition_span.end)
                written.append((field, series, field.span(start, end), decoded.text.strip()))
        counts = Counter(series.style for _, series, _, _ in written)
        if not counts:
            return
        (convention, count), *_ = counts.most_common()
        if count < _FEWEST or count < _SHARE * len(written):
            return
        example = next(text for _, series, _, text in written if series.style == convention)
        for field, series, span, text in written:
            if series.style != convention:
                edition = _edition(field, series, convention)
                edit = edition and replace(field, *decode(field.text).source_span(*series.edition_span), edition)
                remedy = f"write `{series.acronym}{edition}`" if edition else f"write `{text}` as `{example}`"
                message = f"{remedy}, like {count} of {len(written)} here"
                yield self.finding(span, message, *([edit] if edit else []))


def _edition(field: Field, series: Series, style: str) -> str:
    """What is to follow the acronym; empty where the year is not known."""
    year = series.year
    if year is None and field.entry and (own := field.entry.field("year")) and own.value.isdecimal():
        year = int(own.value[:4])
    if year is None or not 1000 <= year <= 9999:
        return ""
    return _WRITTEN.get(style, "").format(year=year, short=f"{year % 100:02}")
