"""The findings, by file and rule, each in its entry with what its fix would change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from bibcheck.bibliography import Bibliography
from bibcheck.engine.report import Report
from bibcheck.lazy_re import pattern
from bibcheck.reports.changes import Change, changed_lines, changes, common_ends
from bibcheck.reports.html.elements import Html, element
from bibcheck.reports.rule_pages import rules_by_name
from bibcheck.reports.summary import counted
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.rules.manual import page
from bibcheck.source import NEWLINE, Source, Span
from bibcheck.syntax.tree import Entry

_MOST_CHARACTERS = 3_000  # of an entry that are shown
_AROUND = 800  # of a longer one, on either side of the finding
_MOST_CHANGES = 3  # of a fix that are shown
_MOST_RELATED = 10
_LONGEST_LINE = 600
_LONGEST_ASIDE = 240  # of the lines in which nothing is marked: abstracts, mostly
_QUOTED = pattern(r"`([^`]*+)`")
_OPEN = 100  # findings up to which everything is unfolded at first


def file_sections(result: Report, findings: Sequence[Finding], bibs: Sequence[Bibliography]) -> Iterator[Html]:
    """A section for each file in which something was found, in order of their paths."""
    rules = rules_by_name(result)
    by_path = {bib.path: bib for bib in bibs}
    groups: dict[str, dict[str, list[Finding]]] = {}
    for finding in sorted(findings, key=lambda finding: (finding.path, finding.span)):
        groups.setdefault(finding.path, {}).setdefault(finding.rule, []).append(finding)
    for number, (path, by_rule) in enumerate(groups.items()):
        listing = _Listing(result, by_path.get(path), is_open=len(findings) <= _OPEN)
        found = sorted(by_rule.items(), key=lambda item: (not _has_errors(item[1]), -len(item[1]), item[0]))
        yield element(
            "section",
            element("h3", path, id=f"file-{number}"),
            *(listing.rule(rule, rules[rule], of_rule) for rule, of_rule in found),
            class_="file",
            aria_labelledby=f"file-{number}",
            data_file=path,
        )


class _Listing:
    """The findings of one file."""

    def __init__(self, result: Report, bib: Bibliography | None, *, is_open: bool) -> None:
        self.result = result
        self.blocks = bib.tree.blocks if bib else []
        self.is_open = is_open

    def rule(self, name: str, rule: type[Rule] | None, findings: Sequence[Finding]) -> Html:
        """The findings of one rule, to be folded."""
        count = element("span", counted(len(findings), "finding"), class_="count")
        return element(
            "details",
            element("summary", element("h4", name), " ", _level(findings), " ", count),
            _manual(rule),
            element(
                "ul",
                *(element("li", self.finding(finding), class_="finding", **_data(finding)) for finding in findings),
            ),
            class_="rule",
            open=self.is_open,
            data_rule=name,
        )

    def finding(self, finding: Finding) -> Html:
        source = self.result.sources[finding.path]
        line, column = source.place(finding.span.start)
        place = f"line {line}, column {column}" + (f", in {finding.key}" if finding.key else "")
        return Html(
            element("p", element("strong", *_said(finding.message)), " ", element("span", place, class_="place"))
            + element("pre", self.excerpt(source, finding))
            + _fix(source, finding)
            + _related(self.result, finding)
        )

    def excerpt(self, source: Source, finding: Finding) -> Html:
        """The entry in which a finding stands, or the lines around it, with the finding marked."""
        span, text = finding.span, source.text
        block = self._block(span)
        whole = block.span if block else _lines_around(source, span)
        start, end = _window(whole, span)
        stop = max(span.start, min(span.end, end))
        mark = element("mark", text[span.start : stop] or Html("&ZeroWidthSpace;"), class_=finding.level.value)
        *above, before = text[start : span.start].split("\n")
        after, *below = text[stop:end].rstrip().split("\n")
        before = "\n".join([*map(_cut, above), before])
        after = "\n".join([after, *map(_cut, below)])
        return element("code", "…" * (start > whole.start) + before, mark, after + "…" * (end < whole.end))

    def _block(self, span: Span) -> Entry | None:
        number = bisect_right(self.blocks, span.start, key=attrgetter("start")) - 1
        block = self.blocks[number] if number >= 0 else None
        return block if isinstance(block, Entry) else None


def _lines_around(source: Source, span: Span) -> Span:
    """The lines of a span and the one before, as far as they may be shown: a file may be one line."""
    line_start = span.start - source.place(span.start).column + 1
    start = line_start - source.place(line_start - 1).column if line_start else 0
    stop = max(span.end, span.start)
    newline = NEWLINE.search(source.text, stop, stop + _MOST_CHARACTERS)
    return Span(start, newline.start() if newline else min(len(source.text), stop + _MOST_CHARACTERS))


def _window(whole: Span, span: Span) -> Span:
    """The part of a text that is shown: all of it, or what stands around a span."""
    if whole.end - whole.start <= _MOST_CHARACTERS:
        return whole
    last = min(max(span.end, span.start), span.start + _MOST_CHARACTERS)
    return Span(max(whole.start, span.start - _AROUND), min(whole.end, last + _AROUND))


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST_ASIDE else line[:_LONGEST_ASIDE].rstrip() + " …"


def _said(message: str) -> Iterator[str]:
    """A message in which what stands in backticks is code."""
    for number, part in enumerate(_QUOTED.split(message)):
        yield element("code", part) if number % 2 else part


def _data(finding: Finding) -> dict[str, str]:
    return {"data_level": finding.level.value}


def _has_errors(findings: Sequence[Finding]) -> bool:
    return any(finding.level is Level.ERROR for finding in findings)


def _level(findings: Sequence[Finding]) -> Html:
    level = Level.ERROR if _has_errors(findings) else Level.WARNING
    return element("span", level.value, class_=f"level {level.value}")


def _manual(rule: type[Rule] | None) -> Html:
    """What the rule is for, with its whole manual page folded below."""
    if rule is None or not rule.__doc__:
        return Html()
    text = page(rule)
    first, _, rest = text.partition("\n")
    if not rest.strip():
        return element("p", first, class_="manual")
    more = element("details", element("summary", "more about this rule"), element("pre", rest.strip("\n")))
    return element("div", element("p", first), more, class_="manual")


def _fix(source: Source, finding: Finding) -> Html:
    if not finding.edits:
        return Html()
    made = changes(source, finding.edits)
    label = "Fix that --fix makes" if finding.safety is Fix.SAFE else "Unsafe fix, to be looked at"
    others = len(made) - _MOST_CHANGES
    more = element("p", f"… and {others} more places") if others > 0 else Html()
    diffs = (_diff(change) for change in made[:_MOST_CHANGES])
    return element("div", element("p", label, class_="label"), *diffs, more, class_=f"fix {finding.safety.value}")


def _diff(change: Change) -> Html:
    """Lines before and after, with what changed in them marked."""
    before, after = ("\n".join(lines)[:_LONGEST_LINE] for lines in changed_lines(change))
    start, end = common_ends(before, after)
    old = _changed("del", before, start, end) if before else Html()
    new = _changed("ins", after, start, end) if after else Html()
    return element("pre", element("code", old, new), class_="diff")


def _changed(name: str, text: str, start: int, end: int) -> Html:
    stop = len(text) - end
    changed = element("b", text[start:stop]) if start < stop else ""
    return element(name, text[:start], changed, text[stop:])


def _related(result: Report, finding: Finding) -> Html:
    if not finding.related:
        return Html()
    items = []
    for related in finding.related[:_MOST_RELATED]:
        line, column = result.sources[related.path].place(related.span.start)
        said = f": {related.message}" if related.message else ""
        items.append(element("li", f"see {related.path}, line {line}, column {column}{said}"))
    if others := finding.related[_MOST_RELATED:]:
        items.append(element("li", f"… and {len(others):,} more"))
    return element("ul", *items, class_="related")
