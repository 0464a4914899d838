"""Where what a chart shows lies: what is across in per cent, so that it is as wide as its place, what is down in pixels.

`templates/charts.html` draws it. No charts library does (pygal was tried, the others looked at, in December 2026):

- pygal 3.1 scales the whole picture, so that text shrinks with the window: 13 pixels in one of 1,200 are 8 in one of 400.
  Labels stand beside the bars: the names of conferences leave no room for bars, and are cut themselves. The numbers on the
  axis run into each other. Each picture has a script and a style sheet of its own, with an id that is another on each run,
  which a policy that lets in one script and one style sheet by their hashes refuses. It has no role, and the title "Pygal".
- leather 0.4 has a fixed size, colours that do not follow the dark, and no stacked bars.
- Altair draws without a browser through vl-convert, which takes 84 MB. Plotly and Bokeh put their script into the page,
  and draw nothing where scripts do not run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bibcheck.records import NamedTuple

_BAR = 12
_ROW = 38
_TEXT = 14
_COLUMN_HEIGHT = 150
_MOST_LABELS = 7


class Part(NamedTuple):
    """A part of a bar. The kind says its colour, the title what it is."""

    kind: str
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


class Text(NamedTuple):
    """A text in a chart. The kind says how it stands: below a column, or to the left of its place."""

    text: str
    x: str
    y: int
    kind: str = "label"


class Box(NamedTuple):
    """A part of a bar as it lies in a chart."""

    part: Part
    label: str
    x: str
    width: str
    y: float
    height: float


class Chart(NamedTuple):
    """All that a chart draws. The lines lie across, each at its height."""

    height: int
    texts: list[Text]
    boxes: list[Box]
    lines: list[tuple[str, int]]


def bars(shown: Sequence[Bar]) -> Chart:
    """Bars from the left, each below its label."""
    largest = max((bar.size for bar in shown), default=0) or 1
    texts: list[Text] = []
    boxes: list[Box] = []
    for number, bar in enumerate(shown):
        top = number * _ROW + _TEXT
        texts += [Text(bar.label, "0", top), Text(bar.number, "100%", top, "number")]
        for before, part in _stacked(bar):
            boxes.append(Box(part, bar.label, _percent(before, largest), _percent(part.size, largest), top + 6, _BAR))
    return Chart(len(shown) * _ROW, texts, boxes, [])


def columns(shown: Sequence[Bar]) -> Chart:
    """Columns from the bottom, with labels below some of them and the largest number at the top."""
    largest = max((bar.size for bar in shown), default=0) or 1
    bottom = _TEXT + _COLUMN_HEIGHT
    every = -(-len(shown) // _MOST_LABELS)
    texts, boxes = [Text(f"{largest:,}", "0", _TEXT - 3)], []
    for number, bar in enumerate(shown):
        x, width = _percent(10 * number + 1, 10 * len(shown)), _percent(8, 10 * len(shown))
        for before, part in _stacked(bar):
            top = round(bottom - (before + part.size) * _COLUMN_HEIGHT / largest, 1)
            boxes.append(Box(part, bar.label, x, width, top, round(part.size * _COLUMN_HEIGHT / largest, 1)))
        if number % every == every // 2:
            texts.append(Text(bar.label, _percent(2 * number + 1, 2 * len(shown)), bottom + _TEXT + 2, "below"))
    return Chart(bottom + _TEXT + 8, texts, boxes, [("grid", _TEXT), ("axis", bottom)])


def _stacked(bar: Bar) -> Iterator[tuple[int, Part]]:
    """The parts that there are, each with the size of those before it."""
    before = 0
    for part in bar.parts:
        if part.size:
            yield before, part
        before += part.size


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}%"
