"""arXiv identifiers of one entry that contradict one another, or its year."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Level, Rule
from bibcheck.syntax.tree import Entry, Field
from bibcheck.values.arxiv import ArxivId, find_arxiv, is_arxiv_eprint, names_only_arxiv, read_arxiv

_LATEST_MONTH = 2  # of the year after a conference, in which its papers may still be put on arXiv
_FIELDS = ("eprint", "journal", "journaltitle", "doi", "url")


class ArxivMismatch(Rule):
    """Reports two arXiv identifiers in one entry, and a preprint whose year is before that of its identifier.

    Versions may differ. A paper that was published elsewhere may have been put on arXiv years later, so its year is not
    compared. `year-mismatch` reports a year that is long after the identifier.

    With `published_within = 2`, a conference paper is reported too if it appeared more than two years after its preprint, or
    its preprint only after February of the next year. That is rare, and a sign that the paper is another one or was made up.

    Bad:

        @misc{k, eprint = {1706.03762}, archivePrefix = {arXiv}, url = {https://arxiv.org/abs/1706.03726}}
                                                                                              ^^^^^^^^^^

    Bad:

        @misc{k, eprint = {1706.03762}, archivePrefix = {arXiv}, year = {2015}}
                                                                        ^^^^^^

    Good:

        @misc{k, eprint = {1706.03762}, archivePrefix = {arXiv}, url = {https://arxiv.org/abs/1706.03762v5}}
    """

    level = Level.WARNING

    published_within: int = 0

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if not bib.mentions("arxiv"):
            return
        numbers: dict[int, list[tuple[Field, ArxivId]]] = {}
        for field in bib.fields(*_FIELDS):
            for number in _read(field):
                numbers.setdefault(id(field.entry), []).append((field, number))
        for found in numbers.values():
            (first_field, first), *others = found
            for field, number in others:
                if number.normal != first.normal and field.is_literal:
                    message = f"`{number.normal}` in {field.name}, but `{first.normal}` in {first_field.name}"
                    yield self.finding(
                        field.span(*number.span), message, related=[self.related(first_field, "the other")]
                    )
            if first_field.entry:
                yield from self._check_year(first_field.entry, first)

    def _check_year(self, entry: Entry, number: ArxivId) -> Iterator[Finding]:
        year = entry.field("year")
        if not year or number.problem or not year.value.isdecimal() or len(year.value) != 4:
            return
        if _is_published(entry):
            delay = int(year.value) - number.year
            is_late = delay < -1 or (delay == -1 and number.month > _LATEST_MONTH)
            if self.published_within and entry.field("booktitle") and (is_late or delay > self.published_within):
                message = f"a paper of {year.value}, but its arXiv identifier `{number.normal}` is of {number.year}; look it up"
                yield self.finding(year, message)
            return
        # What is handed in on the last day of a year has an identifier of the next.
        if int(year.value) < number.year - (number.month == 1):
            message = f"a preprint of {year.value}, but its arXiv identifier `{number.normal}` is of {number.year}; look it up"
            yield self.finding(year, message)


def _read(field: Field) -> list[ArxivId]:
    if field.name == "eprint":
        number = read_arxiv(field.text) if is_arxiv_eprint(field) else None
        return [number] if number and not number.problem else []
    text = field.text.lower()
    if "arxiv" not in text and "corr" not in text and "abs/" not in text:
        return []
    return [number for number in find_arxiv(field.text) if not number.problem and number.kind != "bare"]


def _is_published(entry: Entry) -> bool:
    journal = entry.field("journal") or entry.field("journaltitle")
    appeared = entry.field("booktitle") or entry.field("publisher") or entry.field("school")
    return appeared is not None or (journal is not None and not names_only_arxiv(journal.text))
