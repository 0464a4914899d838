"""Figures of what was found and what the bibliographies hold: what is drawn, and its numbers in a table below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.engine.report import Report
from bibcheck.records import NamedTuple
from bibcheck.reports.html.charts import Bar, Chart, Part, bars, columns
from bibcheck.reports.html.contents import Contents, Share, VenueNames
from bibcheck.reports.summary import counted
from bibcheck.rule import Level

_MOST_RULES = 20
_MOST_TYPES = 12
_MOST_VENUES = 15
_MOST_FORMS = 6  # of a venue that are told apart
_FEW_YEARS = 40  # that a column each is for

_LEVELS = (("error", "errors"), ("warning", "warnings"))
_DOIS = (("having", "with a DOI"), ("lacking", "without"))
_DOI_HEADS = ("with a DOI", "without", "share")


class Row(NamedTuple):
    """A row of a table: what it is of, the other cells, and the kind of the part of a bar whose numbers they are."""

    head: str
    cells: Sequence[str]
    kind: str = ""


class Figure(NamedTuple):
    """A figure: its chart, if there is something to draw, what its colours mean, and its table, open at first or folded."""

    name: str
    title: str
    note: str
    chart: Chart | None
    legend: Sequence[tuple[str, str]]
    heads: Sequence[str]
    rows: Sequence[Row]
    is_open: bool = False


def figures(result: Report, contents: Contents) -> Iterator[Figure]:
    """The figures for which there is something to show."""
    if result.findings:
        yield _rules(result)
    if contents.by_type:
        yield _years(contents.by_year)
        yield _types(contents.by_type)
    several = [venue for venue in contents.venues if len(venue.forms) > 1]
    if several:
        yield _venues(several)


def _rules(result: Report) -> Figure:
    counts: dict[str, list[int]] = {}
    for finding in result.findings:
        counts.setdefault(finding.rule, [0, 0])[finding.level is not Level.ERROR] += 1
    found = sorted(counts.items(), key=lambda item: (-sum(item[1]), item[0]))
    shown = [
        Bar(rule, f"{sum(parts):,}", [Part("error", parts[0]), Part("warning", parts[1])])
        for rule, parts in found[:_MOST_RULES]
    ]
    rows = [Row(rule, (f"{errors:,}", f"{warnings:,}")) for rule, (errors, warnings) in found]
    note = _of_all(len(shown), len(rows), "rule")
    return Figure(
        "rules", "Findings by rule", note, bars(shown), _LEVELS, ("rule", *(text for _, text in _LEVELS)), rows
    )


def _years(by_year: dict[int | None, Share]) -> Figure:
    unknown = by_year[None].total if None in by_year else 0
    shown = _by_years({year: share for year, share in by_year.items() if year is not None})
    note = f"{counted(unknown, 'entry', 'entries')} without a year not shown." if unknown else ""
    rows = [Row(str(year or "unknown"), _cells(share)) for year, share in by_year.items()]
    chart = columns(shown) if shown else None
    return Figure("years", "Entries by year", note, chart, _DOIS, ("year", *_DOI_HEADS), rows)


def _by_years(known: dict[int, Share]) -> list[Bar]:
    """A bar for each year from the first to the last, or for each decade where they are many."""
    if not known:
        return []
    step = 1 if max(known) - min(known) < _FEW_YEARS else 10
    grouped: dict[int, Share] = {}
    for year, share in known.items():
        before = grouped.get(year // step * step, Share(0, 0))
        grouped[year // step * step] = Share(before.having + share.having, before.lacking + share.lacking)
    every = range(min(grouped), max(grouped) + 1, step)
    return [Bar(f"{year}s" if step > 1 else str(year), "", _parts(grouped.get(year, Share(0, 0)))) for year in every]


def _types(by_type: dict[str, Share]) -> Figure:
    shown = [
        Bar(f"@{name}", f"{share.having:,} of {share.total:,} with a DOI", _parts(share))
        for name, share in list(by_type.items())[:_MOST_TYPES]
    ]
    rows = [Row(name, _cells(share)) for name, share in by_type.items()]
    note = _of_all(len(shown), len(rows), "type")
    return Figure("types", "Entries by type", note, bars(shown), _DOIS, ("type", *_DOI_HEADS), rows)


def _venues(several: Sequence[VenueNames]) -> Figure:
    """The venues that are written in several ways: a bar each, in which every form is a part."""
    shown = several[:_MOST_VENUES]
    note = f"{_of_all(len(shown), len(several), 'venue')} Ordinals (“Nth”) and years (“YYYY”) do not count.".lstrip()
    rows = [
        Row("" if number else venue.name, (form, f"{count:,}"), _form(number))
        for venue in shown
        for number, (form, count) in enumerate(venue.forms)
    ]
    chart = bars([_venue_bar(venue) for venue in shown])
    title = "Venues written in several ways"
    return Figure("venues", title, note, chart, (), ("venue", "form", "entries"), rows, is_open=True)


def _venue_bar(venue: VenueNames) -> Bar:
    first = [Part(_form(number), count, form) for number, (form, count) in enumerate(venue.forms[:_MOST_FORMS])]
    rest = sum(count for _, count in venue.forms[_MOST_FORMS:])
    label = f"{len(venue.forms)} forms, {counted(venue.total, 'entry', 'entries')}"
    return Bar(venue.name, label, [*first, Part(_form(_MOST_FORMS), rest, "other forms")])


def _form(number: int) -> str:
    """The kind of the part of a form, by its place among those of its venue."""
    return f"form-{number if number < _MOST_FORMS else 'rest'}"


def _parts(share: Share) -> list[Part]:
    return [Part("having", share.having), Part("lacking", share.lacking)]


def _cells(share: Share) -> tuple[str, ...]:
    return f"{share.having:,}", f"{share.lacking:,}", f"{share.having / share.total:.0%}" if share.total else ""


def _of_all(shown: int, there: int, noun: str) -> str:
    return f"The first {shown} of {counted(there, noun)}." if shown < there else ""
