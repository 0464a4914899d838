"""Figures of what was found and what the bibliographies hold, each with its numbers in a table below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.engine.report import Report
from bibcheck.reports.html.charts import Bar, Part, bars, columns
from bibcheck.reports.html.contents import Contents, Share
from bibcheck.reports.html.elements import Html, element, joined
from bibcheck.reports.summary import counted
from bibcheck.rule import Level

_MOST_RULES = 20
_MOST_TYPES = 12
_MOST_VENUES = 15
_MOST_FORMS = 6  # of a venue that are told apart
_FEW_YEARS = 40  # that a column each is for

Row = tuple[str, ...]


def figures(result: Report, contents: Contents) -> Iterator[Html]:
    """The figures for which there is something to show."""
    if result.findings:
        yield _rules(result)
    if contents.by_type:
        yield _years(contents.by_year)
        yield _types(contents.by_type)
    if any(len(venue.forms) > 1 for venue in contents.venues):
        yield _venues(contents)


def _rules(result: Report) -> Html:
    counts: dict[str, list[int]] = {}
    for finding in result.findings:
        counts.setdefault(finding.rule, [0, 0])[finding.level is not Level.ERROR] += 1
    rows = sorted(counts.items(), key=lambda item: (-sum(item[1]), item[0]))
    shown = [
        Bar(rule, f"{sum(parts):,}", [Part("error", parts[0]), Part("warning", parts[1])])
        for rule, parts in rows[:_MOST_RULES]
    ]
    table = [(rule, f"{errors:,}", f"{warnings:,}") for rule, (errors, warnings) in rows]
    return _figure(
        "Findings by rule",
        _of_all(len(shown), len(rows), "rule"),
        bars("rules", "Findings by rule", shown),
        _legend(("error", "errors"), ("warning", "warnings")),
        _table(("rule", "errors", "warnings"), table),
    )


def _years(by_year: dict[int | None, Share]) -> Html:
    known = {year: share for year, share in by_year.items() if year is not None}
    unknown = by_year[None].total if None in by_year else 0
    step = 1 if not known or max(known) - min(known) < _FEW_YEARS else 10
    grouped: dict[int, Share] = {}
    for year, share in known.items():
        before = grouped.get(year // step * step, Share(0, 0))
        grouped[year // step * step] = Share(before.having + share.having, before.lacking + share.lacking)
    every = range(min(grouped), max(grouped) + 1, step) if grouped else ()
    shown = [Bar(f"{year}s" if step > 1 else str(year), "", _parts(grouped.get(year, Share(0, 0)))) for year in every]
    note = f"{counted(unknown, 'entry', 'entries')} without a year not shown. " if unknown else ""
    return _figure(
        "Entries by year",
        note,
        columns("years", "Entries by year", shown) if shown else Html(),
        _legend(*_DOI_LEGEND),
        _table(("year", *_DOI_HEADS), [(str(year or "unknown"), *_cells(share)) for year, share in by_year.items()]),
    )


def _types(by_type: dict[str, Share]) -> Html:
    rows = list(by_type.items())
    shown = [
        Bar(f"@{name}", f"{share.having:,} of {share.total:,} with a DOI", _parts(share))
        for name, share in rows[:_MOST_TYPES]
    ]
    return _figure(
        "Entries by type",
        _of_all(len(shown), len(rows), "type"),
        bars("types", "Entries by type", shown),
        _legend(*_DOI_LEGEND),
        _table(("type", *_DOI_HEADS), [(name, *_cells(share)) for name, share in rows]),
    )


def _venues(contents: Contents) -> Html:
    """The venues that are written in several ways: a bar each, in which every form is a part."""
    several = [venue for venue in contents.venues if len(venue.forms) > 1]
    shown, table = [], []
    for venue in several[:_MOST_VENUES]:
        first = [Part(_form(number), count, form) for number, (form, count) in enumerate(venue.forms[:_MOST_FORMS])]
        rest = sum(count for _, count in venue.forms[_MOST_FORMS:])
        label = f"{len(venue.forms)} forms, {counted(venue.total, 'entry', 'entries')}"
        shown.append(Bar(venue.name, label, [*first, Part(_form(_MOST_FORMS), rest, "other forms")]))
        for number, (form, count) in enumerate(venue.forms):
            swatch = element("span", class_=f"legend {_form(number)}")
            table.append((venue.name if number == 0 else "", joined(swatch, form), f"{count:,}"))
    return _figure(
        "Venues written in several ways",
        f"{_of_all(len(shown), len(several), 'venue')}Ordinals (“Nth”) and years (“YYYY”) do not count. ",
        bars("venues", "Venues written in several ways", shown),
        Html(),
        _table(("venue", "form", "entries"), table),
        is_open=True,
    )


def _form(number: int) -> str:
    """The class of the colour of a form, by its place among those of its venue."""
    return f"form-{number if number < _MOST_FORMS else 'rest'}"


_DOI_LEGEND = (("having", "with a DOI"), ("lacking", "without"))
_DOI_HEADS = ("with a DOI", "without", "share")


def _parts(share: Share) -> list[Part]:
    return [Part("having", share.having), Part("lacking", share.lacking)]


def _cells(share: Share) -> Row:
    return f"{share.having:,}", f"{share.lacking:,}", f"{share.having / share.total:.0%}" if share.total else ""


def _of_all(shown: int, there: int, noun: str) -> str:
    return f"The first {shown} of {counted(there, noun)}. " if shown < there else ""


def _figure(title: str, note: str, chart: Html, legend: Html, table: Html, *, is_open: bool = False) -> Html:
    caption = element("figcaption", element("h3", title), element("p", note) if note else "", legend)
    numbers = element("details", element("summary", "as a table"), table, class_="numbers", open=is_open)
    return element("figure", caption, chart, numbers)


def _legend(*items: tuple[str, str]) -> Html:
    return element("p", *(element("span", text, class_=f"legend {name}") for name, text in items))


def _table(heads: Sequence[str], rows: Sequence[Row]) -> Html:
    head = element("tr", *(element("th", text, scope="col") for text in heads))
    body = [
        element("tr", element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:])) for row in rows
    ]
    table = element("table", element("thead", head), element("tbody", joined(*body)))
    return element("div", table, class_="table", tabindex=0, role="region", aria_label="the numbers of the figure")
