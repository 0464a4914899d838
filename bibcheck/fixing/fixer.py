"""Applies the edits of findings until nothing changes. What would make a file read worse is taken back and reported.

One pass makes the edits that do not get in one another's way; then the file is checked again. Edits inside values go
together. A finding that adds, renames or takes out fields rests on what else the entry holds, so its rule has the entry for
itself in that pass: no two rules each take out what the other relies on. For the same reason a finding that relates to another
place waits until nothing changes there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from bibcheck.fixing import guard
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding
from bibcheck.settings.errors import reason
from bibcheck.source import Edit, Source, Span
from bibcheck.syntax.tree import Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from bibcheck.fixing.document_guard import ReadDocument
    from bibcheck.syntax.tree import Tree

_MOST_PASSES = 100
_ADDED = pattern(r"(?:\A|,)[ \t\r\n]*+([A-Za-z][\w:+-]*+)[ \t]*+=")


class Pass(NamedTuple):
    """The findings whose edits were made together, and the file as it was before."""

    source: Source
    findings: list[Finding]


class Fixed(NamedTuple):
    """What became of the files: those that changed, and what was done to them, by path; and what was left out.

    `failures` are our own mistakes. `notes` are fixes that wait until what keeps the file from being read is mended.
    """

    sources: dict[str, Source]
    passes: dict[str, list[Pass]]
    failures: list[str]  # each in one line with its path and rules
    notes: list[str]  # likewise

    def count(self, path: str) -> int:
        """How many findings in a file were fixed."""
        return sum(len(each.findings) for each in self.passes.get(path, ()))


Check = Callable[[list[Source]], Iterable[Finding]]


def fix_files(
    sources: Sequence[Source],
    findings: Iterable[Finding],
    check: Check,
    wants: Callable[[Finding], bool],
    *,
    documents: Sequence[Source] = (),
) -> Fixed:
    """Make the edits of the findings that `wants` takes, and of those that `check` finds in the files that changed.

    The edits of a finding are made together or not at all, in the file at its path, if that is one of the sources, which
    are bibliographies, or of the documents.
    """
    files = {source.path: _File(source, guard) for source in sources}
    if documents:
        from bibcheck.fixing import document_guard

        files |= {source.path: _File(source, document_guard) for source in documents}
    while True:
        wanted: dict[str, list[Finding]] = {}
        for finding in findings:
            if finding.edits and finding.path in files and wants(finding):
                wanted.setdefault(finding.path, []).append(finding)
        changed = [files[path] for path in wanted if files[path].make(wanted[path])]
        if not changed:
            break
        findings = list(check([file.source for file in changed]))
    return Fixed(
        {path: file.source for path, file in files.items() if file.source.text != file.original.text},
        {path: file.passes for path, file in files.items() if file.passes},
        [line for file in files.values() for line in (*file.failures, *file.harm()[0])],
        [line for file in files.values() for line in file.harm()[1]],
    )


class _Harm(NamedTuple):
    """What the fixes of a rule would do, and the text in which they would."""

    what: str
    text: str


class _File:
    """A file while it is fixed."""

    def __init__(self, source: Source, guard: Any) -> None:
        """`guard` is the module that reads files of this kind, and says what edits would do beyond what they say."""
        self.original = source
        self.guard = guard
        self.failures: list[str] = []
        self.left_out: set[str] = set()  # rules whose fixes are not made here
        self.harmful: dict[str, _Harm] = {}  # rules whose fixes are not made while the text is as it was
        self._start()

    def _start(self) -> None:
        self.source = self.original  # as it is by now
        self.passes: list[Pass] = []
        self.seen = {self.original.text: 0}  # the texts so far, with the number of passes behind them

    def make(self, findings: list[Finding]) -> bool:
        """Make one pass over the file. Returns whether its text changed; where that fails, the file is as it was."""
        try:
            return self._make(findings)
        except Exception as error:
            self.left_out |= {finding.rule for finding in findings}
            self.failures.append(f"{self.original.path}: not fixed: {reason(error)}")
            self._start()
            return False

    def _make(self, findings: list[Finding]) -> bool:
        before = self.guard.read(self.source)  # and kept no longer: it takes several times the room of the text
        while chosen := _choose(before[0], [each for each in findings if self._may_fix(each.rule)]):
            after, lost = self._try(before, chosen)
            if lost and (chosen := self._without_harmful(before, chosen)):
                after, _ = self._try(before, chosen)
            if chosen:
                self._go_on(after, chosen)
                return True
        return False

    def _may_fix(self, rule: str) -> bool:
        """Whether a rule's fixes are made, or tried again, for what did harm need not do so in another text."""
        harm = self.harmful.get(rule)
        return rule not in self.left_out and (harm is None or harm.text != self.source.text)

    def _try(self, before: Any, findings: list[Finding]) -> tuple[Source, str]:
        """The file with edits made, and the harm that they do."""
        text = apply_edits(self.source.text, (edit for finding in findings for edit in finding.edits))
        after = self.source.with_text(text)
        return after, self.guard.loss(before, after, findings)

    def _without_harmful(self, before: Any, chosen: list[Finding]) -> list[Finding]:
        """Those of the findings whose edits do no harm: of all rules but those that do, or of one rule if they do together."""
        by_rule: dict[str, list[Finding]] = {}
        for finding in chosen:
            by_rule.setdefault(finding.rule, []).append(finding)
        for rule, findings in list(by_rule.items()):
            _, lost = self._try(before, findings)
            if lost:
                self.harmful[rule] = _Harm(lost, self.source.text)
                del by_rule[rule]
        innocent = [finding for finding in chosen if finding.rule in by_rule]
        return next(iter(by_rule.values())) if innocent and self._try(before, innocent)[1] else innocent

    def _go_on(self, after: Source, chosen: list[Finding]) -> None:
        self.passes.append(Pass(self.source, chosen))
        again = self.seen.get(after.text)
        if again is not None:
            rules = {finding.rule for each in self.passes[again:] for finding in each.findings}
            self._leave_out(rules, "they undo each other" if len(rules) > 1 else "it undoes itself")
            self._start()
        elif len(self.passes) >= _MOST_PASSES:
            self._leave_out({finding.rule for finding in chosen}, "there is no end to it")
            self._start()
        else:
            self.source = after
            self.seen[after.text] = len(self.passes)

    def _leave_out(self, rules: set[str], why: str) -> None:
        self.left_out |= rules
        self.failures.append(self._line(rules, f"left out, please report: {why}"))

    def harm(self) -> tuple[list[str], list[str]]:
        """What would do harm and was left out, in a line each: our own mistakes, and those that a slip in the file causes."""
        still = {rule: harm for rule, harm in self.harmful.items() if not self._may_fix(rule)}
        is_slip = bool(still) and self.guard.is_damaged(self.guard.read(self.original))
        why = "left out: it would" if is_slip else "left out, please report: it would"
        lines = [self._line({rule}, f"{why} {harm.what}") for rule, harm in still.items() if rule not in self.left_out]
        return ([], lines) if is_slip else (lines, [])

    def _line(self, rules: set[str], what: str) -> str:
        return f"{self.original.path}: fix of {' and '.join(sorted(rules))} {what}"


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made that do not overlap. Insertions at one place come in the order in which they are given."""
    parts = []
    at = 0
    for span, replacement in sorted(edits, key=lambda edit: edit.span):
        parts += [text[at : span.start], replacement]
        at = span.end
    return "".join([*parts, text[at:]])


def _choose(tree: Tree | ReadDocument, findings: list[Finding]) -> list[Finding]:
    """The findings whose edits can be made in one pass."""
    pass_ = _Pass(tree)
    # Single values first: what is compared is then compared as it ought to be written. Then single names: a field that is
    # missing may be one whose name is misspelt.
    order = sorted(findings, key=lambda finding: (bool(finding.related), pass_.reach(finding)))
    return [finding for finding in order if pass_.takes(finding)]


class _Pass:
    """The places that the edits of one pass have taken."""

    def __init__(self, tree: Tree | ReadDocument) -> None:
        self.text = tree.source.text
        self.entries: list[Entry] = list(tree.entries)
        self.taken: list[Span] = []  # in order
        self.inserting: dict[Span, str] = {}  # places of insertions, each with its rule
        self.deleting: dict[Span, str] = {}  # what is taken out, each with its rule
        self.leaned_on: list[Span] = []  # what other findings relate to, in order
        self.shared: set[int] = set()  # entries in which values change, by number
        self.owners: dict[int, str] = {}  # entries that a rule has for itself
        self.added: set[tuple[int, str]] = set()  # fields, by the number of their entry

    def reach(self, finding: Finding) -> int:
        """How far the edits go: 0 where all are inside the value of one field, 1 inside its name, else 2."""
        start = min(edit.span.start for edit in finding.edits)
        end = max(edit.span.end for edit in finding.edits)
        number = bisect_right(self.entries, start, key=attrgetter("start")) - 1
        insertions = {edit.span.start for edit in finding.edits if edit.span.start == edit.span.end}
        for field in self.entries[number].fields if number >= 0 else []:
            for reach, span in enumerate((field.value_span, field.name_span)):
                is_beside = not insertions.isdisjoint(span)  # what is inserted before or after it
                if span.start <= start and end <= span.end and not is_beside:
                    return reach
        return 2

    def takes(self, finding: Finding) -> bool:
        """Take the places of a finding's edits, if all of them are free."""
        entries = {number for edit in finding.edits for number in self._entries_at(edit.span)}
        is_local = self.reach(finding) == 0
        if any(self.owners.get(number, finding.rule) != finding.rule for number in entries):
            return False
        if not is_local and entries & self.shared:
            return False
        related = [place.span for place in finding.related if place.path == finding.path]
        if not all(self._is_free(edit, finding.rule) for edit in finding.edits):
            return False
        if any(_touched(span, self.taken) for span in related):
            return False
        if any(_touched(edit.span, self.leaned_on) for edit in finding.edits):
            return False
        added = set() if is_local else set(self._added_by(finding))
        if added & self.added:
            return False
        self.added |= added
        if is_local:
            self.shared |= entries
        else:
            self.owners |= dict.fromkeys(entries, finding.rule)
        for edit in finding.edits:
            insort(self.taken, edit.span)
            if edit.span.start == edit.span.end:
                self.inserting[edit.span] = finding.rule
            elif not edit.text:
                self.deleting[edit.span] = finding.rule
        for span in related:
            insort(self.leaned_on, span)
        return True

    def _added_by(self, finding: Finding) -> Iterator[tuple[int, str]]:
        """The fields that edits add, each with the number of its entry: another finding may be to add the same ones."""
        for edit in finding.edits:
            for name in _ADDED.findall(edit.text):
                for number in self._entries_at(edit.span):
                    yield number, name.lower()

    def _entries_at(self, span: Span) -> range:
        """The numbers of the entries in which an edit is."""
        first = bisect_right(self.entries, span.start, key=attrgetter("end"))
        return range(first, bisect_left(self.entries, max(span.end, span.start + 1), key=attrgetter("start")))

    def _is_free(self, edit: Edit, rule: str) -> bool:
        """Whether an edit touches none that is made; but what one rule inserts, or takes out, may touch."""
        span = edit.span
        if span.start == span.end and self.inserting.get(span) == rule:
            return True
        return all(self._may_touch(edit, rule, other) for other in _touched(span, self.taken))

    def _may_touch(self, edit: Edit, rule: str, other: Span) -> bool:
        """Whether an edit and one that is made take out what follows one another, with no blank line below to go as well."""
        if edit.text or self.deleting.get(other) != rule:
            return False
        first, second = sorted((edit.span, other))
        return first.end == second.start and self.text[second.end : second.end + 1] not in "\r\n"


def _touched(span: Span, others: list[Span]) -> list[Span]:
    """Those of other spans, which are in order and do not overlap, that overlap a span or touch it."""
    at = bisect_left(others, span)
    return [other for other in others[max(at - 1, 0) : at + 1] if other.end >= span.start and span.end >= other.start]
