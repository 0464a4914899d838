"""Charts as SVG that is as wide as its place: what is across is in per cent, what is down in pixels."""

from __future__ import annotations

from collections.abc import Sequence

from bibcheck.records import NamedTuple
from bibcheck.reports.html.elements import Html, element

_BAR = 12
_ROW = 38
_TEXT = 14
_COLUMN_HEIGHT = 150
_MOST_LABELS = 7


class Part(NamedTuple):
    """A part of a bar. The class says its colour, the title what it is."""

    class_: str
    size: int
    title: str = ""


class Bar(NamedTuple):
    """A bar with what it is of, and its numbers in words."""

    label: str
    number: str
    parts: Sequence[Part]

    @property
    def size(self) -> int:
        """That of all its parts."""
        return sum(part.size for part in self.parts)


def bars(name: str, title: str, shown: Sequence[Bar]) -> Html:
    """Bars from the left, each below its label."""
    largest = max((bar.size for bar in shown), default=0) or 1
    children = []
    for number, bar in enumerate(shown):
        top = number * _ROW
        children.append(element("text", bar.label, x=0, y=top + _TEXT))
        children.append(element("text", bar.number, x="100%", y=top + _TEXT, class_="number"))
        start = 0
        for part in bar.parts:
            if part.size:
                place = {"x": _percent(start, largest), "width": _percent(part.size, largest)}
                children.append(_box(part, bar, y=top + _TEXT + 6, height=_BAR, **place))
            start += part.size
    return _chart(name, title, children, len(shown) * _ROW)


def columns(name: str, title: str, shown: Sequence[Bar]) -> Html:
    """Columns from the bottom, with labels below some of them and the largest number at the top."""
    largest = max((bar.size for bar in shown), default=0) or 1
    bottom = _TEXT + _COLUMN_HEIGHT
    children = [
        element("text", f"{largest:,}", x=0, y=_TEXT - 3),
        element("line", x1=0, x2="100%", y1=_TEXT, y2=_TEXT, class_="grid"),
        element("line", x1=0, x2="100%", y1=bottom, y2=bottom, class_="axis"),
    ]
    every = -(-len(shown) // _MOST_LABELS)
    for number, bar in enumerate(shown):
        middle = _percent(2 * number + 1, 2 * len(shown))
        place = {"x": _percent(10 * number + 1, 10 * len(shown)), "width": _percent(8, 10 * len(shown))}
        top = float(bottom)
        for part in bar.parts:
            height = round(part.size * _COLUMN_HEIGHT / largest, 1)
            top -= height
            if part.size:
                children.append(_box(part, bar, y=str(round(top, 1)), height=str(height), **place))
        if number % every == every // 2:
            children.append(element("text", bar.label, x=middle, y=bottom + _TEXT + 2, class_="below"))
    return _chart(name, title, children, bottom + _TEXT + 8)


def _box(part: Part, bar: Bar, **place: str | int) -> Html:
    title = element("title", f"{bar.label}, {part.title or part.class_}: {part.size:,}")
    return element("g", title, element("rect", class_=part.class_, **place))


def _chart(name: str, title: str, children: Sequence[Html], height: int) -> Html:
    named = element("title", f"{title}: the numbers are in the table below", id=f"chart-{name}")
    return element(
        "svg",
        named,
        *children,
        class_="chart",
        width="100%",
        height=height,
        role="img",
        aria_labelledby=f"chart-{name}",
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}%"
